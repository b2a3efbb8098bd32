import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { core } from '../../src/records/core.ts'
import { queryDuckDb } from '../support/duckdb.ts'
import { fakeIo } from '../support/fake-io.ts'

/** What the examples of the page are about. */
const FILINGS = {
  '2022/menyuan.txt': 'fixtures/text/single-cell/menyuan-2022/input.txt',
  '2022/copy.txt': 'fixtures/text/single-cell/menyuan-2022/input.txt',
  '2023/farm.md': 'fixtures/real/802-farm-owners-scores.md',
  '2023/fertiliser.xlsx': 'fixtures/real/102-fertiliser-selfeval.xlsx',
}

const page = readFileSync('docs/data.md', 'utf8')
const EXAMPLE = /```sql\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g
const examples = [...page.matchAll(EXAMPLE)].map(([, sql = '', output = '']) => ({ sql, output }))

let folder = ''

beforeAll(async () => {
  const files = Object.fromEntries(
    Object.entries(FILINGS).map(([name, path]) => [name, new Uint8Array(readFileSync(path))]),
  )
  const io = fakeIo({ files: { ...files, '2023/notice.txt': '关于召开会议的通知' } })
  expect(await main(['show', '.', '--as', 'datapackage', '--output', 'data', '--lang', 'en'], io, core)).toBe(
    2,
  )
  folder = mkdtempSync(join(tmpdir(), 'pbo-data-'))
  mkdirSync(join(folder, 'data'))
  for (const [path, content] of Object.entries(io.written())) writeFileSync(join(folder, path), content)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the queries of docs/data.md', () => {
  test('are found', () => expect(examples).toHaveLength(6))

  test('give what the page says', async () => {
    const outputs: string[] = []
    for (const { sql } of examples) {
      const { rows } = await queryDuckDb(sql.replace(/'(\w+\.parquet)'/g, `'${folder}/data/$1'`))
      outputs.push(rows.map((row) => `${Object.values(row).join(' | ')}\n`).join(''))
    }
    // What the page prints is put in by running this once with UPDATE_DOCS=1.
    if (process.env['UPDATE_DOCS'] !== undefined) {
      const left = [...outputs]
      const put = (_: string, sql: string): string =>
        `\`\`\`sql\n${sql}\`\`\`\n\n\`\`\`text\n${left.shift()}\`\`\``
      writeFileSync('docs/data.md', page.replace(EXAMPLE, put))
    }
    expect(outputs).toEqual(examples.map(({ output }) => output))
  })
})
