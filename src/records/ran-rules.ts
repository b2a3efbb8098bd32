import type { Rule } from '../rules/rule.ts'
import { planCheck, type Settings } from '../settings.ts'

/**
 * Which rules run on the file at a path, worked out once for all files of the same settings.
 *
 * @param isMeant Rules that it doesn't mean are left out.
 */
export const createRanOn = (
  settingsFor: (path: string) => Settings,
  rules: readonly Rule[],
  isMeant: (rule: Rule) => boolean = () => true,
): ((path: string) => ReadonlySet<string>) => {
  const known = new Map<Settings, ReadonlySet<string>>()
  const plan = (settings: Settings): ReadonlySet<string> =>
    new Set(planCheck(settings, rules).rules.flatMap(({ rule }) => (isMeant(rule) ? [rule.id] : [])))
  return (path) => {
    const settings = settingsFor(path)
    const ids = known.get(settings) ?? plan(settings)
    known.set(settings, ids)
    return ids
  }
}
