// How fast pbo.html is: `npm run build:page && node bench/page.mjs`. Beside the command with one job, in turns.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { makeFolder, makeLarge } from './speed/data.mjs'
import { median, PBO, runOnce } from './speed/measure.mjs'

const PAGE = 'dist/pbo.html'
const COUNT = 1_000
/** As many files and megabytes as a province may hand in at once. */
const MANY = { files: 500, megabytes: 200 }
const ROUNDS = 3
const URL = pathToFileURL(resolve(PAGE)).href

const parent = mkdtempSync(join(tmpdir(), 'pbo-page-bench-'))
const folder = makeFolder(parent, COUNT)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})

const open = async () => {
  const page = await browser.newPage()
  await page.addInitScript(() => {
    globalThis.tasks = []
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    })
  })
  await page.goto(URL)
  return page
}

const heapOf = async (page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
}

const checkFolder = async (path) => {
  const page = await open()
  const before = await heapOf(page)
  await page.setInputFiles('#folder', path)
  await page.waitForSelector('#work:not([hidden])')
  const start = performance.now()
  await page.waitForSelector('#work', { state: 'hidden', timeout: 1_800_000 })
  const seconds = (performance.now() - start) / 1000
  const full = await heapOf(page)
  await page.click('#clear')
  const heap = [before, full, await heapOf(page)]
  const tasks = await page.evaluate(() => tasks)
  await page.close()
  return { seconds, heap, longest: Math.max(0, ...tasks) }
}

/** A folder of large filings, no two of which are the same. */
const makeMany = () => {
  const path = join(parent, 'many')
  mkdirSync(path)
  const text = readFileSync(makeLarge(parent, MANY.megabytes / MANY.files), 'utf8')
  for (let i = 0; i < MANY.files; i += 1)
    writeFileSync(join(path, `${i}.txt`), text.replaceAll('176人', `${1000 + i}人`))
  return path
}

const checkOne = async () => {
  const page = await open()
  const paint = await page.evaluate(() => performance.getEntriesByType('paint').at(-1)?.startTime)
  const start = performance.now()
  await page.setInputFiles('#files', resolve('fixtures/office/menyuan-2022.xlsx'))
  await page.frameLocator('#filing').locator('.finding').first().waitFor()
  const result = performance.now() - start
  await page.close()
  return { paint, result }
}

const rounds = []
for (let i = 0; i < ROUNDS; i += 1) {
  const one = await checkOne()
  const page = await checkFolder(folder)
  const args = [PBO, 'check', basename(folder), '--jobs', '1', '--format', 'json']
  const { ms } = runOnce(args, { cwd: parent })
  rounds.push({ ...one, ...page, command: ms / 1000 })
}
const many = await checkFolder(makeMany())
await browser.close()
rmSync(parent, { recursive: true })

const of = (name) => median(rounds.map((round) => round[name]))
const page = readFileSync(PAGE)
const heap = (all) => {
  const [before, full, after] = all.map((megabytes) => `${megabytes.toFixed(1)} MB`)
  return `heap of the page ${before} before, ${full} with all results, ${after} after 清空`
}
const lines = [
  `${(statSync(PAGE).size / 1e6).toFixed(2)} MB, ${(gzipSync(page, { level: 9 }).length / 1e6).toFixed(2)} MB gzipped`,
  `first paint ${Math.round(of('paint'))} ms, findings of one workbook ${Math.round(of('result'))} ms after it was chosen`,
  `${COUNT} text filings: page ${of('seconds').toFixed(1)} s, command with one job ${of('command').toFixed(1)} s; ${heap(rounds.at(-1).heap)}`,
  `${MANY.files} filings of ${MANY.megabytes} MB: ${many.seconds.toFixed(0)} s, longest task of the page ${Math.round(many.longest)} ms; ${heap(many.heap)}`,
]
process.stdout.write(`${lines.join('\n')}\n`)
