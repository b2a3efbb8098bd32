import { Decimal, sum } from '../model/decimal.ts'
import type { DraftAgency, DraftProject } from '../model/draft.ts'
import type { Entry } from './hierarchy.ts'

/**
 * The rows of a list with those that head others told from projects by their money alone: 一、全民健身 198 has neither goal
 * nor indicators, and the projects below it come to 198. Nothing is told where the total of the list says otherwise.
 */
export const withGroups = (entries: readonly Entry[]): readonly Entry[] => {
  if (!entries.some(isBare) || !entries.some(isPlanned)) return entries
  const groups = new Map<Entry, Run>()
  /** What stands below the row that is looked at, the nearest last. */
  const runs: Run[] = []
  for (const entry of entries.toReversed()) {
    if (entry.kind === 'agency') runs.splice(0)
    if (entry.kind !== 'project') continue
    const amount = moneyIn(entry.project)
    const below = runs.at(-1)
    const isGroup =
      isBare(entry) && below?.isPlanned === true && amount !== undefined && below.sum?.equals(amount)
    if (below !== undefined && isGroup === true) {
      groups.set(entry, below)
      runs.pop()
    }
    add(runs, amount, isGroup === true ? (below?.depth ?? 0) + 1 : 0, isGroup === true || isPlanned(entry))
  }
  // Of two projects with the same money the first may lack its goal.
  const isProven = [...groups.values()].some(({ length }) => length > 1)
  if (!isProven || contradict(entries, groups)) return entries
  return entries.map((entry) => {
    const below = groups.get(entry)
    return below === undefined || entry.kind !== 'project' ? entry : asGroup(entry.project, below)
  })
}

/** Projects one after the other, or groups of them. */
interface Run {
  /** How many groups stand in each other in each of them. */
  readonly depth: number
  length: number
  /** What they come to; `undefined` where one has no money. */
  sum: Decimal | undefined
  isPlanned: boolean
}

const add = (runs: Run[], amount: Decimal | undefined, depth: number, isPlanned: boolean): void => {
  const run = runs.at(-1)
  if (run?.depth !== depth) {
    runs.push({ depth, length: 1, sum: amount, isPlanned })
    return
  }
  run.length += 1
  run.sum = run.sum === undefined || amount === undefined ? undefined : run.sum.plus(amount)
  run.isPlanned ||= isPlanned
}

/** Whether a total is not what the projects come to without the rows of groups. */
const contradict = (entries: readonly Entry[], groups: ReadonlyMap<Entry, Run>): boolean => {
  const all = sum(
    entries.flatMap((one) =>
      one.kind === 'project' && !groups.has(one) ? (moneyIn(one.project) ?? []) : [],
    ),
  )
  return entries.some(
    (entry) => entry.kind === 'total' && numberIn(entry.total.amount.folded)?.equals(all) === false,
  )
}

const asGroup = ({ span, code, name, amount }: DraftProject, { depth }: Run): Entry => {
  const role: DraftAgency['role'] = depth > 0 || code !== undefined ? 'agency' : 'project-category'
  return { kind: 'agency', agency: { role, hasRow: true, span, code, name, amount } }
}

const isPlanned = (entry: Entry): boolean =>
  entry.kind === 'project' &&
  [entry.project.goals, entry.project.indicators, entry.project.rows].some(({ length }) => length > 0)

/** Whether a project has nothing but its name and its money. */
const isBare = (entry: Entry): boolean =>
  entry.kind === 'project' &&
  !isPlanned(entry) &&
  [entry.project.funding, entry.project.money, entry.project.results].every(({ length }) => length === 0)

const moneyIn = ({ amount }: DraftProject): Decimal | undefined => numberIn(amount.folded)

const numberIn = (printed: string): Decimal | undefined => {
  const digits = printed.replaceAll(',', '').trim()
  return /^\d+(?:\.\d+)?$/.test(digits) ? new Decimal(digits) : undefined
}
