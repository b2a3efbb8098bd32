import { renderCompact } from './compact.ts'
import { renderJson } from './json.ts'
import { renderPretty } from './pretty.ts'
import type { Report, ReportOptions } from './report.ts'

/** A pure function from what was found to what is printed. */
export type Reporter = (report: Report, options: ReportOptions) => string

/** Every output format of `pbo check`, by its name on the command line. */
export const reporters = {
  pretty: renderPretty,
  compact: renderCompact,
  json: renderJson,
} as const satisfies Record<string, Reporter>
