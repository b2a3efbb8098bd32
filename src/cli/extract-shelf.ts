import type { FilingExtract } from '../corpus/extract.ts'
import type { Plan } from '../corpus/plan.ts'
import type { Spool } from './spool.ts'

/** An extract as it is put away: most of it is plan, and few plans are ever held against a later year. */
interface Parts extends Omit<FilingExtract, 'path' | 'plan'> {
  /** Where its plan is. */
  readonly planAt: number
}

/** So many extracts are at hand: a rule looks at several parts of one, and at two in turns. */
const AT_HAND = 16

/** Puts extracts away: of each only its path stays in memory. */
export class ExtractShelf {
  readonly #spool: Spool
  readonly #atHand = new Map<number, Parts>()

  constructor(spool: Spool) {
    this.#spool = spool
  }

  /** The same extract, read again when it is looked at. */
  take({ path, plan, ...rest }: FilingExtract): FilingExtract {
    const planAt = this.#spool.keep(JSON.stringify(plan))
    const parts: Parts = { ...rest, planAt }
    return new ShelvedExtract(path, this, this.#spool.keep(JSON.stringify(parts)))
  }

  partsAt(at: number): Parts {
    const known = this.#atHand.get(at)
    if (known !== undefined) return known
    const parts = JSON.parse(this.#spool.read(at)) as Parts
    if (this.#atHand.size >= AT_HAND) this.#atHand.clear()
    this.#atHand.set(at, parts)
    return parts
  }

  planAt(at: number): Plan {
    return JSON.parse(this.#spool.read(at)) as Plan
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

  get #parts(): Parts {
    return this.#shelf.partsAt(this.#at)
  }

  get format(): FilingExtract['format'] {
    return this.#parts.format
  }

  get year(): FilingExtract['year'] {
    return this.#parts.year
  }

  get content(): string {
    return this.#parts.content
  }

  get at(): FilingExtract['at'] {
    return this.#parts.at
  }

  get agencies(): FilingExtract['agencies'] {
    return this.#parts.agencies
  }

  get projects(): FilingExtract['projects'] {
    return this.#parts.projects
  }

  get baselines(): FilingExtract['baselines'] {
    return this.#parts.baselines
  }

  get plan(): Plan {
    return this.#shelf.planAt(this.#parts.planAt)
  }

  toJSON(): FilingExtract {
    const { planAt, ...rest } = this.#parts
    return { path: this.path, ...rest, plan: this.#shelf.planAt(planAt) }
  }
}
