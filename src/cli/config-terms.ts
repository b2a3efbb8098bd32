import { digestSettings } from '../config/digest-settings.ts'
import type { Language } from '../model/finding.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../settings.ts'
import { type ConfigFlags, type LoadedConfig, loadConfig } from './config-file.ts'
import { relativePath } from './relative-path.ts'
import type { Io } from './world.ts'

/** What config and flags come to together. */
export interface Terms<Flags> {
  /** The flags, with what the config says where no flag was given. */
  readonly flags: Flags
  readonly language: Language
  /** What the file at a path is checked by. */
  readonly settingsFor: (path: string) => Settings
  /** Whether the config leaves out a file that a search found, or a folder with all in it. */
  readonly isIgnored: ((path: string, kind: 'file' | 'folder') => boolean) | undefined
  readonly loaded: LoadedConfig | undefined
  /** A digest of what all files are checked by: the same for the same settings, wherever they were made. */
  readonly configHash: () => string
}

/** Whether a flag was given, rather than left at what it is by default. */
export type IsGiven = (flag: string) => boolean

/** What a command knows before it has seen a config. */
export interface Given<Flags> {
  readonly paths: readonly string[]
  readonly flags: Flags & ConfigFlags
  readonly isGiven: IsGiven
  readonly language: Language
  /** The settings that the flags alone come to. */
  readonly settings: Settings
}

/**
 * Finds the config and puts the flags on top of it: flags go before the config, the config before what is
 * so by default.
 *
 * @throws UsageError if the config named is missing, or one can't be read or says what can't be meant
 */
export const settleTerms = async <Flags extends object>(
  given: Given<Flags>,
  io: Io,
  rules: readonly Rule[],
): Promise<Terms<Flags>> => {
  const { paths, flags, isGiven, language, settings } = given
  const loaded = await loadConfig(paths, flags, io, rules)
  if (loaded === undefined) {
    const configHash = (): string => digestSettings(settings, undefined, io.hash)
    return { flags, language, settingsFor: () => settings, isIgnored: undefined, loaded, configHash }
  }
  const { config, folder } = loaded
  const { createSettingsFor } = await import('../config/settings-for.ts')
  const { compilePatterns } = await import('../config/path-patterns.ts')
  const { scheme, ...others } = settings
  const settingsWithin = createSettingsFor(config, isGiven('scheme') ? settings : others)
  const isLeftOut = compilePatterns(config.ignore ?? [])
  const within = (path: string): string | undefined => {
    const relative = relativePath(folder, io.files.resolve(path))
    return relative.startsWith('../') || relative.startsWith('/') ? undefined : relative
  }
  return {
    flags: withConfig(flags, isGiven, loaded, io),
    language: isGiven('lang') ? language : (config.lang ?? language),
    settingsFor: (path) => settingsWithin(within(path)),
    isIgnored: (path, kind) => {
      const relative = within(path)
      return relative !== undefined && isLeftOut(kind === 'folder' ? `${relative}/` : relative)
    },
    loaded,
    configHash: () => digestSettings(settingsWithin(undefined), config.overrides, io.hash),
  }
}

/** The keys that mean the same as the flag of that name. */
const AS_FLAGS = ['level', 'failOn', 'maxWarnings', 'format'] as const

const withConfig = <Flags extends object>(
  flags: Flags,
  isGiven: IsGiven,
  { config, folder }: LoadedConfig,
  io: Io,
): Flags => {
  const said: Record<string, unknown> = {}
  for (const key of AS_FLAGS) if (config[key] !== undefined && !isGiven(key)) said[key] = config[key]
  const placed = (path: string): string =>
    relativePath(io.files.resolve('.'), `${folder.replace(/\/$/, '')}/${path}`)
  if (config.baseline !== undefined && !isGiven('baseline')) said['baseline'] = placed(config.baseline)
  if (config.output !== undefined && !isGiven('output')) {
    said['output'] = Object.entries(config.output).map(([format, path]) => ({ format, path: placed(path) }))
  }
  return { ...flags, ...said }
}
