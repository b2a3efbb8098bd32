import { describe, expect, test } from 'vitest'
import { makeZip } from '../read/zip-maker.ts'
import {
  type About,
  annotated,
  changedParts,
  copyOf,
  edited,
  partsOf,
  recordAbout,
  sourceOf,
} from './copies.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const docx = (body: string, parts: Readonly<Record<string, string>> = {}, relations = ''): Uint8Array =>
  makeZip(
    Object.entries({
      '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `${HEAD}<w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
      ...(relations === ''
        ? {}
        : {
            'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`,
          }),
      ...parts,
    }).map(([name, data]) => ({ name, data })),
  )

const r = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`
const p = (...content: readonly string[]): string => `<w:p>${content.join('')}</w:p>`
const tc = (...content: readonly string[]): string => `<w:tc>${content.join('')}</w:tc>`
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`

const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

/** The body of a document after it was commented on, and its comments. */
const commented = async (bytes: Uint8Array, ...abouts: readonly About[]) => {
  const copy = await copyOf(bytes, await recordAbout(bytes, ...abouts))
  expect((await sourceOf(copy)).source.text).toBe((await sourceOf(bytes)).source.text)
  const parts = await partsOf(copy)
  const body = /<w:body>(.*)<\/w:body>/.exec(parts['word/document.xml'] ?? '')?.[1]
  return { body, comments: parts['word/comments.xml'] ?? '', parts }
}

describe('a comment stands around', () => {
  test('words in a run, which is parted and keeps its look', async () => {
    const { body, comments } = await commented(docx(p(r('数量不少于90个'))), { words: '90个' })
    const look = '<w:rPr><w:b/></w:rPr>'
    expect(body).toBe(
      `<w:p><w:r>${look}<w:t xml:space="preserve">数量不少于</w:t></w:r>${start(0)}<w:r>${look}<w:t xml:space="preserve">90个</w:t></w:r>${end(0)}</w:p>`,
    )
    expect(comments).toContain(
      '<w:comment w:id="0" w:author="pbo" w:initials="pbo"><w:p><w:r><w:t xml:space="preserve">问题1（错误）：“90个”有误</w:t></w:r></w:p>',
    )
  })

  test('words from one run into another', async () => {
    const { body } = await commented(docx(p(r('数量'), r('90个以上'))), { words: '量90个' })
    expect(body?.replace(/<w:rPr>.*?<\/w:rPr>| xml:space="preserve"/g, '')).toBe(
      `<w:p><w:r><w:t>数</w:t></w:r>${start(0)}<w:r><w:t>量</w:t></w:r><w:r><w:t>90个</w:t></w:r>${end(0)}<w:r><w:t>以上</w:t></w:r></w:p>`,
    )
  })

  test('words of two findings, also where they touch or lie in each other', async () => {
    const { body } = await commented(
      docx(p(r('甲乙丙丁'))),
      { words: '甲乙' },
      { words: '丙丁' },
      { words: '乙丙' },
    )
    const words = body?.replace(/<w:rPr>.*?<\/w:rPr>/g, '').replace(/<\/?w:r>|<w:t[^<>]*>|<\/w:t>/g, '')
    const closed = (id: number): string => end(id).replace(/<\/?w:r>/g, '')
    expect(words).toBe(
      `<w:p>${start(0)}甲${start(2)}乙${closed(0)}${start(1)}丙${closed(2)}丁${closed(1)}</w:p>`,
    )
  })

  test.each([
    ['an entity', r('甲&amp;乙90个'), '90个'],
    ['blanks that are not shown', r(' 数量 '), '量'],
    ['a tab in its run', '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>', '乙'],
    ['a link', `<w:hyperlink>${r('甲乙')}</w:hyperlink>`, '乙'],
    ['an insertion that is tracked', `<w:ins w:id="3" w:author="a">${r('甲乙')}</w:ins>`, '乙'],
  ])('the whole of what is no plain run: %s', async (_, xml, words) => {
    const { body } = await commented(docx(p(r('前'), xml, r('后'))), { words })
    expect(body).toBe(p(r('前'), start(0), xml, end(0), r('后')))
  })

  test('the words of a cell, those of a table in it, and those of a merged one', async () => {
    const inner = table([tc(p(r('内一'))), tc(p(r('内二')))])
    const merged = (kind: string, text: string): string =>
      tc(`<w:tcPr><w:vMerge${kind}/></w:tcPr>`, p(text === '' ? '' : r(text)))
    const body = table(
      [merged(' w:val="restart"', '合并'), tc(p(r('一')), p(r('二')))],
      [merged('', ''), tc(inner, p())],
    )
    const { body: after } = await commented(docx(body), { words: '合并' }, { words: '二' }, { words: '内二' })
    expect(after).toBe(
      body
        .replace(r('合并'), `${start(0)}${r('合并')}${end(0)}`)
        .replace(p(r('二')), p(`${start(1)}${r('二')}${end(1)}`))
        .replace(r('内二'), `${start(2)}${r('内二')}${end(2)}`),
    )
  })

  test.each([
    ['<w:p/>', `<w:p>${start(0)}${end(0)}</w:p>`],
    ['<w:p></w:p>', `<w:p>${start(0)}${end(0)}</w:p>`],
    ['<w:p><w:pPr/></w:p>', `<w:p><w:pPr/>${start(0)}${end(0)}</w:p>`],
  ])('a cell without words: %s', async (blank, filled) => {
    const body = table([tc(p(r('名称'))), tc(blank), tc(p(r('尾')))])
    const { body: after } = await commented(docx(body), { words: '名称\t', behind: true })
    expect(after).toBe(body.replace(`<w:tc>${blank}`, `<w:tc>${filled}`))
  })

  test('two comments in a cell without words', async () => {
    const body = table([tc(p(r('名称'))), tc('<w:p/>'), tc(p(r('尾')))])
    const about = { words: '名称\t', behind: true }
    const { body: after } = await commented(docx(body), about, about)
    expect(after).toContain(`<w:p>${start(0)}${end(0)}${start(1)}${end(1)}</w:p>`)
  })

  test('the holder of a box of text, in which there can be none', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${p(r('框内'))}</w:txbxContent></w:pict></w:r>`
    const { body } = await commented(docx(p(r('框外'), box)), { words: '内' })
    expect(body).toBe(p(r('框外'), start(0), box, end(0)))
  })

  test('a value that stands in two cells, one comment in each', async () => {
    const { body } = await commented(docx(table([tc(p(r('≥'))), tc(p(r('95')))])), { words: '≥\t95' })
    expect(body).toContain(`${start(0)}${r('≥')}${end(0)}`)
    expect(body).toContain(`${start(1)}${r('95')}${end(1)}`)
  })
})

describe('a document keeps', () => {
  test('its comments, and gives ours other numbers', async () => {
    const old = `<w:comment w:id="7" w:author="王科"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>`
    const bytes = docx(
      p(
        `<w:commentRangeStart w:id="7"/>`,
        r('甲'),
        `<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
        r('乙'),
      ),
      { 'word/comments.xml': `${HEAD}<w:comments xmlns:w="${W}">${old}</w:comments>` },
      `<Relationship Id="r5" Type="${OFFICE}/comments" Target="comments.xml"/>`,
    )
    const { body, comments, parts } = await commented(bytes, { words: '乙' })
    expect(comments).toContain(`${old}<w:comment w:id="8" w:author="pbo"`)
    expect(body).toContain(`${start(8)}${r('乙')}${end(8)}`)
    expect(body).toContain('<w:commentReference w:id="7"/>')
    expect(parts['word/_rels/document.xml.rels']?.match(/<Relationship /g)).toHaveLength(1)
  })

  test('what was changed with changes tracked, and all other parts as they are packed', async () => {
    const changes = `<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${r('新')}</w:ins>`
    const bytes = docx(p(r('前'), changes, r('后')), { 'word/styles.xml': '<w:styles/>' })
    const record = await recordAbout(bytes, { words: '后' })
    const copy = await copyOf(bytes, record)
    expect((await changedParts(copy, bytes)).sort()).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ])
    expect((await partsOf(copy))['word/document.xml']).toContain(changes)
  })
})

test('a document that is signed is refused', async () => {
  const bytes = await edited(docx(p(r('甲'))), { '_xmlsignatures/origin.sigs': '' })
  const result = await annotated(bytes, await recordAbout(bytes, { words: '甲' }))
  expect(result).toMatchObject({ kind: 'none', reason: { en: expect.stringContaining('it is signed') } })
})

test('what findings quote is inert', async () => {
  const { comments } = await commented(docx(p(r('甲'))), { words: '甲', says: '</w:t><w:p>&\u0000\u202e' })
  expect(comments).toContain('&lt;/w:t&gt;&lt;w:p&gt;&amp;\\x00\\u202e')
})
