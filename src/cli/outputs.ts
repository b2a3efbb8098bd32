import { FileNames } from '../handout/file-names.ts'
import type { CheckedFiles, Templates } from '../handout/handout.ts'
import { HANDOUT_FORMATS, type HandoutFormat, isHandout, makeHandout } from '../handout/index.ts'
import type { Language } from '../model/finding.ts'
import { type ReportFormat, renderReport } from '../report/index.ts'
import { printable } from '../report/printable.ts'
import type { FileResult, Report, ReportOptions, ShowOptions } from '../report/report.ts'
import { headsOf, isAtLeast } from '../report/verdict.ts'
import { SEVERITIES } from '../report/words.ts'
import { overInput } from './gather-inputs.ts'
import { CHECK_FORMATS, type LEVELS, RECHECK_FORMATS, readChoice } from './options.ts'
import { requireEmptyFolder, writeFolder } from './output-folder.ts'
import type { RecheckFormat } from './recheck-formats.ts'
import { relativePath } from './relative-path.ts'
import type { TemplateFlag } from './templates.ts'
import { createPaint, isOnGithub } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import type { Inspection, Io } from './world.ts'

/** What is printed, and what is written beside it. */
export interface OutputFlags {
  readonly format: ReportFormat
  readonly output?: readonly OutputFlag[]
  readonly template?: readonly TemplateFlag[]
  /** The saved report of an earlier round. */
  readonly since?: string
  readonly level: (typeof LEVELS)[number]
  /** Nothing is printed where nothing is listed. */
  readonly quiet?: boolean
}

/** A file, or a folder of them, that is written in a format. */
export interface OutputTo<Format> {
  readonly format: Format
  readonly path: string
}

type OutputFlag = OutputTo<OutputFormat>

type OutputFormat = ReportFormat | HandoutFormat | 'recheck'

/** The formats that the outputs of a check may have. */
export const OUTPUT_FORMATS: readonly OutputFormat[] = [...CHECK_FORMATS, ...HANDOUT_FORMATS, 'recheck']

/** Whether an output is a folder of files: a work list is one workbook where its path says so. */
const isFolder = ({ format, path }: OutputFlag): boolean =>
  isHandout(format) && !(format === 'worklist' && /\.xlsx$/i.test(path))

/** An output as it was typed: a path alone takes its format from elsewhere. */
type TypedOutput<Format> = OutputTo<Format | undefined>

/** `--output sarif=results.sarif` or `--output report.html`, once more; each in one of the formats of the command. */
export const readOutputIn =
  <Format extends string>(formats: readonly Format[]) =>
  (text: string, before: readonly TypedOutput<Format>[] = []): readonly TypedOutput<Format>[] => {
    const at = text.indexOf('=')
    const path = text.slice(at + 1)
    if (at === 0 || path === '' || path === '-') throw noOutput(text)
    const format = at < 0 ? undefined : readChoice('--output', formats)(text.slice(0, at))
    return [...before, { format, path }]
  }

/** Whether an output was typed without a format. */
export const isPathAlone = ({ format }: TypedOutput<string>): boolean => format === undefined

/**
 * Outputs with the format of each: a path alone is written in that of `--format`, else in that of its ending.
 *
 * @throws UsageError where neither says one
 */
export const nameFormats = (
  outputs: readonly TypedOutput<string>[],
  format: string | undefined,
  formats: readonly string[],
): readonly OutputTo<string>[] =>
  outputs.map(({ format: typed, path }) => {
    const named = typed ?? format ?? formatOfEnding(path, formats)
    if (named === undefined) throw noOutput(path)
    return { format: named, path }
  })

const noOutput = (text: string): UsageError =>
  new UsageError({
    zh: `--output 的写法是 格式=文件、格式=文件夹，或扩展名说明格式的文件，例如 --output sarif=results.sarif 或 --output report.html，得到的是“${text}”`,
    en: `--output takes FORMAT=FILE, FORMAT=FOLDER or a file whose extension names the format, for example --output sarif=results.sarif or --output report.html; got '${text}'`,
  })

const FORMAT_OF_ENDING: Readonly<Record<string, ReportFormat>> = {
  txt: 'pretty',
  json: 'json',
  jsonl: 'jsonl',
  sarif: 'sarif',
  xml: 'junit',
  md: 'markdown',
  csv: 'csv',
  html: 'html',
  htm: 'html',
  xlsx: 'xlsx',
}

/** The format that the ending of a file's name stands for, if it is one of these. */
const formatOfEnding = <Format extends string>(
  path: string,
  formats: readonly Format[],
): Format | undefined => {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const meant = Object.hasOwn(FORMAT_OF_ENDING, ending) ? FORMAT_OF_ENDING[ending] : undefined
  return formats.find((format) => format === meant)
}

/**
 * The format of a comparison by the name of its file.
 *
 * @throws UsageError where it tells none
 */
const recheckFormatOf = (path: string): RecheckFormat => {
  const format = formatOfEnding(path, RECHECK_FORMATS)
  if (format !== undefined) return format
  const known = Object.keys(FORMAT_OF_ENDING)
    .filter((ending) => formatOfEnding(`.${ending}`, RECHECK_FORMATS) !== undefined)
    .join(' ')
  throw new UsageError({
    zh: `--output recheck=${path}：看不出格式。扩展名可用 ${known}`,
    en: `--output recheck=${path}: can't tell the format from the name; use one of the extensions ${known}`,
  })
}

const noSince = (): UsageError =>
  new UsageError({
    zh: '--output recheck=文件 需要 --since：与哪一次保存的报告核对',
    en: '--output recheck=FILE needs --since, the saved report to compare with',
  })

/** Formats that are no text, which a terminal takes for commands. */
const BINARY_FORMATS: readonly ReportFormat[] = ['xlsx']

/** Formats for people, which need not be there where there is nothing to say. */
const TERSE_FORMATS: readonly ReportFormat[] = ['pretty', 'compact', 'statistics']

/** Whether a report lists anything, findings or files that could not be checked. */
const hasListed = ({ files }: Report, level: OutputFlags['level']): boolean =>
  headsOf(files).some(
    ({ isFailed, counts }) =>
      isFailed || SEVERITIES.some((severity) => isAtLeast(severity, level) && counts[severity] > 0),
  )

/** Formats that draw the filing's tree, not only what was found in it. */
const TREE_FORMATS: readonly OutputFormat[] = ['html', 'review']

/** Formats that quote the filing. */
const TEXT_FORMATS: readonly OutputFormat[] = ['pretty', 'html', 'review']

/** Whether the reports need the trees of the filings. */
export const needsTrees = (flags: Pick<OutputFlags, 'format' | 'output'>): boolean =>
  formatsOf(flags).some((name) => TREE_FORMATS.includes(name))

/** Whether the reports need the files themselves once more. */
export const needsFiles = (flags: Pick<OutputFlags, 'format' | 'output'>): boolean =>
  formatsOf(flags).includes('annotated')

/** Whether the reports need the texts of the filings. */
export const needsText = (flags: Pick<OutputFlags, 'format' | 'output'>): boolean =>
  formatsOf(flags).some((name) => TEXT_FORMATS.includes(name))

const formatsOf = ({
  format,
  output = [],
}: Pick<OutputFlags, 'format' | 'output'>): readonly OutputFormat[] => [
  format,
  ...output.map((one) => one.format),
]

/**
 * The files that will be written, from the root on and behind all links.
 *
 * @throws UsageError where one can't be meant, before any work is done
 */
export const planOutputs = (
  { format, output = [], template = [], since }: Omit<OutputFlags, 'level'>,
  io: Io,
): ReadonlySet<string> => {
  for (const one of output) {
    if (one.format !== 'recheck') continue
    if (since === undefined) throw noSince()
    recheckFormatOf(one.path)
  }
  if (BINARY_FORMATS.includes(format) && io.stdout.isTTY) {
    throw new UsageError({
      zh: `${format} 不是文本，不输出到终端。请用 --output ${format}=文件`,
      en: `${format} is a binary format and is not printed to a terminal; use --output ${format}=FILE`,
    })
  }
  const paths = new Set<string>()
  for (const { path } of output.filter(isFolder)) requireEmptyFolder(path, io)
  const files = output.filter((one) => !isFolder(one))
  for (const { path } of files) {
    const full = io.files.resolve(path)
    if (paths.has(full)) {
      throw new UsageError({
        zh: `--output 两次写到同一个文件：${path}`,
        en: `--output names the same file twice: ${path}`,
      })
    }
    paths.add(full)
  }
  for (const { path } of files) for (const full of requireFile(path, io)) paths.add(full)
  const overwritten = template.find(({ path }) => paths.has(standingAt(path, io).realPath))
  if (overwritten !== undefined) throw overInput(overwritten.path)
  return paths
}

/**
 * The paths of a file that is about to be written: from the root on, and behind all links.
 *
 * @throws UsageError where something else stands there
 */
export const requireFile = (path: string, io: Io): ReadonlySet<string> => {
  const { kind, realPath } = standingAt(path, io)
  if (kind === 'file') return new Set([io.files.resolve(path), realPath])
  throw new UsageError({
    zh: `--output 不能写到 ${path}：它不是普通文件`,
    en: `--output can't write to ${path}: it is not a regular file`,
  })
}

/** What stands at a path, behind links; a file of that path where nothing is yet. */
const standingAt = (path: string, io: Io): Pick<Inspection, 'kind' | 'realPath'> => {
  try {
    return io.files.inspect(path)
  } catch {
    return { kind: 'file', realPath: io.files.resolve(path) }
  }
}

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
  const wrap = io.stdout.isTTY ? (await import('../report/wrap.ts')).wrapText : undefined
  const look = { ...show, level: flags.level, hash: io.hash, wrap }
  if (flags.quiet !== true || !TERSE_FORMATS.includes(flags.format) || hasListed(report, flags.level)) {
    await printPieces(await piecesOf(report, flags.format, look, io), flags.format, io)
  }
  const summary = isOnGithub(io) ? (io.env['GITHUB_STEP_SUMMARY'] ?? '') : ''
  if (flags.output === undefined && summary === '') return true
  // Files are as wide as pipes, and without colours.
  const plain = { ...look, width: 100, paint: await createPaint(false), wrap: undefined }
  const failures: string[] = []
  const { language } = show
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
        tell: (message) => io.stderr.write(`pbo: ${printable(message[language])}\n`),
        templates,
      })
      failures.push(...(await attempt(path, () => writeFolder(path, files, io), language)))
    } else {
      const content = await contentOfFile(output, report, plain, io)
      failures.push(...(await attempt(path, () => io.files.write(path, content), language)))
    }
  }
  if (summary !== '') {
    const { renderGithubSummary } = await import('../report/markdown.ts')
    const text = renderGithubSummary(report, plain)
    failures.push(...(await attempt(summary, () => io.files.append(summary, text), language)))
  }
  for (const failure of failures) io.stderr.write(`pbo: ${failure}\n`)
  return failures.length === 0
}

/** As much is written at once: a file's part is a few kilobytes. */
const MOST_AT_ONCE = 64 * 1024

/** Prints pieces as they come; where a build server reads along, all at once, within one pair of its commands. */
export const printPieces = async (
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

/** Whether some output is written into a folder. */
export const hasFolder = ({ output = [] }: Pick<OutputFlags, 'output'>): boolean => output.some(isFolder)

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
  const { renderFolderTable } = await import('./folder-table.ts')
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
    return /^(?:\/|[A-Za-z]:)/.test(path) || name.startsWith('../') || name.startsWith('/') ? path : name
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
  const { RECHECK_WORDS } = await import('../report/recheck/recheck-words.ts')
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
    const { renderRecheck } = await import('./recheck-formats.ts')
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

/** Writes one output; in words why that failed, if it did. */
export const attempt = async (
  path: string,
  write: () => void | Promise<void>,
  language: Language,
): Promise<string[]> => {
  try {
    await write()
    return []
  } catch (error) {
    const reason = printable(error instanceof Error ? error.message : String(error))
    const name = printable(path)
    return [language === 'zh' ? `无法写入 ${name}：${reason}` : `can't write ${name}: ${reason}`]
  }
}

/**
 * Writes what nothing can be done without.
 *
 * @throws UsageError that says why it failed
 */
export const guardWrite = <Value>(path: string, write: () => Value): Value => {
  try {
    return write()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError({ zh: `无法写入 ${path}：${reason}`, en: `can't write ${path}: ${reason}` })
  }
}
