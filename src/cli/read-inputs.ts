import type { Disclosure } from '../model/disclosure.ts'
import { sizeOf } from '../model/walk.ts'
import { printable } from '../report/printable.ts'
import type { FailedFile, ParsedFile } from '../report/report.ts'
import type { Message } from '../rules/rule.ts'
import { decode } from '../source/decode.ts'
import { type Encoding, Source } from '../source/source.ts'
import type { Core } from './core.ts'
import { describe, type FoundInput } from './inputs.ts'
import * as messages from './messages.ts'
import type { Io } from './world.ts'

export interface ReadOptions {
  readonly encoding: Encoding | undefined
  readonly maxFileSize: number
}

/** Reads and parses one input; whatever goes wrong becomes a failed file. */
export const readInput = async (
  input: FoundInput,
  io: Io,
  core: Core,
  options: ReadOptions,
): Promise<ParsedFile | FailedFile> => {
  const fail = (error: Message): FailedFile => ({ kind: 'failed', path: input.path, error })
  try {
    const bytes =
      input.kind === 'stdin'
        ? await io.stdin.read(options.maxFileSize)
        : io.files.read(input.path, options.maxFileSize)
    return bytes === undefined
      ? fail(messages.tooLarge(options.maxFileSize))
      : parseBytes(bytes, input.path, io, core, options)
  } catch (error) {
    return fail(describe(error))
  }
}

const parseBytes = (
  bytes: Uint8Array,
  path: string,
  io: Io,
  core: Core,
  { encoding }: ReadOptions,
): ParsedFile | FailedFile => {
  const fail = (error: Message): FailedFile => ({ kind: 'failed', path, error })
  const decoded = decode(bytes, { isUtf8: io.isUtf8, encoding })
  if (decoded.kind === 'binary') return fail(messages.binaryFile(decoded.is))
  if (decoded.kind === 'malformed') return fail(messages.malformedText(decoded.encoding, decoded.at))
  if (decoded.text.trim() === '') return fail(messages.EMPTY)
  const source = new Source(decoded.text)
  const parsed = guard(() => core.parse(source))
  if ('crash' in parsed) return fail(messages.crashed(printable(parsed.crash)))
  const { disclosure, format, layout } = parsed.value
  if (isEmpty(disclosure)) return fail(messages.NO_TABLE)
  return {
    kind: 'parsed',
    path,
    source,
    encoding: decoded.encoding,
    encoded: { bytes, encoding: decoded.encoding, markLength: decoded.markLength },
    format,
    layout,
    notes: [...decoded.notes.map(messages.decodeNote), ...notesOn(disclosure)],
    disclosure,
    size: sizeOf(disclosure),
  }
}

/** The value of `run`, or why it threw. */
export const guard = <Value>(run: () => Value): { value: Value } | { crash: string } => {
  try {
    return { value: run() }
  } catch (error) {
    return { crash: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

const isEmpty = ({ headings, totals, agencies, projects }: Disclosure): boolean =>
  headings.length + totals.length + agencies.length + projects.length === 0

const notesOn = (disclosure: Disclosure): Message[] => [
  ...(disclosure.moneyUnit.text === undefined ? [messages.ASSUMED_MONEY_UNIT] : []),
  ...(disclosure.truncated ? [messages.TRUNCATED] : []),
]
