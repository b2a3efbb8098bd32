import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type Finding, RULE_CRASH } from '../../src/model/finding.ts'
import { parse } from '../../src/parse.ts'
import { core } from '../../src/records/core.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { textWidth } from '../../src/report/text-width.ts'
import { Source } from '../../src/source/source.ts'
import { type Outcome, runPbo } from '../support/run.ts'

const TEXT = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const run = (line: string, isTTY = false, columns = 80): Promise<Outcome> =>
  runPbo(line, { files: { 'menyuan.txt': TEXT }, isTTY, columns }, core)

describe('pbo check on the filing of Menyuan', () => {
  const expected = [
    ['stale-baseline', 'warning', '9:660'],
    ['goal-indicator-mismatch', 'error', '10:129'],
    ['goal-cost-mismatch', 'warning', '18:71'],
  ]

  test('finds the same in every format and language, and ends with 1', async () => {
    for (const lang of ['zh', 'en']) {
      const compact = await run(`check menyuan.txt --format compact --lang ${lang}`)
      expect(compact).toMatchObject({ code: 1, err: '' })
      const found = [...compact.out.matchAll(/^menyuan\.txt:(\d+:\d+): (\w+) (\S+) /gm)]
      expect(found.map(([, place, level, rule]) => [rule, level, place])).toEqual(expected)

      const json = await run(`check menyuan.txt --format json --lang ${lang}`)
      const [file] = reportSchema.parse(JSON.parse(json.out)).files
      if (file?.status !== 'checked') throw new Error('the file is checked')
      expect(
        file.findings.map(({ rule, severity, start }) => [rule, severity, `${start.line}:${start.column}`]),
      ).toEqual(expected)
      expect(file).toMatchObject({
        counts: { error: 1, warning: 2, info: 2 },
        size: { projects: 7, goals: 16, indicators: 85 },
      })

      const pretty = await run(`check menyuan.txt --lang ${lang}`)
      for (const [rule, , place] of expected) expect(pretty.out).toContain(`${rule}  menyuan.txt:${place}`)
      expect(pretty.out).toContain('10:258')
    }
  })

  test('--level info lists what else there is', async () => {
    const { out } = await run('check menyuan.txt --format compact --level info')
    expect(out.match(/ info goal-not-covered /g)).toHaveLength(2)
  })

  test('--level error lists errors only, and changes nothing about the code', async () => {
    const { out, code } = await run('check menyuan.txt --format compact --level error')
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  })

  test('--fail-on and --max-warnings', async () => {
    expect((await run('check menyuan.txt --fail-on never')).code).toBe(0)
    expect((await run('check menyuan.txt --fail-on never --max-warnings 2')).code).toBe(0)
    expect((await run('check menyuan.txt --fail-on never --max-warnings 1')).code).toBe(1)
  })
})

describe('pbo show on the filing of Menyuan', () => {
  test('as JSON: every text is what stands at its place, without the blanks that were left out', async () => {
    const { out, code } = await run('show menyuan.txt --as json')
    expect(code).toBe(0)
    const [file] = JSON.parse(out).files
    expect(file.size).toEqual({ projects: 7, goals: 16, indicators: 85 })
    expect(file.disclosure.totals[0].amount).toMatchObject({ numeral: { value: '264.79' }, money: '2647900' })
    let texts = 0
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      const { text, start, end, ranges } = value as Record<string, unknown>
      if (typeof text === 'string' && typeof start === 'number' && typeof end === 'number') {
        texts += 1
        if (ranges === undefined) expect(TEXT.slice(start, end)).toBe(text)
      }
      Object.values(value).forEach(visit)
    }
    visit(file.disclosure)
    expect(texts).toBeGreaterThan(400)
  })

  test('as JSON: the kinds of targets', async () => {
    const { out } = await run('show menyuan.txt --as json')
    const targets: { kind: string; implicit?: boolean }[] = []
    JSON.parse(out, (key, value) => {
      if (key === 'target') targets.push(value)
      return value
    })
    const of = (kind: string): number => targets.filter((target) => target.kind === kind).length
    expect({
      all: targets.length,
      measured: of('measured'),
      baseline: of('baseline'),
      qualitative: of('qualitative'),
    }).toEqual({
      all: 85,
      measured: 71,
      baseline: 4,
      qualitative: 10,
    })
    expect(targets.filter(({ implicit }) => implicit === true)).toHaveLength(34)
  })

  test('as JSON: the same bytes every time, in either language', async () => {
    const first = await run('show menyuan.txt --as json')
    expect((await run('show menyuan.txt --as json')).out).toBe(first.out)
  })

  test.each([60, 80, 100, 120, 200])(
    'as a table within %i columns, with straight borders',
    async (columns) => {
      for (const ambiguous of [1, 2] as const) {
        const { out } = await run(`show menyuan.txt --no-color --ambiguous-width ${ambiguous}`, true, columns)
        const rows = out.split('\n').filter((line) => /^[│┌├└|+]/.test(line))
        expect(rows.length).toBeGreaterThan(150)
        const widths = rows.map((row) => textWidth(row, ambiguous))
        expect(new Set(widths)).toEqual(new Set([Math.min(columns, 120)]))
        for (const line of out.split('\n')) expect(textWidth(line, ambiguous)).toBeLessThanOrEqual(columns)
      }
    },
  )

  test('as a table that leaves nothing out', async () => {
    const { out } = await run('show menyuan.txt --no-color', true, 60)
    const bare = out.replace(/[\s│├┤─┼┬┴┌┐└┘]/g, '')
    for (const words of [
      '“三支一扶”慰问金',
      '干部及人事档案管理经费',
      '(=)176人',
      '≤3.25万元',
      '岗位80人以上。',
    ]) {
      expect(bare).toContain(words.replaceAll(' ', ''))
    }
  })

  test.each([
    'show menyuan.txt',
    'show menyuan.txt --as tree',
    'check menyuan.txt',
    'rules',
    'explain total-mismatch',
  ])('pbo %s says the same in colour', async (line) => {
    const plain = await run(`${line} --no-color`, true)
    const coloured = await run(`${line} --color`, true)
    expect(coloured.out).not.toBe(plain.out)
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out)
  })

  test('as a tree', async () => {
    const { out } = await run('show menyuan.txt --as tree')
    expect(out).toContain('└─ 501 门源县人社局  264.79 万元')
    expect(out).toMatch(/├─ 2 “三支一扶”新增岗位 {2}≥ 90个|└─ 2 “三支一扶”新增岗位 {2}≥ 90个/)
  })

  test('at the width of COLUMNS in a pipe, else 100', async () => {
    const widthOf = async (env: Record<string, string>): Promise<number> => {
      const { out } = await runPbo('show menyuan.txt', { files: { 'menyuan.txt': TEXT }, env }, core)
      return textWidth(out.split('\n').find((line) => line.startsWith('┌')) ?? '', 1)
    }
    expect(await widthOf({})).toBe(100)
    expect(await widthOf({ COLUMNS: '72' })).toBe(72)
    expect(await widthOf({ COLUMNS: 'wide' })).toBe(100)
  })
})

describe('rules', () => {
  test('as a table, in both languages', async () => {
    const { out, code } = await run('rules --lang zh')
    expect(code).toBe(0)
    const rows = out.split('\n').filter((line) => line.startsWith('│'))
    for (const { id } of core.rules) expect(rows.some((row) => row.startsWith(`│ ${id} `))).toBe(true)
    expect((await run('rules --lang en')).out).toContain('│ Rule')
  })

  test('as JSON', async () => {
    const { rules } = JSON.parse((await run('rules --format json')).out)
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(core.rules.map(({ id }) => id))
    expect(rules[0].docs.summary.zh).not.toBe('')
  })

  test('each explained in both languages, with its examples', async () => {
    for (const rule of core.rules) {
      const { out, code } = await run(`explain ${rule.id} --lang en`)
      expect(code).toBe(0)
      const [line = ''] = rule.docs.invalid.trim().split('\n')
      expect(out).toContain(line)
      expect(out.replace(/\s+/g, '')).toContain(rule.docs.why.en.replace(/\s+/g, ''))
      expect((await run(`explain ${rule.id} --lang zh`)).out).toContain('为什么')
    }
  })
})

test('a crash of a rule is reported, and ends with 2', async () => {
  const crashing = {
    ...core,
    check: () => [{ ...(core.check(parse(new Source(TEXT)).disclosure)[0] as Finding), rule: RULE_CRASH }],
  }
  const { code, out } = await runPbo('check menyuan.txt', { files: { 'menyuan.txt': TEXT } }, crashing)
  expect(code).toBe(2)
  expect(out).toContain(RULE_CRASH)
})

test('a crash of the parser is a failed file that says where to go', async () => {
  const crashing = {
    ...core,
    parse: () => {
      throw new TypeError('oops')
    },
  }
  const { code, err } = await runPbo('check menyuan.txt', { files: { 'menyuan.txt': TEXT } }, crashing)
  expect(code).toBe(2)
  expect(err).toContain('menyuan.txt: 程序内部出错：TypeError: oops')
})
