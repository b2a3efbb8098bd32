import type { ColumnRole } from '../model/disclosure.ts'
import { headerRole, headerWordsFrom } from '../vocabulary/headers.ts'
import { UNITS } from '../vocabulary/units.ts'

/** A label in a text without separators. */
export interface GluedWord {
  readonly start: number
  /** Behind the word, a remark in brackets and a colon. */
  readonly end: number
  readonly word: string
  readonly role: ColumnRole
}

/** The labels that begin at a place of a folded text, longest first; line ends may break them. */
export const labelsAt = (folded: string, at: number): readonly GluedWord[] => {
  const found: GluedWord[] = []
  for (const [word, role] of headerWordsFrom(folded[at] ?? '')) {
    const end = wordEnd(folded, at, word)
    if (end > 0) found.push({ start: at, end: behindRemark(folded, end), word, role })
  }
  const line = found.length === 0 ? lineLabelAt(folded, at) : undefined
  return line === undefined ? found : [line]
}

const LINE_LABEL = /[^\s:;,。、≥≤]{3,20}(?=\s?:)/y

/** What stands in front of a colon at the start of a line and is composed as labels are: 政策或项目名称:. */
const lineLabelAt = (folded: string, at: number): GluedWord | undefined => {
  if (at > 0 && folded[at - 1] !== '\n') return undefined
  LINE_LABEL.lastIndex = at
  const word = LINE_LABEL.exec(folded)?.[0]
  const role = word === undefined ? undefined : headerRole(word)
  if (word === undefined || role === undefined) return undefined
  return { start: at, end: behindRemark(folded, at + word.length), word, role }
}

/** Where a word ends that stands at `at`, single blanks inside allowed, or 0. */
const wordEnd = (folded: string, at: number, word: string): number => {
  let end = at
  for (let i = 0; i < word.length; i += 1) {
    if (i > 0 && isBlank(folded[end])) end += 1
    if (folded[end] !== word[i]) return 0
    end += 1
  }
  return end
}

const REMARK = /[\s]{0,3}\((?:单位:?)?[^()\d]{1,12}\)/y

const behindRemark = (folded: string, at: number): number => {
  REMARK.lastIndex = at
  const end = REMARK.test(folded) ? REMARK.lastIndex : at
  const colon = skipBlanks(folded, end)
  return folded[colon] === ':' ? colon + 1 : end
}

export const skipBlanks = (folded: string, at: number): number => {
  let next = at
  while (isBlank(folded[next])) next += 1
  return next
}

export const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r'

let unitsByFirst: ReadonlyMap<string, readonly string[]> | undefined

/** The units of measure that begin with a character, longest first. */
const unitsFrom = (first: string): readonly string[] => {
  unitsByFirst ??= groupUnits()
  return unitsByFirst.get(first) ?? []
}

const groupUnits = (): ReadonlyMap<string, readonly string[]> => {
  const byFirst = new Map<string, string[]>()
  const words = UNITS.flatMap((row) => row.words.split(' ')).sort((a, b) => b.length - a.length)
  for (const word of words) {
    const first = word[0] as string
    const bucket = byFirst.get(first)
    if (bucket === undefined) byFirst.set(first, [word])
    else bucket.push(word)
  }
  return byFirst
}

/** Where the unit of measure ends that begins at `at`: 人次, 万元, 元/人; `at` where there is none. */
export const unitEnd = (folded: string, at: number): number => {
  const start = '万亿千百'.includes(folded[at] ?? '-') ? at + 1 : at
  const end = oneUnitEnd(folded, start)
  if (end === start) return start
  return folded[end] === '/' && oneUnitEnd(folded, end + 1) > end + 1 ? oneUnitEnd(folded, end + 1) : end
}

const oneUnitEnd = (folded: string, at: number): number => {
  const word = unitsFrom(folded[at] ?? '').find((candidate) => folded.startsWith(candidate, at))
  return word === undefined ? at : at + word.length
}
