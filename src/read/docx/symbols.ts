/** Characters of symbol fonts that filings use, by their code below U+F000, as the characters that they show. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '□'],
  [0x72, '□'],
  [0x75, '◆'],
  [0x76, '◆'],
  [0xa1, '○'],
  [0xa7, '■'],
  [0xa8, '□'],
  [0xab, '★'],
  [0xe0, '→'],
  [0xfb, '×'],
  [0xfc, '√'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '×'],
  [0x50, '√'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0x97, '●'],
  [0xa2, '■'],
  [0xa3, '□'],
])

const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
])

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['symbol', SYMBOL],
])

/** Whether characters of that font show something else than they are. */
export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && FONTS.has(font.toLowerCase())

/** What a character shows in a font; itself where that isn't known. */
export const symbolOf = (code: number, font: string | undefined): string => {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const shown = FONTS.get(font?.toLowerCase() ?? '')?.get(low)
  if (shown !== undefined) return shown
  return String.fromCodePoint(code >= 0 && code <= 0x10ffff ? code : 0xfffd)
}
