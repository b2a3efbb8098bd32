// How well scans are read: fixtures are printed, spoiled as scanners and photocopiers do, by seeds, and read back; what is read is
// compared with what is read of the file that was printed. Writes docs/scans-measured.md.
//   npm run bench:scans [-- FILE.pdf …]     other files; then it only prints
// Needs `npm run install:ocr`, `npm run build` and pdftoppm.
import { isUtf8 } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import * as reader from 'pbo-ocr'
import { check, indicatorsOf, openFile, parseDocument, projectsOf } from '../dist/library/index.js'
import { CLEAN, degrade, printPages, randomBy, scanPdf } from './scans/make-scan.mjs'

const FILES = [
  'fixtures/office/form-per-project.pdf',
  'fixtures/office/row-per-indicator.pdf',
  'fixtures/office/menyuan-2022.pdf',
  'fixtures/pdf/form-chromium.pdf',
  'fixtures/pdf/two-pages-libreoffice.pdf',
]

/** Pages of one file that are read: large ones take a minute each. */
const MOST_PAGES = 2

const WAYS = [
  { name: '200 dpi', dpi: 200, how: () => CLEAN },
  {
    name: '150 dpi, noise, aslant, seal',
    dpi: 150,
    how: (random) => ({ skew: random() * 4 - 2, noise: 8, blur: 1, quality: 60, stamp: true }),
  },
]

const read = async (bytes, pictureReader) => {
  const [opened] = await openFile(bytes, { isUtf8, pictureReader })
  if (opened.kind !== 'document') return { text: '', indicators: [], amounts: [], errors: [] }
  const { disclosure } = parseDocument(opened.document)
  const projects = [...projectsOf(disclosure)]
  const meaning = (text) => text?.meaning ?? ''
  return {
    // Nobody sees whether a bracket is of full width.
    text: opened.document.source.text.normalize('NFKC').replace(/\s+/g, ''),
    indicators: projects.flatMap((project) =>
      [...indicatorsOf(project)].map((one) => [one.text, one.actual?.text].map(meaning).join(' ')),
    ),
    amounts: projects.map(({ amount }) => meaning(amount?.text)),
    errors: check(disclosure)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => `${rule} ${message.en}`),
  }
}

/** How many of the wanted are among the found, each found one counted once. */
const hits = (wanted, found) => {
  const left = [...found]
  return wanted.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

/** Characters that have to be changed, added or left out to make one text the other. */
const distance = (a, b) => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let k = 1; k <= b.length; k += 1)
      next[k] = Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + (a[i - 1] === b[k - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]
}

/** Lines stand in another order where a page was read otherwise: characters are compared as a set, too. */
const charactersHit = (wanted, found) =>
  Math.max(wanted.length - distance(wanted, found), hits([...wanted], [...found]))

const named = process.argv.slice(2)
const rows = []
for (const way of WAYS) {
  const sum = {
    pages: 0,
    seconds: 0,
    indicators: [0, 0],
    amounts: [0, 0],
    characters: [0, 0],
    falseErrors: 0,
    files: 0,
  }
  for (const [i, path] of (named.length > 0 ? named : FILES).entries()) {
    const random = randomBy(i)
    const how = way.how(random)
    const pages = printPages(path, way.dpi)
    if (pages.length > MOST_PAGES) continue
    const scan = scanPdf(
      pages.map((page) => degrade(page, how, random)),
      way.dpi,
      how,
    )
    const truth = await read(readFileSync(path))
    const before = process.cpuUsage()
    const found = await read(scan, async () => reader)
    const { user, system } = process.cpuUsage(before)
    const falseErrors = found.errors.filter((error) => !truth.errors.includes(error))
    const one = {
      indicators: [hits(truth.indicators, found.indicators), truth.indicators.length],
      amounts: [hits(truth.amounts, found.amounts), truth.amounts.length],
      characters: [charactersHit(truth.text, found.text), truth.text.length],
    }
    for (const key of Object.keys(one)) for (const k of [0, 1]) sum[key][k] += one[key][k]
    sum.files += 1
    sum.pages += pages.length
    sum.seconds += (user + system) / 1e6
    sum.falseErrors += falseErrors.length
    console.log(way.name, basename(path), JSON.stringify(one), `${falseErrors.length} false errors`)
    for (const error of falseErrors) console.log('   ', error)
    const missed = truth.indicators.filter((indicator) => !found.indicators.includes(indicator))
    if (missed.length > 0)
      console.log(
        '    missed:',
        missed.join(' | '),
        '\n    read:  ',
        found.indicators.filter((x) => !truth.indicators.includes(x)).join(' | '),
      )
  }
  rows.push({ way: way.name, ...sum })
}

const share = ([hit, all]) => (all === 0 ? '—' : `${hit} of ${all}, ${((100 * hit) / all).toFixed(1)} %`)
const table = [
  '| scan | files, pages | indicators exact | amounts | characters | errors that the file has not | CPU seconds a page |',
  '|---|---|---|---|---|---|---|',
  ...rows.map(
    ({ way, files, pages, indicators, amounts, characters, falseErrors, seconds }) =>
      `| ${way} | ${files}, ${pages} | ${share(indicators)} | ${share(amounts)} | ${share(characters)} | ${falseErrors} | ${(seconds / pages).toFixed(1)} |`,
  ),
].join('\n')
const memory = `Peak memory of the whole process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`
console.log(`${table}\n\n${memory}`)
if (named.length === 0) {
  writeFileSync(
    'docs/scans-measured.md',
    `# How well scans are read\n\nWritten by \`npm run bench:scans\`: fixtures printed, spoiled by seeds (\`bench/scans/make-scan.mjs\`), read back, and compared with what is read of the
files themselves. An indicator is exact if its name and all its values are.\n\n${table}\n\n${memory}\n`,
  )
}
