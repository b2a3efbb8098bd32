import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CHECK_FORMATS } from '../../src/cli/options.ts'
import { core as library } from '../../src/records/core.ts'
import { fakeCore } from '../support/fake-core.ts'
import type { World } from '../support/fake-io.ts'
import { runPbo } from '../support/run.ts'
import { MISMATCH, SAMPLE_TEXT } from '../support/samples.ts'
import { openSession, type Session } from './session.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const sample = (world: World = {}): Session =>
  openSession({ files: { 'sample.txt': SAMPLE_TEXT }, ...world }, fakeCore([MISMATCH]))

/** How a report in a format begins. */
const STARTS: Readonly<Record<(typeof CHECK_FORMATS)[number], string>> = {
  pretty: '✗ sample.txt',
  compact: 'sample.txt:5:',
  json: '{\n  "schemaVersion"',
  jsonl: '{"schemaVersion"',
  statistics: '1 error ',
  sarif: '{\n  "$schema"',
  junit: '<?xml',
  github: '::error file=sample.txt',
  gitlab: '[\n  {\n    "description"',
  markdown: '## ',
  csv: '\ufeffpath,',
  xlsx: 'PK',
  html: '<!doctype html>',
}

const textOf = (content: string | Uint8Array | undefined): string =>
  typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)

describe('--output', () => {
  test.each(CHECK_FORMATS)('%s is written to its file, beside what is printed', async (format) => {
    const session = sample()
    const alone = await session.run('check sample.txt')
    const both = await session.run(`check sample.txt --output ${format}=out.file`)
    expect(both).toEqual(alone)
    expect(textOf(session.io.written()['out.file']).startsWith(STARTS[format])).toBe(true)
  })

  test.each(CHECK_FORMATS.filter((format) => format !== 'xlsx'))(
    '%s is the same in a file and in a pipe',
    async (format) => {
      const session = sample()
      const { out } = await session.run(`check sample.txt --format ${format} --output ${format}=out.file`)
      expect(textOf(session.io.written()['out.file'])).toBe(out)
      expect(out.startsWith(STARTS[format])).toBe(true)
    },
  )

  test.each([
    ['--output out.html', 'html'],
    ['--output out.SARIF', 'sarif'],
    ['--output out.xml', 'junit'],
    ['--output out.txt', 'pretty'],
    ['--format json --output out.txt', 'json'],
    ['--format sarif --output out', 'sarif'],
    ['-f xlsx -o out.html', 'xlsx'],
    ['--statistics --output out.csv', 'statistics'],
  ] as const)('%s: a path alone takes the format of --format, else of its ending', async (flags, format) => {
    const session = sample({ isTTY: true })
    const { code, out } = await session.run(`check sample.txt ${flags}`)
    expect(code).toBe(1)
    const [[path, content] = ['', '']] = Object.entries(session.io.written())
    expect(flags.endsWith(path)).toBe(true)
    expect(textOf(content).startsWith(STARTS[format])).toBe(true)
    expect(out).toBe((await sample({ isTTY: true }).run('check sample.txt')).out)
  })

  test('an output with a format of its own leaves --format to the terminal', async () => {
    const { out } = await sample().run('check sample.txt --format compact --output json=out.json')
    expect(out.startsWith(STARTS.compact)).toBe(true)
  })

  test.each(['out', 'out.docx', 'folder/', '-', '=out.json', 'json='])(
    '%s alone says no format',
    async (path) => {
      const { code, err } = await sample().run(`check sample.txt --lang en --output ${path}`)
      expect(code).toBe(2)
      expect(err).toContain('a file whose extension names the format')
    },
  )

  test('may come several times, without colours and whatever the terminal is like', async () => {
    const session = sample({ isTTY: true, columns: 60 })
    const { out } = await session.run('check sample.txt --output pretty=a.txt --output compact=b.txt')
    expect(out).toContain('\x1b[')
    expect(session.text('a.txt')).not.toContain('\x1b[')
    expect(session.text('a.txt')).toBe((await sample().run('check sample.txt')).out)
    expect(session.text('b.txt')).toMatch(/^sample\.txt:5:/)
  })

  test('that can not be written ends with 2, says why, and spoils nothing else', async () => {
    const session = sample({ unwritable: { 'a.json': 'EACCES' } })
    const { code, out, err } = await session.run('check sample.txt --output json=a.json --output csv=b.csv')
    expect(code).toBe(2)
    expect(out).toContain('✗ sample.txt')
    expect(err).toBe('pbo: 无法写入 a.json：EACCES: made up\n')
    expect(Object.keys(session.io.written())).toEqual(['b.csv'])
    expect((await session.run('check sample.txt --lang en --output json=a.json')).err).toContain(
      "pbo: can't write a.json: EACCES",
    )
  })

  test.each([
    ['an input', 'check sample.txt --output json=sample.txt', '会覆盖输入文件 sample.txt'],
    ['an input by another name', 'check sample.txt --output json=./sample.txt', '会覆盖输入文件 sample.txt'],
    ['an input behind a link', 'check link.txt --output json=sample.txt', '会覆盖输入文件 link.txt'],
    ['a link to an input', 'check sample.txt --output json=link.txt', '会覆盖输入文件 sample.txt'],
    ['a folder', 'check sample.txt --output json=data', '不能写到 data：它不是普通文件'],
    ['a pipe', 'check sample.txt --output json=fifo', '不能写到 fifo：它不是普通文件'],
    ['a file twice', 'check sample.txt --output json=a --output csv=./a', '两次写到同一个文件：./a'],
    ['a format that is none', 'check sample.txt --output sarf=a', '是不是“sarif”？'],
    ['no file', 'check sample.txt --output json', '--output 的写法是 格式=文件'],
    ['no format', 'check sample.txt --output =a', '--output 的写法是 格式=文件'],
    ['standard output', 'check sample.txt --output json=-', '--output 的写法是 格式=文件'],
  ])('refuses %s before any work', async (_, line, words) => {
    const session = sample({
      files: {
        'sample.txt': SAMPLE_TEXT,
        'link.txt': { link: 'sample.txt' },
        'data/x.txt': SAMPLE_TEXT,
        fifo: 'fifo',
      },
    })
    const { code, out, err } = await session.run(line)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
    expect(session.io.written()).toEqual({})
  })

  test('of the last run is no input of this one, where a folder is searched', async () => {
    const session = openSession({ files: { 'sample.txt': MENYUAN } }, library)
    const outputs = [
      'csv=a.csv',
      'html=a.html',
      'markdown=a.md',
      'xlsx=a.xlsx',
      'pretty=b.txt',
      'compact=c.txt',
    ]
    const line = `check . --format compact ${outputs.map((output) => `--output ${output}`).join(' ')}`
    const first = await session.run(line)
    expect(await session.run(line)).toEqual(first)
    expect(first.code).toBe(1)
  })

  test.each(['sample.txt', 'link.txt', 'data/x.txt'])(
    'over %s is refused where a search finds it',
    async (path) => {
      const files = { 'sample.txt': MENYUAN, 'link.txt': { link: 'sample.txt' }, 'data/x.txt': MENYUAN }
      const session = openSession({ files }, library)
      const { code, out, err } = await session.run(`check . --output json=${path}`)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('--output 会覆盖输入文件')
      expect(session.io.written()).toEqual({})
    },
  )
})

describe('a workbook', () => {
  test('is not printed to a terminal', async () => {
    const { code, out, err } = await sample({ isTTY: true }).run('check sample.txt --format xlsx')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('请用 --output xlsx=文件')
  })

  test('goes through a pipe', async () => {
    const { code, out } = await sample().run('check sample.txt --format xlsx')
    expect(code).toBe(1)
    expect(out.startsWith('PK')).toBe(true)
  })
})

describe('on GitHub', () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary.md' }
  const token = 'f'.repeat(32)

  test.each(CHECK_FORMATS.filter((format) => !['github', 'xlsx'].includes(format)))(
    '%s is printed where no command is obeyed',
    async (format) => {
      const plain = await sample().run(`check sample.txt --format ${format}`)
      const { out } = await sample({ env }).run(`check sample.txt --format ${format}`)
      const end = plain.out.endsWith('\n') ? '' : '\n'
      expect(out).toBe(`::stop-commands::${token}\n${plain.out}${end}::${token}::\n`)
    },
  )

  test('commands are printed as such', async () => {
    expect((await sample({ env }).run('check sample.txt --format github')).out).toMatch(/^::error file=/)
  })

  test('what goes into a file is left as it is', async () => {
    const { out } = await sample({ env, isFile: true }).run('check sample.txt --format json')
    expect(JSON.parse(out).files).toHaveLength(1)
    const session = sample({ env })
    await session.run('check sample.txt --output json=a.json')
    expect(JSON.parse(session.text('a.json')).files).toHaveLength(1)
  })

  test('the report is added to the summary of the step', async () => {
    const session = sample({ env, files: { 'sample.txt': SAMPLE_TEXT, 'summary.md': 'before\n' } })
    await session.run('check sample.txt --format github')
    const [before, heading] = session.text('summary.md').split('\n')
    expect([before, heading]).toEqual(['before', '## 绩效目标公开表检查结果'])
    expect(session.text('summary.md')).toContain('goal-indicator-mismatch')
  })

  test('a summary that can not be written ends with 2', async () => {
    const { code, err } = await sample({ env, unwritable: { 'summary.md': 'EROFS' } }).run('check sample.txt')
    expect(code).toBe(2)
    expect(err).toContain('无法写入 summary.md：EROFS')
  })

  test('no name of a file is a command, in whatever is printed', async () => {
    const name = '##[error]::error::x\n::error::y'
    const session = openSession({ env, files: { [name]: '你好' } }, fakeCore())
    for (const format of CHECK_FORMATS.filter((one) => one !== 'xlsx')) {
      const { out, err } = await session.run(['check', name, '--format', format])
      expect(err).not.toMatch(/^\s*::|##\[/m)
      const obeyed = out.replace(/^::stop-commands::(f+)\n.*\n::\1::\n$/s, '')
      expect(
        obeyed
          .split('\n')
          .filter((line) => !line.startsWith('::error file='))
          .join(''),
      ).toBe('')
      expect(obeyed).not.toContain('##[')
    }
  })

  test('elsewhere nothing of it happens', async () => {
    const session = sample({ env: { GITHUB_STEP_SUMMARY: 'summary.md' } })
    expect((await session.run('check sample.txt')).out).toMatch(/^✗/)
    expect(session.io.written()).toEqual({})
  })
})

describe('in a folder of a repository', () => {
  const FILING = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')
  const files = { 'f/a.txt': FILING, 'f/b.txt': FILING }
  const run = (format: string, env: Record<string, string>) =>
    runPbo(
      `check --level error --format ${format} f`,
      { files, env: { LANG: 'en_US.UTF-8', ...env } },
      library,
    )

  // The command stands in the root of the made-up world.
  test.each([
    ['github', 'GITHUB_WORKSPACE', 'file=f/a.txt'],
    ['sarif', 'GITHUB_WORKSPACE', '"uri": "f/a.txt"'],
    ['gitlab', 'CI_PROJECT_DIR', '"path": "f/a.txt"'],
  ])('%s names files from its root on', async (format, variable, named) => {
    expect((await run(format, {})).out).toContain(named)
    expect((await run(format, { [variable]: '/' })).out).toContain(named)
    const { out } = await run(format, { [variable]: '/f' })
    expect(out).toContain(named.replace('f/a.txt', 'a.txt'))
    expect(out).not.toContain(named)
    expect((await run(format, { [variable]: '/elsewhere' })).out).toContain(named)
  })
})
