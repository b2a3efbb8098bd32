import type { Category, Indicator, Leftover, Marker } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import {
  type CategoryEntry,
  type CategoryId,
  isHeadingWord,
  nearestCategory,
} from '../vocabulary/categories.ts'
import { type ColumnRole, headerRole, INDICATOR_COLUMNS } from '../vocabulary/headers.ts'
import { isDots, isTemplateName } from '../vocabulary/template-words.ts'
import { CategoryTree } from './category-tree.ts'
import { type Heading, headingName } from './heading.ts'
import { areNumberedAlike, type NumberingLevels } from './numbering-levels.ts'
import { type OutlineLine, printsBrackets, splitLines } from './outline-line.ts'
import type { NameAndTarget, TargetContext } from './split-target.ts'
import { isNotApplicable, parseTarget } from './target.ts'

/** The indicators of one project: headings with what stands under them, recursively. */
export interface Outline {
  readonly categories: readonly Category[]
  /** Indicators before or without any heading. */
  readonly indicators: readonly Indicator[]
  readonly leftovers: readonly Leftover[]
}

/**
 * Reads a cell of indicators: 一、产出指标 (一)数量指标 1.… with any of the numbering styles, one
 * paragraph for each or all in one, headings without numbers, and level 1 straight over indicators.
 * What a line is follows from its words first and its number second. `context` is that of the headings
 * the text itself stands under.
 */
export const parseOutline = (text: SpannedText, context: TargetContext = { isCost: false }): Outline => {
  if (isNotApplicable(text)) return { categories: [], indicators: [], leftovers: [{ text, reason: 'label' }] }
  const start = headerLength(text)
  const { lines, levels } = splitLines(start === 0 ? text : text.slice(start))
  const builder = new OutlineBuilder(levels, context)
  if (start > 0) builder.leave(text.slice(0, start).trim())
  if (printsBrackets(lines)) for (const line of lines) line.hasBrackets = true
  for (const [i, line] of lines.entries()) builder.add(line, lines[i + 1])
  return builder.finish()
}

class OutlineBuilder {
  readonly #levels: NumberingLevels
  readonly #context: TargetContext
  readonly #tree = new CategoryTree()
  readonly #leftovers: Leftover[] = []
  /** The line of the last indicator, which a line without a marker may go on with. */
  #pending: OutlineLine | undefined
  /** How many lines it has gone on for. */
  #continued = 0

  constructor(levels: NumberingLevels, context: TargetContext) {
    this.#levels = levels
    this.#context = context
  }

  add(line: OutlineLine, next: OutlineLine | undefined): void {
    const { heading } = line
    if (heading !== undefined && this.#isHeading(line, heading, next)) {
      this.#openKnown(line, heading)
      return
    }
    line.isCost = this.#context.isCost || this.#tree.isCost
    const level = this.#levelOfUnknown(line, next)
    if (level !== undefined) {
      this.#open(line.all, line.marker, headingName(line.content), level, undefined)
      return
    }
    if (line.marker === undefined && this.#continues(line)) return
    this.#flush()
    if (line.marker === undefined && NOTE.test(line.content.folded))
      this.#leftovers.push({ text: line.all, reason: 'unplaced' })
    else this.#pending = line
  }

  /** Takes words that are no part of the outline. */
  leave(text: SpannedText): void {
    this.#leftovers.push({ text, reason: 'label' })
  }

  finish(): Outline {
    this.#flush()
    const { categories, indicators, unused } = this.#tree.finish()
    for (const heading of unused) this.leave(heading)
    return { categories, indicators, leftovers: this.#leftovers }
  }

  /** 数量指标 is a heading wherever it stands alone; 满意度 is one unless items are numbered like it or its value follows. */
  #isHeading({ marker }: OutlineLine, heading: Heading, next: OutlineLine | undefined): boolean {
    if (heading.isWordWithBlanks || heading.isSetOff) return true
    if (marker !== undefined) {
      return this.#levels.numbersHeadings(marker) || !this.#levels.numbersItems(marker)
    }
    return next === undefined || next.marker !== undefined || !VALUE_FIRST.test(next.content.folded)
  }

  /**
   * The level of a heading outside the vocabulary: a line without a value, numbered as headings are,
   * with something numbered otherwise below.
   */
  #levelOfUnknown(line: OutlineLine, next: OutlineLine | undefined): 1 | 2 | undefined {
    const { marker, content } = line
    if (next === undefined || areNumberedAlike(next.marker, marker)) return this.#levelOfMisspelt(line)
    if (this.#isRunInUnknown(line, next)) return this.#levelOfMisspelt(line) ?? 2
    const level = this.#levels.levelOf(marker)
    if (level === undefined || marker === undefined || line.hasTarget) return this.#levelOfMisspelt(line)
    if (content.text === '' || content.length > 30) return undefined
    return this.#levels.numbersItems(marker) && !isHeadingWord(headingName(content).folded)
      ? undefined
      : level
  }

  /** 技术指标 in one line with the numbered items behind it. */
  #isRunInUnknown({ content, marker, hasTarget }: OutlineLine, next: OutlineLine): boolean {
    if (marker !== undefined || hasTarget || next.marker === undefined) return false
    return this.#levels.numbersItems(next.marker) && isHeadingWord(headingName(content).meaning)
  }

  /** 质里指标 without a number: ends as headings do, and one character off a known one. */
  #levelOfMisspelt(line: OutlineLine): 1 | 2 | undefined {
    const { content, marker } = line
    if (content.length > 30 || line.hasTarget) return undefined
    if (marker !== undefined && this.#levels.numbersItems(marker)) return undefined
    const name = headingName(content).meaning
    if (!isHeadingWord(name)) return undefined
    return ([2, 1] as const).find((level) => nearestCategory(name, level) !== undefined)
  }

  #openKnown(line: OutlineLine, { name, entries, above, ownLevel }: Heading): void {
    const { all, marker } = line
    if (above === undefined) {
      const level = ownLevel ?? this.#levelFor(entries, marker)
      if (ownLevel !== undefined && this.#isOpen(name, level)) {
        this.leave(all)
        return
      }
      const entry = entries.find((candidate) => candidate.level === level) ?? entries[0]
      this.#open(all, marker, name, level, entry?.id)
      return
    }
    const [entryAbove] = above.entries
    const entry = entries[0]
    if (marker === undefined && this.#isOpenAgain(above, name)) {
      // Printed with each indicator, the headings stand in the tree once.
      this.leave(all)
      return
    }
    if (this.#isUnder(above)) {
      this.#open(all, marker, name, 2, entry?.id)
      return
    }
    const at = name.offsetIn(all)
    this.#open(all.trimmed(0, at), marker, above.name, 1, entryAbove?.id)
    this.#open(all.slice(at), undefined, name, 2, entry?.id)
  }

  /** Whether the heading of level 1 over what comes next is this one, in these words or in others. */
  #isUnder({ name, entries: [entry] }: Heading): boolean {
    return this.#tree.levelOne === entry?.id && (entry !== undefined || this.#isOpen(name, 1))
  }

  /** Whether what comes next stands under a heading of this name already. */
  #isOpen(name: SpannedText, level: 1 | 2): boolean {
    this.#flush()
    return this.#tree.reopen(name.meaning, level)
  }

  #isOpenAgain(above: Heading, name: SpannedText): boolean {
    this.#flush()
    return this.#tree.reopen(above.name.meaning, 1) && this.#tree.reopen(name.meaning, 2)
  }

  #levelFor(entries: readonly CategoryEntry[], marker: Marker | undefined): 1 | 2 {
    const [first, second] = entries
    // ★ and ▲ are of one style, and say nothing about which stands over which.
    const byNumber = marker?.style === 'bullet' ? undefined : this.#levels.levelOf(marker)
    if (entries.some(({ id }) => this.#tree.isAmongLevelTwo(id))) return 2
    if (second === undefined && first !== undefined && first.level !== 'either')
      // FORM: some print 服务对象满意度指标 beside 产出指标, with a number of the same kind.
      return first.id === 'recipient-satisfaction' && byNumber === 1 ? 1 : first.level
    if (byNumber !== undefined) return byNumber
    if (!entries.some(({ id }) => id === 'cost')) return this.#tree.levelOne === 'satisfaction' ? 2 : 1
    // 成本 belongs under 产出 in the old scheme: with a number of a lower kind, or after its siblings.
    const isNumberedLower = marker !== undefined && this.#levels.hasNumberedLevelOne
    // Level-2 headings without any of level 1 have 成本 among them.
    if (this.#tree.levelOne === undefined && this.#tree.hasLevelTwo) return 2
    const isUnderOutput = this.#tree.levelOne === 'output'
    return isUnderOutput && (isNumberedLower || this.#tree.hasLevelTwo) ? 2 : 1
  }

  #open(
    heading: SpannedText,
    marker: Marker | undefined,
    name: SpannedText,
    level: 1 | 2,
    is: CategoryId | undefined,
  ): void {
    this.#flush()
    this.#tree.open({ heading, marker, name, is }, level)
  }

  /** Whether a line without a marker goes on with the indicator above; if so it is added to it. */
  #continues(line: OutlineLine): boolean {
    const { content } = line
    const pending = this.#pending
    if (pending === undefined || this.#continued >= MOST_LINES) return false
    const isValueAlone = !pending.hasTarget && content.length <= 24
    const isTail = pending.marker !== undefined && !line.hasTarget && !pending.hasTarget
    const isUnit =
      pending.hasTarget && content.length <= 4 && !line.hasTarget && !OPEN_END.test(content.folded)
    if (!isValueAlone && !isTail && !isUnit) return false
    this.#pending = pending.with(content)
    this.#continued += 1
    return true
  }

  #flush(): void {
    const line = this.#pending
    this.#pending = undefined
    this.#continued = 0
    if (line === undefined) return
    if (isTemplateItem(line.all, line.marker, line.content)) {
      this.#leftovers.push({ text: line.all, reason: 'template' })
      this.#tree.leaveUnused()
      return
    }
    this.#tree.add(parseIndicator(line.all, line.marker, line.split, line))
  }
}

/** No indicator is broken into more lines, and each is read again with all before it. */
const MOST_LINES = 100

/** …… below the last item leaves room for more. */
const OPEN_END = /^[….]+$/
const NOTE = /^(?:注|备注|说明|填报说明|填表说明)\s*(?:\d{1,2}\s*)?:/
const VALUE_FIRST = /^[≥≤<>=\d]/

/** One indicator: `all` with its marker, `split` without. */
const parseIndicator = (
  all: SpannedText,
  marker: Marker | undefined,
  split: NameAndTarget,
  context: TargetContext,
): Indicator => ({
  kind: 'indicator',
  span: all.span,
  text: all,
  marker,
  name: split.name,
  nameQuantities: split.nameQuantities,
  target: parseTarget(split, context),
  weight: split.weight,
  printedUnit: undefined,
  direction: undefined,
  column: undefined,
  term: undefined,
  actual: undefined,
  score: undefined,
  reason: undefined,
  notes: [],
})

/**
 * The length of the header that a cell of indicators begins with, where it holds a table of its own: 一级指标 二级指标
 * 三级指标 指标值, each in its line or behind a blank; 0 where it begins with none.
 */
const headerLength = ({ folded }: SpannedText): number => {
  const roles = new Set<ColumnRole>()
  let end = 0
  for (let word = wordAt(folded, end); word !== undefined; word = wordAt(folded, end)) {
    const role = headerRole(word.trim())
    if (role === undefined || !INDICATOR_COLUMNS.has(role)) break
    roles.add(role)
    end += word.length
  }
  return roles.size > 2 && roles.has('indicator') && roles.has('target') ? end : 0
}

/** The word at a place, with the blanks around it. */
const wordAt = (folded: string, at: number): string | undefined =>
  /^\s*[\u4e00-\u9fff()]{1,12}(?:\s+|$)/.exec(folded.slice(at, at + 40))?.[0]

/**
 * Whether an item without a value is still the form's: `指标2:`, `……`, `指标3:……`, `3.`. `all` is the item with its
 * marker, `content` what stands behind that.
 */
export const isTemplateItem = (
  all: SpannedText,
  marker: Marker | undefined,
  content: SpannedText,
): boolean => {
  if (all.length > LONGEST) return false
  const isNumbered = marker !== undefined && marker.style !== 'bullet'
  return isTemplate(all) || (isNumbered && (content.isBlank || isTemplate(content)))
}

const LONGEST = 40

const isTemplate = (text: SpannedText): boolean => {
  const { folded } = text.trim()
  return isDots(folded) || isTemplateName(folded)
}
