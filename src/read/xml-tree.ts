import { Parser } from 'htmlparser2'
import { UnreadableError } from './document.ts'
import { tooMany } from './limits.ts'

/** An element of XML. Names are without their prefixes; text is kept where words stand. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
  /** Where it begins and ends in the part decoded, tags included, and where its first tag ends. */
  readonly start: number
  readonly inner: number
  readonly end: number
}

const MOST_ELEMENTS = 3_000_000

/** Deeper than any document; readers of the tree recurse. */
const DEEPEST = 400

/**
 * The root element of a part of a document. Entities of a document type are not expanded. `textNames`: the
 * elements whose text says something; that of others is line ends and blanks.
 *
 * @param part Its bytes, or its text.
 * @throws UnreadableError `damaged` if there is no element, `too-large`
 */
export const parseXml = (part: Uint8Array | string, textNames: ReadonlySet<string>): XmlElement => {
  const builder = new TreeBuilder(textNames)
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: true })
  parser.write(typeof part === 'string' ? part : decodeXml(part))
  parser.end()
  if (builder.root === undefined) throw new UnreadableError('damaged', 'no XML')
  return builder.root
}

const decodeXml = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

interface OpenElement extends XmlElement {
  end: number
  readonly attributes: Map<string, string>
  readonly children: XmlElement[]
  text: string
}

class TreeBuilder {
  #parser: Parser | undefined
  root: XmlElement | undefined
  readonly #open: OpenElement[] = []
  readonly #textNames: ReadonlySet<string>
  #count = 0

  constructor(textNames: ReadonlySet<string>) {
    this.#textNames = textNames
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#count += 1
    if (this.#count > MOST_ELEMENTS) throw tooMany(MOST_ELEMENTS, 'elements')
    if (this.#open.length >= DEEPEST) throw tooMany(DEEPEST, 'levels')
    const named = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const)
    const { startIndex: start = 0, endIndex = 0 } = this.#parser ?? {}
    const element: OpenElement = {
      name: localName(name),
      attributes: new Map(named),
      children: [],
      text: '',
      start,
      inner: endIndex + 1,
      end: endIndex + 1,
    }
    this.#open.at(-1)?.children.push(element)
    this.root ??= element
    this.#open.push(element)
  }

  ontext(text: string): void {
    const element = this.#open.at(-1)
    if (element !== undefined && this.#textNames.has(element.name)) element.text += text
  }

  onclosetag(): void {
    const element = this.#open.pop()
    if (element !== undefined) element.end = (this.#parser?.endIndex ?? 0) + 1
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  if (element === undefined) return undefined
  // A loop, since a document has a hundred thousand properties.
  for (const child of element.children) if (child.name === name) return child
  return undefined
}

/** All children of that name. */
export const childrenOf = (
  element: Pick<XmlElement, 'children'> | undefined,
  name: string,
): readonly XmlElement[] => element?.children.filter((child) => child.name === name) ?? []

/** The `val` of the first child of that name, which is how properties are written. */
export const valOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.get('val')

/** Whether a property that is on or off is on: `<w:b/>` is, `<w:b w:val="0"/>` is not. */
export const isOn = (element: XmlElement | undefined, name: string): boolean => {
  const property = childOf(element, name)
  return (
    property !== undefined && !['0', 'false', 'off', 'none'].includes(property.attributes.get('val') ?? '')
  )
}

/** What of the alternatives of `mc:AlternateContent` to read: all of them say the same. */
export const alternativeOf = (element: XmlElement): readonly XmlElement[] =>
  (childOf(element, 'Choice') ?? childOf(element, 'Fallback'))?.children ?? []
