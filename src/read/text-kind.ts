/**
 * What a text is that isn't the table itself, by its beginning: `mhtml` a web page in one file, `workbook` a
 * workbook written as XML, `rtf`, `word-xml` and `odt` documents of Word and Writer that nothing here reads.
 */
export type TextKind = 'mhtml' | 'workbook' | 'rtf' | 'word-xml' | 'odt'

const HEAD = 4096

/** Office names all of these `.doc` and `.xls` too. Undefined for any other text. */
export const kindOfText = (text: string): TextKind | undefined => {
  const head = text.slice(0, HEAD)
  if (/^\s*\{\\rtf/.test(head)) return 'rtf'
  if (/^\s*<(?:\?xml|\w+:\w)/.test(head)) return KINDS_OF_XML.find(([mark]) => head.includes(mark))?.[1]
  return MESSAGE_START.test(head) && /^Content-Type:/im.test(head) ? 'mhtml' : undefined
}

const KINDS_OF_XML: readonly (readonly [string, TextKind])[] = [
  ['urn:schemas-microsoft-com:office:spreadsheet', 'workbook'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'workbook'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'word-xml'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'word-xml'],
]

/** Headers, one of which says that they are those of a message. */
const MESSAGE_START = /^\s*(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,20}?MIME-Version:/i
