import type { Period } from '../model/measure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { placedQuantities } from './placed-quantities.ts'

const SAYS_TIME = /时间|时限|日期|期限/
/** 2021.4, 202301-202312, 2023.1-12月: years and months without their words. */
const MONTHS =
  /^(?:19|20)\d\d(?:[/-]\d{1,2}(?:月?底?前)?$|(?:\.\d{1,2}|\d\d)(?:\s?(?:-{1,3}|~|至|到)\s?(?:(?:(?:19|20)\d\d\.?)?\d{1,2}))?(?:月?[前底末]|月?底前)?$)/
const MONTH = /((?:19|20)\d\d)[./-]?(\d{1,2})|(\d{1,2})/g

/**
 * The time that a cell names with points or digits alone where its name says that it is one: elsewhere 2021.4 is a
 * number, and 202301 a code.
 */
export const monthsAsDate = (value: SpannedText, name: SpannedText): Period | undefined => {
  const { folded } = value
  const quarter = QUARTER.exec(folded)
  if (quarter !== null) return quarterOf(value, quarter)
  if (!MONTHS.test(folded) || !SAYS_TIME.test(name.folded)) return undefined
  const parts: SpannedText[] = []
  let kept = 0
  for (const match of folded.matchAll(MONTH)) {
    const at = match.index
    const [all, year, month, alone] = match
    const end = at + all.length
    parts.push(value.slice(kept, at))
    if (year !== undefined && month !== undefined)
      parts.push(value.slice(at, at + year.length), word(value, at + year.length, '年'))
    parts.push(value.slice(end - (month ?? alone ?? '').length, end))
    if (value.folded[end] !== '月') parts.push(word(value, end, '月'))
    kept = end
  }
  parts.push(value.slice(kept))
  return periodOf(value, parts)
}

const QUARTER = /^(20\d\d)年?[\s/-]?[Qq]([1-4])(?=[前末底内]{0,2}$)/

/** 2024Q3 */
const quarterOf = (value: SpannedText, [all, year, quarter]: RegExpExecArray): Period | undefined => {
  const end = all.length
  const from = (year as string).length
  const number = value.slice(end - (quarter as string).length, end)
  return periodOf(value, [
    value.slice(0, from),
    word(value, from, '年第'),
    number,
    word(value, end, '季度'),
    value.slice(end),
  ])
}

const periodOf = (value: SpannedText, parts: readonly SpannedText[]): Period | undefined => {
  const [place, ...others] = placedQuantities(SpannedText.join(parts.filter(({ length }) => length > 0)))
  if (place?.quantity.kind !== 'period' || others.length > 0) return undefined
  return { ...place.quantity, text: value, span: value.span }
}

/** A word that isn't printed, at a place of the text. */
const word = (value: SpannedText, at: number, text: string): SpannedText => {
  const { start } = value.slice(at, at).span
  return SpannedText.of([{ text, span: { start, end: start } }], start)
}
