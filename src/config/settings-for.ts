import type { Settings } from '../settings.ts'
import { type Config, mergeSettings } from './config.ts'
import { compilePatterns } from './path-patterns.ts'

/** What a file is checked by; `undefined` for one outside the config's folder, which no override means. */
export type SettingsFor = (path: string | undefined) => Settings

/** Settings by file: those of the config, then the overrides that mean the file, then `flags` on top. */
export const createSettingsFor = (config: Config, flags: Settings): SettingsFor => {
  const overrides = (config.overrides ?? []).map((override) => ({
    matches: compilePatterns(override.files),
    settings: settingsOf(override),
  }))
  const base = settingsOf(config)
  const known = new Map<string, Settings>()
  return (path) => {
    const meant = overrides.filter(({ matches }) => path !== undefined && matches(path))
    // Files of one folder share one object, so that what is worked out from it can be kept.
    const key = meant.map((override) => overrides.indexOf(override)).join()
    const settings =
      known.get(key) ?? mergeSettings(meant.map((one) => one.settings).reduce(mergeSettings, base), flags)
    known.set(key, settings)
    return settings
  }
}

const settingsOf = ({ rules, scheme }: Pick<Config, 'rules' | 'scheme'>): Settings => ({
  ...(rules === undefined ? {} : { rules }),
  ...(scheme === undefined ? {} : { scheme }),
})
