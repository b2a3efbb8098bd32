import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { files as disk } from '../../src/cli/disk.ts'
import { writeFolder } from '../../src/cli/named-files.ts'
import type { HandoutFile } from '../../src/handout/handout.ts'
import { readArchive } from '../../src/read/archive.ts'
import { makeZip } from '../read/zip-maker.ts'
import { fakeCore } from '../support/fake-core.ts'
import { fakeIo } from '../support/fake-io.ts'
import { MISMATCH, SAMPLE_TEXT } from '../support/samples.ts'
import { openSession } from './session.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const sample = (files = {}, more = {}) =>
  openSession({ files: { 'sample.txt': SAMPLE_TEXT, ...files }, ...more }, fakeCore([MISMATCH]))

describe('an output that is a folder', () => {
  test('is written beside what is printed', async () => {
    const session = sample()
    const alone = await session.run('check sample.txt')
    expect(await session.run('check sample.txt --output worklist=out')).toEqual(alone)
    expect(Object.keys(session.io.written())).toEqual([
      expect.stringMatching(/^out\/整改清单-.*\.xlsx$/),
      'out/整改清单汇总.xlsx',
    ])
  })

  test('is one file where its path says so', async () => {
    const session = sample()
    await session.run('check sample.txt --output worklist=out/a.XLSX')
    expect(Object.keys(session.io.written())).toEqual(['out/a.XLSX'])
  })

  test.each([
    ['has files', { 'out/old.xlsx': '' }, '--output 要写入的文件夹 out 不是空的，其中有 old.xlsx。'],
    ['has many', { 'out/a': '', 'out/b': '' }, '其中有 a 等 2 项'],
    ['is a file', { out: '' }, '--output 不能写到 out：它不是文件夹'],
  ])('is refused before any work where it %s', async (_, files, words) => {
    const session = sample(files)
    const { code, out, err } = await session.run('check sample.txt --output worklist=out')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
    expect(session.io.written()).toEqual({})
  })

  test('is no input of the next run, which says so', async () => {
    const session = sample()
    await session.run('check sample.txt --output worklist=a --output notice=b --output review=c')
    const { out } = await session.run('check . --format json')
    const { files, skipped } = JSON.parse(out)
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['sample.txt'])
    expect(skipped).toHaveLength(Object.keys(session.io.written()).length)
    expect(skipped[0].reason).toContain('不是公开表')
  })

  test('may hold what systems put into folders', async () => {
    const session = sample({ 'out/.DS_Store': '' })
    expect((await session.run('check sample.txt --output worklist=out')).code).toBe(1)
  })

  test('is left as it was after a failure, which is told', async () => {
    const session = sample({}, { unwritable: { 'out/整改清单汇总.xlsx': 'ENOSPC' } })
    const { code, out, err } = await session.run('check sample.txt --output worklist=out')
    expect(code).toBe(2)
    expect(out).toContain('✗ sample.txt')
    expect(err).toContain('无法写入 out：ENOSPC')
    expect(session.io.written()).toEqual({})
  })

  test('is not written again and again', async () => {
    const { code, err } = await sample().run('check sample.txt --watch --output worklist=out')
    expect(code).toBe(2)
    expect(err).toContain('两者不能同时使用')
  })

  test('is left as it was after a signal', async () => {
    const session = sample({}, { interruptAfter: { turns: 0, signal: 'SIGINT' } })
    const { code, err } = await session.run('check sample.txt --output worklist=out')
    expect(code).toBe(130)
    expect(err).toContain('无法写入 out：SIGINT')
    expect(session.io.written()).toEqual({})
  })
})

describe('--template', () => {
  const letter = (body: string): Uint8Array =>
    makeZip([
      {
        name: '[Content_Types].xml',
        data: '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      },
      {
        name: 'word/document.xml',
        data: `<w:document xmlns:w="w"><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:document>`,
      },
    ])

  test.each(['letter.docx', 'notice=letter.docx'])(
    '%s is what the notices are written with',
    async (flag) => {
      const session = sample({ 'letter.docx': letter('{{单位}}收') })
      const { code } = await session.run(`check sample.txt --output notice=out --template ${flag}`)
      expect(code).toBe(1)
      const [path = ''] = Object.keys(session.io.written())
      expect(path).toMatch(/^out\/整改通知-.*\.docx$/)
      const parts = await readArchive(session.io.written()[path] as Uint8Array)
      expect(new TextDecoder().decode(parts[1]?.bytes)).toMatch(/>[^<]+收</)
    },
  )

  test('of a form is what the forms are written with', async () => {
    const session = openSession({
      files: { 'm.txt': MENYUAN, 'form.docx': letter('{{项目}}：{{指标科学性}}') },
    })
    await session.run('check m.txt --format compact --output review=out --template review=form.docx')
    const path = Object.keys(session.io.written()).find((name) => name.endsWith('慰问金.docx')) ?? ''
    const parts = await readArchive(session.io.written()[path] as Uint8Array)
    expect(new TextDecoder().decode(parts[1]?.bytes)).toMatch(/“三支一扶”慰问金：定量指标 \d+ 个/)
  })

  test.each([
    ['is not there', 'notice=out --template gone.docx', '--template gone.docx：'],
    ['has an unknown field', 'notice=out --template odd.docx', '不认识字段 {{单元}}'],
    ['nobody asks for', 'worklist=out --template letter.docx', '要与 --output notice=文件夹 一起使用'],
    ['comes twice', 'notice=out --template letter.docx --template letter.docx', '只能给一个文件'],
    ['is written over', 'notice=out --output html=letter.docx --template letter.docx', '会覆盖输入文件'],
  ])('is refused before any work where it %s', async (_, flags, words) => {
    const session = sample({ 'letter.docx': letter('{{单位}}'), 'odd.docx': letter('{{单元}}') })
    const { code, out, err } = await session.run(`check sample.txt --output ${flags}`)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
    expect(session.io.written()).toEqual({})
  })
})

describe('files on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-folder-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const io = { ...fakeIo(), files: disk }

  async function* given(...names: readonly string[]): AsyncGenerator<HandoutFile> {
    for (const name of names) {
      if (name === '') throw new Error('made up')
      yield { name, content: new TextEncoder().encode(name) }
    }
  }

  test('are written into folders that are made for them', async () => {
    await writeFolder(join(folder, 'a/b'), given('x.txt', 'c/y.txt', 'c/z.txt'), io)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'a',
      'a/b',
      'a/b/c',
      'a/b/c/y.txt',
      'a/b/c/z.txt',
      'a/b/x.txt',
    ])
  })

  test('are gone after a failure, with the folders that were made', async () => {
    const out = join(folder, 'out')
    await expect(writeFolder(out, given('x.txt', 'c/y.txt', ''), io)).rejects.toThrow('made up')
    expect(existsSync(out)).toBe(false)
  })

  test.each(['../x.txt', '/x.txt', 'a/../../x.txt', 'con.txt', 'a:b', '.x', 'a//b'])(
    'are never called %s',
    async (name) => {
      await expect(writeFolder(join(folder, 'out'), given(name), io)).rejects.toThrow('not a file name')
      expect(existsSync(join(folder, 'x.txt'))).toBe(false)
    },
  )

  test('take no place of others', async () => {
    await writeFolder(folder, given('x.txt'), io)
    writeFileSync(join(folder, 'y.txt'), 'mine')
    await expect(writeFolder(folder, given('z.txt', 'y.txt'), io)).rejects.toThrow('EEXIST')
    expect(readdirSync(folder).sort()).toEqual(['x.txt', 'y.txt'])
  })
})
