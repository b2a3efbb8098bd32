import type { Direction, Indicator, Leftover, Marker } from '../model/disclosure.ts'
import type { DraftHeading, DraftIndicatorRow, DraftTarget } from '../model/draft.ts'
import { coverAll, type Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { bracketedResult } from '../vocabulary/bracketed-results.ts'
import { type CategoryEntry, categoriesMeant, levelOneOf } from '../vocabulary/categories.ts'
import { CategoryTree, type HeadingParts } from './category-tree.ts'
import { headingName, parseBracketed, parseHeading } from './heading.ts'
import { divideCells } from './indicator-cells.ts'
import { findMarkers } from './marker.ts'
import { isTemplateItem, type Outline, parseOutline } from './outline.ts'
import { placedQuantities } from './placed-quantities.ts'
import { placeholderAtEnd } from './placeholder.ts'
import { isNotApplicable } from './target.ts'
import { around, hasContent, parseTargetCell, type TargetCell, textsOfTarget } from './target-cell.ts'
import { parseWeightCell, takeNameWeight } from './weight.ts'

/**
 * Indicators that have rows and cells of their own, under their headings, in the order printed. A
 * heading over rows without any indicator is that of a form's unused rows: a leftover.
 */
export const parseIndicatorRows = (rows: readonly DraftIndicatorRow[]): Outline => {
  const builder = new RowsBuilder(headsOfLevelOne(rows), rows.some(isNamedAsCategory))
  for (const [i, row] of rows.entries()) builder.add(row, dividesPoints(row, rows[i + 1]))
  return builder.finish()
}

/** Whether the next row goes on with points alone, under a heading that has its own or beside 5 | ②: one reason of several for each part of them. */
const dividesPoints = ({ headings }: DraftIndicatorRow, next: DraftIndicatorRow | undefined): boolean =>
  next?.weight?.isBlank === false &&
  next.name.isBlank &&
  !next.targets.some(hasContent) &&
  next.headings.every((heading, i) => heading === headings[i]) &&
  (next.notes?.some(({ isBlank }) => !isBlank) === true ||
    headings.some(({ points }) => points !== undefined))

class RowsBuilder {
  readonly #tree = new CategoryTree()
  readonly #leftovers: Leftover[] = []
  /** The headings that are open, outermost first. */
  #open: readonly DraftHeading[] = []
  /** Headings that no indicator stands under yet. */
  readonly #unused = new Set<DraftHeading>()
  readonly #used = new Set<DraftHeading>()
  /** Headings of the column of level 1 that are of that level, whatever they name elsewhere. */
  readonly #ofLevelOne: ReadonlySet<string>

  /** Categories stand for the names of indicators: 成本 | ≤220万元. */
  readonly #hasCategoriesAsNames: boolean

  constructor(ofLevelOne: ReadonlySet<string>, hasCategoriesAsNames: boolean) {
    this.#ofLevelOne = ofLevelOne
    this.#hasCategoriesAsNames = hasCategoriesAsNames
  }

  /** `isDivided`: only a part of its points stands beside it, and no row says what all are. */
  add(whole: DraftIndicatorRow, isDivided: boolean): void {
    if (isDivided) this.#leave([whole.weight])
    const printed = isDivided ? { ...whole, weight: undefined } : whole
    const row = printed.targets.some(({ value }) => value.folded.endsWith(')'))
      ? { ...printed, targets: printed.targets.map((target) => this.#withResult(target)) }
      : printed
    for (const heading of row.headings) if (!this.#used.has(heading)) this.#unused.add(heading)
    const hasTarget = row.targets.some(hasContent)
    const isTemplate = !hasTarget && isTemplateName(row.name)
    if (isTemplate || (!hasTarget && isNothing(row.name))) {
      if (isTemplate) this.#leftovers.push({ text: row.name, reason: 'template' })
      else this.#leave([row.name])
      this.#leave([row.weight, row.direction, ...row.targets.flatMap(textsOfTarget), ...resultTexts(row)])
      return
    }
    this.#enter(row.headings)
    if (hasTarget) this.#addTargets(row)
    else this.#addNames(row)
  }

  finish(): Outline {
    const { categories, indicators, unused } = this.#tree.finish()
    this.#leave([...[...this.#unused].flatMap(({ text, points }) => [text, points]), ...unused])
    return { categories, indicators, leftovers: this.#leftovers }
  }

  /** ≥12场次(完成12场次): what was reached, in brackets behind the value. */
  #withResult(target: DraftTarget): DraftTarget {
    const { value, isResultInBrackets } = target
    const found =
      filled(target.actual) === undefined
        ? bracketedResult(value.folded, isResultInBrackets === true)
        : undefined
    if (found === undefined) return target
    const { open, start, end } = found
    this.#leave([value.slice(open, start), value.slice(end)])
    return { ...target, value: value.slice(0, open).trim(), actual: value.slice(start, end).trim() }
  }

  #leave(texts: readonly (SpannedText | undefined)[]): void {
    for (const text of texts) if (text?.isBlank === false) this.#leftovers.push({ text, reason: 'label' })
  }

  #enter(headings: readonly DraftHeading[]): void {
    const changed = headings.findIndex((heading, i) => !isSame(heading, this.#open[i]))
    const kept = changed < 0 ? headings.length : changed
    if (kept < this.#open.length) this.#tree.close(kept === 0 ? 1 : 2)
    for (const [i, heading] of headings.entries()) {
      this.#unused.delete(heading)
      if (i >= kept) this.#openHeading(heading, headings[i - 1], headings.length === 1)
      // Printed again in each row, the heading stands in the tree once.
      else if (!this.#used.has(heading)) this.#leave([heading.text, heading.points])
      this.#used.add(heading)
    }
    this.#open = headings
  }

  #openHeading(
    { text, level, points, isAbove }: DraftHeading,
    over: DraftHeading | undefined,
    isAlone: boolean,
  ): void {
    const { marker, content } = unmarked(text)
    const heading = (isAlone ? parseBracketed(content) : undefined) ?? parseHeading(content)
    const above = heading?.above
    if (heading === undefined || above === undefined) {
      const entries = heading?.entries ?? namedInColumn(content, level, over)
      const entry = entries.find((known) => known.level === level || known.level === 'either') ?? entries[0]
      const name = heading?.name ?? headingName(content)
      const parts = { heading: text, points, marker, name, is: entry?.id, isAbove: isAbove === true }
      const isOfLevelOne = this.#ofLevelOne.has(text.meaning)
      this.#openAt(parts, isAlone && !isOfLevelOne ? this.#levelAlone(entry, level) : level)
      return
    }
    // 产出指标-数量指标 or 产出指标(数量指标) in one cell.
    const at = heading.name.offsetIn(text)
    const first = text.trimmed(0, at)
    this.#openAt({ heading: first, marker, name: above.name, is: above.entries[0]?.id, isAbove: false }, 1)
    const is = heading.entries[0]?.id
    this.#openAt({ heading: text.slice(at), points, marker: undefined, name: heading.name, is }, 2)
  }

  /** In a table with one column of headings, a known heading says itself at which level it stands. */
  #levelAlone(entry: CategoryEntry | undefined, level: 1 | 2): 1 | 2 {
    if (this.#tree.isAmongLevelTwo(entry?.id)) return 2
    return entry === undefined || entry.level === 'either' ? level : entry.level
  }

  #openAt(parts: HeadingParts, level: 1 | 2): void {
    if (this.#tree.reopen(parts.name.meaning, level)) {
      if (parts.isAbove !== true) this.#leave([parts.heading, parts.points])
    } else this.#leave([this.#tree.open(parts, level)])
  }

  /** One indicator for each target; several where the cells hold lists. */
  #addTargets(row: DraftIndicatorRow): void {
    const filled = row.targets.filter(hasContent)
    const [first] = filled
    const parts = filled.length === 1 && first !== undefined ? divideCells(row, first) : []
    for (const part of parts) {
      this.#addOne(part, part.target)
      this.#leave(part.rests)
    }
    if (parts.length === 0) for (const target of filled) this.#addOne(row, target)
    // Several targets may share a cell of a comparator or a unit.
    const used = new Set(filled.flatMap(textsOfTarget))
    for (const target of row.targets) {
      this.#leave(textsOfTarget(target).filter((text) => !used.has(text)))
      if (!hasContent(target)) this.#leave([target.actual])
    }
  }

  #addOne(row: DraftIndicatorRow, cells: DraftTarget): void {
    const { marker, content } = unmarked(row.name)
    const named = takeNameWeight(content)
    const { isCost } = this.#tree
    const { target, printedUnit, weight, texts } = parseTargetCell(cells, named.text, isCost)
    const direction = directionOf(row.direction)
    if (direction === undefined) this.#leave([row.direction])
    const text = together([row.name, ...texts, row.weight, row.direction])
    const { fields, spans, rests } = resultsOf(row, cells, named.text, isCost)
    this.#leave(rests)
    this.#tree.add({
      kind: 'indicator',
      span: coverAll([text.span, ...spans], text.span),
      text,
      marker,
      name: named.text,
      nameQuantities: placedQuantities(named.text, { money: isCost }).map(({ quantity }) => quantity),
      target,
      weight: (row.weight && parseWeightCell(row.weight)) ?? weight ?? named.weight,
      printedUnit,
      direction,
      column: cells.column,
      term: cells.term,
      actual: fields.actual,
      score: fields.score,
      reason: fields.reason,
      notes: fields.notes,
    })
  }

  /** Cells of names whose cells of targets are blank: the targets stand behind the names, if anywhere. */
  #addNames(row: DraftIndicatorRow): void {
    const saysNone = row.targets.find(({ value }) => !value.isBlank)
    if (saysNone !== undefined && row.targets.length === 1) {
      this.#addOne(row, saysNone)
      return
    }
    const outline = parseOutline(row.name, this.#tree)
    const [first] = row.targets
    // 指标2:群众满意度 with nothing planned and 92% reached is no heading.
    if (first !== undefined && outline.indicators.length === 0 && isIndicator(row)) {
      this.#addOne(row, first)
      this.#leave(row.targets.slice(1).map(({ actual }) => actual))
      return
    }
    const { categories, indicators, leftovers } = outline
    const isHeadingAlone =
      categories.length > 0 &&
      indicators.length + leftovers.length === 0 &&
      categories.every(({ children }) => children.length === 0)
    if (this.#hasCategoriesAsNames && isHeadingAlone) {
      this.#leave([
        row.name,
        row.weight,
        row.direction,
        ...row.targets.flatMap(textsOfTarget),
        ...resultTexts(row),
      ])
      return
    }
    for (const leftover of outline.leftovers) this.#leftovers.push(leftover)
    const isOne = outline.categories.length === 0 && outline.indicators.length === 1
    const [only] = outline.indicators
    if (isOne && only !== undefined) {
      const { indicator, rests } = withCells(only, row)
      this.#tree.add(indicator)
      this.#leave([...rests, ...row.targets.slice(1).map(({ actual }) => actual)])
      if (directionOf(row.direction) === undefined) this.#leave([row.direction])
      return
    }
    for (const category of outline.categories) this.#tree.adopt(category)
    for (const indicator of outline.indicators) this.#tree.add(indicator)
    this.#leave([row.weight, row.direction, ...row.targets.flatMap(textsOfTarget), ...resultTexts(row)])
  }
}

/** An indicator whose value stands behind its name, with what the other cells of its row say. */
const withCells = (
  indicator: Indicator,
  row: DraftIndicatorRow,
): { readonly indicator: Indicator; readonly rests: readonly SpannedText[] } => {
  const [cells] = row.targets
  const unit = cells?.unit?.isBlank === false ? cells.unit : undefined
  const text = together([row.name, ...row.targets.flatMap(textsOfTarget), row.weight, row.direction])
  const read = cells === undefined ? undefined : parseTargetCell(cells, indicator.name, false)
  const results = resultsOf(row, cells, indicator.name, false)
  const whole: Indicator = {
    ...indicator,
    ...results.fields,
    span: coverAll([text.span, ...results.spans], text.span),
    text,
    // 无 in the cell of the target says that there is none.
    target: indicator.target.kind === 'blank' ? (read?.target ?? indicator.target) : indicator.target,
    weight: (row.weight && parseWeightCell(row.weight)) ?? indicator.weight,
    printedUnit: unit === undefined ? undefined : read?.printedUnit,
    direction: directionOf(row.direction),
    column: cells?.column,
    term: cells?.term,
  }
  return { indicator: whole, rests: results.rests }
}

/** What the columns of results and explanations of a row say, with the spans of what they hold. */
interface Results {
  readonly fields: Pick<Indicator, 'actual' | 'score' | 'reason' | 'notes'>
  readonly spans: readonly Span[]
  /** Scores that are no numbers, and what stands around values and scores. */
  readonly rests: readonly SpannedText[]
}

const resultsOf = (
  row: DraftIndicatorRow,
  cells: DraftTarget | undefined,
  name: SpannedText,
  isCost: boolean,
): Results => {
  const actual = filled(cells?.actual)
  const reason = filled(row.reason)
  const notes = (row.notes ?? []).filter((note) => !note.isBlank)
  const score = filled(row.score)
  const points = score === undefined ? undefined : parseWeightCell(score)
  const reached = actual === undefined ? undefined : readActual(actual, cells?.unit, name, isCost)
  const texts = [actual, points === undefined ? undefined : score, reason, ...notes]
  return {
    fields: { actual: reached?.target, score: points, reason, notes },
    spans: texts.flatMap((text) => (text === undefined ? [] : [text.span])),
    rests: [
      ...(reached?.rests ?? []),
      ...(score === undefined ? [] : points === undefined ? [score] : around(points.text, score)),
    ],
  }
}

const filled = (text: SpannedText | undefined): SpannedText | undefined =>
  text?.isBlank === false ? text : undefined

/** The cells of a row that say what became of its indicator, and what else there is to say of it. */
const resultTexts = ({ targets, score, reason, notes = [] }: DraftIndicatorRow) => [
  ...targets.map(({ actual }) => actual),
  score,
  reason,
  ...notes,
]

/**
 * What was reached, read as the target beside it is. A unit in a column of its own, or in a placeholder behind the name,
 * is that of both; a comparator is that of the target alone, and so is the meaning of a bare cost.
 */
const readActual = (
  value: SpannedText,
  printedUnit: SpannedText | undefined,
  name: SpannedText,
  isCost: boolean,
): Pick<TargetCell, 'target' | 'rests'> => {
  const unit = filled(printedUnit) ?? placeholderAtEnd(name)?.unit
  const cells = { comparator: undefined, value, unit, column: undefined, term: undefined }
  const { target, rests } = parseTargetCell(cells, name.slice(0, 0), isCost, name)
  const taken = [target.text, ...rests].flatMap(({ ranges }) => ranges)
  return {
    target: target.kind === 'measured' && target.implicit ? { ...target, comparator: '=' } : target,
    // Of (≥)90%, the target has no brackets.
    rests: [...rests, ...value.without((at) => taken.some(({ start, end }) => start <= at && at < end))],
  }
}

/** Whether a row whose target is blank is that of an indicator all the same: it says so, or what was reached. */
const isIndicator = (row: DraftIndicatorRow): boolean =>
  unmarked(row.name).marker?.style === 'indicator' ||
  [row.score, ...row.targets.map(({ actual }) => actual)].some((text) => filled(text) !== undefined)

/** Whether a row that has a value is named by a category and stands under none of level 2. */
const isNamedAsCategory = ({ name, headings, targets }: DraftIndicatorRow): boolean =>
  targets.some(hasContent) &&
  headings.every(({ level }) => level === 1) &&
  headings.length > 0 &&
  parseHeading(name)?.entries.some(({ level }) => level !== 1) === true

/** 指标2:, ……: with no value beside it, a row of the form that nobody filled in. */
const isTemplateName = (name: SpannedText): boolean => {
  const whole = name.trim()
  const [first] = findMarkers(whole)
  return first === undefined || first.start !== 0
    ? isTemplateItem(whole, undefined, whole)
    : isTemplateItem(whole, first, whole.trimmed(first.end))
}

/** Blank, or 无, with or without its number: a row of the form that isn't used. */
const isNothing = (name: SpannedText): boolean => {
  const [first] = findMarkers(name)
  const rest = first?.start === 0 && first.style === 'indicator' ? name.trimmed(first.end) : name
  return name.isBlank || (!rest.isBlank && isNotApplicable(rest))
}

const isSame = (heading: DraftHeading, open: DraftHeading | undefined): boolean =>
  open !== undefined && (open === heading || open.text.meaning === heading.text.meaning)

/**
 * 服务对象满意度 beside 产出 and 效益, each over headings of its own: where few headings of the column of level 1 are known as those of
 * level 2, these stand at level 1, too, unless the heading that they belong under is one of that column.
 */
const headsOfLevelOne = (rows: readonly DraftIndicatorRow[]): ReadonlySet<string> => {
  const known = new Map<string, readonly CategoryEntry[]>()
  for (const { headings } of rows) {
    const [first] = headings
    if (first?.level !== 1 || known.has(first.text.meaning)) continue
    known.set(first.text.meaning, categoriesMeant(headingName(unmarked(first.text).content).meaning, 1))
  }
  const ids = new Set([...known.values()].flat().map(({ id }) => id))
  const ofTwo = [...known].filter(
    ([, entries]) => entries.length > 0 && entries.every(({ level }) => level === 2),
  )
  if (ofTwo.length * 2 >= known.size) return new Set()
  const isApart = ([, entries]: (typeof ofTwo)[number]): boolean =>
    !entries.some(({ id }) => ids.has(levelOneOf(id)))
  return new Set(ofTwo.filter(isApart).map(([heading]) => heading))
}

/** A cell without the number in front: 1.培训人数, 一、产出指标. */
const unmarked = (
  text: SpannedText,
): { readonly marker: Marker | undefined; readonly content: SpannedText } => {
  // 指标: the number of the form was left out.
  if (text.folded.startsWith('指标:') && text.length > 3)
    return {
      marker: { text: text.slice(0, 3), style: 'indicator', ordinal: undefined },
      content: text.trimmed(3),
    }
  const [first] = findMarkers(text)
  if (first === undefined || first.start !== 0) return { marker: undefined, content: text }
  const { style, ordinal } = first
  const content = text.trimmed(first.end)
  return content.isBlank
    ? { marker: undefined, content: text }
    : { marker: { text: first.text, style, ordinal }, content }
}

/** The texts of cells in the order they are printed. */
const together = (cells: readonly (SpannedText | undefined)[]): SpannedText => {
  const filled = cells.filter((cell): cell is SpannedText => cell?.isBlank === false)
  // Between two cells stands a blank for their border.
  return SpannedText.join(
    filled.sort((a, b) => a.span.start - b.span.start),
    ' ',
    true,
  )
}

const directionOf = (text: SpannedText | undefined): Direction | undefined => {
  if (text === undefined) return undefined
  if (/正向|越大越好|越高越好/.test(text.folded)) return { text, better: 'higher' }
  return /[反负逆]向|越小越好|越低越好/.test(text.folded) ? { text, better: 'lower' } : undefined
}

/**
 * What a heading in a column of headings names: 项目管理 alone is none in a text, and the one over it may say the rest
 * (服务对象 or 具体指标 under 满意度).
 */
const namedInColumn = (
  content: SpannedText,
  level: 1 | 2,
  over: DraftHeading | undefined,
): readonly CategoryEntry[] => {
  const name = headingName(content).meaning
  const own = categoriesMeant(`${name}指标`, level)
  if (own.length > 0 || over === undefined) return own
  const rest = headingName(unmarked(over.text).content).meaning.replace(/指标$/, '')
  return categoriesMeant(`${name.replace(/指标$/, '')}${rest}`, level)
}
