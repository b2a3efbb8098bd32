import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDoc } from '../../src/read/doc.ts'
import type { Document } from '../../src/read/document.ts'
import { readDocx } from '../../src/read/docx.ts'
import { spanName } from '../../src/report/listing.ts'
import { officeFixture, printRows, reasonOf } from './office-fixtures.ts'
import { blocksOf } from './pdf-blocks.ts'

const NAMES = ['menyuan-2022', 'form-per-project', 'row-per-indicator'] as const

const namesOf = ({ source }: Document): string[] =>
  source.addresses
    .filter(({ span }) => source.text.slice(span.start, span.end).trim() !== '')
    .map(({ name }) => name.en)

describe('documents of Word 97 that LibreOffice made', () => {
  test.each(NAMES)('%s is read as its DOCX is', async (name) => {
    const [doc, docx] = await Promise.all([
      readDoc(officeFixture(`${name}.doc`)),
      readDocx(officeFixture(`${name}.docx`)),
    ])
    expect(printRows(doc.grid)).toEqual(printRows(docx.grid))
    expect(namesOf(doc)).toEqual(namesOf(docx))
    expect([doc.format, doc.notes]).toEqual(['doc', []])
  })

  test('places are named by table, row and column', async () => {
    const { source } = await readDoc(officeFixture('form-per-project.doc'))
    const at = source.text.indexOf('更换水表数量')
    expect(spanName(source, { start: at, end: at + 6 }, 'zh')).toBe('表2第9行第4列')
  })

  test('changes, hidden text, symbols, links, breaks, notes, and tables in cells', async () => {
    const document = await readDoc(officeFixture('details.doc'))
    expect(blocksOf(document).filter((block) => block !== '-')).toEqual([
      '保留的文字',
      '|完成率≥95%|见附件，第一行 / 第二行|',
      '=',
      '两表之间',
      '|维修渠道长度，合计十二公里，分两处实施|其中 / 甲渠 5公里 / 乙渠 7公里 / 完|',
      '=',
      '最后一段',
      '含上年结转',
    ])
    expect(document.notes).toEqual([
      { kind: 'tracked-changes', detail: '1' },
      { kind: 'hidden-text', detail: '1' },
      { kind: 'automatic-numbers', detail: '1' },
    ])
  })
})

describe('what cannot be read', () => {
  const fixture = officeFixture('row-per-indicator.doc')
  /** Where the header of the document stands in the file. */
  const header = Buffer.from(fixture).indexOf(Buffer.from([0xec, 0xa5]))
  const changed = (at: number, ...bytes: number[]): Uint8Array => {
    const copy = Uint8Array.from(fixture)
    copy.set(bytes, header + at)
    return copy
  }

  test.each<[string, Uint8Array, string]>([
    ['a document behind a password', changed(11, (fixture[header + 11] as number) | 1), 'encrypted'],
    ['a document of Word 95', changed(2, 0x68, 0), 'unsupported'],
    ['another header', changed(0, 0), 'damaged'],
    ['text that lies behind the end', changed(0x1a2, 0xff, 0xff, 0xff), 'damaged'],
    ['a workbook', officeFixture('row-per-indicator.xls'), 'damaged'],
    ['half a document', fixture.subarray(0, 9_000), 'damaged'],
    ['nothing', new Uint8Array(0), 'damaged'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonOf(async () => readDoc(bytes))).toBe(reason)
  })

  test('any change of bytes is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(fixture.length - 1),
        fc.nat(255),
        fc.nat(fixture.length),
        async (at, value, length) => {
          const bytes = fixture.slice(0, value % 3 === 0 ? length : fixture.length)
          bytes[Math.min(at, bytes.length)] = value
          expect(await reasonOf(async () => readDoc(bytes))).not.toMatch(/^threw/)
        },
      ),
      { numRuns: 300 },
    )
  })
})
