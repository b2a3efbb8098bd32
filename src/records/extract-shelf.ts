import type { FilingExtract, Plan } from '../model/filing-extract.ts'
import type { Spool } from './spool.ts'

/** What stays in memory of an extract: little, and asked for of all of them by every rule. */
type Kept = Pick<FilingExtract, 'path' | 'format' | 'year' | 'content'>

/** An extract as it is put away: without its largest parts, which not all rules look at. */
interface Head extends Omit<FilingExtract, keyof Kept | 'projects' | 'plan'> {
  /** Where these are. */
  readonly projectsAt: number
  readonly planAt: number
}

/** So many extracts are at hand: a rule looks at several parts of one, and at two in turns. */
const AT_HAND = 8

/** Puts extracts away. */
export class ExtractShelf {
  readonly #spool: Spool
  /** In turns. No map: V8 links each table of a cleared map to the next, and makes old what they all hold. */
  readonly #atHand: { readonly at: number; readonly value: unknown }[] = []
  #oldest = 0

  constructor(spool: Spool) {
    this.#spool = spool
  }

  /** The same extract, read again when it is looked at. */
  take({ path, format, year, content, projects, plan, ...rest }: FilingExtract): FilingExtract {
    const planAt = this.#keep(plan)
    const head: Head = { ...rest, projectsAt: this.#keep(projects), planAt }
    return new ShelvedExtract({ path, format, year, content }, this, this.#keep(head))
  }

  /** What was put away at `at`. */
  read(at: number): unknown {
    const known = this.#atHand.find((one) => one.at === at)
    if (known !== undefined) return known.value
    const value = JSON.parse(this.#spool.read(at))
    this.#atHand[this.#oldest] = { at, value }
    this.#oldest = (this.#oldest + 1) % AT_HAND
    return value
  }

  #keep(value: object): number {
    return this.#spool.keep(JSON.stringify(value))
  }
}

class ShelvedExtract implements FilingExtract {
  readonly #kept: Kept
  readonly #shelf: ExtractShelf
  readonly #at: number

  constructor(kept: Kept, shelf: ExtractShelf, at: number) {
    this.#kept = kept
    this.#shelf = shelf
    this.#at = at
  }

  get #head(): Head {
    return this.#shelf.read(this.#at) as Head
  }

  get path(): string {
    return this.#kept.path
  }

  get format(): FilingExtract['format'] {
    return this.#kept.format
  }

  get year(): FilingExtract['year'] {
    return this.#kept.year
  }

  get content(): string {
    return this.#kept.content
  }

  get at(): FilingExtract['at'] {
    return this.#head.at
  }

  get agencies(): FilingExtract['agencies'] {
    return this.#head.agencies
  }

  get projects(): FilingExtract['projects'] {
    return this.#shelf.read(this.#head.projectsAt) as FilingExtract['projects']
  }

  get baselines(): FilingExtract['baselines'] {
    return this.#head.baselines
  }

  get plan(): Plan {
    return this.#shelf.read(this.#head.planAt) as Plan
  }

  toJSON(): FilingExtract {
    const { projectsAt: _, planAt: __, baselines, ...rest } = this.#head
    return { ...this.#kept, ...rest, projects: this.projects, baselines, plan: this.plan }
  }
}
