import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openScratch } from '../../src/cli/disk.ts'
import { type Scratch, Spool } from '../../src/records/spool.ts'

/** A file that takes so many pieces. */
const fullAfter = (most: number): Scratch | undefined => {
  const scratch = openScratch()
  let count = 0
  return (
    scratch && {
      ...scratch,
      append: (bytes) => {
        count += 1
        if (count > most) throw new Error('ENOSPC')
        scratch.append(bytes)
      },
      read: (start, into) => scratch.read(start, into),
      close: () => scratch.close(),
    }
  )
}

describe.each([
  ['in a file', openScratch],
  ['in memory', undefined],
  ['in memory, where no file can be made', () => undefined],
  ['in a file and in memory, where the disk is full', () => fullAfter(2)],
])('texts %s', (_, open) => {
  test('come back as they were', () => {
    const spool = new Spool(open)
    const long = fc
      .string({ unit: 'grapheme', minLength: 0, maxLength: 40 })
      .map((text) => text.repeat(20_000))
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), long), { maxLength: 8 }), (texts) => {
        const places = texts.map((text) => spool.keep(text))
        expect(places.map((at) => spool.read(at))).toEqual(texts)
        expect(places.toReversed().map((at) => spool.read(at))).toEqual(texts.toReversed())
      }),
      { numRuns: 30 },
    )
    spool.close()
  })
})

test('nothing is left in the folder for temporary files', () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('pbo-')).length
  const spool = new Spool(openScratch)
  for (let i = 0; i < 3; i += 1) spool.keep('绩效目标'.repeat(200_000))
  spool.close()
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('pbo-')).length).toBeLessThanOrEqual(before)
})
