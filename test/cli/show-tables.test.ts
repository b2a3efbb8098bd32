import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { LONG_TABLES } from '../../src/cli/options.ts'
import { sizeOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { core } from '../../src/records/core.ts'
import { TABLES } from '../../src/report/long/tables.ts'
import { Source } from '../../src/source/source.ts'
import { queryDuckDb, withoutZeros } from '../support/duckdb.ts'
import { fakeIo } from '../support/fake-io.ts'
import { HOSTILE_TEXTS } from '../support/report-files.ts'
import { type Outcome, runPbo } from '../support/run.ts'
import { filing, projectFiling } from '../support/test-rule.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const show = (flags: string, text = MENYUAN): Promise<Outcome> =>
  runPbo(`show m.txt ${flags}`, { files: { 'm.txt': text } }, core)

type Row = Readonly<Record<string, unknown>>

const jsonRows = async (flags: string, text = MENYUAN): Promise<readonly Row[]> =>
  (await show(`--as jsonl ${flags}`, text)).out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/** What goes to standard output, as bytes. */
const showBytes = async (flags: string, text = MENYUAN): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  const io = fakeIo({ files: { 'm.txt': text } })
  const write = (content: string | Uint8Array): void => {
    chunks.push(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }
  const code = await main(`show m.txt ${flags}`.split(' '), { ...io, stdout: { ...io.stdout, write } }, core)
  expect(code).toBe(0)
  return Uint8Array.from(Buffer.concat(chunks))
}

/** A table as DuckDB reads it from a Parquet file. */
const parquetRows = async (
  flags: string,
  text = MENYUAN,
  sqlOf = (file: string): string => `SELECT * FROM ${file}`,
) => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-parquet-'))
  try {
    writeFileSync(join(folder, 'rows.parquet'), await showBytes(`--as parquet ${flags}`.trim(), text))
    return await queryDuckDb(sqlOf(`'${join(folder, 'rows.parquet')}'`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('one row per indicator', () => {
  test('as many as the filing has, with all that places them', async () => {
    const rows = await jsonRows('')
    expect(rows).toHaveLength(sizeOf(parse(new Source(MENYUAN)).disclosure).indicators)
    expect(rows[0]).toEqual({
      indicator_id: 'm.txt#p1.i1',
      path: 'm.txt',
      format: 'text',
      year: 2022,
      agency_id: 'm.txt#a2',
      agency_code: '501001',
      agency: '门源县人社局(本级)',
      project_id: 'm.txt#p1',
      project_code: null,
      project: '“三支一扶”考录考务费',
      project_amount_yuan: '40000',
      level1_id: 'output',
      level1: '产出指标',
      level2_id: 'quantity',
      level2: '数量指标',
      ordinal: 1,
      name: '监考老师人数',
      term: null,
      target_column: null,
      weight: null,
      target: '≥40人',
      kind: 'measured',
      comparator: '≥',
      implicit: false,
      approximate: false,
      change: null,
      value: '40',
      upper_value: null,
      unit: '人',
      base_unit: '人',
      base_value: '40',
      base_upper_value: null,
      dimension: 'people',
      from_date: null,
      until_date: null,
      from_part: null,
      until_part: null,
      baseline_year: null,
      actual: null,
      actual_value: null,
      actual_unit: null,
      actual_base_value: null,
      score: null,
      reason: null,
      notes: null,
      ocr_certainty: null,
      line: 9,
      line_column: 332,
      address: null,
    })
  })

  test.each([
    ['≤3.25万元', { comparator: '≤', value: '3.25', unit: '万元', base_value: '32500', base_unit: '元' }],
    ['0.1万人', { comparator: '=', implicit: true, value: '0.1', base_value: '1000' }],
    ['5～10天', { value: '5', upper_value: '10', base_upper_value: '864000', dimension: 'time' }],
    ['≤500元/人·月', { unit: '元/人·月', base_unit: '元/人·月' }],
    ['较上年提高5%', { kind: 'baseline', value: null }],
    ['≥2021年实际值', { kind: 'baseline', comparator: '≥', baseline_year: 2021, value: null }],
    ['2022年12月底前', { kind: 'period', until_date: '2022-12-31', from_date: null, comparator: null }],
    ['明显', { kind: 'qualitative', target: '明显', comparator: null, implicit: null }],
  ])('%s', async (target, expected) => {
    const [row] = await jsonRows('', projectFiling({ indicators: { 数量: [`推广品种 ${target}`] } }))
    expect(row).toMatchObject(expected)
  })

  test.each([
    ['2022年12月15日之前', { until_date: '2022-12-14', until_part: null }],
    ['2024年3月1日之前', { until_date: '2024-02-29' }],
    ['12月底前', { until_date: null, until_part: '12-31' }],
  ])('the last day of %s', async (target, expected) => {
    const [row] = await jsonRows('', projectFiling({ indicators: { 时效: [`完成时间 ${target}`] } }))
    expect(row).toMatchObject(expected)
  })

  test('a number too long for a double is exact', async () => {
    const [row] = await jsonRows(
      '',
      projectFiling({ indicators: { 数量: ['编号 ≥12345678901234567.89元'] } }),
    )
    expect(row?.['value']).toBe('12345678901234567.89')
  })
})

test('one row per project, goal, amount, agency, filing, file and finding', async () => {
  const count = async (table: string): Promise<number> => (await jsonRows(`--table ${table}`)).length
  expect([await count('projects'), await count('goals'), await count('money')]).toEqual([7, 16, 10])
  expect([await count('agencies'), await count('filings'), await count('files')]).toEqual([2, 1, 1])
  const [project] = await jsonRows('--table projects')
  expect(project).toMatchObject({ amount_yuan: '40000', amount: '4.00', goals: 3, indicators: 15 })
  const [goal] = await jsonRows('--table goals')
  expect(goal).toMatchObject({ goal_number: 1, goal: expect.stringMatching(/^组织开展.*氛围。$/) })
  const money = await jsonRows('--table money')
  expect(money.map((row) => row['item'])).toEqual(['total', 'agency', 'agency', ...Array(7).fill('project')])
  const findings = await jsonRows('--table findings')
  const { files } = JSON.parse(
    (await runPbo('check m.txt --format json --level info', { files: { 'm.txt': MENYUAN } }, core)).out,
  )
  expect(findings.map((row) => row['fingerprint'])).toEqual(
    files[0].findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint),
  )
})

describe('in every format the same rows', () => {
  const tables = LONG_TABLES

  test('all tables have a name', () => {
    expect([...LONG_TABLES].sort()).toEqual(Object.keys(TABLES).sort())
  })

  test.each(tables)('csv of %s, read by csv-parse', async (table) => {
    const { out } = await show(`--as csv --table ${table}`)
    expect(out.startsWith('\ufeff')).toBe(true)
    const rows = parseCsv<Record<string, string>>(out, { bom: true, columns: true, record_delimiter: '\r\n' })
    const expected = await jsonRows(`--table ${table}`)
    expect(rows).toEqual(
      expected.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, String(value ?? '').replaceAll('\n', '\\n')]),
        ),
      ),
    )
  })

  test.each(tables)('xlsx of %s, read by read-excel-file', async (table) => {
    const bytes = await showBytes(`--as xlsx --table ${table}`)
    const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false })
    const expected = await jsonRows(`--table ${table}`)
    expect(sheet?.sheet).toBe(table)
    const [names = [], ...rows] = sheet?.data ?? []
    expect(names).toEqual(Object.keys(expected[0] ?? {}))
    expect(rows).toHaveLength(expected.length)
    for (const [i, row] of rows.entries()) {
      const wanted = Object.values(expected[i] ?? {}).map((value, at) => {
        const type = TABLES[table].columns[at]?.type
        if (value === null || typeof value === 'number') return value
        if (type === 'decimal') return Number(value)
        if (type === 'date') return new Date(`${value}T00:00:00Z`)
        return String(value).replaceAll('\n', '\\n')
      })
      expect(row.map((value) => (value === '' ? null : value))).toEqual(wanted)
    }
  })

  test.each(tables)('parquet of %s, read by DuckDB', async (table) => {
    const { rows, types } = await parquetRows(`--table ${table}`)
    const plain = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) =>
          types[name]?.startsWith('DECIMAL') && typeof value === 'string'
            ? [name, withoutZeros(value)]
            : [name, value],
        ),
      ),
    )
    expect(plain).toEqual(await jsonRows(`--table ${table}`))
  })

  test('parquet has types', async () => {
    const { types } = await parquetRows('')
    expect(types).toMatchObject({
      agency_code: 'VARCHAR',
      project_code: 'VARCHAR',
      project_amount_yuan: 'DECIMAL(38,12)',
      value: 'DECIMAL(38,12)',
      // A column without any value in this filing has its type all the same.
      actual_value: 'DECIMAL(38,12)',
      until_date: 'DATE',
      line: 'INTEGER',
      implicit: 'BOOLEAN',
    })
  })

  test('markdown has a line for each row', async () => {
    const { out } = await show('--as markdown --table projects')
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(2 + 7)
    expect(lines[2]).toContain('| “三支一扶”考录考务费 | 40000 | 4.00 |')
  })
})

describe('a filing without projects', () => {
  const empty = filing('\t合计\t0.00\t\t')

  test.each(['csv', 'jsonl', 'markdown'])('is a table without rows as %s', async (format) => {
    const { code, out } = await show(`--as ${format}`, empty)
    expect(code).toBe(0)
    expect(
      out
        .trimEnd()
        .split('\n')
        .filter((line) => line !== ''),
    ).toHaveLength({ csv: 1, jsonl: 0, markdown: 2 }[format] as number)
  })

  test('and as parquet', async () => {
    expect((await parquetRows('', empty)).rows).toEqual([])
  })
})

describe('hostile text', () => {
  const hostile = (text: string) =>
    projectFiling({ name: text.replace(/[\t\r\n]/g, ' '), goal: `目标1:${text.replace(/[\t\r\n]/g, ' ')}` })

  test.each(['csv', 'jsonl', 'markdown'])('acts nowhere as %s', async (format) => {
    for (const text of HOSTILE_TEXTS) {
      const { out } = await show(`--as ${format} --table goals`, hostile(text))
      expect(out.replace(/^\ufeff/, '').replace(/[\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      if (format === 'csv') {
        const people = await show('--as csv --table goals --lang zh', hostile(text))
        const cells = (parseCsv(people.out, { bom: true, columns: false }) as string[][]).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
      }
    }
  })
})

describe('exact', () => {
  const MONEY = ['0.1', '0.2', '1234567890123.123456', '-7.000001', '12.340000000000002']

  const filingOf = (amounts: readonly string[]): string =>
    filing(...amounts.map((amount, i) => `\t项目${i + 1}\t${amount}\t\t`))

  test('money adds up to the digit in Parquet, and is ordered by what it is', async () => {
    const { rows } = await parquetRows(
      '--table projects',
      filingOf(MONEY),
      (file) =>
        `SELECT sum(amount_yuan) AS sum, min(amount_yuan) AS least, count(*) FILTER (amount_yuan < 0) AS below FROM ${file}`,
    )
    expect(rows).toEqual([
      { sum: '12345678901287634.550000000020', least: '-70000.010000000000', below: '1' },
    ])
  })

  test('what has more digits than DECIMAL is told, and left empty', async () => {
    const world = { files: { 'm.txt': filingOf(['0.000000000000000000001', '1']) } }
    const { code, err } = await runPbo('show m.txt --as parquet --table projects --lang en', world, core)
    expect(code).toBe(2)
    expect(err).toContain('1 number has more digits than DECIMAL(38,12) and is left empty in Parquet')
  })

  test('XLSX keeps numbers that a spreadsheet keeps, and others as text; codes are text', async () => {
    const text = filing('001002\t某局\t5.00\t\t', '\t项目甲\t1234567890123.123456\t\t')
    const [sheet] = await readXlsxFile(Buffer.from(await showBytes('--as xlsx --table money', text)))
    const [names = [], ...rows] = sheet?.data ?? []
    const cells = (name: string) => rows.map((row) => row[names.indexOf(name)])
    expect(cells('amount_yuan')).toEqual([50000, '12345678901231234.56'])
    expect(cells('agency_code')).toEqual(['001002', '001002'])
  })
})

describe('for people', () => {
  test.each(['csv', 'markdown'])('%s has Chinese headers where --lang zh asks for them', async (format) => {
    expect((await show(`--as ${format} --table projects --lang zh`)).out.split('\n')[0]).toMatch(
      /项目标识.*单位编码.*项目编码.*金额（元）/,
    )
    expect((await show(`--as ${format} --table projects`)).out.split('\n')[0]).toMatch(/agency.?_code/)
  })

  test('so does xlsx, in the name of its sheet too', async () => {
    const [sheet] = await readXlsxFile(Buffer.from(await showBytes('--as xlsx --table goals --lang zh')))
    expect(sheet?.sheet).toBe('绩效目标')
    expect(sheet?.data[0]).toContain('单位编码')
  })

  test('CSV for programs changes nothing, CSV for people is guarded', async () => {
    const text = projectFiling({ goal: '目标1:=1+1' })
    expect((await show('--as csv --table goals', text)).out).toContain(',=1+1,')
    expect((await show('--as csv --table goals --lang zh', text)).out).toContain(",'=1+1,")
  })
})

describe('--output', () => {
  test('writes the format that its name tells', async () => {
    const io = fakeIo({ files: { 'm.txt': MENYUAN } })
    expect(await main(['show', 'm.txt', '--output', 'rows.jsonl'], io, core)).toBe(0)
    expect(io.out()).toBe('')
    const written = new TextDecoder().decode(io.written()['rows.jsonl'] as Uint8Array)
    expect(written).toBe((await show('--as jsonl')).out)
  })

  test('is no input of the next run, and never over an input', async () => {
    const world = { files: { 'f/m.txt': MENYUAN, 'f/rows.csv': 'left' } }
    const again = await runPbo('show f --output f/rows.csv', world, core)
    expect(again).toMatchObject({ code: 0, out: '', err: '' })
    const over = await runPbo('show f/m.txt --output f/m.txt --lang en', world, core)
    expect(over.code).toBe(2)
    expect(over.err).toContain('--output would overwrite the input f/m.txt')
  })

  test.each(['csv', 'json'])('says where %s can’t be written', async (format) => {
    const world = { files: { 'm.txt': MENYUAN }, unwritable: { 'a.out': 'EACCES' } }
    const { code, err } = await runPbo(`show m.txt --as ${format} --output a.out --lang en`, world, core)
    expect(code).toBe(2)
    expect(err).toContain("can't write a.out: EACCES")
  })
})

test('a run that is cut short says so, in the table of files too', async () => {
  const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.txt`, MENYUAN]))
  const world = { files, interruptAfter: { turns: 2, signal: 'SIGINT' as const } }
  const { code, out, err } = await runPbo('show . --as jsonl --table files --lang en', world, core)
  expect(code).toBe(130)
  expect(err).toContain('c.txt: interrupted before this file and 1 more were done')
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows.map(({ path, status, complete }) => [path, status, complete])).toEqual([
    ['a.txt', 'checked', true],
    ['b.txt', 'checked', true],
    ['c.txt', 'failed', false],
  ])
})

describe('flags', () => {
  test.each([
    [
      '--table goals',
      '--table can only be used with --as csv, markdown, jsonl, xlsx, parquet, not with table',
    ],
    [
      '--as json --table goals',
      '--table can only be used with --as csv, markdown, jsonl, xlsx, parquet, not with json',
    ],
    ['--as csv --table goal', "--table doesn't know 'goal'. Did you mean 'goals'?"],
    ['--as csv --stage grid', '--stage cannot be combined with --as, --output or --explain-matching'],
    [
      '--stage grid --explain-matching',
      '--stage cannot be combined with --as, --output or --explain-matching',
    ],
    ['--as csv --explain-matching', '--explain-matching can only be shown as a table or json, not as csv'],
  ])('%s is refused', async (flags, words) => {
    const { code, out, err } = await show(`${flags} --lang en`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })

  test.each(['xlsx', 'parquet'])('%s is not printed to a terminal', async (format) => {
    const world = { files: { 'm.txt': MENYUAN }, isTTY: true }
    const { code, out, err } = await runPbo(`show m.txt --as ${format} --lang en`, world, core)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`${format} is a binary format`)
  })

  test('what could not be read is said, and the rest shown', async () => {
    const { code, out, err } = await runPbo(
      'show m.txt gone.txt --as jsonl --table projects',
      { files: { 'm.txt': MENYUAN } },
      core,
    )
    expect(code).toBe(2)
    expect(err).toContain('gone.txt')
    expect(out.trimEnd().split('\n')).toHaveLength(7)
  })
})
