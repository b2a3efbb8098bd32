import type { Language, OtherPlace } from '../model/finding.ts'
import type { CheckedRecord, Place } from '../model/record.ts'
import type { Position } from '../source/source.ts'
import { placeOf } from './listing.ts'
import { printable } from './printable.ts'

/** The base that relative paths are resolved against; GitHub puts the repository's root in its place. */
export const SOURCE_ROOT = '%SRCROOT%'

/** A file as SARIF names it: percent-encoded, relative paths against the root of the sources. */
export interface ArtifactLocation {
  readonly uri: string
  readonly uriBaseId?: string
}

/** The location of a file by its path, which has `/` between folders on every system. */
export const artifactOf = (path: string): ArtifactLocation => {
  const encoded = path
    .replace(/^(?:\.\/+)+/, '')
    .split('/')
    .map(encodeSegment)
    .join('/')
  if (path.startsWith('//')) return { uri: `file:${encoded}` }
  if (path.startsWith('/')) return { uri: `file://${encoded}` }
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encoded.replace('%3A', ':')}` }
  return { uri: encoded, uriBaseId: SOURCE_ROOT }
}

/** A lone surrogate has no place in UTF-8 and so none in a URI. */
const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * Where a place is. A format without lines has an address for it, as a logical location; its region
 * is the empty one at the start of the file, which by custom means the file as a whole: GitHub
 * takes no result without a line, and any other line would be false.
 */
export const locationOf = (
  file: Pick<CheckedRecord, 'path' | 'hasLines'>,
  at: Place,
  language: Language,
): { readonly physicalLocation: object; readonly logicalLocations?: readonly object[] } => {
  const { lines, address } = placeOf(file, at, language)
  return locationAt(artifactOf(file.path), lines, address)
}

/** The location of a place in another file. */
export const locationElsewhere = (
  { file, start, end, address }: OtherPlace,
  language: Language,
): ReturnType<typeof locationOf> =>
  locationAt(artifactOf(file), address === undefined ? { start, end } : undefined, address?.[language])

const locationAt = (
  artifact: ArtifactLocation,
  lines: { readonly start: Position; readonly end: Position } | undefined,
  address: string | undefined,
): ReturnType<typeof locationOf> => {
  const { start, end } = lines ?? { start: FILE_START, end: FILE_START }
  return {
    physicalLocation: {
      artifactLocation: artifact,
      region: regionOf(start, end),
    },
    ...(address === undefined ? {} : { logicalLocations: [addressOf(address)] }),
  }
}

export const regionOf = (start: Position, end: Position): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

const FILE_START = { line: 1, column: 1 } as const

const addressOf = (address: string): object => {
  const name = printable(address)
  return { name, fullyQualifiedName: name, kind: 'element' }
}
