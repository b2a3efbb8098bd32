import type { PlacedIndicator } from '../model/walk.ts'
import { compactName } from './agency-name.ts'
import type { PackedPlace } from './place.ts'

/**
 * What a filing planned, indicator by indicator, so that a later year can be held against it. Three
 * texts of as many lines each: a line costs a tenth of what an object would.
 */
export interface Plan {
  readonly keys: string
  readonly targets: string
  readonly places: string
}

/** One planned target. */
export interface Planned {
  readonly target: string
  readonly at: PackedPlace
}

/** What tells an indicator from the others of its filing: project, category and name. */
export const planKey = (project: string, { indicator, categoryId }: PlacedIndicator): string =>
  digest32(`${compactName(project)}\n${categoryId ?? ''}\n${compactName(indicator.name.text)}`)

/** FNV-1a over UTF-16 units: a filing has some hundred indicators, of which one is looked for. */
const digest32 = (text: string): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Collects a plan line by line. */
export class PlanWriter {
  readonly #lines: [string, string, string][] = []

  add(key: string, target: string, at: PackedPlace): void {
    this.#lines.push([key, target.replace(/\s+/g, ' '), at])
  }

  finish(): Plan {
    const column = (i: 0 | 1 | 2): string => this.#lines.map((line) => line[i]).join('\n')
    return { keys: column(0), targets: column(1), places: column(2) }
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
