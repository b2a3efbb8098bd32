import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Zippable, zipSync } from 'fflate'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asPageSays } from '../support/page-words.ts'

// Playwright speaks a protocol of its own with a Firefox of its own; this is the Firefox of Debian, by WebDriver BiDi.

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync)
const WHY = FIREFOX === undefined ? ' (skipped: there is no Firefox in /usr/bin)' : ''

const PAGE = 'dist/pbo.html'
const LONGEST = 120_000

let browser: Browser
let folder: string
let server: Server

/** What was asked of the host of the page. */
const asked: string[] = []

/** What the page may not do. */
const complaints: string[] = []

const open = async (url: string): Promise<Page> => {
  const page = await browser.newPage()
  page.on('console', (message) => complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => {
    if (!String(error).includes('/favicon.ico')) complaints.push(`error: ${String(error)}`)
  })
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    // Firefox has fonts of its own in `data:`, and asks each host for an icon, which the page doesn't let in.
    if (!/^(?:blob|data):|\/favicon\.ico$/.test(request.url()) && request.url() !== url)
      complaints.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  return page
}

const give = async (page: Page, ...paths: string[]): Promise<void> => {
  const input = await page.waitForSelector('input#files')
  await input?.uploadFile(...paths)
  await page.waitForSelector('#verdict > *', { timeout: LONGEST })
  await page.waitForSelector('#work', { hidden: true, timeout: LONGEST })
}

/** What the page saves as JSON. */
const saved = async (page: Page): Promise<string> => {
  const downloads = join(folder, 'downloads')
  await page.click('[data-export="json"]')
  await expect.poll(() => readdirSync(downloads), { timeout: LONGEST }).toEqual(['检查结果.json'])
  const path = join(downloads, '检查结果.json')
  await expect.poll(() => readFileSync(path, 'utf8'), { timeout: LONGEST }).toMatch(/\}\n$/)
  const text = readFileSync(path, 'utf8')
  rmSync(path)
  return text
}

/** As the page checks: it reads no scans, and may take all the time it wants for an archive. */
const OPTIONS = ['--no-ocr', '--file-timeout', '600', '--format', 'json', '--lang', 'zh']

/** What the command says of the same files. */
const command = (names: readonly string[]): string => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'bin/pbo.js'), 'check', ...names, ...OPTIONS],
    { cwd: folder, maxBuffer: 1024 ** 3, encoding: 'utf8' },
  )
  return asPageSays(stdout)
}

const DISK = pathToFileURL(PAGE).href

describe.skipIf(FIREFOX === undefined)(`pbo.html in Firefox${WHY}`, () => {
  beforeAll(async () => {
    execFileSync(process.execPath, ['scripts/build-page.mjs'])
    folder = mkdtempSync(join(tmpdir(), 'pbo-firefox-'))
    server = createServer(({ url = '' }, response) => {
      asked.push(url)
      if (url !== '/pbo.html') response.writeHead(404).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(PAGE))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: FIREFOX ?? '',
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': join(folder, 'downloads'),
      },
    })
  }, LONGEST)

  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('says of all fixtures, of every format, what the command says, byte for byte', async () => {
    // Archives, as nobody can choose a folder for Firefox this way; small ones, as each has its time.
    const archives: Zippable[] = []
    for (const entry of readdirSync('fixtures', { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (!entry.isFile()) continue
      const last = archives.at(-1)
      if (last === undefined || Object.keys(last).length === 50) archives.push({ [path]: readFileSync(path) })
      else last[path] = readFileSync(path)
    }
    const names = archives.map((files, i) => {
      const name = `fixtures-${String(i).padStart(2, '0')}.zip`
      writeFileSync(join(folder, name), zipSync(files, { level: 1 }))
      return name
    })
    const page = await open(DISK)
    await give(page, ...names.map((name) => join(folder, name)))
    expect((await saved(page)) === command(names)).toBe(true)
    await page.close()
  }, 240_000)

  test('shows a filing with its findings, and is empty again', async () => {
    const page = await open(DISK)
    await give(page, 'fixtures/office/menyuan-2022.xlsx')
    const frame = await (await page.waitForSelector('#filing'))?.contentFrame()
    await frame?.waitForSelector('.finding')
    await page.click('#back')
    await page.click('#clear')
    await page.waitForSelector('#intake', { visible: true })
    expect(await page.$$('#file-rows tr')).toHaveLength(0)
    await page.close()
  }, 60_000)

  test('works from any host of files, which it asks for nothing but itself', async () => {
    const page = await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/pbo.html`)
    await give(page, 'fixtures/office/menyuan-2022.docx', 'fixtures/office/menyuan-2022.pdf')
    expect(await page.$$('#file-rows tr')).toHaveLength(2)
    await page.close()
    expect(asked).toEqual(['/pbo.html'])
  }, 60_000)

  test('asked nothing of any network, and no script had a fault', () => {
    expect(complaints).toEqual([])
  })
})
