import type { RecheckReport } from '../report/recheck/recheck-report.ts'
import type { ReportOptions, ShowOptions } from '../report/report.ts'
import type { RECHECK_FORMATS } from './options.ts'
import { attempt, contentOf, type OutputFlags, type OutputTo, printPieces } from './outputs.ts'
import { createPaint } from './paint.ts'
import type { Io } from './world.ts'

/** The formats of `pbo recheck`, by their names on the command line. */
const renderers = {
  pretty: async () => (await import('../report/recheck/pretty.ts')).recheckPretty,
  json: async () => (await import('../report/recheck/json.ts')).renderRecheckJson,
  csv: async () => (await import('../report/recheck/csv.ts')).renderRecheckCsv,
  markdown: async () => (await import('../report/recheck/markdown.ts')).renderRecheckMarkdown,
  html: async () => (await import('../report/recheck/html.ts')).renderRecheckHtml,
  xlsx: async () => (await import('../handout/recheck-workbook.ts')).renderRecheckWorkbook,
} as const satisfies Record<
  RecheckFormat,
  () => Promise<
    (report: RecheckReport, options: ReportOptions) => string | Iterable<string> | Promise<Uint8Array>
  >
>

export type RecheckFormat = (typeof RECHECK_FORMATS)[number]

/** The comparison in one format. */
const renderRecheck = async (
  report: RecheckReport,
  format: RecheckFormat,
  options: ReportOptions,
): Promise<string | Uint8Array> => {
  const renderer = await renderers[format]()
  const made = await renderer(report, options)
  return typeof made === 'string' || made instanceof Uint8Array ? made : contentOf(made)
}

/** Prints the comparison and writes its files; false if one could not be written, which stderr is told. */
export const writeRecheck = async (
  report: RecheckReport,
  flags: Pick<OutputFlags, 'level'> & {
    readonly format: RecheckFormat
    readonly output?: readonly OutputTo<RecheckFormat>[]
  },
  show: ShowOptions,
  io: Io,
): Promise<boolean> => {
  const wrap = io.stdout.isTTY ? (await import('../report/wrap.ts')).wrapText : undefined
  const look: ReportOptions = { ...show, level: flags.level, hash: io.hash, wrap }
  await printPieces([await renderRecheck(report, flags.format, look)], flags.format, io)
  const plain = { ...look, width: 100, paint: await createPaint(false), wrap: undefined }
  const failures: string[] = []
  for (const { format, path } of flags.output ?? []) {
    const content = await renderRecheck(report, format, plain)
    failures.push(...(await attempt(path, () => io.files.write(path, content), show.language)))
  }
  for (const failure of failures) io.stderr.write(`pbo: ${failure}\n`)
  return failures.length === 0
}
