import { readFileSync } from 'node:fs'
import { makeOfd, page, show, table } from '../read/ofd-maker.ts'

const INPUT = new URL('../../fixtures/text/single-cell/menyuan-2022/input.txt', import.meta.url)

/** The Menyuan filing as it stands in its text: paragraphs of cells between `<p>`. */
const lines = readFileSync(INPUT, 'utf8').split('\n')
const title = (lines.find((line) => line.startsWith('# ')) as string).slice(2)
const markedRows = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t'))
const header = markedRows[0] as string[]
const body = markedRows.filter((row) => row.join() !== header.join())

const plain = (markup: string): string =>
  markup
    .replace(/<\/p>\s*<p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .trim()

const rows = [header, ...body].map((row) => row.map(plain))

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const asCsv = [[title, '', '', '', ''], ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')

const barred = (row: readonly string[]): string =>
  `| ${row.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`

const asMarkdown = [
  `# ${title}`,
  '',
  barred(rows[0] as string[]),
  '|---|---|--:|---|---|',
  ...rows.slice(1).map(barred),
].join('\n')

const asTabs = lines.join('\r\n')

/** Pages 420 mm wide, of one project each, with the header on every page. */
const asOfd = (): Uint8Array => {
  const xs = [20, 40, 90, 110, 250, 390]
  const upTo = rows.findIndex((row) => row[3] !== '' && row !== rows[0])
  const parts = [rows.slice(1, upTo), ...rows.slice(upTo).map((row) => [row])]
  const pages = parts.map((part, i) => {
    const { objects, bottom } = table([rows[0] as string[], ...part], xs, 30)
    return page((i === 0 ? show(150, 15, title, 5) : '') + objects, '', `0 0 420 ${bottom + 40}`)
  })
  return makeOfd(pages)
}

/** GB18030 by hand: no encoder writes it here. */
const encodeGb = (text: string): Uint8Array => {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from(
    Array.from(text).flatMap((character) =>
      character < '\x80' ? [character.charCodeAt(0)] : (codes.get(character) as number[]),
    ),
  )
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))

/** The filing in formats that need no office program, by what they are; each with its format and the form of its places. */
export const MENYUAN_FORMATS: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
  ['CSV in GBK', 'csv', encodeGb(asCsv), /^\d+:\d+$/],
  ['CSV in UTF-8', 'csv', new TextEncoder().encode(`\ufeff${asCsv}`), /^\d+:\d+$/],
  ['Markdown', 'markdown', new TextEncoder().encode(asMarkdown), /^\d+:\d+$/],
  ['text in GBK', 'text', encodeGb(asTabs), /^\d+:\d+$/],
  ['text in UTF-16', 'text', utf16(`\ufeff${asTabs}`), /^\d+:\d+$/],
  ['text in UTF-16 without a mark', 'text', utf16(asTabs), /^\d+:\d+$/],
  ['OFD', 'ofd', asOfd(), /^第\d+页 第\d+行第\d+列$/],
]
