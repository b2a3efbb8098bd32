import type { Message } from '../model/finding.ts'
import type { CheckedRecord, FailedRecord } from '../model/record.ts'
import type { Core } from '../records/core.ts'
import { tooLarge } from '../records/file-messages.ts'
import { cuttingOut, readOriginals } from '../records/originals.ts'
import {
  type Content,
  parseContent,
  type Reader,
  type ReadFile,
  type ReadOptions,
} from '../records/parse-content.ts'
import type { Original } from '../report/report.ts'
import { describe, type FoundInput } from './inputs.ts'
import type { Io } from './world.ts'

/** Reads and parses one input, an archive file by file; whatever goes wrong becomes a failed file. */
export const readInput = async (
  input: FoundInput,
  io: Io,
  core: Core,
  options: ReadOptions,
): Promise<readonly ReadFile[]> => {
  const content = await readContent(input, io, options.maxFileSize)
  return 'kind' in content ? [content] : parseContent(content, input, readerOf(io, core), options)
}

/** Reads filings once more, for reports that draw or quote them. */
export const readAgain = (
  records: Iterable<CheckedRecord>,
  inputs: readonly FoundInput[],
  options: ReadOptions,
  io: Io,
  core: Core,
): Promise<ReadonlyMap<string, Original>> =>
  readOriginals(records, inputs, (input, wanted) => {
    const openPictureReader = cuttingOut(wanted, io.openPictureReader)
    return readInput(
      input,
      { ...io, ...(openPictureReader === undefined ? {} : { openPictureReader }) },
      core,
      options,
    )
  })

/** What reading needs of the world. */
export const readerOf = ({ isUtf8, openPictureReader }: Io, core: Core): Reader => ({
  core,
  isUtf8,
  pictureReader: openPictureReader,
})

/** The content of an input, or why there is none. */
export const readContent = async (
  input: FoundInput,
  io: Io,
  maxFileSize: number,
): Promise<Content | FailedRecord> => {
  const fail = (error: Message): FailedRecord => ({ kind: 'failed', path: input.path, error })
  try {
    const bytes =
      input.kind === 'stdin' ? await io.stdin.read(maxFileSize) : io.files.read(input.path, maxFileSize)
    return bytes === undefined ? fail(tooLarge(maxFileSize)) : { bytes }
  } catch (error) {
    return fail(describe(error))
  }
}
