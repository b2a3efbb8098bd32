import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readReference } from '../../src/annotate/office/cell-notes.ts'
import type { CheckedRecord } from '../../src/model/record.ts'
import { annotated, changedParts, checked, copyOf, partsOf } from './copies.ts'

const FOLDER = new URL('../../fixtures/', import.meta.url)

const filesOf = (extension: string): readonly string[] =>
  ['office', 'real', 'pdf'].flatMap((folder) =>
    readdirSync(new URL(folder, FOLDER))
      .filter((name) => name.endsWith(extension))
      .map((name) => `${folder}/${name}`),
  )

/** Reading a PDF takes a second: of real filings two have to do. */
const isChosen = (name: string): boolean => !name.endsWith('.pdf') || /^pdf|305|717/.test(name)

/** Files that can be checked and have something to say, with their records. */
const withFindings = async function* (
  extension: string,
): AsyncGenerator<readonly [name: string, bytes: Uint8Array, record: CheckedRecord]> {
  for (const name of filesOf(extension).filter(isChosen)) {
    const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)))
    const record = await checked(bytes).catch(() => undefined)
    if (record !== undefined && record.findings.length > 0) yield [name, bytes, record]
  }
}

/** A record but for where things stand: marks in a page move what is behind them. */
const withoutPlaces = (record: CheckedRecord): unknown => ({
  ...record,
  findings: record.findings.map(({ at: _, related: __, ...rest }) => rest),
})

describe('a copy is read as its original, and carries a comment at each place', () => {
  test('of a workbook', async () => {
    let count = 0
    for await (const [name, bytes, record] of withFindings('.xlsx')) {
      const copy = await copyOf(bytes, record)
      expect(await checked(copy), name).toEqual(record)
      const changed = await changedParts(copy, bytes)
      expect(
        changed.filter((part) => !/comments|vmlDrawing|_rels|Content_Types|worksheets\/sheet/.test(part)),
      ).toEqual([])
      const parts = await partsOf(copy)
      const comments = Object.entries(parts).filter(([part]) => part.includes('comments'))
      const cells = comments.flatMap(([, xml]) =>
        Array.from(xml.matchAll(/<comment ref="([^"]+)"/g), ([, ref]) => ref),
      )
      for (const { at } of record.findings) {
        const cell = at.address?.en.replace(/^.*!/, '')
        expect(readReference(cell ?? '').row).toBeGreaterThanOrEqual(0)
        expect(cells, name).toContain(cell)
      }
      count += 1
    }
    expect(count).toBeGreaterThan(10)
  })

  test('of a Word document', async () => {
    let count = 0
    for await (const [name, bytes, record] of withFindings('.docx')) {
      const copy = await copyOf(bytes, record)
      expect(await checked(copy), name).toEqual(record)
      const changed = await changedParts(copy, bytes)
      expect(changed.sort()).toEqual(
        [
          '[Content_Types].xml',
          'word/_rels/document.xml.rels',
          'word/comments.xml',
          'word/document.xml',
        ].sort(),
      )
      const parts = await partsOf(copy)
      const places = record.findings.reduce((sum, { related = [] }) => sum + 1 + related.length, 0)
      const markers = (pattern: RegExp): number =>
        (parts['word/document.xml'] ?? '').match(pattern)?.length ?? 0
      expect(markers(/<w:commentRangeStart /g)).toBeGreaterThanOrEqual(places)
      expect(markers(/<w:commentRangeStart /g)).toBe(markers(/<w:commentRangeEnd /g))
      count += 1
    }
    expect(count).toBeGreaterThan(8)
  })

  test('of a PDF, which it begins with byte for byte', async () => {
    let count = 0
    for await (const [name, bytes, record] of withFindings('.pdf')) {
      const copy = await copyOf(bytes, record)
      expect(Buffer.compare(copy.subarray(0, bytes.length), bytes), name).toBe(0)
      expect(await checked(copy), name).toEqual(record)
      count += 1
    }
    expect(count).toBeGreaterThan(6)
  })

  test('of a page', async () => {
    let count = 0
    for await (const [name, bytes, record] of withFindings('.html')) {
      const copy = await copyOf(bytes, record)
      expect(withoutPlaces(await checked(copy)), name).toEqual(withoutPlaces(record))
      const text = new TextDecoder().decode(copy)
      const plain = text.replace(/<style>mark\.pbo[^<]*<\/style>|<mark class="pbo"[^<>]*>|<\/mark>/g, '')
      expect(plain, name).toBe(new TextDecoder().decode(bytes))
      count += 1
    }
    expect(count).toBeGreaterThan(20)
  })
})

describe('there is none, and the reason is said', () => {
  test.each([
    ['.xls', '.xls文件不能加批注；请用 Office 或 WPS 另存为新格式'],
    ['.doc', '.doc文件不能加批注'],
    ['.ods', '.ods文件不能加批注'],
  ])('of %s', async (extension, words) => {
    for await (const [, bytes, record] of withFindings(extension)) {
      const result = await annotated(bytes, record)
      expect(result).toMatchObject({ kind: 'none', reason: { zh: expect.stringContaining(words) } })
    }
  })

  test.each(['text', 'csv', 'markdown', 'ofd'] as const)('of %s', async (format) => {
    const bytes = new Uint8Array(readFileSync(new URL('office/menyuan-2022.xlsx', FOLDER)))
    const result = await annotated(bytes, { ...(await checked(bytes)), format })
    expect(result).toMatchObject({ kind: 'none', reason: { zh: expect.stringContaining('网页报告') } })
  })

  test('of a file that has nothing to say', async () => {
    const bytes = new Uint8Array(readFileSync(new URL('office/menyuan-2022.xlsx', FOLDER)))
    const record = { ...(await checked(bytes)), findings: [] }
    expect(await annotated(bytes, record)).toEqual({
      kind: 'none',
      reason: { zh: '没有要批注的问题', en: 'nothing to comment on' },
    })
  })

  test.each(['xlsx', 'docx', 'pdf', 'html'])('of a %s file that has changed since', async (extension) => {
    const bytes = new Uint8Array(readFileSync(new URL(`office/menyuan-2022.${extension}`, FOLDER)))
    const record = await checked(bytes)
    const moved = record.findings.map((finding) => ({
      ...finding,
      at: { ...finding.at, from: { line: 9_999, column: 1 } },
    }))
    expect(await annotated(bytes, { ...record, findings: moved })).toMatchObject({
      kind: 'none',
      reason: { zh: expect.stringContaining('检查之后文件有了改动') },
    })
  })
})
