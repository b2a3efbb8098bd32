import type { ExpectedAgency } from '../corpus/roll-call.ts'
import type { Message } from '../model/finding.ts'
import { AgencyListError, openAgencyList } from '../records/agency-list.ts'
import type { Core } from '../records/core.ts'
import { tooLarge } from '../records/file-messages.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { describe } from './inputs.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/**
 * The agencies of the list that `--expect` names.
 *
 * @throws UsageError if it can't be read, or names nobody
 */
export const readExpected = async (path: string, io: Io, core: Core): Promise<readonly ExpectedAgency[]> => {
  const fail = ({ zh, en }: Message): UsageError =>
    new UsageError({ zh: `--expect ${path}：${zh}`, en: `--expect ${path}: ${en}` })
  let bytes: Uint8Array | undefined
  try {
    bytes = io.files.read(path, DEFAULT_LIMITS.maxFileSize)
  } catch (error) {
    throw fail(describe(error))
  }
  if (bytes === undefined) throw fail(tooLarge(DEFAULT_LIMITS.maxFileSize))
  try {
    return await openAgencyList(bytes, core, { isUtf8: io.isUtf8 })
  } catch (error) {
    throw error instanceof AgencyListError ? fail(error.reason) : error
  }
}
