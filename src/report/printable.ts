/**
 * `text` on one line and safe to print: what can't be seen stands as `\t`, `\x1b`, `\u202e`. These are the
 * characters that act on a terminal or on the order of text instead of being seen: controls, bidi
 * overrides, invisible blanks and joiners, lone surrogates.
 */
export const printable = (text: string): string =>
  isPlain(text) ? text : text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escapeCharacter)

/**
 * First and last codes of what filings consist of. A pattern of classes takes milliseconds to compile, and
 * some part of one to be made: it stands where it is used.
 */
const PLAIN = [
  [0x3000, 0x9fff],
  [0x20, 0x7e],
  [0xff01, 0xff5e],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2100, 0x2bff],
  [0xb0, 0xf7],
] as const

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (!PLAIN.some(([first, last]) => first <= code && code <= last)) return false
  }
  return true
}

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
export const printableJson = (json: string): string =>
  json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (characters) =>
    Array.from({ length: characters.length }, (_, i) => characters.charCodeAt(i))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )
