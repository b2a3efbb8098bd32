// Prints pages of HTML with Chromium: the PDFs that scans are made of.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/** The PDF files of the given filings, in a folder of their own. */
export const printFilings = async (filings) => {
  const folder = mkdtempSync(join(tmpdir(), 'boxed-'))
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    const page = await browser.newPage()
    const printed = []
    for (const [i, { name, html }] of filings.entries()) {
      await page.setContent(html)
      const path = join(folder, `${i}.pdf`)
      await page.pdf({ path, preferCSSPageSize: true })
      printed.push({ name, path })
    }
    return { folder, printed }
  } finally {
    await browser.close()
  }
}
