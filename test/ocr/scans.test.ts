import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
// @ts-expect-error: a script
import { CLEAN, degrade, jpegOf, printPages, randomBy, scanPdf } from '../../bench/scans/make-scan.mjs'
import { makeOfd, page as ofdPage } from '../read/ofd-maker.ts'

/** A page turned by a quarter. */
const lying = ({ width, height, data }: { width: number; height: number; data: Uint8Array }) => {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      turned.set(
        data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
        (x * height + height - 1 - y) * 3,
      )
  return { width: height, height: width, data: turned }
}

const ofdOf = (jpeg: Uint8Array): Uint8Array =>
  makeOfd([ofdPage('<ofd:ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>')], {
    common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
    files: {
      'Doc_0/DocumentRes.xml':
        '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>scan.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>',
      'Doc_0/Res/scan.jpg': jpeg,
    },
  })

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
/** Without the names of files and the last column, which says how surely a scan was read. */
const shown = (path: string): string =>
  pbo('show', '--as', 'csv', path)
    .replaceAll(/[^,\n]*\.pdf/g, '')
    .replaceAll(/,[^,\n]*$/gm, '')

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

  test('a photograph lying on its side, and a page of an OFD that is one, are read as the page that they show', () => {
    const [page] = printPages('fixtures/office/form-per-project.pdf', 150)
    const jpeg = jpegOf(lying(page), 80)
    const names = { photo: join(folder, 'photo.jpg'), ofd: join(folder, 'page.ofd') }
    writeFileSync(names.photo, jpeg)
    writeFileSync(names.ofd, ofdOf(jpeg))
    for (const path of Object.values(names)) {
      expect(pbo('show', path)).toMatch(/数量 +│ 县级河道保洁长度 +│ +≥ 126公里/)
    }
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
