import type { Slip } from '../facts/numbering.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'

const gap = ({ of, marker, expected, before, edits }: Slip): Problem => {
  const { ordinal } = marker
  const what = WHAT[of]
  const printed = marker.text.text.trim()
  const kind = ordinal > expected ? SKIPS : ordinal === before?.ordinal ? REPEATS : GOES_BACK
  return {
    message: {
      zh: `${what.zh}编号“${printed}”${kind.zh}，此处应为第 ${expected} 项`,
      en: `the number “${printed}” of this ${what.en} ${kind.en}; ${expected} was expected`,
    },
    at: marker.text.span,
    ...(before === undefined
      ? {}
      : { related: [{ at: before.text.span, note: { zh: '前一项', en: 'the one before' } }] }),
    ...(edits.length === 0 ? {} : { edits }),
    data: { expected: String(expected), found: String(ordinal) },
  }
}

const SKIPS: Message = { zh: '跳号', en: 'skips ahead' }
const REPEATS: Message = { zh: '重复', en: 'is repeated' }
const GOES_BACK: Message = { zh: '倒退', en: 'goes back' }

const WHAT: Readonly<Record<Slip['of'], Message>> = {
  goal: { zh: '绩效目标', en: 'goal' },
  heading: { zh: '指标分类', en: 'heading' },
  indicator: { zh: '指标', en: 'indicator' },
}

export const numberingGap: Rule = {
  id: 'numbering-gap',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: {
      zh: '目标、分类和指标的编号应连续。',
      en: 'Goals, categories and indicators are numbered consecutively.',
    },
    finds: {
      zh: '跳号、重复或倒退的编号。',
      en: 'Numbers that skip, repeat or go backwards.',
    },
    why: {
      zh: '编号跳号、重复或倒退，往往意味着漏录、重复或错放了一项。指标编号可在每个分类下从 1 开始，也可全表连续。',
      en: 'A number that skips, repeats or goes backwards often means that an item was omitted, duplicated or misplaced. Indicators may start at 1 in each category or be numbered consecutively throughout the table.',
    },
    fix: {
      zh: '核对是否漏项，更正编号。',
      en: 'Check whether an item is missing, and correct the numbering.',
    },
    basis: {
      zh: '编号格式为表格固定格式（FORM）。',
      en: 'The numbering is part of the printed form (FORM).',
    },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。目标3:更换老化线路。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。目标2:更换老化线路。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 2.更换线路长度 ≥800米${REST}`,
    ),
  },

  *checkProject({ slips }) {
    for (const slip of slips) yield gap(slip)
  },
}
