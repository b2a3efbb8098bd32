import { describe, expect, test } from 'vitest'
import { UnreadableError } from '../../src/read/document.ts'
import { fakeCore } from '../support/fake-core.ts'
import type { World } from '../support/fake-io.ts'
import { plainFinding, SAMPLE_TEXT } from '../support/samples.ts'
import { openSession } from './session.ts'

const files = (...paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, SAMPLE_TEXT]))

const run = (line: string | readonly string[], world: World) =>
  openSession(world, fakeCore([plainFinding('176人')])).run(line)

/** The paths that were checked, in order. */
const checked = async (line: string, world: World): Promise<string[]> => {
  const { out } = await run(`check ${line} --format compact`, world)
  return out.split('\n').flatMap((row) => (row.includes('missing-unit') ? [row.replace(/:.*/, '')] : []))
}

describe('--files-from', () => {
  const world = files('a.txt', 'b [1].txt', 'c*.txt', 'data/d.txt', '-')

  test.each([
    ['lines', 'a.txt\nb [1].txt\n\nc*.txt', ['a.txt', 'b [1].txt', 'c*.txt']],
    ['lines of Windows', 'a.txt\r\nb [1].txt\r\n', ['a.txt', 'b [1].txt']],
    ['NULs', 'a.txt\0c*.txt\0', ['a.txt', 'c*.txt']],
    ['a folder', 'data\n', ['data/d.txt']],
    ['a file that is called -', '-\n', ['-']],
    ['a file twice', 'a.txt\n./a.txt\n', ['a.txt']],
  ])('reads %s, and no name is a pattern', async (_, list, expected) => {
    expect(await checked('--files-from list', { files: { ...world, list } })).toEqual(expected)
    expect(await checked('--files-from -', { files: world, stdin: list })).toEqual(expected)
  })

  test('adds to the paths, and takes the place of the current folder', async () => {
    expect(await checked('a.txt --files-from list', { files: { ...world, list: 'data/d.txt' } })).toEqual([
      'a.txt',
      'data/d.txt',
    ])
    expect(await checked('--files-from list', { files: { ...world, list: '' } })).toEqual([])
  })

  test('a name that is missing is a failure, a list that is missing a mistake', async () => {
    const { code, err } = await run('check --files-from list', { files: { ...world, list: 'gone.txt\n' } })
    expect(code).toBe(2)
    expect(err).toContain('gone.txt: 没有这个文件')
    const noList = await run('check --files-from gone', { files: world })
    expect(noList).toMatchObject({ code: 2, out: '' })
    expect(noList.err).toContain('--files-from gone：没有这个文件')
  })

  test('standard input can not be both', async () => {
    const { code, err } = await run('check - --files-from -', { files: world, stdin: 'a.txt' })
    expect(code).toBe(2)
    expect(err).toContain('标准输入（-）不能既是文件又是路径清单')
  })
})

describe('what a search leaves out', () => {
  const tree = files('x/a.txt', 'x/b.txt', 'x/deep/a.txt', 'y/a.txt', 'top.txt')

  test.each<[string, string, Record<string, string>, readonly string[]]>([
    ['nothing', '', {}, ['top.txt', 'x/a.txt', 'x/b.txt', 'x/deep/a.txt', 'y/a.txt']],
    ['a name anywhere', '', { '.pboignore': 'a.txt\n' }, ['top.txt', 'x/b.txt']],
    ['a folder', '', { '.pboignore': 'x/\n' }, ['top.txt', 'y/a.txt']],
    ['a path from there', '', { '.pboignore': '/x/*.txt\n' }, ['top.txt', 'x/deep/a.txt', 'y/a.txt']],
    ['below its own folder only', '', { 'x/.pboignore': 'a.txt\n' }, ['top.txt', 'x/b.txt', 'y/a.txt']],
    [
      'but what a nearer file takes back',
      '',
      { '.pboignore': 'a.txt\n', 'x/.pboignore': '!/a.txt\n' },
      ['top.txt', 'x/a.txt', 'x/b.txt'],
    ],
    ['comments and blanks apart', '', { '.pboignore': '# y/\n\n  \n' }, Object.keys(tree).sort()],
    ['by flags', '--ignore a.txt --ignore /top.txt', {}, ['x/b.txt']],
    [
      'by a flag over the file',
      '--ignore !x/a.txt',
      { '.pboignore': 'a.txt\n' },
      ['top.txt', 'x/a.txt', 'x/b.txt'],
    ],
  ])('%s', async (_, flags, ignore, expected) => {
    expect(await checked(`. ${flags}`, { files: { ...tree, ...ignore } })).toEqual(expected)
  })

  test('also where a folder of it is searched, and of what a pattern matches', async () => {
    const world = {
      files: { ...tree, '.pboignore': 'x/a.txt\n' },
      globs: { 'x/*.txt': ['x/a.txt', 'x/b.txt'] },
    }
    expect(await checked('x', world)).toEqual(['x/b.txt', 'x/deep/a.txt'])
    expect(await checked('x/*.txt', world)).toEqual(['x/b.txt'])
    expect(await checked('./x', world)).toEqual(['./x/b.txt', './x/deep/a.txt'])
  })

  test('never what is named', async () => {
    const world = { files: { ...tree, '.pboignore': '*\n', list: 'y/a.txt' } }
    expect(await checked('x/a.txt --files-from list', world)).toEqual(['x/a.txt', 'y/a.txt'])
  })

  test.each(['x', 'x/*.txt'])('all of %s, which is then said to be why there is nothing', async (given) => {
    const world = {
      files: { ...tree, '.pboignore': '*.txt\n' },
      globs: { 'x/*.txt': ['x/a.txt', 'x/b.txt'] },
    }
    const { code, err } = await run(`check ${given}`, world)
    expect(code).toBe(2)
    expect(err).toBe(
      `pbo: ${given}: 其中的文件都被 --ignore、.pboignore 或配置文件排除了。请检查这些设置，或直接写出文件名\n`,
    )
    expect((await run(`check ${given} --ignore *.txt --allow-empty`, world)).code).toBe(0)
  })
})

describe('limits', () => {
  test('--max-files', async () => {
    const world = { files: files('a.txt', 'b.txt', 'c.txt') }
    expect(await checked('. --max-files 3', world)).toHaveLength(3)
    const { code, out, err } = await run('check . --max-files 2', world)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('找到的文件超过 2 个的上限')
  })

  test('--max-depth', async () => {
    const world = { files: files('a.txt', '1/b.txt', '1/2/c.txt') }
    expect(await checked('. --max-depth 2', world)).toHaveLength(3)
    const { code, out, err } = await run('check . --max-depth 1 --format compact', world)
    expect(code).toBe(2)
    expect(err).toBe('pbo: 1/2: 文件夹嵌套超过 1 层，不再深入。确有需要可用 --max-depth 放宽\n')
    expect(out).toContain('1/b.txt:5:')
    const deep = `${'d/'.repeat(64)}a.txt`
    expect(await checked('.', { files: files(deep) })).toEqual([deep])
    expect((await run('check .', { files: files(`d/${deep}`) })).code).toBe(2)
  })

  const line = Math.max(...SAMPLE_TEXT.split('\n').map((text) => Buffer.byteLength(text)))
  const cell = Buffer.byteLength(SAMPLE_TEXT.split(/\t|\n/).at(-2) as string)

  test('--max-line, in bytes', async () => {
    const world = { files: files('a.txt') }
    expect(await checked(`a.txt --max-line ${line}`, world)).toEqual(['a.txt'])
    const { code, err } = await run(`check a.txt --max-line ${line - 1}`, world)
    expect(code).toBe(2)
    expect(err).toContain(`a.txt: 有一行超过 ${line - 1} B 的上限`)
    expect((await run('show a.txt --max-line 99 --lang en', world)).err).toContain('a line is larger than')
  })

  test('--max-cell, in bytes of its text', async () => {
    const world = { files: files('a.txt') }
    expect(await checked(`a.txt --max-cell ${cell}`, world)).toEqual(['a.txt'])
    const { code, err } = await run('check a.txt --max-cell 200', world)
    expect(code).toBe(2)
    expect(err).toContain('a.txt: 有一个单元格超过 200 B 的上限')
  })

  test('--max-findings: the gravest and first of a rule are listed, the rest is counted', async () => {
    const found = [
      plainFinding('176人', { severity: 'warning' }),
      plainFinding('≥90个', { severity: 'error' }),
      plainFinding('≥95%', { severity: 'warning' }),
      plainFinding('≥95%', { severity: 'error', rule: 'other' }),
    ]
    const session = openSession({ files: files('a.txt') }, fakeCore(found))
    const all = JSON.parse((await session.run('check a.txt --format json --max-findings 3')).out)
    expect(all.files[0].notes).toEqual([])
    const { out, code } = await session.run('check a.txt --format json --max-findings 1')
    const [file] = JSON.parse(out).files
    expect(file.findings.map(({ message }: { message: string }) => message)).toEqual([
      '≥90个 没有单位',
      '≥95% 没有单位',
    ])
    expect(file.notes).toEqual(['规则 missing-unit 另有 2 个警告未列出，可用 --max-findings 放宽'])
    expect(code).toBe(1)
    const pretty = await session.run('check a.txt --max-findings 2 --lang en')
    expect(pretty.out).toContain('1 warning more of missing-unit not listed; --max-findings lists more')
  })

  test('what --max-findings leaves out still decides the exit code', async () => {
    const warnings = ['176人', '≥90个', '≥95%'].map((words) => plainFinding(words))
    const session = openSession({ files: files('a.txt') }, fakeCore(warnings))
    expect((await session.run('check a.txt --max-findings 1 --max-warnings 2')).code).toBe(1)
    expect((await session.run('check a.txt --max-findings 1 --max-warnings 3')).code).toBe(0)
  })

  test.each(['--max-files', '--max-depth', '--max-findings', '--jobs'])(
    '%s needs one at least',
    async (flag) => {
      const { code, err } = await run(`check a.txt ${flag} 0`, { files: files('a.txt') })
      expect(code).toBe(2)
      expect(err).toContain(`${flag} 需要一个不小于 1 的整数，得到的是“0”`)
    },
  )
})

test('paths are printed with / on Windows, drives included', async () => {
  const world = { files: files('C:/data/a.txt'), platform: 'win32' }
  const { out } = await run(['check', 'C:\\data', '--format', 'compact'], world)
  expect(out).toMatch(/^C:\/data\/a\.txt:5:/)
  const list = { files: { ...world.files, list: 'C:\\data\\a.txt\r\n' }, platform: 'win32' }
  expect((await run('check --files-from list --format compact', list)).out).toMatch(/^C:\/data\/a\.txt:5:/)
})

describe('the table of folders', () => {
  const county = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `filings/${name}/${i}.txt`)
  const world = {
    files: { ...files(...county('甲县', 6), ...county('乙县', 4)), 'filings/乙县/bad.txt': '你好' },
  }

  test('ends what is printed for many files in several folders', async () => {
    const { out } = await run('check filings', world)
    expect(out.split('\n').slice(-5)).toEqual([
      '文件夹  文件  错误  警告  提示  未能检查',
      '乙县       5     0     4     0         1',
      '甲县       6     0     6     0         0',
      '合计      11     0    10     0         1',
      '',
    ])
    expect((await run('check filings --lang en', world)).out).toContain(
      'folder  files  error  warning  info  not checked\n',
    )
  })

  test('is not there for few files, for one folder, or in other formats', async () => {
    const few = { files: files('a/1.txt', 'b/1.txt') }
    expect((await run('check a b', few)).out).not.toContain('文件夹')
    expect((await run('check filings/甲县', { files: files(...county('甲县', 12)) })).out).not.toContain(
      '文件夹',
    )
    expect((await run('check filings --format compact', world)).out).not.toContain('文件夹')
  })
})

describe('a package for scans that can’t be used', () => {
  const withReader = (openPictureReader: () => Promise<undefined>) =>
    openSession({ files: files('a.txt') }, fakeCore([]), { openPictureReader })

  test.each([
    ['missing', async () => undefined, '--ocr needs the package pbo-ocr'],
    [
      'incomplete',
      () => Promise.reject(new UnreadableError('picture-reader', 'incomplete')),
      'install it again: npm install -g pbo-ocr',
    ],
    [
      'of another version',
      () => Promise.reject(new UnreadableError('picture-reader', 'version')),
      'update both: npm install -g pbo pbo-ocr',
    ],
  ])('that is %s is told where --ocr asks for it, and needed for nothing else', async (_, reader, words) => {
    const asked = await withReader(reader).run('check a.txt --ocr --lang en')
    expect(asked).toMatchObject({ code: 2, out: '' })
    expect(asked.err).toContain(words)
    expect(asked.err).not.toContain('internal fault')
    expect(await withReader(reader).run('check a.txt --cache kept')).toMatchObject({ code: 0, err: '' })
  })
})
