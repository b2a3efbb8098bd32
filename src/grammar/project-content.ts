import type { Category, Goal, Indicator, Leftover } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import { parseGoals } from './goal.ts'
import { parseIndicatorRows } from './indicator-rows.ts'
import { parseOutline } from './outline.ts'

/** What stands in the cells of a project's goals and indicators. */
export interface ProjectContent {
  readonly goals: readonly Goal[]
  readonly categories: readonly Category[]
  /** Indicators before or without any heading. */
  readonly indicators: readonly Indicator[]
  readonly leftovers: readonly Leftover[]
}

/** Reads the cells of a project's goals and indicators. */
export const readContent = (row: DraftProject): ProjectContent => {
  const goals = row.goals.map(({ text, term }) => parseGoals(text, term))
  const outlines = row.indicators.map((text) => parseOutline(text))
  if (row.rows.length > 0) outlines.push(parseIndicatorRows(row.rows))
  return {
    goals: goals.flatMap((part) => part.goals),
    categories: outlines.flatMap((outline) => outline.categories),
    indicators: outlines.flatMap((outline) => outline.indicators),
    leftovers: [...goals, ...outlines].flatMap((part) => part.leftovers),
  }
}

/** So many projects are kept: the one that is looked at, and some that it is held against. */
const KEPT = 4

/**
 * The content of the projects of a large filing, read when it is asked for: that of the last few is kept, the
 * rest is read anew when it is asked for again.
 */
export class RecentContents {
  /** The one used last stands last. */
  readonly #recent = new Map<DraftProject, ProjectContent>()
  readonly #leftovers = new Map<DraftProject, readonly Leftover[]>()
  #last: DraftProject | undefined

  of(row: DraftProject): ProjectContent {
    const known = this.#recent.get(row)
    if (known !== undefined && this.#last === row) return known
    const content = known ?? this.#read(row)
    this.#recent.delete(row)
    this.#recent.set(row, content)
    this.#last = row
    return content
  }

  /** What no goal and no indicator was made of in the cells of a project; kept once it is known. */
  leftoversOf(row: DraftProject): readonly Leftover[] {
    return this.#leftovers.get(row) ?? this.of(row).leftovers
  }

  #read(row: DraftProject): ProjectContent {
    const content = readContent(row)
    this.#leftovers.set(row, content.leftovers.length === 0 ? NONE : content.leftovers)
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size < KEPT) break
      this.#recent.delete(oldest)
    }
    return content
  }
}

const NONE: readonly Leftover[] = []
