// Takes the pictures of docs/page.zh.md from the running page. Needs `npm run build:page` and Chromium.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const PICTURES = 'docs/page'

/** The filings in the pictures, under names as a county would give them. */
const FILINGS = {
  '人社局/2022年公开表.xlsx': 'office/menyuan-2022.xlsx',
  '水务局/河道管理所.docx': 'office/form-per-project.docx',
  '文旅局/免费开放补助.pdf': 'pdf/form-chromium.pdf',
  '文旅局/图书馆.pdf': 'pdf/borderless.pdf',
  '农业农村局/扫描件.pdf': 'pdf/scanned.pdf',
  '农业农村局/加密文件.pdf': 'pdf/encrypted.pdf',
}

const folder = mkdtempSync(join(tmpdir(), 'pbo-pictures-'))
const county = join(folder, '某县2022年公开表')
for (const [name, fixture] of Object.entries(FILINGS)) {
  mkdirSync(join(county, name, '..'), { recursive: true })
  copyFileSync(join('fixtures', fixture), join(county, name))
}
mkdirSync(PICTURES, { recursive: true })

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})
const page = await browser.newPage({ viewport: { width: 1366, height: 720 }, reducedMotion: 'reduce' })
const take = (name) => page.screenshot({ path: join(PICTURES, `${name}.png`) })

await page.goto(pathToFileURL(resolve('dist/pbo.html')).href)
await take('begin')
await page.setInputFiles('#folder', county)
await page.waitForSelector('#results:not([hidden])')
await page.waitForSelector('[data-export]:not([disabled])')
await page.waitForSelector('#work', { state: 'hidden' })
await take('files')
await page.click('#tab-findings')
await take('findings')
await page.locator('.finding.error [data-open]').first().click()
await page.frameLocator('#filing').locator('.finding.active').waitFor()
await page.waitForTimeout(500)
await take('filing')
await page.click('#settings')
await take('settings')
await browser.close()
rmSync(folder, { recursive: true })
