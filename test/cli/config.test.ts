import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { core } from '../../src/records/core.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import type { Entry, World } from '../support/fake-io.ts'
import { fakeIo } from '../support/fake-io.ts'
import { type Outcome, runPbo } from '../support/run.ts'

const TEXT = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

/** Runs `check` in a world with a config and the filing at `menyuan.txt`, unless `files` has other filings. */
const check = (
  config: object | string,
  flags: string,
  files: Readonly<Record<string, Entry>> = { 'menyuan.txt': TEXT },
  world: World = {},
): Promise<Outcome> =>
  runPbo(
    `check --format compact ${flags}`,
    {
      env: { LANG: 'en_US.UTF-8' },
      ...world,
      files: { 'pbo.config.json': typeof config === 'string' ? config : JSON.stringify(config), ...files },
    },
    core,
  )

/** `path level rule` of each line. */
const listed = async (...args: Parameters<typeof check>): Promise<readonly string[]> =>
  [...(await check(...args)).out.matchAll(/^(\S+?):\d+:\d+: (\w+ \S+) /gm)].map(
    ([, path, words]) => `${path} ${words}`,
  )

const ALL = [
  'menyuan.txt warning stale-baseline',
  'menyuan.txt error goal-indicator-mismatch',
  'menyuan.txt warning goal-cost-mismatch',
]

describe('what the config says, and what a flag says against it', () => {
  test('rules', async () => {
    const config = { rules: { 'goal-indicator-mismatch': 'off', 'stale-baseline': { severity: 'error' } } }
    expect(await listed(config, '')).toEqual([
      'menyuan.txt error stale-baseline',
      'menyuan.txt warning goal-cost-mismatch',
    ])
    expect(await listed(config, '--rule stale-baseline=off')).toEqual([ALL[2]])
    expect(await listed(config, '--only stale-baseline')).toEqual(['menyuan.txt error stale-baseline'])
  })

  test('the digest of both in a report, the same wherever settings were made', async () => {
    const digest = async (config: object, flags: string): Promise<string> =>
      JSON.parse((await check(config, `${flags} --format json`)).out).configHash
    const off = { rules: { 'stale-baseline': 'off' } }
    const usual = await digest({}, '')
    expect(usual).toMatch(/^[0-9a-f]{16}$/)
    expect(await digest({ lang: 'en', ignore: ['x'], scheme: 'auto' }, '--jobs 1 --no-config')).toBe(usual)
    expect(await digest(off, '')).not.toBe(usual)
    expect(await digest({}, '--rule stale-baseline=off')).toBe(await digest(off, ''))
    expect(await digest(off, '--rule stale-baseline=warning')).not.toBe(await digest(off, ''))
    expect(await digest({ overrides: [{ files: ['a/'], ...off }] }, '')).not.toBe(usual)
    expect(await digest({ scheme: 'new' }, '')).toBe(await digest({}, '--scheme new'))
  })

  test('options of rules', async () => {
    const config = { rules: { 'satisfaction-below-floor': { severity: 'error', options: { floor: 96 } } } }
    expect((await listed(config, '')).filter((line) => line.includes('satisfaction')).length).toBeGreaterThan(
      3,
    )
    expect(await listed(config, '--rule-option satisfaction-below-floor.floor=85')).toEqual(ALL)
  })

  test('level', async () => {
    expect(await listed({ level: 'error' }, '')).toEqual([ALL[1]])
    expect(await listed({ level: 'error' }, '--level warning')).toEqual(ALL)
  })

  test('failOn', async () => {
    expect((await check({ failOn: 'never' }, '')).code).toBe(0)
    expect((await check({ failOn: 'never' }, '--fail-on error')).code).toBe(1)
  })

  test('maxWarnings', async () => {
    const config = { failOn: 'never', maxWarnings: 1 }
    expect((await check(config, '')).code).toBe(1)
    expect((await check(config, '--max-warnings 2')).code).toBe(0)
  })

  test('lang', async () => {
    expect((await check({ lang: 'zh' }, '')).out).toContain('绩效目标为“80人以上”')
    expect((await check({ lang: 'zh' }, '--lang en')).out).toContain('the goal says')
  })

  const schemeIn = (out: string): unknown => {
    const [file] = reportSchema.parse(JSON.parse(out)).files
    return file?.status === 'checked' ? file.scheme : undefined
  }

  test('scheme, and that a flag may take back to auto', async () => {
    const json = (flags: string) => check({ scheme: 'new' }, `--format json ${flags}`)
    expect(schemeIn((await json('')).out)).toEqual({ name: 'new', source: 'set' })
    expect(schemeIn((await json('--scheme auto')).out)).toEqual({ name: 'old', source: 'found' })
  })

  test('format', async () => {
    const run = (flags: string): Promise<Outcome> =>
      runPbo(
        `check ${flags}`,
        { files: { 'pbo.config.json': '{"format": "json"}', 'menyuan.txt': TEXT } },
        core,
      )
    expect((await run('')).out).toMatch(/^\{\n {2}"schemaVersion"/)
    expect((await run('--format compact')).out).toMatch(/^menyuan\.txt:/)
  })

  test('output, from the folder of the config', async () => {
    const write = async (flags: string): Promise<readonly string[]> => {
      const files = { 'a/pbo.config.json': '{"output": {"json": "out/a.json"}}', 'a/menyuan.txt': TEXT }
      const io = fakeIo({ files })
      await main(`check a ${flags}`.trim().split(' '), io, core)
      return Object.keys(io.written())
    }
    expect(await write('')).toEqual(['a/out/a.json'])
    expect(await write('--output sarif=b.sarif')).toEqual(['b.sarif'])
  })

  test('ignore, of what is searched, not of what is named', async () => {
    const files = { 'a.txt': TEXT, '草稿/b.txt': TEXT, '草稿/c/d.txt': TEXT, 'e.bak.txt': TEXT }
    const paths = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split(' ')[0]))]
    expect(paths(await listed({}, '.', files))).toEqual(['a.txt', 'e.bak.txt', '草稿/b.txt', '草稿/c/d.txt'])
    const config = { ignore: ['草稿/', '*.bak.txt'] }
    expect(paths(await listed(config, '.', files))).toEqual(['a.txt'])
    expect(paths(await listed(config, '草稿/b.txt', files))).toEqual(['草稿/b.txt'])
  })

  test('overrides', async () => {
    const files = { '2021/a.txt': TEXT, '2022/a.txt': TEXT }
    const config = {
      rules: { 'goal-cost-mismatch': 'off' },
      overrides: [{ files: ['2021/'], rules: { 'stale-baseline': 'off', 'goal-cost-mismatch': 'info' } }],
    }
    expect(
      await listed(config, '--level info --rule goal-not-covered=off --rule duplicate-filing=off .', files),
    ).toEqual([
      '2021/a.txt error goal-indicator-mismatch',
      '2021/a.txt info goal-cost-mismatch',
      '2022/a.txt warning stale-baseline',
      '2022/a.txt error goal-indicator-mismatch',
    ])
  })

  test('overrides of schemes', async () => {
    const config = { overrides: [{ files: ['*.txt'], scheme: 'new' }] }
    expect(schemeIn((await check(config, '--format json')).out)).toEqual({ name: 'new', source: 'set' })
  })

  test('baseline', async () => {
    const { code, err } = await check({ baseline: 'missing.json' }, '')
    expect(code).toBe(2)
    expect(err).toContain('baseline missing.json not found')
    expect((await check({ baseline: 'missing.json' }, '--no-baseline')).code).toBe(1)
  })
})

describe('which config counts', () => {
  const off = JSON.stringify({ rules: { 'goal-indicator-mismatch': 'off', 'goal-cost-mismatch': 'off' } })
  const run = async (line: string, files: Readonly<Record<string, Entry>>) => {
    const { out, err, code } = await runPbo(
      `check --format compact --lang en ${line}`,
      { files: { 'a/b/menyuan.txt': TEXT, ...files } },
      core,
    )
    return { code, err, count: out.split('\n').length - 1 }
  }

  test.each<[string, string, Readonly<Record<string, Entry>>, number]>([
    ['none', 'a/b/menyuan.txt', {}, 3],
    ['beside the file', 'a/b/menyuan.txt', { 'a/b/pbo.config.json': off }, 1],
    ['above the file', 'a/b/menyuan.txt', { 'pbo.config.json': off }, 1],
    ['above a folder', 'a/b', { 'a/pbo.config.json': off }, 1],
    ['in the folder', 'a', { 'a/pbo.config.json': off }, 1],
    ['below the folder, for what lies there', 'a', { 'a/b/pbo.config.json': off }, 1],
    ['the nearest', 'a/b', { 'a/pbo.config.json': '{}', 'pbo.config.json': off }, 3],
    ['whatever the order of paths', 'a a/b', { 'a/b/pbo.config.json': off }, 1],
    ['a package.json with the key', 'a/b', { 'a/package.json': `{"name": "x", "pbo": ${off}}` }, 1],
    ['not one without', 'a/b', { 'a/b/package.json': '{"name": "x"}', 'a/pbo.config.json': off }, 1],
    ['not one that is broken', 'a/b', { 'a/b/package.json': '{', 'a/pbo.config.json': off }, 1],
    [
      'pbo.config.json before package.json',
      'a/b',
      { 'a/package.json': '{"pbo": {}}', 'a/pbo.config.json': off },
      1,
    ],
    ['the one named', '--config x/c.json a/b', { 'x/c.json': off, 'a/pbo.config.json': '{}' }, 1],
    ['a package.json named', '--config x/package.json a', { 'x/package.json': `{"pbo": ${off}}` }, 1],
    ['none at all', '--no-config a/b', { 'a/pbo.config.json': off }, 3],
    ['not even a broken one', '--no-config a/b', { 'a/pbo.config.json': '{' }, 3],
  ])('%s', async (_, line, files, count) => {
    expect(await run(line, files)).toMatchObject({ err: '', count })
  })

  test('for standard input it is the one of the current folder', async () => {
    const { out } = await runPbo(
      'check --format compact -',
      { stdin: TEXT, files: { 'pbo.config.json': off } },
      core,
    )
    expect(out.match(/\n/g)).toHaveLength(1)
  })

  test.each<[string, string, Entry | undefined, string]>([
    ['one named is missing', '--config x.json a', undefined, '--config x.json: no such file'],
    ['one named has no key', '--config package.json a', '{}', "--config package.json has no key 'pbo'"],
    ['it is a pipe', 'a', 'fifo', 'pbo.config.json: a pipe, device or socket'],
    ['it may not be read', 'a', { unreadable: 'EACCES' }, 'pbo.config.json: permission denied'],
    ['it is huge', 'a', ' '.repeat(1024 ** 2 + 1), 'pbo.config.json is larger than the limit of 1 MB'],
  ])('%s', async (_, line, entry, words) => {
    const name = line.includes('package') ? 'package.json' : 'pbo.config.json'
    const { code, err } = await run(line, entry === undefined ? {} : { [name]: entry })
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})

describe('what can not be meant ends with 2, in both languages, with its place', () => {
  test.each([
    ['{"lang": "zh"', 'pbo.config.json:1:14: not valid JSON from here on', '从这里起不是有效的 JSON'],
    ['{"lang": "zh", "lang": "zh"}', ":1:16: 'lang' appears here a second time", '“lang”在这里第二次出现'],
    ['[]', ':1:1: the config should be an object {…}, got []', '配置 应为对象 {…}'],
    [
      '{\n  "rulse": {}\n}',
      "pbo.config.json:2:3: there is no key 'rulse'. Did you mean 'rules'?",
      '没有名为“rulse”。是不是“rules”？',
    ],
    [
      '{"rules": {"total-mismtach": "off"}}',
      ":1:12: rules has no key 'total-mismtach'. Did you mean 'total-mismatch'?",
      'rules 中没有名为“total-mismtach”。是不是“total-mismatch”？',
    ],
    [
      '{"rules": {"xyzzy": "off"}}',
      "rules has no key 'xyzzy'. pbo rules lists the rules",
      'pbo rules 列出全部规则',
    ],
    [
      '{"rules": {"missing-unit": "of"}}',
      ":1:28: rules.missing-unit can't be 'of'. Did you mean 'off'? Choose from: off, info, warning, error",
      'rules.missing-unit 不能是“of”。是不是“off”？可用的有：off info warning error',
    ],
    [
      '{"rules": {"missing-unit": 3}}',
      'rules.missing-unit should be a level (off, info, warning, error) or an object {…}, got 3',
      '应为级别（off info warning error）或对象 {…}，得到的是 3',
    ],
    [
      '{"rules": {"satisfaction-below-floor": {"options": {"floor": 101}}}}',
      'rules.satisfaction-below-floor.options.floor should be at most 100, got 101',
      '应不大于 100，得到的是 101',
    ],
    [
      '{"maxWarnings": -1}',
      'maxWarnings should be at least 0, got -1',
      'maxWarnings 应不小于 0，得到的是 -1',
    ],
    ['{"ignore": [""]}', 'ignore[0] is empty', 'ignore[0] 不能为空'],
    ['{"overrides": [{"rules": {}}]}', "overrides[0] is missing 'files'", 'overrides[0] 中缺少“files”'],
    [
      '{"output": {"json": "../../x"}}',
      "output.json should be a path inside the folder of the config, got '../../x'",
      '应为配置文件所在文件夹内的相对路径',
    ],
    ['{"ignore": ["*a*a*a*a*a*a"]}', 'ignore[0] is too complex a pattern', '模式过于复杂'],
    [
      '{"lang": "fr", "level": 1, "x": 2}',
      'Choose from: zh, en (and 2 more)',
      '可用的有：zh en（另有 2 处错误）',
    ],
  ])('%s', async (config, english, chinese) => {
    const inEnglish = await check(config, '')
    expect(inEnglish).toMatchObject({ code: 2, out: '' })
    expect(inEnglish.err).toContain(english)
    const inChinese = await check(config, '--lang zh')
    expect(inChinese).toMatchObject({ code: 2, out: '' })
    expect(inChinese.err).toContain(chinese)
    expect(inChinese.err.trimEnd()).not.toContain('\n')
  })

  test('a package.json names itself and the place in it', async () => {
    const { err } = await runPbo(
      'check a.txt --lang en',
      { files: { 'package.json': '{"name": "x",\n "pbo": {"lang": 1}}', 'a.txt': TEXT } },
      core,
    )
    expect(err).toBe('pbo: package.json:2:18: lang should be a string, got 1\n')
  })

  test('hostile values are shown escaped and shortened', async () => {
    for (const hostile of ['\x1b[31m', '\u202e', '\u0000', '\u2028', '\n::error::x', 'a'.repeat(5000)]) {
      for (const config of [
        { lang: hostile },
        { [hostile]: 1 },
        { rules: { [hostile]: 1 } },
        { ignore: { [hostile]: 1 } },
      ]) {
        const { code, err } = await check(config, '')
        expect(code).toBe(2)
        expect(err).toMatch(/^pbo: pbo\.config\.json:1:\d+: [^\p{Cc}\p{Cf}\p{Zl}]{1,400}\n$/u)
      }
    }
  })
})
