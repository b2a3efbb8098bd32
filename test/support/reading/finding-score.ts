import type { Finding } from '../../../src/index.ts'
import type { MustFind, MustNotFind, Truth } from './case.ts'
import { escaped, nfkc } from './plain-text.ts'

/** How the findings of one filing compare with what must and must not be found in it. */
export interface ScoredFindings {
  /** Found, and a finding names the place. */
  readonly placed: readonly MustFind[]
  /** Found, but none of its words name the place. */
  readonly unplaced: readonly MustFind[]
  readonly missed: readonly MustFind[]
  readonly otherSeverity: readonly MustFind[]
  readonly mustNot: readonly { readonly why: MustNotFind; readonly finding: Finding }[]
  /** Errors and warnings that are arguable here. */
  readonly arguable: readonly Finding[]
  /** All other errors and warnings. */
  readonly others: readonly Finding[]
}

/** Each finding counts once; those that name the place are given out before those that only have the rule. */
export const scoreFindings = (truth: Truth, findings: readonly Finding[]): ScoredFindings => {
  const score = new Matching(truth, findings)
  score.assign(true)
  score.violate(true)
  score.assign(false)
  score.violate(false)
  return score.result()
}

class Matching {
  readonly #truth: Truth
  readonly #findings: readonly Finding[]
  readonly #words: readonly string[]
  readonly #used = new Set<number>()
  readonly #open: Set<MustFind>
  readonly #placed: MustFind[] = []
  readonly #unplaced: MustFind[] = []
  readonly #otherSeverity: MustFind[] = []
  readonly #mustNot: { why: MustNotFind; finding: Finding }[] = []

  constructor(truth: Truth, findings: readonly Finding[]) {
    this.#truth = truth
    this.#findings = findings
    this.#words = findings.map((finding) => plain(wordsIn(finding)))
    this.#open = new Set(truth.mustFind)
  }

  /** The rule itself first, then those that are as good. */
  assign(wantsPlace: boolean): void {
    for (const isExact of [true, false]) {
      for (const must of [...this.#open]) {
        const rules = isExact ? [must.rule] : (must.acceptable ?? [])
        const at = this.#find(rules, wantsPlace ? must.match : undefined)
        if (at !== undefined) this.#take(must, at, isExact, wantsPlace)
      }
    }
  }

  #find(rules: readonly string[], match: readonly string[] | undefined): number | undefined {
    const at = this.#findings.findIndex(
      ({ rule }, i) =>
        !this.#used.has(i) && rules.includes(rule) && (!match?.length || this.#names(i, match)),
    )
    return at < 0 ? undefined : at
  }

  #take(must: MustFind, at: number, isExact: boolean, wantsPlace: boolean): void {
    this.#used.add(at)
    this.#open.delete(must)
    if (wantsPlace || !must.match?.length) this.#placed.push(must)
    else this.#unplaced.push(must)
    if (isExact && this.#findings[at]?.severity !== must.severity) this.#otherSeverity.push(must)
  }

  violate(named: boolean): void {
    for (const why of this.#truth.mustNotFind ?? []) {
      if (named !== Boolean(why.match?.length)) continue
      for (const [i, finding] of this.#findings.entries()) {
        if (this.#used.has(i) || finding.severity === 'info' || finding.rule !== why.rule) continue
        if (named && !this.#names(i, why.match ?? [])) continue
        this.#used.add(i)
        this.#mustNot.push({ why, finding })
      }
    }
  }

  result(): ScoredFindings {
    const may = new Set((this.#truth.mayFind ?? []).map(({ rule }) => rule))
    const rest = this.#findings.filter(({ severity }, i) => !this.#used.has(i) && severity !== 'info')
    return {
      placed: this.#placed,
      unplaced: this.#unplaced,
      missed: [...this.#open],
      otherSeverity: this.#otherSeverity,
      mustNot: this.#mustNot,
      arguable: rest.filter(({ rule }) => may.has(rule)),
      others: rest.filter(({ rule }) => !may.has(rule)),
    }
  }

  /** Whether the words of a finding hold one of the strings; digits only count as whole numbers. */
  #names(at: number, match: readonly string[]): boolean {
    const words = this.#words[at] as string
    const numbers = words.replaceAll(',', '')
    return match.some((wanted) => {
      const text = plain(wanted)
      const bare = text.replaceAll(',', '')
      if (!/^[\d.,]+$/.test(text)) return words.includes(text) || numbers.includes(bare)
      return new RegExp(`(?<![\\d.])${escaped(bare)}(?:\\.0+)?(?!\\d|\\.\\d)`).test(numbers)
    })
  }
}

const plain = (text: string): string => nfkc(text).replace(/(?:\s|\u200b|\u200c|\u200d|\ufeff)+/g, '')

const NO_WORDS = new Set(['file', 'rule', 'severity', 'start', 'end', 'at'])

/** All strings of a finding but its rule, files and positions. */
const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) return value.map(wordsIn).join(' ')
  return Object.entries(value)
    .map(([key, item]) => (NO_WORDS.has(key) ? '' : wordsIn(item)))
    .join(' ')
}
