import { filedIn } from './corpus/agencies.ts'
import type { Disclosure } from './model/disclosure.ts'
import type { LayoutId } from './model/draft.ts'
import type { Edit, Finding, Message } from './model/finding.ts'
import { FingerprintWriter } from './model/fingerprint.ts'
import { type LocatedFile, locatorOf } from './model/locator.ts'
import { type CheckedRecord, type RecordedFinding, type SchemeInForce, withFindings } from './model/record.ts'
import { sizeOf } from './model/walk.ts'
import { fold } from './source/fold.ts'
import type { Format } from './source/format.ts'
import type { Encoding, Source } from './source/source.ts'

/** One file that was read: what a record is made of, beside its findings. */
export interface ReadFiling extends LocatedFile {
  readonly path: string
  readonly encoding: Encoding | undefined
  readonly format: Format
  readonly layouts: readonly LayoutId[]
  readonly notes: readonly Message[]
  readonly disclosure: Disclosure
}

/** Related places beyond these are named, and their text is nowhere shown. */
const QUOTED_PLACES = 12

/** Formats whose text is the file itself. */
const EDITABLE: ReadonlySet<Format> = new Set(['text', 'csv', 'markdown'])

/**
 * Whether the text of a file can be changed so. A cell that begins with an equals sign would be a formula to a
 * spreadsheet, and where blanks align columns nothing may become narrower.
 */
const canBeMade = ({ at, text }: Edit, { format, source }: ReadFiling): boolean => {
  if (!EDITABLE.has(format) || source.addresses.length > 0) return false
  const before = source.text[at.start - 1] ?? '\n'
  if (/^[=+@-]./.test(text + source.text.slice(at.end, at.end + 1).trim()) && format !== 'markdown')
    return !/[\t\r\n,;"]/.test(before)
  const line = lineAround(source, at.start)
  if (format !== 'text' || line.includes('\t') || !/ {2}/.test(line)) return true
  const printed = source.text.slice(at.start, at.end)
  return text.length === printed.length && fold(text) === text && fold(printed) === printed
}

const lineAround = (source: Source, offset: number): string => {
  const { line } = source.position(offset)
  return source.text.slice(source.lineStarts[line - 1], source.lineStarts[line])
}

/** The lowest confidence of a table; what contradicts itself is not to be relied on. */
const confidenceIn = ({ readings, misreadings }: Disclosure): number =>
  Math.min(1, ...readings.map(({ confidence }) => confidence), ...misreadings.map(() => CONTRADICTORY))

const CONTRADICTORY = 0.3

/** What was found in a file, and where that is, as a record that needs nothing of the file any more. */
export const recordOf = (
  file: ReadFiling,
  findings: readonly Finding[],
  scheme: SchemeInForce,
  hash: (text: string) => string,
): CheckedRecord => {
  const { path, encoding, format, layouts, notes, disclosure, source } = file
  const locator = locatorOf(file)
  const prints = new FingerprintWriter(hash)
  const recorded = findings.map((finding): RecordedFinding => {
    const { at, related, edits, ...rest } = finding
    const isEditable = edits?.every((edit) => canBeMade(edit, file)) === true
    return {
      ...rest,
      at: locator.quotedPlace(at),
      ...(related === undefined
        ? {}
        : {
            related: related.map((other, i) => ({
              at: i < QUOTED_PLACES ? locator.quotedPlace(other.at) : locator.place(other.at),
              note: other.note,
            })),
          }),
      ...(edits !== undefined && isEditable
        ? { edits: edits.map((edit) => ({ at: locator.place(edit.at), text: edit.text })) }
        : {}),
      fingerprint: prints.next(finding, locator.identity(at)),
    }
  })
  const record: CheckedRecord = {
    kind: 'checked',
    path,
    ...(encoding === undefined ? {} : { encoding }),
    format,
    hasLines: source.addresses.length === 0,
    layouts,
    confidence: confidenceIn(disclosure),
    scheme,
    notes,
    size: sizeOf(disclosure),
    ...filedIn(disclosure),
    isComplete: true,
    counts: { error: 0, warning: 0, info: 0 },
    findings: [],
  }
  return withFindings(record, recorded)
}
