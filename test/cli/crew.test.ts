import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { Crew } from '../../src/cli/crew.ts'
import { startThread } from '../../src/cli/thread.ts'
import type { FileRecord } from '../../src/model/record.ts'

/** A thread that answers as the command's does, and does with a file what its name says. */
const PROGRAM = pathToFileURL(new URL('./odd-thread.mjs', import.meta.url).pathname)

const MEGABYTE = 1024 ** 2

const run = async (names: readonly string[], { size = 1, stopAfter = 0, program = PROGRAM } = {}) => {
  const found = new Map<string, FileRecord>()
  const crew = new Crew({
    open: (memory) => startThread(program, memory),
    size,
    terms: { encoding: undefined, maxLine: 1, maxCell: 1 },
    limits: { fileTimeout: 1, fileMemory: 40 * MEGABYTE },
    finish: ({ path }, records) => {
      for (const record of records) found.set(path, record)
    },
  })
  if (stopAfter > 0) setTimeout(() => crew.stop(), stopAfter)
  for (const path of names) {
    const content = { bytes: new Uint8Array(10) }
    await crew.add({ path, isSearched: false, content, settings: {}, isCompared: false })
  }
  await crew.drain()
  await crew.close()
  return found
}

const errorOf = (record: FileRecord | undefined): string =>
  record?.kind === 'failed' ? record.error.en : `not failed: ${record?.kind}`

describe.each([1, 2])('%i real threads', (size) => {
  const good = Array.from({ length: 40 }, (_, i) => `good-${i}`)

  test.each([
    ['hang', /took longer than the limit of 1 s/],
    ['regex', /took longer than the limit of 1 s/],
    ['memory', /takes more memory than the limit of 40 MB/],
    ['exit', /ended unexpectedly/],
    ['throw', /ended unexpectedly/],
  ])('lose nothing but the file that makes one %s', async (kind, words) => {
    const found = await run([...good.slice(0, 20), kind, ...good.slice(20)], { size })
    expect(errorOf(found.get(kind))).toMatch(words)
    expect(good.filter((name) => found.get(name)?.kind === 'skipped')).toEqual(good)
  })

  test('that end behind the last file lose nothing', async () => {
    const found = await run(['good-1', 'exit-behind'], { size })
    expect([...found.values()].map(({ kind }) => kind)).toEqual(['skipped', 'skipped'])
  })

  test('that do not start name all files', async () => {
    const found = await run(good, { size, program: new URL('missing.mjs', PROGRAM) })
    expect(good.map((name) => errorOf(found.get(name))).filter((text) => /did not start/.test(text))).toEqual(
      good.map((name) => errorOf(found.get(name))),
    )
  })

  test('are stopped at once, whatever they do', async () => {
    const start = performance.now()
    const found = await run(['good-1', 'hang'], { size, stopAfter: 300 })
    expect(performance.now() - start).toBeLessThan(900)
    expect(found.has('hang')).toBe(false)
  })
})
