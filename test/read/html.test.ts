import { readFileSync } from 'node:fs'
import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../src/read/grid.ts'
import { looksLikeHtml, readHtml } from '../../src/read/html.ts'
import { readText } from '../../src/read/text.ts'
import { fold } from '../../src/source/fold.ts'
import { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import { anyMixture } from '../support/fragments.ts'

const read = async (html: string): Promise<readonly Block[]> => (await readHtml(new Source(html))).blocks

const cellsOf = (block: Block): readonly Cell[] => {
  if (block.kind === 'row') return block.cells
  return block.kind === 'text' ? [block.cell] : []
}

/** Blocks as short lines: the cells of a row between bars (`^` where a merged one covers the place). */
const print = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => {
    if (block.kind === 'gap') return block.endsTable ? '=' : '-'
    if (block.kind === 'text') return block.cell.text.text
    return `|${block.cells.map((cell) => (cell.mergedInto ? '^' : cell.text.text)).join('|')}|`
  })

/** Without the gap that holds the last tags. */
const printed = async (html: string): Promise<string[]> => {
  const lines = print(await read(html))
  return lines.at(-1) === '-' ? lines.slice(0, -1) : lines
}

describe('looksLikeHtml', () => {
  test.each([
    ['a page', '<!DOCTYPE html>\n<html><body></body></html>', true],
    ['a page behind a comment', '<!-- saved from url -->\n<HTML>', true],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "">', true],
    ['a saved table', '<div>\n\t<table class="a">\n\t\t<tr>\n\t\t\t<td>甲</td></tr></table>', true],
    ['a table in bare text', '某县绩效目标公开表<table><tbody><tr><td>甲</td></tr></tbody></table>', true],
    ['tab-separated text with tags', '项目名称\t金额\t绩效目标\n河道清淤\t4.00\t<p>清淤</p><b>乙</b>', false],
    [
      'tab-separated text with a table in a cell',
      '名称\t金额\t目标\n甲\t4\t<table><tr><td>乙</td></tr></table>',
      false,
    ],
    ['paragraphs alone', '<p>甲</p><br>乙', false],
    ['a word of a tag', '关于<table>标签的说明', false],
    ['plain text', '一、产出指标', false],
    ['nothing', '', false],
  ])('%s', (_name, text, expected) => {
    expect(looksLikeHtml(text)).toBe(expected)
  })
})

describe('readHtml', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    [
      'a table',
      '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
      ['|甲|乙|', '|丙|丁|', '='],
    ],
    [
      'head, body and foot',
      '<table><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</tbody><tfoot><tr><td>e<td>f</tfoot></table>',
      ['|a|b|', '|c|d|', '|e|f|', '='],
    ],
    [
      'tags that are never closed',
      '<table><tr><td><p>甲<td>乙<tr><td>丙<p>丁<td>戊',
      ['|甲|乙|', '|丙\n丁|戊|', '='],
    ],
    ['mixed header and data cells', '<table><tr><td>a<th>b<td>c</tr></table>', ['|a|b|c|', '=']],
    ['cells without a row', '<table><td>a<td>b</table>', ['|a|b|', '=']],
    [
      'blanks in closing tags',
      '<table ><tr ><td >a</td ><td>b</td\n></tr ></table >尾',
      ['|a|b|', '=', '尾'],
    ],
    ['capitals', '<TABLE><TR><TD>a</TD><TD>b</TD></TR></TABLE>', ['|a|b|', '=']],
    ['a row of nothing', '<table><tr></tr><tr><td>a<td>b</tr></table>', ['|a|b|', '=']],
    [
      'merged cells',
      '<table><tr><td rowspan=2>a<td colspan="2">b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>',
      ['|a|b|^|', '|^|c|d|', '|e|f|g|', '='],
    ],
    [
      'numbers of merged cells that are none',
      '<table><tr><td rowspan="-2" colspan=x>a<td colspan=0>b<td rowspan="2x">c<tr><td>d<td>e</table>',
      ['|a|b|c|', '|d|e|^|', '='],
    ],
    [
      'rowspan=0, to the end',
      '<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>',
      ['|a|b|', '|^|c|', '|^|d|', '='],
    ],
    [
      'paragraphs in cells',
      '<table><tr><td><div>a</div><ul><li>b<li>c</ul>d<br>e<td><p>f</p>\n<p>g</p></table>',
      ['|a\nb\nc\nd\ne|f\ng|', '='],
    ],
    ['line ends as blanks', '<table><tr><td>完成\n培训<td>\n乙\n</table>', ['|完成 培训|乙|', '=']],
    ['entities', '<table><tr><td>&ge;40&nbsp;人<td>A&amp;B</table>', ['|≥40\u00a0人|A&B|', '=']],
    [
      'what only looks like a tag',
      '<table><tr><td><甲级>资质<td><O&M>服务 成本<5万元</table>',
      ['|<甲级>资质|<O&M>服务 成本<5万元|', '='],
    ],
    ['hidden rows', '<table><tr style="display:none"><td>a<td>b</table>', ['|a|b|', '=']],
    [
      'a caption and text that stands wrong',
      '<table><caption>表一</caption><tr><td>a</td>漏<td>b</tr>外<tr><td>c<td>d</table>',
      ['表一', '漏', '|a|b|', '外', '|c|d|', '='],
    ],
    [
      'two tables',
      '<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>',
      ['|a|b|', '=', '|c|d|', '='],
    ],
    [
      'text around a table',
      '<h1>某县2022年<br>公开表</h1><p>单位:万元</p>甲<b>乙</b><table><tr><td>a<td>b</table><div>注:<span>一</span></div>',
      ['某县2022年', '公开表', '单位:万元', '甲乙', '|a|b|', '=', '注:一'],
    ],
    [
      'what is no text',
      '<html><head><meta name=a content="b"><title>题</title><style>td{x}</style><script>if(a<b)"<td>c"</script></head><body><noscript>d</noscript><template><table><tr><td>e<td>f</table></template><!-- <td>g --><iframe>h</iframe>i</body></html>',
      ['题', 'i'],
    ],
    [
      'tags of page design',
      '<nav>a</nav><main><dl><dt>b<dd>c</dl><blockquote>d</blockquote><form><label>e</label><input value=">"><button>f</button></form></main>',
      ['a', 'b', 'c', 'd', 'ef'],
    ],
    [
      'tags of Office',
      '<?xml:namespace prefix = o ns = "urn:x" /><p class=MsoNormal><span lang=EN-US>a<o:p></o:p></span><st1:date year="2022">2022年</st1:date>12月</p><!--[if gte mso 9]><xml><x:y>z</x:y></xml><![endif]--><p><![if !supportEmptyParas]>&nbsp;<![endif]>b</p>',
      ['a2022年12月', 'b'],
    ],
    ['tags of a content system', '<ucapcontent><p>a</p></ucapcontent><my-box id="x">b', ['a', 'b']],
    ['preformatted lines', '<pre>标题\na\tb\r\nc\td\n</pre>e\nf\tg', ['标题', '|a|b|', '|c|d|', 'e f g']],
    [
      'tables pasted as text',
      '<p>首页 | 公开</p><p>|名称|金额|</p><p>| 甲 | 4.00 |</p><div>a|b|c<br>|d|<br>e|f|g',
      ['首页 | 公开', '|名称|金额|', '|甲|4.00|', '|a|b|c|', '||d||', '|e|f|g|'],
    ],
    ['one line with bars', '<p>首页 | 公开 | 政策</p><p>甲', ['首页 | 公开 | 政策', '甲']],
    ['tags in attributes', '<p title="<td>a</td>">b</p><img alt=\'<table>\'>c', ['b', 'c']],
    ['a comment that never ends', '<p>a</p><!-- b<p>c', ['a', 'b', 'c']],
    ['a script that never ends', '<p>a</p><script>b<p>c', ['a']],
    ['a tag that never ends', '<p>a</p><p title="b', ['a', '＜p title="b']],
  ])('reads %s', async (_name, html, blocks) => {
    expect(await printed(html)).toEqual(blocks)
  })

  test.each(['damaged-and-truncated', 'menyuan-2022', 'new-scheme-weights-fullwidth'])(
    'a filing reads as it does in tab-separated text: %s',
    async (name) => {
      const url = new URL(`../../fixtures/text/single-cell/${name}/input.txt`, import.meta.url)
      const text = readFileSync(url, 'utf8')
      const html = text
        .split('\n')
        .map((line) =>
          line.includes('\t') ? `<tr><td>${line.replaceAll('\t', '</td><td>')}</td></tr>` : line,
        )
      const rows = (blocks: readonly Block[]): string[][] =>
        blocks.flatMap((block) => (block.kind === 'row' ? [block.cells.map((cell) => cell.text.text)] : []))
      expect(rows(await read(`<table>${html.join('\n')}</table>`))).toEqual(
        rows(readText(new Source(text)).blocks),
      )
    },
  )

  test.each<[string, string, string[]]>([
    [
      'a page arranged by tables',
      '<table><tr><td>导航<td><table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><p>尾</table></table>',
      ['导航', '|a|b|', '|c|d|', '=', '尾'],
    ],
    [
      'a frame of one column',
      '<table><tr><td><h1>标题</h1><p>甲</p></td></tr><tr><td>乙</table>',
      ['标题', '甲', '乙'],
    ],
    [
      'small tables in the cells of a table of data',
      '<table><tr><td>项目<td>金额<td>指标<tr><td>河道清淤工程<td>4.00<td><table><tr><td>长度<td>3公里</table><tr><td>堤防加固工程<td>5.00<td>丙</table>',
      ['|项目|金额|指标|', '|河道清淤工程|4.00|长度\n3公里|', '|堤防加固工程|5.00|丙|', '='],
    ],
  ])('tells data from design: %s', async (_name, html, blocks) => {
    expect(await printed(html)).toEqual(blocks)
  })

  test('gives the places of cells, texts and tags', async () => {
    const html = '<p>题</p>\n<table>\n<tr><td>\n<p>&ge;40人</p></td>\n<td colspan=2>乙</table>'
    const source = new Source(html)
    const [title, row, gap] = (await readHtml(source)).blocks
    const cut = ({ start, end }: Span): string => html.slice(start, end)
    const cells = row === undefined ? [] : cellsOf(row)
    expect(title?.kind === 'text' && cut(title.cell.span)).toBe('<p>题')
    expect(cells.map(({ span }) => cut(span))).toEqual(['<td>\n<p>&ge;40人</p></td>', '<td colspan=2>乙', ''])
    expect(cells.map(({ text }) => cut(text.span))).toEqual(['&ge;40人', '乙', ''])
    expect(cells.map(({ markup }) => [...markup].map(cut))).toEqual([
      ['</p>', '<table>', '<tr>', '<td>', '<p>', '</p>', '</td>'],
      ['<td colspan=2>'],
      [],
    ])
    expect(gap?.kind === 'gap' && [...gap.markup].map(cut)).toEqual(['</table>'])
    expect(source.position(cells[0]?.text.slice(1).span.start ?? 0)).toEqual({ line: 4, column: 8 })
  })

  test.each([
    ['<table><tr><td>a<td><p>b', true],
    ['<table><tr><td>a<td><p>b</table>', false],
    ['<table><tr><td>a<td>b</td>', true],
    ['<table><tr><td>a<td>b</td></tr>', true],
    ['<table><tr><td>a<td>b</td></tr></body></html>', false],
    ['<table><tr><td>a<td>b</td></tr></table><p>c', false],
  ])('%s is cut off: %s', async (html, unclosed) => {
    const row = (await read(html)).find((block) => block.kind === 'row')
    expect(row?.cells.map((cell) => cell.unclosed)).toEqual([false, unclosed])
  })

  test('a page that is cut off inside a tag of a table', async () => {
    const last = (await read('<table><tr><td>a<td>b</td></tr><')).findLast(({ kind }) => kind !== 'gap')
    expect(last?.kind === 'text' && [last.cell.text.text, last.cell.unclosed]).toEqual(['<', true])
  })

  test.each([
    ['div', 10_000, ['x']],
    ['span', 10_000, ['x']],
    ['table', 10_000, ['x']],
    ['table><tr><td>a<td', 10_000, undefined],
    ['td', 100_000, ['x']],
  ])('reads deep nesting of %s', async (tag, depth, blocks) => {
    const lines = await printed(`${`<${tag}>`.repeat(depth)}x`)
    if (blocks !== undefined) expect(lines).toEqual(blocks)
    expect(lines.join('').replace(/[^x]/g, '')).toBe('x')
  })

  test('reads many cells and columns', async () => {
    const [row] = await read(`<table><tr>${'<td>'.repeat(50_000)}`)
    expect(row && cellsOf(row)).toHaveLength(50_000)
    const wide = `<tr>${'<td>1</td>'.repeat(300)}</tr>`
    const rows = await read(`<table>${wide.repeat(20)}</table>`)
    expect(rows.map((block) => cellsOf(block).length)).toEqual([...Array.from({ length: 20 }, () => 300), 0])
  })

  const PIECES = [
    ...'<table>|</table>|<tr>|</tr>|<td>|</td>|<td rowspan=2>|<td colspan="3">|<th>|</th >|<caption>|<tbody>|<pre>|</pre>'.split(
      '|',
    ),
    ...'<script>|</script>|<style>|<title>|</title>|<!--|-->|<![if !x]>|<!DOCTYPE html>|<o:p>|<nav>|</nav>|<div class="a>b">'.split(
      '|',
    ),
    ...'<textarea>|</textarea>|<noscript>|</noscript>|<x y=">|<p title="|<ucap>|</ucap>|<ul>|<li>|&nbsp;|甲|≥40人|a\tb|\n| '.split(
      '|',
    ),
    '<br>a|b|c',
    '<p>|d||',
  ]
  const anyPage = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, anyMixture(4)), { maxLength: 40 })
    .map((pieces) => pieces.join(''))

  const spansOf = (block: Block): readonly Span[] =>
    block.kind === 'gap'
      ? [...block.markup]
      : cellsOf(block).flatMap(({ text, markup }) => [...text.ranges, ...markup])

  test('nothing of a page is lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async (html) => {
        const covered = new Uint8Array(html.length)
        for (const { start, end } of (await read(html)).flatMap(spansOf)) {
          expect(0 <= start && start <= end && end <= html.length).toBe(true)
          covered.fill(1, start, end)
        }
        const missed = Array.from(covered, (isCovered, at) => (isCovered === 0 ? html.charAt(at) : ' ')).join(
          '',
        )
        expect(fold(missed.replace(/&nbsp;/g, '')).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })

  test('cells hold their texts, and rows and their cells are in order', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async (html) => {
        const rows = (await read(html)).filter((block) => block.kind === 'row')
        const spans = rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => (cell.mergedInto ? [] : [cell.span])),
        )
        expect(spans.every(({ start }, i) => start >= (spans[i - 1]?.end ?? 0))).toBe(true)
        for (const { span, text } of rows.flatMap(({ cells }) => cells))
          expect(span.start <= text.span.start && text.span.end <= span.end).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('each text stands where it says', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async (html) => {
        for (const { text } of (await read(html)).flatMap(cellsOf)) {
          for (let at = 0; at < text.length; at += 1) {
            const { start, end } = text.slice(at, at + 1).span
            const stands = html.slice(start, end)
            // Tags stand for the break of a paragraph, an entity for what it means.
            if (stands.length === 1) expect(fold(text.text.charAt(at)).trim()).toBe(fold(stands).trim())
            else expect(stands).toMatch(/^&[^&;]+;$|^\s*$|</)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  const word = fc.constantFrom(
    '甲',
    '≥40人',
    '4.00',
    '(一)数量指标:',
    '&ge;5',
    'A&amp;B',
    '服务 人数',
    '成本<5万元',
  )
  const inline = fc
    .tuple(fc.constantFrom('b', 'span', 'font', 'nobr', 'o:p'), word)
    .map(([tag, text]) => `<${tag}>${text}</${tag}>`)
  const cellHtml = fc
    .array(
      fc.oneof(
        word,
        inline,
        word.map((text) => `<p>${text}</p>`),
      ),
      { maxLength: 3 },
    )
    .map((parts) => parts.join(''))
  const tableHtml = fc
    .array(fc.array(cellHtml, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 })
    .map(
      (rows) =>
        `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`,
    )

  test('gives the words that cheerio gives, cell by cell', async () => {
    const bare = (text: string): string => text.replace(/\s/g, '')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(tableHtml, cellHtml), { maxLength: 4 }), async (parts) => {
        const html = `<html><body>${parts.join('<hr>')}</body></html>`
        const $ = load(html)
        const blocks = await read(html)
        const rows = blocks.filter((block) => block.kind === 'row')
        expect(rows.map(({ cells }) => cells.map(({ text }) => bare(text.text)))).toEqual(
          $('tr')
            .toArray()
            .map((row) =>
              $(row)
                .children()
                .toArray()
                .map((cell) => bare($(cell).text())),
            ),
        )
        expect(
          bare(
            blocks
              .flatMap(cellsOf)
              .map(({ text }) => text.text)
              .join(''),
          ),
        ).toBe(bare($.root().text()))
      }),
    )
  })
})
