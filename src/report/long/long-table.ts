import type { Decimal } from '../../model/decimal.ts'
import type { Agency, Disclosure, Project } from '../../model/disclosure.ts'
import type { Language, Message } from '../../model/finding.ts'
import type { PlainDate } from '../../model/measure.ts'
import type { CheckedRecord, FailedRecord, SkippedRecord } from '../../model/record.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { ParsedFile } from '../report.ts'

/**
 * Long tables: one row for each thing, every row with all that places it, for DuckDB, Spark, pandas
 * and spreadsheets. What is written, how a data package describes it and `docs/tables.md` are all made of these
 * definitions. Names of columns are English and stay what they are.
 */
export interface LongTable {
  readonly name: string
  readonly title: Message
  /** What a row is. */
  readonly about: Message
  readonly columns: readonly LongColumn[]
  /** The column that tells its rows apart. */
  readonly key: string
  readonly rowsOf: (file: TableFile, view: TableView) => Iterable<LongRow>
}

export interface LongColumn {
  readonly name: string
  /** The header for people. */
  readonly title: Message
  readonly about?: Message
  readonly type: LongType
  /** What its numbers count. */
  readonly unit?: string
  /** The words that it may hold. */
  readonly words?: readonly string[]
  /** The table whose key it holds. */
  readonly refersTo?: string
  /** Few filings print it: tables for people leave the column out where no row has a value. */
  readonly isOptional?: true
}

/** A decimal has so many places behind the point, and 38 digits in all: more than 万元 with the noise of a double. */
export const DECIMAL_PLACES = 12
export const DECIMAL_DIGITS = 38

/** `decimal` is exact; `number` is a double, for what is only ever about right; `date` is a whole day. */
export type LongType = 'text' | 'integer' | 'decimal' | 'number' | 'date' | 'flag'

/** Text is not yet safe to print, which is left to each format; a date is written `2022-12-31`. */
export type LongValue = string | number | boolean | Decimal | undefined

/** A value for each column; undefined where there is none. */
export type LongRow = readonly LongValue[]

/** One file as the tables see it. */
export interface TableFile {
  readonly read: ParsedFile | FailedRecord | SkippedRecord
  /** Of the bytes that were read, where there were any: those of an archive for each file in it. */
  readonly content: { readonly sha256: string; readonly size: number } | undefined
  /** What checking it gives; only some tables ask. */
  readonly record: () => CheckedRecord | FailedRecord | SkippedRecord
}

export interface TableView {
  readonly language: Language
}

/** A column with how its value is found for a row about `Item`. */
export interface ColumnOf<Item> extends LongColumn {
  readonly of: (item: Item, view: TableView) => LongValue
}

/** A column; its English title is its name in words. */
export const column = <Item>(
  name: string,
  type: LongType,
  zh: string,
  of: ColumnOf<Item>['of'],
  more: Partial<Omit<LongColumn, 'name' | 'type'>> = {},
): ColumnOf<Item> => ({
  name,
  type,
  title: { zh, en: `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}` },
  of,
  ...more,
})

/** A table of the things that `itemsOf` finds in a file. The first column is its key. */
export const tableOf = <Item>(
  head: Pick<LongTable, 'name' | 'title' | 'about'>,
  columns: readonly ColumnOf<Item>[],
  itemsOf: (file: TableFile, view: TableView) => Iterable<Item>,
): LongTable => ({
  ...head,
  columns: columns.map(({ of: _, ...shown }) => shown),
  key: (columns[0] as ColumnOf<Item>).name,
  *rowsOf(file, view) {
    for (const item of itemsOf(file, view)) yield columns.map((each) => each.of(item, view))
  },
})

/** The filing in a file, where there is one. */
export const filingIn = ({ read }: TableFile): readonly ParsedFile[] => (read.kind === 'parsed' ? [read] : [])

/** A project with the rows that it stands under. */
export interface OwnedProject {
  readonly file: ParsedFile
  readonly id: string
  readonly project: Project
  /** The agency that is nearest above it. */
  readonly agency: OwnedAgency | undefined
}

export interface OwnedAgency {
  readonly file: ParsedFile
  readonly id: string
  readonly agency: Agency
  /** The row above it. */
  readonly parent: OwnedAgency | undefined
}

/** Every agency and project of a filing, in its order, numbered. Ids are made of the path: each is told apart from those of all other files. */
export const ownedIn = (
  file: ParsedFile,
): { readonly agencies: readonly OwnedAgency[]; readonly projects: readonly OwnedProject[] } => {
  const agencies: OwnedAgency[] = []
  const projects: OwnedProject[] = []
  const visit = (
    node: Pick<Disclosure, 'projects' | 'agencies'>,
    above: OwnedAgency | undefined,
    owner: OwnedAgency | undefined,
  ): void => {
    for (const project of node.projects) {
      projects.push({ file, id: `${file.path}#p${projects.length + 1}`, project, agency: owner })
    }
    for (const agency of node.agencies) {
      const id = `${file.path}#a${agencies.length + 1}`
      const owned: OwnedAgency = { file, id, agency, parent: above }
      agencies.push(owned)
      visit(agency, owned, agency.role === 'agency' ? owned : owner)
    }
  }
  visit(file.disclosure, undefined, undefined)
  return { agencies, projects }
}

/** Columns for what only few filings print. */
export const optional = <Item>(columns: readonly ColumnOf<Item>[]): readonly ColumnOf<Item>[] =>
  columns.map((each) => ({ ...each, isOptional: true }))

/** Text as all of pbo compares it: widths folded, without line ends and blanks inside words. */
export const plain = (text: SpannedText | undefined): string | undefined =>
  text === undefined ? undefined : text.shown.replace(/\s+/g, ' ').trim()

/** Several texts of one thing in one cell; nothing where there are none. */
export const plainAll = (texts: readonly SpannedText[]): string | undefined =>
  texts.length === 0 ? undefined : texts.map(plain).join('；')

/** Writes a table row by row into something that takes it away: nothing of a large one is held for long. */
export interface TableWriter {
  readonly write: (row: LongRow) => void
  /** Ends it; what is to be said of what could not be written. */
  readonly finish: () => readonly Message[]
}

export interface WriterOptions {
  /** Takes what is done. */
  readonly take: (content: string | Uint8Array) => void
  readonly columns: readonly LongColumn[]
  /** The name of the sheet. */
  readonly title: string
  /** Headers for people, in Chinese, instead of the names of the columns. */
  readonly isForPeople: boolean
  readonly toolVersion: string
}

/** The first row of a table. */
export const headersOf = ({ columns, isForPeople }: WriterOptions): readonly string[] =>
  columns.map(({ name, title }) => (isForPeople ? title.zh : name))

/** Days since 1970-01-01 of a date written `2022-12-31`, as Parquet counts them. */
export const dayNumber = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  // Years begin in March, so that the leap day is the last of one.
  const from = month > 2 ? year : year - 1
  const days = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return from * 365 + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + days - TO_1970
}

const TO_1970 = 719_468
const DAYS_OF_400_YEARS = 146_097

/** The date of a day. */
const dateOf = (number: number): string => {
  const all = number + TO_1970
  const age = Math.floor(all / DAYS_OF_400_YEARS)
  const days = all - age * DAYS_OF_400_YEARS
  const years = Math.floor(
    (days - Math.floor(days / 1460) + Math.floor(days / 36_524) - Math.floor(days / 146_096)) / 365,
  )
  const inYear = days - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return written(years + age * 400 + (month <= 2 ? 1 : 0), month, day)
}

const written = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/** `2022-12-31` of a date of which all is known, moved by so many days; nothing of others. */
export const wholeDay = (date: PlainDate | undefined, move: -1 | 0 | 1): string | undefined => {
  if (date?.year === undefined || date.month === undefined || date.day === undefined) return undefined
  const day = written(date.year, date.month, date.day)
  return move === 0 ? day : dateOf(dayNumber(day) + move)
}

/** `12-31`, `2022-12`: what is known of a date of which not all is. */
export const partOfDay = (date: PlainDate | undefined): string | undefined => {
  if (date === undefined || wholeDay(date, 0) !== undefined) return undefined
  return [date.year, date.month, date.day]
    .flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-')
}
