// What pbo finds of faults put into made-up filings, and what it says wrongly of clean ones.
//   node bench/detection.mjs [clean filings] [filings of each kind of fault]
// Writes the tables to docs/detection.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importSource } from './quantities/bundle.mjs'

const [clean = 2000, each = 100] = process.argv.slice(2).map(Number)
const { checkClean, checkLayouts, detect, detectInEvaluations, scoreRules } =
  await importSource('test/support/detection.ts')
const { FAULTS } = await importSource('test/support/faults.ts')
const { EVALUATION_FAULTS } = await importSource('test/support/evaluation-faults.ts')
const { TREE_FIELDS } = await importSource('test/support/tree-accuracy.ts')
const { rules } = await importSource('src/rules/index.ts')

const run = checkClean(clean)
const layouts = checkLayouts(Math.ceil(clean / 10))
const results = FAULTS.map((fault) => detect(fault, each))
for (const fault of EVALUATION_FAULTS) results.push(await detectInEvaluations(fault, each))
const scores = scoreRules(
  rules.map(({ id }) => id),
  results,
  run,
)
const made = results.reduce((total, result) => total + result.made, 0)
const found = results.reduce((total, result) => total + result.found, 0)
const percent = (part, whole, decimals = 1) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(decimals)} %`

const faultyTrees = Object.fromEntries(
  TREE_FIELDS.map((field) => [
    field,
    {
      right: results.reduce((total, { trees }) => total + trees[field].right, 0),
      all: results.reduce((total, { trees }) => total + trees[field].all, 0),
    },
  ]),
)
const tested = scores.filter(({ kinds }) => kinds > 0)
const untested = scores.filter(({ kinds }) => kinds === 0)

const lines = [
  '# Detection',
  '',
  'Made by `npm run bench:detection`: filings made up from seeds, in the writing styles of `test/support/filing-style.ts`,',
  'clean or with one fault each (`test/support/faults.ts`). A fault counts as found when the named rule reports it in its project and at its place.',
  'Faults in what became of a plan are put into the made-up self-evaluations of `test/support/made-up`, which have a vocabulary of their own.',
  '',
  `* Clean filings: ${run.filings}; with a false error or warning: ${run.withFalseFindings}; trees read exactly: ${percent(run.exactTrees, run.filings)}.`,
  `* Faulty filings: ${made} of ${results.length} kinds; found: ${found} (${percent(found, made)}).`,
  '',
  '## By rule',
  '',
  'Recall: the share of the faults of a rule that it reports at their place. Precision: of its errors and warnings in all these',
  'filings (expected ones once each), the share that a fault of its own accounts for; the others are consequences of other faults, or',
  'false. Notices: findings of level info in the clean filings, many of which are right.',
  '',
  '| rule | kinds of fault | filings | recall | precision | notices per 1000 clean filings |',
  '|---|---:|---:|---:|---:|---:|',
  ...tested.map(
    ({ rule, kinds, made: count, found: right, unexpected, notices }) =>
      `| \`${rule}\` | ${kinds} | ${count} | ${percent(right, count)} | ${percent(right, right + unexpected)} | ${perThousand(notices)} |`,
  ),
  '',
  ...(untested.length === 0
    ? []
    : [
        `No fault is made for ${untested.map(({ rule }) => `\`${rule}\``).join(', ')}; errors and warnings of these in all filings: ${untested.reduce((total, { unexpected }) => total + unexpected, 0)}.`,
      ]),
  '',
  '## Trees',
  '',
  'Shares read exactly as they are. Faulty filings: those whose fault is in what they say, not in how it is printed.',
  '',
  '| | clean | faulty |',
  '|---|---:|---:|',
  ...TREE_FIELDS.map(
    (field) => `| ${field} | ${exactly(run.trees[field])} | ${exactly(faultyTrees[field])} |`,
  ),
  '',
  '## Other layouts',
  '',
  '| layout | clean filings | with a false error or warning | read exactly |',
  '|---|---:|---:|---:|',
  ...layouts.map(
    ({ layout, filings, withFalseFindings, exactTrees }) =>
      `| ${layout} | ${filings} | ${withFalseFindings} | ${percent(exactTrees, filings)} |`,
  ),
  '',
  '## By fault',
  '',
  '| fault | rule | filings | found | errors and warnings beside it |',
  '|---|---|---:|---:|---|',
  ...results.map(({ fault, rule, made: count, found: right, others }) => {
    const more = [...others].map(([other, times]) => `\`${other}\` ${times}`).join(', ')
    return `| ${fault} | \`${rule}\` | ${count} | ${percent(right, count)} | ${more} |`
  }),
]
const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'detection.md')
mkdirSync(path.dirname(file), { recursive: true })
writeFileSync(file, `${lines.join('\n')}\n`)
console.log(lines.slice(5, 7).join('\n'))

function perThousand(count) {
  return ((1000 * count) / run.filings).toFixed(0)
}

function exactly({ right, all }) {
  return `${percent(right, all, 2)} of ${all}`
}
