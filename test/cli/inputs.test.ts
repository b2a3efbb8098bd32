import { describe, expect, test } from 'vitest'
import type { Parsed } from '../../src/parse.ts'
import type { Document } from '../../src/read/document.ts'
import { fakeCore } from '../support/fake-core.ts'
import type { Entry, World } from '../support/fake-io.ts'
import { runPbo } from '../support/run.ts'
import { plainFinding, SAMPLE, SAMPLE_TEXT } from '../support/samples.ts'

/** The paths that were checked, in order. */
const checked = async (line: string, world: World): Promise<string[]> => {
  const { out } = await runPbo(`check ${line} --format compact`, world, [plainFinding('176人')])
  return out
    .trimEnd()
    .split('\n')
    .filter((row) => row.includes('missing-unit'))
    .map((row) => row.replace(/:.*/, ''))
}

const tables = (...paths: readonly string[]): Record<string, Entry> =>
  Object.fromEntries(paths.map((path) => [path, SAMPLE_TEXT]))

describe('what is read', () => {
  test('files by name, whatever they are called, in order of their paths', async () => {
    expect(await checked('b.txt a.html', { files: tables('b.txt', 'a.html') })).toEqual(['a.html', 'b.txt'])
  })

  test('folders at any depth: names of filings only, nothing hidden, no node_modules', async () => {
    const files = tables(
      'data/2022/a.txt',
      'data/2023/深/b.TSV',
      'data/notes.png',
      'data/.git/c.txt',
      'data/.hidden.txt',
      'data/node_modules/d.txt',
    )
    expect(await checked('data', { files })).toEqual(['data/2022/a.txt', 'data/2023/深/b.TSV'])
    expect(await checked('data/', { files })).toEqual(['data/2022/a.txt', 'data/2023/深/b.TSV'])
  })

  test('the current folder where no path is given', async () => {
    expect(await checked('', { files: tables('x/a.txt', 'b.tsv') })).toEqual(['b.tsv', 'x/a.txt'])
  })

  test('patterns', async () => {
    const world = { files: tables('a1.txt', 'a2.txt'), globs: { 'a*.txt': ['a2.txt', 'a1.txt'] } }
    expect(await checked('a*.txt', world)).toEqual(['a1.txt', 'a2.txt'])
  })

  test('patterns and paths with backslashes, on Windows only', async () => {
    const files = tables('data/a.txt')
    const globs = { 'data/*.txt': ['data/a.txt'] }
    expect(await checked('data\\*.txt', { files, globs, platform: 'win32' })).toEqual(['data/a.txt'])
    expect(await checked('data\\a.txt', { files, platform: 'win32' })).toEqual(['data/a.txt'])
    expect((await runPbo('check data\\*.txt', { files, globs })).code).toBe(2)
  })

  test('a file whose name looks like a pattern', async () => {
    expect(await checked('a[1].txt', { files: tables('a[1].txt') })).toEqual(['a[1].txt'])
  })

  test('no file twice, however it is reached', async () => {
    const files = tables('data/a.txt')
    const globs = { '**/*.txt': ['data/a.txt'] }
    expect(await checked('data/a.txt ./data/a.txt data **/*.txt data', { files, globs })).toEqual([
      'data/a.txt',
    ])
  })

  test('links within the folder, once', async () => {
    const files = { ...tables('data/a.txt'), 'data/z.txt': { link: 'data/a.txt' } }
    expect(await checked('data', { files })).toEqual(['data/a.txt'])
  })

  test('a link that is named, wherever it leads', async () => {
    const files = { ...tables('elsewhere.txt'), 'data/z.txt': { link: 'elsewhere.txt' } }
    expect(await checked('data/z.txt', { files })).toEqual(['data/z.txt'])
  })

  test('standard input, once, under the name it is given', async () => {
    expect(await checked('-', { stdin: SAMPLE_TEXT })).toEqual(['<stdin>'])
    expect(await checked('- - --stdin-filename in.txt', { stdin: SAMPLE_TEXT })).toEqual(['in.txt'])
  })
})

describe('what can not be read is named on stderr and in the report, and the rest is checked', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
  test.each<[string, Entry | undefined, string, string]>([
    ['a missing file', undefined, '没有这个文件或文件夹', 'no such file or folder'],
    ['a file without permission', { unreadable: 'EACCES' }, '没有读取权限', 'permission denied'],
    ['a link in a circle', { error: 'ELOOP' }, '符号链接绕成了圈', 'symbolic links form a loop'],
    ['a failing disk', { unreadable: 'EIO' }, '无法读取（EIO：', "can't be read (EIO: "],
    ['a pipe', 'fifo', '不是普通文件', 'a pipe, device or socket'],
    ['an xlsx file', 'PK\x03\x04', '文件已损坏或不完整', "damaged or incomplete, can't be opened"],
    ['a pdf file', '%PDF-1.4', '文件已损坏或不完整', "damaged or incomplete, can't be opened"],
    ['binary data', bytes(0, 1, 2, 3), '这是二进制文件', 'binary data'],
    ['damaged UTF-8', bytes(0xe5, 0x8d, 0x95, 0xff, 0xff), '第 3 字节', 'byte 3'],
    ['an empty file', '\n', '文件是空的', 'the file is empty'],
    ['a text without a table', '你好', '没有认出项目支出绩效目标表', 'no performance-goal table recognised'],
    ['too large a file', `${SAMPLE_TEXT} `.repeat(9), '超过 5 KB 的上限', 'larger than the limit of 5 KB'],
  ])('%s', async (_, entry, chinese, english) => {
    const files = { ...tables('good.txt'), ...(entry === undefined ? {} : { 'bad.txt': entry }) }
    for (const [lang, words] of [
      ['zh', chinese],
      ['en', english],
    ]) {
      const line = `check good.txt bad.txt --max-file-size 5K --lang ${lang} --format`
      const compact = await runPbo(`${line} compact`, { files }, [plainFinding('176人')])
      expect(compact.code).toBe(2)
      expect(compact.err).toContain(`pbo: bad.txt: `)
      expect(compact.err).toContain(words)
      expect(compact.out).toContain('bad.txt: error ')
      expect(compact.out).toContain('good.txt:5:')
      const pretty = await runPbo(`${line} pretty`, { files })
      expect(pretty.out).toContain(words)
      const json = JSON.parse((await runPbo(`${line} json`, { files })).out)
      expect(json.files[0]).toMatchObject({ path: 'bad.txt', status: 'failed' })
      expect(json.files[0].error).toContain(words)
      expect(json.files[1]).toMatchObject({ path: 'good.txt', status: 'checked' })
    }
  })

  test('show says the same', async () => {
    const { code, out, err } = await runPbo('show sample.txt gone.txt')
    expect(code).toBe(2)
    expect(err).toContain('pbo: gone.txt: 没有这个文件或文件夹')
    expect(out).toContain('“三支一扶”新增岗位')
  })

  test('standard input over the limit', async () => {
    const { code, err } = await runPbo('check - --max-file-size 10', { stdin: SAMPLE_TEXT })
    expect(code).toBe(2)
    expect(err).toContain('<stdin>: 超过 10 B 的上限')
  })

  test('a folder without filings and a pattern without files, unless that is allowed', async () => {
    const files = { 'data/a.png': '\x89PNG', 'sample.txt': SAMPLE_TEXT }
    const folder = await runPbo('check data sample.txt', { files })
    expect(folder.code).toBe(2)
    expect(folder.err).toContain('data: 文件夹中没有公开表文件（.txt .tsv ')
    expect(folder.out).toContain('sample.txt')
    const pattern = await runPbo('check no*.txt', { files })
    expect(pattern.code).toBe(2)
    expect(pattern.err).toContain('no*.txt: 没有文件与此模式匹配')
    expect((await runPbo('check data no*.txt --allow-empty', { files })).code).toBe(0)
  })

  test('--allow-empty does not excuse a missing file', async () => {
    expect((await runPbo('check gone.txt --allow-empty')).code).toBe(2)
  })

  test('a folder that can not be listed, or an entry of it', async () => {
    const { code, err, out } = await runPbo('check data', {
      files: { ...tables('data/a.txt'), 'data/b.txt': { error: 'EACCES' }, 'data/c.txt': 'fifo' },
    })
    expect(code).toBe(2)
    expect(err).toContain('data/b.txt: 没有读取权限')
    expect(err).toContain('data/c.txt: 不是普通文件')
    expect(out).toContain('data/a.txt')
  })

  test('a link out of the folder that is searched', async () => {
    const files = { ...tables('data/a.txt'), 'data/b.txt': { link: '/etc/passwd' } }
    const { code, err } = await runPbo('check data', { files })
    expect(code).toBe(2)
    expect(err).toContain('data/b.txt: 符号链接指向所给文件夹之外')
    const globs = { 'data/*.txt': ['data/a.txt', 'data/b.txt'] }
    expect((await runPbo('check data/*.txt', { files, globs })).err).toContain('data/b.txt: 符号链接')
  })

  test('names with characters that act on terminals are shown as escapes', async () => {
    const name = 'a\x1b[2J\u202etxt.b'
    const { out, err } = await runPbo(['check', name, '--format', 'pretty'])
    expect(out + err).toContain('a\\x1b[2J\\u202etxt.b')
    expect(out + err).not.toContain('\x1b')
  })

  test('one terminal is told once', async () => {
    const { out, err } = await runPbo('check gone.txt', { isTTY: true })
    expect(err).toBe('')
    expect(out).toContain('没有这个文件或文件夹')
  })
})

describe('encodings', () => {
  const gb = Uint8Array.of(0xb5, 0xa5, 0xce, 0xbb)
  const core = (texts: string[]) => ({
    parse: ({ source: { text } }: Pick<Document, 'source'>): Parsed => {
      texts.push(text)
      return { disclosure: SAMPLE, format: 'text', layouts: ['single-cell'] }
    },
  })

  test('GB18030 is guessed, and the report says so', async () => {
    const { out, code } = await runPbo('check a.txt', { files: { 'a.txt': gb } }, fakeCore([], core([])))
    expect(code).toBe(0)
    expect(out).toContain('说明：不是 UTF-8，按 GB18030 读取')
  })

  test('--encoding decides, by any of its names', async () => {
    const texts: string[] = []
    const files = { 'a.txt': gb, 'b.txt': 'ab' }
    const { out } = await runPbo('check a.txt --encoding GBK', { files }, fakeCore([], core(texts)))
    expect(out).not.toContain('说明：')
    await runPbo('check b.txt --encoding utf-16le', { files }, fakeCore([], core(texts)))
    expect(texts).toEqual(['单位', '扡'])
    expect((await runPbo('check a.txt --encoding utf-8', { files })).err).toContain('不是有效的 UTF-8 文本')
  })
})

test('every file of a folder has a line, also those that nobody looks into', async () => {
  const files = {
    'in/a.txt': SAMPLE_TEXT,
    'in/b.rar': 'x',
    'in/c.xlsb': 'x',
    'in/no-extension': 'x',
    'in/~$d.docx': 'x',
    'in/e.txt': SAMPLE_TEXT,
  }
  const { code, out } = await runPbo('check in --ignore e.txt --format json --lang en', { files }, fakeCore())
  const { skipped, complete } = JSON.parse(out)
  expect({ code, complete }).toEqual({ code: 0, complete: true })
  expect(
    skipped.map(({ path, reason }: { path: string; reason: string }) => [path, reason.slice(0, 12)]),
  ).toEqual([
    ['in/b.rar', 'not a format'],
    ['in/c.xlsb', 'not a format'],
    ['in/e.txt', 'excluded by '],
    ['in/no-extension', 'not a format'],
    ['in/~$d.docx', 'a lock file '],
  ])
})
