import { readCases } from '../../../test/support/reading/case.ts'
import { readBytes } from '../../../test/support/reading/read-case.ts'
import { type ScoredReading, scoreReading } from '../../../test/support/reading/reading-score.ts'
import { percent, type Row, row, table } from '../markdown.ts'
import { gridsOf } from './cell-grid.ts'
import { CONTENTS, withOtherContents } from './contents.ts'
import { LOSSES, LOST_BORDERS, type Variant, variantsOf } from './perturbations.ts'

/** What is left of what was right before a change. */
interface Kept {
  cases: number
  indicators: number
  keptIndicators: number
  amounts: number
  keptAmounts: number
  goals: number
  keptGoals: number
  invented: number
}

const none = (): Kept => ({
  cases: 0,
  indicators: 0,
  keptIndicators: 0,
  amounts: 0,
  keptAmounts: 0,
  goals: 0,
  keptGoals: 0,
  invented: 0,
})

/** Changes the print of all cases that have a grid, and reads them again: the lines of a report. */
export const reportPerturbed = async (folders: readonly string[]): Promise<readonly string[]> => {
  const kept = new Map<string, Kept>()
  for (const one of folders.flatMap(readCases)) {
    const grids = gridsOf(one)
    const [unchanged, ...variants] = variantsOf(grids, one.truth)
    if (unchanged === undefined || one.truth.format === 'txt') continue
    const before = await read(unchanged)
    const others = grids.length === 0 ? [] : withOtherContents(grids, one.truth)
    for (const variant of [unchanged, ...variants, ...others]) {
      const sum = kept.get(variant.change) ?? none()
      kept.set(variant.change, sum)
      compare(before, await read(variant), sum)
    }
  }
  const all = none()
  for (const [change, sum] of kept) {
    if (change === 'unchanged' || CONTENTS.has(change)) continue
    for (const key of Object.keys(all) as (keyof Kept)[]) all[key] += sum[key]
  }
  const order = [...kept].sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  return table(
    [
      'change',
      'files',
      'indicators kept',
      'amounts kept',
      'goals kept',
      'invented',
      'what nobody could recover',
    ],
    [...order.map(([change, sum]) => keptRow(change, sum)), keptRow('all changes', all)],
  )
}

/** The unchanged print, labels, columns, then lost borders. */
const rankOf = (change: string): number =>
  ['unchanged', 'label renamed', 'all labels'].findIndex((start) => change.startsWith(start)) + 1 ||
  (LOST_BORDERS.has(change) ? 9 : 8)

const keptRow = (change: string, sum: Kept): Row =>
  row(
    change,
    sum.cases,
    percent(sum.keptIndicators, sum.indicators),
    percent(sum.keptAmounts, sum.amounts),
    percent(sum.keptGoals, sum.goals),
    sum.invented,
    LOSSES[change] ?? '',
  )

const read = async ({ text, truth }: Variant): Promise<ScoredReading> =>
  scoreReading(truth, await readBytes(new TextEncoder().encode(text)))

const compare = (before: ScoredReading, after: ScoredReading, into: Kept): void => {
  into.cases += 1
  into.indicators += before.score.exact
  into.keptIndicators += after.exact.filter((isExact, i) => isExact && before.exact[i]).length
  into.amounts += before.score.amounts
  into.keptAmounts += Math.min(before.score.amounts, after.score.amounts)
  into.goals += before.score.goalsFound
  into.keptGoals += Math.min(before.score.goalsFound, after.score.goalsFound)
  const invented = ({ score }: ScoredReading): number =>
    score.invented + score.goalsInvented + score.projectsInvented
  into.invented += Math.max(0, invented(after) - invented(before))
}
