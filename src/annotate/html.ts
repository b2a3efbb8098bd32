import type { Message } from '../model/finding.ts'
import { readTags, type Tag } from '../read/html-tags.ts'
import type { OpenOptions } from '../read/open.ts'
import { say } from '../report/words.ts'
import { ByteOffsets, encodedText } from '../source/byte-offset.ts'
import { decode } from '../source/decode.ts'
import { type Encoding, Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import type { Note, NoteTerms } from './notes.ts'
import { CHANGED, NoCopyError, noComments } from './reasons.ts'

/**
 * A copy of a page with the words of its findings marked: what is said of them is shown where the pointer rests on
 * them, and listed at the end of the page. All else is the file's own, byte for byte: what is put in is written in
 * ASCII, which all encodings of pages share, and is no text of the page.
 *
 * @param check Throws where the text is not the one that the notes were made for.
 * @throws NoCopyError for a page saved together with its pictures
 */
export const annotateHtml = (
  bytes: Uint8Array,
  notes: readonly Note[],
  check: (source: Source) => void,
  options: OpenOptions & Pick<NoteTerms, 'language'>,
): Uint8Array => {
  const decoded = decode(bytes, options)
  if (decoded.kind !== 'text') throw new NoCopyError(CHANGED)
  const { text, encoding, markLength } = decoded
  if (!/<(?:table|html|body|td)\b/i.test(text) || isMessage(text)) throw new NoCopyError(noComments('html'))
  check(new Source(text))
  const tags = readTags(text)
  const insertions = [
    {
      at: headEndOf(tags),
      text: `<style>${MARK_STYLE}${listStyle(notes, say(TITLE, options.language))}</style>`,
    },
    ...marksOf(text, tags, notes),
  ]
  const offsets = new ByteOffsets(encodedText(bytes, encoding, markLength), text)
  return spliced(
    bytes,
    insertions.map(({ at, text: added }) => ({ at: offsets.at(at), bytes: encodeAscii(added, encoding) })),
  )
}

const TITLE: Message = { zh: 'pbo 检查发现的问题', en: 'Problems found by pbo' }

/** MHTML: its lines are packed, and stand for no lines of the page. */
const isMessage = (text: string): boolean => /^[A-Za-z-]+: .*\r?\n/.test(text.slice(0, 1000))

interface Insertion {
  readonly at: number
  readonly text: string
}

/** Where styles may stand: at the end of the head, or before all that is shown. */
const headEndOf = (tags: readonly Tag[]): number => {
  const head = tags.find(({ kind, name }) => kind === 'close' && name === 'head')
  const body = tags.find(({ kind, name }) => kind === 'open' && name === 'body')
  if (head !== undefined) return head.start
  if (body !== undefined) return body.start
  const shown = tags.findIndex(({ kind, name }) => kind !== 'hidden' && name !== 'html')
  const before = tags[(shown < 0 ? tags.length : shown) - 1]
  return before?.end ?? 0
}

const MARK_STYLE =
  'mark.pbo{background:#ffe680;color:inherit}mark.pbo[data-pbo]::after{content:"["attr(data-pbo)"]";color:#b00000;font-size:smaller;vertical-align:super}'

const listStyle = (notes: readonly Note[], title: string): string => {
  const main = notes.filter(({ isMain }) => isMain).map(({ lines }) => lines.join('\n'))
  return `body::after{content:"${cssText([title, ...main].join('\n\n'))}";display:block;white-space:pre-wrap;margin:2em 1em;padding:1em;border:1px solid #b00000;background:#fffbe6;color:#000;font:14px/1.6 sans-serif;text-align:left}`
}

/** A text in quotes of a style: all but plain letters and digits by their numbers. */
const cssText = (text: string): string =>
  text.replace(
    /[^A-Za-z0-9]/gu,
    (character) => `\\${(character.codePointAt(0) as number).toString(16).padStart(6, '0')}`,
  )

/** A text in an attribute, in ASCII. */
const attributeText = (text: string): string =>
  text.replace(/[^A-Za-z0-9 ]/gu, (character) => `&#${character.codePointAt(0) as number};`)

/** What no mark may stand in: its text has no tags. */
const RAW: ReadonlySet<string> = new Set(['title', 'textarea'])

/** A stretch of text that is marked as one. */
interface Piece {
  readonly span: Span
  readonly notes: readonly Note[]
  /** The numbers of the notes that end with it. */
  readonly ends: Set<number>
}

/** Marks around the words of notes, between tags; where notes overlap, around each part of them. */
const marksOf = (text: string, tags: readonly Tag[], notes: readonly Note[]): readonly Insertion[] => {
  const pieces = piecesOf(text, textBetween(text, tags), notes)
  const raw = stretchesOfRaw(tags)
  const last = new Map(pieces.flatMap((piece) => piece.notes.map((note) => [note, piece] as const)))
  for (const [{ number }, { ends }] of last) ends.add(number)
  return [
    ...pieces.flatMap(({ span, notes: here, ends }) => [
      { at: span.start, text: openMark(here, ends) },
      { at: span.end, text: '</mark>' },
    ]),
    ...notes
      .filter((note) => !last.has(note) && !isIn(raw, note.span.start))
      .map((note) => ({
        at: placeInCell(note.span.start, tags),
        text: `${openMark([note], new Set([note.number]))}</mark>`,
      })),
  ]
}

const piecesOf = (text: string, stretches: readonly Span[], notes: readonly Note[]): readonly Piece[] => {
  // Those of one place stay in their order.
  const left = notes.toReversed().sort((a, b) => b.span.start - a.span.start)
  let open: Note[] = []
  const pieces: Piece[] = []
  for (const stretch of stretches) {
    open = open.filter(({ span }) => span.end > stretch.start)
    while ((left.at(-1)?.span.start ?? Number.POSITIVE_INFINITY) < stretch.end) open.push(left.pop() as Note)
    if (open.length === 0) continue
    const edges = open.flatMap(({ span }) => [span.start, span.end])
    const inside = edges.filter((edge) => stretch.start < edge && edge < stretch.end)
    const cuts = [...new Set([stretch.start, ...inside, stretch.end])].sort((a, b) => a - b)
    for (const [i, start] of cuts.slice(0, -1).entries()) {
      const end = cuts[i + 1] as number
      const here = open.filter(({ span }) => span.start < end && start < span.end)
      if (here.length > 0 && text.slice(start, end).trim() !== '')
        pieces.push({ span: { start, end }, notes: here, ends: new Set() })
    }
  }
  return pieces
}

const openMark = (notes: readonly Note[], ends: ReadonlySet<number>): string => {
  const title = attributeText(notes.map(({ lines }) => lines.join('\n')).join('\n\n'))
  const label = ends.size === 0 ? '' : ` data-pbo="${[...ends].sort((a, b) => a - b).join(', ')}"`
  return `<mark class="pbo"${label} title="${title}">`
}

/** What is called a title or is typed into a form: of notes there the list has to do. */
const stretchesOfRaw = (tags: readonly Tag[]): readonly Span[] =>
  tags.flatMap(({ kind, name, end }, i) =>
    kind === 'open' && RAW.has(name) ? [{ start: end, end: tags[i + 1]?.start ?? end }] : [],
  )

const isIn = (stretches: readonly Span[], at: number): boolean =>
  stretches.some(({ start, end }) => start <= at && at <= end)

/** The stretches of text between tags, where marks may stand. */
const textBetween = (text: string, tags: readonly Tag[]): readonly Span[] => {
  const stretches: Span[] = []
  let at = 0
  let raw: string | undefined
  for (const { kind, name, start, end } of tags) {
    if (raw === undefined && start > at) stretches.push({ start: at, end: start })
    if (kind === 'open' && RAW.has(name)) raw = name
    else if (kind === 'close' && name === raw) raw = undefined
    at = end
  }
  if (at < text.length && raw === undefined) stretches.push({ start: at, end: text.length })
  return stretches
}

/** A place with nothing in it: in the cell that ends there, not behind it, and in no tag. */
const placeInCell = (at: number, tags: readonly Tag[]): number => {
  const tag = tags.find(({ start, end }) => start < at && at <= end)
  if (tag === undefined) return at
  return tag.kind === 'close' && (tag.name === 'td' || tag.name === 'th') ? tag.start : tag.end
}

const encodeAscii = (text: string, encoding: Encoding): Uint8Array => {
  const codes = Array.from(text, (character) => character.charCodeAt(0))
  if (encoding === 'utf-16le') return Uint8Array.from(codes.flatMap((code) => [code, 0]))
  if (encoding === 'utf-16be') return Uint8Array.from(codes.flatMap((code) => [0, code]))
  return Uint8Array.from(codes)
}

const spliced = (
  bytes: Uint8Array,
  insertions: readonly { readonly at: number; readonly bytes: Uint8Array }[],
): Uint8Array => {
  const added = insertions.reduce((length, one) => length + one.bytes.length, 0)
  const whole = new Uint8Array(bytes.length + added)
  let from = 0
  let to = 0
  for (const { at, bytes: more } of insertions.toSorted((a, b) => a.at - b.at)) {
    whole.set(bytes.subarray(from, at), to)
    to += at - from
    whole.set(more, to)
    to += more.length
    from = at
  }
  whole.set(bytes.subarray(from), to)
  return whole
}
