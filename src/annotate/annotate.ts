import type { Message } from '../model/finding.ts'
import { fitsSource } from '../model/locator.ts'
import type { CheckedRecord } from '../model/record.ts'
import { readArchive } from '../read/archive.ts'
import { UnreadableError } from '../read/document.ts'
import type { OpenOptions } from '../read/open.ts'
import type { Source } from '../source/source.ts'
import { type Note, type NoteTerms, notesOf } from './notes.ts'
import * as reasons from './reasons.ts'
import { NoCopyError } from './reasons.ts'

/** What became of the copy of a file: its bytes, or why there is none. */
export type Annotated =
  | { readonly kind: 'copy'; readonly content: Uint8Array }
  | { readonly kind: 'none'; readonly reason: Message }

/** What is noted, and how the file was read. */
export type AnnotateTerms = NoteTerms & OpenOptions

/**
 * A copy of a file with its findings where they are: comments in workbooks and Word documents, highlights in PDF,
 * marks in HTML. What carries no comment of it is the file's own, byte for byte.
 *
 * @param bytes The file that the record was made of.
 */
export const annotate = async (
  bytes: Uint8Array,
  record: CheckedRecord,
  terms: AnnotateTerms,
): Promise<Annotated> => {
  const notes = notesOf(record, terms)
  if (notes.length === 0) return { kind: 'none', reason: reasons.NOTHING_FOUND }
  try {
    return { kind: 'copy', content: await copyOf(bytes, record, notes, terms) }
  } catch (error) {
    if (error instanceof NoCopyError) return { kind: 'none', reason: error.reason }
    // It was read when it was checked.
    if (error instanceof UnreadableError) return { kind: 'none', reason: reasons.CHANGED }
    // It can be read, and a copy of the others is worth more than none of any.
    return { kind: 'none', reason: reasons.UNCHANGEABLE }
  }
}

const copyOf = async (
  bytes: Uint8Array,
  record: CheckedRecord,
  notes: readonly Note[],
  terms: AnnotateTerms,
): Promise<Uint8Array> => {
  const requireSame = (source: Source): void => {
    if (!fitsSource(source, record)) throw new NoCopyError(reasons.CHANGED)
  }
  switch (record.format) {
    case 'xlsx': {
      const { annotateWorkbook } = await import('./office/workbook.ts')
      return annotateWorkbook(bytes, await entriesOf(bytes), notes, requireSame)
    }
    case 'docx': {
      const { annotateWord } = await import('./office/word.ts')
      return annotateWord(bytes, await entriesOf(bytes), notes, requireSame)
    }
    case 'pdf': {
      const { annotatePdf } = await import('./pdf.ts')
      return annotatePdf(bytes, notes, requireSame, terms)
    }
    case 'html': {
      const { annotateHtml } = await import('./html.ts')
      return annotateHtml(bytes, notes, requireSame, terms)
    }
    default:
      throw new NoCopyError(reasons.noComments(record.format))
  }
}

const entriesOf = async (bytes: Uint8Array) => {
  // A workbook may be one file of XML.
  if (bytes[0] !== 0x50) throw new NoCopyError(reasons.noComments('xls'))
  return await readArchive(bytes)
}
