import type { Agency, Disclosure, Project } from '../../model/disclosure.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { ParsedFile } from '../report.ts'

/**
 * Long tables: one row for each thing, every row with all that places it, for DuckDB, Spark, pandas
 * and spreadsheets. Names of columns are English and stay what they are.
 */
export interface LongTable {
  readonly columns: readonly LongColumn[]
  /** A value for each column; undefined where there is none. */
  readonly rows: readonly (readonly LongValue[])[]
}

export interface LongColumn {
  readonly name: string
  /** `number` is a double, for arithmetic that may round; exact decimals are `text`. */
  readonly type: 'text' | 'integer' | 'number' | 'flag'
  /** Few filings print it: tables for people leave the column out where no row has a value. */
  readonly isOptional?: true
}

/** Text is not yet safe to print: that is left to each format. */
export type LongValue = string | number | boolean | undefined

/** A column with how its value is found for a row about `Item`. */
export interface ColumnOf<Item> extends LongColumn {
  readonly of: (item: Item) => LongValue
}

/** The table of `items` by `columns`. */
export const tableOf = <Item>(items: readonly Item[], columns: readonly ColumnOf<Item>[]): LongTable => ({
  columns: columns.map(({ of: _, ...column }) => column),
  rows: items.map((item) => columns.map((column) => column.of(item))),
})

/** A project with the rows that it stands under. */
export interface OwnedProject {
  readonly file: ParsedFile
  readonly project: Project
  /** The agency that is nearest above it. */
  readonly agency: Agency | undefined
}

/** Every project of the files, in the order of the filings. */
export const ownedProjects = (files: readonly ParsedFile[]): readonly OwnedProject[] =>
  files.flatMap((file) => [...projectsUnder(file, file.disclosure, undefined)])

function* projectsUnder(
  file: ParsedFile,
  { projects, agencies }: Pick<Disclosure, 'projects' | 'agencies'>,
  agency: Agency | undefined,
): Generator<OwnedProject> {
  for (const project of projects) yield { file, project, agency }
  for (const child of agencies) yield* projectsUnder(file, child, child.role === 'agency' ? child : agency)
}

/** Columns for what only few filings print. */
export const optional = <Item>(columns: readonly ColumnOf<Item>[]): readonly ColumnOf<Item>[] =>
  columns.map((column) => ({ ...column, isOptional: true }))

/** Text as all of pbo compares it: widths folded, without line ends and blanks inside words. */
export const plain = (text: SpannedText | undefined): string | undefined =>
  text === undefined ? undefined : text.meaning.replace(/\s+/g, ' ').trim()

/** Several texts of one thing in one cell; nothing where there are none. */
export const plainAll = (texts: readonly SpannedText[]): string | undefined =>
  texts.length === 0 ? undefined : texts.map(plain).join('；')
