import type { SpannedText } from '../source/spanned-text.ts'

/** What the blank of a form still says: `(≥**%)` has a comparator and a unit, and no number. */
export interface Placeholder {
  readonly comparator: SpannedText | undefined
  readonly unit: SpannedText | undefined
}

const SHAPE =
  /(?:[([]|(?<!\s))\s*(?:(≥|≤|>=|<=|>|<|=|不低于|不少于|不高于|不超过)\s*)?(?:(?<!\*)\*{2,}|(?<![×xX])[×xX]{2,}|(?<!_)_{2,})\s*(?:([^\s()*\d]{1,6})\s*)?[)\]]?$/

/** (≥台): the blank itself has been lost. */
const BARE = /\((≥|≤|>=|<=)([\u4e00-\u9fff%]{1,4})\)$/

/** The placeholder that a name ends with (FORM: `成活率(≥**%)`, left in front of the filled value). */
export const placeholderAtEnd = (name: SpannedText): Placeholder | undefined => {
  const { folded } = name
  if (!/[*×xX_)]/.test(folded)) return undefined
  const match = SHAPE.exec(folded.slice(-40)) ?? BARE.exec(folded.slice(-40))
  if (match === null) return undefined
  const start = Math.max(0, folded.length - 40) + match.index
  const part = (text: string | undefined, from: number): SpannedText | undefined => {
    if (text === undefined) return undefined
    const at = match[0].indexOf(text, from)
    return name.slice(start + at, start + at + text.length)
  }
  return { comparator: part(match[1], 0), unit: part(match[2], (match[1] ?? '').length) }
}
