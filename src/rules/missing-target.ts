import { groupBy } from '../collect.ts'
import { isUnfilled, type MissingValue, type ValueCount } from '../facts/missing-values.ts'
import { surveyOf } from '../facts/survey.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { andOthers } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

export const missingTarget: Rule = {
  id: 'missing-target',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: { zh: '每项指标都应有指标值。', en: 'Every indicator has a target value.' },
    finds: {
      zh: '没有指标值，或只有计算符号、单位、“定性”字样的指标；分地区、分年度的表中，其余各列都有比率、标准或相同的值，只有一列空着的指标；实施期与年度指标值并列、其余各项都填了年度指标值，只有一项空着的指标。一个项目空着的各格、一项指标的各列、几乎都没有填写的整张表，各合并为一条。',
      en: 'An indicator with no target value, or with only a comparator, a unit or the word 定性. An indicator with a share, a price or the same value in all columns of a matrix (districts, years) but one. The only indicator without a value for the year, where all have one for the whole term. The empty cells of a project are combined into one finding, and so are all columns of one indicator and a table with hardly any values filled in.',
    },
    why: {
      zh: '没有值、或只有计算符号和单位的指标无法考核。标明“无”“/”“不涉及”的行不报告；时效、效益、满意度下以一句话表述的指标仅作提示。',
      en: 'An indicator without a value, or with only a comparator and a unit, cannot be assessed. Rows marked 无, / or 不涉及 are not reported. Timeliness, benefit and satisfaction indicators written as a sentence are only notices.',
    },
    fix: {
      zh: '填写指标值，或标明不涉及。',
      en: 'Enter the value, or mark the indicator as not applicable (不涉及).',
    },
    basis: {
      zh: '定量指标应有计算符号和计量单位（SYS）；不能量化的用分级定性表述（TEXT）。',
      en: 'A quantitative indicator should have a comparator and a unit (SYS); what cannot be quantified is described in graded terms (TEXT).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 2.更换灯杆数量 ≥8根',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 2.更换灯杆数量 无',
      ),
    ),
  },

  *check(disclosure) {
    for (const table of surveyOf(disclosure).values.values()) if (isUnfilled(table)) yield unfilled(table)
  },

  *checkProject({ missingValues }) {
    for (const [value, ...others] of groupBy(missingValues, causeOf).values()) {
      const count = value.is === 'empty' && value.column === undefined ? others.length : 0
      yield {
        message: andOthers(messageOf(value), count),
        at: value.at,
        ...(others.length === 0
          ? {}
          : { related: others.map((other) => ({ at: other.at, note: messageOf(other) })) }),
        ...(value.isSentence ? SENTENCE : {}),
      }
    }
  },
}

/** Empty cells of one table have one cause, and so have the columns of one indicator. */
const causeOf = ({ is, column, isSentence, named }: MissingValue): string | number =>
  is === 'empty' && column === undefined ? String(isSentence) : named.start

const MESSAGES: Readonly<Record<MissingValue['is'], (name: string, printed: string) => Message>> = {
  empty: (name) => ({ zh: `指标${name}没有指标值`, en: `the indicator ${name} has no value` }),
  'number-missing': (name, printed) => ({
    zh: `指标${name}只有“${printed}”，没有数值`,
    en: `the indicator ${name} has only “${printed}” and no number`,
  }),
  'unsaid-quality': (name, printed) => ({
    zh: `指标${name}只注明“${printed}”，没有指标值`,
    en: `the indicator ${name} says only “${printed}” (qualitative) and has no value`,
  }),
}

const messageOf = ({ is, name, printed, column, isOfYear }: MissingValue): Message => {
  if (isOfYear)
    return {
      zh: `指标${quoted(name)}没有年度指标值，其余各项指标都有`,
      en: `the indicator ${quoted(name)} has no value for the year, as all others have`,
    }
  const { zh, en } = MESSAGES[is](quoted(name), printed)
  return column === undefined
    ? { zh, en }
    : {
        zh: `${zh}（${quoted(column)}一列，其余各列都有）`,
        en: `${en} for ${quoted(column)}, but for all others`,
      }
}

/** A table that nobody filled in, as a whole. */
const unfilled = ({ missing, filled }: ValueCount): Problem => {
  const [first, ...others] = missing
  if (first === undefined) throw new RangeError('no value is missing')
  const count = missing.length
  const whole = count + filled
  const { zh, en } = messageOf(first)
  return {
    message:
      filled === 0
        ? {
            zh: `表中 ${whole} 项指标都没有填写指标值：${zh}`,
            en: `none of the ${whole} indicators in the table has a value: ${en}`,
          }
        : {
            zh: `表中 ${whole} 项指标有 ${count} 项没有填写指标值：${zh}`,
            en: `${count} of the ${whole} indicators in the table have no value: ${en}`,
          },
    at: first.at,
    related: others.map((value) => ({ at: value.at, note: messageOf(value) })),
    ...(missing.every(({ isSentence }) => isSentence) ? SENTENCE : {}),
  }
}

const SENTENCE: Pick<Problem, 'severity' | 'because'> = {
  severity: 'info',
  because: {
    zh: '该指标以一句话表述，可能本身就是定性要求。',
    en: 'the indicator is a sentence, which may be a qualitative target in itself.',
  },
}
