/**
 * A digest of 64 bits, the same everywhere and always: two FNV-like sums over UTF-16 units. Enough to tell
 * the texts of a million filings apart, and it needs nothing of the platform; nobody gains by
 * making two texts look the same. It takes a text in parts, so that none has to be put together for it.
 */
export class Digest {
  #a = 0x811c9dc5
  #b = 0x9e3779b1

  add(text: string): this {
    return this.#add(text, keepAll)
  }

  /** What is left of a folded text without its blanks. */
  addCompact(folded: string): this {
    return this.#add(folded, isNoBlank)
  }

  /** What is left of a folded text without blanks, digits and the signs in and behind numbers. */
  addWords(folded: string): this {
    return this.#add(folded, isOfWord)
  }

  addNumber(number: number): this {
    this.#take(number & 0xffff)
    this.#take((number >>> 16) & 0xffff)
    return this
  }

  get value(): string {
    return `${(this.#a >>> 0).toString(36)}.${(this.#b >>> 0).toString(36)}`
  }

  #add(text: string, isTaken: (code: number) => boolean): this {
    let a = this.#a
    let b = this.#b
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (!isTaken(code)) continue
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x85ebca6b)
      b ^= b >>> 15
    }
    this.#a = a
    this.#b = b
    return this
  }

  #take(unit: number): void {
    this.#a = Math.imul(this.#a ^ unit, 0x01000193)
    const b = Math.imul(this.#b ^ unit, 0x85ebca6b)
    this.#b = b ^ (b >>> 15)
  }
}

const keepAll = (): boolean => true

/** Blanks of folded text: all others are folded to these. */
export const isNoBlank = (code: number): boolean =>
  code > 0x20 ? code !== 0x2028 && code !== 0x2029 : code !== 0x20 && (code < 9 || code > 13)

/** Neither a blank nor one of `0–9 . , %`. */
export const isOfWord = (code: number): boolean =>
  code > 0x39
    ? isNoBlank(code)
    : code > 0x20 && code < 0x30 && code !== 0x25 && code !== 0x2c && code !== 0x2e
