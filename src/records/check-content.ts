import { schemeInForce } from '../check.ts'
import { corpusRulesAmong } from '../corpus/corpus-rule.ts'
import { extractFiling } from '../corpus/extract.ts'
import type { FileRecord } from '../model/record.ts'
import { recordOf } from '../record.ts'
import type { ParsedFile } from '../report/report.ts'
import type { Settings } from '../settings.ts'
import {
  type Content,
  faultRecord,
  guard,
  type InputName,
  parseContent,
  type Reader,
  type ReadOptions,
} from './parse-content.ts'

/** What is the same for all inputs of a run. */
export type CheckTerms = Omit<ReadOptions, 'maxFileSize'>

/** One input to be checked. */
export interface CheckOrder extends InputName {
  readonly content: Content
  readonly settings: Settings
  /** It will be compared with others. */
  readonly isCompared: boolean
}

/** What checking needs beside the order; a thread of its own has it too. */
export interface Checker extends Reader {
  /** A short digest of a text, the same everywhere and always. */
  readonly hash: (text: string) => string
}

/**
 * Parses and checks one input, an archive file by file, and lets go of its bytes. Needs nothing of the world
 * around it.
 */
export const checkContent = async (
  order: CheckOrder,
  terms: CheckTerms,
  checker: Checker,
): Promise<readonly FileRecord[]> => {
  const files = await parseContent(order.content, order, checker, terms)
  return files.map((file) => (file.kind === 'parsed' ? checkFile(file, order, checker) : file))
}

/** Checks a file that was read. */
export const checkFile = (
  file: ParsedFile,
  { settings, isCompared }: Pick<CheckOrder, 'settings' | 'isCompared'>,
  { core, hash }: Pick<Checker, 'core' | 'hash'>,
): FileRecord => {
  const checked = guard((): FileRecord => {
    const findings = core.check(file.disclosure, settings)
    const record = recordOf(file, findings, schemeInForce(file.disclosure, settings.scheme), hash)
    const isExtracted = isCompared && corpusRulesAmong(core.rules).length > 0
    return isExtracted ? { ...record, extract: extractFiling(file) } : record
  })
  return 'crash' in checked ? faultRecord(file.path, checked.crash) : checked.value
}
