import type { Templates } from '../handout/handout.ts'
import { HANDOUT_FORMATS, type HandoutFormat, isHandout } from '../handout/index.ts'
import type { FieldNames } from '../handout/template.ts'
import type { ReportFormat } from '../report/index.ts'
import { overInput } from './gather-inputs.ts'
import { readNamed, requireEmptyFolder, requireFile, standingAt } from './named-files.ts'
import { CHECK_FORMATS, type LEVELS, RECHECK_FORMATS, type RecheckFormat, readChoice } from './options.ts'
import { faultAt, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

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

export type OutputFlag = OutputTo<OutputFormat>

type OutputFormat = ReportFormat | HandoutFormat | 'recheck'

/** The formats that the outputs of a check may have. */
export const OUTPUT_FORMATS: readonly OutputFormat[] = [...CHECK_FORMATS, ...HANDOUT_FORMATS, 'recheck']

/** Whether an output is a folder of files: a work list is one workbook where its path says so. */
export const isFolder = ({ format, path }: OutputFlag): boolean =>
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

/** What the ending of a file's name stands for. */
export const byEnding = <Format>(
  path: string,
  meant: Readonly<Record<string, Format>>,
): Format | undefined => {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(meant, ending) ? meant[ending] : undefined
}

/** The format that the ending of a file's name stands for, if it is one of these. */
const formatOfEnding = <Format extends string>(
  path: string,
  formats: readonly Format[],
): Format | undefined => {
  const meant = byEnding(path, FORMAT_OF_ENDING)
  return formats.find((format) => format === meant)
}

/**
 * The format of a comparison by the name of its file.
 *
 * @throws UsageError where it tells none
 */
export const recheckFormatOf = (path: string): RecheckFormat => {
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

/** Whether some output is written into a folder. */
export const hasFolder = ({ output = [] }: Pick<OutputFlags, 'output'>): boolean => output.some(isFolder)

/** A document of the bureau's own that an output is written with. */
interface TemplateFlag {
  readonly format: TemplateFormat
  readonly path: string
}

type TemplateFormat = keyof Templates & HandoutFormat

const TEMPLATE_FORMATS: readonly TemplateFormat[] = ['notice', 'review']

/** `--template notice.docx`, or with the output that it is for: `--template notice=letter.docx`. */
export const readTemplateFlag = (
  text: string,
  before: readonly TemplateFlag[] = [],
): readonly TemplateFlag[] => {
  const format = TEMPLATE_FORMATS.find((one) => text.startsWith(`${one}=`))
  const flag = {
    format: format ?? 'notice',
    path: format === undefined ? text : text.slice(format.length + 1),
  }
  if (flag.path !== '' && before.every((other) => other.format !== flag.format)) return [...before, flag]
  throw new UsageError({
    zh: `--template 每种文书只能给一个文件，例如 --template 通知.docx，得到的是“${text}”`,
    en: `--template takes one file per kind of document, for example --template letter.docx; got '${text}'`,
  })
}

const FIELDS: Readonly<Record<TemplateFormat, () => Promise<FieldNames>>> = {
  notice: async () => (await import('../handout/notice.ts')).NOTICE_FIELDS,
  review: async () => (await import('../handout/review/review.ts')).REVIEW_FIELDS,
}

/** A template with its pictures and letterhead is no larger. */
const MOST_TEMPLATE_BYTES = 20 * 1024 ** 2

/**
 * The templates that flags name, read before any work is done.
 *
 * @throws UsageError where one can't be used, or no output asks for it
 */
export const readTemplates = async (
  {
    template = [],
    output = [],
  }: {
    readonly template?: readonly TemplateFlag[]
    readonly output?: readonly { readonly format: string }[]
  },
  io: Io,
): Promise<Templates> => {
  const templates: { -readonly [Format in keyof Templates]: Templates[Format] } = {}
  for (const { format, path } of template) {
    if (output.every((one) => one.format !== format)) throw unused(path, format)
    const { readTemplate, TemplateError } = await import('../handout/template.ts')
    const name = `--template ${path}`
    const bytes = readNamed(name, path, MOST_TEMPLATE_BYTES, io, { zh: '文件过大', en: 'it is too large' })
    try {
      templates[format] = await readTemplate(bytes, await FIELDS[format]())
    } catch (error) {
      throw error instanceof TemplateError ? faultAt(name, error.reason) : error
    }
  }
  return templates
}

const unused = (path: string, format: string): UsageError =>
  new UsageError({
    zh: `--template ${path} 要与 --output ${format}=文件夹 一起使用`,
    en: `--template ${path} goes with --output ${format}=FOLDER`,
  })
