import type { AgencyExtract, BaselineExtract, FilingExtract } from '../model/filing-extract.ts'
import { quoted } from '../rules/shared/quoted.ts'
import { agencyNameKey, compactName, isSameAgency } from './agencies.ts'
import { type CorpusProblem, type CorpusRule, named } from './corpus-rule.ts'
import { exampleFilings, exampleTable } from './example.ts'
import { KeySet } from './key-set.ts'
import { otherPlace } from './place.ts'
import { type Planned, plannedOf } from './plan.ts'

const GOAL = '目标1:推广水稻良种。'
const RATE = '一、产出指标 (一)数量指标 1.推广良种数量 ≥3种 二、效益指标 (一)社会效益指标 1.良种普及率 '
const REST = ' 三、满意度指标 1.农民满意度 ≥90%'

export const previousBaseline: CorpusRule = {
  id: 'previous-baseline',
  category: 'consistency',
  severity: 'info',
  docs: {
    summary: {
      zh: '以往年实际值为基准的指标，可在该单位往年的公开表中查到。',
      en: "A target measured against an earlier year can be compared with the agency's filing for that year.",
    },
    finds: {
      zh: '指标值以往年为基准（如“≥2021年实际值”），而该单位那一年的公开表也在文件夹中或由 --previous 给出：列出当时计划的指标值；那一年的同一项目没有这项指标的，也会说明。',
      en: "A target measured against an earlier year (such as ≥2021年实际值), if the agency's filing for that year is in the folder or given with --previous. The finding states the target planned then, or that the same project had no such indicator.",
    },
    why: {
      zh: '只写“≥上年实际值”，读者不知道要达到多少。当年的计划值说明了起点，也看得出目标是否降低。',
      en: 'Readers of ≥上年实际值 alone cannot tell what must be achieved. The target planned then shows the starting point, and whether the target was lowered.',
    },
    fix: {
      zh: '写明基准年的实际值，例如“≥92%（2021年实际值）”。',
      en: 'State the actual value of the base year, such as ≥92% (actual value of 2021).',
    },
    basis: {
      zh: '表中以“≥上一年实际值”为惯例（FORM）；绩效指标应细化、量化（TEXT）。',
      en: 'Forms conventionally ask for “≥ actual value of the previous year” (FORM); indicators should be specific and quantified (TEXT).',
    },
    invalid: exampleFilings(
      [
        '2022.txt',
        exampleTable(
          '清河县2022年部门预算项目支出绩效目标公开表',
          '301\t清河县农业农村局',
          GOAL,
          `${RATE}≥92%${REST}`,
        ),
      ],
      [
        'invalid.txt',
        exampleTable(
          '清河县2023年部门预算项目支出绩效目标公开表',
          '301\t清河县农业农村局',
          GOAL,
          `${RATE}≥2022年实际值${REST}`,
        ),
      ],
    ),
    valid: exampleFilings(
      [
        '2022.txt',
        exampleTable(
          '清河县2022年部门预算项目支出绩效目标公开表',
          '301\t清河县农业农村局',
          GOAL,
          `${RATE}≥92%${REST}`,
        ),
      ],
      [
        'valid.txt',
        exampleTable(
          '清河县2023年部门预算项目支出绩效目标公开表',
          '301\t清河县农业农村局',
          GOAL,
          `${RATE}≥94%${REST}`,
        ),
      ],
    ),
  },

  *checkCorpus({ filings, previous }) {
    const all = [...filings, ...previous]
    const years = new Set(all.map(({ year }) => year))
    const asking = filings.filter(({ baselines }) => baselines.some(({ year }) => years.has(year)))
    if (asking.length === 0) return
    const earlier = new EarlierFilings(all, askedFor(asking))
    for (const filing of asking) {
      for (const baseline of filing.baselines) {
        const problem = resolve(filing, baseline, earlier)
        if (problem !== undefined) yield problem
      }
    }
  },
}

/** What the agencies that indicators are measured by may be known by, each in its year. */
const askedFor = (filings: readonly FilingExtract[]): KeySet => {
  const asked = new KeySet()
  for (const filing of filings) {
    for (const { project, year } of filing.baselines) {
      const agency = ownerOf(filing, project)
      for (const key of agency === undefined ? [] : keysOf(agency, year)) asked.add(key)
    }
  }
  return asked
}

const ownerOf = ({ projects, agencies }: FilingExtract, project: number): AgencyExtract | undefined => {
  const owned = projects[project]
  return owned && agencies[owned.agency]
}

/** Filings by year and by what their agencies may be known by, since a folder may hold thousands. */
class EarlierFilings {
  readonly #byAgency = new Map<string, FilingExtract[]>()

  constructor(filings: readonly FilingExtract[], asked: KeySet) {
    for (const filing of filings) {
      const { year, agencies } = filing
      if (year === undefined) continue
      const keys = new Set(agencies.flatMap((agency) => keysOf(agency, year)))
      for (const key of keys) {
        if (!asked.has(key)) continue
        const known = this.#byAgency.get(key)
        if (known === undefined) this.#byAgency.set(key, [filing])
        else known.push(filing)
      }
    }
  }

  /** The filings that `agency` has a row in, of one year. */
  of(agency: AgencyExtract, year: number): readonly FilingExtract[] {
    const found = new Set(keysOf(agency, year).flatMap((key) => this.#byAgency.get(key) ?? []))
    return [...found].filter(({ agencies }) => agencies.some((other) => isSameAgency(agency, other)))
  }
}

const keysOf = ({ name, code, region }: AgencyExtract, year: number): readonly string[] => [
  `${year}\n${agencyNameKey(name)}`,
  ...(code === undefined || region === '' ? [] : [`${year}\n${code}\n${region}`]),
]

const resolve = (
  filing: FilingExtract,
  baseline: BaselineExtract,
  filings: EarlierFilings,
): CorpusProblem | undefined => {
  const project = filing.projects[baseline.project]
  const agency = ownerOf(filing, baseline.project)
  if (project === undefined || agency === undefined) return undefined
  const earlier = filings.of(agency, baseline.year).filter(({ path }) => path !== filing.path)
  for (const other of earlier) {
    const planned = plannedOf(other.plan, baseline.key)
    if (planned !== undefined) return resolved(filing, baseline, other, planned)
  }
  const name = compactName(project.name)
  for (const other of earlier) {
    const same = other.projects.find((candidate) => compactName(candidate.name) === name)
    if (same !== undefined) return unresolved(filing, baseline, other, same.at)
  }
  return undefined
}

const resolved = (
  filing: FilingExtract,
  baseline: BaselineExtract,
  other: FilingExtract,
  planned: Planned,
): CorpusProblem => ({
  ...whereOf(filing, baseline),
  message: {
    zh: `指标${quoted(baseline.name)}为“${baseline.printed}”；${baseline.year} 年公开表中计划的指标值是“${planned.target}”`,
    en: `the target of ${quoted(baseline.name)} is “${baseline.printed}”; the filing of ${baseline.year} planned “${planned.target}”`,
  },
  elsewhere: [
    otherPlace(other.path, planned.at, {
      zh: `${baseline.year} 年计划的指标值`,
      en: `what was planned for ${baseline.year}`,
    }),
  ],
  data: { year: String(baseline.year), now: baseline.printed, planned: planned.target },
})

const unresolved = (
  filing: FilingExtract,
  baseline: BaselineExtract,
  other: FilingExtract,
  at: string,
): CorpusProblem => ({
  ...whereOf(filing, baseline),
  message: {
    zh: `指标${quoted(baseline.name)}为“${baseline.printed}”，但同一项目在 ${baseline.year} 年的公开表中没有这项指标，基准无从查起`,
    en: `the target of ${quoted(baseline.name)} is “${baseline.printed}”, but the same project has no such indicator in the filing of ${baseline.year}`,
  },
  elsewhere: [
    otherPlace(other.path, at, {
      zh: `${baseline.year} 年的同一项目`,
      en: `the same project in ${baseline.year}`,
    }),
  ],
  data: { year: String(baseline.year), now: baseline.printed },
})

const whereOf = (
  { path, projects }: FilingExtract,
  { project, name, at }: BaselineExtract,
): Pick<CorpusProblem, 'file' | 'at' | 'path'> => ({
  file: path,
  at,
  path: [named(projects[project]?.name ?? ''), named(name)],
})
