import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDocument } from '../../src/parse.ts'
import { checkContent } from '../../src/records/check-content.ts'
import { core } from '../../src/records/core.ts'
import { DEFAULT_LIMITS } from '../../src/records/limits.ts'
import { renderHtml } from '../../src/report/html/index.ts'
import { reportOptions } from '../support/options.ts'
import { openScan, readerOf, scannedTable } from '../support/scanned-table.ts'

const ROWS = [
  ['预算单位', '项目名称', '金额'],
  ['某局', '道路养护', '10.00'],
  ['某局', '河道保洁', '2⟦l|⟧.00'],
  ['合计', '', '33.00'],
]

const recordOf = async () => {
  const [record] = await checkContent(
    {
      path: 'a.pdf',
      isSearched: false,
      content: { bytes: new Uint8Array(readFileSync('fixtures/pdf/scanned.pdf')) },
      settings: {},
      isCompared: false,
    },
    { ...DEFAULT_LIMITS, encoding: undefined },
    {
      core,
      isUtf8,
      pictureReader: async () => readerOf(scannedTable(ROWS)),
      hash: (text) => String(text.length),
    },
  )
  if (record?.kind !== 'checked') throw new Error('not checked')
  return record
}

const page = async (wanted?: readonly { readonly start: number; readonly end: number }[]) => {
  const record = await recordOf()
  const { document } = await openScan(ROWS, wanted)
  const { source } = document
  const originals = new Map([['a.pdf', { source, disclosure: parseDocument(document).disclosure }]])
  return renderHtml({ toolVersion: '0', files: [record], originals }, reportOptions({ level: 'info' }))
}

test('a finding shows how the scan looks where it stands', async () => {
  const { findings } = await recordOf()
  const finding = findings.find(({ rule }) => rule === 'total-mismatch')
  const html = await page([finding?.at ?? { start: 0, end: 0 }])
  const pictures = [
    ...html.matchAll(/<img class="scan" alt="[^"]+" src="data:image\/png;base64,([A-Za-z0-9+/=]+)">/g),
  ]
  expect(pictures.length).toBe(1)
  const png = Buffer.from(pictures[0]?.[1] ?? '', 'base64')
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  // 33.00 is 50 points wide and 10 high; 5 of paper around it; 150 dots an inch.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
    [60, 20].map((points) => Math.round((points * 150) / 72)),
  )
  expect(html).toContain('img-src data:;')
})

test('where places are too many it says so, and where nobody asked there is nothing', async () => {
  const without = await page([])
  expect(without).toContain('（扫描件截图从略）')
  expect(without).not.toContain('<img')
  const plain = await page()
  expect(plain).not.toMatch(/截图从略|<img|img-src/)
})
