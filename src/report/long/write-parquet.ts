import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { Decimal } from '../../model/decimal.ts'
import {
  DECIMAL_DIGITS,
  DECIMAL_PLACES,
  dayNumber,
  type LongColumn,
  type LongType,
  type LongValue,
  type TableWriter,
  type WriterOptions,
} from './long-table.ts'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

const TYPES: Readonly<Record<LongType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  decimal: {
    type: 'FIXED_LEN_BYTE_ARRAY',
    type_length: 16,
    converted_type: 'DECIMAL',
    scale: DECIMAL_PLACES,
    precision: DECIMAL_DIGITS,
  },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  flag: { type: 'BOOLEAN' },
}

/** Rows that are held until they are packed together. */
const GROUP_ROWS = 2_500

/** Apache Parquet, every column nullable: money is DECIMAL and dates are DATE, to be added up and compared as they are. */
export const openParquet = ({ columns, take, toolVersion }: WriterOptions): TableWriter => {
  let misfits = 0
  const encode = ({ type }: LongColumn): ((value: LongValue) => unknown) => {
    if (type === 'date') return (value) => (value === undefined ? null : dayNumber(String(value)))
    if (type !== 'decimal') return (value) => value ?? null
    return (value) => {
      const unscaled = value instanceof Decimal ? unscaledOf(value) : null
      if (unscaled === undefined) misfits += 1
      return unscaled ?? null
    }
  }
  const encoders = columns.map(encode)
  const bytes = new ByteWriter()
  const flush = (): void => {
    take(bytes.getBytes().slice())
    bytes.index = 0
  }
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] })),
    ],
    createdBy: `pbo ${toolVersion}`,
  })
  let held: unknown[][] = columns.map(() => [])
  const writeGroup = (): void => {
    if (held[0]?.length === 0) return
    writer.write({
      columnData: columns.map(({ name, type }, i) => ({
        name,
        data: held[i] as unknown[],
        // Bounds of signed bytes are compared as unsigned ones.
        statistics: type !== 'decimal',
      })),
      rowGroupSize: GROUP_ROWS,
    })
    held = columns.map(() => [])
    flush()
  }
  return {
    write: (row) => {
      for (const [i, value] of row.entries()) held[i]?.push(encoders[i]?.(value))
      if (held[0]?.length === GROUP_ROWS) writeGroup()
    },
    finish: () => {
      writeGroup()
      writer.finish()
      flush()
      return misfits === 0 ? [] : [tooLong(misfits)]
    },
  }
}

/** The whole number that stands for a decimal; undefined where it has more digits than the column. */
const unscaledOf = (value: Decimal): bigint | undefined =>
  value.decimalPlaces() <= DECIMAL_PLACES && value.abs().lt(LIMIT)
    ? BigInt(value.toFixed(DECIMAL_PLACES).replace('.', ''))
    : undefined

const LIMIT = new Decimal(10).pow(DECIMAL_DIGITS - DECIMAL_PLACES)

const tooLong = (count: number) => ({
  zh: `Parquet 中 ${count} 个数的位数超过 DECIMAL(${DECIMAL_DIGITS},${DECIMAL_PLACES})，留空；原文在 amount、target 等列`,
  en: `${count} ${count === 1 ? 'number has' : 'numbers have'} more digits than DECIMAL(${DECIMAL_DIGITS},${DECIMAL_PLACES}) and ${count === 1 ? 'is' : 'are'} left empty in Parquet; they stand as printed in amount, target and the like`,
})
