import { hashText } from '../source/hash-text.ts'

/** A fiftieth of them is set by the keys of twenty thousand filings. */
const BITS = 1 << 23

/**
 * Knows which keys it was given, in a megabyte for any number of them: a key that was added is always known,
 * and of those that were not, one in many is mistaken for one.
 */
export class KeySet {
  readonly #bits = new Uint8Array(BITS / 8)

  add(key: string): void {
    const bit = bitOf(key)
    this.#bits[bit >>> 3] = this.#byteOf(bit) | (1 << (bit & 7))
  }

  has(key: string): boolean {
    const bit = bitOf(key)
    return (this.#byteOf(bit) & (1 << (bit & 7))) !== 0
  }

  #byteOf(bit: number): number {
    return this.#bits[bit >>> 3] as number
  }
}

/**
 * The keys that come more than once. Rules look for what several filings have in common, and most of what a
 * filing says nobody else does: it needs not be kept for the few that do.
 */
export const recurring = (keys: Iterable<string>): KeySet => {
  const seen = new KeySet()
  const again = new KeySet()
  for (const key of keys) (seen.has(key) ? again : seen).add(key)
  return again
}

/** The hash of a key, its upper bits folded in. */
const bitOf = (key: string): number => {
  const hash = hashText(key)
  return (hash ^ (hash >>> 15)) & (BITS - 1)
}
