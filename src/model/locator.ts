import { rememberFor } from '../remember.ts'
import { ByteOffsets, type EncodedText } from '../source/byte-offset.ts'
import { quoteAt } from '../source/quote.ts'
import type { Source } from '../source/source.ts'
import { contains, type Span } from '../source/span.ts'
import type { Agency, Disclosure, Project } from './disclosure.ts'
import { ownerAt } from './owners.ts'
import { Places } from './places.ts'
import type { CheckedRecord, Place } from './record.ts'

/** What is needed of a file to say where something stands in it. */
export interface LocatedFile {
  readonly source: Source
  /** How the file was encoded, where `source` is its plain text: tells byte offsets. */
  readonly encoded: EncodedText | undefined
  readonly disclosure: Disclosure
}

/** While it is put together. */
type Writable<Node> = { -readonly [Key in keyof Node]: Node[Key] }

/** The places of a file, for its record and for what it is compared by. */
export const locatorOf = rememberFor((file: LocatedFile): Locator => new Locator(file))

/** Says all that there is to say of places in a file, so that its text need not be kept for it. */
export class Locator {
  readonly #source: Source
  readonly #bytes: ByteOffsets | undefined
  readonly #disclosure: Disclosure
  #owners: Places<Owner> | undefined

  constructor({ source, encoded, disclosure }: LocatedFile) {
    this.#source = source
    this.#bytes = encoded && new ByteOffsets(encoded, source.text)
    this.#disclosure = disclosure
  }

  place({ start, end }: Span): Place {
    return this.#place(start, end)
  }

  /** The same with the text around it. */
  quotedPlace(span: Span): Place {
    const place = this.#place(span.start, span.end)
    place.quote = quoteAt(this.#source.text, span)
    return place
  }

  #place(start: number, end: number): Writable<Place> {
    const place: Writable<Place> = {
      start,
      end,
      from: this.#source.position(start),
      to: this.#source.position(end),
    }
    const bytes = this.#bytes
    const address = this.#source.address({ start, end })
    const owner = ownerAt(this.#disclosure, start)
    if (bytes !== undefined) place.bytes = { start: bytes.at(start), end: bytes.at(end) }
    if (address !== undefined) place.address = address
    if (owner !== undefined) place.owner = owner
    return place
  }

  /** What a place is told apart by, whatever is edited elsewhere. */
  identity(at: Span): Identity {
    this.#owners ??= new Places(ownersIn(this.#disclosure), ({ span }) => span)
    const owner = this.#owners.around(at.start).find(({ span }) => contains(span, at))
    const text = withoutBlanks(withoutMarks(this.#source.text.slice(at.start, at.end))).replace(
      /\p{Nd}/gu,
      '',
    )
    return { code: owner?.code ?? '', project: owner?.project ?? '', text }
  }
}

/** The agency with the longest code and the project that a place belongs to, and its text without digits and blanks. */
export interface Identity {
  readonly code: string
  readonly project: string
  readonly text: string
}

interface Owner {
  readonly span: Span
  readonly code: string | undefined
  readonly project: string | undefined
}

/** Projects before the agencies that they are in, so that the first around a place owns it. */
const ownersIn = ({ agencies, projects }: Disclosure): readonly Owner[] => {
  const owners: Owner[] = []
  const addProject = (project: Project, above: string | undefined): void => {
    owners.push({
      span: project.span,
      code: codeOf(project) ?? above,
      project: withoutBlanks(project.name.text),
    })
  }
  // An agency's own span may be its row alone, so that all below it stand for themselves.
  const addAgency = (agency: Agency, above: string | undefined): void => {
    const code = codeOf(agency) ?? above
    for (const project of agency.projects) addProject(project, code)
    for (const child of agency.agencies) addAgency(child, code)
    owners.push({ span: agency.span, code, project: undefined })
  }
  for (const project of projects) addProject(project, undefined)
  for (const agency of agencies) addAgency(agency, undefined)
  return owners
}

const codeOf = ({ code }: Agency | Project): string | undefined => code && withoutBlanks(code.text)

/** Pages may come back from an agency with the marks that problems were shown by: they are the same pages. */
const withoutMarks = (text: string): string =>
  text.includes('<mark') ? text.replace(/<\/?mark\b[^<>]*>/g, '') : text

export const withoutBlanks = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')

/** Whether every place of a record is on the same line and in the same column in `source`. */
export const fitsSource = (source: Source, { findings }: Pick<CheckedRecord, 'findings'>): boolean => {
  const isThere = (offset: number, { line, column }: Place['from']): boolean => {
    const found = source.position(offset)
    return offset <= source.text.length && found.line === line && found.column === column
  }
  return findings.every(({ at, related = [] }) =>
    [at, ...related.map((other) => other.at)].every(
      ({ start, end, from, to }) => isThere(start, from) && isThere(end, to),
    ),
  )
}
