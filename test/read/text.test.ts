import { describe, expect, test } from 'vitest'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

/** Blocks as short lines: the cells of a row between bars, text as it is, `-` for a gap. */
const blocksOf = (text: string): string[] =>
  readText(new Source(text)).blocks.map((block) => {
    if (block.kind === 'gap') return '-'
    return block.kind === 'text'
      ? block.cell.text.text
      : `|${block.cells.map((cell) => cell.text.text).join('|')}|`
  })

describe('readText', () => {
  test.each([
    ['nothing', '', []],
    ['a row, a line and a gap', 'a\tb\n\ntitle\n', ['|a|b|', '-', 'title']],
    ['CRLF and lone returns', 'a\tb\r\nc\td\re\tf', ['|a|b|', '|c|d|', '|e|f|']],
    ['blank cells at both ends', '\ta\t\n', ['||a||']],
    ['ragged rows', 'a\tb\tc\nd\te\n', ['|a|b|c|', '|d|e|']],
    ['a quoted cell with a line end', 'a\t"b\nc"\td', ['|a|b\nc|d|']],
    ['a quoted cell with a tab', 'a\t"b\tc"', ['|a|b\tc|']],
    ['a quoted cell with doubled quotes', 'a\t"b ""c"" d"', ['|a|b "c" d|']],
    ['quotes that belong to the text', '"三支一扶"\t"甲"乙\t丙', ['|"三支一扶"|"甲"乙|丙|']],
    ['a quote that never closes', 'a\t"b\nc\td', ['|a|"b|', '|c|d|']],
    ['a heading mark of Markdown', '# 标题\n###### 小标题\n#不是', ['标题', '小标题', '#不是']],
    ['a line of nothing but tags', '<p></p>\n<b> </b>', ['-', '-']],
    ['other line separators', 'a\u2028b\tc', ['|a\u2028b|c|']],
  ])('reads %s', (_name, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks)
  })

  test('keeps the places of cells and quotes', () => {
    const text = 'ab\t"c\n""d"'
    const [row] = readText(new Source(text)).blocks
    if (row?.kind !== 'row') throw new Error('a row is expected')
    expect(row.span).toEqual({ start: 0, end: text.length })
    expect(row.cells.map((cell) => text.slice(cell.span.start, cell.span.end))).toEqual(['ab', '"c\n""d"'])
    expect(row.cells[1]?.markup).toEqual([
      { start: 3, end: 4 },
      { start: 9, end: 10 },
    ])
    expect(row.cells[1]?.text.span).toEqual({ start: 4, end: 9 })
  })
})
