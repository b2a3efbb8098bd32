import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { textWidth } from '../../src/report/text-width.ts'
import type { Entry } from '../support/fake-io.ts'
import { HOSTILE_TEXTS } from '../support/report-files.ts'
import { type Outcome, runPbo } from '../support/run.ts'
import { filing, projectRow } from '../support/test-rule.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const diff = (before: Entry, after: Entry, flags = '--lang zh'): Promise<Outcome> =>
  runPbo(`diff a.txt b.txt ${flags}`, { files: { 'a.txt': before, 'b.txt': after } }, core)

const between = (before: string, after: string): Promise<string> => diff(before, after).then(({ out }) => out)

const AGENCY = '501\t某县农业局\t6.00\t\t'

describe('pbo diff', () => {
  test('0 and a word where nothing is different', async () => {
    expect(await diff(MENYUAN, MENYUAN)).toEqual({ code: 0, out: '✓ 没有差别\n', err: '' })
    expect((await diff(MENYUAN, MENYUAN, '--lang en')).out).toBe('✓ no differences\n')
  })

  test('the same filing in another format is no difference', async () => {
    const xlsx = readFileSync('fixtures/office/menyuan-2022.xlsx')
    expect((await diff(MENYUAN, xlsx)).out).toBe('✓ 没有差别\n')
  })

  test('1 and all that changed in the filing of Menyuan', async () => {
    const changed = MENYUAN.replace('4.00', '5.00')
      .replace('264.79', '265.79')
      .replace('≤5%', '≤3%')
      .replace('劳动仲裁、监察工作经费', '劳动仲裁和监察工作经费')
    expect(await diff(MENYUAN, changed)).toEqual({
      code: 1,
      err: '',
      out: `项目：改名 1，修改 1；指标：修改 1

合计与单位
~ 合计
  ~ 金额 264.79万元 → 265.79万元（+1万元，+0.4%）
    a.txt:6:12 → b.txt:6:12

~ “三支一扶”考录考务费，501001 门源县人社局(本级)
    a.txt:9:2 → b.txt:9:2
  ~ 金额 4万元 → 5万元（+1万元，+25.0%）
  ~ 质量指标 › 面试试卷印刷刊误率  ≤5% → ≤3%
      指标值 5 → 3

~ 劳动仲裁、监察工作经费 → 劳动仲裁和监察工作经费，501001 门源县人社局(本级)
    a.txt:14:2 → b.txt:14:2
`,
    })
  })

  test('in English', async () => {
    const { out } = await diff(MENYUAN, MENYUAN.replace('4.00', '3.00'), '--lang en')
    expect(out).toContain('projects: 1 changed; indicators: none')
    expect(out).toContain('~ amount 4万元 → 3万元 (-1万元, -25.0%)')
  })
})

describe('one project', () => {
  const one = (parts: Parameters<typeof projectRow>[0]): string => filing(AGENCY, projectRow(parts))
  const base = one({})

  test.each([
    ['an amount in other words', one({ amount: '6' })],
    ['blanks', base.replace('推广农业技术', '推广 农业技术')],
    ['a target in other words', one({ indicators: { 数量: ['推广品种 不少于3种'] } })],
  ])('%s is no difference', async (_, after) => {
    expect(after).not.toBe(base)
    expect(await between(base, after)).toBe('✓ 没有差别\n')
  })

  test.each([
    ['comparator', '推广品种 ≤3种', '~ 数量指标 › 推广品种  ≥3种 → ≤3种', '符号 ≥ → ≤'],
    ['value', '推广品种 ≥4种', '~ 数量指标 › 推广品种  ≥3种 → ≥4种', '指标值 3 → 4'],
    ['unit', '推广品种 ≥3个', '~ 数量指标 › 推广品种  ≥3种 → ≥3个', '单位 种 → 个'],
    [
      'all three',
      '推广品种 ≤40%',
      '~ 数量指标 › 推广品种  ≥3种 → ≤40%',
      '符号 ≥ → ≤，指标值 3 → 40，单位 种 → %',
    ],
    [
      'words',
      '推广品种 明显增加',
      '~ 数量指标 › 推广品种  ≥3种 → 明显增加',
      '符号 ≥ → 无，指标值 3 → 明显增加，单位 种 → 无',
    ],
  ])('a target changed in %s', async (_, after, line, fields) => {
    const out = await between(base, one({ indicators: { 数量: [after] } }))
    expect(out).toContain(`\n  ${line}\n      ${fields}\n`)
  })

  test('an indicator added, removed and renamed', async () => {
    const out = await between(
      one({ indicators: { 数量: ['推广水稻品种 ≥3种', '发放宣传册 ≥90册'] } }),
      one({ indicators: { 数量: ['推广水稻新品种 ≥3种', '举办观摩会 ≥2场'] } }),
    )
    expect(out).toContain('指标：新增 1，删去 1，改名 1')
    expect(out).toContain('\n  - 数量指标 › 发放宣传册 ≥90册\n')
    expect(out).toContain('\n  + 数量指标 › 举办观摩会 ≥2场\n')
    expect(out).toContain('\n  ~ 数量指标 › 推广水稻品种 → 推广水稻新品种\n')
  })

  test('an indicator moved to another category', async () => {
    const out = await between(base, one({ indicators: { 质量: ['推广品种 ≥3种'] } }))
    expect(out).toContain('\n  ~ 质量指标 › 推广品种\n      类别 数量指标 → 质量指标\n')
  })

  test('goals', async () => {
    const out = await between(
      one({ goal: '目标1:推广农业技术，培训农民60人。 目标2:修缮晒场。' }),
      one({ goal: '目标1:推广农业技术，培训农民80人。 目标2:建设冷库。' }),
    )
    expect(out).toContain(
      '\n  - 绩效目标 推广农业技术,培训农民60人。\n  + 绩效目标 推广农业技术,培训农民80人。\n',
    )
    expect(out).toContain('\n  - 绩效目标 修缮晒场。\n')
    expect(out).toContain('\n  + 绩效目标 建设冷库。\n')
  })

  test('an amount from and to nothing has no per cent', async () => {
    expect(await between(base, one({ amount: '' }))).toContain('~ 金额 6万元 → 无\n')
    expect(await between(one({ amount: '0' }), base)).toContain('~ 金额 0万元 → 6万元（+6万元）\n')
  })

  test('added and removed as a whole', async () => {
    const out = await between(base, filing(AGENCY, projectRow({ name: '档案整理' })))
    expect(out).toContain('项目：新增 1，删去 1')
    expect(out).toContain(
      '\n- 农技推广，501 某县农业局\n    a.txt:3:2\n  - 金额 6万元\n    1 个绩效目标，1 个指标\n',
    )
    expect(out).toContain(
      '\n+ 档案整理，501 某县农业局\n    b.txt:3:2\n  + 金额 6万元\n    1 个绩效目标，1 个指标\n',
    )
  })
})

describe('agencies', () => {
  test('one code with another name is a renamed agency, whose projects stay', async () => {
    const out = await between(
      filing(AGENCY, projectRow({})),
      filing(AGENCY.replace('农业局', '农业农村局'), projectRow({})),
    )
    expect(out).toContain('\n~ 501 某县农业局 → 某县农业农村局\n')
    expect(out).toContain('项目：无；')
  })

  test('an amount that differs although no project does', async () => {
    const after = filing(AGENCY.replace('6.00', '7.00'), projectRow({}))
    const { code, out } = await diff(filing(AGENCY, projectRow({})), after)
    expect(code).toBe(1)
    expect(out).toContain('金额 6万元 → 7万元（+1万元，+16.7%）')
  })

  test('like names of two codes are two agencies', async () => {
    const out = await between(
      filing('601\t某县第一中学\t6.00\t\t', projectRow({})),
      filing('602\t某县第二中学\t6.00\t\t', projectRow({})),
    )
    expect(out).toContain('\n- 601 某县第一中学\n')
    expect(out).toContain('\n+ 602 某县第二中学\n')
  })
})

test('folders: a project is the same whatever file it is in', async () => {
  const [first, second] = [
    filing(AGENCY, projectRow({ name: '农技推广' })),
    filing('502\t某县林业局\t6.00\t\t', projectRow({ name: '植树造林' })),
  ]
  const { code, out } = await runPbo(
    'diff old new --lang zh',
    { files: { 'old/a.txt': first, 'old/b.txt': second, 'new/x.txt': second, 'new/y.txt': first } },
    core,
  )
  expect({ code, out }).toEqual({ code: 0, out: '✓ 没有差别\n' })
})

describe('a file that can’t be read', () => {
  const [first, second, third] = [
    filing(AGENCY, projectRow({ name: '农技推广' })),
    filing('502\t某县林业局\t6.00\t\t', projectRow({ name: '植树造林' })),
    filing('503\t某县水利局\t6.00\t\t', projectRow({ name: '河道清淤' })),
  ]
  const files = {
    'old/a.txt': first,
    'old/b.txt': second,
    'new/a.txt': first.replace('6.00\t目标', '7.00\t目标'),
    'new/b.pdf': '%PDF-1.4 cut short',
    'new/c.txt': third,
  }

  test('is named, the others are compared, and nothing of it looks removed', async () => {
    const { code, out, err } = await runPbo('diff old new --lang zh', { files }, core)
    expect(code).toBe(2)
    expect(err).toContain('new/b.pdf')
    expect(out).toContain('! 有文件未能读取')
    expect(out).toContain('  new/b.pdf：')
    expect(out).toContain('\n~ 农技推广，501 某县农业局\n')
    expect(out).toContain('\n? 植树造林，502 某县林业局\n')
    expect(out).toContain('\n? 502 某县林业局\n')
    expect(out).toContain('\n+ 河道清淤，503 某县水利局\n')
    expect(out).not.toContain('\n- ')
  })

  test('is named in json, which isn’t complete', async () => {
    const { code, out } = await runPbo('diff new old --lang en --format json', { files }, core)
    expect(code).toBe(2)
    const { complete, unread, projects } = JSON.parse(out)
    expect(complete).toBe(false)
    expect(unread).toEqual([{ side: 'old', path: 'new/b.pdf', reason: expect.any(String) }])
    const statusOf = (name: string) =>
      projects.find((one: { name: { new: string } }) => one.name.new === name)
    expect(statusOf('植树造林')).toMatchObject({
      status: 'uncompared',
      indicators: [{ status: 'uncompared' }],
    })
  })

  test('where nothing else is left, there is nothing to compare', async () => {
    const only = { 'old/a.txt': first, 'new/b.pdf': '%PDF-1.4 cut short' }
    const { code, out, err } = await runPbo('diff old new --lang zh', { files: only }, core)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('new/b.pdf')
  })
})

test('json has exact differences and both places', async () => {
  const { code, out } = await diff(
    MENYUAN,
    MENYUAN.replace('4.00', '4.01').replace('≤5%', '≤3%'),
    '--format json',
  )
  expect(code).toBe(1)
  const { schemaVersion, same, projects, rows } = JSON.parse(out)
  expect([schemaVersion, same, rows]).toEqual([1, false, []])
  expect(projects).toHaveLength(1)
  const [project] = projects
  expect(project.amount).toEqual({ old: '4万元', new: '4.01万元', difference: '100', percent: '0.3' })
  expect(project.old).toEqual({
    path: 'a.txt',
    start: { line: 9, column: 2, offset: expect.any(Number) },
    end: { line: 9, column: 13, offset: expect.any(Number) },
  })
  const [indicator] = project.indicators
  expect(indicator).toMatchObject({
    status: 'changed',
    category: '质量指标',
    name: { old: '面试试卷印刷刊误率', new: '面试试卷印刷刊误率' },
    target: { old: '≤5%', new: '≤3%' },
    changes: [{ field: 'value', old: '5', new: '3' }],
  })
  const { start, end } = indicator.old
  expect(MENYUAN.slice(start.offset, end.offset)).toContain('面试试卷印刷刊误率 ≤5%')
})

test('lines fit the terminal, and hostile text acts nowhere', async () => {
  for (const text of HOSTILE_TEXTS.map((words) => words.replace(/[\t\r\n]/g, ' '))) {
    const after = filing(AGENCY, projectRow({ name: text, goal: `目标1:${text.repeat(9)}` }))
    const world = {
      files: { 'a.txt': filing(AGENCY, projectRow({})), 'b.txt': after },
      isTTY: true,
      columns: 60,
    }
    const { out } = await runPbo('diff a.txt b.txt --no-color', world, core)
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    for (const line of out.split('\n')) expect(textWidth(line, 1)).toBeLessThanOrEqual(60)
  }
})

describe('trouble is 2', () => {
  test.each([
    ['diff a.txt', 'pbo diff needs two paths'],
    ['diff a.txt b.txt a.txt', 'pbo diff needs two paths'],
    ['diff - a.txt', 'pbo diff needs two paths'],
    ['diff a.txt b.txt --shard 1/2', 'does not accept --files-from, --shard or --stdin-filename'],
    ['diff a.txt gone.txt', 'gone.txt: no such file'],
    ['diff a.txt b.txt --format csv', "--format doesn't know 'csv'"],
  ])('%s', async (line, words) => {
    const files = { 'a.txt': MENYUAN, 'b.txt': MENYUAN }
    const { code, out, err } = await runPbo(`${line} --lang en`, { files }, core)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })
})
