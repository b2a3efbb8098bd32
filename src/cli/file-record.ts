import type { FilingExtract } from '../corpus/extract.ts'
import type { CheckedFile, FailedFile, SkippedFile } from '../report/report.ts'
import type { Message } from '../rules/rule.ts'
import { ByteOffsets, type EncodedText, encodedText } from '../source/byte-offset.ts'
import { type Address, type Encoding, Source } from '../source/source.ts'
import type { CheckOrder } from './check-content.ts'
import { extractIn } from './corpus-step.ts'
import { disclosureOf, type Outline, outlineOf } from './outline.ts'
import { type Print, type PrintFile, printedFile } from './print-file.ts'
import type { CrashedFile } from './read-inputs.ts'

/** What came of one input, or of one file in an archive, when it was checked. */
export type CheckResult = CheckedFile | FailedFile | CrashedFile | SkippedFile

/**
 * A result as plain data, without its path and its bytes: what the cache writes down, and what comes
 * back from a thread.
 */
export type FileRecord =
  | {
      readonly kind: 'failed'
      readonly name: string | undefined
      readonly why: Message
      readonly isCrash: boolean
    }
  | { readonly kind: 'skipped'; readonly name: string | undefined; readonly why: Message }
  | CheckedRecord
  | PrintedRecord

/** A file that was printed where it was checked. */
interface PrintedRecord extends Print {
  readonly kind: 'printed'
  readonly extract: FilingExtract | undefined
}

interface CheckedRecord
  extends Pick<CheckedFile, 'kind' | 'format' | 'layouts' | 'notes' | 'size' | 'scheme' | 'findings'> {
  /** Its path in the archive. */
  readonly name: string | undefined
  /** What to decode the bytes by, where they are text. */
  readonly encoded: { readonly encoding: Encoding; readonly markLength: number } | undefined
  /** The text, where it isn't just the bytes decoded. */
  readonly text: string | undefined
  readonly addresses: readonly Address[]
  readonly outline: Outline
  /** What is kept to hold it against others; its path is that of the file. */
  readonly extract: FilingExtract | undefined
}

/** A result without the tree; reports that draw the tree can't be made of it. */
export const withoutTree = (result: CheckResult): CheckResult =>
  result.kind === 'checked' ? { ...result, disclosure: disclosureOf(outlineOf(result.disclosure)) } : result

/** A result of the input at `path`; undefined where bytes of its own would have to go with it. */
export const recordOf = (result: CheckResult, path: string): FileRecord | undefined => {
  const name = result.path === path ? undefined : result.path.slice(path.length + 1)
  if (result.kind === 'failed') {
    return { kind: 'failed', name, why: result.error, isCrash: 'isCrash' in result }
  }
  if (result.kind === 'skipped') return { kind: 'skipped', name, why: result.reason }
  const { kind, format, layouts, notes, size, scheme, findings, encoded, source } = result
  if (name !== undefined && encoded !== undefined) return undefined
  return {
    kind,
    name,
    encoded: encoded && { encoding: encoded.encoding, markLength: encoded.markLength },
    text: encoded !== undefined && isWhole(source.text, encoded) ? undefined : source.text,
    addresses: source.addresses,
    format,
    layouts,
    notes,
    size,
    scheme,
    findings,
    outline: outlineOf(result.disclosure),
    extract: extractIn(result),
  }
}

/** What printing depends on beside the result. */
type PrintOrder = Pick<CheckOrder, 'path' | 'isFile' | 'isCompared'>

/** A result printed where it was checked; undefined where a report needs more of it. */
export const printedRecordOf = (
  result: CheckResult,
  { path, isFile, isCompared }: PrintOrder,
  print: PrintFile,
): FileRecord | undefined => {
  if (result.kind !== 'checked' || result.path !== path) return undefined
  // What is found by comparing comes later, and then it is checked again.
  if (isCompared && !isFile) return undefined
  const printed = print(result)
  return printed && { kind: 'printed', ...printed, extract: extractIn(result) }
}

/** The same as a result. */
export const printResult = (
  result: CheckResult,
  order: PrintOrder,
  print: PrintFile,
): CheckResult | undefined => {
  if ('printed' in result) return result
  const record = printedRecordOf(result, order, print)
  return record && resultOf(record, order.path, NO_BYTES)
}

const NO_BYTES = new Uint8Array(0)

/** The result that `record` was made of, for the same bytes at any path. */
export const resultOf = (record: FileRecord, path: string, bytes: Uint8Array): CheckResult => {
  if (record.kind === 'printed') {
    const printed = { text: () => record.text, counts: record.counts }
    return printedFile(path, printed, record.omitted, extractOf(record.extract, path))
  }
  const full = record.name === undefined ? path : `${path}/${record.name}`
  if (record.kind === 'failed') {
    const failed = { kind: 'failed', path: full, error: record.why } as const
    return record.isCrash ? { ...failed, isCrash: true } : failed
  }
  if (record.kind === 'skipped') return { kind: 'skipped', path: full, reason: record.why }
  const { kind, format, layouts, notes, size, scheme, findings, outline, extract } = record
  const encoded = record.encoded && encodedText(bytes, record.encoded.encoding, record.encoded.markLength)
  const text = record.text ?? (encoded === undefined ? '' : decodeBy(bytes, encoded))
  return {
    kind,
    path: full,
    source: new Source(text, record.addresses),
    encoding: encoded?.encoding,
    encoded,
    format,
    layouts,
    notes,
    disclosure: disclosureOf(outline),
    size,
    scheme,
    findings,
    ...(extract === undefined ? {} : { extract: extractOf(extract, full) }),
  }
}

const extractOf = (extract: FilingExtract | undefined, path: string): FilingExtract | undefined =>
  extract && { ...extract, path }

/** Whether a text is all that its file says: no last character was cut off. */
const isWhole = (text: string, encoded: EncodedText): boolean =>
  new ByteOffsets(encoded, text).at(text.length) === encoded.length

const decodeBy = (
  bytes: Uint8Array,
  { encoding, markLength }: { readonly encoding: Encoding; readonly markLength: number },
): string => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(markLength))
