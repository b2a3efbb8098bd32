import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Random } from '../support/random.ts'
import { mutate } from './mutate.ts'
import { tryFile } from './oracles.ts'
import { seedsOf, TARGETS } from './seeds.ts'

// What the fuzzer found and was mended, and a few inputs of each target.

const FOLDER = new URL('./corpus/', import.meta.url)

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)))
  expect((await tryFile(bytes)).faults).toEqual([])
})

test.each(TARGETS)(
  'inputs made of %s are the same for the same seed, and keep all promises',
  async (target) => {
    const seeds = await seedsOf(target, '.')
    for (let seed = 1; seed <= 3; seed += 1) {
      const bytes = await mutate(target, seeds, new Random(seed))
      expect(Buffer.compare(bytes, await mutate(target, seeds, new Random(seed)))).toBe(0)
      expect((await tryFile(bytes)).faults).toEqual([])
    }
  },
)
