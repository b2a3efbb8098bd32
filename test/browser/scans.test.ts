import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Document, ImageRun, Packer, Paragraph } from 'docx'
import { type Browser, chromium, type Page } from 'playwright-core'
import puppeteer, { type Browser as FirefoxBrowser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
// @ts-expect-error: a script
import { CLEAN, degrade, jpegOf, printPages, randomBy, scanPdf } from '../../bench/scans/make-scan.mjs'
import { makeOfd, page as ofdPage } from '../read/ofd-maker.ts'
import { makePng } from '../support/png.ts'
import { makeTiff } from '../support/tiff.ts'

// The page that reads scans, opened from the disk, as a double click does.

const find = (...paths: string[]): string | undefined => paths.find(existsSync)
const CHROMIUM = find('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome')
const FIREFOX = find('/usr/bin/firefox-esr', '/usr/bin/firefox')
const WHY = !existsSync('node_modules/pbo-ocr')
  ? ' (skipped: run `npm run install:ocr` first)'
  : spawnSync('pdftoppm', ['-v']).error !== undefined
    ? ' (skipped where pdftoppm is not installed)'
    : ''

const PAGE = 'dist/pbo-ocr.html'
const LONGEST = 900_000

interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** The upper part of a picture, with blank paper below it up to a height. */
const topOf = ({ width, data }: Pixels, part: number, height = part): Pixels => {
  const top = new Uint8Array(3 * width * height).fill(255)
  top.set(data.subarray(0, 3 * width * part))
  return { width, height, data: top }
}

const ofdOf = (jpeg: Uint8Array): Uint8Array =>
  makeOfd([ofdPage('<ofd:ImageObject Boundary="0 0 210 60" CTM="210 0 0 60 0 0" ResourceID="5"/>')], {
    common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
    files: {
      'Doc_0/DocumentRes.xml':
        '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>scan.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>',
      'Doc_0/Res/scan.jpg': jpeg,
    },
  })

const docxOf = (jpeg: Uint8Array, { width, height }: Pixels): Promise<Buffer> => {
  const picture = new ImageRun({ type: 'jpg', data: jpeg, transformation: { width, height } })
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [picture] })] }] }))
}

let folder: string

/** A scan with findings, and a few lines in every format that holds pictures. */
const writeScans = async (): Promise<string[]> => {
  const [filing] = printPages('fixtures/office/menyuan-2022.pdf', 150)
  const spoiled = degrade(topOf(filing, 640), { ...CLEAN, skew: 1, noise: 8, stamp: true }, randomBy(1))
  const [form] = printPages('fixtures/office/form-per-project.pdf', 110)
  const { width, height, data } = topOf(form, 250, 520)
  const jpeg = jpegOf({ width, height, data }, 85)
  const files = {
    'scan.pdf': scanPdf([spoiled], 150, CLEAN),
    'photo.jpg': jpeg,
    // The same pixels as those of the TIFF: what was read of one is known of the other.
    'photo.png': makePng(
      { width, height, colours: 2, depth: 8 },
      (x, y, k) => data[3 * (y * width + x) + k] as number,
    ),
    'photo.tiff': makeTiff([{ width, height, data }]),
    'page.ofd': ofdOf(jpeg),
    'photos.docx': await docxOf(jpeg, form),
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  return Object.keys(files).sort()
}

/** What the command says of the same files, as JSON and as a page. */
const command = (names: readonly string[]): { readonly json: string; readonly html: string } => {
  const options = '--output html=report.html --format json --level info --lang zh --file-timeout 600'.split(
    ' ',
  )
  const { stdout } = spawnSync(process.execPath, [resolve('bin/pbo.js'), 'check', ...names, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  })
  return { json: stdout, html: readFileSync(join(folder, 'report.html'), 'utf8') }
}

beforeAll(() => {
  if (WHY !== '') return
  execFileSync(process.execPath, ['scripts/build-page.mjs'])
  folder = mkdtempSync(join(tmpdir(), 'pbo-page-scans-'))
}, LONGEST)

afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true })
})

describe.skipIf(CHROMIUM === undefined || WHY !== '')(`pbo-ocr.html in Chromium${WHY}`, () => {
  let browser: Browser
  const complaints: string[] = []

  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true })
    const page = await context.newPage()
    const url = pathToFileURL(PAGE).href
    page.on('console', (message) => complaints.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
    context.on('request', (request) => {
      if (request.url() !== url && !/^(?:blob|data):/.test(request.url()))
        complaints.push(`request: ${request.url()}`)
    })
    await page.goto(url)
    await page.click('#settings')
    await page.selectOption('#level', 'info')
    await page.click('#choices [type="submit"]')
    return page
  }

  const idle = async (page: Page): Promise<void> => {
    await page.waitForSelector('#work', { state: 'hidden', timeout: LONGEST })
  }

  const saved = async (page: Page, format: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: LONGEST }),
      page.click(`[data-export="${format}"]`),
    ])
    await idle(page)
    return readFileSync(await download.path(), 'utf8')
  }

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    })
  }, LONGEST)
  afterAll(() => browser?.close())

  test('lets nothing in but what is its own, and WebAssembly', () => {
    expect(statSync(PAGE).size).toBeLessThan(31e6)
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      readFileSync(PAGE, 'utf8'),
    )?.[1]
    expect(policy).toMatch(/^default-src 'none'; script-src (?:'sha256-[^']+' ){2}'wasm-unsafe-eval'; /)
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/unsafe-inline|https?:|\*/)
  })

  test(
    'says of scans in every format what the command says, byte for byte, with how they look',
    async () => {
      const names = await writeScans()
      const page = await open()
      const said: (string | null)[] = []
      await page.exposeFunction('tell', (text: string | null) => said.push(text))
      await page.evaluate(
        "new MutationObserver(() => tell(document.getElementById('status').textContent)).observe(document.getElementById('status'), { childList: true, subtree: true })",
      )
      await page.setInputFiles(
        '#files',
        names.map((name) => join(folder, name)),
      )
      await page.waitForSelector('#work:not([hidden])')
      await idle(page)
      expect(said.join()).toContain('正在识别 scan.pdf 的第 1 页，共 1 页')
      const { json, html } = command(names)
      expect(await saved(page, 'json')).toBe(json)
      // Nothing is read twice.
      said.length = 0
      const report = await saved(page, 'html')
      expect(said.join()).not.toContain('正在识别')
      expect(report).toBe(html)
      expect(report).toContain('<img class="scan"')
      await page.click('#tab-findings')
      await page.fill('#search', 'scan.pdf')
      await page.locator('#finding-rows [data-open]').first().click()
      const picture = page.frameLocator('#filing').locator('.finding.active img.scan').first()
      await picture.waitFor()
      expect(
        await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
      ).toBeGreaterThan(40)
      await page.context().close()
    },
    LONGEST,
  )

  test(
    'stops in the middle of a page, and reads on when it is asked',
    async () => {
      const page = await open()
      await page.setInputFiles('#files', [join(folder, 'scan.pdf'), join(folder, 'photo.jpg')])
      await page.locator('#status', { hasText: '正在识别 scan.pdf' }).waitFor({ timeout: LONGEST })
      await page.click('#cancel')
      await idle(page)
      expect(await page.locator('#verdict').textContent()).toContain('检查已取消')
      await page.click('#clear')
      await page.setInputFiles('#files', join(folder, 'photo.jpg'))
      await page.waitForSelector('#reading:not([hidden])', { timeout: LONGEST })
      await page.context().close()
    },
    LONGEST,
  )

  test('asked nothing of any network, and no script had a fault', () => {
    expect(complaints).toEqual([])
  })
})

describe.skipIf(FIREFOX === undefined || WHY !== '')(`pbo-ocr.html in Firefox${WHY}`, () => {
  let browser: FirefoxBrowser
  const downloads = () => join(folder, 'downloads')

  beforeAll(async () => {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: FIREFOX ?? '',
      protocolTimeout: LONGEST,
      extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads() },
    })
  }, LONGEST)
  afterAll(() => browser?.close())

  test(
    'says of a scan what the command says, byte for byte, with how it looks',
    async () => {
      const names = (await writeScans()).filter((name) => name === 'scan.pdf')
      const complaints: string[] = []
      const page = await browser.newPage()
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => {
        if (!String(error).includes('/favicon.ico')) complaints.push(String(error))
      })
      await page.goto(pathToFileURL(PAGE).href)
      // The page is large, and Firefox may be told to go on before its program has run.
      await page.waitForFunction(`document.readyState === 'complete' && document.querySelector('#settings')`)
      await page.click('#settings')
      await page.waitForSelector('#choices [type="submit"]', { visible: true })
      await page.select('#level', 'info')
      await page.click('#choices [type="submit"]')
      const input = await page.waitForSelector('input#files')
      await input?.uploadFile(join(folder, 'scan.pdf'))
      await page.waitForSelector('#reading:not([hidden])', { timeout: LONGEST })
      const frame = await (await page.waitForSelector('#filing'))?.contentFrame()
      await frame?.waitForSelector('img.scan')
      await page.click('#back')
      await page.click('[data-export="json"]')
      const path = join(downloads(), '检查结果.json')
      await expect
        .poll(() => existsSync(path) && readFileSync(path, 'utf8'), { timeout: 60_000 })
        .toMatch(/\}\n$/)
      expect(readdirSync(downloads())).toEqual(['检查结果.json'])
      expect(readFileSync(path, 'utf8')).toBe(command(names).json)
      expect(complaints).toEqual([])
    },
    LONGEST,
  )
})
