import type { AgencyExtract, FilingExtract, ProjectExtract } from '../model/filing-extract.ts'
import type { Message } from '../model/finding.ts'
import { quoted } from '../rules/shared/quoted.ts'
import { isSameAgency } from './agencies.ts'
import { type CorpusProblem, type CorpusRule, named } from './corpus-rule.ts'
import { COPIED_GOAL, exampleFilings, exampleTable, OTHER_GOAL } from './example.ts'
import { recurring } from './key-set.ts'
import { otherPlace } from './place.ts'

const PARTS = [
  { part: 'goals', name: { zh: '绩效目标', en: 'goals' } },
  { part: 'indicators', name: { zh: '绩效指标', en: 'indicators' } },
] as const satisfies readonly { readonly part: keyof ProjectExtract; readonly name: Message }[]

export const copiedAcrossAgencies: CorpusRule = {
  id: 'copied-across-agencies',
  category: 'consistency',
  severity: 'info',
  docs: {
    summary: {
      zh: '不同单位的项目应有各自的绩效目标和指标。',
      en: 'Projects of different agencies have goals and indicators of their own.',
    },
    finds: {
      zh: '不同公开表中不同单位的两个项目，绩效目标或整套绩效指标（4 个以上）除单位、地区、项目名称和数字外文字完全相同。重复的公开表不再逐个项目报告。',
      en: 'Two projects of different agencies, in different filings, with identical goals or an identical set of at least four indicators, apart from numbers and the names of agency, place and project. Duplicate filings are not reported project by project.',
    },
    why: {
      zh: '文字完全相同，说明是从其他单位复制的，或套用了统一的文本，未结合本单位。',
      en: 'Identical wording was copied from another agency, or from a common template, and not adapted to this agency.',
    },
    fix: {
      zh: '结合本单位的项目重新编写；统一组织实施的项目可以保留。',
      en: "Rewrite the goals and indicators for the agency's own project. Projects of a jointly run programme may keep them.",
    },
    basis: {
      zh: '绩效目标应与项目直接相关（TEXT）。',
      en: 'Goals should relate directly to the project (TEXT).',
    },
    invalid: exampleFilings(
      [
        'first.txt',
        exampleTable('清河县2023年部门预算项目支出绩效目标公开表', '301\t清河县农业农村局', COPIED_GOAL),
      ],
      [
        'invalid.txt',
        exampleTable('青山县2023年部门预算项目支出绩效目标公开表', '301\t青山县林业局', COPIED_GOAL),
      ],
    ),
    valid: exampleFilings(
      [
        'first.txt',
        exampleTable('清河县2023年部门预算项目支出绩效目标公开表', '301\t清河县农业农村局', COPIED_GOAL),
      ],
      [
        'valid.txt',
        exampleTable('青山县2023年部门预算项目支出绩效目标公开表', '301\t青山县林业局', OTHER_GOAL),
      ],
    ),
  },

  *checkCorpus({ filings }) {
    const twice = recurring(digestsOf(filings))
    const known = new Map<string, Copied>()
    for (const owned of ownedProjects(filings)) {
      for (const { part, name } of PARTS) {
        const digest = owned.project[part]
        if (digest === '' || !twice.has(digest)) continue
        const key = part + digest
        const copied = known.get(key)
        if (copied === undefined) known.set(key, { what: name, first: owned, others: [] })
        else if (!isOfOne(owned, copied.first)) copied.others.push(owned)
      }
    }
    for (const { what, first, others } of known.values()) {
      for (const copy of others) yield copyOf(copy, first, what, others.length + 1)
    }
  },
}

interface OwnedProject {
  readonly filing: FilingExtract
  readonly project: ProjectExtract
  readonly agency: AgencyExtract
}

/** A text with the first project that has it, and those of other agencies. */
interface Copied {
  readonly what: Message
  readonly first: OwnedProject
  readonly others: OwnedProject[]
}

function* ownedProjects(filings: readonly FilingExtract[]): Generator<OwnedProject> {
  for (const filing of filings) {
    for (const project of filing.projects) {
      const agency = filing.agencies[project.agency]
      if (agency !== undefined) yield { filing, project, agency }
    }
  }
}

function* digestsOf(filings: readonly FilingExtract[]): Generator<string> {
  for (const { project } of ownedProjects(filings)) {
    for (const { part } of PARTS) if (project[part] !== '') yield project[part]
  }
}

/** Of one agency, or in one filing that is there twice. */
const isOfOne = (a: OwnedProject, b: OwnedProject): boolean =>
  a.filing === b.filing || isSameAgency(a.agency, b.agency) || a.filing.content === b.filing.content

const copyOf = (
  { filing, project, agency }: OwnedProject,
  first: OwnedProject,
  what: Message,
  count: number,
): CorpusProblem => {
  const [name, other] = [quoted(project.name), quoted(first.project.name)]
  const owner = first.agency.name
  return {
    file: filing.path,
    at: project.at,
    path: [named(project.name)],
    message: {
      zh: `项目${name}的${what.zh}与${owner}的项目${other}相同`,
      en: `the ${what.en} of the project ${name} are those of the project ${other} of ${owner}`,
    },
    because: {
      zh: `除名称和数字外文字完全相同，共有 ${count} 个项目如此。`,
      en: `The text is the same but for names and numbers, in ${count} projects.`,
    },
    elsewhere: [
      otherPlace(first.filing.path, first.project.at, {
        zh: '相同的项目',
        en: 'the project with the same text',
      }),
    ],
    data: {
      agency: agency.name,
      otherAgency: owner,
      otherProject: first.project.name,
      projects: String(count),
    },
  }
}
