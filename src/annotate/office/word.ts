import type { ArchiveEntry } from '../../read/archive.ts'
import { traceDocx } from '../../read/docx.ts'
import { partsAt, type Trace, type TracedPart } from '../../read/trace.ts'
import type { XmlElement } from '../../read/xml-tree.ts'
import { escapeXml } from '../../report/printable.ts'
import type { Source } from '../../source/source.ts'
import { AUTHOR, type Note } from '../notes.ts'
import { tracesAt } from '../places.ts'
import { appended, HEAD, OfficePackage, prefixOf } from './package.ts'
import { type CommentedRange, MarkerWriter } from './word-markers.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/**
 * A copy of a Word document with comments at the words of its findings, or at the paragraphs around them. Comments
 * that are there stay, and so do tracked changes.
 *
 * @param check Throws where the text is not the one that the notes were made for.
 * @throws NoCopyError for one that can't be changed
 */
export const annotateWord = async (
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
  notes: readonly Note[],
  check: (source: Source) => void,
): Promise<Uint8Array> => {
  const document = new OfficePackage(bytes, entries)
  const { source, traces, main, path } = await traceDocx(bytes, entries)
  check(source)
  const comments = document.relations(path).find(({ kind }) => kind === 'comments')?.target
  const name = comments ?? addComments(document, path)
  const first = nextId(document, name)
  const ranges = notes.flatMap((note) =>
    tracesAt(traces, source, note.span).map((trace) => rangeOf(trace, source.text, note)),
  )
  const body = document.xml(path)
  const prefix = prefixOf(body.text, body.root)
  const writer = new MarkerWriter(body.text, main, prefix)
  for (const [i, range] of ranges.entries()) writer.add(range, first + i)
  document.insert(path, writer.insertions())
  const written = document.xml(name)
  const own = prefixOf(written.text, written.root)
  const xml = ranges.map(({ note }, i) => commentXml(note, first + i, own)).join('')
  document.insert(name, appended(written.text, written.root, xml))
  return document.save()
}

const addComments = (document: OfficePackage, path: string): string => {
  const stem = `${path.slice(0, path.lastIndexOf('/') + 1)}comments`
  const usual = `${stem}.xml`
  const name = document.text(usual) === undefined ? usual : document.unusedName(stem, '.xml')
  const main = document.isStrict ? STRICT_MAIN : MAIN
  document.put(name, `${HEAD}<w:comments xmlns:w="${main}"/>`)
  document.declare(name, COMMENTS_TYPE)
  document.relate(path, 'comments', name)
  return name
}

/** Comments are told apart by numbers. */
const nextId = (document: OfficePackage, comments: string): number =>
  document
    .xml(comments)
    .root.children.reduce((next, { attributes }) => Math.max(next, Number(attributes.get('id')) + 1 || 0), 0)

/** What a note is about in the document: of a place with nothing in it the cell or the paragraph. */
const rangeOf = (trace: Trace<XmlElement>, text: string, note: Note): CommentedRange => {
  const parts: readonly TracedPart<XmlElement>[] = partsAt(trace, text, note.span)
  const [first] = parts
  const last = parts.at(-1)
  return first === undefined || last === undefined
    ? { note, holder: trace.holder }
    : { note, holder: trace.holder, first, last }
}

const commentXml = ({ lines }: Note, id: number, prefix: string): string => {
  const paragraphs = lines.map(
    (line) =>
      `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${escapeXml(line)}</${prefix}t></${prefix}r></${prefix}p>`,
  )
  return `<${prefix}comment ${prefix}id="${id}" ${prefix}author="${AUTHOR}" ${prefix}initials="${AUTHOR}">${paragraphs.join('')}</${prefix}comment>`
}
