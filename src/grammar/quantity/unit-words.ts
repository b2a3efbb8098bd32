import { Decimal, ONE } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { byCharacter } from '../../vocabulary/by-character.ts'
import { NO_TIMES, NOT_BEFORE, STILL_BEFORE, UNITS } from '../../vocabulary/units.ts'
import { isBlank, isIdeograph, isLetter, skipBlanks } from './characters.ts'

/** A unit word as it stands in the text. */
export interface UnitWord {
  readonly start: number
  readonly end: number
  readonly unit: Unit
}

interface Candidate {
  readonly word: string
  /** The second character, `NaN` if there is none: most words are told apart by it. */
  readonly second: number
  readonly unit: Unit
  /** Characters after which the word is no unit. */
  readonly notBefore: string
  /** Words that nevertheless may follow. */
  readonly still: readonly string[] | undefined
  readonly latin: boolean
}

const CANDIDATES = UNITS.flatMap(({ dimension, base, scale, words }) =>
  words.split(' ').map((word): Candidate => {
    // 十五万元整 is so many 万元.
    const printed = dimension === 'money' ? word.replace(/[整正]$/, '') : word
    const unit = { printed, base, dimension, scale: scale === '1' ? ONE : new Decimal(scale), per: [] }
    const notBefore = NOT_BEFORE.get(word) ?? ''
    const latin = isLetter(word.charCodeAt(word.length - 1))
    return { word, second: word.charCodeAt(1), unit, notBefore, still: STILL_BEFORE.get(word), latin }
  }),
)
const candidatesFrom = byCharacter(
  () => CANDIDATES,
  ({ word }) => word,
)
const LONGEST_WORD = Math.max(...CANDIDATES.map(({ word }) => word.length))

/** Candidates of more than one character for words that a line end or a page maker broke. */
const MOST_BLANKS = 4

/** The longest unit word that begins at `at`, unless what follows makes another word of it. */
export const findUnitWord = (text: string, at: number): UnitWord | undefined => {
  const candidates = candidatesFrom(text.charCodeAt(at))
  if (candidates.length === 0) return timesOfAny(text, at)
  const next = text.charCodeAt(at + 1)
  for (const candidate of candidates) {
    const { word, unit, second } = candidate
    const { length } = word
    if (length > 1 && (second !== next || (length > 2 && !text.startsWith(word, at)))) continue
    const end = at + length
    if (isBroken(text, end, candidate)) continue
    return { start: at, end, unit }
  }
  return timesOfAny(text, at)
}

/** 枪次 of 720枪次: a counter that no table holds, with 次 behind it. */
const timesOfAny = (text: string, at: number): UnitWord | undefined => {
  if (text[at + 1] !== TIMES || !isIdeograph(text.charCodeAt(at)) || NO_TIMES.has(text[at] as string))
    return undefined
  const end = at + 2
  if (NOT_BEFORE.get(TIMES)?.includes(text[end] ?? ' ')) return undefined
  const printed = text.slice(at, end)
  return { start: at, end, unit: { printed, base: printed, dimension: 'times', scale: ONE, per: [] } }
}

const TIMES = '次'

/** As `findUnitWord`, for words with blanks inside (`小 时`, `个 百 分点`), which must not be units without. */
export const findBrokenUnitWord = (text: string, at: number): UnitWord | undefined => {
  const candidates = candidatesFrom(text.charCodeAt(at))
  // Words that no blank breaks were looked for before.
  if (candidates.length === 0 || !hasBlankNear(text, at)) return undefined
  for (const candidate of candidates) {
    if (candidate.word.length === 1) continue
    const end = endAcrossBlanks(text, at, candidate.word)
    if (end !== undefined && !isBroken(text, end, candidate)) return { start: at, end, unit: candidate.unit }
  }
  return undefined
}

const isBroken = (text: string, end: number, { notBefore, still, latin }: Candidate): boolean => {
  if (latin)
    return isLetter(text.charCodeAt(end)) || (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57)
  const next = notBefore === '' ? undefined : text[end]
  if (next === undefined || !notBefore.includes(next)) return false
  return !still?.some((word) => text.startsWith(word, end))
}

const hasBlankNear = (text: string, at: number): boolean => {
  for (let i = at + 1; i < at + LONGEST_WORD; i += 1) if (isBlank(text.charCodeAt(i))) return true
  return false
}

const endAcrossBlanks = (text: string, at: number, word: string): number | undefined => {
  let i = at
  for (let k = 0; k < word.length; k += 1) {
    if (k > 0 && isBlank(text.charCodeAt(i))) {
      const next = skipBlanks(text, i)
      if (next - i > MOST_BLANKS) return undefined
      i = next
    }
    if (text.charCodeAt(i) !== word.charCodeAt(k)) return undefined
    i += 1
  }
  return i
}
