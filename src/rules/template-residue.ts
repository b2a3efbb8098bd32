import { groupBy } from '../collect.ts'
import { tableOf } from '../facts/columns.ts'
import type { Residue } from '../facts/residue.ts'
import { surveyOf } from '../facts/survey.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'

export const templateResidue: Rule = {
  id: 'template-residue',
  category: 'wording',
  severity: 'warning',
  reads: 'text',
  docs: {
    summary: {
      zh: '模板中的提示文字应替换为实际内容。',
      en: 'No template placeholders are left in the table.',
    },
    finds: {
      zh: '没有替换掉的占位符、省略号、空编号、字数提示，以及未作选择的选项。同一表中的合并为一条，列出所有位置；每处选择单独一条。',
      en: 'Placeholders, ellipses, empty numbered items, length hints and choices that were left open. Those of one table are combined into one finding that lists every place; each choice is a finding of its own.',
    },
    why: {
      zh: '“**”“……”“100字以内”“指标2:”等留在表中，说明该处没有填写。值前留有占位符但已填写的，仅作提示。',
      en: 'Where **, ……, 100字以内 or an empty 指标2: is left in the table, nothing was filled in. A placeholder in front of a value that was filled in is only a notice.',
    },
    fix: { zh: '填写实际内容，删除提示文字。', en: 'Enter the actual content and remove the template text.' },
    basis: { zh: '占位符见各地表样（FORM）。', en: 'Local forms print the placeholders (FORM).' },
    invalid: example(projectRow('路灯维修', '目标1:……', '一、产出指标 (一)数量指标 1.维修路灯数量 ≥**盏')),
    valid: example(
      projectRow('路灯维修', '目标1:修复损坏的路灯。', '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏'),
    ),
  },

  *check(disclosure) {
    const groups = groupBy(surveyOf(disclosure).residue, ({ kind, shown, at }) => {
      const choice = kind === 'choice' ? shown : ''
      return `${tableOf(disclosure, at.start)} ${kind} ${choice}`
    })
    for (const group of groups.values()) yield leftIn(group)
  },
}

/** What one template left in one table. */
const leftIn = (group: readonly Residue[]): Problem => {
  const places = group.toSorted((a, b) => a.at.start - b.at.start)
  const [first, ...others] = places
  if (first === undefined) throw new RangeError('nothing was left in')
  const shown = [...new Set(places.map((one) => one.shown))]
  return {
    ...WORDS[first.kind](listed(shown), places.length),
    at: first.at,
    ...(others.length === 0
      ? {}
      : {
          related: others.map((one) => ({
            at: one.at,
            note: { zh: `“${one.shown}”`, en: `“${one.shown}”` },
          })),
        }),
  }
}

const MOST_SHOWN = 3

const listed = (shown: readonly string[]): Message => {
  const words = shown.slice(0, MOST_SHOWN).map((text) => `“${text}”`)
  return shown.length > MOST_SHOWN
    ? { zh: `${words.join('')}等`, en: `${words.join(', ')}, …` }
    : { zh: words.join(''), en: words.join(', ') }
}

type Words = (shown: Message, count: number) => Pick<Problem, 'message' | 'fix' | 'severity'>

const WORDS: Readonly<Record<Residue['kind'], Words>> = {
  'in-place': (shown, count) => ({
    message: {
      zh: `模板文字${shown.zh}没有替换为实际内容${times(count).zh}`,
      en: `the template text ${shown.en} was not replaced${times(count).en}`,
    },
  }),
  'in-front': (shown, count) => ({
    message: {
      zh: `已填写的内容中仍留有模板文字${shown.zh}${times(count).zh}`,
      en: `the template text ${shown.en} was left beside what was filled in${times(count).en}`,
    },
    fix: { zh: '删除模板文字。', en: 'Remove the template text.' },
    severity: 'info',
  }),
  choice: (shown, count) => ({
    message: {
      zh: `选项${shown.zh}没有作出选择${times(count).zh}`,
      en: `no choice was made between the options ${shown.en}${times(count).en}`,
    },
    fix: { zh: '选定一项，删除其余选项。', en: 'Choose one option and remove the others.' },
  }),
}

const times = (count: number): Message =>
  count === 1 ? { zh: '', en: '' } : { zh: `，共 ${count} 处`, en: `, in ${count} places` }
