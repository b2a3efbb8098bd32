import { fold } from '../../source/fold.ts'
import { TRADITIONAL } from '../../vocabulary/numerals.ts'
import { isDigit, isKind, Kind } from './characters.ts'

const ALL = new RegExp(`[${[...TRADITIONAL.keys()].join('')}]`, 'g')
const FULL_COMMA = '，'

/**
 * The text as the grammar reads it, character for character in its place: widths folded,
 * traditional characters of our tables simplified. `folded` is the same text as far as that is done.
 */
export const prepareText = (printed: string, folded = fold(printed)): string => {
  const simple = hasTraditional(folded) ? folded.replace(ALL, (c) => TRADITIONAL.get(c) ?? c) : folded
  return folded !== printed && printed.includes(FULL_COMMA) ? keepCommas(simple, printed) : simple
}

const hasTraditional = (folded: string): boolean => {
  for (let at = 0; at < folded.length; at += 1)
    if (isKind(folded.charCodeAt(at), Kind.traditional)) return true
  return false
}

const LONGEST_THOUSANDS = 20

/** 1，500米, ≥12，000人, 100，000元: alone behind the name, and no number of a list begins so or is so short. */
const isThousands = (printed: string, comma: number): boolean => {
  let start = comma
  while (
    comma - start < LONGEST_THOUSANDS &&
    (isDigit(printed.charCodeAt(start - 1)) || printed[start - 1] === FULL_COMMA)
  )
    start -= 1
  const match = THOUSANDS.exec(printed.slice(start, start + LONGEST_THOUSANDS))
  if (match === null || !LEADS.test(printed.slice(Math.max(0, start - 2), start))) return false
  return match[1] !== undefined || match[0].indexOf(FULL_COMMA) < 3
}

/** The group behind a group of three has to begin with a nought, or the first be shorter. */
const THOUSANDS = /^(?:\d{1,2}|[1-9]\d\d(?=，(0)))(?:，\d{3})+(?![\d，])/
const LEADS = /(?:^|[\s≥≤＝=<>＜＞:：]|[低少高大小多]于|超过|达到|至少|约)$/

/**
 * `100，200，300人` lists three numbers: a full-width comma parts thousands only among full-width
 * digits or before a decimal point (`82，225.00`).
 */
const keepCommas = (text: string, printed: string): string => {
  const pieces: string[] = []
  let kept = 0
  for (let i = printed.indexOf(FULL_COMMA); i >= 0; i = printed.indexOf(FULL_COMMA, i + 1)) {
    if (!isDigit(text.charCodeAt(i - 1)) || !isDigit(text.charCodeAt(i + 1))) continue
    if (!isDigit(printed.charCodeAt(i - 1)) || text[i + 4] === '.' || isThousands(printed, i)) continue
    pieces.push(text.slice(kept, i), FULL_COMMA)
    kept = i + 1
  }
  return kept === 0 ? text : pieces.join('') + text.slice(kept)
}
