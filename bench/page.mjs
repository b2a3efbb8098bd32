// How fast pbo.html is: `npm run build:page && node bench/page.mjs`. Beside the command with one job, in turns.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { makeFolder } from './speed/data.mjs'
import { median, PBO, runOnce } from './speed/measure.mjs'

const COUNT = 1_000
const ROUNDS = 3
const URL = pathToFileURL(resolve('dist/pbo.html')).href

const parent = mkdtempSync(join(tmpdir(), 'pbo-page-bench-'))
const folder = makeFolder(parent, COUNT)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})

const open = async () => {
  const page = await browser.newPage()
  await page.goto(URL)
  return page
}

const heapOf = async (page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
}

const checkFolder = async () => {
  const page = await open()
  const before = await heapOf(page)
  await page.setInputFiles('#folder', folder)
  await page.waitForSelector('#work:not([hidden])')
  const start = performance.now()
  await page.waitForSelector('[data-export]:not([disabled])', { timeout: 300_000 })
  const seconds = (performance.now() - start) / 1000
  await page.click('#clear')
  const heap = [before, await heapOf(page)]
  await page.close()
  return { seconds, heap }
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
  const page = await checkFolder()
  const args = [PBO, 'check', basename(folder), '--jobs', '1', '--format', 'json']
  const { ms } = runOnce(args, { cwd: parent })
  rounds.push({ ...one, ...page, command: ms / 1000 })
}
await browser.close()
rmSync(parent, { recursive: true })

const of = (name) => median(rounds.map((round) => round[name]))
const lines = [
  `first paint ${Math.round(of('paint'))} ms, findings of one workbook ${Math.round(of('result'))} ms after it was chosen`,
  `${COUNT} text filings: page ${of('seconds').toFixed(1)} s, command with one job ${of('command').toFixed(1)} s`,
  `heap of the page: ${rounds
    .at(-1)
    .heap.map((megabytes) => `${megabytes.toFixed(1)} MB`)
    .join(' before, ')} after 清空`,
]
process.stdout.write(`${lines.join('\n')}\n`)
