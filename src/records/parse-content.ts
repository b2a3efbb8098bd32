import { collectAll } from '../collect.ts'
import { type Amount, type Disclosure, isMoneyStage, type Project } from '../model/disclosure.ts'
import type { Message } from '../model/finding.ts'
import type { FailedRecord, SkippedRecord } from '../model/record.ts'
import { agenciesOf, projectsOf } from '../model/walk.ts'
import type { Opened, OpenedDocument, OpenOptions } from '../read/open.ts'
import { printable } from '../report/printable.ts'
import type { ParsedFile } from '../report/report.ts'
import type { Encoding } from '../source/source.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Core } from './core.ts'
import * as messages from './file-messages.ts'
import { overLimit, type TextLimits } from './limits.ts'

export interface ReadOptions extends TextLimits {
  readonly encoding: Encoding | undefined
  readonly maxFileSize: number
  /** Whether scanned pages are read: where something is installed that reads them, unless this is false. */
  readonly ocr?: boolean | undefined
}

/** The bytes of an input, until it is parsed: those of a large file are as much as all its text, and not needed beside it. */
export interface Content {
  bytes: Uint8Array
}

/** What one input gave. */
export type ReadFile = ParsedFile | FailedRecord | SkippedRecord

/** What reading needs beside the bytes; a thread of its own has it too. */
export interface Reader extends Pick<OpenOptions, 'isUtf8' | 'pdfData' | 'pictureReader'> {
  readonly core: Core
  /** The command, unless it is said. */
  readonly place?: messages.Place
}

/** How a file is called, and whether it was found in a folder, not named: it may be no filing at all. */
export interface InputName {
  readonly path: string
  readonly isSearched: boolean
}

/** Parses the content of one input, an archive file by file; whatever goes wrong becomes a failed file. */
export const parseContent = async (
  content: Content,
  input: InputName,
  { core, pictureReader, place, ...given }: Reader,
  { encoding, ocr, ...limits }: Omit<ReadOptions, 'maxFileSize'>,
): Promise<readonly ReadFile[]> => {
  try {
    const parts = await open(content, core, {
      ...given,
      encoding,
      pictureReader: ocr === false ? undefined : pictureReader,
    })
    const files: ReadFile[] = []
    for (const part of parts) files.push(parsePart(await settled(part), input, { core, place }, limits))
    return files
  } catch (error) {
    return [faultRecord(input.path, crashOf(error))]
  }
}

/** Characters of a scan that are doubtful, settled where sums leave one reading of them. */
const settled = async (part: Opened): Promise<Opened> => {
  if (part.kind !== 'document' || part.document.source.scan === undefined) return part
  const { settleScan } = await import('./settle-scan.ts')
  return { ...part, document: settleScan(part.document) }
}

/** Nothing but what it returns may hold on to the bytes: no caller has them in a variable of its own. */
const open = (content: Content, core: Core, options: OpenOptions): ReturnType<Core['open']> =>
  core.open(takeBytes(content), options)

const takeBytes = (content: Content): Uint8Array => {
  const { bytes } = content
  content.bytes = NO_BYTES
  return bytes
}

const NO_BYTES = new Uint8Array(0)

const parsePart = (
  part: Opened,
  input: InputName,
  { core, place }: { readonly core: Core; readonly place: messages.Place | undefined },
  limits: TextLimits,
): ReadFile => {
  // Files in an archive are told as if it were a folder.
  const path = part.name === undefined ? input.path : `${input.path}/${part.name}`
  if (part.kind !== 'document') return { kind: 'failed', path, error: messages.unopened(part, place) }
  const excess = overLimit(part, limits)
  if (excess !== undefined) return { kind: 'failed', path, error: excess }
  return parseOpened(part, path, input.isSearched || part.name !== undefined, core)
}

const parseOpened = (
  { document, encoding, encoded, decodeNotes }: OpenedDocument,
  path: string,
  isSearched: boolean,
  core: Core,
): ReadFile => {
  const parsed = guard(() => core.parse(document))
  if ('crash' in parsed) return faultRecord(path, parsed.crash)
  const { disclosure, format, layouts } = parsed.value
  if (isEmpty(disclosure)) {
    // A folder of filings also holds explanations and other tables. What was named must be a filing.
    const mayBeOther = isSearched && format !== 'text'
    return mayBeOther
      ? { kind: 'skipped', path, reason: messages.NO_TABLE }
      : { kind: 'failed', path, error: messages.NO_TABLE }
  }
  const { source, notes } = document
  return {
    kind: 'parsed',
    path,
    source,
    encoding,
    encoded,
    format,
    layouts,
    notes: [...decodeNotes.map(messages.decodeNote), ...notes.map(messages.readNote), ...notesOn(disclosure)],
    disclosure,
  }
}

/** A file that pbo itself failed on. */
export const faultRecord = (path: string, crash: string): FailedRecord => ({
  kind: 'failed',
  path,
  error: messages.crashed(printable(crash)),
  isFault: true,
})

/** The value of `run`, or why it threw. */
export const guard = <Value>(run: () => Value): { value: Value } | { crash: string } => {
  try {
    return { value: run() }
  } catch (error) {
    return { crash: crashOf(error) }
  }
}

const crashOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

const isEmpty = ({ headings, totals, agencies, projects }: Disclosure): boolean =>
  headings.length + totals.length + agencies.length + projects.length === 0

const notesOn = (disclosure: Disclosure): Message[] => [
  ...(isUnitAssumed(disclosure) ? [messages.assumedMoneyUnit(disclosure.moneyUnit)] : []),
  ...(disclosure.truncated ? [messages.TRUNCATED] : []),
]

/** Whether no unit is printed for the table, nor in the cell of each amount (164万元). */
const isUnitAssumed = (disclosure: Disclosure): boolean => {
  if (disclosure.moneyUnit.text !== undefined) return false
  const owners = [...disclosure.totals, ...agenciesOf(disclosure)]
  const amounts = [...owners.map(({ amount }) => amount), ...collectAll(projectsOf(disclosure), amountsOf)]
  const read = amounts.flatMap((amount) => (amount.kind === 'amount' ? [amount] : []))
  return read.length === 0 || read.some(({ text, numeral }) => !OWN_UNIT.test(behind(text, numeral.text)))
}

const amountsOf = ({ amount, funding, money }: Project): readonly Amount[] => [
  amount,
  ...funding.map((part) => part.amount),
  ...money.flatMap((cell) => (isMoneyStage(cell.stage) ? [cell.amount] : [])),
]

const behind = (text: SpannedText, number: SpannedText): string => text.folded.slice(number.endIn(text))

const OWN_UNIT = /^\s*[元千万亿]/
