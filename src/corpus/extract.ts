import type { Agency, Disclosure, Project } from '../model/disclosure.ts'
import type { Baseline } from '../model/measure.ts'
import { indicatorsOf } from '../model/walk.ts'
import type { ParsedFile } from '../report/report.ts'
import type { Format } from '../source/format.ts'
import type { Source } from '../source/source.ts'
import { compactName, issuerOf } from './agency-name.ts'
import { digestGoals, digestIndicators } from './bare-text.ts'
import { digestContent } from './content.ts'
import { type PackedPlace, packPlace } from './place.ts'
import { type Plan, PlanWriter, planKeysOf } from './plan.ts'
import { regionOf } from './region.ts'

/**
 * What is kept of a filing to hold it against others: a few kilobytes of names and digests, no tree
 * and no text. Plain data, so that it can be stored and sent between threads. Until it was, its names hold
 * on to the filing's text.
 */
export interface FilingExtract {
  readonly path: string
  readonly format: Format
  /** The budget year. */
  readonly year?: number | undefined
  /** Digest of all that it says; empty where it has no projects. */
  readonly content: string
  /** Its title, or what it begins with. */
  readonly at: PackedPlace
  /** The issuer first, where the title names one and no row does. */
  readonly agencies: readonly AgencyExtract[]
  readonly projects: readonly ProjectExtract[]
  readonly baselines: readonly BaselineExtract[]
  readonly plan: Plan
}

export interface AgencyExtract {
  readonly code?: string
  /** As printed, broken words joined. */
  readonly name: string
  /** The smallest place that its name, or else the filing's title, names; may be empty. */
  readonly region: string
  readonly at: PackedPlace
}

export interface ProjectExtract {
  readonly name: string
  /** Its place in `agencies`; -1 where nothing tells whose it is. */
  readonly agency: number
  readonly at: PackedPlace
  /** Digests of its goals and its set of indicators; empty where they are too short to tell anything. */
  readonly goals: string
  readonly indicators: string
}

/** An indicator that is measured against an earlier year. */
export interface BaselineExtract {
  /** Its place in `projects`. */
  readonly project: number
  readonly name: string
  readonly printed: string
  /** The year that it is measured against. */
  readonly year: number
  /** Where it stands in a plan. */
  readonly key: string
  readonly at: PackedPlace
}

/** What is needed of a file that was read. */
export type FilingFile = Pick<ParsedFile, 'path' | 'format' | 'source' | 'disclosure'>

/** Takes from a filing what the comparison with others needs. */
export const extractFiling = (file: FilingFile): FilingExtract => {
  const { path, format, source, disclosure } = file
  const { year, title } = disclosure
  return {
    path,
    format,
    ...(year === undefined ? {} : { year: year.value }),
    content: digestContent(disclosure),
    at: packPlace(source, title?.span ?? { start: disclosure.span.start, end: disclosure.span.start }),
    ...new Extractor(source, disclosure).extract(),
  }
}

class Extractor {
  readonly #source: Source
  readonly #disclosure: Disclosure
  readonly #region: string
  readonly #agencies: AgencyExtract[] = []
  readonly #projects: ProjectExtract[] = []
  readonly #baselines: BaselineExtract[] = []
  readonly #plan = new PlanWriter()

  constructor(source: Source, disclosure: Disclosure) {
    this.#source = source
    this.#disclosure = disclosure
    this.#region = regionOf(issuerOf(disclosure.title?.text ?? ''))
  }

  extract(): Pick<FilingExtract, 'agencies' | 'projects' | 'baselines' | 'plan'> {
    const { agencies, projects } = this.#disclosure
    const issuer = this.#addIssuer()
    for (const project of projects) this.#addProject(project, issuer)
    for (const agency of agencies) this.#addAgency(agency, issuer)
    return {
      agencies: this.#agencies,
      projects: this.#projects,
      baselines: this.#baselines,
      plan: this.#plan.finish(),
    }
  }

  #addIssuer(): number {
    const { title, agencies } = this.#disclosure
    const name = title === undefined ? '' : issuerOf(title.text)
    if (title === undefined || name === '' || agencies.some(({ role }) => role === 'agency')) return -1
    return this.#push({ name, region: this.#region, at: packPlace(this.#source, title.span) })
  }

  #addAgency(agency: Agency, above: number): void {
    const name = compactName(agency.name.text)
    const own =
      agency.role === 'agency'
        ? this.#push({
            ...(agency.code === undefined ? {} : { code: compactName(agency.code.text) }),
            name,
            region: regionOf(name) || this.#region,
            at: packPlace(this.#source, agency.name.span),
          })
        : above
    for (const project of agency.projects) this.#addProject(project, own)
    for (const child of agency.agencies) this.#addAgency(child, own)
  }

  #push(agency: AgencyExtract): number {
    this.#agencies.push(agency)
    return this.#agencies.length - 1
  }

  #addProject(project: Project, agency: number): void {
    const owner = this.#agencies[agency]
    const own = {
      project: project.name.meaning,
      agency: owner?.name ?? '',
      region: owner?.region ?? this.#region,
    }
    this.#projects.push({
      name: own.project,
      agency,
      at: packPlace(this.#source, project.name.span),
      goals: digestGoals(project, own),
      indicators: digestIndicators(project, own),
    })
    this.#addPlan(project)
  }

  #addPlan(project: Project): void {
    const keyOf = planKeysOf(project)
    for (const placed of indicatorsOf(project)) {
      const { name, target } = placed.indicator
      const key = keyOf(placed)
      const at = packPlace(this.#source, target.span)
      if (target.kind !== 'blank') this.#plan.add(key, target.text.meaning, at)
      const year = target.kind === 'baseline' ? this.#yearOf(target.baseline) : undefined
      if (year === undefined) continue
      this.#baselines.push({
        project: this.#projects.length - 1,
        name: name.meaning,
        printed: target.text.meaning,
        year,
        key,
        at,
      })
    }
  }

  /** 上年 is told from the budget year; without that it names no year. */
  #yearOf({ year, yearsBack }: Baseline): number | undefined {
    const budget = this.#disclosure.year?.value
    if (year !== undefined) return year
    return budget === undefined || yearsBack === undefined ? undefined : budget - yearsBack
  }
}
