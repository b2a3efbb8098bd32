// What pbo finds of faults put into made-up filings, and what it says wrongly of clean ones.
//   node bench/detection.mjs [clean filings] [filings of each kind of fault]
// Writes the table to docs/detection.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importSource } from './quantities/bundle.mjs'

const [clean = 2000, each = 100] = process.argv.slice(2).map(Number)
const { checkClean, detect } = await importSource('test/support/detection.ts')
const { FAULTS } = await importSource('test/support/faults.ts')

const run = checkClean(clean)
const results = FAULTS.map((fault) => detect(fault, each))
const made = results.reduce((total, result) => total + result.made, 0)
const found = results.reduce((total, result) => total + result.found, 0)
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`

const lines = [
  '# Detection',
  '',
  'Made by `npm run bench:detection`: filings made up from seeds, in the writing styles of `test/support/filing-style.ts`,',
  'clean or with one fault each (`test/support/faults.ts`). A fault counts as found when the named rule reports it in its project and at its place.',
  '',
  `* Clean filings: ${run.filings}; with a false error or warning: ${run.withFalseFindings}; trees read exactly: ${percent(run.exactTrees, run.filings)}.`,
  `* Faulty filings: ${made} of ${results.length} kinds; found: ${found} (${percent(found, made)}).`,
  '',
  '| fault | rule | filings | found | errors and warnings of other rules |',
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
