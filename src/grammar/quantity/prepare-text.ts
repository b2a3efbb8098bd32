import { fold } from '../../source/fold.ts'
import { TRADITIONAL } from '../../vocabulary/numerals.ts'
import { isKind, Kind } from './character-kinds.ts'
import { isDigit } from './characters.ts'

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

/**
 * `100，200，300人` lists three numbers: a full-width comma parts thousands only among full-width
 * digits or before a decimal point (`82，225.00`).
 */
const keepCommas = (text: string, printed: string): string => {
  const pieces: string[] = []
  let kept = 0
  for (let i = printed.indexOf(FULL_COMMA); i >= 0; i = printed.indexOf(FULL_COMMA, i + 1)) {
    if (!isDigit(text.charCodeAt(i - 1)) || !isDigit(text.charCodeAt(i + 1))) continue
    if (!isDigit(printed.charCodeAt(i - 1)) || text[i + 4] === '.') continue
    pieces.push(text.slice(kept, i), FULL_COMMA)
    kept = i + 1
  }
  return kept === 0 ? text : pieces.join('') + text.slice(kept)
}
