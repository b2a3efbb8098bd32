import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { CHECK_FORMATS } from '../../src/cli/options.ts'
import type { WorkerThread } from '../../src/cli/world.ts'
import { type Core, core as library } from '../../src/records/core.ts'
import { fakeCore } from '../support/fake-core.ts'
import { fakeIo } from '../support/fake-io.ts'
import { plainFinding, SAMPLE_TEXT } from '../support/samples.ts'
import { fakeThreads, openSession } from './session.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

/** Filings of every kind of result, in two folders. */
const world = {
  'a/1.txt': MENYUAN,
  'a/2.txt': MENYUAN.replace('≥90个', '≥80个'),
  'a/3.txt': '你好',
  'a/4.txt': MENYUAN.replace('264.79', '264.78').replaceAll('\n', '\r\n'),
  'a/5.txt': Uint8Array.of(0, 1, 2),
  'b/bom.txt': `\ufeff${MENYUAN}`,
  'b/note.html': '<p>你好</p>',
  'b/page.html': '<table><tr><th>项目名称</th><th>金额</th></tr><tr><td>甲</td><td>1.00</td></tr></table>',
  'b/sheet.xlsx': readFileSync('fixtures/office/row-per-indicator.xlsx'),
}

/** Counts what is parsed. */
const counting = (core: Core = library) => {
  let parses = 0
  const counted: Core = {
    ...core,
    parse: (document) => {
      parses += 1
      return core.parse(document)
    },
  }
  return { core: counted, parses: () => parses }
}

const digest = fakeIo().hash

const RENDERED = CHECK_FORMATS.filter((format) => format !== 'xlsx')
const outputs = RENDERED.map((format) => `--output ${format}=out.${format}.out`).join(' ')
describe('threads', () => {
  test.each(['--jobs 2', '--jobs 8'])('%s give the bytes of one, in every format', async (jobs) => {
    const alone = openSession({ files: world })
    const { core, parses } = counting()
    const threads = fakeThreads(library)
    const together = openSession({ files: world }, core, { openWorker: threads.openWorker, processors: 8 })
    const plain = outputs.replace(/--output html=\S+/, '')
    const first = await alone.run(`check . --jobs 1 --level info ${outputs}`)
    expect(await together.run(`check . ${jobs} --level info ${plain}`)).toEqual(first)
    expect(parses()).toBe(0)
    expect(threads.opened()).toBe(1)
    expect(threads.open()).toBe(0)
    for (const format of RENDERED.filter((name) => name !== 'html')) {
      expect(together.text(`out.${format}.out`)).toBe(alone.text(`out.${format}.out`))
    }
  })

  test('check what a report draws, which is read once more for it', async () => {
    const threads = fakeThreads(library)
    const session = openSession({ files: world, stdin: MENYUAN }, library, { openWorker: threads.openWorker })
    const { out } = await session.run('check a - --jobs 2 --format html')
    expect(threads.opened()).toBeGreaterThan(0)
    expect(out).toBe((await openSession({ files: world, stdin: MENYUAN }).run('check a - --format html')).out)
    expect(out).toContain('“三支一扶”')
  })

  test('by default only from some work on', async () => {
    const files = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`${i}.txt`, `${SAMPLE_TEXT}${' '.repeat(9000)}`]),
      )
    const core = fakeCore()
    const few = fakeThreads(core)
    await openSession({ files: files(100) }, core, { openWorker: few.openWorker, processors: 4 }).run(
      'check .',
    )
    expect(few.opened()).toBe(0)
    const many = fakeThreads(core)
    await openSession({ files: files(400) }, core, { openWorker: many.openWorker, processors: 4 }).run(
      'check .',
    )
    expect(many.opened()).toBe(4)
    expect(many.asked.flatMap(({ orders }) => orders)).toHaveLength(400)
    const one = fakeThreads(core)
    await openSession({ files: files(400) }, core, { openWorker: one.openWorker, processors: 1 }).run(
      'check .',
    )
    expect(one.opened()).toBe(0)
  })

  test('the engine is set for long work where there are many files', async () => {
    const core = fakeCore()
    for (const [count, times] of [
      [99, 0],
      [100, 1],
    ] as const) {
      const settleIn = vi.fn()
      const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, SAMPLE_TEXT]))
      await openSession({ files }, core, { settleIn }).run('check .')
      expect(settleIn).toHaveBeenCalledTimes(times)
    }
  })

  test.each([
    ['ends', { at: (path: string) => path === '50.txt' }, '检查线程意外终止'],
    ['hangs', { hangsAt: (path: string) => path === '50.txt' }, '超过 1 秒的上限'],
    [
      'takes too much memory',
      { at: (path: string) => path === '50.txt', ended: { ended: 'memory', reason: 'heap' } as const },
      '所需内存超过 300 MB 的上限',
    ],
  ])('one that %s costs the file that it was at, and no other', async (_, breakage, words) => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.txt`, SAMPLE_TEXT]))
    const core = fakeCore([plainFinding('176人')])
    const { files: whole } = JSON.parse((await openSession({ files }, core).run('check . --format json')).out)
    const threads = fakeThreads(core, breakage)
    const session = openSession({ files }, core, { openWorker: threads.openWorker })
    const { code, out, err } = await session.run('check . --format json --jobs 2 --file-timeout 1')
    const { files: found } = JSON.parse(out)
    expect(code).toBe(2)
    expect(found.filter(({ status }: { status: string }) => status === 'failed')).toMatchObject([
      { path: '50.txt', error: expect.stringContaining(words) },
    ])
    expect(err).toContain('50.txt')
    const others = (all: readonly { path: string }[]) => all.filter(({ path }) => path !== '50.txt')
    expect(others(found)).toEqual(others(whole))
  })

  test('hold all files that are no small texts, also with one job', async () => {
    const threads = fakeThreads(library)
    const files = { ...world, 'large.txt': `${MENYUAN}${' \n'.repeat(150_000)}` }
    const session = openSession({ files }, library, { openWorker: threads.openWorker })
    const { out } = await session.run('check . --jobs 1 --format json')
    const asked = threads.asked.flatMap(({ orders }) => orders.map(({ path }) => path))
    expect(asked.sort()).toEqual(['a/5.txt', 'b/note.html', 'b/page.html', 'b/sheet.xlsx', 'large.txt'])
    expect(out).toBe((await openSession({ files }).run('check . --jobs 1 --format json')).out)
  })

  test('that do not start leave no file unnamed', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, SAMPLE_TEXT]))
    const threads = fakeThreads(fakeCore(), { atStart: true })
    const session = openSession({ files }, fakeCore(), { openWorker: threads.openWorker })
    const { code, out } = await session.run('check . --format json --jobs 2')
    expect(code).toBe(2)
    expect(JSON.parse(out).files).toHaveLength(40)
    expect(out.match(/检查线程未能启动/g)).toHaveLength(80)
  })

  test('begin nothing more once a signal came in, while the last files are waited for', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.txt`, SAMPLE_TEXT]))
    const threads = fakeThreads(fakeCore())
    let answered = 0
    // By the first answer all files have been handed over.
    const openWorker = (): WorkerThread => {
      const thread = threads.openWorker()
      const ask: WorkerThread['ask'] = async (question, answer) => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        answered += 1
        return thread.ask(question, answer)
      }
      return { ...thread, ask }
    }
    const interruption = (): 'SIGINT' | undefined => (answered >= 2 ? 'SIGINT' : undefined)
    const session = openSession({ files }, fakeCore(), { openWorker, interruption })
    const { code, out } = await session.run('check . --jobs 2 --format json')
    expect(code).toBe(130)
    expect(threads.asked.length).toBeLessThan(4)
    const report = JSON.parse(out)
    const { files: reported } = report
    expect(report.complete).toBe(false)
    const cut = reported.filter(({ status }: { status: string }) => status === 'failed')
    expect(cut).toMatchObject([
      { error: expect.stringMatching(/运行被中断，本文件及另外 \d+ 个文件没有处理完/) },
    ])
    expect(reported.length).toBeLessThan(130)
    expect(threads.open()).toBe(0)
  })

  test('are given files as they get to them, so that the others need not be held in memory', async () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.txt`, SAMPLE_TEXT]))
    const threads = fakeThreads(fakeCore())
    let done = 0
    const openWorker = (): WorkerThread => {
      const thread = threads.openWorker()
      const ask: WorkerThread['ask'] = async (question, answer) => {
        await new Promise((resolve) => setTimeout(resolve, 1))
        await thread.ask(question, (records) => {
          done += 1
          answer(records)
        })
      }
      return { ...thread, ask }
    }
    const session = openSession({ files }, fakeCore(), { openWorker })
    let read = 0
    let ahead = 0
    const counting: typeof session.io.files = {
      ...session.io.files,
      read: (path, limit) => {
        read += 1
        ahead = Math.max(ahead, read - done)
        return session.io.files.read(path, limit)
      },
    }
    await openSession({ files }, fakeCore(), { openWorker, files: counting }).run('check . --jobs 2')
    expect(done).toBe(1000)
    expect(ahead).toBeLessThan(300)
  })

  test('any number of them checks every file once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 1, max: 9 }),
        async (count, jobs) => {
          const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, SAMPLE_TEXT]))
          const core = fakeCore()
          const threads = fakeThreads(core)
          const session = openSession({ files }, core, { openWorker: threads.openWorker })
          const { out } = await session.run(`check . --format json --jobs ${jobs}`)
          expect(JSON.parse(out).files.map(({ path }: { path: string }) => path)).toEqual(
            Object.keys(files).sort(),
          )
          expect(threads.opened()).toBeLessThanOrEqual(jobs)
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('--cache', () => {
  test('gives the bytes of a run without it, in every format, and parses nothing again', async () => {
    const plain = openSession({ files: world })
    const first = await plain.run(`check . --level info ${outputs}`)
    const { core, parses } = counting()
    const session = openSession({ files: world }, core)
    const line = `check . --level info --cache ${outputs.replace(/--output html=\S+/, '')}`
    expect(await session.run(line)).toEqual(first)
    const before = parses()
    expect(before).toBeGreaterThan(5)
    expect(await session.run(line)).toEqual(first)
    expect(parses()).toBe(before)
    for (const format of RENDERED.filter((name) => name !== 'html')) {
      expect(session.text(`out.${format}.out`)).toBe(plain.text(`out.${format}.out`))
    }
  })

  test('of a thousand files checks the one that was edited', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [`${i}.txt`, `${SAMPLE_TEXT}${' '.repeat(i)}`]),
    )
    const base = fakeCore([plainFinding('176人')])
    const { core, parses } = counting({ ...base, parse: (document) => base.parse(trimmed(document)) })
    const session = openSession({ files }, core)
    const first = await session.run('check . --format json --cache kept')
    expect(parses()).toBe(1000)
    expect(await session.run('check . --format json --cache kept')).toEqual(first)
    expect(parses()).toBe(1000)
    session.io.files.write('500.txt', `${SAMPLE_TEXT}\n`)
    await session.run('check . --format json --cache kept')
    expect(parses()).toBe(1001)
  })

  test('is asked anew for other settings, another encoding, limits, or another version', async () => {
    const { core, parses } = counting()
    const session = openSession({ files: { 'a.txt': MENYUAN } }, core)
    let expected = 0
    for (const flags of [
      '',
      '--rule missing-unit=error',
      '--rule missing-unit=off',
      '--scheme old',
      '--only total-mismatch',
      '--rule-option satisfaction-below-floor.floor=85',
      '--encoding utf-8',
      '--max-cell 300K',
    ]) {
      await session.run(`check a.txt --cache ${flags}`)
      await session.run(`check a.txt --cache ${flags} --format json --level info --lang en`)
      expected += 1
      expect(parses()).toBe(expected)
    }
    const newer = openSession({ files: { ...session.io.written(), 'a.txt': MENYUAN } }, core, {
      toolVersion: () => '9.9.9',
    })
    await newer.run('check a.txt --cache')
    expect(parses()).toBe(expected + 1)
  })

  test('serves a file that was moved, and a copy of it', async () => {
    const { core, parses } = counting()
    const session = openSession({ files: { 'a.txt': MENYUAN } }, core)
    const first = await session.run('check a.txt --cache --format compact')
    session.io.files.write('b.txt', MENYUAN)
    const moved = await session.run('check b.txt --cache --format compact')
    expect(moved.out).toBe(first.out.replaceAll('a.txt', 'b.txt'))
    expect(parses()).toBe(1)
  })

  const records = (session: ReturnType<typeof openSession>): string[] =>
    Object.keys(session.io.written()).filter((path) => /^\.pbo-cache\/[0-9a-f]{16}\.json$/.test(path))

  test.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut short', (text) => text.slice(0, -20)],
    ['changed', (text) => text.replace('"kind"', '"king"')],
    ['not JSON', () => 'a\nb\n'],
    ['of something else', () => `${digest('{"a":1}')}\n{"a":1}\n`],
    ['of nothing', () => `${digest('[]')}\n[]\n`],
  ])('that is %s is a miss', async (_, damage) => {
    const { core, parses } = counting()
    const session = openSession({ files: { 'a.txt': MENYUAN } }, core)
    const first = await session.run('check a.txt --cache')
    const [record = ''] = records(session)
    session.io.files.write(record, damage(session.text(record)))
    expect(await session.run('check a.txt --cache')).toEqual(first)
    expect(parses()).toBe(2)
    expect(await session.run('check a.txt --cache')).toEqual(first)
    expect(parses()).toBe(2)
  })

  test('that can not be written costs time and nothing else', async () => {
    const unwritable = { '.pbo-cache/.gitignore': 'EROFS' }
    const plain = await openSession({ files: { 'a.txt': MENYUAN } }).run('check a.txt')
    const session = openSession({ files: { 'a.txt': MENYUAN }, unwritable })
    expect(await session.run('check a.txt --cache')).toEqual(plain)
  })

  test('keeps no crash', async () => {
    let crashes = 1
    const core = fakeCore([], {
      check: () => {
        crashes -= 1
        if (crashes >= 0) throw new Error('once')
        return []
      },
    })
    const session = openSession({ files: { 'a.txt': SAMPLE_TEXT } }, core)
    expect((await session.run('check a.txt --cache')).code).toBe(2)
    expect((await session.run('check a.txt --cache')).code).toBe(0)
  })

  test('works together with threads', async () => {
    const threads = fakeThreads(library)
    const session = openSession({ files: world }, library, { openWorker: threads.openWorker })
    const first = await session.run('check . --jobs 2 --cache --format json')
    const asked = threads.asked.length
    expect(asked).toBeGreaterThan(0)
    expect(await session.run('check . --cache --format json')).toEqual(first)
    expect(threads.asked).toHaveLength(asked)
  })
})

/** The fake library knows one text only. */
const trimmed = (document: Parameters<Core['parse']>[0]): Parameters<Core['parse']>[0] => {
  const { source } = document
  const text = source.text.replace(/\s+$/, '\n')
  return { ...document, source: Object.create(source, { text: { value: text } }) }
}

describe('progress', () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, SAMPLE_TEXT]))

  test('is told on a terminal once the work takes long, and wiped away', async () => {
    const { err } = await openSession({ files, isTTY: true, turnTakes: 50 }, fakeCore()).run('check .')
    expect(err.startsWith('\r已检查 21/40 (52%)\x1b[K\r')).toBe(true)
    expect(err.endsWith('\r\x1b[K')).toBe(true)
    expect(err).not.toContain('\n')
  })

  test.each([
    ['in a pipe', { isTTY: false, turnTakes: 50 }],
    ['of quick work', { isTTY: true, turnTakes: 1 }],
    ['on a dumb terminal', { isTTY: true, turnTakes: 50, env: { TERM: 'dumb' } }],
  ])('is not told %s', async (_, part) => {
    expect((await openSession({ files, ...part }, fakeCore()).run('check .')).err).toBe('')
  })
})

describe('--watch', () => {
  test('checks again after every change but its own, and only what has changed', async () => {
    const base = fakeCore([plainFinding('176人')])
    const { core, parses } = counting(base)
    const session = openSession(
      {
        files: { 'data/a.txt': SAMPLE_TEXT, 'data/b.txt': `${SAMPLE_TEXT}\n` },
        changes: [
          () => {
            session.io.files.write('data/c.txt', '你好')
            return ['data/c.txt']
          },
          () => ['data/report.json'],
        ],
      },
      core,
    )
    const { code, out, err } = await session.run(
      'check data --watch --format compact --output json=data/report.json',
    )
    expect(code).toBe(2)
    expect(out.match(/a\.txt:5:/g)).toHaveLength(2)
    expect(err.match(/等待文件变化/g)).toHaveLength(2)
    expect(err).toContain('pbo: 有变化：data/c.txt\n')
    expect(parses()).toBe(3)
  })

  test('not of standard input', async () => {
    const { code, err } = await openSession({ stdin: SAMPLE_TEXT }, fakeCore()).run('check - --watch')
    expect(code).toBe(2)
    expect(err).toContain('--watch 不能监视标准输入')
  })
})
