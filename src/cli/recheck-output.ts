import type { RecheckReport } from '../report/recheck/recheck-report.ts'
import type { ReportOptions, ShowOptions } from '../report/report.ts'
import { attempt, type OutputFlags, type OutputTo, printPieces } from './outputs.ts'
import { type RecheckFormat, renderRecheck } from './recheck-formats.ts'
import { createPaint } from './terminal.ts'
import type { Io } from './world.ts'

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
