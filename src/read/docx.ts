import { type ArchiveEntry, readArchive } from './archive.ts'
import { isCompoundFile } from './compound-file.ts'
import { type Document, notesOf, UnreadableError } from './document.ts'
import { BodyReader, type NoteReference } from './docx/body.ts'
import { Numbering } from './docx/numbering.ts'
import { PlaceWriter } from './docx/place-writer.ts'
import { kindOfOldOffice, kindOfPackage } from './package-kind.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

/**
 * Reads a Word document: tables, and the text around them, in order, then the notes. Cells and
 * paragraphs have addresses such as `table 2, row 5, column 3`. What was deleted with changes tracked, and hidden
 * text, is left out and noted; headers, footers and comments are not read. `entries`: the files of the package, where they
 * were inflated already.
 *
 * @throws UnreadableError
 */
export const readDocx = async (bytes: Uint8Array, entries?: readonly ArchiveEntry[]): Promise<Document> => {
  const { writer, body } = await writeDocx(bytes, entries)
  return { format: 'docx', ...writer.finish(), notes: notesOf(body) }
}

/** The text of a Word document as `readDocx` makes it, and by which elements of its main part it is printed. */
export const traceDocx = async (bytes: Uint8Array, entries: readonly ArchiveEntry[]) => {
  const { writer, parts } = await writeDocx(bytes, entries)
  const { main, path } = parts
  return { source: writer.finish().source, traces: writer.traces, main, path }
}

const writeDocx = async (bytes: Uint8Array, entries: readonly ArchiveEntry[] | undefined) => {
  const parts = new Parts(await openPackage(bytes, entries))
  const body = new BodyReader(new Numbering(parts.find('numbering'), parts.find('styles')))
  const writer = new PlaceWriter()
  writer.write(body.read(parts.main.children))
  for (const [number, reference] of unique(body.notes).entries()) {
    const note = parts.note(reference)
    if (note !== undefined) writer.writeNote(body.read(note.children), number + 1)
  }
  if (writer.isBlank) throw new UnreadableError('no-cells')
  return { writer, body, parts }
}

const openPackage = async (
  bytes: Uint8Array,
  read: readonly ArchiveEntry[] | undefined,
): Promise<readonly ArchiveEntry[]> => {
  if (isCompoundFile(bytes)) {
    const kind = kindOfOldOffice(bytes)
    throw kind === 'encrypted' ? new UnreadableError('encrypted') : new UnreadableError('unsupported', kind)
  }
  const entries = read ?? (await readArchive(bytes))
  const kind = kindOfPackage(entries)
  if (kind !== 'docx') throw new UnreadableError('unsupported', kind)
  return entries
}

const WORDS: ReadonlySet<string> = new Set(['t'])

const parsePart = ({ bytes }: ArchiveEntry): XmlElement => parseXml(bytes, WORDS)

type PartName = 'numbering' | 'styles' | 'footnotes' | 'endnotes'

/** The parts of a document by what they are. */
class Parts {
  readonly main: XmlElement
  /** Of the main part. */
  readonly path: string
  readonly #entries: ReadonlyMap<string, ArchiveEntry>
  readonly #folder: string
  readonly #parsed = new Map<PartName, XmlElement | undefined>()

  constructor(entries: readonly ArchiveEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
    this.path = this.#mainPath()
    const entry = this.#entries.get(this.path)
    if (entry === undefined) throw new UnreadableError('damaged', this.path)
    this.#folder = this.path.slice(0, this.path.lastIndexOf('/') + 1)
    this.main = parsePart(entry)
  }

  find(name: PartName): XmlElement | undefined {
    if (!this.#parsed.has(name)) {
      const entry = this.#entries.get(`${this.#folder}${name}.xml`)
      this.#parsed.set(name, entry === undefined ? undefined : parsePart(entry))
    }
    return this.#parsed.get(name)
  }

  note({ kind, id }: NoteReference): XmlElement | undefined {
    return this.find(`${kind}s`)?.children.find(({ attributes }) => attributes.get('id') === id)
  }

  /** As the package's relationships say; `word/document.xml` nearly always. */
  #mainPath(): string {
    const relationships = this.#entries.get('_rels/.rels')
    const main =
      relationships &&
      parsePart(relationships).children.find(({ attributes }) =>
        attributes.get('Type')?.endsWith('/officeDocument'),
      )
    const target = main?.attributes.get('Target') ?? 'word/document.xml'
    return target.replace(/^\//, '').toLowerCase()
  }
}

const unique = (notes: readonly NoteReference[]): readonly NoteReference[] => [
  ...new Map(notes.map((note) => [`${note.kind} ${note.id}`, note])).values(),
]
