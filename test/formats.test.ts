import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { parse, parseDocument } from '../src/parse.ts'
import { openFile } from '../src/read/open.ts'
import { spanName } from '../src/report/listing.ts'
import { fold } from '../src/source/fold.ts'
import { Source } from '../src/source/source.ts'
import { uncoveredIn } from './support/coverage.ts'
import { MENYUAN_FORMATS } from './support/menyuan-formats.ts'
import { printTree } from './support/print-tree.ts'

const read = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/${path}`, import.meta.url)))

const TEXT = parse(new Source(new TextDecoder().decode(read('text/single-cell/menyuan-2022/input.txt'))))

/** A tree without blanks: pages and cells break lines at other places. */
const treeOf = ({ disclosure }: typeof TEXT): string[] =>
  printTree(disclosure).map((line) => line.search(/\S/) + fold(line).replace(/\s/g, ''))

const findingsOf = ({ disclosure }: typeof TEXT): string[] =>
  check(disclosure).map(({ rule, severity, message }) => `${severity} ${rule} ${message.zh}`)

const FILES: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
  // Written by LibreOffice from the filing's table: scripts/make-office-fixtures.mjs.
  ...(
    [
      ['html', /^\d+:\d+$/],
      ['xlsx', /^.+![A-Z]+\d+$/],
      ['xls', /^.+![A-Z]+\d+$/],
      ['ods', /^.+![A-Z]+\d+$/],
      ['docx', /^表\d+第\d+行第\d+列$/],
      ['doc', /^表\d+第\d+行第\d+列$/],
      ['pdf', /^第\d+页 第\d+行第\d+列$/],
    ] as const
  ).map(([format, place]) => [format, format, read(`office/menyuan-2022.${format}`), place] as const),
  ...MENYUAN_FORMATS,
]

describe.each(FILES)('the Menyuan filing as %s', async (_, format, bytes, place) => {
  const [opened] = await openFile(bytes, { isUtf8 })
  if (opened?.kind !== 'document') throw new Error(`not read: ${JSON.stringify(opened)}`)
  const { document } = opened
  const parsed = parseDocument(document)

  test('has the same tree as the text', () => {
    expect(parsed.format).toBe(format)
    expect(parsed.layouts).toEqual(['single-cell'])
    expect(treeOf(parsed)).toEqual(treeOf(TEXT))
  })

  test('gives the same findings, each at a place that can be found again', () => {
    expect(findingsOf(parsed)).toEqual(findingsOf(TEXT))
    for (const { at } of check(parsed.disclosure)) expect(spanName(document.source, at, 'zh')).toMatch(place)
  })

  test('is accounted for to the last character', () => {
    expect(uncoveredIn(document)).toEqual([])
  })
})
