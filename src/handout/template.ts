import type { Message } from '../model/finding.ts'
import { type ArchiveEntry, readArchive } from '../read/archive.ts'
import { kindOfPackage } from '../read/package-kind.ts'
import { rewriteArchive } from '../read/write-archive.ts'
import { parseXml, type XmlElement } from '../read/xml-tree.ts'
import { escapeXml } from '../report/printable.ts'

/** What the fields of a document say, by their names; a line end in a text is one in the document. */
export type FieldValues = Readonly<Record<string, string>>

/** The fields that a template may have. */
export interface FieldNames {
  /** Once in a document. */
  readonly single: readonly string[]
  /** Once for each problem: the row of a table that one stands in is repeated, else the paragraph. */
  readonly repeated: readonly string[]
}

/** Why a file can't be used as a template. */
export class TemplateError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.en)
    this.name = 'TemplateError'
    this.reason = reason
  }
}

/** A document of Word with named fields, `{{单位}}`. What Word did to the runs of its text doesn't matter. */
export interface Template {
  /** The document with its fields filled in. All other parts are those of the template, byte for byte. */
  readonly fill: (single: FieldValues, repeated: readonly FieldValues[]) => Uint8Array
}

/** Parts that people write in. */
const WRITTEN = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/i

/**
 * Reads a template and checks its fields.
 *
 * @throws TemplateError where it is no document of Word, or has a field that isn't among `names`
 */
export const readTemplate = async (bytes: Uint8Array, names: FieldNames): Promise<Template> => {
  const entries = await openDocument(bytes)
  const parts = entries
    .filter(({ name }) => WRITTEN.test(name))
    .map((entry) => ({ name: entry.name, part: readPart(entry, names) }))
  if (parts.every(({ part }) => part.isPlain)) throw new TemplateError(noFields(names))
  const filled = parts.filter(({ part }) => !part.isPlain)
  return {
    fill: (single, repeated) =>
      rewriteArchive(
        bytes,
        new Map(filled.map(({ name, part }) => [name, ENCODER.encode(part.fill(single, repeated))])),
      ),
  }
}

const ENCODER = new TextEncoder()

const openDocument = async (bytes: Uint8Array): Promise<readonly ArchiveEntry[]> => {
  let entries: readonly ArchiveEntry[]
  try {
    entries = await readArchive(bytes)
  } catch {
    throw new TemplateError(NO_DOCUMENT)
  }
  if (kindOfPackage(entries) !== 'docx') throw new TemplateError(NO_DOCUMENT)
  return entries
}

/** A text of a document, where it stands in its part. */
interface Run {
  readonly element: XmlElement
  readonly text: string
}

/** A field over the texts of its paragraph. */
interface Field {
  readonly name: string
  readonly start: number
  readonly end: number
}

interface Paragraph {
  readonly element: XmlElement
  /** The innermost row of a table around it. */
  readonly row: XmlElement | undefined
  readonly runs: readonly Run[]
  readonly fields: readonly Field[]
}

interface Part {
  /** Without fields. */
  readonly isPlain: boolean
  readonly fill: (single: FieldValues, repeated: readonly FieldValues[]) => string
}

const readPart = ({ name, bytes }: ArchiveEntry, names: FieldNames): Part => {
  const xml = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const paragraphs = paragraphsOf(parsed(xml), xml).filter(({ fields }) => fields.length > 0)
  const isRepeated = ({ fields }: Paragraph): boolean =>
    fields.some((field) => names.repeated.includes(field.name))
  for (const { fields } of paragraphs)
    for (const field of fields)
      if (![...names.single, ...names.repeated].includes(field.name))
        throw new TemplateError(unknownField(field.name, names))
  const repeating = paragraphs.filter(isRepeated)
  if (repeating.length > 0 && !/^word\/document\.xml$/i.test(name))
    throw new TemplateError(misplacedField(repeating[0]?.fields ?? [], names))
  const units = unitsOf(repeating.map(({ element, row }) => row ?? element))
  return {
    isPlain: paragraphs.length === 0,
    fill: (single, repeated) => {
      const write = (from: number, to: number, values: FieldValues): string =>
        replaced(
          xml,
          from,
          to,
          paragraphs
            .filter(({ element }) => element.start >= from && element.end <= to)
            .flatMap((paragraph) => replacementsOf(paragraph, values)),
        )
      let filled = ''
      let at = 0
      for (const { start, end } of units) {
        filled += write(at, start, single)
        filled += repeated.map((values) => withoutNames(write(start, end, { ...single, ...values }))).join('')
        at = end
      }
      return filled + write(at, xml.length, single)
    },
  }
}

const parsed = (xml: string): XmlElement => {
  try {
    return parseXml(xml, new Set(['t']))
  } catch {
    throw new TemplateError(NO_DOCUMENT)
  }
}

/** Paragraphs and their texts: a paragraph in a text box has those of its own. */
const paragraphsOf = (root: XmlElement, xml: string): readonly Paragraph[] => {
  const found: Paragraph[] = []
  const visit = (element: XmlElement, runs: Run[], row: XmlElement | undefined): void => {
    const isWord = xml.startsWith('<w:', element.start)
    if (isWord && element.name === 't') runs.push({ element, text: element.text })
    const isParagraph = isWord && element.name === 'p'
    const own = isParagraph ? [] : runs
    const innerRow = isWord && element.name === 'tr' ? element : row
    for (const child of element.children) visit(child, own, innerRow)
    if (isParagraph) {
      const text = own.map((run) => run.text).join('')
      found.push({ element, row, runs: own, fields: fieldsIn(text) })
    }
  }
  visit(root, [], undefined)
  return found
}

/** `{{单位}}`, also in full width and with blanks inside. */
const fieldsIn = (text: string): readonly Field[] =>
  [...text.matchAll(/[{｛]{2}([^{}｛｝]{1,60})[}｝]{2}/g)].map((match) => ({
    name: (match[1] as string).replace(/[\s\u3000]/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** Ranges to be repeated, in order; none in another. */
const unitsOf = (elements: readonly XmlElement[]): readonly XmlElement[] => {
  const sorted = [...new Set(elements)].sort((a, b) => a.start - b.start)
  let end = 0
  return sorted.filter((one) => {
    if (one.start < end) return false
    end = one.end
    return true
  })
}

interface Replacement {
  readonly start: number
  readonly end: number
  readonly xml: string
}

/** A field's value goes to where it begins, whatever other texts it goes on in. */
const replacementsOf = ({ runs, fields }: Paragraph, values: FieldValues): readonly Replacement[] => {
  const replacements: Replacement[] = []
  let from = 0
  for (const { element, text } of runs) {
    const to = from + text.length
    const touching = fields.filter(({ start, end }) => start < to && end > from)
    if (touching.length > 0) {
      let content = ''
      let at = from
      for (const { name, start, end } of touching) {
        content += text.slice(Math.max(0, at - from), Math.max(0, start - from))
        if (start >= from) content += values[name] ?? ''
        at = Math.min(end, to)
      }
      content += text.slice(at - from)
      replacements.push({ start: element.start, end: element.end, xml: textXml(content) })
    }
    from = to
  }
  return replacements
}

/** Texts of a run, with line breaks between them. */
const textXml = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>')

const replaced = (xml: string, from: number, to: number, replacements: readonly Replacement[]): string => {
  let text = ''
  let at = from
  for (const { start, end, xml: own } of replacements.toSorted((a, b) => a.start - b.start)) {
    text += xml.slice(at, start) + own
    at = end
  }
  return text + xml.slice(at, to)
}

/** What is repeated must not be named twice. */
const withoutNames = (xml: string): string =>
  xml.replace(/ w14:(?:paraId|textId)="[^"]*"/g, '').replace(/<w:bookmark(?:Start|End)\b[^>]*\/>/g, '')

const shown = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(' ')

const NO_DOCUMENT: Message = {
  zh: '不是 Word 文档（DOCX），或已损坏、加密。请用 Word 或 WPS 另存为 .docx',
  en: 'not a Word document (DOCX), damaged or encrypted; save it as .docx',
}

const noFields = ({ single, repeated }: FieldNames): Message => ({
  zh: `其中没有字段。可用的有：${shown([...single, ...repeated])}`,
  en: `there are no fields in it; there are ${shown([...single, ...repeated])}`,
})

const unknownField = (name: string, { single, repeated }: FieldNames): Message => ({
  zh: `不认识字段 {{${name}}}。可用的有：${shown([...single, ...repeated])}`,
  en: `unknown field {{${name}}}; there are ${shown([...single, ...repeated])}`,
})

const misplacedField = (fields: readonly Field[], { repeated }: FieldNames): Message => {
  const name = fields.find((field) => repeated.includes(field.name))?.name ?? ''
  return {
    zh: `字段 {{${name}}} 每个问题一份，只能用在正文中，不能用在页眉、页脚和脚注中`,
    en: `the field {{${name}}} is there once for each problem and belongs into the text, not into headers, footers or notes`,
  }
}
