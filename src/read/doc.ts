import { CompoundFile } from './compound-file.ts'
import { blocksOf } from './doc/blocks.ts'
import { ParagraphReader } from './doc/paragraphs.ts'
import { WordFile } from './doc/word-file.ts'
import { type Document, notesOf, UnreadableError } from './document.ts'
import { PlaceWriter } from './docx/place-writer.ts'

/**
 * Reads a document of Word 97 to 2003 (MS-DOC): tables with their merged cells, and the text around them, then
 * footnotes, endnotes and text boxes. Places are named as those of DOCX. Numbers that Word puts before
 * paragraphs by itself are not read, which is noted; nor are headers, footers and comments.
 *
 * @throws UnreadableError `encrypted`, `damaged`, `no-cells`, `too-large`, or `unsupported` for older versions
 */
export const readDoc = (bytes: Uint8Array): Document => {
  try {
    const file = new CompoundFile(bytes)
    return readWordFile(new WordFile((name) => file.stream(name)))
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableError('damaged')
    throw error
  }
}

const readWordFile = (file: WordFile): Document => {
  const reader = new ParagraphReader(file)
  const { main, footnotes, headers, macros, comments, endnotes, boxes } = file.lengths
  const writer = new PlaceWriter()
  writer.write(blocksOf(reader.read(0, main)))
  writer.write(blocksOf(reader.read(main, main + footnotes)))
  const beforeEndnotes = main + footnotes + headers + macros + comments
  writer.write(blocksOf(reader.read(beforeEndnotes, beforeEndnotes + endnotes + boxes)))
  if (writer.isBlank) throw new UnreadableError('no-cells')
  const notes = [...notesOf(reader.texts)]
  if (reader.listed > 0) notes.push({ kind: 'automatic-numbers', detail: `${reader.listed}` })
  return { format: 'doc', ...writer.finish(), notes }
}
