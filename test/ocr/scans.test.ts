import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
// @ts-expect-error: a script
import { CLEAN, degrade, printPages, randomBy, scanPdf } from '../../bench/scans/make-scan.mjs'

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined
const WHY = !existsSync('node_modules/pbo-ocr')
  ? ' (skipped: run `npm run install:ocr` first)'
  : has('pdftoppm')
    ? ''
    : ' (skipped where pdftoppm is not installed)'

const folder = mkdtempSync(join(tmpdir(), 'pbo-scans-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pbo = (...args: string[]): string =>
  execFileSync(process.execPath, ['bin/pbo.js', ...args], { encoding: 'utf8' })

/** What is shown of a file, without its name and notes. */
const shown = (path: string): string => pbo('show', '--as', 'csv', path).replaceAll(/[^,\n]*\.pdf/g, '')

const scanOf = (pdf: string, dpi: number, how: object): string => {
  const path = join(folder, `scan-${dpi}.pdf`)
  const pages = printPages(pdf, dpi).map((page: unknown) => degrade(page, { ...CLEAN, ...how }, randomBy(1)))
  writeFileSync(path, scanPdf(pages, dpi, { ...CLEAN, ...how }))
  return path
}

describe.skipIf(WHY !== '')(`scans, printed and read back${WHY}`, () => {
  test('a page aslant, noisy and under a seal is read as the file that it was printed from', () => {
    const pdf = 'fixtures/office/form-per-project.pdf'
    const scan = scanOf(pdf, 150, { skew: 1.5, noise: 10, blur: 1, quality: 60, stamp: true })
    expect(shown(scan)).toBe(shown(pdf))
    expect(pbo('check', '--lang', 'zh', scan)).toContain('文字由识别（OCR）得到')
  }, 300_000)

  test('is told, not read, where that is not wanted', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['bin/pbo.js', 'check', '--no-ocr', '--lang', 'zh', 'fixtures/pdf/scanned.pdf'],
      { encoding: 'utf8' },
    )
    expect(status).toBe(2)
    expect(stderr).toContain('pbo-ocr')
  })
})
