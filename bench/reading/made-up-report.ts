import { FORMS, makeMadeUp } from '../../test/support/made-up/make-filing.ts'
import { readBytes } from '../../test/support/reading/read-case.ts'
import {
  addScore,
  noScore,
  type ReadingScore,
  scoreReading,
} from '../../test/support/reading/reading-score.ts'
import { percent, type Row, row, table } from './markdown.ts'

/** Reads made-up filings of the seeds 1 to `count`: the lines of a report. */
export const reportMadeUp = async (count: number): Promise<readonly string[]> => {
  const scores = new Map<string, { usual: ReadingScore; own: ReadingScore }>(
    FORMS.map((form) => [form, { usual: noScore(), own: noScore() }]),
  )
  const all = { usual: noScore(), own: noScore() }
  for (let seed = 1; seed <= count; seed += 1) {
    const { form, hasOwnWords, text, truth } = makeMadeUp(seed)
    const { score } = scoreReading(truth, await readBytes(new TextEncoder().encode(text)))
    const words = hasOwnWords ? 'own' : 'usual'
    addScore((scores.get(form) as typeof all)[words], score)
    addScore(all[words], score)
  }
  const both = noScore()
  addScore(both, all.usual)
  addScore(both, all.own)
  const rows = [...scores].flatMap(([form, { usual, own }]) => [
    treeRow(form, usual),
    treeRow(`${form}, own words`, own),
  ])
  return [
    `${count} filings of ${FORMS.length} forms, of which ${all.own.cases} have labels and headers chosen to be in no list of the reader.`,
    `Trees exact: ${both.whole} (${percent(both.whole, both.cases)}); with usual words ${percent(all.usual.whole, all.usual.cases)}, with own words ${percent(all.own.whole, all.own.cases)}.`,
    '',
    ...table(TREE_COLUMNS, [...rows, treeRow('all', both)]),
    '',
    'Results, on forms that print them, and the funding breakdown:',
    '',
    ...table(
      ['', 'results of goals', 'actual values', 'scores', 'reasons', 'money table', 'parts of the amount'],
      [outcomeRow('usual words', all.usual), outcomeRow('own words', all.own)],
    ),
  ]
}

const TREE_COLUMNS = [
  'form',
  'filings',
  'trees exact',
  'project names',
  'amounts',
  'goals',
  'indicators exact',
  'name',
  'level 1',
  'level 2',
  'comparator',
  'value',
  'unit',
  'points',
  'invented',
] as const

const treeRow = (form: string, score: ReadingScore): Row => {
  const of = (field: 'exact' | 'name' | 'l1' | 'l2' | 'comparator' | 'value' | 'unit'): string =>
    percent(score[field], score.indicators)
  return row(
    form,
    score.cases,
    percent(score.whole, score.cases),
    percent(score.projectNames, score.projects),
    percent(score.amounts, score.projects),
    percent(score.goalsFound, score.goals),
    of('exact'),
    of('name'),
    of('l1'),
    of('l2'),
    of('comparator'),
    of('value'),
    of('unit'),
    percent(score.weight, score.weighted),
    score.invented + score.goalsInvented + score.projectsInvented,
  )
}

const outcomeRow = (name: string, score: ReadingScore): Row =>
  row(
    name,
    percent(score.resultsRight, score.results),
    percent(score.actualsRight, score.actuals),
    percent(score.scoresRight, score.scores),
    percent(score.reasonsRight, score.reasons),
    percent(score.moneyRight, score.money),
    percent(score.fundingRight, score.funding),
  )
