import { collectAll, mapped } from '../collect.ts'
import type { Category, Goal, Indicator, Leftover, Project } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import { dropContent } from '../remember.ts'
import { parseGoals } from './goal.ts'
import { parseIndicatorRows } from './indicator-rows.ts'
import { parseOutline } from './outline.ts'
import { isListedUnit } from './quantity/index.ts'

/** What stands in the cells of a project's goals and indicators. */
export interface ProjectContent {
  readonly goals: readonly Goal[]
  readonly results: readonly Goal[]
  readonly categories: readonly Category[]
  /** Indicators before or without any heading. */
  readonly indicators: readonly Indicator[]
  readonly leftovers: readonly Leftover[]
}

/** Reads the cells of a project's goals and indicators. */
export const readContent = (row: DraftProject): ProjectContent => {
  const outlines = mapped(row.indicators, (text) => parseOutline(text))
  if (row.rows.length > 0) outlines.push(parseIndicatorRows(row.rows))
  const indicators = collectAll(outlines, (outline) => outline.indicators)
  const categories = collectAll(outlines, (outline) => outline.categories)
  const units = unlistedUnits([...categories, ...indicators])
  const goals = mapped(row.goals, ({ text, term }) => parseGoals(text, term, units))
  const results = mapped(row.results, (text) => parseGoals(text, undefined, units))
  return {
    goals: collectAll(goals, (part) => part.goals),
    results: collectAll(results, (part) => part.goals),
    categories,
    indicators,
    leftovers: collectAll([...goals, ...results, ...outlines], (part) => part.leftovers),
  }
}

/** 基 of ≥200基: units of targets that no table holds, which their place told. */
const unlistedUnits = (
  nodes: readonly (Category | Indicator)[],
  found = new Set<string>(),
): ReadonlySet<string> | undefined => {
  for (const node of nodes) {
    if (node.kind === 'category') unlistedUnits(node.children, found)
    else if (node.target.kind === 'measured') {
      const { unit } = node.target.measure
      if (unit?.dimension === 'things' && !isListedUnit(unit.base)) found.add(unit.base)
    }
  }
  return found.size === 0 ? undefined : found
}

/** So many projects are kept: the one that is looked at, and some that it is compared with. */
const KEPT = 4

/**
 * The content of the projects of a large filing, read when it is asked for: that of the last few is kept, the
 * rest is read anew when it is asked for again.
 */
export class RecentContents {
  /** A ring, and not a map: a map that entries go in and out of all the time becomes old with all of them. */
  readonly #rows: (DraftProject | undefined)[] = Array.from({ length: KEPT }, () => undefined)
  readonly #contents: (ProjectContent | undefined)[] = Array.from({ length: KEPT }, () => undefined)
  #next = 0
  readonly #leftovers = new Map<DraftProject, readonly Leftover[]>()

  of(row: DraftProject): ProjectContent {
    return this.#contents[this.#rows.indexOf(row)] ?? this.#read(row)
  }

  /** What no goal and no indicator was made of in the cells of a project; kept once it is known. */
  leftoversOf(row: DraftProject): readonly Leftover[] {
    return this.#leftovers.get(row) ?? this.of(row).leftovers
  }

  #read(row: DraftProject): ProjectContent {
    const content = readContent(row)
    this.#leftovers.set(row, content.leftovers.length === 0 ? NONE : content.leftovers)
    this.#rows[this.#next] = row
    this.#contents[this.#next] = content
    this.#next = (this.#next + 1) % KEPT
    if (this.#next === 0) dropContent()
    return content
  }
}

const NONE: readonly Leftover[] = []

/** A project whose goals and indicators are read when they are asked for. */
export class RecentProject implements Project {
  readonly kind = 'project'
  readonly span: Project['span']
  readonly code: Project['code']
  readonly name: Project['name']
  readonly amount: Project['amount']
  readonly funding: Project['funding']
  readonly money: Project['money']
  readonly period: Project['period']
  readonly totalScore: Project['totalScore']
  readonly #row: DraftProject
  readonly #contents: RecentContents

  constructor(head: ProjectHead, row: DraftProject, contents: RecentContents) {
    this.span = head.span
    this.code = head.code
    this.name = head.name
    this.amount = head.amount
    this.funding = head.funding
    this.money = head.money
    this.period = head.period
    this.totalScore = head.totalScore
    this.#row = row
    this.#contents = contents
  }

  get goals(): readonly Goal[] {
    return this.#contents.of(this.#row).goals
  }

  get results(): readonly Goal[] {
    return this.#contents.of(this.#row).results
  }

  get categories(): readonly Category[] {
    return this.#contents.of(this.#row).categories
  }

  get indicators(): readonly Indicator[] {
    return this.#contents.of(this.#row).indicators
  }

  toJSON(): Project {
    const { leftovers: _, ...content } = this.#contents.of(this.#row)
    return { ...this, ...content }
  }
}

/** What a project's row says beside its goals and indicators. */
export type ProjectHead = Omit<Project, 'kind' | 'goals' | 'results' | 'categories' | 'indicators'>
