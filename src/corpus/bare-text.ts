import type { Project } from '../model/disclosure.ts'
import { indicatorsOf } from '../model/walk.ts'
import { Digest, isOfWord } from './digest.ts'

/** Shorter texts (保障机构正常运转，提高服务质量) are the same by chance. */
const SHORTEST = 24

/** Sets of fewer indicators are the same by chance. */
const FEWEST_INDICATORS = 4

/** What a project's own words and its agency's are replaced in, so that only copied words are left. */
export interface OwnWords {
  readonly project: string
  readonly agency: string
  readonly region: string
}

/**
 * A digest of the goals of a project without its own names, numbers and blanks; empty where they are too
 * short to tell anything.
 */
export const digestGoals = ({ goals }: Project, own: OwnWords): string =>
  digestBare(
    goals.map(({ text }) => text.meaning),
    own,
  )

/** The same for the names of its indicators. */
export const digestIndicators = (project: Project, own: OwnWords): string => {
  const placed = indicatorsOf(project)
  if (placed.length < FEWEST_INDICATORS) return ''
  return digestBare(
    placed.map(({ indicator }) => indicator.name.meaning),
    own,
  )
}

const digestBare = (meanings: readonly string[], { project, agency, region }: OwnWords): string => {
  let rest = meanings.join(BORDER)
  for (const name of [project, agency, region]) if (name.length > 1) rest = rest.replaceAll(name, '')
  return countWords(rest) < SHORTEST ? '' : new Digest().addWords(rest).value
}

/** Stands between two texts; no name goes over it. */
const BORDER = '|'

const countWords = (text: string): number => {
  let count = 0
  for (let i = 0; i < text.length && count < SHORTEST; i += 1) {
    if (text[i] !== BORDER && isOfWord(text.charCodeAt(i))) count += 1
  }
  return count
}
