import { mapped } from '../collect.ts'
import type { Category, Indicator, Marker } from '../model/disclosure.ts'
import { contains, inOrder } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { CategoryId } from '../vocabulary/categories.ts'
import { withNamedUnit } from './named-unit.ts'
import { endBefore } from './quantity/characters.ts'
import { parseWeightCell, takeHeadingWeight } from './weight.ts'

interface OpenCategory extends Omit<Category, 'span' | 'children'> {
  readonly children: (OpenCategory | Indicator)[]
  /** The heading stands in the header of the table, apart from what stands under it. */
  readonly isAbove: boolean
  /** Bare values under it are costs: caps, and money where they have no unit. */
  readonly isCost: boolean
  /** Rows of the form stand under it that nobody filled in. */
  isUnused: boolean
}

/** What a heading cell or line says. */
export interface HeadingParts {
  /** The whole heading: marker, name and what follows the name (a colon, points). */
  readonly heading: SpannedText
  /** The cell beside it that holds its points. */
  readonly points?: SpannedText | undefined
  readonly marker: Marker | undefined
  readonly name: SpannedText
  readonly is: CategoryId | undefined
  /** It stands in the header of the table, over the columns of what belongs to it. */
  readonly isAbove?: boolean
}

/** Puts headings and indicators, in the order they are printed, under one another. */
export class CategoryTree {
  readonly #roots: OpenCategory[] = []
  readonly #indicators: Indicator[] = []
  #levelOne: OpenCategory | undefined
  #hasLevelOne = false
  #levelTwo: OpenCategory | undefined

  /** The level-1 heading that what comes next stands under. */
  get levelOne(): CategoryId | undefined {
    return this.#levelOne?.is
  }

  /**
   * Whether a heading is of level 2 although its words are of level 1: 满意度指标 behind headings that are all of level 2, as every such
   * filing has it.
   */
  isAmongLevelTwo(is: CategoryId | undefined): boolean {
    return is === 'satisfaction' && !this.#hasLevelOne && this.#roots.some(({ kind }) => kind === 'category')
  }

  /** Whether there is a level-2 heading over what comes next. */
  get hasLevelTwo(): boolean {
    return this.#levelTwo !== undefined
  }

  /** Whether bare values here are costs: caps, and money where they have no unit. */
  get isCost(): boolean {
    return this.#levelTwo?.isCost === true || this.#levelOne?.isCost === true
  }

  /** Opens a heading; the cell of its points, where it says none, or the heading says them itself. */
  open(
    { heading, points, marker, name, is, isAbove = false }: HeadingParts,
    level: 1 | 2,
  ): SpannedText | undefined {
    const own = takeHeadingWeight(heading.slice(0, endBefore(heading.folded, ':;,。'))).weight
    const weight = own ?? (points && parseWeightCell(points))
    const unused = own === undefined && weight !== undefined ? undefined : points
    const category: OpenCategory = {
      kind: 'category',
      level,
      heading,
      marker,
      name,
      is,
      weight,
      children: [],
      isAbove,
      isCost: isCostId(is),
      isUnused: false,
    }
    if (level === 1) {
      this.#roots.push(category)
      this.#levelOne = category
      this.#levelTwo = undefined
      this.#hasLevelOne = true
      return unused
    }
    const siblings = this.#levelOne?.children ?? this.#roots
    siblings.push(category)
    this.#levelTwo = category
    return unused
  }

  /**
   * Goes back to a heading of the same name, at the same place in the tree, whose rows came apart; whether
   * there is one.
   */
  reopen(name: string, level: 1 | 2): boolean {
    const siblings = level === 1 ? this.#roots : (this.#levelOne?.children ?? this.#roots)
    const found = siblings.find(
      (child): child is OpenCategory =>
        child.kind === 'category' && child.level === level && child.name.meaning === name,
    )
    if (found === undefined) return false
    if (level === 1) {
      this.#levelOne = found
      this.#levelTwo = undefined
    } else this.#levelTwo = found
    return true
  }

  /** Puts a heading with all that stands under it here; what comes next doesn't stand under it. */
  adopt(category: Category): void {
    if (category.level === 1) this.close(1)
    const siblings = this.#levelOne?.children ?? this.#roots
    siblings.push(openAgain(category))
    this.#levelTwo = undefined
  }

  /** Leaves the headings above: what comes next stands under none of them. */
  close(level: 1 | 2): void {
    this.#levelTwo = undefined
    if (level === 1) this.#levelOne = undefined
  }

  add(indicator: Indicator): void {
    const children = this.#levelTwo?.children ?? this.#levelOne?.children ?? this.#indicators
    children.push(withNamedUnit(indicator))
  }

  /** A row of the form that nobody filled in stands here: a heading over nothing else is none. */
  leaveUnused(): void {
    const heading = this.#levelTwo ?? this.#levelOne
    if (heading !== undefined) heading.isUnused = true
  }

  /** The tree, and the headings over nothing but rows that nobody filled in. */
  finish(): FinishedTree {
    const unused: SpannedText[] = []
    const roots = this.#roots.filter((root) => isUsed(root, unused))
    return { categories: mapped(roots, closeCategory), indicators: this.#indicators, unused }
  }
}

interface FinishedTree {
  readonly categories: readonly Category[]
  readonly indicators: readonly Indicator[]
  readonly unused: readonly SpannedText[]
}

/** Takes the unused headings out of a category, and tells whether it is used itself. */
const isUsed = (category: OpenCategory, unused: SpannedText[]): boolean => {
  const { children } = category
  const used = children.filter((child) => child.kind !== 'category' || isUsed(child, unused))
  const isUnused = used.length === 0 && (category.isUnused || children.length > 0)
  children.splice(0, children.length, ...used)
  if (isUnused) {
    const { heading, weight } = category
    unused.push(heading)
    if (weight !== undefined && !contains(heading.span, weight.text.span)) unused.push(weight.text)
  }
  return !isUnused
}

const isCostId = (id: CategoryId | undefined): boolean => id === 'cost' || id?.endsWith('-cost') === true

const openAgain = ({ children, ...category }: Category): OpenCategory => ({
  ...category,
  isAbove: false,
  isCost: isCostId(category.is),
  isUnused: false,
  children: children.map((child) => (child.kind === 'category' ? openAgain(child) : child)),
})

const closeCategory = (open: OpenCategory): Category => {
  const { kind, level, heading, marker, name, is, weight, isAbove } = open
  const children: (Category | Indicator)[] = []
  const own = heading.span
  let start = isAbove ? Number.POSITIVE_INFINITY : own.start
  let end = isAbove ? -1 : own.end
  for (const child of open.children) {
    const closed = child.kind === 'category' ? closeCategory(child) : child
    children.push(closed)
    start = Math.min(start, closed.span.start)
    end = Math.max(end, closed.span.end)
  }
  const span = end < 0 ? own : { start, end }
  // A name in the header of a column stands before the rows above it in the tree.
  return { kind, level, span, heading, marker, name, is, weight, children: inOrder(children) }
}
