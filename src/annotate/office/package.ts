import type { ArchiveEntry } from '../../read/archive.ts'
import { relationsOf, resolveTarget } from '../../read/part-names.ts'
import { rewriteArchive } from '../../read/write-archive.ts'
import { parseXml, type XmlElement } from '../../read/xml-tree.ts'
import { escapeXml } from '../../report/printable.ts'
import { NoCopyError, SIGNED, UNCHANGEABLE } from '../reasons.ts'

/** A part of a package as text, and its elements, whose places are in that text. */
export interface XmlPart {
  readonly text: string
  readonly root: XmlElement
}

/** What one part of a package says of another. */
export interface Relation {
  readonly id: string
  /** The last step of its type: `comments`. */
  readonly kind: string
  /** The other part, from the root of the package on; undefined for what is outside. */
  readonly target: string | undefined
}

/** What is put into a text, and before which of its characters. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

const NO_TEXT: ReadonlySet<string> = new Set()

const TYPES = '[Content_Types].xml'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Office Open XML has two sets of names: those that all programs write, and those of the strict standard. */
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** An office document as its parts, some of which are changed; all others stay as they are, byte for byte. */
export class OfficePackage {
  readonly #bytes: Uint8Array
  /** By name in small letters, as Office compares them. */
  readonly #entries: ReadonlyMap<string, ArchiveEntry>
  /** By name in small letters too. */
  readonly #changed = new Map<string, { readonly name: string; readonly text: string }>()

  /** @throws NoCopyError for one that is signed, or says its names twice */
  constructor(bytes: Uint8Array, entries: readonly ArchiveEntry[]) {
    this.#bytes = bytes
    this.#entries = new Map(entries.map((entry) => [keyOf(entry.name), entry]))
    if (this.#entries.size !== entries.length) throw new NoCopyError(UNCHANGEABLE)
    const isSignature = (name: string): boolean => name.startsWith('_xmlsignatures/')
    const types = this.text(TYPES)
    if (types === undefined) throw new NoCopyError(UNCHANGEABLE)
    if ([...this.#entries.keys()].some(isSignature) || types.includes('digital-signature'))
      throw new NoCopyError(SIGNED)
  }

  /** The names of all parts, in small letters. */
  get names(): readonly string[] {
    return [...new Set([...this.#entries.keys(), ...this.#changed.keys()])]
  }

  /** A part as text, as it is by now; undefined where there is none. */
  text(name: string): string | undefined {
    const changed = this.#changed.get(keyOf(name))
    if (changed !== undefined) return changed.text
    const entry = this.#entries.get(keyOf(name))
    return entry && decode(entry.bytes)
  }

  /** @throws NoCopyError where the part isn't there */
  xml(name: string, textNames: ReadonlySet<string> = NO_TEXT): XmlPart {
    const text = this.text(name)
    if (text === undefined) throw new NoCopyError(UNCHANGEABLE)
    return { text, root: rootOf(text, textNames) }
  }

  /** Puts texts into a part. */
  insert(name: string, insertions: readonly Insertion[]): void {
    this.put(name, inserted(this.text(name) ?? '', insertions))
  }

  /** Replaces a part, or adds one. */
  put(name: string, text: string): void {
    // As the archive spells it.
    const known = this.#changed.get(keyOf(name)) ?? this.#entries.get(keyOf(name))
    this.#changed.set(keyOf(name), { name: known?.name ?? name, text })
  }

  /** The relations of a part; the package itself has `''`. */
  relations(part: string): readonly Relation[] {
    const text = this.text(relationsOf(part))
    if (text === undefined) return []
    return rootOf(text, NO_TEXT).children.map(({ attributes }) => {
      const isOutside = attributes.get('TargetMode') === 'External'
      return {
        id: attributes.get('Id') ?? '',
        kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
        target: isOutside ? undefined : resolveTarget(part, attributes.get('Target') ?? ''),
      }
    })
  }

  /** Adds a relation to an office part, and gives its id. */
  relate(part: string, kind: string, target: string): string {
    const name = relationsOf(part)
    const taken = new Set(this.relations(part).map(({ id }) => id))
    const id = unused('rId', '', (candidate) => taken.has(candidate))
    const base = this.isStrict ? STRICT_OFFICE : OFFICE
    const relation = (prefix: string): string =>
      `<${prefix}Relationship Id="${id}" Type="${base}/${kind}" Target="${escapeXml(relativeTo(part, target))}"/>`
    if (this.text(name) === undefined)
      this.put(name, `${HEAD}<Relationships xmlns="${RELATIONS}">${relation('')}</Relationships>`)
    else this.append(name, relation)
    return id
  }

  /** Whether the package uses the names of the strict standard. */
  get isStrict(): boolean {
    return this.text(relationsOf(''))?.includes(`${STRICT_OFFICE}/officeDocument`) === true
  }

  /** Says what a new part is. */
  declare(part: string, type: string): void {
    this.append(
      TYPES,
      (prefix) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`,
    )
  }

  /** Says what all parts of an extension are, unless that is said already. */
  declareExtension(extension: string, type: string): void {
    const { text, root } = this.xml(TYPES)
    const isSaid = root.children.some(
      ({ name, attributes }) =>
        name === 'Default' && attributes.get('Extension')?.toLowerCase() === extension,
    )
    if (isSaid) return
    const prefix = prefixOf(text, root)
    const said = `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`
    this.insert(TYPES, [{ at: root.inner, text: said }])
  }

  /** Puts an element behind the last child of a part's root. `write` is given the prefix of the root's name. */
  append(name: string, write: (prefix: string) => string): void {
    const { text, root } = this.xml(name)
    this.insert(name, appended(text, root, write(prefixOf(text, root))))
  }

  /** A name of a part that there is none of yet. */
  unusedName(stem: string, extension: string): string {
    const names = new Set(this.names)
    return unused(stem, extension, (name) => names.has(keyOf(name)))
  }

  save(): Uint8Array {
    const encoder = new TextEncoder()
    const files = [...this.#changed.values()].map(({ name, text }) => [name, encoder.encode(text)] as const)
    return rewriteArchive(this.#bytes, new Map(files))
  }
}

/** The first line of a new part. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const keyOf = (name: string): string => name.toLowerCase().replace(/^\//, '')

/** With its byte-order mark. What is no UTF-8 is written back in no other encoding. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NoCopyError(UNCHANGEABLE)
  }
}

/** Places of elements are those in `text`, with its byte-order mark. */
const rootOf = (text: string, textNames: ReadonlySet<string>): XmlElement => parseXml(text, textNames)

const relativeTo = (part: string, target: string): string => {
  const from = part.split('/').slice(0, -1)
  const to = target.split('/')
  let same = 0
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}

const unused = (stem: string, extension: string, isTaken: (name: string) => boolean): string => {
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number}${extension}`
    if (!isTaken(name)) return name
  }
}

/** The prefix of an element's name, with its colon: `w:`; '' without one. */
export const prefixOf = (text: string, { start }: XmlElement): string =>
  /^<([^\s<>/:]{1,100}:)/.exec(text.slice(start, start + 120))?.[1] ?? ''

/** How `xml` is put behind all children of an element, which may have no end tag. */
export const appended = (text: string, element: XmlElement, xml: string): readonly Insertion[] => {
  const { start, inner, end } = element
  if (inner === end && text.charAt(end - 2) === '/') {
    const name = /^<([^\s<>/]+)/.exec(text.slice(start, start + 200))?.[1] ?? ''
    // `<a/>` becomes `<a>…</a>`: the slash moves on, so that nothing has to be cut out.
    return [
      { at: end - 2, text: `>${xml}<` },
      { at: end - 1, text: name },
    ]
  }
  return [{ at: text.lastIndexOf('<', end - 1), text: xml }]
}

/** A text with others put into it, those at the same place in the order given. */
export const inserted = (text: string, insertions: readonly Insertion[]): string => {
  const parts: string[] = []
  let from = 0
  for (const { at, text: added } of insertions.toSorted((a, b) => a.at - b.at)) {
    parts.push(text.slice(from, at), added)
    from = at
  }
  parts.push(text.slice(from))
  return parts.join('')
}
