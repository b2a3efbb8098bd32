import { describe, expect, test } from 'vitest'
import { type About, annotated, copyOf, recordAbout, sourceOf } from './copies.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A page of a table with these cells, and what stands in front of it. */
const page = (cells: string, head = '<html><head><title>表</title></head>'): string =>
  `${head}<body><table><tr><td>项目</td><td>数量</td></tr><tr>${cells}</tr></table></body></html>`

const marked = async (text: string, ...abouts: readonly About[]): Promise<string> => {
  const bytes = utf8(text)
  return new TextDecoder().decode(await copyOf(bytes, await recordAbout(bytes, ...abouts)))
}

/** Without styles, and notes as `[1, 2|…`. */
const short = (text: string): string =>
  text
    .replace(/<style>.*?<\/style>/g, '')
    .replace(/<mark class="pbo"(?: data-pbo="([^"]*)")? title="[^"]*">/g, (_, label = '') => `[${label}|`)
    .replaceAll('</mark>', ']')

const STYLE = /<style>mark\.pbo.*?<\/style>/

describe('marks in a page', () => {
  test('stand around the words, with what is said of them', async () => {
    const copy = await marked(page('<td>甲</td><td>≥5个</td>'), { words: '≥5' })
    expect(short(copy)).toBe(page('<td>甲</td><td>[1|≥5]个</td>'))
    const [title = ''] = /title="([^"]*)"/.exec(copy)?.slice(1) ?? []
    const said = title.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    expect(said).toBe('问题1（错误）：“≥5”有误\n建议：改正。')
    expect(copy.indexOf('<style>')).toBe(copy.indexOf('</head>') - (STYLE.exec(copy)?.[0].length ?? 0))
  })

  test.each([
    [
      'across tags',
      '<td>甲<b>乙</b></td><td>丙</td>',
      [{ words: '甲<b>乙</b></td><td>丙' }],
      '<td>[|甲]<b>[|乙]</b></td><td>[1|丙]</td>',
    ],
    [
      'that overlap',
      '<td>甲乙丙</td><td></td>',
      [{ words: '甲乙' }, { words: '乙丙' }],
      '<td>[|甲][1|乙][2|丙]</td><td></td>',
    ],
    [
      'of the same words',
      '<td>甲</td><td></td>',
      [{ words: '甲' }, { words: '甲' }],
      '<td>[1, 2|甲]</td><td></td>',
    ],
    [
      'of both places of a finding',
      '<td>甲</td><td>乙</td>',
      [{ words: '甲', others: ['乙'] }],
      '<td>[1|甲]</td><td>[1|乙]</td>',
    ],
    [
      'of a place with nothing in it',
      '<td>甲</td><td></td>',
      [{ words: '甲</td><td></td>', behind: true }],
      '<td>甲</td><td>[1|]</td>',
    ],
    [
      'of a place behind words',
      '<td>甲</td><td></td>',
      [{ words: '甲', behind: true }],
      '<td>甲[1|]</td><td></td>',
    ],
  ])('%s', async (_, cells, abouts, expected) => {
    expect(short(await marked(page(cells), ...abouts))).toBe(page(expected))
  })

  test('stand in no title, but in the list', async () => {
    const copy = await marked(page('<td>甲</td><td></td>'), { words: '表' })
    expect(short(copy)).toContain('<title>表</title></head>')
    expect(copy).toMatch(/body::after\{content:"[^"<>]*"/)
  })

  test.each([
    ['no head', '<html>', '<html><style>'],
    ['nothing', '', '<style>'],
    [
      'a declaration and a type',
      '<?xml version="1.0"?><!DOCTYPE html>',
      '<?xml version="1.0"?><!DOCTYPE html><style>',
    ],
  ])('have their style where it may stand: with %s', async (_, head, begin) => {
    const table = '<table><tr><td>项目</td><td>数量</td></tr><tr><td>甲</td><td>5</td></tr></table>'
    expect((await marked(head + table, { words: '甲' })).startsWith(begin)).toBe(true)
    expect(short(await marked(head + table, { words: '甲' }))).toBe(head + table.replace('甲', '[1|甲]'))
  })

  test('are inert, whatever findings quote', async () => {
    const says = '"><script>alert(1)</script></style>\\"&#x0;\u0007'
    const copy = await marked(page('<td>甲</td><td></td>'), { words: '甲', says })
    expect(copy).not.toContain('<script')
    expect(copy.match(/<\/style>/g)).toHaveLength(1)
    expect(Array.from(copy).filter((character) => character < ' ')).toEqual([])
  })
})

describe('a page in another encoding keeps all its bytes', () => {
  /** 项目 and 数量 and 甲 in GB18030. */
  const gb = (text: string): Uint8Array => {
    const codes: Readonly<Record<string, readonly number[]>> = {
      项: [0xcf, 0xee],
      目: [0xc4, 0xbf],
      数: [0xca, 0xfd],
      量: [0xc1, 0xbf],
      甲: [0xbc, 0xd7],
      表: [0xb1, 0xed],
    }
    return Uint8Array.from(Array.from(text).flatMap((c) => codes[c] ?? [c.charCodeAt(0)]))
  }
  const utf16 = (text: string): Uint8Array =>
    Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from(text).flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]),
    ])

  test.each([
    ['gb18030', gb],
    ['utf-16le', utf16],
  ])('%s', async (encoding, encode) => {
    const text = page('<td>甲</td><td>5</td>')
    const bytes = encode(text)
    const copy = await copyOf(bytes, await recordAbout(bytes, { words: '甲' }))
    const decoded = new TextDecoder(encoding, { fatal: true }).decode(copy)
    expect(short(decoded)).toBe(page('<td>[1|甲]</td><td>5</td>'))
    expect(encode(decoded.replace(STYLE, '').replace(/<mark[^<>]*>|<\/mark>/g, ''))).toEqual(bytes)
    expect((await sourceOf(copy)).format).toBe('html')
  })
})

test('a page saved with its pictures is refused', async () => {
  const message = `MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${page('<td>甲</td><td>5</td>')}`
  const bytes = utf8(message)
  const result = await annotated(bytes, await recordAbout(bytes, { words: '甲' }))
  expect(result).toMatchObject({
    kind: 'none',
    reason: { zh: expect.stringContaining('MHTML文件不能加批注') },
  })
})
