import { Decimal } from '../model/decimal.ts'
import { sizeOf } from '../model/walk.ts'
import { Scan } from '../source/scan.ts'
import type { Source } from '../source/source.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { madeBy, toJson } from './json.ts'
import type { Exhibit, ParsedFile, ShowOptions } from './report.ts'
import { say } from './words.ts'

/**
 * The trees themselves, for machines. Every text carries its place in the source, numbers are
 * decimal strings, and what the tree leaves undefined is left out.
 */
export const renderTreeJson = (exhibit: Exhibit, options: ShowOptions): string =>
  exhibitJson(exhibit, options, (file) => ({
    encoding: file.encoding,
    format: file.format,
    layouts: file.layouts,
    notes: file.notes.map((note) => say(note, options.language)),
    size: sizeOf(file.disclosure),
    disclosure: toPlain(file.disclosure, file.source),
  }))

const toPlain = (value: unknown, source: Source): unknown => {
  if (value instanceof SpannedText) return describeText(value, source)
  // Each text says itself how sure it is.
  if (value instanceof Scan) return undefined
  if (Decimal.isDecimal(value)) return value.toFixed()
  if (Array.isArray(value)) return value.map((item) => toPlain(item, source))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, source)]))
}

/** A text put together from several places has them all in `ranges`. */
const describeText = (text: SpannedText, source: Source): object => {
  const { start, end } = text.span
  const { ranges } = text
  return {
    text: text.text,
    start,
    end,
    line: source.position(start).line,
    address: source.address(text.span)?.en,
    ranges: ranges.length > 1 ? ranges : undefined,
    ocrCertainty: source.scan?.certaintyOf(text.span),
  }
}

/** What was read of each file, for machines: `describe` says what a file that could be read has. */
export const exhibitJson = (
  exhibit: Exhibit,
  { language }: ShowOptions,
  describe: (file: ParsedFile) => object,
): string =>
  toJson({
    ...madeBy(exhibit.toolVersion),
    files: exhibit.files.map((file) =>
      file.kind === 'failed'
        ? { path: file.path, status: 'failed', error: say(file.error, language), errors: file.error }
        : { path: file.path, status: 'parsed', ...describe(file) },
    ),
  })
