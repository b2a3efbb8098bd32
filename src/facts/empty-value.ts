import type { Target } from '../model/disclosure.ts'
import { isQuality } from '../vocabulary/qualities.ts'
import { dimensionOfWord, MULTIPLE } from '../vocabulary/units.ts'

/** ( )元/人: the form's place for the number. */
const EMPTY_BRACKETS = /^\(\s*\)\s*/

/** `≥盏`, `根`: what stands around a number, without it. Graded words (优) are no units. */
export const hasNoValue = ({ kind, text }: Target): boolean => {
  if (kind !== 'unparsed' && kind !== 'qualitative') return false
  const rest = text.folded
    .replace(/^[≥≤<>=\s]+/, '')
    .replace(EMPTY_BRACKETS, '')
    .trim()
  if (rest === '') return true
  return (
    !isQuality(rest) &&
    rest.split('/').every((word) => dimensionOfWord(word.replace(MULTIPLE, '')) !== undefined)
  )
}
