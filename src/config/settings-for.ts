import type { Settings } from '../settings.ts'
import { type Config, mergeSettings } from './config.ts'
import { compilePatterns } from './path-patterns.ts'

/** A config among those that it extends, or that extend it. */
export interface ConfigLayer {
  readonly config: Config
  /** A path from its folder on; `undefined` for a file outside of it, which no pattern means. */
  readonly within: (path: string) => string | undefined
}

/**
 * Settings by file: those of each config, then its overrides that mean the file, then `flags` on top. A config goes
 * before those that it extends, which stand in front of it.
 */
export const createSettingsFor = (
  layers: readonly ConfigLayer[],
  flags: Settings,
): ((path: string) => Settings) => {
  const parts = layers.flatMap(({ config, within }) => [
    { matches: () => true, settings: settingsOf(config) },
    ...(config.overrides ?? []).map((override) => {
      const isMeant = compilePatterns(override.files)
      const matches = (path: string): boolean => {
        const relative = within(path)
        return relative !== undefined && isMeant(relative)
      }
      return { matches, settings: settingsOf(override) }
    }),
  ])
  const known = new Map<string, Settings>()
  return (path) => {
    const meant = parts.filter(({ matches }) => matches(path))
    // Files of one folder share one object, so that what is worked out from it can be kept.
    const key = meant.map((part) => parts.indexOf(part)).join()
    const settings =
      known.get(key) ?? mergeSettings(meant.map((one) => one.settings).reduce(mergeSettings, {}), flags)
    known.set(key, settings)
    return settings
  }
}

/** Whether a config leaves out a path of a search; that of a folder ends with `/`. */
export const createIgnored = (layers: readonly ConfigLayer[]): ((path: string) => boolean) => {
  const parts = layers.map(({ config, within }) => ({
    within,
    isMeant: compilePatterns(config.ignore ?? []),
  }))
  return (path) =>
    parts.some(({ within, isMeant }) => {
      const relative = within(path)
      return relative !== undefined && isMeant(relative)
    })
}

const settingsOf = ({ rules, scheme }: Pick<Config, 'rules' | 'scheme'>): Settings => ({
  ...(rules === undefined ? {} : { rules }),
  ...(scheme === undefined ? {} : { scheme }),
})
