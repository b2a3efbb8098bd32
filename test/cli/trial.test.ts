import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Signal } from '../../src/cli/world.ts'
import { core } from '../../src/records/core.ts'
import { SAMPLE_TEXT } from '../support/samples.ts'
import { type Breakage, fakeThreads, openSession } from './session.ts'

const sheet = readFileSync('fixtures/office/row-per-indicator.xlsx')

/** A folder with a file at which threads end, and some more; what the same command says without it. */
const files = {
  'a/bad.xlsx': sheet,
  'a/good.xlsx': sheet,
  'a/text.txt': SAMPLE_TEXT,
  'b/text.txt': SAMPLE_TEXT,
}

const run = async (line: string, breakage: Breakage, part: { readonly interruption?: () => Signal } = {}) => {
  const { openWorker, open } = fakeThreads(core, breakage)
  const outcome = await openSession({ files }, core, { openWorker, ...part }).run(`${line} --lang en`)
  expect(open()).toBe(0)
  return outcome
}

const BAD: Breakage = { at: (path) => path.endsWith('bad.xlsx'), ended: { ended: 'memory', reason: '' } }
const HANGS: Breakage = { hangsAt: (path) => path.endsWith('bad.xlsx') }

describe('a file that needs too much', () => {
  test.each([
    'show a',
    'show a --as tree',
    'show a --as json',
    'show a --as csv --table findings',
    'show a --explain-matching',
    'show a --stage grid',
    'show a --stage draft',
  ])('costs %s nothing but itself', async (line) => {
    const { code, out, err } = await run(line, BAD)
    expect(code).toBe(2)
    expect(err).toMatch(/^pbo: a\/bad\.xlsx: .*takes more memory than the limit/m)
    expect(out).toContain('校舍')
    expect(out).toContain('三支一扶')
  })

  test.each(['show a --as json', 'show a --stage source', 'diff a b', 'recheck a b --no-baseline'])(
    'ends at its time limit in %s',
    async (line) => {
      const { code, err } = await run(`${line} --file-timeout 1`, HANGS)
      expect(code).toBe(2)
      expect(err).toMatch(/a\/bad\.xlsx: .*took longer than the limit/)
    },
  )

  test('costs recheck no more, where it is a list that came back', async () => {
    const { code, out, err } = await run('recheck b b --answers a/bad.xlsx --no-baseline', BAD)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/--answers a\/bad\.xlsx: .*takes more memory/)
  })

  test('is told by diff, and the rest is compared', async () => {
    const { code, out, err } = await run('diff a b', BAD)
    expect(code).toBe(2)
    expect(err).toMatch(/bad\.xlsx: .*takes more memory/)
    expect(out).toContain('bad.xlsx')
  })
})

describe('a signal', () => {
  test.each([
    ['show a', 'SIGINT', 130],
    ['show a --as json', 'SIGTERM', 143],
    ['show a --stage grid', 'SIGINT', 130],
  ] as const)('ends %s, which says what is missing', async (line, signal, expected) => {
    const { code, err } = await run(line, {}, { interruption: () => signal })
    expect(code).toBe(expected)
    expect(err).toMatch(/^pbo: a\/bad\.xlsx: interrupted before this file and 2 more were /m)
  })

  test.each(['diff a b', 'recheck a b'])('ends %s, which prints nothing', async (line) => {
    const { code, out } = await run(line, {}, { interruption: () => 'SIGINT' })
    expect([code, out]).toEqual([130, ''])
  })
})
