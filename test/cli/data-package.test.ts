import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { main } from '../../src/cli/main.ts'
import { sum } from '../../src/model/decimal.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { core } from '../../src/records/core.ts'
import { Source } from '../../src/source/source.ts'
import { queryDuckDb, withoutZeros } from '../support/duckdb.ts'
import { EVALUATION } from '../support/evaluation.ts'
import { fakeIo } from '../support/fake-io.ts'
import { runPbo } from '../support/run.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

/** A folder with all that a package has to tell: filings with results, one that can't be read, notes of no rule, hostile words. */
const FILES = {
  'f/menyuan.txt': MENYUAN,
  'f/self,"evaluation".txt': EVALUATION.text,
  'f/hostile.txt': MENYUAN.replaceAll('事业单位', '=cmd|"x"!A0\u202e'),
  'f/notice.txt': '关于召开会议的通知',
  'f/list.rar': 'Rar!',
}

/** The folders made so far: none but these are removed, whatever fails before. */
const made: string[] = []
const makePackage = async (flags: readonly string[]): Promise<string> => {
  const io = fakeIo({ files: FILES })
  const line = ['show', 'f', '--as', 'datapackage', '--output', 'out', '--lang', 'en', ...flags]
  expect(await main(line, io, core), io.err()).toBe(2)
  expect(io.out()).toBe('')
  const folder = mkdtempSync(join(tmpdir(), 'pbo-package-'))
  made.push(folder)
  mkdirSync(join(folder, 'out'))
  for (const [path, content] of Object.entries(io.written())) writeFileSync(join(folder, path), content)
  return join(folder, 'out')
}

/** What Data Package v2 asks of a descriptor such as ours, and nothing beside it. */
const Key = z.array(z.string()).length(1)
const Text = z.string().min(1)
const Named = {
  title: Text,
  'title@zh': Text,
  description: Text.optional(),
  'description@zh': Text.optional(),
}
const Field = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: z.enum(['string', 'integer', 'number', 'date', 'boolean']),
  ...Named,
  unit: z.literal('元').optional(),
  constraints: z
    .strictObject({
      required: z.literal(true).optional(),
      unique: z.literal(true).optional(),
      enum: z.array(Text).min(2).optional(),
    })
    .optional(),
})
const Resource = z.strictObject({
  name: z.string().regex(/^[a-z]+$/),
  path: z.string().regex(/^[a-z]+\.(csv|parquet)$/),
  type: z.literal('table'),
  format: z.enum(['csv', 'parquet']),
  mediatype: Text,
  encoding: z.literal('utf-8').optional(),
  rows: z.int(),
  ...Named,
  schema: z.strictObject({
    fields: z.array(Field).min(5),
    primaryKey: Key,
    foreignKeys: z
      .array(
        z.strictObject({ fields: Key, reference: z.strictObject({ resource: z.string(), fields: Key }) }),
      )
      .optional(),
  }),
})
const Package = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z-]+$/),
  ...Named,
  languages: z.tuple([z.literal('en'), z.literal('zh')]),
  sources: z.array(z.strictObject({ title: Text })).min(1),
  pbo: z.strictObject({ version: Text, complete: z.boolean() }),
  resources: z.array(Resource).length(8),
})

const FIELD_TYPES: Readonly<Record<string, readonly string[]>> = {
  string: ['VARCHAR'],
  integer: ['INTEGER'],
  number: ['DECIMAL(38,12)', 'DOUBLE'],
  date: ['DATE'],
  boolean: ['BOOLEAN'],
}

let parquet = ''
let csv = ''
beforeAll(async () => {
  parquet = await makePackage([])
  csv = await makePackage(['--data', 'csv'])
})
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

const describedIn = (folder: string) =>
  Package.parse(JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')))

const ofParquet = (name: string): string => `read_parquet('${parquet}/${name}.parquet')`

describe('a data package', () => {
  test('describes itself as Data Package v2 asks, in English and Chinese', () => {
    const described = describedIn(parquet)
    expect(described.sources).toEqual([{ title: 'f' }])
    expect(described.pbo.complete).toBe(false)
    expect(describedIn(csv).resources.map(({ schema }) => schema)).toEqual(
      described.resources.map(({ schema }) => schema),
    )
  })

  test('has the columns, types, rows and words that it describes', async () => {
    for (const { name, rows, schema } of describedIn(parquet).resources) {
      const { types, rows: found } = await queryDuckDb(`SELECT * FROM ${ofParquet(name)}`)
      expect(Object.keys(types), name).toEqual(schema.fields.map((field) => field.name))
      expect(found).toHaveLength(rows)
      expect(rows, name).toBeGreaterThan(0)
      for (const field of schema.fields) {
        expect(FIELD_TYPES[field.type], `${name}.${field.name}`).toContain(types[field.name])
        const words = field.constraints?.enum
        if (words === undefined) continue
        const values = new Set(found.map((row) => row[field.name]).filter((value) => value !== null))
        expect(words, `${name}.${field.name}`).toEqual(expect.arrayContaining([...values]))
      }
    }
  })

  test('keys are there, tell rows apart, and lead somewhere', async () => {
    const { resources } = describedIn(parquet)
    for (const { name, schema } of resources) {
      const [key] = schema.primaryKey
      const unique = `SELECT count(*) - count(DISTINCT ${key}) AS twins FROM ${ofParquet(name)}`
      expect((await queryDuckDb(unique)).rows, name).toEqual([{ twins: '0' }])
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const other = reference.resource === '' ? name : reference.resource
        const target = resources.find((resource) => resource.name === other)
        expect(target?.schema.primaryKey).toEqual(reference.fields)
        const lost = `SELECT count(*) AS lost FROM ${ofParquet(name)} WHERE ${fields[0]} IS NOT NULL AND ${fields[0]} NOT IN (SELECT ${reference.fields[0]} FROM ${ofParquet(other)})`
        expect((await queryDuckDb(lost)).rows, `${name}.${fields[0]}`).toEqual([{ lost: '0' }])
      }
    }
  })

  test('is the same as CSV, cell by cell, whatever stands in the filings', async () => {
    for (const { name, schema } of describedIn(csv).resources) {
      const text = schema.fields.map((field) => `'${field.name}': 'VARCHAR'`).join(', ')
      const read = `read_csv('${csv}/${name}.csv', header = true, columns = {${text}}, nullstr = '', quote = '"', escape = '"')`
      const asText = async (from: string) =>
        (await queryDuckDb(`SELECT COLUMNS(*)::VARCHAR FROM ${from}`)).rows.map((row) =>
          Object.entries(row).map(([column, value]) => {
            const { type } = schema.fields.find((field) => field.name === column) ?? {}
            return type === 'number' && value !== null ? withoutZeros(String(value)) : value || null
          }),
        )
      const rows = await asText(read)
      expect(rows, name).toEqual(await asText(ofParquet(name)))
      if (name === 'goals') expect(rows.flat().join('\n')).toContain('=cmd|"x"!A0')
    }
  })

  test('has the money and targets of the trees, to the digit', async () => {
    const trees = [MENYUAN, EVALUATION.text].map((text) => parse(new Source(text)).disclosure)
    const amounts = trees.flatMap(projectsOf).map(({ amount }) => amount)
    const money = sum(amounts.flatMap((amount) => (amount.kind === 'amount' ? [amount.money] : [])))
    const values = trees
      .flatMap(projectsOf)
      .flatMap((project) => indicatorsOf(project))
      .flatMap(({ indicator: { target } }) =>
        target.kind === 'measured' ? [target.measure.numeral.value] : [],
      )
    const notHostile = "path <> 'f/hostile.txt'"
    const { rows } = await queryDuckDb(
      `SELECT (SELECT sum(amount_yuan) FROM ${ofParquet('projects')} WHERE ${notHostile}) AS money, (SELECT sum(value) FROM ${ofParquet('indicators')} WHERE ${notHostile}) AS value`,
    )
    expect(withoutZeros(String(rows[0]?.['money']))).toBe(money.toFixed())
    expect(withoutZeros(String(rows[0]?.['value']))).toBe(sum(values).toFixed())
  })

  test('has a row for every file, with its hash and what became of it', async () => {
    const { rows } = await queryDuckDb(
      `SELECT path, status, complete, length(sha256) AS digits FROM ${ofParquet('files')} ORDER BY path`,
    )
    expect(
      rows.map(({ path, status, complete, digits }) => [path, status, complete, Number(digits)]),
    ).toEqual([
      ['f/hostile.txt', 'checked', true, 64],
      ['f/list.rar', 'skipped', null, 0],
      ['f/menyuan.txt', 'checked', true, 64],
      ['f/notice.txt', 'failed', false, 64],
      ['f/self,"evaluation".txt', 'checked', true, 64],
    ])
  })
})

describe('a data package is refused', () => {
  test.each([
    ['', {}, '--as datapackage writes several files, so it needs --output FOLDER'],
    ['--output f', {}, '--output needs an empty folder, but f contains'],
    [
      '--output out',
      { unwritable: { 'out/money.parquet': 'ENOSPC' } },
      "can't write out/money.parquet: ENOSPC",
    ],
  ])('with %s', async (flags, world, words) => {
    const { code, err } = await runPbo(
      `show f --as datapackage --lang en ${flags}`.trim(),
      { files: FILES, ...world },
      core,
    )
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
