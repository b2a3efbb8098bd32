import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { sizeOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { core } from '../../src/records/core.ts'
import { Source } from '../../src/source/source.ts'
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

describe('one row per indicator', () => {
  test('as many as the filing has, with all that places them', async () => {
    const rows = await jsonRows('')
    expect(rows).toHaveLength(sizeOf(parse(new Source(MENYUAN)).disclosure).indicators)
    expect(rows[0]).toEqual({
      path: 'm.txt',
      format: 'text',
      year: 2022,
      agency_code: '501001',
      agency: '门源县人社局(本级)',
      project_code: null,
      project: '“三支一扶”考录考务费',
      project_amount_yuan: '40000',
      project_amount_yuan_number: 40000,
      level1_id: 'output',
      level1: '产出指标',
      level2_id: 'quantity',
      level2: '数量指标',
      ordinal: 1,
      name: '监考老师人数',
      term: null,
      target_column: null,
      weight: null,
      weight_number: null,
      target: '≥40人',
      kind: 'measured',
      comparator: '≥',
      implicit: false,
      approximate: false,
      change: null,
      value: '40',
      value_number: 40,
      upper_value: null,
      upper_value_number: null,
      unit: '人',
      base_unit: '人',
      base_value: '40',
      base_value_number: 40,
      base_upper_value: null,
      base_upper_value_number: null,
      dimension: 'people',
      from: null,
      until: null,
      baseline_year: null,
      actual: null,
      actual_value: null,
      actual_number: null,
      actual_unit: null,
      score: null,
      score_number: null,
      reason: null,
      notes: null,
      line: 9,
      column: 332,
      address: null,
    })
  })

  test.each([
    ['≤3.25万元', { comparator: '≤', value: '3.25', unit: '万元', base_value: '32500', base_unit: '元' }],
    [
      '0.1万人',
      { comparator: '=', implicit: true, value: '0.1', base_value: '1000', base_value_number: 1000 },
    ],
    ['5～10天', { value: '5', upper_value: '10', base_upper_value_number: 864000, dimension: 'time' }],
    ['≤500元/人·月', { unit: '元/人·月', base_unit: '元/人·月' }],
    ['较上年提高5%', { kind: 'baseline', value: null }],
    ['≥2021年实际值', { kind: 'baseline', comparator: '≥', baseline_year: 2021, value: null }],
    ['2022年12月底前', { kind: 'period', until: '2022-12-31', from: null, comparator: null }],
    ['明显', { kind: 'qualitative', target: '明显', comparator: null, implicit: null }],
  ])('%s', async (target, expected) => {
    const [row] = await jsonRows('', projectFiling({ indicators: { 数量: [`推广品种 ${target}`] } }))
    expect(row).toMatchObject(expected)
  })

  test('a number too long for a double is exact as text', async () => {
    const [row] = await jsonRows(
      '',
      projectFiling({ indicators: { 数量: ['编号 ≥12345678901234567.89元'] } }),
    )
    expect(row?.['value']).toBe('12345678901234567.89')
    expect(row?.['value_number']).toBe(12345678901234568)
  })
})

test('one row per project, goal, amount and finding', async () => {
  const count = async (table: string): Promise<number> => (await jsonRows(`--table ${table}`)).length
  expect([await count('projects'), await count('goals'), await count('amounts')]).toEqual([7, 16, 10])
  const [project] = await jsonRows('--table projects')
  expect(project).toMatchObject({ amount_yuan: '40000', amount: '4.00', goals: 3, indicators: 15 })
  const [goal] = await jsonRows('--table goals')
  expect(goal).toMatchObject({ goal_number: 1, goal: expect.stringMatching(/^组织开展.*氛围。$/) })
  const amounts = await jsonRows('--table amounts')
  expect(amounts.map((row) => row['of'])).toEqual(['total', 'agency', 'agency', ...Array(7).fill('project')])
  const findings = await jsonRows('--table findings')
  const { files } = JSON.parse(
    (await runPbo('check m.txt --format json --level info', { files: { 'm.txt': MENYUAN } }, core)).out,
  )
  expect(findings.map((row) => row['fingerprint'])).toEqual(
    files[0].findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint),
  )
})

describe('in every format the same rows', () => {
  const tables = ['indicators', 'projects', 'goals', 'amounts', 'findings']

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
      const wanted = Object.values(expected[i] ?? {}).map((value) =>
        typeof value === 'number' || value === null ? value : String(value).replaceAll('\n', '\\n'),
      )
      expect(row.map((value) => (value === '' ? null : value))).toEqual(wanted)
    }
  })

  test.each(tables)('parquet of %s, read by hyparquet', async (table) => {
    const { buffer } = await showBytes(`--as parquet --table ${table}`)
    const file = buffer as ArrayBuffer
    const rows = await parquetReadObjects({ file })
    expect(rows).toEqual(await jsonRows(`--table ${table}`))
  })

  test('parquet has types', async () => {
    const { buffer } = await showBytes('--as parquet')
    const { schema } = parquetMetadata(buffer as ArrayBuffer)
    const typeOf = (name: string) => {
      const column = schema.find((element) => element.name === name)
      return [column?.type, column?.converted_type, column?.repetition_type]
    }
    expect(typeOf('value')).toEqual(['BYTE_ARRAY', 'UTF8', 'OPTIONAL'])
    expect(typeOf('value_number')).toEqual(['DOUBLE', undefined, 'OPTIONAL'])
    expect(typeOf('line')).toEqual(['INT32', undefined, 'OPTIONAL'])
    expect(typeOf('implicit')).toEqual(['BOOLEAN', undefined, 'OPTIONAL'])
    // A column without any value in this filing has its type all the same.
    expect(typeOf('upper_value_number')).toEqual(['DOUBLE', undefined, 'OPTIONAL'])
  })

  test('markdown has a line for each row', async () => {
    const { out } = await show('--as markdown --table projects')
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(2 + 7)
    expect(lines[2]).toContain('| “三支一扶”考录考务费 | 40000 | 40000 | 4.00 |')
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
    const { buffer } = await showBytes('--as parquet', empty)
    expect(await parquetReadObjects({ file: buffer as ArrayBuffer })).toEqual([])
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
        const cells = (parseCsv(out, { bom: true, columns: false }) as string[][]).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
      }
    }
  })
})

describe('flags', () => {
  test.each([
    ['--table goals', '--table is for --as csv, markdown, jsonl, xlsx, parquet, not for table'],
    ['--as json --table goals', '--table is for --as csv, markdown, jsonl, xlsx, parquet, not for json'],
    ['--as csv --table goal', "--table doesn't know 'goal'. Did you mean 'goals'?"],
    ['--as csv --stage grid', '--stage goes neither with --as nor with --explain-matching'],
    ['--stage grid --explain-matching', '--stage goes neither with --as nor with --explain-matching'],
    ['--as csv --explain-matching', '--explain-matching shows a table or json, not csv'],
  ])('%s is refused', async (flags, words) => {
    const { code, out, err } = await show(`${flags} --lang en`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })

  test.each(['xlsx', 'parquet'])('%s is not printed to a terminal', async (format) => {
    const world = { files: { 'm.txt': MENYUAN }, isTTY: true }
    const { code, out, err } = await runPbo(`show m.txt --as ${format} --lang en`, world, core)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`${format} is no text`)
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
