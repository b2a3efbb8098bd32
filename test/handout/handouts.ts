import { FileNames } from '../../src/handout/file-names.ts'
import type { CheckedFiles, Handout, HandoutTerms } from '../../src/handout/handout.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'

const NO_FILES: CheckedFiles = { read: async () => undefined, options: { isUtf8: () => true } }

/** The files of a handout by their names. */
export const filesOf = async (
  handout: Handout,
  report: Report,
  terms: Partial<HandoutTerms> = {},
): Promise<Readonly<Record<string, Uint8Array>>> => {
  const files: Record<string, Uint8Array> = {}
  const given = { report, options: reportOptions(), names: new FileNames(), files: NO_FILES, ...terms }
  for await (const { name, content } of handout(given)) files[name] = content
  return files
}
