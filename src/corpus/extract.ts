import type { Agency, Disclosure, Project } from '../model/disclosure.ts'
import type {
  AgencyExtract,
  BaselineExtract,
  FilingExtract,
  ProjectExtract,
} from '../model/filing-extract.ts'
import { type LocatedFile, type Locator, locatorOf } from '../model/locator.ts'
import type { Baseline } from '../model/measure.ts'
import { indicatorsOf } from '../model/walk.ts'
import type { Format } from '../source/format.ts'
import type { Source } from '../source/source.ts'
import { compactName, issuerOf, regionOf } from './agencies.ts'
import { digestContent, digestGoals, digestIndicators } from './content.ts'
import { packOwnPlace, packPlace } from './place.ts'
import { PlanWriter, planKeysOf } from './plan.ts'

/** What is needed of a file that was read. */
export interface FilingFile extends LocatedFile {
  readonly path: string
  readonly format: Format
}

/** Takes from a filing what the comparison with others needs. */
export const extractFiling = (file: FilingFile): FilingExtract => {
  const { path, format, disclosure } = file
  const { year, title } = disclosure
  const locator = locatorOf(file)
  return {
    path,
    format,
    ...(year === undefined ? {} : { year: year.value }),
    content: digestContent(disclosure),
    at: packOwnPlace(locator, title?.span ?? { start: disclosure.span.start, end: disclosure.span.start }),
    ...new Extractor(file, locator).extract(),
  }
}

class Extractor {
  readonly #source: Source
  readonly #locator: Locator
  readonly #disclosure: Disclosure
  readonly #region: string
  readonly #agencies: AgencyExtract[] = []
  readonly #projects: ProjectExtract[] = []
  readonly #baselines: BaselineExtract[] = []
  readonly #plan = new PlanWriter()

  constructor({ source, disclosure }: LocatedFile, locator: Locator) {
    this.#source = source
    this.#locator = locator
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
    return this.#push({ name, region: this.#region, at: packOwnPlace(this.#locator, title.span) })
  }

  #addAgency(agency: Agency, above: number): void {
    const name = compactName(agency.name.text)
    const own =
      agency.role === 'agency'
        ? this.#push({
            ...(agency.code === undefined ? {} : { code: compactName(agency.code.text) }),
            name,
            region: regionOf(name) || this.#region,
            at: packOwnPlace(this.#locator, agency.name.span),
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
      at: packOwnPlace(this.#locator, project.name.span),
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
        at: packOwnPlace(this.#locator, target.span),
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
