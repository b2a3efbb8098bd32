import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeZip } from '../read/zip-maker.ts'
import { openSession } from './session.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))

const WORKBOOK = fixture('office/menyuan-2022.xlsx')
const PAGE = fixture('real/314-listing-monitoring.html')
const TEXT = fixture('text/single-cell/menyuan-2022/input.txt')

const session = (files: Readonly<Record<string, string | Uint8Array>>) =>
  openSession({ files, env: { LANG: 'zh_CN.UTF-8' } })

const INDEX = 'out/批注情况.txt'

describe('--output annotated=FOLDER', () => {
  test('writes copies where the files lie, and says of which there is none and why', async () => {
    const { run, io, text } = session({
      'in/a/表.xlsx': WORKBOOK,
      'in/b/表.xlsx': WORKBOOK,
      'in/b/page.html': PAGE,
      'in/b/old.txt': TEXT,
    })
    const alone = await run('check in')
    const told = `pbo: 有问题的文件中，1 个没有批注副本，原因见 批注情况.txt\n`
    expect(await run('check in --output annotated=out')).toEqual({ ...alone, err: alone.err + told })
    expect(Object.keys(io.written()).sort()).toEqual([
      'out/a/表.xlsx',
      'out/b/page.html',
      'out/b/表.xlsx',
      INDEX,
    ])
    expect(text('out/b/page.html')).toContain('<mark class="pbo"')
    expect(text(INDEX).split('\r\n')).toEqual([
      expect.stringContaining('已加批注的副本：'),
      'in/a/表.xlsx → a/表.xlsx',
      'in/b/page.html → b/page.html',
      'in/b/表.xlsx → b/表.xlsx',
      '',
      '没有副本的文件：',
      expect.stringMatching(/^in\/b\/old\.txt：文本文件不能加批注；请看网页报告/),
      '',
    ])
    // The originals are as they were.
    expect(io.files.read('in/a/表.xlsx', 1e7)).toEqual(WORKBOOK)
  })

  test('numbers findings as the list of the agency does', async () => {
    const { run, io, text } = session({ 'in/1.html': PAGE, 'in/2.html': PAGE })
    await run('check in --output annotated=out --output worklist=lists')
    expect(Object.keys(io.written()).filter((path) => path.startsWith('lists/')).length).toBeGreaterThan(1)
    const numbers = (path: string): readonly number[] =>
      Array.from(text(path).matchAll(/data-pbo="([\d, ]+)"/g), ([, list = '']) =>
        list.split(', ').map(Number),
      ).flat()
    expect(Math.min(...numbers('out/1.html'))).toBe(1)
    // Both are of one agency, whose list goes on with the second file.
    expect(Math.min(...numbers('out/2.html'))).toBeGreaterThan(Math.max(...numbers('out/1.html')))
  })

  test('keeps names apart, and takes none as a path', async () => {
    const zip = makeZip([
      { name: '../表.xlsx', data: WORKBOOK },
      { name: 'a/表.xlsx', data: WORKBOOK },
    ])
    const { run, io } = session({ 'in.zip': zip, '表.xlsx': WORKBOOK, 'in/表.xlsx': WORKBOOK })
    await run(['check', 'in.zip', '表.xlsx', 'in/表.xlsx', '--output', 'annotated=out'])
    const written = Object.keys(io.written())
    expect(written).toHaveLength(5)
    expect(written.every((path) => path.startsWith('out/') && !path.includes('..'))).toBe(true)
  })

  test('follows --level and --lang', async () => {
    const { run, text } = session({ 'in/1.html': PAGE })
    await run('check in --output annotated=all --level info --lang en')
    await run('check in --output annotated=few --level error --lang en')
    expect(text('all/1.html')).toContain('title="Problem 1 &#40;')
    expect(text('few/pbo-annotations.txt')).toContain('in/1.html: nothing to comment on')
  })

  test('copies what a saved report is about', async () => {
    const zip = makeZip([{ name: 'a/表.xlsx', data: WORKBOOK }])
    const { run, io, text } = session({ 'in/1.html': PAGE, 'in/z.zip': zip, 'in/gone.html': PAGE })
    await run('check in --output json=saved.json')
    io.files.remove('in/gone.html')
    await run('report saved.json --format json --output annotated=out')
    expect(Object.keys(io.written()).sort()).toEqual([
      'out/1.html',
      'out/z.zip/a/表.xlsx',
      INDEX,
      'saved.json',
    ])
    expect(text(INDEX)).toContain('in/gone.html：检查后已读不到这个文件')
  })

  test('copies what was typed in', async () => {
    const world = { stdin: PAGE, files: {} }
    const { run, io } = openSession(world)
    await run('check - --stdin-filename page.html --output annotated=out')
    expect(Object.keys(io.written())).toContain('out/page.html')
  })

  test.each(['zh', 'en'])(
    'leaves nothing in a searched folder that is taken for a filing but the copies: %s',
    async (lang) => {
      const { run } = session({ 'in/1.html': PAGE })
      await run(`check in --output annotated=in/out --lang ${lang}`)
      const { out, code } = await run(`check in --format jsonl --no-corpus --lang ${lang}`)
      expect(out.match(/"path":"[^"]*\.html"/g)?.length).toBeGreaterThanOrEqual(2)
      expect(code).not.toBe(2)
    },
  )
})
