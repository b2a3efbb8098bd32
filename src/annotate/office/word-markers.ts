import type { TracedPart } from '../../read/trace.ts'
import type { XmlElement } from '../../read/xml-tree.ts'
import type { Note } from '../notes.ts'
import { NoCopyError, UNCHANGEABLE } from '../reasons.ts'
import { appended, type Insertion } from './package.ts'

/** What a comment is about: from the first to the last of some words, or a whole cell or paragraph. */
export interface CommentedRange {
  readonly note: Note
  /** The cell or the paragraph. */
  readonly holder: XmlElement
  readonly first?: TracedPart<XmlElement>
  readonly last?: TracedPart<XmlElement>
}

/** A place in the XML where markers go: ends of comments stand there before the beginnings of others. */
interface Place {
  ends: string
  starts: string
}

/** What parts a run in two, between which markers may stand. */
interface Cut {
  readonly run: XmlElement
  /** The element of its words. */
  readonly words: XmlElement
}

/** Puts the beginnings and ends of comments into the body of a document. */
export class MarkerWriter {
  readonly #text: string
  readonly #root: XmlElement
  readonly #prefix: string
  /** The tree was read without a byte-order mark. */
  readonly #shift: number
  readonly #places = new Map<number, Place>()
  readonly #cuts = new Map<number, Cut>()

  constructor(text: string, root: XmlElement, prefix: string) {
    if (prefix === '') throw new NoCopyError(UNCHANGEABLE)
    this.#text = text
    this.#root = root
    this.#prefix = prefix
    this.#shift = text.startsWith('\ufeff') ? 1 : 0
  }

  add({ holder, first, last }: CommentedRange, id: number): void {
    const w = this.#prefix
    const start = `<${w}commentRangeStart ${w}id="${id}"/>`
    const end = `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`
    if (first === undefined || last === undefined) {
      this.#addToBlank(holder, start + end)
      return
    }
    this.#placeAt(this.#startOf(first)).starts += start
    this.#placeAt(this.#endOf(last)).ends += end
  }

  insertions(): readonly Insertion[] {
    const insertions: Insertion[] = []
    const kept = new Set<XmlElement>()
    for (const [at, { ends, starts }] of this.#places) {
      const cut = this.#cuts.get(at)
      if (cut === undefined) {
        insertions.push({ at, text: ends + starts })
        continue
      }
      const w = this.#prefix
      const { run, words } = cut
      const properties = run.children.find(({ name }) => name === 'rPr')
      const look = properties === undefined ? '' : this.#slice(properties.start, properties.end)
      const close = `</${w}t></${w}r>`
      insertions.push({
        at,
        text: `${close}${ends}${starts}<${w}r>${look}<${w}t xml:space="preserve">`,
      })
      if (!words.attributes.has('space') && !kept.has(words))
        insertions.push({ at: words.inner + this.#shift - 1, text: ' xml:space="preserve"' })
      kept.add(words)
    }
    return insertions
  }

  /** A cell or paragraph without words: both ends stand in its last paragraph. */
  #addToBlank(holder: XmlElement, markers: string): void {
    const paragraph = holder.name === 'p' ? holder : lastParagraphOf(holder)
    const path = this.#pathTo(paragraph ?? holder)
    const outer = outerParagraph(path)
    if (outer !== undefined && outer.child !== undefined) {
      this.#placeAt(outer.child.end + this.#shift).starts += markers
      return
    }
    if (paragraph === undefined) throw new NoCopyError(UNCHANGEABLE)
    const { start, inner, end } = paragraph
    const moved = {
      ...paragraph,
      start: start + this.#shift,
      inner: inner + this.#shift,
      end: end + this.#shift,
    }
    const [open, ...more] = appended(this.#text, moved, markers)
    if (open === undefined) return
    const place = this.#placeAt(open.at)
    // `<w:p/>` is opened once, whatever is put into it.
    const isOpened = more.length > 0 && place.starts !== ''
    place.starts = isOpened ? place.starts.replace(/<$/, `${markers}<`) : place.starts + open.text
    for (const { at, text } of isOpened ? [] : more) this.#placeAt(at).starts += text
  }

  #startOf({ of, start }: TracedPart<XmlElement>): number {
    const { run, child } = this.#runOf(of)
    const cut = start === 0 ? undefined : this.#cutAt(run, of, start)
    return cut ?? child.start + this.#shift
  }

  #endOf({ of, end }: TracedPart<XmlElement>): number {
    const { run, child } = this.#runOf(of)
    const cut = this.#cutAt(run, of, end)
    return cut ?? child.end + this.#shift
  }

  /** The child of a paragraph that holds an element; and the run, if it is that child. */
  #runOf(element: XmlElement): { readonly run: XmlElement | undefined; readonly child: XmlElement } {
    const outer = outerParagraph(this.#pathTo(element))
    // What Word numbers a paragraph with stands for the paragraph.
    const child = outer?.child ?? firstContentOf(element)
    if (child === undefined) throw new NoCopyError(UNCHANGEABLE)
    return { run: child.name === 'r' ? child : undefined, child }
  }

  /** Where a run of nothing but words is parted, before the character `at` of them; undefined where it isn't. */
  #cutAt(run: XmlElement | undefined, words: XmlElement, at: number): number | undefined {
    if (run === undefined || words.name !== 't') return undefined
    if (run.children.some((child) => child !== words && child.name !== 'rPr')) return undefined
    const close = this.#text.lastIndexOf('<', words.end + this.#shift - 1)
    const inside = this.#text.slice(words.inner + this.#shift, close)
    // What is written otherwise than it reads, or loses its outer blanks, is left whole.
    if (inside !== words.text || /^[ \t\r\n]|[ \t\r\n]$|[&<]/.test(inside) || at <= 0 || at >= inside.length)
      return undefined
    const place = words.inner + this.#shift + at
    this.#cuts.set(place, { run, words })
    return place
  }

  #placeAt(at: number): Place {
    const known = this.#places.get(at) ?? { ends: '', starts: '' }
    this.#places.set(at, known)
    return known
  }

  #slice(start: number, end: number): string {
    return this.#text.slice(start + this.#shift, end + this.#shift)
  }

  /** The elements around one, from the root on, itself the last. */
  #pathTo(element: XmlElement): readonly XmlElement[] {
    const path = [this.#root]
    for (let at: XmlElement | undefined = this.#root; at !== undefined && at !== element; ) {
      at = childAround(at, element.start)
      if (at !== undefined) path.push(at)
    }
    return path
  }
}

/** The child that holds a place, by halves: a body may have a hundred thousand. */
const childAround = ({ children }: XmlElement, offset: number): XmlElement | undefined => {
  let low = 0
  let high = children.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((children[middle] as XmlElement).start <= offset) low = middle
    else high = middle - 1
  }
  const child = children[low]
  return child !== undefined && child.start <= offset && offset < child.end ? child : undefined
}

/**
 * The last paragraph on a path that may have comments, and its child on the path. Word takes none in text boxes:
 * there the paragraph that holds the box has it.
 */
const outerParagraph = (
  path: readonly XmlElement[],
): { readonly paragraph: XmlElement; readonly child: XmlElement | undefined } | undefined => {
  const box = path.findIndex(({ name }) => name === 'txbxContent')
  const outside = box < 0 ? path : path.slice(0, box)
  const at = outside.findLastIndex(({ name }) => name === 'p')
  const paragraph = outside[at]
  return paragraph && { paragraph, child: outside[at + 1] }
}

const firstContentOf = (paragraph: XmlElement): XmlElement | undefined =>
  paragraph.children.find(({ name }) => name !== 'pPr')

const lastParagraphOf = (cell: XmlElement): XmlElement | undefined =>
  cell.children.findLast(({ name }) => name === 'p')
