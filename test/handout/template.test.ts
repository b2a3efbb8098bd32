import { describe, expect, test } from 'vitest'
import { type FieldNames, readTemplate } from '../../src/handout/template.ts'
import { readArchive } from '../../src/read/archive.ts'
import { makeZip } from '../read/zip-maker.ts'

const NAMES: FieldNames = { single: ['单位', '日期'], repeated: ['序号', '问题'] }

const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

const wordOf = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  makeZip(
    Object.entries({
      '[Content_Types].xml': TYPES,
      'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
      'word/media/seal.png': '\x89PNG',
      ...parts,
    }).map(([name, data]) => ({ name, data })),
  )

const run = (text: string, look = ''): string => `<w:r>${look}<w:t>${text}</w:t></w:r>`
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`

const fill = async (
  body: string,
  values: { readonly single?: Record<string, string>; readonly repeated?: Record<string, string>[] } = {},
  parts: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> => {
  const template = await readTemplate(wordOf(body, parts), NAMES)
  const bytes = template.fill(
    { 单位: '教育局', 日期: '　年　月　日', ...values.single },
    values.repeated ?? [
      { 序号: '1', 问题: '甲' },
      { 序号: '2', 问题: '乙' },
    ],
  )
  const entries = await readArchive(bytes)
  return Object.fromEntries(entries.map((entry) => [entry.name, new TextDecoder().decode(entry.bytes)]))
}

const bodyOf = async (...given: Parameters<typeof fill>): Promise<string> =>
  ((await fill(...given))['word/document.xml'] ?? '').replace(/^.*<w:body>|<\/w:body>.*$/gs, '')

const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`

describe('a template', () => {
  test('has its fields filled in, and all else as it was', async () => {
    const parts = await fill(paragraph(run('致{{单位}}：')))
    expect(parts['word/document.xml']).toBe(
      `<w:document xmlns:w="w"><w:body><w:p><w:r>${t('致教育局：')}</w:r></w:p></w:body></w:document>`,
    )
    expect(parts['[Content_Types].xml']).toBe(TYPES)
    expect(Object.keys(parts)).toEqual(['[Content_Types].xml', 'word/document.xml', 'word/media/seal.png'])
  })

  test('may have its fields divided into runs anyhow', async () => {
    const bold = '<w:rPr><w:b/></w:rPr>'
    const body = paragraph(
      run('致{'),
      run('{单', bold),
      '<w:proofErr w:type="spellStart"/>',
      run('位'),
      run('}}的{{日期'),
      run('}}'),
    )
    expect(await bodyOf(body)).toBe(
      paragraph(
        `<w:r>${t('致教育局')}</w:r>`,
        `<w:r>${bold}${t('')}</w:r>`,
        '<w:proofErr w:type="spellStart"/>',
        `<w:r>${t('')}</w:r>`,
        `<w:r>${t('的　年　月　日')}</w:r>`,
        `<w:r>${t('')}</w:r>`,
      ),
    )
  })

  test.each(['{{ 单位 }}', '｛｛单位｝｝', '{{单　位}}'])('may have its fields written %s', async (field) => {
    expect(await bodyOf(paragraph(run(field)))).toBe(paragraph(`<w:r>${t('教育局')}</w:r>`))
  })

  test('has a paragraph for each problem', async () => {
    expect(
      await bodyOf(paragraph(run('{{单位}}')) + paragraph(run('{{序号}}.{{问题}}')) + paragraph(run('完'))),
    ).toBe(
      paragraph(`<w:r>${t('教育局')}</w:r>`) +
        paragraph(`<w:r>${t('1.甲')}</w:r>`) +
        paragraph(`<w:r>${t('2.乙')}</w:r>`) +
        paragraph(run('完')),
    )
  })

  test('has a row for each problem, with nothing named twice', async () => {
    const row = (number: string, problem: string, rest: string): string =>
      `<w:tr${rest}><w:tc>${paragraph(number)}</w:tc><w:tc>${paragraph(problem)}</w:tc></w:tr>`
    const head = row(run('序号'), run('问题'), ' w14:paraId="1"')
    const body = `<w:tbl>${head}${row(run('{{序号}}'), run('{{问题}}'), ' w14:paraId="2"')}</w:tbl>`
    const filled = (number: string, problem: string): string =>
      row(`<w:r>${t(number)}</w:r>`, `<w:r>${t(problem)}</w:r>`, '')
    expect(await bodyOf(body)).toBe(`<w:tbl>${head}${filled('1', '甲')}${filled('2', '乙')}</w:tbl>`)
  })

  test('keeps texts what they are', async () => {
    const hostile = '</w:t></w:r><script>&amp;{{日期}}$& \u0000\n=1+1'
    const filled = await bodyOf(paragraph(run('{{单位}}{{问题}}')), {
      single: { 单位: hostile },
      repeated: [{ 问题: hostile }],
    })
    const text = '&lt;/w:t&gt;&lt;/w:r&gt;&lt;script&gt;&amp;amp;{{日期}}$&amp; \ufffd'
    expect(filled).toBe(paragraph(`<w:r>${t(text)}<w:br/>${t(`=1+1${text}`)}<w:br/>${t('=1+1')}</w:r>`))
  })

  test('may have fields in headers and footers, for what is said once', async () => {
    const parts = { 'word/header1.xml': `<w:hdr xmlns:w="w">${paragraph(run('{{单位}}'))}</w:hdr>` }
    expect((await fill(paragraph(run('x')), {}, parts))['word/header1.xml']).toContain(t('教育局'))
    await expect(
      fill(
        paragraph(run('{{单位}}')),
        {},
        {
          'word/header1.xml': `<w:hdr xmlns:w="w">${paragraph(run('{{问题}}'))}</w:hdr>`,
        },
      ),
    ).rejects.toMatchObject({ reason: { zh: expect.stringContaining('只能用在正文中') } })
  })

  test('may have text boxes, whose paragraphs are their own', async () => {
    const box = `<w:r><mc:x><w:txbxContent>${paragraph(run('{{日期}}'))}</w:txbxContent></mc:x></w:r>`
    expect(await bodyOf(paragraph(run('{{单'), box, run('位}}')))).toBe(
      paragraph(
        `<w:r>${t('教育局')}</w:r>`,
        box.replace('<w:t>{{日期}}</w:t>', t('　年　月　日')),
        `<w:r>${t('')}</w:r>`,
      ),
    )
  })

  test.each([
    [
      'an unknown field',
      wordOf(paragraph(run('{{单位名}}'))),
      '不认识字段 {{单位名}}。可用的有：{{单位}} {{日期}}',
    ],
    ['no field', wordOf(paragraph(run('单位'))), '其中没有字段'],
    ['no document', new TextEncoder().encode('hello'), '不是 Word 文档'],
    ['a zip of something else', makeZip([{ name: 'a.txt', data: '' }]), '不是 Word 文档'],
    ['no XML', wordOf('', { 'word/document.xml': 'x' }), '不是 Word 文档'],
  ])('with %s is refused with the reason', async (_, bytes, words) => {
    await expect(readTemplate(bytes, NAMES)).rejects.toMatchObject({
      reason: { zh: expect.stringContaining(words) },
    })
  })
})
