import type { ColumnRole } from '../model/disclosure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { type CellKind, cellKind } from '../vocabulary/cell-kinds.ts'
import { hintsOf } from '../vocabulary/header-hints.ts'
import { headerRole } from '../vocabulary/headers.ts'

/** What a text says by itself, each worked out when it is first asked for. */
class Words {
  readonly #text: SpannedText
  #kind: CellKind | undefined
  #head: { readonly role: ColumnRole | undefined } | undefined
  #hints: ReadonlyMap<ColumnRole, number> | undefined

  constructor(text: SpannedText) {
    this.#text = text
  }

  get kind(): CellKind {
    this.#kind ??= cellKind(this.#text.meaning, this.#text.folded)
    return this.#kind
  }

  get head(): ColumnRole | undefined {
    this.#head ??= { role: headerRole(this.#text.meaning) }
    return this.#head.role
  }

  get hints(): ReadonlyMap<ColumnRole, number> {
    this.#hints ??= hintsOf(this.#text.meaning)
    return this.#hints
  }
}

const wordsOf = SpannedText.remember((text) => new Words(text))

/** What kind of content a text is by itself; see `cellKind`. */
export const kindOf = (text: SpannedText): CellKind => wordsOf(text).kind

/** What a text says as a header or a label; see `headerRole`. */
export const headIn = (text: SpannedText): ColumnRole | undefined => wordsOf(text).head

/** What the parts of a text speak for, as a header or a label that no list has; see `hintsOf`. */
export const hintsIn = (text: SpannedText): ReadonlyMap<ColumnRole, number> => wordsOf(text).hints

/** The words of a text without blanks and colons: 合 计, 项目名称: */
export const bare = ({ meaning }: SpannedText): string => meaning.replace(/[\s:]/g, '')

/** Longer texts are told by their beginning. */
const LONGEST = 2000

/** The share of the pairs of characters that two texts have in common. */
export const alike = (one: string, other: string): number => {
  const pairs = (words: string): Set<string> => {
    const found = new Set<string>()
    for (let at = 0; at + 1 < words.length && at < LONGEST; at += 1) found.add(words.slice(at, at + 2))
    return found
  }
  const [a, b] = [pairs(one), pairs(other)]
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / Math.max(1, a.size + b.size)
}
