import { DuckDBInstance } from '@duckdb/node-api'

/** Runs SQL in a DuckDB of its own; what the last statement gives. Exact numbers and dates are text. */
export const queryDuckDb = async (
  sql: string,
): Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly types: Record<string, string> }> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const result = await connection.runAndReadAll(sql)
    const types = result.columnTypes().map(String)
    return {
      rows: result.getRowObjectsJson(),
      types: Object.fromEntries(result.columnNames().map((name, i) => [name, types[i] ?? ''])),
    }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** `40000.000000000000` as pbo writes it. */
export const withoutZeros = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/(?<!0)0+$/, '').replace(/\.$/, '') : decimal
