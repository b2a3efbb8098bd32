import { describe, expect, test } from 'vitest'
import { runPbo } from '../support/run.ts'
import { plainFinding } from '../support/samples.ts'

const zh = { env: { LANG: 'zh_CN.UTF-8' } }
const en = { env: { LANG: 'en_US.UTF-8' } }

describe('what can not be understood ends with 2 and says what was meant', () => {
  test.each([
    [
      'an option',
      'check --formt json sample.txt',
      "unknown option '--formt' (Did you mean --format?)",
      '没有选项 --formt。是不是 --format？',
    ],
    [
      'a command',
      'chek sample.txt',
      "unknown command 'chek' (Did you mean check?)",
      '没有命令“chek”。是不是 check？',
    ],
    [
      'a format',
      'check --format jsno',
      "--format doesn't know 'jsno'. Did you mean 'json'?",
      '--format 不认识“jsno”。是不是“json”？',
    ],
    [
      'a level',
      'check --level eror',
      "--level doesn't know 'eror'. Did you mean 'error'?",
      '--level 不认识“eror”。是不是“error”？',
    ],
    [
      'a threshold',
      'check --fail-on nevr',
      "--fail-on doesn't know 'nevr'. Did you mean 'never'?",
      '是不是“never”？',
    ],
    [
      'a way to show',
      'show --as tabel',
      "--as doesn't know 'tabel'. Did you mean 'table'?",
      '是不是“table”？',
    ],
    [
      'a rule',
      'explain total-mismtach',
      "explain doesn't know 'total-mismtach'. Did you mean 'total-mismatch'?",
      '是不是“total-mismatch”？',
    ],
    [
      'an encoding',
      'check --encoding gb18300',
      "--encoding doesn't know 'gb18300'. Did you mean 'gb18030'?",
      '是不是“gb18030”？',
    ],
    [
      'a width',
      'show --ambiguous-width 3',
      "--ambiguous-width doesn't know '3'.",
      '--ambiguous-width 不认识“3”',
    ],
    ['a format of rules', 'rules --format jso', "Did you mean 'json'?", '是不是“json”？'],
    [
      'a count',
      'check --max-warnings many',
      "--max-warnings needs a whole number of at least 0, got 'many'",
      '--max-warnings 需要一个不小于 0 的整数',
    ],
    [
      'a size',
      'check --max-file-size big',
      "--max-file-size needs a size such as 20M or 512K, got 'big'",
      '--max-file-size 需要一个大小',
    ],
    [
      'a size of nothing',
      'check --max-file-size 0',
      '--max-file-size needs a size',
      '--max-file-size 需要一个大小',
    ],
    ['a missing value', 'check --format', "option '-f, --format <name>'", '需要一个值'],
    ['a missing rule', 'explain', "missing required argument 'rule'", '缺少参数 rule'],
    ['too many arguments', 'rules all', 'too many arguments', '参数过多'],
    [
      'a name without stdin',
      'check sample.txt --stdin-filename x.txt',
      '--stdin-filename only applies when -',
      '--stdin-filename 只在路径中有 -',
    ],
  ])('%s', async (_, line, english, chinese) => {
    const inEnglish = await runPbo(line, en)
    expect(inEnglish).toMatchObject({ code: 2, out: '' })
    expect(inEnglish.err).toContain(english)
    const inChinese = await runPbo(line, zh)
    expect(inChinese).toMatchObject({ code: 2, out: '' })
    expect(inChinese.err).toContain(chinese)
    expect(inChinese.err.trimEnd()).not.toContain('\n')
  })

  test('the language itself', async () => {
    const { code, err } = await runPbo('check --lang fr', en)
    expect(code).toBe(2)
    expect(err).toContain("--lang doesn't know 'fr'. Choose from: zh, en")
  })

  test('nothing alike is suggested where nothing is alike', async () => {
    expect((await runPbo('check --format xyzzy', en)).err).not.toContain('mean')
  })

  test('what was typed is never printed raw', async () => {
    const { err } = await runPbo(['check', '--format', '\x1b[31m\u202ejson'], en)
    expect(err).toContain("'\\x1b[31m\\u202ejson'")
    expect(err).not.toContain('\x1b')
  })
})

test('no command at all shows the help on stderr and ends with 2', async () => {
  const { code, out, err } = await runPbo('', zh)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('用法：')
  expect(err).toContain('check [options] [paths...]')
})

test('--help is on stdout, in either language, with the exit codes', async () => {
  const chinese = await runPbo('--help', zh)
  expect(chinese).toMatchObject({ code: 0, err: '' })
  expect(chinese.out).toContain('命令：')
  expect(chinese.out).toContain('退出码：')
  const english = await runPbo('check --help --lang en', zh)
  expect(english.out).toContain('Options:')
  expect(english.out).toMatch(/--format <name> +output format: pretty, compact/)
  expect(english.out).toMatch(/\(default:\s+pretty\)/)
  // Descriptions have room beside the longest flag on 80 columns.
  expect(Math.max(...english.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(english.out).toContain('(default: 20M)')
})

test('--version prints the version', async () => {
  expect(await runPbo('--version')).toEqual({ code: 0, out: '0.0.0-test\n', err: '' })
})

describe('the language', () => {
  const saysChinese = async (
    line: string,
    env: Record<string, string>,
    locale = 'en-US',
  ): Promise<boolean> => {
    const { out } = await runPbo(line, { env: { LANG: '', ...env }, locale }, [plainFinding('176人')])
    expect(out).toMatch(/1 个警告|1 warning/)
    return out.includes('1 个警告')
  }

  test.each([
    ['the flag before all', 'check sample.txt --lang zh', { LC_ALL: 'en_US.UTF-8' }, true],
    ['the flag with =', 'check sample.txt --lang=en', { LC_ALL: 'zh_CN.UTF-8' }, false],
    ['LC_ALL before LANG', 'check sample.txt', { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, true],
    ['LC_MESSAGES before LANG', 'check sample.txt', { LC_MESSAGES: 'en_GB', LANG: 'zh_CN.UTF-8' }, false],
    ['LANG', 'check sample.txt', { LANG: 'zh_TW.UTF-8' }, true],
    ['C is English', 'check sample.txt', { LANG: 'C.UTF-8' }, false],
  ] as const)('%s', async (_, line, env, chinese) => {
    expect(await saysChinese(line, env)).toBe(chinese)
  })

  test('the system, where the environment is silent', async () => {
    expect(await saysChinese('check sample.txt', {}, 'zh-CN')).toBe(true)
    expect(await saysChinese('check sample.txt', {}, 'de-DE')).toBe(false)
  })
})

describe('colour', () => {
  const isColoured = async (line: string, env: Record<string, string>, isTTY = false): Promise<boolean> =>
    (await runPbo(line, { env, isTTY }, [plainFinding('176人')])).out.includes('\x1b[')

  test.each([
    ['none in a pipe', 'check sample.txt', {}, false, false],
    ['on a terminal', 'check sample.txt', {}, true, true],
    ['not on a dumb one', 'check sample.txt', { TERM: 'dumb' }, true, false],
    ['not with NO_COLOR', 'check sample.txt', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR is none', 'check sample.txt', { NO_COLOR: '' }, true, true],
    ['with FORCE_COLOR', 'check sample.txt', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 is off', 'check sample.txt', { FORCE_COLOR: '0' }, true, false],
    [
      'FORCE_COLOR before NO_COLOR, as in Node',
      'check sample.txt',
      { FORCE_COLOR: '1', NO_COLOR: '1' },
      false,
      true,
    ],
    ['--color before NO_COLOR', 'check sample.txt --color', { NO_COLOR: '1' }, false, true],
    ['--no-color before FORCE_COLOR', 'check sample.txt --no-color', { FORCE_COLOR: '1' }, true, false],
    ['--color for tables too', 'show sample.txt --color', {}, false, true],
    ['never in JSON', 'check sample.txt --format json --color', {}, true, false],
  ] as const)('%s', async (_, line, env, isTTY, coloured) => {
    expect(await isColoured(line, env, isTTY)).toBe(coloured)
  })
})
