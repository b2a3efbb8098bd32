import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { type Outcome, runPbo } from '../support/run.ts'

const TEXT = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const check = (flags: string, lang = 'en'): Promise<Outcome> =>
  runPbo(
    `check menyuan.txt --format compact --lang ${lang} ${flags}`,
    { files: { 'menyuan.txt': TEXT } },
    core,
  )

/** `level rule` of each line. */
const listed = async (flags: string): Promise<readonly string[]> =>
  [...(await check(flags)).out.matchAll(/^menyuan\.txt:\d+:\d+: (\w+ \S+) /gm)].map(
    ([, words]) => words ?? '',
  )

describe('--rule', () => {
  test('turns a rule off', async () => {
    expect(await listed('--rule goal-indicator-mismatch=off')).toEqual([
      'warning stale-baseline',
      'warning goal-cost-mismatch',
    ])
    expect((await check('--rule goal-indicator-mismatch=off')).code).toBe(0)
  })

  test('changes the level of several rules, and with them the exit code', async () => {
    const flags =
      '--rule stale-baseline=error --rule goal-indicator-mismatch=info --rule=goal-cost-mismatch=off'
    expect(await listed(flags)).toEqual(['error stale-baseline'])
    expect((await check('--rule goal-indicator-mismatch=warning')).code).toBe(0)
  })

  test('the last word on a rule counts', async () => {
    expect(
      await listed('--only stale-baseline --rule stale-baseline=off --rule stale-baseline=error'),
    ).toEqual(['error stale-baseline'])
  })
})

describe('--only', () => {
  test('runs these rules alone, together or apart', async () => {
    const expected = ['warning stale-baseline', 'warning goal-cost-mismatch']
    expect(await listed('--only stale-baseline,goal-cost-mismatch')).toEqual(expected)
    expect(await listed('--only goal-cost-mismatch --only stale-baseline')).toEqual(expected)
  })

  test('runs a rule that is off by default, by its option', async () => {
    const only = '--level info --only satisfaction-below-floor'
    expect(await listed(only)).toEqual([])
    const higher = await listed(`${only} --rule-option satisfaction-below-floor.floor=96`)
    expect(higher.length).toBeGreaterThan(3)
    expect(new Set(higher)).toEqual(new Set(['info satisfaction-below-floor']))
  })
})

describe('--scheme', () => {
  const schemeOf = async (flags: string) => {
    const { out } = await runPbo(
      `check menyuan.txt --format json ${flags}`,
      { files: { 'menyuan.txt': TEXT } },
      core,
    )
    const [file] = reportSchema.parse(JSON.parse(out)).files
    return file?.status === 'checked' ? file.scheme : undefined
  }

  test('is in the report, found or set', async () => {
    expect(await schemeOf('')).toEqual({ name: 'old', source: 'found' })
    expect(await schemeOf('--scheme auto')).toEqual({ name: 'old', source: 'found' })
    expect(await schemeOf('--scheme new')).toEqual({ name: 'new', source: 'set' })
  })

  test('changes what is misplaced', async () => {
    expect(await listed('--only misplaced-category --scheme old')).toEqual([])
    expect((await listed('--only misplaced-category --scheme new')).length).toBeGreaterThan(0)
  })
})

describe('what can not be understood ends with 2 before anything is read', () => {
  test.each([
    [
      'a rule',
      '--rule total-mismtach=off',
      "--rule doesn't know 'total-mismtach'. Did you mean 'total-mismatch'?",
    ],
    ['a rule alone', '--only missing-unt', "--only doesn't know 'missing-unt'. Did you mean 'missing-unit'?"],
    ['a rule of an option', '--rule-option missing-unt.x=1', "--rule-option doesn't know 'missing-unt'."],
    ['a level', '--rule total-mismatch=eror', "--rule doesn't know 'eror'. Did you mean 'error'?"],
    ['no level', '--rule total-mismatch', '--rule takes RULE=off|info|warning|error'],
    ['no rule', '--rule =off', '--rule takes'],
    [
      'an option',
      '--rule-option satisfaction-below-floor.flor=85',
      "--rule-option satisfaction-below-floor doesn't know 'flor'. Did you mean 'floor'?",
    ],
    ['an option of none', '--rule-option missing-unit.x=1', 'the rule missing-unit has no options'],
    [
      'a value out of bounds',
      '--rule-option satisfaction-below-floor.floor=120',
      "--rule-option satisfaction-below-floor.floor needs a number from 0 to 100, got '120'",
    ],
    [
      'a value that is no flag',
      '--rule-option missing-category.cost=yes',
      "--rule-option missing-category.cost needs true or false, got 'yes'",
    ],
    ['no option', '--rule-option floor=85', '--rule-option takes RULE.OPTION=VALUE'],
    ['an empty list', '--only stale-baseline,', '--only takes RULE,…'],
    ['a scheme', '--scheme nwe', "--scheme doesn't know 'nwe'. Did you mean 'new'?"],
  ])('%s', async (_, flags, english) => {
    const { code, out, err } = await check(flags)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(english)
    const chinese = await check(flags, 'zh')
    expect(chinese.code).toBe(2)
    expect(chinese.err).toMatch(/[\u4e00-\u9fff]{2}/)
  })
})

describe('pbo explain', () => {
  test('shows the options and what pbo says of the examples', async () => {
    const { out, code } = await runPbo('explain satisfaction-below-floor --lang en', {}, core)
    expect(code).toBe(0)
    expect(out).toContain('info · consistency · off by default')
    expect(out).toContain('floor (0–100%, default 90): The lowest satisfaction target that is not reported.')
    expect(out).toContain('  info satisfaction-below-floor  invalid.txt:2:')
    expect(out).toContain('  ✓ valid.txt  no problems')
    expect((await runPbo('explain satisfaction-below-floor', {}, core)).out).toContain(
      'floor（0–100%，缺省 90）',
    )
  })

  test('says the same as the page of the rule, which has both languages', async () => {
    for (const { id, docs } of core.rules) {
      const { out, code } = await runPbo(`explain ${id} --format markdown`, {}, core)
      expect(code).toBe(0)
      expect(out.startsWith(`# ${id}\n`)).toBe(true)
      expect(out).toContain(docs.invalid.trim())
      const bare = out.replaceAll('\\', '')
      for (const part of ['summary', 'finds', 'why', 'fix', 'basis'] as const) {
        expect(bare).toContain(docs[part].zh)
        expect(bare).toContain(docs[part].en)
      }
      expect(out).toMatch(new RegExp(`^(错误|警告|提示) ${id}  invalid\\.txt:`, 'm'))
      expect(out).toMatch(/^✓ valid\.txt {2}没有发现问题/m)
    }
  })
})
