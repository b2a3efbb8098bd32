import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { type Outcome, runPbo } from '../support/run.ts'

const TEXT = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const off = (...rules: readonly string[]) => ({
  rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])),
})

const run = (line: string, configs: Readonly<Record<string, object | string>>, filings: readonly string[]) =>
  runPbo(
    line,
    {
      env: { LANG: 'en_US.UTF-8' },
      files: Object.fromEntries([
        ...Object.entries(configs).map(([path, config]) => [
          path,
          typeof config === 'string' ? config : JSON.stringify(config),
        ]),
        ...filings.map((path) => [path, TEXT]),
      ]),
    },
    core,
  )

/** The rules that found something in each file. */
const rulesIn = ({ out }: Outcome): Record<string, string[]> => {
  const found: Record<string, string[]> = {}
  for (const [, path = '', rule = ''] of out.matchAll(/^(\S+?):\d+:\d+: \w+ (\S+) /gm)) {
    found[path] = [...(found[path] ?? []), rule]
  }
  return found
}

const [STALE, GOAL, COST] = ['stale-baseline', 'goal-indicator-mismatch', 'goal-cost-mismatch'] as const
const CHECK = 'check --format compact --no-corpus'

describe('the nearest config above each file', () => {
  const configs = {
    'pbo.config.json': off(STALE),
    'a/pbo.config.json': off(GOAL),
    'b/deep/package.json': { pbo: off(COST) },
  }
  const filings = ['top.txt', 'a/1.txt', 'a/sub/2.txt', 'b/3.txt', 'b/deep/4.txt']

  test('counts alone', async () => {
    expect(rulesIn(await run(`${CHECK} .`, configs, filings))).toEqual({
      'top.txt': [GOAL, COST],
      'a/1.txt': [STALE, COST],
      'a/sub/2.txt': [STALE, COST],
      'b/3.txt': [GOAL, COST],
      'b/deep/4.txt': [STALE, GOAL],
    })
  })

  test('whatever the order of the arguments, folders or files', async () => {
    const orders = [
      'a b top.txt',
      'top.txt b a',
      'b top.txt a',
      `${filings.join(' ')}`,
      `${[...filings].reverse().join(' ')}`,
    ]
    const [first, ...others] = await Promise.all(
      orders.map((order) => run(`${CHECK} ${order}`, configs, filings)),
    )
    for (const other of others) expect(other).toEqual(first)
  })

  test('leaves out what it ignores, from its own folder on', async () => {
    const ignoring = { 'pbo.config.json': { ignore: ['2.txt'] }, 'a/pbo.config.json': { ignore: ['/1.txt'] } }
    expect(Object.keys(rulesIn(await run(`${CHECK} .`, ignoring, filings)))).toEqual([
      'a/sub/2.txt',
      'b/3.txt',
      'b/deep/4.txt',
      'top.txt',
    ])
  })

  test('says nothing of the whole run: that is for the one above all paths', async () => {
    const some = {
      'pbo.config.json': { level: 'error', failOn: 'never' },
      'a/pbo.config.json': { level: 'info', lang: 'zh', baseline: 'gone.json' },
    }
    const outcome = await run(`${CHECK} .`, some, ['a/1.txt'])
    expect(outcome).toMatchObject({ code: 0, err: '' })
    expect(rulesIn(outcome)).toEqual({ 'a/1.txt': [GOAL] })
    expect((await run(`${CHECK} a`, some, ['a/1.txt'])).code).toBe(2)
  })

  test('--config is for all files', async () => {
    const outcome = await run(`${CHECK} --config a/pbo.config.json top.txt b/3.txt`, configs, filings)
    expect(rulesIn(outcome)).toEqual({ 'top.txt': [STALE, COST], 'b/3.txt': [STALE, COST] })
  })

  test('changes the digest in reports', async () => {
    const digest = async (inner: object): Promise<string> => {
      const { out } = await run('check . --format json', { 'a/pbo.config.json': inner }, ['a/1.txt', 'b.txt'])
      return JSON.parse(out).configHash
    }
    expect(await digest(off(STALE))).not.toBe(await digest(off(GOAL)))
  })

  test('is told where it is wrong', async () => {
    const { code, err } = await run(
      `${CHECK} .`,
      { 'a/pbo.config.json': '{"rules": {"no-such": "off"}}' },
      filings,
    )
    expect(code).toBe(2)
    expect(err).toContain("a/pbo.config.json:1:12: rules has no key 'no-such'")
  })
})

describe('extends', () => {
  test('builds on other configs; what extends goes first, with patterns from the folder of each', async () => {
    const configs = {
      'shared/base.json': {
        ...off(STALE, GOAL),
        level: 'error',
        overrides: [{ files: ['/x.txt'], ...off(COST) }],
      },
      'shared/more.json': { extends: 'base.json', rules: { [STALE]: 'error' } },
      'a/pbo.config.json': { extends: ['../shared/more.json'], rules: { [GOAL]: 'error' } },
    }
    expect(rulesIn(await run(`${CHECK} a`, configs, ['a/x.txt']))).toEqual({ 'a/x.txt': [STALE, GOAL] })
  })

  test.each([
    ['itself', { 'pbo.config.json': { extends: 'pbo.config.json' } }, 'refers back to itself'],
    [
      'itself by another',
      { 'pbo.config.json': { extends: 'b.json' }, 'b.json': { extends: './pbo.config.json' } },
      'refers back',
    ],
    ['nothing', { 'pbo.config.json': { extends: ['gone.json'] } }, "pbo.config.json: can't find 'gone.json'"],
    ['a number', { 'pbo.config.json': { extends: 3 } }, 'pbo.config.json:1:12: '],
  ])('%s is refused', async (_, configs, words) => {
    const { code, err } = await run(`${CHECK} a.txt`, configs, ['a.txt'])
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})

describe('pbo config print', () => {
  test('shows configs, rules and options of a file, which need not exist', async () => {
    const configs = {
      'base.json': {
        scheme: 'old',
        rules: { 'satisfaction-below-floor': { severity: 'error', options: { floor: 85 } } },
      },
      'pbo.config.json': {
        extends: 'base.json',
        level: 'error',
        ignore: ['drafts/'],
        overrides: [{ files: ['2021/'], ...off(STALE) }],
      },
    }
    const { code, out } = await run('config print 2021/new.xlsx', configs, [])
    expect(code).toBe(0)
    const printed = JSON.parse(out)
    expect(printed).toMatchObject({
      file: '2021/new.xlsx',
      configs: ['base.json', 'pbo.config.json'],
      ignored: false,
      level: 'error',
      lang: 'en',
      scheme: 'old',
    })
    expect(printed.rules[STALE]).toBe('off')
    expect(printed.rules['satisfaction-below-floor']).toEqual({
      severity: 'error',
      options: { floor: 85 },
    })
    expect(Object.keys(printed.rules)).toEqual(core.rules.map(({ id }) => id))
    expect(JSON.parse((await run('config print drafts/a.txt', configs, [])).out).ignored).toBe(true)
    expect(JSON.parse((await run('config print a.txt --no-config', configs, [])).out).configs).toEqual([])
  })
})
