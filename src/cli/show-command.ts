import { recognizeLayout } from '../layout/index.ts'
import { Decimal } from '../model/decimal.ts'
import type { Draft, LayoutId } from '../model/draft.ts'
import type { Language } from '../model/finding.ts'
import type { Document } from '../read/document.ts'
import type { Block, Cell, Grid, Row } from '../read/grid.ts'
import type { Core } from '../records/core.ts'
import { interrupted, unopened } from '../records/file-messages.ts'
import { spanName } from '../report/listing.ts'
import { printable } from '../report/printable.ts'
import type { Exhibit, ShowOptions } from '../report/report.ts'
import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { type ExitCode, exitCodeAfter } from './exit-code.ts'
import { gatherInputs } from './gather-inputs.ts'
import { guardWrite, requireFile } from './named-files.ts'
import { LONG_FORMATS, type LongFormat, type SHOW_FORMATS, type Stage } from './options.ts'
import { byEnding } from './outputs.ts'
import { complain, type FileOptions, failedAmong, parseFiles, Trial } from './read-files.ts'
import type { TableOptions } from './show-tables.ts'
import { readShowOptions, tell } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export interface ShowCommandOptions extends TableOptions {
  readonly as?: ShowFormat
  readonly stage?: Stage
  readonly explainMatching?: boolean
}

type ShowFormat = (typeof SHOW_FORMATS)[number]

/** `pbo show`: reads all files and prints what they say, unchecked. */
export const runShow = async (
  paths: readonly string[],
  options: ShowCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  const as = options.as ?? formatByName(options.output)
  requireSense(as, options)
  requireNoTerminal(as, options, io)
  const isRead = await showAll(as, paths, options, io, core, language)
  return exitCodeAfter(isRead ? 0 : 2, io.interruption())
}

const ENDINGS: Readonly<Record<string, ShowFormat>> = {
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  md: 'markdown',
  parquet: 'parquet',
  xlsx: 'xlsx',
}

/** The format that the name of a file tells; a table for people where it tells none. */
const formatByName = (path = ''): ShowFormat => byEnding(path, ENDINGS) ?? 'table'

const isLongFormat = (format: ShowFormat): format is LongFormat =>
  LONG_FORMATS.some((known) => known === format)

/** Whether all could be read. */
const showAll = async (
  as: ShowFormat,
  paths: readonly string[],
  options: ShowCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<boolean> => {
  const { stage, output } = options
  if (stage !== undefined) {
    return showStage(stage, paths, options, io, core, language)
  }
  if (isLongFormat(as) || as === 'datapackage') {
    const { showPackage, showTable } = await import('./show-tables.ts')
    const request = { paths, options, io, core, language }
    return as === 'datapackage' ? showPackage(request) : showTable(as, request)
  }
  const noInputs = output === undefined ? undefined : { outputs: requireFile(output, io) }
  const render = await (options.explainMatching === true ? loadMatching(as) : loadRenderer(as))
  const files = await parseFiles(paths, options, io, core, noInputs)
  complain(failedAmong(files), io, language, false)
  const show = await readShowOptions(
    output === undefined ? options : { ...options, color: false },
    io,
    language,
  )
  const text = render({ toolVersion: io.toolVersion(), files }, show)
  if (output === undefined) io.stdout.write(text)
  else guardWrite(output, () => io.files.write(output, text))
  return files.every(({ kind }) => kind !== 'failed')
}

/** What one flag says must not be lost to another. */
const requireSense = (
  as: ShowFormat,
  { table, stage, output, data, explainMatching = false }: ShowCommandOptions,
): void => {
  if (table !== undefined && !isLongFormat(as)) {
    throw new UsageError({
      zh: `--table 只用于 --as ${LONG_FORMATS.join('、')}，不能用于 ${as}`,
      en: `--table can only be used with --as ${LONG_FORMATS.join(', ')}, not with ${as}`,
    })
  }
  if (data !== undefined && as !== 'datapackage') {
    throw new UsageError({
      zh: `--data 只用于 --as datapackage，不能用于 ${as}`,
      en: `--data can only be used with --as datapackage, not with ${as}`,
    })
  }
  if (stage !== undefined && (explainMatching || as !== 'table' || output !== undefined)) {
    throw new UsageError({
      zh: '--stage 不能与 --as、--output 或 --explain-matching 同时使用',
      en: '--stage cannot be combined with --as, --output or --explain-matching',
    })
  }
  if (explainMatching && as !== 'table' && as !== 'json') {
    throw new UsageError({
      zh: `--explain-matching 只能显示为 table 或 json，不能是 ${as}`,
      en: `--explain-matching can only be shown as a table or json, not as ${as}`,
    })
  }
}

/** Formats that are no text don't go to a terminal. */
const requireNoTerminal = (format: ShowFormat, { output }: ShowCommandOptions, { stdout }: Io): void => {
  if (output !== undefined || !stdout.isTTY || (format !== 'xlsx' && format !== 'parquet')) return
  throw new UsageError({
    zh: `${format} 不是文本，不输出到终端。请用 --output 写入文件`,
    en: `${format} is a binary format and is not printed to a terminal; write it to a file with --output`,
  })
}

type Render = (exhibit: Exhibit, options: ShowOptions) => string

const loadMatching = async (format: ShowFormat): Promise<Render> => {
  const { renderMatching, renderMatchingJson } = await import('../report/matching.ts')
  return format === 'table' ? renderMatching : renderMatchingJson
}

/** Tables and wrapped text need libraries that a check can do without. */
const loadRenderer = async (format: ShowFormat): Promise<Render> => {
  if (format === 'table') return (await import('../report/table.ts')).renderTable
  if (format === 'tree') return (await import('../report/tree.ts')).renderTree
  return (await import('../report/tree-json.ts')).renderTreeJson
}

/**
 * Prints what one stage makes of each file, also of a file in which no table is recognised: that is
 * what one wants to look into. False if one could not be read, which stderr is told.
 */
const showStage = async (
  stage: Stage,
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<boolean> => {
  const { found, failed } = await gatherInputs(paths, options, io)
  const complaints = failed.map(({ path, error }) => `${path}: ${error[language]}`)
  const trial = new Trial(options, io)
  const openOptions = {
    isUtf8: io.isUtf8,
    encoding: options.encoding,
    pictureReader: options.ocr === false ? undefined : io.openPictureReader,
  }
  for (const [i, input] of found.entries()) {
    await io.turn()
    const content = await trial.read(input)
    if (io.interruption() !== undefined) {
      complaints.push(`${input.path}: ${interrupted(found.length - i - 1)[language]}`)
      break
    }
    if ('kind' in content) {
      complaints.push(`${input.path}: ${content.error[language]}`)
      continue
    }
    for (const part of await core.open(content.bytes, openOptions)) {
      const path = part.name === undefined ? input.path : `${input.path}/${part.name}`
      if (part.kind === 'document') io.stdout.write(page(path, stage, part.document, language))
      else complaints.push(`${path}: ${unopened(part)[language]}`)
    }
  }
  await trial.close()
  for (const complaint of complaints) tell(io, complaint)
  return complaints.length === 0
}

const page = (path: string, stage: Stage, document: Document, language: Language): string =>
  `${printable(path)}  ${document.format} · ${stage}\n${renderStage(stage, document, language)}\n`

/** What one stage made of a file, for finding out where reading went wrong. */
const renderStage = (stage: Stage, { source, grid }: Document, language: Language): string => {
  if (stage === 'source') return renderSource(source, language)
  if (stage === 'grid') return renderGrid(grid, source, language)
  return renderDraft(recognizeLayout(grid, source.text), source, language)
}

/** The text that every position points into: line by line, or address by address where it was made up. */
const renderSource = (source: Source, language: Language): string => {
  const { text, addresses, lineStarts } = source
  if (addresses.length > 0) {
    return addresses
      .map(
        ({ span, name }) => `${printable(name[language])} │ ${printable(text.slice(span.start, span.end))}\n`,
      )
      .join('')
  }
  const digits = String(lineStarts.length).length
  return lineStarts
    .map((start, i) => {
      const line = text.slice(start, lineStarts[i + 1] ?? text.length).replace(/\r?\n$|\r$/, '')
      return `${String(i + 1).padStart(digits)} │ ${printable(line)}\n`
    })
    .join('')
}

/** Rows with their cells and merges, and the text around them, one line each; a cell says where it stands. */
const renderGrid = ({ blocks }: Grid, source: Source, language: Language): string => {
  const names = namesOf(blocks)
  const at = (span: Span): string => printable(spanName(source, span, language))
  const describe = (cell: Cell): string => {
    const text = printable(cell.text.text)
    const merged = cell.mergedInto === undefined ? '' : ` ⇐ ${names.get(cell.mergedInto) ?? '?'}`
    return `${text === '' ? '—' : text}${merged}${cell.unclosed ? ' (unclosed)' : ''}`
  }
  let rows = 0
  return blocks
    .map((block) => {
      if (block.kind === 'gap') return block.endsTable === true ? '══\n' : '\n'
      if (block.kind === 'text') return `text ${at(block.cell.span)}\n    ${describe(block.cell)}\n`
      rows += 1
      const cells = block.cells.map(
        (cell, i) => `    [${rows},${i + 1}] ${at(cell.span)}  ${describe(cell)}\n`,
      )
      return `row ${rows} ${at(block.span)}\n${cells.join('')}`
    })
    .join('')
}

/** `[3,1]` for each cell: its row and column among all rows. */
const namesOf = (blocks: readonly Block[]): ReadonlyMap<Cell, string> =>
  new Map(
    blocks
      .filter((block): block is Row => block.kind === 'row')
      .flatMap(({ cells }, row) => cells.map((cell, i) => [cell, `[${row + 1},${i + 1}]`] as const)),
  )

/** What a layout made of the grid: every field that isn't empty, indented, with the place of each text. */
const renderDraft = (
  { layouts, draft }: { readonly layouts: readonly LayoutId[]; readonly draft: Draft },
  source: Source,
  language: Language,
): string => [`layouts: ${layouts.join(', ')}`, ...draftLines(draft, '', source, language), ''].join('\n')

const draftLines = (value: object, indent: string, source: Source, language: Language): readonly string[] =>
  Object.entries(value).flatMap(([name, field]) => {
    if (field === undefined || name === 'span' || (Array.isArray(field) && field.length === 0)) return []
    if (!Array.isArray(field)) return fieldLines(`${indent}${name}:`, field, indent, source, language)
    return field.flatMap((item, i) =>
      fieldLines(`${indent}${name}[${i + 1}]:`, item, indent, source, language),
    )
  })

const fieldLines = (
  label: string,
  field: unknown,
  indent: string,
  source: Source,
  language: Language,
): readonly string[] => {
  if (field instanceof SpannedText) {
    return [`${label} “${printable(field.text)}” ${printable(spanName(source, field.span, language))}`]
  }
  if (Decimal.isDecimal(field)) return [`${label} ${field.toFixed()}`]
  if (typeof field !== 'object' || field === null) return [`${label} ${printable(String(field))}`]
  return [label, ...draftLines(field, `${indent}  `, source, language)]
}
