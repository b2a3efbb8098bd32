import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { digestOf, filingsIn, type KeptFamily, outcomeOf, unpacked } from './support/digest.ts'

const kept: Readonly<Record<string, KeptFamily>> = JSON.parse(readFileSync('bench/digest/kept.json', 'utf8'))
const digests = new Map(Object.entries(kept).map(([family, known]) => [family, unpacked(known)]))

// `npm run digest` names what differs, and keeps what is wanted.
describe('what is read and found stays as it is kept', () => {
  for (const filing of filingsIn('.')) {
    test(`${path.posix.basename(filing.family)}: ${filing.name}`, async () => {
      const outcome = await outcomeOf(filing)
      expect(outcome && digestOf(outcome)).toEqual(digests.get(filing.family)?.get(filing.name))
    })
  }
})
