import type { ArchiveEntry } from '../archive.ts'
import { UnreadableError } from '../document.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml-tree.ts'

/** What is drawn on a page, from the back to the front, and what it refers to. */
export interface OfdPageContent {
  /** Left, top, width and height in millimetres. */
  readonly box: readonly number[]
  /** Elements that hold layers, or objects right away. */
  readonly parts: readonly XmlElement[]
  /** Drawings that pages use several times, by their ids. */
  readonly units: ReadonlyMap<string, XmlElement>
  /** The bytes of a picture by its id. */
  picture(id: string): Uint8Array | undefined
}

/** A part, and the path that places in it are relative to. */
interface Part {
  readonly path: string
  readonly root: XmlElement
}

interface PageReference {
  readonly body: DocumentBody
  readonly id: string | undefined
  readonly location: string
}

/** One document of the package; nearly always the only one. */
interface DocumentBody {
  readonly part: Part
  readonly box: readonly number[] | undefined
  readonly templates: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, XmlElement>
  /** Files of pictures by their ids. */
  readonly media: ReadonlyMap<string, string>
  /** By the ids of their pages. */
  readonly annotations: ReadonlyMap<string, readonly XmlElement[]>
}

const A4 = [0, 0, 210, 297]

/** The files of an OFD by what they are. */
export class OfdPackage {
  readonly pages: readonly PageReference[]
  readonly #entries: ReadonlyMap<string, ArchiveEntry>

  /** @throws UnreadableError `encrypted` or `damaged` */
  constructor(entries: readonly ArchiveEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.name.replace(/^\//, '').toLowerCase(), entry]))
    if (this.#entries.has('encryptions.xml')) throw new UnreadableError('encrypted')
    const main = this.#part('', 'OFD.xml')
    this.pages = childrenOf(main.root, 'DocBody').flatMap((body) => this.#pagesOf(main, body))
    if (this.pages.length === 0) throw new UnreadableError('damaged', 'no pages')
  }

  /** The content of one page, counted from 1. */
  content(number: number): OfdPageContent {
    const { body, id, location } = this.pages[number - 1] as PageReference
    const { root } = this.#part(body.part.path, location)
    const layers = [root]
    for (const use of childrenOf(root, 'Template')) {
      const template = body.templates.get(use.attributes.get('TemplateID') ?? '')
      const isInFront = use.attributes.get('ZOrder') === 'Foreground'
      if (template === undefined) continue
      const part = this.#part(body.part.path, template).root
      if (isInFront) layers.push(part)
      else layers.unshift(part)
    }
    const box = boxOf(childOf(root, 'Area')) ?? body.box ?? A4
    const annotations = body.annotations.get(id ?? '') ?? []
    return {
      box,
      parts: [...layers.flatMap(({ children }) => children), ...annotations],
      units: body.units,
      picture: (picture) => this.#entries.get((body.media.get(picture) ?? '').toLowerCase())?.bytes,
    }
  }

  #pagesOf(main: Part, element: XmlElement): PageReference[] {
    const root = childOf(element, 'DocRoot')?.text.trim()
    if (root === undefined) return []
    const body = this.#bodyOf(this.#part(main.path, root))
    return childrenOf(childOf(body.part.root, 'Pages'), 'Page').flatMap(({ attributes }) => {
      const location = attributes.get('BaseLoc')
      return location === undefined ? [] : [{ body, id: attributes.get('ID'), location }]
    })
  }

  #bodyOf(part: Part): DocumentBody {
    const common = childOf(part.root, 'CommonData')
    const templates = childrenOf(common, 'TemplatePage').map(
      ({ attributes }) => [attributes.get('ID') ?? '', attributes.get('BaseLoc') ?? ''] as const,
    )
    const resources = ['PublicRes', 'DocumentRes']
      .flatMap((name) => childrenOf(common, name))
      .flatMap(({ text }) => this.#optional(part.path, text) ?? [])
    const units = resources
      .flatMap(({ root }) => childrenOf(root, 'CompositeGraphicUnits'))
      .flatMap((group) => childrenOf(group, 'CompositeGraphicUnit'))
      .map((unit) => [unit.attributes.get('ID') ?? '', unit] as const)
    const media = resources.flatMap(({ path, root }) =>
      childrenOf(root, 'MultiMedias')
        .flatMap((group) => childrenOf(group, 'MultiMedia'))
        .map((one) => {
          const folder = root.attributes.get('BaseLoc') ?? '.'
          const file = childOf(one, 'MediaFile')?.text.trim() ?? ''
          return [one.attributes.get('ID') ?? '', resolve(path, `${folder}/${file}`)] as const
        }),
    )
    return {
      part,
      box: boxOf(childOf(common, 'PageArea')),
      templates: new Map(templates),
      units: new Map(units),
      media: new Map(media),
      annotations: this.#annotationsOf(part),
    }
  }

  #annotationsOf(part: Part): ReadonlyMap<string, readonly XmlElement[]> {
    const list = this.#optional(part.path, childOf(part.root, 'Annotations')?.text ?? '')
    const byPage = new Map<string, readonly XmlElement[]>()
    for (const page of childrenOf(list?.root, 'Page')) {
      const file = this.#optional(list?.path ?? '', childOf(page, 'FileLoc')?.text ?? '')
      const visible = childrenOf(file?.root, 'Annot').filter(
        ({ attributes }) => attributes.get('Visible') !== 'false',
      )
      byPage.set(
        page.attributes.get('PageID') ?? '',
        visible.flatMap((annotation) => childrenOf(annotation, 'Appearance')),
      )
    }
    return byPage
  }

  #part(base: string, location: string): Part {
    const part = this.#optional(base, location)
    if (part === undefined) throw new UnreadableError('damaged', `no ${location}`)
    return part
  }

  #optional(base: string, location: string): Part | undefined {
    const path = resolve(base, location.trim())
    const entry = this.#entries.get(path.toLowerCase())
    return entry === undefined ? undefined : { path, root: parseXml(entry.bytes, WORDS) }
  }
}

/** Elements that hold their value as text. */
const WORDS: ReadonlySet<string> = new Set(
  'DocRoot PhysicalBox PublicRes DocumentRes Annotations FileLoc AbbreviatedData TextCode MediaFile'.split(
    ' ',
  ),
)

const boxOf = (area: XmlElement | undefined): readonly number[] | undefined => {
  const box = numbersOf(childOf(area, 'PhysicalBox')?.text)
  return box.length === 4 ? box : undefined
}

/** A path from the root of the package: `location` is relative to the file at `base`, unless it begins with a slash. */
const resolve = (base: string, location: string): string => {
  const folders = location.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const step of location.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '' && step !== '.') folders.push(step)
  }
  return folders.join('/')
}

/** Numbers with blanks between them; none if one of them is no number. */
export const numbersOf = (text: string | undefined): number[] => {
  const numbers = (text ?? '').trim().split(/\s+/).map(Number)
  return text === undefined || text.trim() === '' || !numbers.every(Number.isFinite) ? [] : numbers
}

/** More steps than any line of text has characters. */
const MOST_STEPS = 100_000

/** The steps between characters: `g 3 4.2` stands for 4.2 three times. */
export const stepsOf = (text: string | undefined): number[] | undefined => {
  if (text === undefined) return undefined
  const words = text.trim().split(/\s+/)
  const steps: number[] = []
  for (let i = 0; i < words.length && steps.length < MOST_STEPS; i += 1) {
    const isRepeated = words[i] === 'g'
    const count = isRepeated ? Number(words[i + 1]) : 1
    const step = Number(words[isRepeated ? i + 2 : i])
    for (let k = 0; k < Math.min(count, MOST_STEPS); k += 1) steps.push(Number.isFinite(step) ? step : 0)
    if (isRepeated) i += 2
  }
  return steps
}
