import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import type { World } from '../support/fake-io.ts'
import { fakeThreads, openSession } from './session.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

/** Two that are alike, one of another year, one that is another agency's of the same code, one that is no filing. */
const FILES = {
  'in/a.txt': MENYUAN,
  'in/b.txt': MENYUAN.replace('4.00', '5.00'),
  'in/c.txt': MENYUAN,
  'in/d.txt': MENYUAN.replaceAll('2022', '2021').replaceAll('门源县人社局', '门源县教育局'),
  'in/e.txt': MENYUAN.replaceAll('门源县人社局', '门源县教育局'),
  'in/f.csv': '甲,乙\n1,2\n',
  'in/g.txt': '你好',
}

/** What is printed beside a second report needs everything of all files at once. */
const BESIDE = '--output csv=x.csv'

describe('files that are printed as soon as they are checked make the same report', () => {
  test.each([
    ['pretty', {}],
    ['pretty', { isTTY: true, columns: 60 }],
    ['compact', {}],
    ['json', {}],
    ['jsonl', {}],
  ] as const)('%s %o', async (format, look: Partial<World>) => {
    const world = { files: FILES, stdin: MENYUAN, ...look }
    for (const more of [
      '',
      '--level info',
      '--max-findings 1 --fail-on warning',
      '--lang zh --no-corpus',
      '-',
    ]) {
      const line = `check in --format ${format} --jobs 1 ${more}`
      const { code, out } = await openSession(world).run(line)
      const whole = await openSession(world).run(`${line} ${BESIDE}`)
      expect({ code, out }, line).toEqual({ code: whole.code, out: whole.out })
      const threads = fakeThreads(core)
      const shared = await openSession(world, core, threads).run(line.replace('--jobs 1', '--jobs 2'))
      expect({ code: shared.code, out: shared.out }, line).toEqual({ code, out })
    }
  })

  test('with a finding that is known from other files', async () => {
    const { out } = await openSession({ files: FILES }).run('check in --format compact --lang en')
    expect(out).toContain('in/c.txt:3:3: warning duplicate-filing')
  })
})

test('a file that changes before it can be drawn is a failure', async () => {
  const session = openSession({ files: FILES })
  let reads = 0
  const files: typeof session.io.files = {
    ...session.io.files,
    read: (path, limit) => {
      if (path === 'in/c.txt') reads += 1
      return path === 'in/c.txt' && reads > 1
        ? new TextEncoder().encode(`\n${MENYUAN}`)
        : session.io.files.read(path, limit)
    },
  }
  const { run } = openSession({ files: FILES }, core, { files })
  const { code, out, err } = await run('check in --format html --lang en')
  expect(code).toBe(2)
  expect(out).toContain('the file changed while it was being checked')
  expect(err).toContain('in/c.txt')
})
