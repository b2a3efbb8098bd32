import { SCHEMA_VERSION, toJson } from './json.ts'
import type { Exhibit, ParsedFile, ShowOptions } from './report.ts'
import { say } from './words.ts'

/** What was read of each file, for machines: `describe` says what a file that could be read has. */
export const exhibitJson = (
  exhibit: Exhibit,
  { language }: ShowOptions,
  describe: (file: ParsedFile) => object,
): string =>
  toJson({
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'pbo', version: exhibit.toolVersion },
    files: exhibit.files.map((file) =>
      file.kind === 'failed'
        ? { path: file.path, status: 'failed', error: say(file.error, language), errors: file.error }
        : { path: file.path, status: 'parsed', ...describe(file) },
    ),
  })
