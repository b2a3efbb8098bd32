import type { ColumnRole } from '../model/disclosure.ts'
import type { DraftGoals } from '../model/draft.ts'
import type { Cell } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { headerRole, termOf } from '../vocabulary/headers.ts'
import { isLevelOfState, isSumWord, OF_THESE_LABEL } from '../vocabulary/money-words.ts'
import { bare } from './words-of.ts'

/** A labelled field of a form: `项目名称`, `年度资金总额:`, `其中:财政拨款`. */
export interface Label {
  /** As printed, with the colon behind it. */
  readonly text: SpannedText
  readonly role: ColumnRole
  /** What stands behind the colon in the same cell or line; blank where nothing does. */
  readonly value: SpannedText
  /** 年度目标, 中长期目标. */
  readonly term: DraftGoals['term']
  /** 其中: a part of what stands before it. */
  readonly isPart: boolean
}

/** What a label says that no list has, as the rest of its form tells. */
export interface Told {
  readonly role: ColumnRole
  readonly term: DraftGoals['term']
  /** It stands over the names of the tasks of a department: 任务名称. */
  readonly headsTasks: boolean
  /** Nothing but its place tells what it says. */
  readonly isGuess: boolean
}

/** Labels that are in no list, by their words without blanks. */
export type ToldLabels = ReadonlyMap<string, Told>

export const NOTHING_TOLD: ToldLabels = new Map()

/** A label that was told, or words of labels that are the value of one. */
export interface ToldCell extends Cell {
  readonly told?: Told
  readonly isValue?: true
}

/** The label that a cell is, or begins with: by its words, or as it was told. */
export const labelOfCell = (cell: ToldCell): Label | undefined => {
  if (cell.isValue === true) return undefined
  const label = labelIn(cell.text)
  if (label !== undefined || cell.told === undefined || cell.text.isBlank) return label
  const { role, term } = cell.told
  const text = cell.text.trim()
  const own = labelOf(text, text.length, role, OF_THESE_LABEL.test(text.folded))
  return term === undefined ? own : { ...own, term }
}

const LONGEST = 60

/** The label that a text is, or begins with before a colon; `undefined` for anything else. */
export const labelIn = SpannedText.remember((text): Label | undefined => {
  const trimmed = text.trim()
  if (trimmed.text === '') return undefined
  const head = trimmed.length > LONGEST ? trimmed.slice(0, LONGEST) : trimmed
  const part = OF_THESE_LABEL.exec(head.folded)?.[0].length ?? 0
  if (head.length === trimmed.length) {
    const role = roleOf(trimmed.slice(part))
    if (role !== undefined) return labelOf(trimmed, trimmed.length, role, part > 0)
  }
  const number = NUMBERED.exec(head.folded)?.[0].length ?? 0
  if (number > 0 && roleOf(trimmed.slice(number)) === 'funding')
    return labelOf(trimmed, trimmed.length, 'funding', false)
  const colon = head.folded.indexOf(':', part)
  if (colon <= part) return sumIn(trimmed, part)
  // 单位:万元 says in what the amounts are printed.
  if (MONEY_UNIT.test(trimmed.folded)) return undefined
  const role = roleOf(trimmed.slice(part, colon))
  return role === undefined ? undefined : labelOf(trimmed, colon + 1, role, part > 0)
})

/** A level of the state in front of a sum, a part of the one before: 其中:中央 63. */
export const levelLabel = (text: SpannedText): Label | undefined => {
  const trimmed = text.trim()
  const part = OF_THESE_LABEL.exec(trimmed.folded)?.[0].length ?? 0
  const isLevel = part > 0 && isLevelOfState(trimmed.folded.slice(part).replace(/:$/, ''))
  return isLevel ? labelOf(trimmed, trimmed.length, 'funding', true) : undefined
}

/** FORM: 1、资金来源:(1)财政性资金 over (2)其他资金. */
const NUMBERED = /^(?:\d{1,2}[、.])?(?:[\u4e00-\u9fff]{2,8}:)?\((?:\d{1,2}|[一二三四五六七八九十])\)\s*/

const MONEY_UNIT = /^(?:金额)?单位:\s*(?:人民币\s*)?(?:千元|万元|亿元|元)$/
const SUM = /^([\u4e00-\u9fff]{2,12})\s*(?=-?[\d,.]+\s*(?:万?元)?$)/

/** 财政拨款 45.6, 合计 45.6: money with its label in one cell, and no colon between. */
const sumIn = (text: SpannedText, part: number): Label | undefined => {
  if (text.length > LONGEST) return undefined
  const found = SUM.exec(text.folded.slice(part))
  if (found === null) return undefined
  const name = found[1] as string
  const role = isSumWord(name) ? 'amount' : headerRole(name)
  const isMoney = role === 'amount' || role === 'funding'
  return isMoney ? labelOf(text, part + found[0].length, role, part > 0) : undefined
}

/** Whether a label names the department or the agency itself, and not the one over it: 部门名称. */
export const isDepartment = ({ role, text }: Label): boolean =>
  role === 'agency' && /^(?:预算)?(?:部门|单位)/.test(text.folded)

/** In a form, 单位名称 names the agency and 当年目标 a goal: the project's name is labelled as such. */
const roleOf = (label: SpannedText): ColumnRole | undefined => {
  const name = bare(label)
  if (/^(?:单位名称|单位|部门名称|部门)$/.test(name)) return 'agency'
  const role = headerRole(name)
  return name === '目标' || (role === 'target' && name.endsWith('目标')) ? 'goal' : role
}

/** The label in front of a text, up to `valueAt`, with what stands behind as its value. */
export const labelOf = (text: SpannedText, valueAt: number, role: ColumnRole, isPart: boolean): Label => {
  const label = text.slice(0, valueAt).trim()
  return { text: label, role, value: text.slice(valueAt).trim(), term: termOf(label.meaning), isPart }
}

/** Words as a label that says nothing but its role, or, blank, the place where one would stand that is not printed. */
export const plainLabel = (text: SpannedText, role: ColumnRole): Label => ({
  text,
  role,
  value: text.slice(text.length),
  term: undefined,
  isPart: false,
})
