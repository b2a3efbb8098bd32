import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { annotate } from '../../src/annotate/annotate.ts'
import { checkContent } from '../../src/records/check-content.ts'
import { core } from '../../src/records/core.ts'
import { DEFAULT_LIMITS } from '../../src/records/limits.ts'
import { readerOf, scannedTable } from '../support/scanned-table.ts'

const ROWS = [
  ['预算单位', '项目名称', '金额'],
  ['某局', '道路养护', '10.00'],
  ['某局', '河道保洁', '2⟦l|⟧.00'],
  ['合计', '', '33.00'],
]

test('findings are highlighted on the scan, where the paper has their words, settled characters or not', async () => {
  const bytes = new Uint8Array(readFileSync('fixtures/pdf/scanned.pdf'))
  // The scan lies half as large again, and further down and to the right, on its page.
  const page = { ...scannedTable(ROWS), matrix: [1.5, 0, 0, 1.5, -30, -15] as const }
  const reading = { isUtf8: (some: Uint8Array) => isUtf8(some), pictureReader: async () => readerOf(page) }
  const [record] = await checkContent(
    { path: 'a.pdf', isSearched: false, content: { bytes: bytes.slice() }, settings: {}, isCompared: false },
    { ...DEFAULT_LIMITS, encoding: undefined },
    { core, ...reading, hash: (text) => String(text.length) },
  )
  if (record?.kind !== 'checked') throw new Error('not checked')
  const finding = record.findings.find(({ rule }) => rule === 'total-mismatch')
  expect(finding?.at.address?.en).toBe('page 1, row 4, column 3')
  const copy = await annotate(bytes, record, { ...reading, level: 'info', language: 'zh' })
  if (copy.kind !== 'copy') throw new Error(copy.reason.en)
  const added = Buffer.from(copy.content.subarray(bytes.length)).toString('latin1')
  const edges = Array.from(added.matchAll(/QuadPoints \[\s*([\d. -]+)\]/g), ([, numbers = '']) => {
    const across = numbers
      .trim()
      .split(/\s+/)
      .filter((_, i) => i % 2 === 0)
      .map(Number)
    return [Math.min(...across), Math.max(...across)].map(Math.round)
  })
  // 33.00 stands at 324 to 374 of the level page.
  expect(edges).toContainEqual([324, 374].map((x) => Math.round((x + 30) / 1.5)))
})
