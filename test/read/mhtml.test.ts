import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { readMhtml } from '../../src/read/mhtml.ts'
import { openFile } from '../../src/read/open.ts'
import { spanName } from '../../src/report/listing.ts'
import { reasonOf } from './office-fixtures.ts'
import { blocksOf } from './pdf-blocks.ts'

const TABLE =
  '<p>附件</p>\n<table><tr><td rowspan="2">项目名称</td><td colspan=2>金额</td></tr>\n<tr><td>4.00</td><td>≥5&nbsp;%<br>a=b</td></tr></table>'
const READ = ['附件', '|项目名称|金额|^|', '|^|4.00|≥5\u00a0% / a=b|', '=']

const quotedPrintable = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte > 126 || byte === 61
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
    .join('')
    .replace(/\n/g, '\r\n')
    .replace(/((?:=..|[^=\r\n]){40})/g, '$1=\r\n')

const part = (headers: string, body: string): string => `\r\n--=_A\r\n${headers}\r\n\r\n${body}`

const message = (...parts: readonly string[]): Uint8Array =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_A"\r\n\r\nA web page in one file.\r\n${parts.join('')}\r\n--=_A--\r\n`,
    'latin1',
  )

const html = (text: string, encoding: 'base64' | 'quoted-printable' = 'quoted-printable'): string => {
  const bytes = new TextEncoder().encode(text)
  const body = encoding === 'base64' ? Buffer.from(bytes).toString('base64') : quotedPrintable(bytes)
  return part(`Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}`, body)
}

const read = async (bytes: Uint8Array): Promise<string[]> => blocksOf(await readMhtml(bytes, { isUtf8 }))

/** 项目名称 and 金额 in GBK. */
const GBK = '<table><tr><td>=CF=EE=C4=BF=C3=FB=B3=C6<td>=BD=F0=B6=EE<tr><td>a<td>1</table>'

describe('a web page in one file', () => {
  test.each([
    ['in quoted-printable', message(html(TABLE))],
    ['in base64', message(html(TABLE, 'base64'))],
    [
      'with other parts around',
      message(part('Content-Type: text/xml', '<xml/>'), html(TABLE), part('Content-Type: image/png', 'x')),
    ],
    ['with a frame and its sheets', message(html('<frameset><frame src=a.htm></frameset>'), html(TABLE))],
    [
      'in parts of parts',
      message(
        part(
          'Content-Type: multipart/alternative; boundary=B',
          `--B${html(TABLE).replace('\r\n--=_A', '')}\r\n--B--`,
        ),
      ),
    ],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(READ)
  })

  test('in GBK, as its bytes say', async () => {
    const bytes = message(
      part('Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable', GBK),
    )
    expect(await read(bytes)).toEqual(['|项目名称|金额|', '|a|1|', '='])
  })

  test('every sheet, with places that can be found in the program', async () => {
    const { source } = await readMhtml(message(html(TABLE), html(TABLE)), { isUtf8 })
    const at = source.text.lastIndexOf('4.00')
    expect(spanName(source, { start: at, end: at + 4 }, 'zh')).toBe('表2第2行第2列')
    expect(source.text).not.toMatch(/[<>]/)
  })

  test('that was cut off ends in a cell that is open', async () => {
    const whole = message(html(TABLE))
    const cut = whole.subarray(0, Buffer.from(whole).indexOf('4.00') + 4)
    const { grid } = await readMhtml(cut, { isUtf8 })
    const open = grid.blocks.flatMap((block) =>
      block.kind === 'row' ? block.cells.filter(({ unclosed }) => unclosed).map(({ text }) => text.text) : [],
    )
    expect(open).toEqual(['4.00'])
  })

  test('with more pages than a workbook has sheets is too large', async () => {
    const bytes = message(...Array.from({ length: 300 }, () => html(TABLE)))
    expect(await reasonOf(() => readMhtml(bytes, { isUtf8 }))).toBe('too-large')
  })

  test.each([
    ['no page in it', message(part('Content-Type: image/png', 'x'))],
    ['no body', Buffer.from('MIME-Version: 1.0\r\nContent-Type: text/html')],
  ])('with %s is damaged', async (_, bytes) => {
    expect(await reasonOf(() => readMhtml(bytes, { isUtf8 }))).toBe('damaged')
  })
})

test.each<[string, string, string]>([
  ['a web page in one file', Buffer.from(message(html(TABLE))).toString('latin1'), 'html'],
  [
    'a page that browsers saved',
    Buffer.from(message(html(TABLE)))
      .toString('latin1')
      .replace('MIME', 'From: <Saved>\r\nSubject: =?utf-8?Q?a?=\r\n b\r\nMIME'),
    'html',
  ],
  [
    'a flat OpenDocument',
    '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>项目</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>',
    'ods',
  ],
  ['RTF', '{\\rtf1\\ansi\\ansicpg936 text}', 'unsupported rtf'],
  [
    'Word of 2003',
    '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
    'unsupported word-xml',
  ],
  [
    'Word in one file',
    '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
    'unsupported word-xml',
  ],
  ['text that speaks of messages', 'MIME-Version: 1.0\n项目\t金额\n', 'text'],
])('%s is told by its beginning', async (_, text, format) => {
  const [opened] = await openFile(Buffer.from(text, 'utf8'), { isUtf8 })
  const found =
    opened?.kind === 'document'
      ? opened.document.format
      : opened?.kind === 'unreadable'
        ? `${opened.reason} ${opened.detail}`
        : ''
  expect(found).toBe(format)
})
