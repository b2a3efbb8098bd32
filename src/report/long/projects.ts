import { type Agency, type Amount, isMoneyStage, type MoneyStage } from '../../model/disclosure.ts'
import type { Language } from '../../model/finding.ts'
import { agenciesOf, indicatorsOf } from '../../model/walk.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { ParsedFile } from '../report.ts'
import {
  type LongTable,
  type OwnedProject,
  optional,
  ownedProjects,
  plain,
  plainAll,
  tableOf,
} from './long-table.ts'
import { FILE_COLUMNS, OWNER_COLUMNS, placeColumns, yuanColumns } from './shared-columns.ts'

/** One row per project. */
export const projectTable = (files: readonly ParsedFile[], language: Language): LongTable =>
  tableOf(ownedProjects(files), [
    ...OWNER_COLUMNS,
    ...yuanColumns<OwnedProject>('amount', ({ project }) => project.amount),
    { name: 'amount', type: 'text', of: ({ project }) => plain(project.amount.text) },
    { name: 'goals', type: 'integer', of: ({ project }) => project.goals.length },
    { name: 'indicators', type: 'integer', of: ({ project }) => indicatorsOf(project).length },
    { name: 'period', type: 'text', of: ({ project }) => plain(project.period?.text) },
    ...optional<OwnedProject>([
      {
        name: 'results',
        type: 'text',
        of: ({ project }) => plainAll(project.results.map(({ text }) => text)),
      },
    ]),
    ...placeColumns<OwnedProject>(({ project }) => project.name.span, language),
  ])

interface GoalRow extends OwnedProject {
  readonly goal: OwnedProject['project']['goals'][number]
  readonly index: number
}

/** One row per goal. */
export const goalTable = (files: readonly ParsedFile[], language: Language): LongTable => {
  const rows = ownedProjects(files).flatMap((owned) =>
    owned.project.goals.map((goal, i): GoalRow => ({ ...owned, goal, index: i + 1 })),
  )
  return tableOf(rows, [
    ...OWNER_COLUMNS,
    { name: 'goal_number', type: 'integer', of: ({ goal, index }) => goal.marker?.ordinal ?? index },
    { name: 'term', type: 'text', of: ({ goal }) => goal.term },
    { name: 'goal', type: 'text', of: ({ goal }) => plain(goal.text) },
    ...placeColumns<GoalRow>(({ goal }) => goal.span, language),
  ])
}

interface AmountRow {
  readonly file: ParsedFile
  /** What the amount is of: a total, an agency, a subtotal, a project, a part of its money or a cell of its money table. */
  readonly of: 'total' | Agency['role'] | 'project' | 'funding' | 'money'
  readonly agency: Agency | undefined
  readonly project: SpannedText | undefined
  readonly name: SpannedText
  readonly amount: Amount
  /** Of cells of a money table. */
  readonly stage?: MoneyStage
  /** The header of its column in a money table. */
  readonly label?: SpannedText
}

/** One row per amount: totals, agencies, subtotals, projects, the parts of their money and what became of it. */
export const amountTable = (files: readonly ParsedFile[], language: Language): LongTable =>
  tableOf(
    files.flatMap((file) => [...sumsOf(file), ...ownedProjects([file]).flatMap(amountsOf)]),
    [
      ...FILE_COLUMNS,
      { name: 'of', type: 'text', of: (row) => row.of },
      { name: 'agency_code', type: 'text', of: ({ agency }) => plain(agency?.code) },
      { name: 'agency', type: 'text', of: ({ agency }) => plain(agency?.name) },
      { name: 'project', type: 'text', of: ({ project }) => plain(project) },
      { name: 'name', type: 'text', of: ({ name }) => plain(name) },
      ...optional<AmountRow>([
        { name: 'stage', type: 'text', of: ({ stage }) => stage },
        { name: 'stage_label', type: 'text', of: ({ label }) => plain(label) },
      ]),
      ...yuanColumns<AmountRow>('amount', moneyIn),
      { name: 'amount', type: 'text', of: ({ amount }) => plain(amount.text) },
      ...optional<AmountRow>([{ name: 'number', type: 'number', of: numberIn }]),
      ...placeColumns<AmountRow>(({ amount }) => amount.span, language),
    ],
  )

const isMoney = (stage: MoneyStage | undefined): boolean => stage === undefined || isMoneyStage(stage)

/** Rates, points and scores are numbers, and no money. */
const moneyIn = ({ amount, stage }: AmountRow): Amount | undefined => (isMoney(stage) ? amount : undefined)

const numberIn = ({ amount, stage }: AmountRow): number | undefined =>
  isMoney(stage) || amount.kind !== 'amount' ? undefined : amount.numeral.value.toNumber()

const sumsOf = (file: ParsedFile): readonly AmountRow[] => [
  ...file.disclosure.totals.map(
    ({ name, amount }): AmountRow => ({
      file,
      of: 'total',
      agency: undefined,
      project: undefined,
      name,
      amount,
    }),
  ),
  ...agenciesOf(file.disclosure).map(
    (agency): AmountRow => ({
      file,
      of: agency.role,
      agency: agency.role === 'agency' ? agency : undefined,
      project: undefined,
      name: agency.name,
      amount: agency.amount,
    }),
  ),
]

const amountsOf = ({ file, project, agency }: OwnedProject): readonly AmountRow[] => {
  const shared = { file, agency, project: project.name }
  return [
    { ...shared, of: 'project', name: project.name, amount: project.amount },
    ...project.funding.map(({ name, amount }): AmountRow => ({ ...shared, of: 'funding', name, amount })),
    ...project.money.map(
      ({ source, label, amount, stage }): AmountRow => ({
        ...shared,
        of: 'money',
        name: source ?? project.name,
        amount,
        stage,
        label,
      }),
    ),
  ]
}
