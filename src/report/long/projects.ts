import { type Amount, type Goal, isMoneyStage, type MoneyStage } from '../../model/disclosure.ts'
import { indicatorsOf } from '../../model/walk.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { ParsedFile } from '../report.ts'
import {
  column,
  filingIn,
  type OwnedAgency,
  type OwnedProject,
  optional,
  ownedIn,
  plain,
  plainAll,
  tableOf,
} from './long-table.ts'
import {
  AGENCY_COLUMNS,
  FILING_COLUMNS,
  OWNER_COLUMNS,
  PROJECT_COLUMNS,
  PROJECT_ID,
  placeColumns,
  yuanColumn,
} from './shared-columns.ts'

/** One row per project. */
export const PROJECTS = tableOf<OwnedProject>(
  {
    name: 'projects',
    title: { zh: '项目', en: 'Projects' },
    about: { zh: '每行一个项目', en: 'one row per project' },
  },
  [
    PROJECT_ID,
    ...FILING_COLUMNS,
    ...AGENCY_COLUMNS,
    ...PROJECT_COLUMNS,
    yuanColumn<OwnedProject>('amount_yuan', '金额（元）', ({ project }) => project.amount),
    column('amount', 'text', '金额（原文）', ({ project }) => plain(project.amount.text)),
    column('goals', 'integer', '绩效目标数', ({ project }) => project.goals.length),
    column('indicators', 'integer', '绩效指标数', ({ project }) => indicatorsOf(project).length),
    column('period', 'text', '项目期限', ({ project }) => plain(project.period?.text)),
    ...optional<OwnedProject>([
      column('results', 'text', '实际完成情况', ({ project }) =>
        plainAll(project.results.map(({ text }) => text)),
      ),
    ]),
    ...placeColumns<OwnedProject>(({ project }) => project.name.span),
  ],
  (file) => filingIn(file).flatMap((filing) => ownedIn(filing).projects),
)

interface GoalRow extends OwnedProject {
  readonly goal: Goal
  readonly number: number
}

/** One row per goal. */
export const GOALS = tableOf<GoalRow>(
  {
    name: 'goals',
    title: { zh: '绩效目标', en: 'Goals' },
    about: { zh: '每行一条绩效目标', en: 'one row per goal' },
  },
  [
    column('goal_id', 'text', '目标标识', ({ id, number }) => `${id}.g${number}`),
    ...OWNER_COLUMNS,
    column('goal_number', 'integer', '目标序号', ({ goal, number }) => goal.marker?.ordinal ?? number),
    column('term', 'text', '目标期', ({ goal }) => goal.term, { words: ['annual', 'long-term'] }),
    column('goal', 'text', '绩效目标', ({ goal }) => plain(goal.text)),
    ...placeColumns<GoalRow>(({ goal }) => goal.span),
  ],
  (file) =>
    filingIn(file).flatMap((filing) =>
      ownedIn(filing).projects.flatMap((owned) =>
        owned.project.goals.map((goal, i): GoalRow => ({ ...owned, goal, number: i + 1 })),
      ),
    ),
)

interface MoneyRow {
  readonly file: ParsedFile
  /** What the amount is of. */
  readonly item: (typeof ITEMS)[number]
  readonly agency: OwnedAgency | undefined
  readonly project: OwnedProject | undefined
  readonly name: SpannedText
  readonly amount: Amount
  /** Of cells of a money table. */
  readonly stage?: MoneyStage
  /** The header of its column in a money table. */
  readonly label?: SpannedText
}

const ITEMS = ['total', 'agency', 'project-category', 'subtotal', 'project', 'funding', 'money'] as const
const STAGES: readonly MoneyStage[] = ['initial', 'planned', 'executed', 'rate', 'weight', 'score', 'other']

type NumberedMoney = MoneyRow & { readonly number: number }

/** One row per amount: totals, agencies, subtotals, projects, the parts of their money and what became of it. */
export const MONEY = tableOf<NumberedMoney>(
  {
    name: 'money',
    title: { zh: '资金', en: 'Money' },
    about: {
      zh: '每行一个金额：合计、单位、小计、项目、资金构成，以及资金表中的每一格。各行相互包含，汇总时先按 item 选取',
      en: 'one row per amount: totals, agencies, subtotals, projects, parts of their money, cells of money tables. Rows contain each other: choose an item before adding up',
    },
  },
  [
    column('money_id', 'text', '金额标识', ({ file, number }) => `${file.path}#m${number}`),
    ...FILING_COLUMNS,
    column('item', 'text', '金额所属', ({ item }) => item, {
      words: ITEMS,
      about: {
        zh: '合计、单位、项目类别、小计、项目、资金构成、资金表的一格',
        en: 'what the amount is of; funding is a part of a project’s money, money a cell of its money table',
      },
    }),
    ...AGENCY_COLUMNS,
    column('project_id', 'text', '项目标识', ({ project }) => project?.id, { refersTo: 'projects' }),
    column('project', 'text', '项目', ({ project }) => plain(project?.project.name)),
    column('name', 'text', '名称', ({ name }) => plain(name)),
    ...optional<NumberedMoney>([
      column('stage', 'text', '阶段', ({ stage }) => stage, {
        words: STAGES,
        about: {
          zh: '年初预算、全年预算、执行、执行率、分值、得分、其他；只有资金表的格才有',
          en: 'opening budget, budget of the year, spent, rate, points, score, other; of cells of money tables only',
        },
      }),
      column('stage_label', 'text', '表头', ({ label }) => plain(label)),
    ]),
    yuanColumn<NumberedMoney>('amount_yuan', '金额（元）', moneyIn),
    column('amount', 'text', '金额（原文）', ({ amount }) => plain(amount.text)),
    ...optional<NumberedMoney>([
      column('number', 'decimal', '数值', numberIn, {
        about: { zh: '不是金额的：执行率、分值、得分', en: 'of what is no money: rates, points, scores' },
      }),
    ]),
    ...placeColumns<NumberedMoney>(({ amount }) => amount.span),
  ],
  (file) => filingIn(file).flatMap((filing) => moneyOf(filing).map((row, i) => ({ ...row, number: i + 1 }))),
)

const isMoney = (stage: MoneyStage | undefined): boolean => stage === undefined || isMoneyStage(stage)

/** Rates, points and scores are numbers, and no money. */
function moneyIn({ amount, stage }: MoneyRow): Amount | undefined {
  return isMoney(stage) ? amount : undefined
}

function numberIn({ amount, stage }: MoneyRow) {
  return isMoney(stage) || amount.kind !== 'amount' ? undefined : amount.numeral.value
}

const moneyOf = (file: ParsedFile): readonly MoneyRow[] => {
  const { agencies, projects } = ownedIn(file)
  const totals = file.disclosure.totals.map(
    ({ name, amount }): MoneyRow => ({
      file,
      item: 'total',
      agency: undefined,
      project: undefined,
      name,
      amount,
    }),
  )
  const sums = agencies.map(
    (owned): MoneyRow => ({
      file,
      item: owned.agency.role,
      agency: owned,
      project: undefined,
      name: owned.agency.name,
      amount: owned.agency.amount,
    }),
  )
  return [...totals, ...sums, ...projects.flatMap(moneyOfProject)]
}

const moneyOfProject = (owned: OwnedProject): readonly MoneyRow[] => {
  const { file, project, agency } = owned
  const shared = { file, agency, project: owned }
  return [
    { ...shared, item: 'project', name: project.name, amount: project.amount },
    ...project.funding.map(({ name, amount }): MoneyRow => ({ ...shared, item: 'funding', name, amount })),
    ...project.money.map(
      ({ source, label, amount, stage }): MoneyRow => ({
        ...shared,
        item: 'money',
        name: source ?? project.name,
        amount,
        stage,
        label,
      }),
    ),
  ]
}
