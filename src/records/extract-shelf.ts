import type { FilingExtract, Plan } from '../model/filing-extract.ts'
import type { Spool } from './spool.ts'

/** An extract as it is put away: without its largest parts, which not all rules look at. */
interface Head extends Omit<FilingExtract, 'path' | 'projects' | 'plan'> {
  /** Where these are. */
  readonly projectsAt: number
  readonly planAt: number
}

/** So many extracts are at hand: a rule looks at several parts of one, and at two in turns. */
const AT_HAND = 8

/** Puts extracts away: of each only its path stays in memory. */
export class ExtractShelf {
  readonly #spool: Spool
  /** In turns. No map: V8 links each table of a cleared map to the next, and makes old what they all hold. */
  readonly #atHand: { readonly at: number; readonly value: unknown }[] = []
  #oldest = 0

  constructor(spool: Spool) {
    this.#spool = spool
  }

  /** The same extract, read again when it is looked at. */
  take({ path, projects, plan, ...rest }: FilingExtract): FilingExtract {
    const planAt = this.#keep(plan)
    const head: Head = { ...rest, projectsAt: this.#keep(projects), planAt }
    return new ShelvedExtract(path, this, this.#keep(head))
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
  readonly path: string
  readonly #shelf: ExtractShelf
  readonly #at: number

  constructor(path: string, shelf: ExtractShelf, at: number) {
    this.path = path
    this.#shelf = shelf
    this.#at = at
  }

  get #head(): Head {
    return this.#shelf.read(this.#at) as Head
  }

  get format(): FilingExtract['format'] {
    return this.#head.format
  }

  get year(): FilingExtract['year'] {
    return this.#head.year
  }

  get content(): string {
    return this.#head.content
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
    return { path: this.path, ...rest, projects: this.projects, baselines, plan: this.plan }
  }
}
