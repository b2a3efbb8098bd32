import type { Decimal } from '../model/decimal.ts'
import type { Agency, Amount, Disclosure, Indicator, Project, Target } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { agenciesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { Digest, isOfWord } from './digest.ts'

/**
 * A digest of all that a filing says, whatever it is printed in: names and texts without blanks, amounts
 * in 元, targets as they are understood. Two filings with one content are one filing twice. Empty where
 * there is no project to compare.
 */
export const digestContent = (disclosure: Disclosure): string => {
  const projects = projectsOf(disclosure)
  if (projects.length === 0) return ''
  const content = new Content()
  content.add(String(disclosure.year?.value ?? ''))
  for (const { amount } of disclosure.totals) content.addAmount(amount)
  for (const agency of agenciesOf(disclosure)) content.addRow(agency)
  for (const project of projects) content.addProject(project)
  return content.digest
}

/** Takes one thing after the other, each told from the next. */
class Content {
  readonly #digest = new Digest()

  get digest(): string {
    return this.#digest.value
  }

  add(text: string): void {
    this.#digest.add(text).add('\t')
  }

  addText(text: SpannedText | undefined): void {
    if (text !== undefined) this.#digest.addCompact(text.folded)
    this.#digest.add('\t')
  }

  addAmount(amount: Amount): void {
    if (amount.kind === 'amount') this.#addDecimal(amount.money)
    else this.addText(amount.text)
  }

  addRow({ kind, code, name, amount }: Agency | Project): void {
    this.add(kind)
    this.addText(code)
    this.addText(name)
    this.addAmount(amount)
  }

  addProject(project: Project): void {
    this.addRow(project)
    for (const { name, amount } of project.funding) {
      this.addText(name)
      this.addAmount(amount)
    }
    for (const { text } of project.goals) this.addText(text)
    // A self-evaluation says what was planned once more, and what became of it.
    for (const { text } of project.results) this.addText(text)
    for (const { stage, source, amount } of project.money) {
      this.add(stage)
      this.addText(source)
      this.addAmount(amount)
    }
    for (const { indicator, categories, categoryId } of indicatorsOf(project)) {
      if (categoryId !== undefined) this.add(categoryId)
      else for (const { name } of categories) this.addText(name)
      this.addText(indicator.name)
      this.#addTarget(indicator.target)
      this.#addResult(indicator)
    }
  }

  #addResult({ actual, score, reason, notes }: Indicator): void {
    if (actual !== undefined) this.#addTarget(actual)
    for (const text of [score?.text, reason, ...notes]) if (text !== undefined) this.addText(text)
  }

  #addTarget(target: Target): void {
    if (target.kind !== 'measured') {
      this.addText(target.text)
      return
    }
    this.add(target.comparator)
    this.#addMeasure(target.measure)
  }

  /** `80人以上` and `≥80人` are one. */
  #addMeasure({ interval, comparator, approximate, change, unit, text }: Measure): void {
    const { lower, upper, lowerInclusive, upperInclusive } = interval
    this.add(change ?? '')
    if (lower === undefined && upper === undefined) this.addText(text)
    if (lower !== undefined) this.#addBound(lower, lowerInclusive)
    this.add('~')
    if (upper !== undefined) this.#addBound(upper, upperInclusive)
    if (lower !== undefined && upper !== undefined && lowerInclusive && upperInclusive) {
      this.add(comparator?.sign === '=' ? '=' : approximate ? '约' : '')
    }
    this.#digest.addCompact(unit?.printed ?? '')
  }

  #addBound(value: Decimal, isInclusive: boolean): void {
    this.add(isInclusive ? '=' : '')
    this.#addDecimal(value)
  }

  /** By its digits and exponent: decimal.js keeps neither zeros at an end nor two ways of one value. */
  #addDecimal({ s, e, d }: Decimal): void {
    this.#digest.addNumber(s).addNumber(e)
    for (const digits of d) this.#digest.addNumber(digits)
    this.#digest.add('\t')
  }
}

/** Shorter texts (保障机构正常运转，提高服务质量) are the same by chance. */
const SHORTEST = 24

/** Sets of fewer indicators are the same by chance. */
const FEWEST_INDICATORS = 4

/** What a project's own words and its agency's are replaced in, so that only copied words are left. */
export interface OwnWords {
  readonly project: string
  readonly agency: string
  readonly region: string
}

/**
 * A digest of the goals of a project without its own names, numbers and blanks; empty where they are too
 * short to tell anything.
 */
export const digestGoals = ({ goals }: Project, own: OwnWords): string =>
  digestBare(
    goals.map(({ text }) => text.meaning),
    own,
  )

/** The same for the names of its indicators. */
export const digestIndicators = (project: Project, own: OwnWords): string => {
  const placed = indicatorsOf(project)
  if (placed.length < FEWEST_INDICATORS) return ''
  return digestBare(
    placed.map(({ indicator }) => indicator.name.meaning),
    own,
  )
}

const digestBare = (meanings: readonly string[], { project, agency, region }: OwnWords): string => {
  let rest = meanings.join(BORDER)
  for (const name of [project, agency, region]) if (name.length > 1) rest = rest.replaceAll(name, '')
  return countWords(rest) < SHORTEST ? '' : new Digest().addWords(rest).value
}

/** Stands between two texts; no name goes over it. */
const BORDER = '|'

const countWords = (text: string): number => {
  let count = 0
  for (let i = 0; i < text.length && count < SHORTEST; i += 1) {
    if (text[i] !== BORDER && isOfWord(text.charCodeAt(i))) count += 1
  }
  return count
}
