import { type Case, readCases, type Truth } from '../../test/support/reading/case.ts'
import { scoreFindings } from '../../test/support/reading/finding-score.ts'
import { findingsOf, readBytes } from '../../test/support/reading/read-case.ts'
import {
  addScore,
  noScore,
  type ReadingScore,
  scoreReading,
} from '../../test/support/reading/reading-score.ts'
import { percent, type Row, row, table } from './markdown.ts'

/** What the findings of some cases come to. */
interface FindingScore {
  must: number
  placed: number
  unplaced: number
  mustNot: number
  others: number
  arguable: number
  controls: number
  silentControls: number
}

/** Reads and checks the cases of a folder: the lines of a report, and every mistake in words. */
export const reportCases = async (
  folder: string,
): Promise<{ readonly lines: readonly string[]; readonly mistakes: readonly string[] }> => {
  const mistakes: string[] = []
  const all = new Tally()
  const byLayout = new Map<string, Tally>()
  const byFormat = new Map<string, Tally>()
  for (const one of readCases(folder)) {
    const { truth } = one
    const result = await runCase(one)
    mistakes.push(`${one.file}`, ...result.mistakes.map((mistake) => `    ${mistake}`))
    for (const tally of [all, tallyOf(byLayout, truth.layout), tallyOf(byFormat, truth.format)]) {
      tally.add(truth, result)
    }
  }
  const rows = (kind: string, tallies: ReadonlyMap<string, Tally>): Row[] =>
    [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, tally]) => tally.row(`${kind} ${name}`))
  const lines = table(TALLY_COLUMNS, [
    ...rows('layout', byLayout),
    ...rows('format', byFormat),
    all.row('all'),
  ])
  return { lines: [...lines, '', ...all.sentences()], mistakes }
}

interface CaseResult {
  readonly reading: ReadingScore
  readonly findings: ReturnType<typeof scoreFindings>
  readonly mistakes: readonly string[]
}

const runCase = async ({ bytes, truth }: Case): Promise<CaseResult> => {
  const disclosure = await readBytes(bytes)
  const { score, mistakes } = scoreReading(truth, disclosure)
  const findings = scoreFindings(truth, findingsOf(disclosure))
  return {
    reading: score,
    findings,
    mistakes: [
      ...mistakes,
      ...findings.missed.map(({ rule, about }) => `not found: ${rule}: ${about}`),
      ...findings.unplaced.map(({ rule, about }) => `found, but not at its place: ${rule}: ${about}`),
      ...findings.mustNot.map(({ why, finding }) => `must not: ${finding.message.zh} | ${why.why}`),
      ...findings.others.map(({ rule, message }) => `other: ${rule}: ${message.zh}`),
    ],
  }
}

const tallyOf = (tallies: Map<string, Tally>, name: string): Tally => {
  const known = tallies.get(name) ?? new Tally()
  tallies.set(name, known)
  return known
}

const TALLY_COLUMNS = [
  'cases',
  'number',
  'entirely correct',
  'indicators exact',
  'invented',
  'amounts',
  'goals',
  'goals invented',
  'findings placed',
  'must not',
  'others',
] as const

class Tally {
  readonly #reading = noScore()
  readonly #findings: FindingScore = {
    must: 0,
    placed: 0,
    unplaced: 0,
    mustNot: 0,
    others: 0,
    arguable: 0,
    controls: 0,
    silentControls: 0,
  }

  add(truth: Truth, { reading, findings }: CaseResult): void {
    addScore(this.#reading, reading)
    const total = this.#findings
    total.must += truth.mustFind?.length ?? 0
    total.placed += findings.placed.length
    total.unplaced += findings.unplaced.length
    total.mustNot += findings.mustNot.length
    total.others += findings.others.length
    total.arguable += findings.arguable.length
    if (truth.mustFind?.length) return
    total.controls += 1
    const isSilent = findings.mustNot.length + findings.others.length + reading.notRead === 0
    if (isSilent) total.silentControls += 1
  }

  row(name: string): Row {
    const { cases, whole, exact, indicators, invented, amounts, projects, goals, goalsFound, goalsInvented } =
      this.#reading
    const { placed, must, mustNot, others } = this.#findings
    return row(
      name,
      cases,
      whole,
      percent(exact, indicators),
      invented,
      percent(amounts, projects),
      percent(goalsFound, goals),
      goalsInvented,
      `${placed} of ${must}`,
      mustNot,
      others,
    )
  }

  sentences(): readonly string[] {
    const reading = this.#reading
    const { placed, unplaced, must, mustNot, others, arguable, controls, silentControls } = this.#findings
    const fields = (['name', 'l1', 'l2', 'comparator', 'value', 'unit', 'kind'] as const)
      .map((field) => `${field} ${percent(reading[field], reading.indicators)}`)
      .join(', ')
    return [
      `* Indicators: ${reading.exact} of ${reading.indicators} exact, ${reading.found} found, ${reading.invented} invented (${reading.empty} of them empty rows). By field: ${fields}, points ${percent(reading.weight, reading.weighted)}.`,
      `* Projects: ${reading.projectNames} of ${reading.projects} named correctly, ${reading.projectsInvented} invented; amounts ${reading.amounts} of ${reading.projects}; goals ${reading.goalsFound} of ${reading.goals}, ${reading.goalsInvented} invented. Files with no table recognised: ${reading.notRead}.`,
      `* Findings: ${placed} of ${must} in the right place, ${unplaced} more elsewhere; ${mustNot} that must not be reported, ${others} other errors and warnings, ${arguable} arguable. Filings with nothing to report, and nothing reported: ${silentControls} of ${controls}.`,
    ]
  }
}
