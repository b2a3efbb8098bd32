import type { Language, Severity } from '../model/finding.ts'
import type { RuleSettings, SchemeChoice, Settings } from '../settings.ts'

/** What a config file says. All paths and patterns are relative to its folder. */
export interface Config {
  /** Configs that this one builds on: paths from its folder on; later ones go before earlier ones. */
  readonly extends?: string | readonly string[]
  readonly lang?: Language
  readonly scheme?: SchemeChoice
  readonly level?: Severity
  readonly failOn?: Severity | 'never'
  readonly maxWarnings?: number
  readonly format?: string
  /** Whether scans are read; if not said, where something is installed that reads them. */
  readonly ocr?: boolean
  /** Paths by the format that is written there. */
  readonly output?: Readonly<Record<string, string>>
  readonly rules?: RuleLevels
  /** Modules with rules of one's own: what `rules` lists beside levels. */
  readonly modules?: readonly string[]
  /** Files and folders that a search leaves out, written as in `.gitignore`. */
  readonly ignore?: readonly string[]
  /** Later ones go before earlier ones. */
  readonly overrides?: readonly Override[]
  readonly baseline?: string
}

/** Other settings for some files. */
export interface Override {
  /** Written as in `.gitignore`. */
  readonly files: readonly string[]
  readonly scheme?: SchemeChoice
  readonly rules?: RuleLevels
}

export type RuleLevels = NonNullable<Settings['rules']>

/** `over` on top of `base`: what both speak of, `over` decides, each severity and option by itself. */
export const mergeSettings = (base: Settings, over: Settings): Settings => ({
  ...base,
  ...over,
  rules: mergeRules(base.rules ?? {}, over.rules ?? {}),
})

const mergeRules = (base: RuleLevels, over: RuleLevels): RuleLevels => {
  const merged = new Map(Object.entries(base))
  for (const [id, settings] of Object.entries(over)) {
    merged.set(id, mergeRule(expand(merged.get(id)), expand(settings)))
  }
  return Object.fromEntries(merged)
}

const expand = (settings: RuleLevels[string] | undefined): RuleSettings =>
  typeof settings === 'string' ? { severity: settings } : (settings ?? {})

const mergeRule = (base: RuleSettings, over: RuleSettings): RuleSettings => {
  const options = { ...base.options, ...over.options }
  return { ...base, ...over, ...(Object.keys(options).length === 0 ? {} : { options }) }
}
