import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { CheckedRecord } from '../../src/model/record.ts'
import { parse } from '../../src/parse.ts'
import type { FileResult, ReportOptions } from '../../src/report/report.ts'
import { Source } from '../../src/source/source.ts'
import { reportOptions } from '../support/options.ts'
import { renderHtml } from '../support/render.ts'
import { checkedFile } from '../support/samples.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const WHY = CHROMIUM === undefined ? ' (skipped: there is no Chromium in /usr/bin)' : ''

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/text/single-cell/${name}/input.txt`, import.meta.url), 'utf8')

const checkedText = (text: string, path: string): CheckedRecord => {
  const source = new Source(text)
  const { disclosure } = parse(source)
  return checkedFile(check(disclosure), {
    path,
    source,
    encoded: undefined,
    disclosure,
  })
}

/** Only what these rules find, so that the numbers below stay when rules are added. */
const KNOWN = [
  'total-mismatch',
  'stale-baseline',
  'goal-indicator-mismatch',
  'goal-not-covered',
  'goal-cost-mismatch',
  'ragged-row',
  'invalid-amount',
]

const known = (file: CheckedRecord): CheckedRecord => ({
  ...file,
  findings: file.findings.filter(({ rule }) => KNOWN.includes(rule)),
})

/** Menyuan with a total that is wrong, and other filings with and without findings. */
const MENYUAN = known(
  checkedText(
    fixture('menyuan-2022').replace('<b>合计</b>\t264.79', '<b>合计</b>\t268.79'),
    'county/menyuan.txt',
  ),
)
const FOLDER: readonly CheckedRecord[] = [
  known(checkedText(fixture('damaged-and-truncated'), 'county/damaged.txt')),
  known(checkedText(fixture('decimal-headings-and-remarks'), 'county/remarks.txt')),
  MENYUAN,
  known(checkedText(fixture('narrative-total-below'), 'county/narrative.txt')),
]

/** The ids of the cards of all findings that `holds` is true of, in the order of the page. */
const cardsWhere = (holds: (finding: Finding) => boolean): string[] =>
  FOLDER.flatMap((file, f) =>
    file.findings.flatMap((finding, i) => (holds(finding) ? [`f${f + 1}n${i + 1}`] : [])),
  )

let browser: Browser
let folder: string

/** What no page of ours may do; each opened page reports here. */
const complaints: string[] = []

const open = async (
  files: readonly FileResult[],
  options: Partial<ReportOptions> = {},
  context: BrowserContextOptions = {},
  hash = '',
): Promise<Page> => {
  const path = join(folder, 'report.html')
  writeFileSync(path, renderHtml({ toolVersion: '0', files }, reportOptions({ level: 'info', ...options })))
  const url = pathToFileURL(path).href
  const opened = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...context,
  })
  const page = await opened.newPage()
  page.on('console', (message) => complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== url) complaints.push(`request: ${request.url()}`)
  })
  await page.goto(url + hash)
  return page
}

/** Text as it is seen, in one language. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden is just what must not count
const textOf = (locator: Locator): Promise<string> => locator.innerText()

const styleOf = (locator: Locator, property: string): Promise<string> =>
  locator.evaluate(
    (element, name) => element.ownerDocument.defaultView.getComputedStyle(element).getPropertyValue(name),
    property,
  )

const visible = (page: Page, selector: string): Promise<string[]> =>
  page.locator(`${selector} >> visible=true`).evaluateAll((all) => all.map(({ id }) => id))

/** Whether the middle of an element can be seen, wherever it scrolls. */
const isInView = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const box = element.getBoundingClientRect()
    const top = element.ownerDocument.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return top !== null && (element.contains(top) || top.contains(element))
  })

describe.skipIf(CHROMIUM === undefined)(`the HTML report in Chromium${WHY}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pbo-html-'))
    browser = await chromium.launch({
      executablePath: CHROMIUM as string,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
    expect(complaints).toEqual([])
  })

  test('one filing is open, its table drawn, every end marked', async () => {
    const page = await open([MENYUAN])
    expect(await textOf(page.locator('h1'))).toBe('2 个错误，2 个警告，2 个提示')
    expect(await page.locator('.filing-table tr.project').count()).toBe(7)
    expect(await textOf(page.locator('#f1p3'))).toBe('80人以上')
    expect(await textOf(page.locator('#f1r3-1'))).toBe('≥90个')
    expect(await page.locator('.check.ok').count()).toBe(2)
    expect(await textOf(page.locator('.check.error > summary'))).toBe('✗ 1 项之和为 264.79 万元')
    await page.locator('.check.ok > summary').last().click()
    expect(await textOf(page.locator('.check.ok .sum').last())).toContain('干部及人事档案管理经费')
    await page.context().close()
  })

  test('filings of a folder are closed, and drawn when they are opened', async () => {
    const page = await open(FOLDER)
    expect(await page.locator('.filing').count()).toBe(3)
    expect(await page.locator('.filing-table').count()).toBe(0)
    await page.locator('#f3 > summary').click()
    await page.locator('#f3 .filing-table').waitFor()
    expect(await page.locator('.filing-table').count()).toBe(1)
    expect(await page.locator('.plain li').allTextContents()).toEqual([
      expect.stringContaining('county/narrative.txt'),
    ])
    await page.locator('#expand').click()
    await page.locator('#f1 .filing-table').waitFor()
    expect(await page.locator('.filing[open]').count()).toBe(3)
    await page.locator('#collapse').click()
    expect(await page.locator('.filing[open]').count()).toBe(0)
    await page.context().close()
  })

  test('a click on one end goes to the other and lights it up', async () => {
    const page = await open([MENYUAN])
    await page.locator('#f1n3 .ends li:nth-child(2) a').click()
    expect(await page.locator('#f1r3-1').getAttribute('class')).toContain('active')
    expect(await isInView(page, '#f1r3-1')).toBe(true)
    await page.locator('#f1r3-1').click()
    expect(await page.locator('#f1p3').getAttribute('class')).toContain('active')
    expect(await page.locator('#f1r3-1').getAttribute('class')).not.toContain('active')
    expect(await isInView(page, '#f1p3')).toBe(true)
    await page.locator('#f1p3 + .to .hop').click()
    expect(await page.locator('#f1r3-1').getAttribute('class')).toContain('active')
    await page.locator('#f1r3-1 + .to .no').click()
    expect(await page.locator('#f1n3').getAttribute('class')).toContain('active')
    expect(await isInView(page, '#f1n3 h4')).toBe(true)
    await page.context().close()
  })

  test('so does the keyboard', async () => {
    const page = await open([MENYUAN])
    await page.locator('#f1p3 + .to .hop').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('f1r3-1')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('href')).toBe('#f1n3')
    await page.keyboard.press('j')
    expect(await page.locator(':focus').getAttribute('id')).toBe('f1n4')
    await page.keyboard.press('k')
    expect(await page.locator(':focus').getAttribute('id')).toBe('f1n3')
    await page.keyboard.press('/')
    expect(await page.locator(':focus').getAttribute('id')).toBe('search')
    await page.context().close()
  })

  test('hovering lights up both ends and tells what the finding is', async () => {
    const page = await open([MENYUAN])
    await page.locator('#f1n3 .ends li:nth-child(2) a').click()
    await page.locator('#f1p3').hover()
    expect(await page.locator('.paper .hot').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'f1p3',
      'f1r3-1',
    ])
    const tip = await textOf(page.locator('#tip'))
    expect(tip).toMatch(/^3 · 错误 · 绩效目标为“80人以上”/)
    expect(tip).toContain('“三支一扶”新增岗位')
    expect(tip).not.toContain('indicator')
    await page.locator('h1').hover()
    expect(await page.locator('#tip').isVisible()).toBe(false)
    expect(await page.locator('.hot').count()).toBe(0)
    await page.context().close()
  })

  test('a link into a closed filing opens it', async () => {
    const page = await open(FOLDER, {}, {}, '#f3r3-1')
    expect(await page.locator('#f3').getAttribute('open')).toBe('')
    expect(await isInView(page, '#f3r3-1')).toBe(true)
    await page.context().close()
  })

  test('severities, rules and files filter, and come back', async () => {
    const page = await open(FOLDER)
    await page.locator('#expand').click()
    const all = await visible(page, '.finding')
    expect(all).toEqual(cardsWhere(() => true))
    await page.locator('.chip.info').click()
    await page.locator('.chip.warning').click()
    const errors = cardsWhere(({ severity }) => severity === 'error')
    expect(errors).toContain('f3n3')
    expect(await visible(page, '.finding')).toEqual(errors)
    expect(await textOf(page.locator('#shown'))).toBe(`显示 ${errors.length} / ${all.length} 个问题`)
    expect(await page.locator('#f3p2').getAttribute('class')).toContain('off')
    expect(await page.locator('#f3p3').getAttribute('class')).not.toContain('off')
    await page.locator('#rule').selectOption('total-mismatch')
    expect(await visible(page, '.finding')).toEqual(['f3n1'])
    expect(await visible(page, '.filing')).toEqual(['f3'])
    await page.locator('#reset').click()
    expect(await visible(page, '.finding')).toEqual(all)
    await page.locator('#file').selectOption('f2')
    expect(await visible(page, '.filing')).toEqual(['f2'])
    await page.context().close()
  })

  test('a bar of the rules filters by its rule', async () => {
    const page = await open(FOLDER)
    await page.locator('a.bar[data-rule="goal-indicator-mismatch"]').click()
    expect(await page.locator('#rule').inputValue()).toBe('goal-indicator-mismatch')
    expect(await visible(page, '.filing')).toEqual(['f2', 'f3'])
    await page.context().close()
  })

  test('search finds by any words of findings, projects, files', async () => {
    const page = await open(FOLDER)
    await page.locator('#search').fill('80人以上 新增岗位')
    await expect.poll(() => visible(page, '.finding')).toEqual(['f3n3'])
    await page.locator('#search').fill('没有这样的词')
    await expect.poll(() => page.locator('#nothing').isVisible()).toBe(true)
    await page.locator('#search').fill('DAMAGED.TXT')
    await expect.poll(() => visible(page, '.filing')).toEqual(['f1'])
    await page.locator('a[href="#f3"]').first().click()
    expect(await page.locator('#search').inputValue()).toBe('')
    expect(await page.locator('#f3').getAttribute('open')).toBe('')
    await page.context().close()
  })

  test('projects without findings can be hidden', async () => {
    const page = await open([MENYUAN])
    await page.locator('.flagged-only').check()
    expect(await visible(page, 'tr.project')).toEqual(['f1j1', 'f1j2', 'f1j3', 'f1j5', 'f1j6'])
    await page.context().close()
    const other = await open([
      { ...MENYUAN, findings: MENYUAN.findings.filter(({ rule }) => rule === 'goal-indicator-mismatch') },
    ])
    await other.locator('.flagged-only').check()
    expect(await visible(other, 'tr.project')).toEqual(['f1j2'])
    await other.locator('a[href="#f1j3"]').first().click()
    expect(await other.locator('#f1j3').isVisible()).toBe(true)
    await other.context().close()
  })

  test('English and Chinese, from the start and by the switch', async () => {
    const page = await open([MENYUAN], { language: 'en' })
    expect(await textOf(page.locator('h1'))).toBe('2 errors, 2 warnings, 2 infos')
    expect(await textOf(page.locator('#f1n3 .words'))).toMatch(/^the goal says/)
    expect(await page.title()).toBe('Check of project performance-goal tables')
    await page.locator('#language').click()
    expect(await textOf(page.locator('h1'))).toBe('2 个错误，2 个警告，2 个提示')
    expect(await page.locator('#search').getAttribute('placeholder')).toBe('搜索问题、项目、规则…')
    expect(await page.locator('#rule option').first().getAttribute('label')).toBe('全部规则')
    expect(await textOf(page.locator('#shown'))).toBe('显示 6 / 6 个问题')
    expect(await page.title()).toBe('项目支出绩效目标表校验报告')
    await page.context().close()
  })

  test('paper shows everything and no controls; the screen has it as before', async () => {
    const page = await open(FOLDER)
    await page.locator('#f2 > summary').click()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('details:not([open])').count()).toBe(0)
    expect(await visible(page, '.finding')).toEqual(cardsWhere(() => true))
    expect(await page.locator('.filing-table >> visible=true').count()).toBe(3)
    for (const control of ['.controls', '#language', '.flagged-only', '.hop']) {
      expect(await page.locator(`${control} >> visible=true`).count(), control).toBe(0)
    }
    const paper = await styleOf(page.locator('#f3 .paper'), 'max-height')
    expect(paper).toBe('none')
    await page.emulateMedia({ media: 'screen' })
    await expect
      .poll(() => page.locator('.filing[open]').evaluateAll((all) => all.map(({ id }) => id)))
      .toEqual(['f2'])
    await page.context().close()
  })

  test('without scripts all of it is there', async () => {
    const page = await open(FOLDER, {}, { javaScriptEnabled: false })
    expect(await page.locator('.filing-table').count()).toBe(3)
    expect(await page.locator('.controls').isVisible()).toBe(false)
    await page.locator('#f3 > summary').click()
    expect(await page.locator('#f3p3').isVisible()).toBe(true)
    await page.context().close()
  })

  test.each([
    ['wide', 1440],
    ['narrow', 360],
  ])('on a %s screen nothing sticks out', async (_name, width) => {
    const page = await open([MENYUAN], {}, { viewport: { width, height: 800 } })
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(width)
    await page.context().close()
  })

  test('dark where the reader wants it dark', async () => {
    const brightness = async (colorScheme: 'dark' | 'light'): Promise<number> => {
      const page = await open([MENYUAN], {}, { colorScheme })
      const colour = await styleOf(page.locator('body'), 'background-color')
      await page.context().close()
      return Number(/\d+/.exec(colour)?.[0])
    }
    expect(await brightness('dark')).toBeLessThan(60)
    expect(await brightness('light')).toBeGreaterThan(200)
  })

  test('hostile text of a filing, its name and its findings does nothing', async () => {
    const evil =
      '"><script>alert(1)</script><img src=x onerror=alert(2)></noscript></textarea><a href="javascript:alert(3)">x</a><svg onload=alert(4)>\u202e'
    const words = { zh: evil, en: evil }
    const text = `某局2022年${evil}绩效目标公开表\n单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\n\t合计\t9.00\n\t${evil}\t5.00\t目标1:${evil}\t一、产出指标 (一)数量指标 1.${evil} ≥5人`
    const file = checkedText(text, `${evil}.txt`)
    const [first] = file.findings
    const findings = [
      ...file.findings,
      {
        ...(first as (typeof file.findings)[0]),
        rule: evil,
        message: words,
        because: words,
        fix: words,
        path: [words],
        working: [evil],
      },
    ]
    const page = await open([
      { ...file, findings, notes: [words] },
      { kind: 'failed', path: evil, error: words },
    ])
    await page.locator('.paper mark').first().hover()
    await page.locator('.finding .no').last().click()
    await page.locator('#language').click()
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('img, a[href^="javascript"], main svg[onload], textarea').count()).toBe(0)
    expect(await textOf(page.locator('tr.project th'))).toContain('<script>alert(1)</script>')
    await page.context().close()
  })

  test('500 filings open, search and filter', async () => {
    const files = Array.from(
      { length: 500 },
      (_, i): CheckedRecord => ({
        ...MENYUAN,
        path: `county-${i % 17}/agency-${i}.txt`,
        findings: i % 2 === 0 ? MENYUAN.findings : [],
      }),
    )
    const page = await open(files)
    expect(await page.locator('.filing-table').count()).toBe(0)
    expect(await page.locator('.filing').count()).toBe(250)
    await page.locator('#search').fill('agency-44.txt')
    await expect.poll(() => visible(page, '.filing')).toEqual(['f45'])
    await page.locator('#f45 .filing-table').waitFor()
    await page.context().close()
  })
})
