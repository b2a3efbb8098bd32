import type { Message } from '../../model/finding.ts'
import type { LongColumn, LongTable, LongType } from './long-table.ts'
import { TABLES } from './tables.ts'

/** What tells of a data package as a whole. */
interface PackageFacts {
  readonly format: DataFormat
  readonly toolVersion: string
  /** What was read, as it was given. */
  readonly sources: readonly string[]
  /** Whether every file that was meant was read to its end. */
  readonly isComplete: boolean
  readonly counts: Readonly<Record<string, number>>
}

export type DataFormat = 'csv' | 'parquet'

const MEDIA_TYPES: Readonly<Record<DataFormat, string>> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
}

/** `datapackage.json` of all tables (Frictionless Data Package v2), by the definitions that they are written by. */
export const describePackage = ({ format, toolVersion, sources, isComplete, counts }: PackageFacts): string =>
  `${JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'performance-goals',
      ...inBoth('title', { zh: '项目支出绩效目标', en: 'Performance goals of project expenditure' }),
      ...inBoth('description', {
        zh: '预算公开中的项目支出绩效目标表，由 pbo 读取和检查',
        en: 'Performance-goal tables of disclosed budgets, read and checked by pbo',
      }),
      languages: ['en', 'zh'],
      sources: sources.map((title) => ({ title })),
      pbo: { version: toolVersion, complete: isComplete },
      resources: Object.values(TABLES).map((table) => ({
        name: table.name,
        path: `${table.name}.${format}`,
        type: 'table',
        ...inBoth('title', table.title),
        ...inBoth('description', table.about),
        format,
        mediatype: MEDIA_TYPES[format],
        ...(format === 'csv' ? { encoding: 'utf-8' } : {}),
        rows: counts[table.name] ?? 0,
        schema: schemaOf(table),
      })),
    },
    undefined,
    2,
  )}\n`

const schemaOf = ({ columns, key, name: own }: LongTable) => {
  const foreignKeys = columns.flatMap(({ name, refersTo }) =>
    refersTo === undefined
      ? []
      : [
          {
            fields: [name],
            reference: { resource: refersTo === own ? '' : refersTo, fields: [keyOf(refersTo)] },
          },
        ],
  )
  return {
    fields: columns.map((column) => fieldOf(column, column.name === key)),
    primaryKey: [key],
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  }
}

const keyOf = (name: string): string =>
  Object.values<LongTable>(TABLES).find((table) => table.name === name)?.key as string

const FIELD_TYPES: Readonly<Record<LongType, string>> = {
  text: 'string',
  integer: 'integer',
  decimal: 'number',
  number: 'number',
  date: 'date',
  flag: 'boolean',
}

const fieldOf = ({ name, type, title, about, unit, words }: LongColumn, isKey: boolean) => ({
  name,
  type: FIELD_TYPES[type],
  ...inBoth('title', title),
  ...(about === undefined ? {} : inBoth('description', about)),
  ...(unit === undefined ? {} : { unit }),
  ...(isKey || words !== undefined
    ? { constraints: { ...(isKey ? { required: true, unique: true } : {}), ...(words && { enum: words }) } }
    : {}),
})

/** English, and Chinese beside it, as Data Package marks translations. */
const inBoth = (name: string, { zh, en }: Message): Readonly<Record<string, string>> => ({
  [name]: en,
  [`${name}@zh`]: zh,
})
