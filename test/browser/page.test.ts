import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asPageSays } from '../support/page-words.ts'
import { makeRound } from '../support/rounds/make-round.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const WHY = CHROMIUM === undefined ? ' (skipped: there is no Chromium in /usr/bin)' : ''

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PAGE = join(ROOT, 'dist/pbo.html')
const FIXTURES = join(ROOT, 'fixtures')

let browser: Browser
let folder: string

/** What the page may not do; each opened page reports here. */
const complaints: string[] = []

const open = async (): Promise<Page> => {
  const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true })
  const page = await context.newPage()
  const url = pathToFileURL(PAGE).href
  page.on('console', (message) => complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('blob:'))
      complaints.push(`request: ${request.url()}`)
  })
  await page.goto(url)
  return page
}

/** Waits until everything was checked; then it can be saved. */
const checked = (page: Page): Promise<unknown> =>
  page.waitForSelector('[data-export]:not([disabled])', { state: 'attached', timeout: 120_000 })

const give = async (page: Page, input: '#files' | '#folder', paths: string | string[]): Promise<void> => {
  await page.setInputFiles(input, paths)
  await checked(page)
  await page.waitForSelector('#work', { state: 'hidden', timeout: 120_000 })
  if (await page.locator('#reading').isVisible()) await page.click('#back')
}

const saved = async (page: Page, format: string, what = 'export'): Promise<Buffer> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`[data-${what}="${format}"]`),
  ])
  await page.waitForSelector('#work', { state: 'hidden' })
  return readFileSync(await download.path())
}

/** Writes the files of one side of a round into a folder. */
const writeRound = (to: string, files: ReturnType<typeof makeRound>['old']): void => {
  mkdirSync(to, { recursive: true })
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(to, name)), { recursive: true })
    writeFileSync(join(to, name), bytes)
  }
}

/** Drops files, as a browser gives them, on a part of the page. */
const drop = async (page: Page, selector: string, name: string, content: string): Promise<void> => {
  const file = `new File([${JSON.stringify(content)}], ${JSON.stringify(name)})`
  const transfer = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); data.items.add(${file}); return data })()`,
  )
  await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer })
}

/** What the command says of the same files. */
const command = (cwd: string, paths: readonly string[], format = 'json'): string =>
  // The page reads no scans, and says where there is one that does.
  asPageSays(pbo(cwd, ['check', ...paths, '--no-ocr', '--format', format]))

const pbo = (cwd: string, words: readonly string[]): string => {
  const bin = join(ROOT, 'bin/pbo.js')
  const { stdout } = spawnSync(process.execPath, [bin, ...words, '--lang', 'zh'], {
    cwd,
    maxBuffer: 1024 ** 3,
    encoding: 'utf8',
  })
  return stdout
}

const agenciesOf = ({ agencies = [] }: { agencies?: { name: string }[] }): string[] =>
  agencies.map(({ name }) => name)

describe.skipIf(CHROMIUM === undefined)(`pbo.html in a browser, from the disk${WHY}`, () => {
  beforeAll(async () => {
    execFileSync(process.execPath, ['scripts/build-page.mjs'], { cwd: ROOT })
    folder = mkdtempSync(join(tmpdir(), 'pbo-page-'))
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is small, and lets nothing in but what is its own', () => {
    const page = readFileSync(PAGE)
    expect(page.length).toBeLessThan(6e6)
    expect(gzipSync(page).length).toBeLessThan(2e6)
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page.toString())?.[1]
    expect(policy).toMatch(/^default-src 'none'; script-src (?:'sha256-[^']+' ?){2}; /)
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('says whose software is in it, and under which licence', async () => {
    const page = await open()
    await page.click('#notices summary')
    const notices = (await page.locator('#notices pre').textContent()) ?? ''
    for (const name of ['pdfjs-dist', '@e965/xlsx', 'fflate', 'htmlparser2', 'write-excel-file'])
      expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\([\\w.-]+\\)$`, 'm'))
    expect(notices).toContain('Copyright 1990-2009 Adobe Systems Incorporated.')
    await page.context().close()
  })

  test('says of all fixtures, of every format, what the command says, byte for byte', async () => {
    const page = await open()
    await give(page, '#folder', FIXTURES)
    expect((await saved(page, 'json')).toString()).toBe(command(ROOT, ['fixtures']))
    const list = join(folder, 'list.xlsx')
    command(ROOT, ['fixtures', '--output', `worklist=${list}`], 'compact')
    expect((await saved(page, 'worklist')).equals(readFileSync(list))).toBe(true)
    await page.context().close()
  }, 600_000)

  test('says of files that can’t be read what the command says', async () => {
    const names = {
      'empty.txt': '',
      'picture.png': '\x89PNG\r\n\x1a\n',
      'letter.rtf': '{\\rtf1 x}',
      'a.txt': '无表',
    }
    for (const [name, content] of Object.entries(names)) writeFileSync(join(folder, name), content, 'latin1')
    const torn = readFileSync(join(FIXTURES, 'office/menyuan-2022.xlsx')).subarray(0, 4000)
    writeFileSync(join(folder, 'torn.xlsx'), torn)
    writeFileSync(join(folder, 'large.txt'), Buffer.alloc(21 * 1024 ** 2, 32))
    const files = [...Object.keys(names), 'torn.xlsx', 'large.txt'].sort()
    const page = await open()
    await give(
      page,
      '#files',
      files.map((name) => join(folder, name)),
    )
    expect((await saved(page, 'json')).toString()).toBe(command(folder, files))
    expect(await page.locator('tr.failed').count()).toBe(files.length)
    await page.context().close()
  })

  test('shows a filing with its findings, leads from a finding to its place, and speaks English', async () => {
    const page = await open()
    await give(page, '#folder', join(FIXTURES, 'office'))
    await page.click('#tab-findings')
    await page.fill('#search', '人事档案管理成本')
    const row = page.locator('#finding-rows .finding', { hasText: '人事档案管理成本' }).first()
    await row.locator('[data-open]').click()
    await page.waitForSelector('#reading:not([hidden])')
    const filing = page.frameLocator('#filing')
    await filing.locator('.finding.active').waitFor()
    expect(await filing.locator('.finding.active').textContent()).toContain('人事档案管理成本')
    await page.click('#language')
    expect(await page.title()).toBe('Check of project performance-goal tables')
    expect(await filing.locator('html').getAttribute('data-lang')).toBe('en')
    await page.reload()
    expect(await page.locator('html').getAttribute('data-lang')).toBe('en')
    await page.context().close()
  })

  test('checks again when a rule is switched off, and remembers it', async () => {
    const page = await open()
    await give(page, '#files', join(FIXTURES, 'office/menyuan-2022.xlsx'))
    const rules = () =>
      page.locator('#finding-rows .finding').evaluateAll((all) => all.map((one) => one.textContent))
    await page.click('#tab-findings')
    const before = await rules()
    await page.click('#settings')
    await page.selectOption('[data-rule="stale-baseline"]', 'off')
    await page.click('#choices [type="submit"]')
    await page.waitForSelector('#work', { state: 'hidden' })
    await checked(page)
    await page.click('#back')
    expect((await rules()).length).toBe(before.length - 1)
    await page.reload()
    await page.click('#settings')
    expect(await page.inputValue('[data-rule="stale-baseline"]')).toBe('off')
    await page.context().close()
  })

  test('saves the list, the report and the rows', async () => {
    const page = await open()
    await give(page, '#folder', join(FIXTURES, 'docx'))
    const sheets = await readXlsxFile(await saved(page, 'worklist'))
    expect(sheets[0]?.sheet).toBe('汇总')
    expect(sheets.length).toBeGreaterThan(1)
    expect((await saved(page, 'csv')).toString()).toBe(command(FIXTURES, ['docx'], 'csv'))
    expect((await saved(page, 'html')).toString()).toBe(command(FIXTURES, ['docx'], 'html'))
    await page.context().close()
  })

  test('a hostile name or cell does nothing', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&lt;'
    const text = readFileSync(join(FIXTURES, 'text/single-cell/menyuan-2022/input.txt'), 'utf8')
    mkdirSync(join(folder, 'hostile'))
    writeFileSync(
      join(folder, 'hostile', `${hostile.replaceAll('/', '')}.txt`),
      text.replaceAll('人才', hostile),
    )
    writeFileSync(join(folder, 'hostile', '\u202egnp.txt'), hostile)
    writeFileSync(
      join(folder, 'hostile', '</script><script>alert(2)<').replace('</script>', '<-script>'),
      'x',
    )
    const page = await open()
    await give(page, '#folder', join(folder, 'hostile'))
    await page.click('#tab-findings')
    await page.locator('#finding-rows [data-open]').first().click()
    await page.waitForSelector('#reading:not([hidden])')
    await page.frameLocator('#filing').locator('.finding').first().waitFor()
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(await page.frameLocator('#filing').locator('img').count()).toBe(0)
    expect(await page.locator('#reading-name').textContent()).toContain('onerror=alert(1)')
    await page.context().close()
  })

  test('compares with the files of the last round, and with what was saved of it, as the command does', async () => {
    const { old, new: now } = makeRound(3, 12)
    const round = join(folder, 'round')
    writeRound(join(round, 'old'), old)
    writeRound(join(round, 'new'), now)
    const recheck = (from: string, ...words: string[]) => pbo(round, ['recheck', from, 'new', ...words])

    const page = await open()
    await page.setInputFiles('#earlier-folder', join(round, 'old'))
    expect(await page.locator('#earlier-given').textContent()).toContain('请放入本次的文件')
    await give(page, '#folder', join(round, 'new'))
    await page.waitForSelector('#recheck-rows .finding')
    for (const format of ['json', 'csv', 'markdown', 'html'])
      expect((await saved(page, format, 'recheck')).toString()).toBe(recheck('old', '--format', format))
    const book = join(folder, 'recheck.xlsx')
    recheck('old', '--output', `xlsx=${book}`)
    expect((await saved(page, 'xlsx', 'recheck')).equals(readFileSync(book))).toBe(true)

    const { counts, findings } = JSON.parse(recheck('old', '--format', 'json'))
    const shown = () => page.locator('#recheck-rows .finding').count()
    expect(await shown()).toBe(findings.length)
    await page.click('#recheck-chips [data-value="mended"]')
    expect(await shown()).toBe(findings.length - counts.mended)
    await page.click('#language')
    expect(await page.getByText('not corrected', { exact: true }).last().isVisible()).toBe(true)
    await page.click('#language')
    await page.locator('#recheck-rows [data-open]').first().click()
    await page.frameLocator('#filing').locator('.finding.active').waitFor()
    await page.click('#back')

    writeFileSync(join(round, 'old.json'), command(round, ['old']))
    await page.setInputFiles('#earlier-files', join(round, 'old.json'))
    await page.waitForSelector('#work', { state: 'hidden' })
    expect((await saved(page, 'json', 'recheck')).toString()).toBe(recheck('old.json', '--format', 'json'))
    await page.context().close()
  }, 120_000)

  test('calls the roll as the command does, and says so in its reports', async () => {
    const { new: now } = makeRound(4, 8)
    const round = join(folder, 'roll')
    writeRound(join(round, 'new'), now)
    const [first, ...others] = JSON.parse(command(round, ['new'])).files.map(agenciesOf)
    const names = others.flat().filter((name: string) => !first.includes(name))
    writeFileSync(join(round, 'list.csv'), `单位名称\n${names.join('\n')}\n某县没有交的局\n`)
    const page = await open()
    await give(page, '#folder', join(round, 'new'))
    await page.setInputFiles('#list-file', join(round, 'list.csv'))
    await page.waitForSelector('#work', { state: 'hidden' })
    const rows = page.locator('#roll-rows tr')
    expect(await rows.filter({ hasText: '某县没有交的局' }).textContent()).toContain('未报送')
    expect(await page.locator('#roll-rows .tag', { hasText: '不在名单内' }).count()).toBeGreaterThan(0)
    for (const format of ['json', 'csv'])
      expect((await saved(page, format)).toString()).toBe(
        command(round, ['new', '--expect', 'list.csv'], format),
      )
    await page.click('#remove-list')
    expect((await saved(page, 'json')).toString()).toBe(command(round, ['new']))
    await page.context().close()
  }, 60_000)

  test('says of a last round or a list that is none what is wrong, and names in them do nothing', async () => {
    const hostile = '<img src=x onerror=alert(1)>局'
    const text = readFileSync(join(FIXTURES, 'text/single-cell/menyuan-2022/input.txt'), 'utf8')
    const page = await open()
    await drop(page, '#list', `${hostile}.txt`, `<svg/onload=alert(2)>教育局\n501 某县教育局\u202e`)
    await drop(page, '#earlier-title', `${hostile}.txt`, text.replaceAll('人才', hostile))
    await page.waitForSelector('#earlier-given:not([hidden])')
    await give(page, '#files', join(FIXTURES, 'text/single-cell/menyuan-2022/input.txt'))
    await page.waitForSelector('#recheck-rows .finding')
    expect(await page.locator('#roll-rows').textContent()).toContain('<svg/onload=alert(2)>教育局')
    expect(await page.locator('#earlier-given').textContent()).toContain('onerror=alert(1)')
    expect(await page.locator('main img, main svg, main script').count()).toBe(0)
    await drop(page, '#earlier', 'saved.json', '{\n "schemaVersion": 0 }')
    await page.waitForSelector('#said:not([hidden])')
    expect(await page.locator('#said').textContent()).toContain('saved.json')
    expect(await page.locator('#recheck').isHidden()).toBe(true)
    await page.click('#tab-roll')
    await drop(page, '#list', 'empty.csv', '单位名称\n')
    await page.locator('#said', { hasText: 'empty.csv' }).waitFor()
    await page.click('#clear')
    expect(await page.locator('#asides .given').allInnerTexts()).toEqual(['', ''])
    await page.context().close()
  })

  test('what is cancelled says that it is not complete, and can begin anew', async () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    const text = readFileSync(join(FIXTURES, 'text/single-cell/menyuan-2022/input.txt'))
    for (let i = 0; i < 300; i += 1) writeFileSync(join(many, `${String(i).padStart(3, '0')}.txt`), text)
    const page = await open()
    await page.setInputFiles('#folder', many)
    await page.locator('#file-rows tr').nth(3).waitFor()
    await page.click('#cancel')
    await checked(page)
    expect(await page.locator('#verdict').textContent()).toContain('检查已取消')
    const { complete, files } = JSON.parse((await saved(page, 'json')).toString())
    expect(complete).toBe(false)
    expect(files.length).toBeLessThan(300)
    await drop(page, '#list', 'list.txt', '某县教育局')
    await page.locator('#said', { hasText: '检查已取消' }).waitFor()
    expect(await page.locator('#roll').isHidden()).toBe(true)
    await page.click('#clear')
    await give(page, '#files', join(FIXTURES, 'office/form-per-project.xlsx'))
    expect(await page.locator('#file-rows tr').count()).toBe(1)
    await page.context().close()
  }, 60_000)

  test('asked nothing of any network, and no script had a fault', () => {
    expect(statSync(PAGE).isFile()).toBe(true)
    expect(complaints).toEqual([])
  })
})
