import type { FormatNumber } from './sheet-library.ts'

/** What printing needs to know of the workbook. */
export interface NumberPrinter {
  readonly formatNumber: FormatNumber
  readonly isDateFormat: (format: string) => boolean
}

/**
 * A number as the spreadsheet shows it, without blanks at its ends.
 *
 * @param format the number format's code; undefined or `General` for none
 */
export const printedNumber = (
  value: number,
  format: string | undefined,
  { formatNumber, isDateFormat }: NumberPrinter,
): string => {
  if (format === undefined || PLAIN_FORMAT.test(format)) return plainNumber(value)
  const code = quoteForeign(format === SHORT_DATE ? SHORT_DATE_ZH : format)
  try {
    const printed = formatNumber(code, isDateFormat(code) ? value : nudge(value)).trim()
    // `;;;` hides a value; only a zero may be left out, as finance bureaus do.
    return printed === '' && value !== 0 ? plainNumber(value) : printed
  } catch {
    return plainNumber(value)
  }
}

const PLAIN_FORMAT = /^(general|@)$/i

/** Format 14 is the system's short date: in China, the year comes first. */
const SHORT_DATE = 'm/d/yy'
const SHORT_DATE_ZH = 'yyyy/m/d'

/** Characters outside quotes that stand for themselves in Excel (¥, 元, 年) must be quoted for the library. */
const quoteForeign = (format: string): string =>
  format.replace(
    /("[^"]*"|\\.|\[[^[\]]*\]|[_*].)|([^\x20-\x7e€]+)/gs,
    (_, known: string | undefined, foreign: string) => known ?? `"${foreign}"`,
  )

/**
 * 1.005 is stored as 1.00499999999999989…, and Excel shows `1.01`: it rounds the 15 digits that
 * it would print. Two units of the last place are enough for that, and too few for anything else.
 */
const nudge = (value: number): number => (Math.abs(value) < 1e12 ? value * (1 + 2 * Number.EPSILON) : value)

/**
 * All digits of a number without a format, to the 15 that Excel shows: no `1.23E+11` for a code, no
 * `264.79000000000002` for a sum.
 */
const plainNumber = (value: number): string => {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15))
  const printed = String(rounded)
  if (!printed.includes('e')) return printed
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString()
  const exponent = Number(printed.slice(printed.indexOf('e') + 1))
  return rounded.toFixed(Math.min(100, 14 - exponent)).replace(/(?<!0)0+$/, '')
}
