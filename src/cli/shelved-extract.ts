import type { FilingExtract } from '../corpus/extract.ts'
import type { Plan } from '../corpus/plan.ts'

/** An extract whose plan is put away: most of it is plan, and few are ever held against a later year. */
export class ShelvedExtract implements FilingExtract {
  readonly path: FilingExtract['path']
  readonly format: FilingExtract['format']
  readonly year?: number
  readonly content: FilingExtract['content']
  readonly at: FilingExtract['at']
  readonly agencies: FilingExtract['agencies']
  readonly projects: FilingExtract['projects']
  readonly baselines: FilingExtract['baselines']
  readonly #readPlan: () => string

  constructor(extract: Omit<FilingExtract, 'plan'>, readPlan: () => string) {
    this.path = extract.path
    this.format = extract.format
    if (extract.year !== undefined) this.year = extract.year
    this.content = extract.content
    this.at = extract.at
    this.agencies = extract.agencies
    this.projects = extract.projects
    this.baselines = extract.baselines
    this.#readPlan = readPlan
  }

  get plan(): Plan {
    return JSON.parse(this.#readPlan()) as Plan
  }

  toJSON(): FilingExtract {
    const { path, format, year, content, at, agencies, projects, baselines, plan } = this
    return {
      path,
      format,
      ...(year === undefined ? {} : { year }),
      content,
      at,
      agencies,
      projects,
      baselines,
      plan,
    }
  }
}
