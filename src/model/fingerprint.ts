import type { Finding } from './finding.ts'
import { type Identity, withoutBlanks } from './locator.ts'

/**
 * Names for findings that survive other edits: digests of the rule, the agency's code, the project's name, the
 * path in the tree and the text without digits and blanks. Twins are told apart by `:2`, `:3` in the order of
 * the text.
 *
 * @param hash A short digest of a text, the same everywhere and always.
 */
export class FingerprintWriter {
  readonly #hash: (text: string) => string
  readonly #seen = new Map<string, number>()

  constructor(hash: (text: string) => string) {
    this.#hash = hash
  }

  /** The name of the next finding. */
  next({ rule, path }: Pick<Finding, 'rule' | 'path'>, { code, project, text }: Identity): string {
    const print = this.#hash(
      [rule, code, project, ...path.map(({ zh }) => withoutBlanks(zh)), text].join('\n'),
    )
    const count = (this.#seen.get(print) ?? 0) + 1
    this.#seen.set(print, count)
    return count === 1 ? print : `${print}:${count}`
  }
}
