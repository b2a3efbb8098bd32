import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeCsv, readCsv } from '../../src/read/csv.ts'
import type { Block, Cell } from '../../src/read/grid.ts'
import { fold } from '../../src/source/fold.ts'
import { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import { anyMixture } from '../support/fragments.ts'

const read = (text: string): readonly Block[] => readCsv(new Source(text)).blocks

/** Blocks as short lines: the cells of a row between bars, text as it is, `-` for a gap. */
const print = (text: string): string[] =>
  read(text).map((block) => {
    if (block.kind === 'gap') return '-'
    return block.kind === 'text'
      ? block.cell.text.text
      : `|${block.cells.map((cell) => cell.text.text).join('|')}|`
  })

const FILING =
  '单位编码,项目名称,金额(万元),绩效目标\n301001,河道清淤,"1,030.00",目标1:清淤\n301001,堤防加固,4.00,加固\n'

describe('looksLikeCsv', () => {
  test.each([
    ['a table', FILING, true],
    ['a table under its title', `某县2022年绩效目标公开表\n单位:万元\n${FILING}`, true],
    ['CRLF and semicolons', 'a;b;c\r\n1,5;2;3\r\n', true],
    ['a title with commas to the width of the table', `公开表,,,\n${FILING}`, true],
    ['cells with line ends', 'a,b,c\n1,"x\ny, z",2\n', true],
    ['a last line that is cut', 'a,b,c\n1,2,3\n4,5,6\n7,8', true],
    [
      'tables of different widths',
      `${'a,b,c\n1,2,3\n4,5,6\n'.repeat(3)}${'a,b,c,d\n1,2,3,4\n'.repeat(4)}`,
      true,
    ],
    ['two columns', 'a,b\n1,2\n3,4\n', false],
    ['nothing but lines of two columns', `某县绩效一览,\n${'指标,≥3次\n'.repeat(5)}`, true],
    ['sentences of two parts', '一句话。完了,又一句\n'.repeat(6), false],
    ['one line', 'a,b,c', false],
    ['tab-separated text', `a\tb\tc\n${FILING}`, false],
    ['lines of different length', 'a,b,c\n1,2\n1,2,3,4\n1,2,3,4,5\n', false],
    ['prose with commas', 'First, second, third\nOne, two, three\n', false],
    [
      'Chinese prose',
      '一、产出指标,数量,质量。\n二、效益指标,经济效益,社会效益,生态效益。\n三、满意度\n',
      false,
    ],
    ['paragraphs that agree by chance', `${'组织开展培训'.repeat(12)},质量,时效\n培训,会议,调研\n`, false],
    ['mostly other text', `${'一句话\n'.repeat(9)}a,b,c\n1,2,3\n`, false],
    [
      'indicators with semicolons',
      '数量:培训≥3期;质量:合格≥95%;时效:按时\n数量:会议2次;质量:合格;时效:按时\n',
      false,
    ],
    ['full-width commas', '甲，乙，丙\n丁，戊，己\n', false],
    ['nothing', '', false],
  ])('%s', (_name, text, expected) => {
    expect(looksLikeCsv(text)).toBe(expected)
  })

  test('judges a long file by its beginning', () => {
    const rows = `${'值'.repeat(50)},4.00,三期\n`.repeat(3000)
    expect(looksLikeCsv(`名称,金额,目标\n${rows}`)).toBe(true)
  })
})

describe('readCsv', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['rows, a line and a gap', 'a,b\n\n标题\nc,d', ['|a|b|', '-', '标题', '|c|d|']],
    ['line ends of all kinds', 'a,b\r\nc,d\re,f\n', ['|a|b|', '|c|d|', '|e|f|']],
    ['blank cells', ',a,,\n', ['||a|||']],
    ['quoted cells', '"a","b",c', ['|a|b|c|']],
    ['a quoted amount', 'a,"1,030,700.00",b', ['|a|1,030,700.00|b|']],
    ['a quoted line end', '"a\r\nb",c', ['|a\r\nb|c|']],
    ['doubled quotes', '"a ""b"" c",""""', ['|a "b" c|"|']],
    ['an empty quoted cell', '"",a', ['||a|']],
    ['a quoted line', '"标题,一"\n', ['标题,一']],
    ['quotes inside a cell', '甲"乙"丙,"丁"戊,己', ['|甲"乙"丙|"丁"戊|己|']],
    ['a quote that never closes', '"a,b\nc,d', ['|"a|b|', '|c|d|']],
    ['tags in cells', 'a,<p>b</p><p>c</p>,&ge;5', ['|a|b\nc|≥5|']],
    ['semicolons', '甲;乙;丙\n1,5;"2;3";4\n', ['|甲|乙|丙|', '|1,5|2;3|4|']],
  ])('reads %s', (_name, text, blocks) => {
    expect(print(text)).toEqual(blocks)
  })

  test('gives the places of cells, quotes and texts', () => {
    const text = '项目,金额\n甲,"1,030 ""元""",\n'
    const cut = ({ start, end }: Span): string => text.slice(start, end)
    const row = read(text)[1]
    if (row?.kind !== 'row') throw new Error('a row is expected')
    expect(cut(row.span)).toBe('甲,"1,030 ""元""",')
    expect(row.cells.map(({ span }) => cut(span))).toEqual(['甲', '"1,030 ""元"""', ''])
    // The quotes, and the comma behind them.
    expect([...(row.cells[1]?.markup ?? [])].map(({ start }) => start)).toEqual([8, 20, 21])
    expect(row.cells[1]?.text.text).toBe('1,030 "元"')
    expect(cut((row.cells[1]?.text.slice(6, 8) ?? row).span)).toBe('""元')
  })

  // Without semicolons: cells that consist of them make a table of semicolons, too.
  const cell = fc
    .array(fc.constantFrom('甲', 'a', '4.00', ',', '"', '\n', '\r\n', ' '), { maxLength: 6 })
    .map((parts) => parts.join('').trim())
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  const quoted = (value: string, always: boolean): string =>
    always || /[",;\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

  test('reads what another reader of CSV reads', () => {
    fc.assert(
      fc.property(table, fc.boolean(), fc.constantFrom('\n', '\r\n'), (rows, always, lineEnd) => {
        const text = rows.map((row) => row.map((value) => quoted(value, always)).join(',')).join(lineEnd)
        const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: lineEnd })
        const blocks = read(text)
        expect(
          blocks.map((block) => block.kind === 'row' && block.cells.map(({ text }) => text.text)),
        ).toEqual(expected)
        expect(expected).toEqual(rows)
      }),
    )
  })

  const cellsOf = (block: Block): readonly Cell[] => {
    if (block.kind === 'row') return block.cells
    return block.kind === 'text' ? [block.cell] : []
  }

  test('nothing of a text is lost but delimiters', () => {
    const anyStart = fc.constantFrom('', 'a,b,c\n1,2,3\n', 'a;b;c\n1;2;3\n')
    fc.assert(
      fc.property(anyStart, anyMixture(), (start, mixture) => {
        const text = start + mixture
        const covered = new Uint8Array(text.length)
        for (const block of read(text)) {
          const spans = cellsOf(block).flatMap((cell) => [...cell.text.ranges, ...cell.markup])
          for (const { start, end } of block.kind === 'gap' ? block.markup : spans) {
            expect(0 <= start && start <= end && end <= text.length).toBe(true)
            covered.fill(1, start, end)
          }
        }
        const missed = Array.from(covered, (isCovered, at) => (isCovered === 0 ? text.charAt(at) : ' ')).join(
          '',
        )
        expect(fold(missed.replace(/&nbsp;?/g, '').replace(/[,;]/g, '')).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test('cells stand in order with one delimiter between', () => {
    fc.assert(
      fc.property(anyMixture(), (mixture) => {
        const text = `a,b,c\n1,2,3\n${mixture}`
        for (const block of read(text)) {
          if (block.kind !== 'row') continue
          const between = block.cells
            .slice(1)
            .map(({ span }, i) => text.slice(block.cells[i]?.span.end, span.start))
          expect(between.filter((words) => words !== ',')).toEqual([])
        }
      }),
    )
  })
})
