import { collect, collectAll, mapped } from '../collect.ts'
import {
  type Agency,
  type Amount,
  type ColumnRole,
  type Disclosure,
  type Goal,
  type Indicator,
  isMoneyStage,
  type Leftover,
  type MoneyUnit,
  type PrintedSum,
  type Project,
  type TotalScore,
} from '../model/disclosure.ts'
import type { Draft, DraftAgency, DraftProject, DraftSum, DraftTotalScore } from '../model/draft.ts'
import type { Measure, Period } from '../model/measure.ts'
import { Places } from '../model/places.ts'
import { LARGE } from '../source/source.ts'
import { coverAll, inOrder } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { endsAsName } from '../vocabulary/qualities.ts'
import { assumedUnit, PLAIN, parseAmount } from './amount.ts'
import { createGoal } from './goal.ts'
import { misreadingsIn } from './misreadings.ts'
import {
  type ProjectContent,
  type ProjectHead,
  RecentContents,
  RecentProject,
  readContent,
} from './project-content.ts'
import { scanQuantities } from './quantity/index.ts'
import { parseWeightCell } from './weight.ts'

/**
 * Reads the texts of a draft: the tree of the disclosure. Goals and indicators of a large one (more than `large`
 * units of text) are read when they are asked for, and again when others were asked for since: the tree of them
 * takes about fifty times the memory of its text.
 */
export const compose = (draft: Draft, large = LARGE): Disclosure => {
  const leftovers: Leftover[] = [...draft.leftovers]
  const recent = draft.span.end - draft.span.start > large ? new RecentContents() : undefined
  const contents = new Map<DraftProject, ProjectContent>()
  const contentOf = (row: DraftProject): ProjectContent => {
    const content = contents.get(row) ?? readContent(row)
    contents.set(row, content)
    return content
  }
  const unit = unitOf(draft, recent === undefined ? contentOf : (row) => recent.of(row))
  const amountOf = ({ amount, moneyUnit = unit }: MoneyText): Amount => parseAmount(amount, moneyUnit)
  const project = (row: DraftProject): Project => {
    const head = composeHead(row, amountOf, leftovers)
    if (recent !== undefined) return new RecentProject(head, row, recent)
    const { leftovers: own, ...content } = contentOf(row)
    for (const leftover of own) leftovers.push(leftover)
    // The name may stand below what belongs to it.
    const parts = [...content.goals, ...content.results, ...content.categories, ...content.indicators]
    const span = coverAll(
      mapped([head, ...parts], (part) => part.span),
      head.span,
    )
    return {
      kind: 'project',
      ...head,
      span,
      goals: inOrder(content.goals),
      results: inOrder(content.results),
      categories: inOrder(content.categories),
      indicators: inOrder(content.indicators),
    }
  }
  const agency = (row: DraftAgency): Agency => {
    const agencies = inOrder(mapped(row.agencies, agency))
    const projects = inOrder(mapped(row.projects, project))
    // As for a project: what stands under it may be printed beyond its rows.
    return {
      kind: 'agency',
      role: row.role,
      hasRow: row.hasRow,
      span: coverAll(
        mapped([row, ...agencies, ...projects], (part) => part.span),
        row.span,
      ),
      code: row.code,
      name: row.name,
      amount: amountOf(row),
      agencies,
      projects,
    }
  }
  const agencies = inOrder(mapped(draft.agencies, agency))
  const projects = inOrder(mapped(draft.projects, project))
  const disclosure: Disclosure = {
    kind: 'disclosure',
    span: draft.span,
    title: draft.title,
    year: draft.year,
    moneyUnit: unit,
    headings: draft.headings,
    totals: mapped(draft.totals, (total) => ({
      kind: 'total',
      span: total.span,
      name: total.name,
      amount: amountOf(total),
    })),
    agencies,
    projects,
    irregularRows: draft.irregularRows,
    sums: draft.sums.flatMap(sumOf),
    statements: statementsOf(draft),
    leftovers: inPlace(leftovers),
    readings: draft.readings,
    misreadings: recent === undefined ? misreadingsIn(agencies, projects, draft) : [],
    truncated:
      draft.truncated ||
      endsUnfinished(lastProject(agencies, projects), draft.span.end) ||
      endsInHead(lastProject(agencies, projects), draft),
  }
  if (recent === undefined) return disclosure
  let all: readonly Leftover[] | undefined
  // Only where it has to be: V8 makes a hidden class for each function that reads a property, and keeps with it all
  // that the function leads to, here the whole tree.
  return Object.defineProperty(disclosure, 'leftovers', {
    get: () => {
      all ??= inPlace([...leftovers, ...rowsOf(draft).flatMap((row) => recent.leftoversOf(row))])
      return all
    },
  })
}

const inPlace = (leftovers: readonly Leftover[]): readonly Leftover[] =>
  leftovers.toSorted((a, b) => a.text.span.start - b.text.span.start)

/** So many projects tell the unit of a table that prints none. */
const SAMPLE = 200

/** The unit that is printed, or else the one in which amounts, limits and goals agree. */
const unitOf = (draft: Draft, contentOf: (row: DraftProject) => ProjectContent): MoneyUnit =>
  draft.moneyUnit.text === undefined
    ? (assumedUnit(rowsOf(draft).slice(0, SAMPLE), contentOf) ?? draft.moneyUnit)
    : draft.moneyUnit

const composeHead = (
  row: DraftProject,
  amountOf: (draft: MoneyText) => Amount,
  leftovers: Leftover[],
): ProjectHead => ({
  span: row.span,
  code: row.code,
  name: row.name,
  amount: amountOf(row),
  funding: mapped(row.funding, (part) => ({
    kind: 'funding',
    // Its name may be the header of a column, far from the project.
    span: part.amount.span,
    name: part.name,
    amount: amountOf({ amount: part.amount, moneyUnit: part.moneyUnit ?? row.moneyUnit }),
    level: part.level,
  })),
  money: inOrder(
    mapped(row.money, (cell) => ({
      kind: 'money',
      span: cell.text.span,
      source: cell.source,
      label: cell.label,
      stage: cell.stage,
      amount: isMoneyStage(cell.stage)
        ? amountOf({ amount: cell.text, moneyUnit: cell.moneyUnit ?? row.moneyUnit })
        : { ...parseAmount(withoutSign(cell.text), PLAIN), text: cell.text, span: cell.text.span },
    })),
  ),
  period: row.period === undefined ? undefined : periodIn(row.period, leftovers),
  totalScore: row.totalScore === undefined ? undefined : totalScoreOf(row.totalScore, leftovers),
})

/** The statements of a draft, each once; those that begin in a goal are read with it, however often other rows print them again. */
const statementsOf = (draft: Draft): readonly Goal[] => {
  if (draft.statements.length === 0) return []
  const goals = new Places(
    collectAll(rowsOf(draft), (row) => row.goals),
    ({ text }) => text.span,
  )
  const said = new Set<string>()
  return collect(draft.statements, (text) => {
    const isAgain = said.has(text.meaning)
    said.add(text.meaning)
    return isAgain || goals.around(text.span.start).length > 0
      ? undefined
      : createGoal(undefined, text, undefined, scanQuantities(text))
  })
}

/** A sum that can be read itself. */
const sumOf = ({ row, column, total, parts, mayBeSome }: DraftSum): readonly PrintedSum[] => {
  const amount = parseAmount(total, PLAIN)
  const read = parts.map(({ name, text }) => ({ name, amount: parseAmount(text, PLAIN) }))
  return amount.kind === 'amount' && !read.some((part) => part.amount.kind === 'blank-amount')
    ? [{ row, column, amount, parts: read, ...(mayBeSome === true && { mayBeSome }) }]
    : []
}

/** The numbers of 总分; what is none stays over. */
const totalScoreOf = ({ name, weight, score }: DraftTotalScore, leftovers: Leftover[]): TotalScore => {
  const points = (text: SpannedText | undefined): Measure | undefined => {
    const read = text && parseWeightCell(text)
    if (text !== undefined && read === undefined) leftovers.push({ text, reason: 'label' })
    return read
  }
  return {
    kind: 'total-score',
    span: coverAll(
      [weight, score].flatMap((text) => text?.span ?? []),
      name.span,
    ),
    name,
    weight: points(weight),
    score: points(score),
  }
}

/** 98.5%, 10分: the number. */
const withoutSign = (text: SpannedText): SpannedText =>
  /[%分]$/.test(text.folded) ? text.trimmed(0, text.length - 1) : text

/** The rows of all projects. */
const rowsOf = ({ agencies, projects }: Pick<Draft, 'agencies' | 'projects'>): readonly DraftProject[] => [
  ...projects,
  ...agencies.flatMap(rowsOf),
]

interface MoneyText {
  readonly amount: SpannedText
  readonly moneyUnit?: MoneyUnit | undefined
}

/** 2022年1月-2022年12月, 2022年度, 1年: the first period with a date in it. */
const periodIn = (text: SpannedText, leftovers: Leftover[]): Period | undefined => {
  const found = scanQuantities(text).find((quantity) => quantity.kind === 'period')
  const start = found?.text.offsetIn(text) ?? 0
  const rest = [text.slice(0, start), text.slice(start + (found?.text.length ?? 0))]
  for (const part of rest) if (!part.isBlank) leftovers.push({ text: part.trim(), reason: 'label' })
  return found
}

const lastProject = (agencies: readonly Agency[], projects: readonly Project[]): Project | undefined => {
  const last = agencies.at(-1)
  return (last && lastProject(last.agencies, last.projects)) ?? last?.projects.at(-1) ?? projects.at(-1)
}

/**
 * Whether the input ends in the head of its last form: it has no goal, no indicator and no label for either, which the form
 * above prints below its own head.
 */
const endsInHead = (project: Project | undefined, draft: Draft): boolean => {
  if (
    project === undefined ||
    project.goals.length + project.categories.length + project.indicators.length > 0
  )
    return false
  const { start } = project.span
  const { headings } = draft
  const last = headings.findLast(({ role }) => role !== undefined && OF_PLAN.has(role))?.text.span.start
  const name = headings.findLast(({ role, text }) => role === 'name' && text.span.start < start)?.text.span
    .start
  if (last === undefined || name === undefined || last <= name || last >= start) return false
  // A list has its labels above all of its projects.
  return rowsOf(draft).some(({ span }) => span.start < last)
}

const OF_PLAN: ReadonlySet<ColumnRole> = new Set(['goal', 'level-one', 'level-two', 'indicator'])

/** Whether the very last thing of the input is a heading or an indicator without what belongs to it. */
const endsUnfinished = (project: Project | undefined, end: number): boolean => {
  if (project === undefined) return false
  let node: Project['categories'][number] | Indicator | undefined =
    project.categories.at(-1) ?? project.indicators.at(-1)
  while (node?.kind === 'category' && node.children.length > 0) node = node.children.at(-1)
  // A closing tag behind it ends it; a line end alone may stand where the input was cut.
  if (node === undefined || end - node.span.end > 3) return false
  if (node.kind === 'category') return true
  const { target, weight, printedUnit, actual, score, reason } = node
  // A row that goes on behind its target lacks nothing.
  if ([weight, printedUnit, actual, score, reason].some((cell) => cell !== undefined)) return false
  // A whole name with a line end behind it lacks its value, not its rest.
  if (target.kind === 'blank') return end === node.span.end || !endsAsName(node.name.meaning)
  return target.kind === 'unparsed' && /[≥≤<>=]\s*$/.test(target.text.folded)
}
