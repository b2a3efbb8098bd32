/**
 * `text` on one line and safe to print: what can't be seen stands as `\t`, `\x1b`, `\u202e`. These are the
 * characters that act on a terminal or on the order of text instead of being seen: controls, bidi
 * overrides, invisible blanks and joiners, lone surrogates.
 */
export const printable = (text: string): string =>
  isPlain(text) ? text : text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escapeCharacter)

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (!isPlainCode(text.charCodeAt(i))) return false
  return true
}

/**
 * Whether a code is of what filings consist of. A pattern of classes takes milliseconds to compile, and some
 * part of one to be made: it stands where it is used.
 */
const isPlainCode = (code: number): boolean =>
  code < 0x7f
    ? code >= 0x20
    : (code >= 0x3000 && code <= 0x9fff) ||
      (code >= 0xff01 && code <= 0xff5e) ||
      (code >= 0x2010 && code <= 0x2027) ||
      (code >= 0x2030 && code <= 0x205e) ||
      (code >= 0x2100 && code <= 0x2bff) ||
      (code >= 0xb0 && code <= 0xf7) ||
      (code >= 0x391 && code <= 0x3c9)

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
])

const escapeCharacter = (character: string): string => {
  const short = SHORT.get(character)
  if (short !== undefined) return short
  const code = character.codePointAt(0) as number
  if (code > 0xffff) return `\\u{${code.toString(16)}}`
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`
}

/**
 * The same for JSON, where an escape keeps its meaning: parsing gives the original text back. JSON.stringify
 * has escaped everything below 20 that is content; a line end in its text is layout.
 */
export const printableJson = (json: string): string => (isPlainJson(json) ? json : escapeJson(json))

const isPlainJson = (json: string): boolean => {
  for (let i = 0; i < json.length; i += 1) {
    const code = json.charCodeAt(i)
    if (code !== LINE_END && !isPlainCode(code)) return false
  }
  return true
}

const LINE_END = 10

const escapeJson = (json: string): string =>
  json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (characters) =>
    Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )

/** What XML 1.0 can't hold, not even escaped: controls, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** `text` without characters that no XML document may have; U+FFFD stands in their place. */
export const xmlCharacters = (text: string): string => text.replace(FORBIDDEN, '\ufffd')

/** `text` for content and attribute values. Blanks that parsers normalise in attributes are references. */
export const escapeXml = (text: string): string =>
  xmlCharacters(text)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
    .replace(/[\t\r]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Attributes of an element, each with a blank in front. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('')

/**
 * Text of a filing for the inside of a line of Markdown or of a table's cell: it shows as it is and
 * does nothing. No markup, no HTML, no links (not even of bare addresses), no mentions, no new cells.
 */
export const markdownText = (text: string): string =>
  printable(text)
    .replace(/[\\`*_[\]|~$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // What GitHub and others make links and emoji of without any markup: https://…, www.…, :tada:
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')

/** A row of a table. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
