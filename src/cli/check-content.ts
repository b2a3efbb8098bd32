import { schemeInForce } from '../check.ts'
import type { CheckedFile, FailedFile, ParsedFile } from '../report/report.ts'
import type { Settings } from '../settings.ts'
import type { Core } from './core.ts'
import { withExtract } from './corpus-step.ts'
import type { CheckResult } from './file-record.ts'
import {
  type Content,
  crashedFile,
  guard,
  parseContent,
  type Reader,
  type ReadOptions,
} from './read-inputs.ts'

/** What is the same for all inputs of a run. */
export type CheckTerms = Omit<ReadOptions, 'maxFileSize'>

/** One input to be checked. */
export interface CheckOrder {
  readonly path: string
  /** Found in a folder, not named. */
  readonly isSearched: boolean
  readonly content: Content
  readonly settings: Settings
  /** It will be held against others. */
  readonly isCompared: boolean
  /** It can be read once more, as standard input can not. */
  readonly isFile: boolean
}

/**
 * Parses and checks one input, an archive file by file, and lets go of its bytes. Needs nothing of the world
 * around it.
 */
export const checkContent = async (
  order: CheckOrder,
  terms: CheckTerms,
  reader: Reader,
): Promise<readonly CheckResult[]> => {
  const files = await parseContent(order.content, order, reader, terms)
  return files.map((file) => (file.kind === 'parsed' ? checkFile(file, reader.core, order) : file))
}

const checkFile = (
  file: ParsedFile,
  core: Core,
  { settings, isCompared }: CheckOrder,
): CheckedFile | FailedFile => {
  const checked = guard((): CheckedFile => {
    const findings = core.check(file.disclosure, settings)
    const scheme = schemeInForce(file.disclosure, settings.scheme)
    const result: CheckedFile = { ...file, kind: 'checked', scheme, findings }
    return isCompared ? withExtract(result, core) : result
  })
  return 'crash' in checked ? crashedFile(file.path, checked.crash) : checked.value
}
