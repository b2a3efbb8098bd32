import type { Project } from '../model/disclosure.ts'
import type { PackedPlace, Plan } from '../model/filing-extract.ts'
import type { PlacedIndicator } from '../model/walk.ts'
import { EMPTY_HASH, hashCode, hashText } from '../source/hash-text.ts'
import { isNoBlank } from './digest.ts'

/** One planned target. */
export interface Planned {
  readonly target: string
  readonly at: PackedPlace
}

/** What tells the indicators of a project from the others of its filing: project, category and name. */
export const planKeysOf = ({ name }: Project): ((placed: PlacedIndicator) => string) => {
  const ofProject = hashText('\n', hashCompact(EMPTY_HASH, name.folded))
  return ({ indicator, categoryId }) => {
    const ofCategory = hashText(`${categoryId ?? ''}\n`, ofProject)
    return (hashCompact(ofCategory, indicator.name.folded) >>> 0).toString(36)
  }
}

/**
 * The hash of a folded text without its blanks: a filing has some hundred indicators, of which one is looked
 * for.
 */
const hashCompact = (before: number, folded: string): number => {
  let hash = before
  for (let i = 0; i < folded.length; i += 1) {
    const code = folded.charCodeAt(i)
    if (isNoBlank(code)) hash = hashCode(hash, code)
  }
  return hash
}

/** Collects a plan line by line. */
export class PlanWriter {
  readonly #keys: string[] = []
  readonly #targets: string[] = []
  readonly #places: PackedPlace[] = []

  add(key: string, target: string, at: PackedPlace): void {
    this.#keys.push(key)
    this.#targets.push(target)
    this.#places.push(at)
  }

  finish(): Plan {
    const isClean = !/[^\S ]| {2}/.test(this.#targets.join('|'))
    const targets = isClean ? this.#targets : this.#targets.map((target) => target.replace(/\s+/g, ' '))
    return { keys: this.#keys.join('\n'), targets: targets.join('\n'), places: this.#places.join('\n') }
  }
}

/** What was planned under `key`; nothing where there is no such indicator, or several. */
export const plannedOf = (plan: Plan, key: string): Planned | undefined => {
  const keys = plan.keys.split('\n')
  const line = keys.indexOf(key)
  if (line < 0 || keys.indexOf(key, line + 1) >= 0) return undefined
  const [target, at] = [plan.targets.split('\n')[line], plan.places.split('\n')[line]]
  return target === undefined || at === undefined ? undefined : { target, at }
}
