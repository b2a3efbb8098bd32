import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inShard, readShard } from '../../src/cli/options.ts'
import { core as library } from '../../src/records/core.ts'
import { fakeCore } from '../support/fake-core.ts'
import { fakeIo } from '../support/fake-io.ts'
import { MISMATCH, plainFinding, SAMPLE_TEXT } from '../support/samples.ts'
import { openSession, type Session } from './session.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const filings: Record<string, string | Uint8Array> = {
  'x/sheet.xlsx': readFileSync('fixtures/office/row-per-indicator.xlsx'),
  'x/note.html': '<p>你好</p>',
  'y/bad.txt': '你好',
  'y/\u202e<script>.txt': MENYUAN.replaceAll('三支一扶', '特岗'),
}
for (let i = 0; i < 4; i += 1) filings[`z/${i}.txt`] = MENYUAN.replace('≥90个', `≥9${i}个`)

describe('--shard', () => {
  test('every file is in one shard exactly, whatever the others are', () => {
    const { hash } = fakeIo()
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (path, count) => {
        const shards = Array.from({ length: count }, (_, i) => ({ index: i + 1, count }))
        expect(shards.filter((shard) => inShard(path, shard, hash))).toHaveLength(1)
      }),
    )
  })

  test('a path is the same with ./ in front', () => {
    const { hash } = fakeIo()
    for (const index of [1, 2, 3]) {
      expect(inShard('./a/b.txt', { index, count: 3 }, hash)).toBe(
        inShard('a/b.txt', { index, count: 3 }, hash),
      )
    }
  })

  test.each(['0/3', '4/3', '1', '1/0', 'a/b', '-1/3', '1/3/5', ''])('%j is refused', (text) => {
    expect(() => readShard(text)).toThrow(/--shard takes I\/N, for example 2\/5/)
  })

  test.each([
    ['json', 1],
    ['json', 3],
    ['jsonl', 5],
  ])('%s of %i shards merged is one run, byte for byte', async (format, count) => {
    const session = openSession({ files: filings }, library)
    const flags = `. gone.txt --level info --cache --format ${format}`
    const whole = await session.run(`check ${flags}`)
    const names: string[] = []
    for (let i = 1; i <= count; i += 1) {
      const { out } = await session.run(`check ${flags} --shard ${i}/${count}`)
      // Their names are no inputs of the next shard.
      session.io.files.write(`.shard${i}.report`, out)
      names.push(`.shard${i}.report`)
    }
    expect(await session.run(`merge ${names.join(' ')}`)).toEqual({ code: 0, out: whole.out, err: '' })
    expect((await session.run(`merge ${names.toReversed().join(' ')}`)).out).toBe(whole.out)
    const other = format === 'json' ? 'jsonl' : 'json'
    const otherWhole = await session.run(`check ${flags.replace(format, other)}`)
    expect((await session.run(`merge ${names.join(' ')} --format ${other}`)).out).toBe(otherWhole.out)
  })

  test('of no files is an empty report', async () => {
    const session = openSession({ files: { 'a.txt': SAMPLE_TEXT } }, fakeCore())
    const outcomes = [
      await session.run('check a.txt --shard 1/2'),
      await session.run('check a.txt --shard 2/2'),
    ]
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0])
    expect(outcomes.filter(({ out }) => out === '')).toHaveLength(1)
  })
})

describe('pbo merge refuses', () => {
  const whole =
    '{"schemaVersion":1,"tool":{"name":"pbo","version":"1"},"language":"zh"}\n{"complete":true,"counts":{"error":0,"warning":0,"info":0},"files":0,"failed":0,"skipped":0}\n'
  test.each([
    ['a report cut short', whole.split('\n')[0] as string, '报告不完整，缺少最后一行'],
    ['another schema', whole.replace(':1,', ':99,'), '不认识的 schemaVersion'],
    ['something else', '你好', '不是 pbo 的 jsonl 报告中的一行'],
    ['other JSON', '{\n  "a": 1\n}\n', '不是 pbo 的 json 报告'],
    ['damaged JSON', '{\n  "files": [', '不是 pbo 的 json 报告'],
    [
      'another configuration',
      `${whole}${whole.replace('"language"', '"configHash":"0123456789abcdef","language"')}`,
      '同一配置',
    ],
    ['another version', `${whole}${whole.replace('"1"', '"2"')}`, '不是同一版本的工具'],
  ])('%s', async (_, text, words) => {
    const { code, out, err } = await openSession({ files: { r: text } }, fakeCore()).run('merge r')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })

  test('a missing file', async () => {
    const { code, err } = await openSession({ files: { r: whole } }, fakeCore()).run('merge r gone')
    expect(code).toBe(2)
    expect(err).toContain('gone：没有这个文件')
  })
})

describe('pbo report', () => {
  const save = async (session: Session, flags = '--level info', format = 'json'): Promise<void> => {
    const { out } = await session.run(`check . ${flags} --cache --format ${format}`)
    session.io.files.write('.saved.report', out)
  }

  test.each([
    'compact',
    'json',
    'jsonl',
    'sarif',
    'junit',
    'gitlab',
    'github',
    'markdown',
    'csv',
    'xlsx',
    'pretty',
    'html',
  ])('%s of a saved report is what the check would have written', async (format) => {
    for (const saved of ['json', 'jsonl']) {
      const session = openSession({ files: filings }, library)
      await save(session, '--level info', saved)
      const direct = await session.run(`check . --level info --cache --format ${format}`)
      const { code, out, err } = await session.run(`report .saved.report --format ${format}`)
      expect({ code, err }).toEqual({ code: direct.code, err: '' })
      expect(out).toBe(direct.out)
      if (format.startsWith('json')) continue
      const english = await session.run(`check . --level info --cache --format ${format} --lang en`)
      expect((await session.run(`report .saved.report --format ${format} --lang en`)).out).toBe(english.out)
    }
  })

  test('keeps what a baseline knows, and places in other files', async () => {
    const session = openSession({ files: { 'a.txt': MENYUAN, 'b.txt': MENYUAN } }, library)
    await session.run('baseline update a.txt --level info')
    await save(session)
    for (const format of ['compact', 'markdown', 'csv', 'gitlab']) {
      const direct = await session.run(`check . --level info --format ${format}`)
      expect((await session.run(`report .saved.report --format ${format}`)).out).toBe(direct.out)
    }
    expect(session.text('.saved.report')).toContain('"suppressed": {')
    expect(session.text('.saved.report')).toContain('"elsewhere": [')
  })

  test('needs the filings only where it quotes them, and then as they were', async () => {
    const session = openSession({ files: { 'a.txt': MENYUAN } }, library)
    await save(session)
    const { out: sarif } = await session.run('report .saved.report --format gitlab')
    session.io.files.write('a.txt', `一行\n${MENYUAN}`)
    expect((await session.run('report .saved.report --format gitlab')).out).toBe(sarif)
    const { code, out, err } = await session.run('report .saved.report')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('但 a.txt 已不在或已改动')
  })

  test('html of an unchanged filing shows its tree', async () => {
    const session = openSession({ files: { 'a.txt': MENYUAN } }, library)
    await save(session)
    const { out } = await session.run('report .saved.report --format html')
    expect(out).toContain('“三支一扶”新增岗位')
    const direct = await session.run('check a.txt --level info --format html')
    const marks = (page: string): string[] => page.match(/<mark [^>]*>[^<]*/g) ?? []
    expect(marks(out)).toEqual(marks(direct.out))
    expect(marks(out).length).toBeGreaterThan(5)
  })

  test('lists no level that was not saved, and counts it all the same', async () => {
    const session = openSession(
      { files: { 'a.txt': SAMPLE_TEXT } },
      fakeCore([MISMATCH, plainFinding('176人')]),
    )
    await save(session, '--level error')
    const { out } = await session.run('report .saved.report --format markdown')
    expect(out).toContain('1 个错误，1 个警告')
    expect(out).not.toContain('missing-unit')
    const { code, err } = await session.run('report .saved.report --format markdown --level warning')
    expect(code).toBe(2)
    expect(err).toContain('报告只保存了 error 及以上级别的问题')
  })

  test('takes several at once, standard input among them, and the wrapping of GitHub', async () => {
    const session = openSession(
      { files: { 'a.txt': SAMPLE_TEXT, 'b.txt': SAMPLE_TEXT } },
      fakeCore([MISMATCH]),
    )
    const a = await session.run('check a.txt --format jsonl')
    const b = await session.run('check b.txt --format json')
    const wrapped = `::stop-commands::ffff\n${b.out}::ffff::\n`
    const reader = openSession({ files: { a: a.out }, stdin: wrapped }, fakeCore())
    const { out, code } = await reader.run('report a - --format compact')
    expect(code).toBe(1)
    expect(out.split('\n').map((line) => line.slice(0, 5))).toEqual(['a.txt', 'b.txt', ''])
  })

  test('of something else in the lines of a report is refused', async () => {
    const lines = [
      '{"schemaVersion":1,"tool":{"name":"pbo","version":"1"},"language":"zh"}',
      '{"path":"a.txt","status":"checked","findings":[{}]}',
      '{"counts":{"error":0,"warning":0,"info":0},"files":1,"failed":0,"skipped":0}',
    ]
    const session = openSession({ files: { r: lines.join('\n') } }, fakeCore())
    const { code, err } = await session.run('report r --format compact')
    expect({ code, err }).toEqual({ code: 2, err: 'pbo: r 第 2 行：“format”缺失或无效，报告可能已损坏\n' })
  })

  test('decides by its own thresholds', async () => {
    const session = openSession({ files: { 'a.txt': SAMPLE_TEXT } }, fakeCore([plainFinding('176人')]))
    await save(session, '--level error')
    const code = async (flags: string): Promise<number> =>
      (await session.run(`report .saved.report --format compact ${flags}`)).code
    expect([await code(''), await code('--fail-on warning'), await code('--max-warnings 0')]).toEqual([
      0, 1, 1,
    ])
  })

  test('writes files too', async () => {
    const session = openSession({ files: { 'a.txt': SAMPLE_TEXT } }, fakeCore([MISMATCH]))
    await save(session)
    await session.run('report .saved.report --format compact --output csv=a.csv')
    expect(session.text('a.csv')).toContain('goal-indicator-mismatch')
  })
})
