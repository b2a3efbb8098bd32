import { groupBy } from '../collect.ts'
import { FileNames } from '../handout/file-names.ts'
import type { CheckedFiles, Templates } from '../handout/handout.ts'
import { type HandoutFormat, isHandout, makeHandout } from '../handout/index.ts'
import type { Language, Message } from '../model/finding.ts'
import { type ReportFormat, renderReport } from '../report/index.ts'
import { printable } from '../report/printable.ts'
import type { RecheckReport } from '../report/recheck/recheck-report.ts'
import type { FileResult, Report, ReportOptions, ResultHead, ShowOptions } from '../report/report.ts'
import { textWidth } from '../report/text-width.ts'
import { headsOf, isAtLeast, tallyOf } from '../report/verdict.ts'
import { SEVERITIES, SEVERITY_WORDS, say } from '../report/words.ts'
import { notWritten, writeFolder } from './named-files.ts'
import type { RecheckFormat } from './options.ts'
import { isFolder, type OutputFlag, type OutputFlags, type OutputTo, recheckFormatOf } from './outputs.ts'
import { isAbsolute, relativePath } from './paths.ts'
import { createPaint, isOnGithub, tell } from './terminal.ts'
import type { Io } from './world.ts'

/**
 * Prints the report and writes its files; false if one could not be written, which stderr is told.
 *
 * @param inputs What was checked, for copies of it.
 */
export const writeReport = async (
  report: Report,
  flags: OutputFlags,
  show: ShowOptions,
  io: Io,
  inputs: CheckedFiles,
  templates?: Templates,
): Promise<boolean> => {
  const { printed, plain } = await looksOf(flags, show, io)
  if (flags.quiet !== true || !TERSE_FORMATS.includes(flags.format) || hasListed(report, flags.level)) {
    await printPieces(await piecesOf(report, flags.format, printed, io), flags.format, io)
  }
  const writing = new Writing(show.language, io)
  const names = new Map<string, FileNames>()
  for (const output of flags.output ?? []) {
    const { format, path } = output
    if (isFolder(output)) {
      // Two sorts of files may go into one folder.
      const taken = names.get(io.files.resolve(path)) ?? new FileNames()
      names.set(io.files.resolve(path), taken)
      const files = await makeHandout(format as HandoutFormat, {
        report,
        options: plain,
        names: taken,
        files: inputs,
        tell: (message) => tell(io, message[show.language]),
        templates,
      })
      await writing.attempt(path, () => writeFolder(path, files, io))
    } else {
      const content = await contentOfFile(output, report, plain, io)
      await writing.attempt(path, () => io.files.write(path, content))
    }
  }
  const summary = isOnGithub(io) ? (io.env['GITHUB_STEP_SUMMARY'] ?? '') : ''
  if (summary !== '') {
    const { renderGithubSummary } = await import('../report/markdown.ts')
    const text = renderGithubSummary(report, plain)
    await writing.attempt(summary, () => io.files.append(summary, text))
  }
  return writing.isDone()
}

/** How a report looks that is printed, and in files: as wide as in pipes, and without colours. */
const looksOf = async (
  { level }: Pick<OutputFlags, 'level'>,
  show: ShowOptions,
  io: Io,
): Promise<Record<'printed' | 'plain', ReportOptions>> => {
  const wrap = io.stdout.isTTY ? (await import('../report/wrap.ts')).wrapText : undefined
  const printed = { ...show, level, hash: io.hash, wrap }
  return { printed, plain: { ...printed, width: 100, paint: await createPaint(false), wrap: undefined } }
}

/** Outputs that are written one after the other, whatever becomes of each. */
class Writing {
  readonly #language: Language
  readonly #io: Io
  readonly #failures: string[] = []

  constructor(language: Language, io: Io) {
    this.#language = language
    this.#io = io
  }

  async attempt(path: string, write: () => void | Promise<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      this.#failures.push(notWritten(path, error)[this.#language])
    }
  }

  /** Whether all was written; what was not is told. */
  isDone(): boolean {
    for (const failure of this.#failures) tell(this.#io, failure)
    return this.#failures.length === 0
  }
}

/** Formats for people, which need not be there where there is nothing to say. */
const TERSE_FORMATS: readonly ReportFormat[] = ['pretty', 'compact', 'statistics']

/** Whether a report lists anything, findings or files that could not be checked. */
const hasListed = ({ files }: Report, level: OutputFlags['level']): boolean =>
  headsOf(files).some(
    ({ isFailed, counts }) =>
      isFailed || SEVERITIES.some((severity) => isAtLeast(severity, level) && counts[severity] > 0),
  )

/** As much is written at once: a file's part is a few kilobytes. */
const MOST_AT_ONCE = 64 * 1024

/** Prints pieces as they come; where a build server reads along, all at once, within one pair of its commands. */
const printPieces = async (
  pieces: Iterable<string | Uint8Array>,
  format: ReportFormat,
  io: Io,
): Promise<void> => {
  const { write, writeCommands = write } = io.stdout
  const writeText = format === 'github' ? writeCommands : write
  const most = isOnGithub(io) ? Number.POSITIVE_INFINITY : MOST_AT_ONCE
  let text = ''
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      write(piece)
      continue
    }
    text += piece
    if (text.length < most) continue
    writeText(text)
    text = ''
  }
  if (text !== '') writeText(text)
}

/** The report in pieces, with what only the command prints behind it. */
const piecesOf = async (
  report: Report,
  format: ReportFormat,
  options: ReportOptions,
  io: Io,
): Promise<Iterable<string | Uint8Array>> => {
  const root = rootFor(format, io)
  const pieces = await renderReport(root === undefined ? report : fromRoot(report, root, io), format, options)
  if (format !== 'pretty') return pieces
  const since = await sinceOf(report, options)
  if (report.files.length < 2) return since === '' ? pieces : behind(pieces, since)
  return behind(pieces, renderFolderTable(report, options) + since)
}

/** The folder that a build server takes paths from, whatever folder a step of it runs in. */
const rootFor = (format: ReportFormat, { env, files }: Io): string | undefined => {
  const isForGithub = format === 'github' || format === 'sarif'
  const root = isForGithub ? env['GITHUB_WORKSPACE'] : format === 'gitlab' ? env['CI_PROJECT_DIR'] : undefined
  return root === undefined || root === '' || files.resolve(root) === files.resolve('.') ? undefined : root
}

/** The report with its paths from a folder on, as far as they lie in it. */
const fromRoot = (report: Report, root: string, io: Io): Report => {
  const nameOf = (path: string): string => {
    const name = relativePath(io.files.resolve(root), io.files.resolve(path))
    return isAbsolute(path) || name.startsWith('../') || name.startsWith('/') ? path : name
  }
  const moved = (file: FileResult): FileResult => ({
    ...file,
    path: nameOf(file.path),
    ...(file.kind === 'checked'
      ? {
          findings: file.findings.map((finding) =>
            finding.elsewhere === undefined
              ? finding
              : { ...finding, elsewhere: finding.elsewhere.map((at) => ({ ...at, file: nameOf(at.file) })) },
          ),
        }
      : {}),
  })
  const { files, skipped = [] } = report
  return {
    ...report,
    files: {
      length: files.length,
      *[Symbol.iterator]() {
        for (const file of files) yield moved(file)
      },
    },
    skipped: skipped.map((file) => ({ ...file, path: nameOf(file.path) })),
  }
}

/** What was mended since an earlier round, where one was named. */
const sinceOf = async ({ since, toolVersion }: Report, options: ReportOptions): Promise<string> => {
  if (since === undefined) return ''
  const { recheckPretty } = await import('../report/recheck/pretty.ts')
  const { RECHECK_WORDS } = await import('../report/recheck/recheck-report.ts')
  const title = options.paint.strong(RECHECK_WORDS.title[options.language])
  return ['\n', title, '\n', ...recheckPretty({ toolVersion, recheck: since }, options)].join('')
}

function* behind(pieces: Iterable<string | Uint8Array>, end: string): Iterable<string | Uint8Array> {
  yield* pieces
  yield end
}

/** What is written into the file of an output. */
const contentOfFile = async (
  { format, path }: OutputFlag,
  report: Report,
  options: ReportOptions,
  io: Io,
): Promise<string | Uint8Array> => {
  if (format === 'recheck') {
    if (report.since === undefined) throw new RangeError('nothing to compare with')
    return renderRecheck({ ...report, recheck: report.since }, recheckFormatOf(path), options)
  }
  if (!isHandout(format)) return contentOf(await piecesOf(report, format, options, io))
  const { renderWorklist } = await import('../handout/worklist.ts')
  return renderWorklist(report, options)
}

/** Pieces as the content of a file. */
const contentOf = (pieces: Iterable<string | Uint8Array>): string | Uint8Array => {
  const parts = [...pieces]
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : parts.join('')
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
  const { printed, plain } = await looksOf(flags, show, io)
  await printPieces([await renderRecheck(report, flags.format, printed)], flags.format, io)
  const writing = new Writing(show.language, io)
  for (const { format, path } of flags.output ?? []) {
    const content = await renderRecheck(report, format, plain)
    await writing.attempt(path, () => io.files.write(path, content))
  }
  return writing.isDone()
}

/** The formats of `pbo recheck`, by their names on the command line. */
const RECHECK_RENDERERS = {
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

/** The comparison in one format. */
const renderRecheck = async (
  report: RecheckReport,
  format: RecheckFormat,
  options: ReportOptions,
): Promise<string | Uint8Array> => {
  const renderer = await RECHECK_RENDERERS[format]()
  const made = await renderer(report, options)
  return typeof made === 'string' || made instanceof Uint8Array ? made : [...made].join('')
}

const TABLE_WORDS = {
  folder: { zh: '文件夹', en: 'folder' },
  files: { zh: '文件', en: 'files' },
  failed: { zh: '未能检查', en: 'not checked' },
  total: { zh: '合计', en: 'total' },
} as const satisfies Record<string, Message>

/** Fewer files are overlooked without a table. */
const MANY_FILES = 10

/**
 * How many files and findings there are per folder, a county's or a department's as filings are kept:
 * the first part of the paths in which they differ. Empty for few files, and where all lie in one folder.
 */
const renderFolderTable = (report: Report, options: ShowOptions): string => {
  const files = headsOf(report.files)
  if (files.length < MANY_FILES) return ''
  const folders = groupByFolder(files)
  if (folders.size < 2) return ''
  const { language } = options
  const heading = [
    say(TABLE_WORDS.folder, language),
    say(TABLE_WORDS.files, language),
    ...SEVERITIES.map((severity) => say(SEVERITY_WORDS[severity], language)),
    say(TABLE_WORDS.failed, language),
  ]
  const rows = [...folders].map(([name, members]) => rowOf(printable(name), members))
  const table = [heading, ...rows, rowOf(say(TABLE_WORDS.total, language), files)]
  return `\n${draw(table, options)}`
}

const groupByFolder = (files: readonly ResultHead[]): ReadonlyMap<string, readonly ResultHead[]> => {
  const shared = sharedFolder(files).length
  const folders = groupBy(files, (file) => {
    const [name = '', below] = plainPath(file).slice(shared).split('/', 2)
    return below === undefined ? '.' : name
  })
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const plainPath = ({ path }: ResultHead): string => path.replace(/^(?:\.\/+)+/, '')

/** The folder that all paths begin with, with a `/` at its end; empty where there is none. */
const sharedFolder = (files: readonly ResultHead[]): string => {
  let shared: string | undefined
  for (const file of files) {
    const path = plainPath(file)
    shared ??= folderIn(path)
    while (!path.startsWith(shared)) shared = folderIn(shared.slice(0, -1))
  }
  return shared ?? ''
}

const folderIn = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const rowOf = (name: string, files: readonly ResultHead[]): string[] => {
  const { counts, failed } = tallyOf(files)
  return [name, ...[files.length, ...SEVERITIES.map((severity) => counts[severity]), failed].map(String)]
}

/** Names to the left, numbers to the right, and the heading faint. */
const draw = (table: readonly (readonly string[])[], { ambiguousWidth, paint }: ShowOptions): string => {
  const widths = (table[0] as string[]).map((_, column) =>
    Math.max(...table.map((row) => textWidth(row[column] as string, ambiguousWidth))),
  )
  const lines = table.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] as number) - textWidth(cell, ambiguousWidth))
        return column === 0 ? cell + blanks : blanks + cell
      })
      .join('  ')
      .trimEnd(),
  )
  return `${lines.map((line, i) => (i === 0 ? paint.faint(line) : line)).join('\n')}\n`
}
