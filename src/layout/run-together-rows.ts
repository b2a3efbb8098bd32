import type { DraftHeading, DraftIndicatorRow, DraftTarget } from '../model/draft.ts'
import { meaning } from '../source/fold.ts'
import { coverAll } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { headingsIn } from '../vocabulary/heading-words.ts'
import { endsAsName, endsAsValue, isQuality, isSaidOfName } from '../vocabulary/qualities.ts'
import { isAside } from './narrative-lines.ts'
import { divideItems, type WeightPlace } from './run-together-items.ts'
import { unitEnd } from './run-together-words.ts'

/** What a text of indicators without separators holds. */
export interface GluedRows {
  readonly rows: readonly DraftIndicatorRow[]
  /** Items of which it can't be said where the parts end. */
  readonly unplaced: readonly SpannedText[]
  /** Notes, page numbers, signatures. */
  readonly asides: readonly SpannedText[]
}

/** Reads headings and indicators that stand one after another, in lines or glued. */
export const readGluedRows = (texts: readonly SpannedText[], weights: WeightPlace): GluedRows => {
  const reader = new RowReader(weights)
  for (const text of texts) reader.read(text)
  return reader.finish()
}

class RowReader {
  readonly #weights: WeightPlace
  readonly #rows: DraftIndicatorRow[] = []
  readonly #unplaced: SpannedText[] = []
  readonly #asides: SpannedText[] = []
  #one: DraftHeading | undefined
  #two: DraftHeading | undefined
  /** Lines of an item that isn't whole yet. */
  #lines: SpannedText[] = []

  constructor(weights: WeightPlace) {
    this.#weights = weights
  }

  read(text: SpannedText): void {
    const { folded } = text
    let start = 0
    for (const heading of headingsIn(folded)) {
      // 按绩效指标 and 完成目标 inside a name are none: a heading follows a value, a line or a heading.
      const before = folded.slice(Math.max(start, heading.start - 16), heading.start)
      // Two headings, one under the other, are no words of a name.
      if (!isPair(folded.slice(heading.start, heading.end)) && !this.#mayFollow(before)) continue
      this.#readLines(text.slice(start, heading.start))
      this.#flush()
      this.#open(text.slice(heading.start, heading.end))
      start = heading.end
    }
    this.#readLines(text.slice(start))
  }

  finish(): GluedRows {
    this.#flush()
    return { rows: this.#rows, unplaced: this.#unplaced, asides: this.#asides }
  }

  #mayFollow(before: string): boolean {
    return before.trim() === '' || /[\s;。)\]】%‰\d]$/.test(before) || endsAsValue(before)
  }

  #open(heading: SpannedText): void {
    const name = heading.meaning.replace(/[【】[\]\s]/g, '')
    const pair = FIRST_OF_TWO.exec(heading.folded)
    const below =
      pair === null ? '' : name.slice(-heading.folded.slice(pair[0].length).replace(/[】\]\s]/g, '').length)
    if (pair !== null && categoriesNamed(below).some(({ level }) => level !== 1)) {
      this.#one = { text: heading.slice(0, pair[0].length).trim(), level: 1 }
      this.#two = { text: heading.slice(pair[0].length).trim(), level: 2 }
    } else if (this.#levelOf(name) === 1) {
      this.#one = { text: heading, level: 1 }
      this.#two = undefined
    } else this.#two = { text: heading, level: 2 }
    this.#addRow([], undefined, heading)
  }

  #levelOf(name: string): 1 | 2 {
    const entries = categoriesNamed(name)
    const [first] = entries
    if (first === undefined) return 2
    if (entries.length > 1) return this.#isUnder('满意度') ? 2 : 1
    if (first.level !== 'either') return first.level
    // 成本指标 is of level 2 under 产出, and of level 1 before it or behind 效益.
    return this.#isUnder('产出') && this.#two !== undefined ? 2 : 1
  }

  #isUnder(stem: string): boolean {
    return this.#one?.text.folded.includes(stem) === true
  }

  #readLines(text: SpannedText): void {
    let start = 0
    for (let end = text.text.indexOf('\n'); end >= 0; end = text.text.indexOf('\n', start)) {
      this.#readLine(text.slice(start, end).trim())
      start = end + 1
    }
    this.#readLine(text.slice(start).trim())
  }

  #readLine(line: SpannedText): void {
    if (line.isBlank) return
    if (isAside(line.folded)) {
      this.#asides.push(line)
      return
    }
    const entries = line.length <= 12 ? categoriesNamed(line.meaning.replace(/\s/g, '')) : []
    if (entries.length > 0 && (this.#lines.length === 0 || this.#isWhole())) {
      this.#flush()
      this.#open(line)
      return
    }
    if (this.#lines.length === MOST_LINES || (this.#lines.length > 0 && !this.#goesOn(line.folded)))
      this.#flush()
    this.#lines.push(line)
  }

  #isWhole(): boolean {
    return endsAsValue(
      this.#lines
        .map(({ folded }) => folded)
        .join('')
        .slice(-24),
    )
  }

  /** Whether a line belongs to the item above: its value, the unit of that, its points, the rest of its name. */
  #goesOn(line: string): boolean {
    if (STARTS_ITEM.test(line)) return false
    const above = this.#lines.map(({ folded }) => folded).join('')
    if (setsOff(line)) return !/[\d%]$/.test(above) || POINTS.test(line)
    if (/\d$/.test(above)) return unitEnd(line, 0) === line.length
    return !endsAsValue(above.slice(-24)) && !endsAsName(above.slice(-16))
  }

  #flush(): void {
    const lines = this.#lines
    this.#lines = []
    if (lines.length === 0) return
    for (const { parts, weight, unclear, unplaced } of divideItems(joinLines(lines), this.#weights)) {
      if (unplaced !== undefined) this.#unplaced.push(unplaced)
      const [first] = parts
      if (first !== undefined) this.#addRow(parts, weight, first, unclear)
    }
  }

  #addRow(
    parts: readonly SpannedText[],
    weight: SpannedText | undefined,
    at: SpannedText,
    unclear?: SpannedText,
  ): void {
    const headings = [this.#one, this.#two].filter((heading) => heading !== undefined)
    const name = parts.length === 0 ? at.slice(0, 0) : SpannedText.join(parts)
    const spans = [...parts, weight, unclear].flatMap((text) => (text === undefined ? [] : [text.span]))
    this.#rows.push({
      span: coverAll(spans, at.span),
      headings,
      name,
      targets: unclear === undefined ? [] : [unclearTarget(unclear)],
      weight,
      direction: undefined,
    })
  }
}

const unclearTarget = (value: SpannedText): DraftTarget => ({
  comparator: undefined,
  value,
  unit: undefined,
  column: undefined,
  term: undefined,
  isUnclear: true,
})

/** No item of a form is broken into more lines. */
const MOST_LINES = 8

/** Lines of one item: its name may be broken anywhere, its value is set off. */
const joinLines = (lines: readonly SpannedText[]): SpannedText =>
  lines.reduce((before, line) => SpannedText.join([before, line], setsOff(line.folded) ? ' ' : ''))

/** Whether a line is the value of the name above it. */
const setsOff = (line: string): boolean => VALUE_FIRST.test(line) || isQuality(line) || isSaidOfName(line)

/** 效益指标经济效益指标: a heading of level 1 with one of level 2. */
const isPair = (heading: string): boolean => {
  const first = FIRST_OF_TWO.exec(heading)
  if (first === null) return false
  const below = meaning(heading.slice(first[0].length)).replace(/[】\]\s]/g, '')
  return /(?:指标|目标)/.test(below) && categoriesNamed(below).some(({ level }) => level !== 1)
}

const FIRST_OF_TWO = /^[【[]?.{2,14}?(?:指标|目标)\s?[-/·>|]?\s?(?=.)/
const STARTS_ITEM = /^(?:指标\s?\d|[(]?\d{1,2}[)]?[.、](?!\d)|[①-⑳★·•])/
const VALUE_FIRST = /^[≥≤<>=\d]/
const POINTS = /^\d{1,2}分?$/
