import { read } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { recheckSchema } from '../../scripts/recheck-schema.ts'
import { core } from '../../src/records/core.ts'
import { textWidth } from '../../src/report/text-width.ts'
import { HOSTILE_TEXTS } from '../support/report-files.ts'
import { runPbo } from '../support/run.ts'
import { filing, projectRow } from '../support/test-rule.ts'
import { openSession } from './session.ts'

const AGENCY = '501\t门源县农业局\t6.00\t\t'
const at = (number: string): string =>
  filing(
    AGENCY,
    projectRow({
      goal: '目标1:推广农业技术，培训农民60人。',
      indicators: { 数量: [`培训农民 ≥${number}人`] },
    }),
  )
const other = filing(
  '502\t门源县林业局\t6.00\t\t',
  projectRow({ name: '植树造林', indicators: { 数量: ['植树株数 '] } }),
)
const files = {
  'old/甲.txt': at('80'),
  'old/乙.txt': other,
  'new/一.txt': at('90'),
  'new/二.pdf': '%PDF-1.4 cut short',
}

const run = (line: string, more = {}) => runPbo(line, { files: { ...files, ...more } }, core)

describe('pbo recheck', () => {
  test('says what is left, agency by agency, and why it can’t tell', async () => {
    const { code, out } = await run('recheck old new --lang zh --only goal-indicator-mismatch,missing-target')
    expect(code).toBe(2)
    expect(out).toMatchInlineSnapshot(`
      "✗ 未整改 1，无法核对 1
      ! 有文件未能读取，核对不完整：其中的问题列为“无法核对”
        本次 new/二.pdf：文件已损坏或不完整，无法打开。请重新下载或导出

      502 门源县林业局  无法核对 1
        无法核对 警告 指标“植树株数”没有指标值
          植树造林 › 产出指标 › 数量指标 › 1.植树株数
          old/乙.txt:3:58
          原因：本次没有读到该单位的公开表，可能在无法读取的文件中

      501 门源县农业局  未整改 1
        未整改 错误 绩效目标为“60人”，指标“培训农民”为“≥90人”，指标高于目标
          上次：绩效目标为“60人”，指标“培训农民”为“≥80人”，指标高于目标
          农技推广 › 绩效目标 1
          old/甲.txt:3:27 → new/一.txt:3:27
      "
    `)
  })

  test.each([
    ['0 where nothing is left', 'recheck old/甲.txt fine', { 'fine/甲.txt': at('60') }, 0],
    ['1 where something is', 'recheck old/甲.txt new/一.txt --fail-on warning', {}, 1],
    ['0 where --fail-on is above it', 'recheck old/甲.txt new/一.txt --fail-on never', {}, 0],
    [
      '1 where nobody can tell',
      'recheck old/乙.txt old/甲.txt --fail-on warning --only missing-target',
      {},
      1,
    ],
    ['2 where a file can’t be read, whatever is left', 'recheck old new --fail-on never', {}, 2],
  ] as const)('%s', async (_, line, more, code) => {
    expect((await run(line, more)).code).toBe(code)
  })

  test('--level leaves out what is below', async () => {
    const line = 'recheck old/甲.txt new/一.txt --lang en --only missing-category'
    expect((await run(`${line} --level warning`)).out).toContain('✗ 1 not corrected')
    expect((await run(`${line} --level error`)).out).toBe('✓ no problems in either round\n')
  })

  test('a saved report stands for its files, as the old round and as the new one', async () => {
    const session = openSession({ files })
    for (const [format, name] of [
      ['json', 'saved.json'],
      ['jsonl', 'saved.jsonl'],
    ] as const) {
      await session.run(`check old --format compact --level info --output ${format}=${name}`)
      const direct = await session.run('recheck old new/一.txt --lang zh --level info --format json')
      const saved = await session.run(`recheck ${name} new/一.txt --lang zh --level info --format json`)
      const [a, b] = [JSON.parse(direct.out), JSON.parse(saved.out)]
      expect(b.counts).toEqual(a.counts)
      expect(b.findings.map(({ message }: { message: string }) => message)).toEqual(
        a.findings.map(({ message }: { message: string }) => message),
      )
      const same = await session.run(`recheck ${name} ${name} --format json`)
      expect(JSON.parse(same.out).counts).toMatchObject({ mended: 0, added: 0, unknown: 0 })
    }
  })

  test('what was saved from a level up says nothing of what is below', async () => {
    const session = openSession({ files })
    await session.run('check old/甲.txt --format compact --level error --output json=saved.json')
    const { out } = await session.run('recheck saved.json new/一.txt --level info --format json')
    expect(JSON.parse(out).counts.added).toBe(0)
  })

  test('a report that doesn’t say whose the projects are is refused', async () => {
    const session = openSession({ files })
    await session.run('check old/甲.txt --format compact --output json=saved.json')
    const { agencies: _, projects: __, ...file } = JSON.parse(session.text('saved.json')).files[0]
    const report = { ...JSON.parse(session.text('saved.json')), files: [file] }
    session.io.files.write('older.json', JSON.stringify(report, undefined, 2))
    const { code, err } = await session.run('recheck older.json new/一.txt --lang en')
    expect(code).toBe(2)
    expect(err).toContain('older version')
  })

  test('a baseline explains what stays, and it is not left', async () => {
    const session = openSession({ files })
    await session.run([
      'baseline',
      'update',
      'new/一.txt',
      '--level',
      'info',
      '--reason',
      '上级核定，不再调整',
    ])
    const { code, out } = await session.run('recheck old/甲.txt new/一.txt --lang zh --fail-on info')
    expect(out).toContain('已认可的说明：上级核定，不再调整')
    expect(code).toBe(0)
    expect((await session.run('recheck old/甲.txt new/一.txt --fail-on info --no-baseline')).code).toBe(1)
  })

  test('rules, configs and earlier filings count as in a check', async () => {
    const { out } = await run('recheck old/甲.txt new/一.txt --lang zh --rule goal-indicator-mismatch=error')
    expect(out).toContain('未整改 错误')
    const config = {
      'pbo.config.json': '{ "rules": { "goal-indicator-mismatch": "off" }, "format": "sarif" }',
    }
    const configured = await run('recheck old/甲.txt new/一.txt --lang zh', config)
    expect(configured.out).toContain('✗ 未整改 1\n')
    expect(configured.out).not.toContain('绩效目标为')
  })
})

describe('its formats', () => {
  test('json is as its schema says, with both values', async () => {
    const { out } = await run('recheck old new --format json --lang zh --level info')
    const report = recheckSchema.parse(JSON.parse(out))
    expect(report.complete).toBe(false)
    const row = report.findings.find(({ rule }) => rule === 'goal-indicator-mismatch')
    expect(row?.values).toEqual([{ name: 'indicator', old: '80', new: '90' }])
    expect(report.agencies[row?.agency ?? -1]).toMatchObject({ code: '501', name: '门源县农业局' })
  })

  test('csv, markdown, html and xlsx hold every finding', async () => {
    const session = openSession({ files })
    const outputs = ['csv', 'markdown', 'html', 'xlsx']
      .map((name) => `--output ${name}=out.${name}`)
      .join(' ')
    const { out } = await session.run(`recheck old new --lang zh --format json ${outputs}`)
    const messages: string[] = JSON.parse(out).findings.map(({ message }: { message: string }) => message)
    expect(messages.length).toBeGreaterThan(1)
    const flat = (text: string): string => text.replace(/[\\\s]|&[a-z]+;/g, '')
    const book = read(session.io.files.read('out.xlsx', 1e9), { type: 'array' })
    expect(book.SheetNames).toEqual(['汇总', '整改情况核对'])
    const sheets = JSON.stringify(book.Sheets)
    for (const message of messages) {
      const part = flat(message).slice(0, 6)
      for (const name of ['csv', 'markdown', 'html'])
        expect(flat(session.text(`out.${name}`))).toContain(part)
      expect(flat(sheets)).toContain(part)
    }
    for (const name of ['csv', 'markdown', 'html']) expect(session.text(`out.${name}`)).toContain('二.pdf')
    expect(sheets).toContain('二.pdf')
  })

  test('are inert whatever names and cells say', async () => {
    for (const text of HOSTILE_TEXTS.map((words) => words.replace(/[\t\r\n]/g, ' '))) {
      const bad = filing(
        `501\t${text}\t6.00\t\t`,
        projectRow({ name: text, indicators: { 数量: [`${text} `] } }),
      )
      const world = { files: { 'old/a.txt': bad, 'new/b.txt': bad }, isTTY: true, columns: 60 }
      const { out } = await runPbo('recheck old new --no-color --level info', world, core)
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      for (const line of out.split('\n')) expect(textWidth(line, 1)).toBeLessThanOrEqual(60)
      const piped = { files: world.files }
      const html = (await runPbo('recheck old new --format html --level info', piped, core)).out
      expect(html).not.toMatch(/<(?:script|img|svg|a href="(?!#a))/i)
      const csv = (await runPbo('recheck old new --format csv --level info', piped, core)).out
      expect(csv).not.toMatch(/(?:^|,|\n)"?[=+@-](?![\d.])/m)
    }
  })
})

describe('trouble is 2', () => {
  test.each([
    ['recheck old', 'pbo recheck needs two paths'],
    ['recheck old new old', 'pbo recheck needs two paths'],
    ['recheck - new', 'pbo recheck needs two paths'],
    ['recheck old new --shard 1/2', 'does not accept --files-from, --shard or --stdin-filename'],
    ['recheck old gone', 'gone: no such file'],
    ['recheck gone.json new', 'gone.json: no such file'],
    ['recheck old new --format sarif', "--format doesn't know 'sarif'"],
    ['recheck old new --output sarif=a.sarif', "--output doesn't know 'sarif'"],
  ])('%s', async (line, words) => {
    const { code, err } = await run(`${line} --lang en`)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
