import type { Project } from '../model/disclosure.ts'
import { indicatorsOf } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'

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
 * The goals of a project without its own names, numbers and blanks; empty where they are too short
 * to tell anything.
 */
export const bareGoals = ({ goals }: Project, own: OwnWords): string =>
  longEnough(goals.map(({ text }) => bare(text.text, own)).join('|'))

/** The same for the names of its indicators. */
export const bareIndicators = (project: Project, own: OwnWords): string => {
  const placed = indicatorsOf(project)
  if (placed.length < FEWEST_INDICATORS) return ''
  return longEnough(placed.map(({ indicator }) => bare(indicator.name.text, own)).join('|'))
}

const longEnough = (text: string): string => (text.replaceAll('|', '').length < SHORTEST ? '' : text)

const bare = (text: string, { project, agency, region }: OwnWords): string => {
  let rest = meaning(text)
  for (const name of [project, agency, region]) if (name.length > 1) rest = rest.replaceAll(name, '')
  return rest.replace(/[\d\s.,%]+/g, '')
}
