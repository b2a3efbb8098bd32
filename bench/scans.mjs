// How well scans are read: made-up filings of every form with borders are printed, spoiled as scanners and photocopiers do, by seeds, and
// read back; what is read is compared with what is read of the file that was printed. Writes docs/scans-measured.md.
//   npm run bench:scans                     60 pages twice: half an hour and more; `-- --pages 20` reads fewer
//   npm run bench:scans -- --quick          a few fixtures; only prints, as with files
//   npm run bench:scans [-- FILE.pdf …]
//   … --keep FOLDER                         keeps what the engine reads of each page there, and reads none twice
// Needs `npm run install:ocr`, pdftoppm, and Chromium where filings are printed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as pboOcr from 'pbo-ocr'
import { importSource } from './quantities/bundle.mjs'
import { CLEAN, degrade, printPages, randomBy, scanPdf } from './scans/make-scan.mjs'

const QUICK = [
  'fixtures/office/form-per-project.pdf',
  'fixtures/office/row-per-indicator.pdf',
  'fixtures/pdf/form-chromium.pdf',
  'fixtures/pdf/two-pages-libreoffice.pdf',
]

/** Longer files are left out of the whole. */
const LONGEST = 5

/** Filings of each form that are printed, and pages that are read of all of them. */
const [EACH_FORM, ALL_PAGES] = [4, 60]

const WAYS = [
  { name: '200 dpi', dpi: 200, how: () => CLEAN },
  {
    name: '150 dpi, noise, aslant, seal',
    dpi: 150,
    how: (random) => ({ skew: random() * 4 - 2, noise: 8, blur: 1, quality: 60, stamp: true }),
  },
]

const { readFiling: read } = await importSource('bench/scans/read-filing.ts')

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

const { values: flags, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, keep: { type: 'string' }, pages: { type: 'string' } },
})
const isWhole = named.length === 0 && flags.quick !== true

/** CPU seconds that the engine itself has taken. */
let engine = 0
/** CPU seconds of pages that an earlier run has read. */
let before = 0
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + before
}
{
  // The module that the package loads: what it makes runs the models.
  const runtime = 'packages/ocr/node_modules/onnxruntime-web/dist/ort.wasm.bundle.min.mjs'
  const { InferenceSession } = await import(pathToFileURL(resolve(runtime)).href)
  const { run } = InferenceSession.prototype ?? {}
  const create = InferenceSession.create
  InferenceSession.create = async (...given) => {
    const session = await create.apply(InferenceSession, given)
    const ownRun = session.run ?? run
    session.run = async (...feeds) => {
      const before = cpuSeconds()
      const results = await ownRun.apply(session, feeds)
      engine += cpuSeconds() - before
      return results
    }
    return session
  }
}

/** Reads pages with the package, or takes what it read of them before, with the time that it took. */
const keeping = (folder) => {
  mkdirSync(folder, { recursive: true })
  return {
    ...pboOcr,
    readPage: async (page) => {
      const hash = createHash('sha256')
      for (const { picture } of page.pictures) hash.update(picture.data)
      const path = join(folder, `${hash.digest('hex').slice(0, 32)}.json`)
      if (existsSync(path)) {
        const kept = JSON.parse(readFileSync(path, 'utf8'))
        engine += kept.engine
        before += kept.seconds
        return kept.read
      }
      const [start, engineBefore] = [cpuSeconds(), engine]
      const read = await pboOcr.readPage(page, Number.POSITIVE_INFINITY)
      const kept = { read, seconds: cpuSeconds() - start, engine: engine - engineBefore }
      writeFileSync(path, JSON.stringify(kept))
      return read
    },
  }
}

// Other work on the machine is not to end it.
const unhurried = { ...pboOcr, readPage: (page) => pboOcr.readPage(page, Number.POSITIVE_INFINITY) }
const reader = flags.keep === undefined ? unhurried : keeping(flags.keep)

/** The files to be read: their names, and where they are. */
const filesToRead = async () => {
  const paths = named.length > 0 ? named : QUICK
  if (!isWhole) return { printed: paths.map((path) => ({ name: basename(path), path })) }
  const { boxedFilings } = await importSource('bench/scans/boxed-filings.ts')
  const { printFilings } = await import('./scans/print-filings.mjs')
  return printFilings(boxedFilings(EACH_FORM))
}

const { printed, folder } = await filesToRead()
const rows = WAYS.map((way) => ({
  way,
  pages: 0,
  seconds: 0,
  engine: 0,
  indicators: [0, 0],
  amounts: [0, 0],
  characters: [0, 0],
  errors: 0,
  falseErrors: 0,
  files: 0,
}))
const mostPages = Number(flags.pages ?? ALL_PAGES)

/** Reads one file in one way, and adds what came of it. */
const measure = async ({ name, path }, seed, { way, ...sum }) => {
  const random = randomBy(seed)
  const how = way.how(random)
  const pages = printPages(path, way.dpi)
  if (isWhole && (pages.length > LONGEST || sum.pages + pages.length > mostPages)) return sum
  const scan = scanPdf(
    pages.map((page) => degrade(page, how, random)),
    way.dpi,
    how,
  )
  const truth = await read(readFileSync(path))
  const [start, engineBefore] = [cpuSeconds(), engine]
  const found = await read(scan, async () => reader)
  const known = [...truth.errors]
  const falseErrors = found.errors.filter((error) => {
    const at = known.indexOf(error)
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
  const one = {
    indicators: [hits(truth.indicators, found.indicators), truth.indicators.length],
    amounts: [hits(truth.amounts, found.amounts), truth.amounts.length],
    characters: [charactersHit(truth.text, found.text), truth.text.length],
  }
  console.log(way.name, name, JSON.stringify(one), `${falseErrors.length} false errors`)
  for (const error of falseErrors) console.log('   ', error)
  const missed = truth.indicators.filter((indicator) => !found.indicators.includes(indicator))
  const invented = found.indicators.filter((indicator) => !truth.indicators.includes(indicator))
  if (missed.length > 0) console.log('    missed:', missed.join(' | '), '\n    read:  ', invented.join(' | '))
  const added = Object.entries(one).map(([key, [hit, all]]) => [key, [sum[key][0] + hit, sum[key][1] + all]])
  return {
    ...Object.fromEntries(added),
    pages: sum.pages + pages.length,
    seconds: sum.seconds + cpuSeconds() - start,
    engine: sum.engine + engine - engineBefore,
    errors: sum.errors + found.errors.length,
    falseErrors: sum.falseErrors + falseErrors.length,
    files: sum.files + 1,
  }
}

for (const [seed, file] of printed.entries())
  for (const row of rows) Object.assign(row, await measure(file, seed, row))
if (folder !== undefined) rmSync(folder, { recursive: true })

const share = ([hit, all]) => (all === 0 ? '—' : `${hit} of ${all}, ${((100 * hit) / all).toFixed(1)} %`)
const table = [
  '| scan | files, pages | indicators exact | amounts | characters | errors not in the file | CPU seconds per page | recognition engine alone |',
  '|---|---|---|---|---|---|---|---|',
  ...rows.map(
    ({
      way: { name: way },
      files,
      pages,
      indicators,
      amounts,
      characters,
      falseErrors,
      errors,
      seconds,
      engine: alone,
    }) =>
      `| ${way} | ${files}, ${pages} | ${share(indicators)} | ${share(amounts)} | ${share(characters)} | ${falseErrors} of ${errors} | ${(seconds / pages).toFixed(1)} | ${(alone / pages).toFixed(1)} |`,
  ),
].join('\n')
const memory = `Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`
console.log(`${table}\n\n${memory}`)
if (isWhole) {
  writeFileSync(
    'docs/scans-measured.md',
    `# How well scans are read\n\nGenerated by \`npm run bench:scans\`: made-up filings of every form with borders, printed by Chromium, degraded at random from seeds
(\`bench/scans/make-scan.mjs\`), read back, and compared with what pbo reads from the original files. An indicator is exact if its name and all
its values are the same.\n\n${table}\n\n${memory}\n`,
  )
}
