import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../src/read/grid.ts'
import { looksLikeMarkdownTable, readMarkdown } from '../../src/read/markdown.ts'
import { fold } from '../../src/source/fold.ts'
import { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import { anyMixture } from '../support/fragments.ts'

const read = (text: string): readonly Block[] => readMarkdown(new Source(text)).blocks

const cellsOf = (block: Block): readonly Cell[] => {
  if (block.kind === 'row') return block.cells
  return block.kind === 'text' ? [block.cell] : []
}

/** Blocks as short lines: the cells of a row between bars, text as it is, `-` for a gap. */
const print = (text: string): string[] =>
  read(text).map((block) => {
    if (block.kind === 'gap') return '-'
    return block.kind === 'text'
      ? block.cell.text.text
      : `|${block.cells.map((cell) => cell.text.text).join('|')}|`
  })

describe('looksLikeMarkdownTable', () => {
  test.each([
    ['a table', '# 标题\n\n| a | b |\n|---|:-:|\n| c | d |\n', true],
    ['a table without outer bars', 'a | b\n--- | ---\nc | d\n', true],
    ['a drawn table', '+---+---+\n| a | b |\n+---+---+\n', true],
    ['a table drawn with lines', '┌───┬───┐\n│ a │ b │\n└───┴───┘\n', true],
    ['bars without a rule', '标题\na|b|c\n1|2|3\n', true],
    ['one line with bars', '首页 | 公开 | 政策\n一句话\n', false],
    ['a bar in each line', 'a | b\nc | d\n', false],
    ['tab-separated text with bars', 'a|b|c\td\n1|2|3\t4\n', false],
    ['few lines with bars', `${'一句话\n'.repeat(9)}a|b|c\n1|2|3\n`, false],
    ['a rule of its own', '一句话\n---\n', false],
    ['plain text', '一、产出指标', false],
    ['nothing', '', false],
  ])('%s', (_name, text, expected) => {
    expect(looksLikeMarkdownTable(text)).toBe(expected)
  })
})

describe('readMarkdown', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['a table', '| a | b |\n|---|:-:|\n| c | d |', ['|a|b|', '|c|d|']],
    ['a table of one dash', '|a|b|\n|-|-|\n|c|d|', ['|a|b|', '|c|d|']],
    ['a table without outer bars', 'a | b\n--- | ---\nc | d', ['|a|b|', '|c|d|']],
    ['a blank first cell without outer bars', 'a|b|c\n---|---|---\n |d|e', ['|a|b|c|', '||d|e|']],
    ['a blank first cell with outer bars', '|a|b|c|\n|---|---|---|\n| |d|e|', ['|a|b|c|', '||d|e|']],
    ['a missing outer bar', '|a|b|\n|---|---|\n|c|d\ne|f|', ['|a|b|', '|c|d|', '|e|f|']],
    ['bars without a rule', 'a|b|c\n1|2|\n', ['|a|b|c|', '|1|2||']],
    ['dashes for nothing', '|a|b|\n|---|---|\n|-|-|\n|c|-|', ['|a|b|', '|-|-|', '|c|-|']],
    [
      'a repeated header',
      '|a|b|\n|---|---|\n|c|d|\n|a|b|\n|---|---|\n|e|f|',
      ['|a|b|', '|c|d|', '|a|b|', '|e|f|'],
    ],
    ['line ends of all kinds', '|a|b|\r\n|---|---|\r|c|d|\r\n', ['|a|b|', '|c|d|']],
    ['escaped bars', '|a\\|b|\\\\c|\n|---|---|\n', ['|a|b|\\\\c|', '-']],
    ['line breaks and tags', '|a<br>b|<b>c</b> &ge;5|\n', ['|a\nb|c ≥5|']],
    ['bold cells', '|**a**|**b**：c|**d** e|**f**<br>**g**|\n', ['|a|b：c|d e|f\ng|']],
    [
      'stars that are placeholders',
      '|(≥**株)、(≥**个)|≥**|**|***|a**b**|** c **|\n',
      ['|(≥**株)、(≥**个)|≥**|**|***|a**b**|** c **|'],
    ],
    [
      'bold words in lines',
      '**a：** b\n|c|d|\n|---|---|\n|e|f|\n\n- **g**：h\n≥**i**',
      ['a： b', '|c|d|', '|e|f|', '-', '- g：h', '≥**i**'],
    ],
    [
      'text around a table',
      '# 标题\n单位:万元\n|a|b|\n|---|---|\n|c|d|\n\n注:一|二\n',
      ['标题', '单位:万元', '|a|b|', '|c|d|', '-', '注:一|二'],
    ],
    [
      'text right below a table',
      '|a|b|\n|---|---|\n|c|d|\n注:一\ne | f',
      ['|a|b|', '|c|d|', '注:一', 'e | f'],
    ],
    ['lines with tabs', 'a\tb\n|c|d|\n\ne|f|g\th\n', ['|a|b|', '|c|d|', '-', '|e|f|g|h|']],
    ['a bar alone', '|\n', ['|']],
    ['a cell of a line', '|标题|\n', ['|标题|']],
    ['a rule at the end', '|a|b|\n|---|---|', ['|a|b|', '-']],
    ['a rule of its own', '---\n', ['---']],
    [
      'a drawn table',
      '+---+---+\n| a | b |\n+===+===+\n| c | d |\n| e |   |\n+---+---+\n',
      ['|a|b|', '|c|d|', '|e||', '-'],
    ],
    [
      'a drawn table with a line between all rows',
      '┌───┬────┐\n│ a │ b  │\n├───┼────┤\n│ c │ d1 │\n│   │ d2 │\n├───┼────┤\n│   │ f  │\n└───┴────┘\n尾',
      ['|a|b|', '|c|d1\nd2|', '||f|', '-', '尾'],
    ],
    ['a border alone', '+---+\n甲\n', ['+---+', '甲']],
  ])('reads %s', (_name, text, blocks) => {
    expect(print(text)).toEqual(blocks)
  })

  test('gives the places of cells, texts and marks', () => {
    const text = '| **名称** | 金额 |\n|---|--:|\n| 甲\\|乙 | 4.00 |'
    const cut = ({ start, end }: Span): string => text.slice(start, end)
    const [header, row] = read(text).map(cellsOf)
    expect(header?.map(({ span }) => cut(span))).toEqual([' **名称** ', ' 金额 '])
    expect(header?.map((cell) => cut(cell.text.span))).toEqual(['名称', '金额'])
    expect(header?.map(({ markup }) => [...markup].map(cut))).toEqual([
      ['|', '**', '**'],
      ['|', '|'],
    ])
    expect(row?.map(({ markup }) => [...markup].map(cut))).toEqual([
      ['|---|--:|', '|', '\\'],
      ['|', '|'],
    ])
    expect(row?.[0]?.text.ranges.map(cut)).toEqual(['甲', '|乙'])
    expect(row?.[1]?.text.span).toEqual({ start: text.indexOf('4.00'), end: text.indexOf('4.00') + 4 })
  })

  test.each([
    '|',
    '**a**|',
    '\\|',
    '|\n',
    '|-',
    '+--+\n',
    '+--+\n|a|b|\n',
    '<b>\\|',
    '| **',
    'a|b|c\n',
    '-',
    '"\t',
  ])('reads %j again and again', (piece) => {
    const cells = read(piece.repeat(Math.ceil(100_000 / piece.length))).flatMap(cellsOf)
    expect(cells.every(({ text }) => text.length <= 100_000)).toBe(true)
  })

  const PIECES =
    '|\n||| |---|:-:|-|+---+---+|\\|\\|**|*|<br>|│|├──┼──┤|┌─┬─┐|a|甲|(≥**株)|\t|\n|&nbsp;|# '.split('|')
  const anyText = fc
    .array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom('|', '|', '\n', '\n|', ...PIECES) }, anyMixture(3)),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(''))

  test('nothing of a text is lost', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Uint8Array(text.length)
        for (const block of read(text)) {
          const spans =
            block.kind === 'gap'
              ? block.markup
              : cellsOf(block).flatMap((cell) => [...cell.text.ranges, ...cell.markup])
          for (const { start, end } of spans) {
            expect(0 <= start && start <= end && end <= text.length).toBe(true)
            covered.fill(1, start, end)
          }
        }
        const missed = Array.from(covered, (isCovered, at) => (isCovered === 0 ? text.charAt(at) : ' ')).join(
          '',
        )
        // Tabs between the cells of other lines are no text of theirs.
        expect(fold(missed.replace(/&nbsp;/g, '')).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  test('rows are in order and hold their cells', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const block of read(text)) {
          if (block.kind !== 'row') continue
          expect(block.span.start).toBeGreaterThanOrEqual(last)
          last = block.span.end
          for (const { span } of block.cells)
            expect(block.span.start <= span.start && span.end <= block.span.end).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  const cell = fc.constantFrom('甲', '4.00', '≥40人', '(≥**株)', '', '一、产出指标:', 'a b')
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })

  test('gives back any table, whatever it is drawn with', () => {
    fc.assert(
      fc.property(table, (body) => {
        const rows = [['名称', '金额', '指标'], ...body]
        const line = (row: readonly string[], bar: string): string =>
          `${bar} ${row.join(` ${bar} `)} ${bar}\n`
        const drawings = [
          rows.map((row, i) => line(row, '|') + (i === 0 ? '|---|--:|---|\n' : '')).join(''),
          rows.map((row, i) => row.join('|') + (i === 0 ? '\n---|---|---\n' : '\n')).join(''),
          `${rows.map((row) => `+---+---+---+\n${line(row, '|')}`).join('')}+---+---+---+\n`,
          `┌──┬──┬──┐\n${rows.map((row) => line(row, '│')).join('├──┼──┼──┤\n')}└──┴──┴──┘\n`,
        ]
        for (const drawing of drawings) {
          const read = print(drawing).filter((block) => block !== '-')
          expect(read).toEqual(rows.map((row) => `|${row.join('|')}|`))
        }
      }),
    )
  })
})
