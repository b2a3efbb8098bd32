import { agencyNameKey, compactName } from '../corpus/agencies.ts'
import type { FilingFile } from '../corpus/extract.ts'
import type { Decimal } from '../model/decimal.ts'
import {
  type Agency,
  type Amount,
  type Disclosure,
  type Funding,
  type Goal,
  isMoneyStage,
  type MoneyCell,
  type Project,
} from '../model/disclosure.ts'
import { agenciesOf } from '../model/walk.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { allIndicators, diffIndicators, printed, type SidedProject } from './diff-indicators.ts'
import type {
  FilingsDiff,
  FundingDiff,
  GoalDiff,
  MoneyDiff,
  ProjectDiff,
  RowDiff,
  Status,
  UnreadFile,
} from './filing-diff.ts'
import { pairUp } from './pair-up.ts'

/**
 * What changed between two sets of filings: totals and agencies, then projects with their money, goals
 * and indicators. Projects belong together by the code of their agency and their name, whatever
 * file they are in; amounts and targets are compared by what they mean, not by how they are printed. What is missing
 * on a side of which not all files could be read was neither added nor removed, as far as anyone knows.
 */
export const diffFilings = (
  before: readonly FilingFile[],
  after: readonly FilingFile[],
  unread: readonly UnreadFile[] = [],
): FilingsDiff => {
  const isWhole = (side: UnreadFile['side']): boolean => unread.every((file) => file.side !== side)
  const isUncompared = ({ status }: { readonly status: Status }): boolean =>
    (status === 'added' && !isWhole('old')) || (status === 'removed' && !isWhole('new'))
  return {
    unread,
    rows: diffRows(before.flatMap(rowsOf), after.flatMap(rowsOf)).map((row) =>
      isUncompared(row) ? uncompared(row) : row,
    ),
    projects: diffProjects(before.flatMap(projectsOf), after.flatMap(projectsOf)).map((project) =>
      isUncompared(project)
        ? {
            ...uncompared(project),
            goals: project.goals.map(uncompared),
            indicators: project.indicators.map(uncompared),
          }
        : project,
    ),
  }
}

const uncompared = <Row extends { readonly status: Status }>(row: Row): Row => ({
  ...row,
  status: 'uncompared',
})

interface SidedRow {
  readonly kind: RowDiff['kind']
  readonly file: FilingFile
  readonly code: string
  /** Of the agency above it. */
  readonly name: SpannedText
  readonly amount: Amount
  readonly at: Span
}

const rowsOf = (file: FilingFile): readonly SidedRow[] => [
  ...file.disclosure.totals.map(
    ({ name, amount }): SidedRow => ({ kind: 'total', file, code: '', name, amount, at: amount.span }),
  ),
  ...agenciesOf(file.disclosure).map(
    ({ code, name, amount }): SidedRow => ({
      kind: 'agency',
      file,
      code: printed(code),
      name,
      amount,
      at: name.span,
    }),
  ),
]

const diffRows = (before: readonly SidedRow[], after: readonly SidedRow[]): readonly RowDiff[] => {
  const { pairs, removed, added } = pairUp(before, after, {
    keys: [
      ({ kind, code, name }) => `${kind}\n${code}\n${agencyNameKey(name.text)}`,
      // Without a code of its own a row is nobody but itself.
      ({ kind, code, name }) => (code === '' ? `${kind}\n\n${compactName(name.text)}` : `${kind}\n${code}`),
    ],
    // A code is never mistaken for another because names are alike: 第一中学, 第二中学.
    group: ({ kind, code }) => `${kind}\n${code}`,
    name: ({ name }) => compactName(name.text),
  })
  return [
    ...removed.map((old) => diffRow(old, undefined)),
    ...pairs.map(({ old, new: now }) => diffRow(old, now)),
    ...added.map((now) => diffRow(undefined, now)),
  ].filter(({ status, amount }) => status !== 'changed' || amount !== undefined)
}

const diffRow = (old: SidedRow | undefined, now: SidedRow | undefined): RowDiff => {
  const row = (now ?? old) as SidedRow
  return {
    kind: row.kind,
    status: statusOf(old?.name, now?.name),
    old: old && { file: old.file, at: old.at },
    new: now && { file: now.file, at: now.at },
    code: row.code,
    name: { old: printed(old?.name), new: printed(now?.name) },
    amount: diffMoney(old?.amount, now?.amount),
  }
}

interface OwnedProject extends SidedProject {
  readonly code: string
  readonly agency: string
}

const projectsOf = (file: FilingFile): readonly OwnedProject[] => [
  ...projectsUnder(file, file.disclosure, undefined),
]

function* projectsUnder(
  file: FilingFile,
  { projects, agencies }: Pick<Disclosure, 'projects' | 'agencies'>,
  owner: Agency | undefined,
): Generator<OwnedProject> {
  for (const project of projects)
    yield { file, project, code: printed(owner?.code), agency: printed(owner?.name) }
  for (const child of agencies) yield* projectsUnder(file, child, child.role === 'agency' ? child : owner)
}

const diffProjects = (
  before: readonly OwnedProject[],
  after: readonly OwnedProject[],
): readonly ProjectDiff[] => {
  const name = ({ project }: OwnedProject): string => compactName(project.name.text)
  const { pairs, removed, added } = pairUp(before, after, {
    keys: [
      (one) => `${one.code}\n${agencyNameKey(one.agency)}\n${name(one)}`,
      (one) => `${one.code || agencyNameKey(one.agency)}\n${name(one)}`,
      (one) => `${agencyNameKey(one.agency)}\n${name(one)}`,
    ],
    group: ({ code, agency }) => code || agencyNameKey(agency),
    name,
  })
  return [
    ...removed.map((old) => diffProject(old, undefined)),
    ...pairs.map(({ old, new: now }) => diffProject(old, now)),
    ...added.map((now) => diffProject(undefined, now)),
  ].filter(
    ({ status, amount, funding, money, goals, results, indicators }) =>
      status !== 'changed' ||
      amount !== undefined ||
      [funding, money, goals, results, indicators].some(({ length }) => length > 0),
  )
}

const diffProject = (old: OwnedProject | undefined, now: OwnedProject | undefined): ProjectDiff => {
  const one = (now ?? old) as OwnedProject
  return {
    status: statusOf(old?.project.name, now?.project.name),
    old: old && { file: old.file, at: old.project.name.span },
    new: now && { file: now.file, at: now.project.name.span },
    code: one.code,
    agency: one.agency,
    name: { old: printed(old?.project.name), new: printed(now?.project.name) },
    amount: diffMoney(old?.project.amount, now?.project.amount),
    funding: old && now ? diffFunding(old.project, now.project) : [],
    money: old && now ? diffStages(old.project, now.project) : [],
    goals: diffGoals(old, now, ({ goals }) => goals),
    results: old && now && haveResults(old, now) ? diffGoals(old, now, ({ results }) => results) : [],
    indicators:
      old && now ? diffIndicators(old, now) : allIndicators(now === undefined ? 'removed' : 'added', one),
  }
}

const statusOf = (old: SpannedText | undefined, now: SpannedText | undefined): RowDiff['status'] => {
  if (old === undefined) return 'added'
  if (now === undefined) return 'removed'
  return compactName(old.text) === compactName(now.text) ? 'changed' : 'renamed'
}

const diffFunding = (before: Project, after: Project): readonly FundingDiff[] => {
  const name = ({ name: { text } }: Funding): string => compactName(text)
  const { pairs, removed, added } = pairUp(before.funding, after.funding, { keys: [name], group: name, name })
  return [
    ...removed.map((old) => ({ name: printed(old.name), amount: diffMoney(old.amount, undefined) })),
    ...pairs.map(({ old, new: now }) => ({
      name: printed(now.name),
      amount: diffMoney(old.amount, now.amount),
    })),
    ...added.map((now) => ({ name: printed(now.name), amount: diffMoney(undefined, now.amount) })),
  ].flatMap((part) => (part.amount === undefined ? [] : [{ ...part, amount: part.amount }]))
}

/** Cells of the same source and column, where both sides print them. */
const diffStages = (before: Project, after: Project): readonly FundingDiff[] => {
  const key = ({ source, label, stage }: MoneyCell): string =>
    [stage, compactName(source?.text ?? ''), compactName(label.text)].join('\n')
  const old = new Map(before.money.map((cell) => [key(cell), cell]))
  return after.money.flatMap((now) => {
    const same = old.get(key(now))
    if (same === undefined) return []
    const amount = isMoneyStage(now.stage)
      ? diffMoney(same.amount, now.amount)
      : diffNumber(same.amount, now.amount)
    const name = [now.source, now.label].map(printed).filter((word) => word !== '')
    return amount === undefined ? [] : [{ name: name.join(' '), amount }]
  })
}

const haveResults = (...sides: readonly SidedProject[]): boolean =>
  sides.every(({ project }) => project.results.length > 0)

const NO_GOALS: readonly Goal[] = []

/** Goals of equal text are the same wherever they stand; the others are compared with those of like text. */
const diffGoals = (
  before: SidedProject | undefined,
  after: SidedProject | undefined,
  goalsOf: (project: Project) => readonly Goal[],
): readonly GoalDiff[] => {
  const text = (goal: Goal): string => compactName(goal.text.text)
  const { pairs, removed, added } = pairUp(
    before === undefined ? NO_GOALS : goalsOf(before.project),
    after === undefined ? NO_GOALS : goalsOf(after.project),
    {
      keys: [(goal) => `${goal.term ?? ''}\n${text(goal)}`],
      group: ({ term }) => term ?? '',
      name: text,
    },
  )
  const describe = (status: GoalDiff['status'], old: Goal | undefined, now: Goal | undefined): GoalDiff => ({
    status,
    old: old && before && { file: before.file, at: old.span },
    new: now && after && { file: after.file, at: now.span },
    text: { old: printed(old?.text), new: printed(now?.text) },
  })
  return [
    ...removed.map((old) => describe('removed', old, undefined)),
    ...pairs
      .filter(({ old, new: now }) => text(old) !== text(now))
      .map(({ old, new: now }) => describe('changed', old, now)),
    ...added.map((now) => describe('added', undefined, now)),
  ]
}

/** How two amounts differ in what they are worth; nothing where 4 and 4.00, or 万元 and 元, are the same money. */
const diffMoney = (before: Amount | undefined, after: Amount | undefined): MoneyDiff | undefined => {
  const [from, to] = [yuanOf(before), yuanOf(after)]
  const [old, now] = [printedMoney(before), printedMoney(after)]
  if (from !== undefined && to !== undefined ? from.eq(to) : old === now) return undefined
  const difference = from === undefined || to === undefined ? undefined : to.minus(from)
  return {
    old,
    new: now,
    difference,
    percent:
      difference === undefined || from === undefined || from.isZero()
        ? undefined
        : difference.times(100).div(from.abs()).toDecimalPlaces(1),
  }
}

/** The same for rates, points and scores, which are no money: how they differ in what is printed. */
const diffNumber = (before: Amount, after: Amount): MoneyDiff | undefined => {
  const [old, now] = [before, after].map(({ text }) => text.meaning.trim()) as [string, string]
  const isSame =
    before.kind === 'amount' && after.kind === 'amount'
      ? before.numeral.value.eq(after.numeral.value)
      : old === now
  return isSame ? undefined : { old, new: now, difference: undefined, percent: undefined }
}

const yuanOf = (amount: Amount | undefined): Decimal | undefined =>
  amount?.kind === 'amount' ? amount.money : undefined

/** `4万元`; the text as printed where it is no number. */
const printedMoney = (amount: Amount | undefined): string => {
  if (amount === undefined) return ''
  if (amount.kind !== 'amount') return amount.text.meaning.trim()
  const { money, yuanPerUnit } = amount
  const unit = { 1: '元', 1000: '千元', 10000: '万元', 100000000: '亿元' }[yuanPerUnit.toNumber()]
  return unit === undefined ? `${money.toFixed()}元` : `${money.div(yuanPerUnit).toFixed()}${unit}`
}
