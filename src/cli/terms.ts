import { digestSettings } from '../config/digest-settings.ts'
import type { Language, Message } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { Rule, RuleOption } from '../rules/rule.ts'
import {
  planCheck,
  type RuleLevel,
  type RuleSettings,
  type SchemeChoice,
  type Settings,
  SettingsError,
  type SettingsFault,
} from '../settings.ts'
import { type ConfigFlags, Configs, type LoadedConfig } from './config-file.ts'
import { RULE_LEVELS, readChoice } from './options.ts'
import { folderOf, folderOfAll, joined, relativePath } from './paths.ts'
import { UsageError, unknownWord } from './usage-error.ts'
import type { Io } from './world.ts'

/** What config and flags come to together. */
export interface Terms<Flags> {
  /** The flags, with what the config says where no flag was given. */
  readonly flags: Flags
  readonly language: Language
  /** What the file at a path is checked by. */
  readonly settingsFor: (path: string) => Settings
  /** Whether its config leaves out a file that a search found, or a folder with all in it. */
  readonly isIgnored: (path: string, kind: 'file' | 'folder') => Promise<boolean>
  /** Reads the configs of files, before anyone asks for their settings. */
  readonly prepare: (paths: readonly string[]) => Promise<void>
  /** The config of a file that was prepared. */
  readonly configOf: (path: string) => LoadedConfig | undefined
  /** A digest of what all files are checked by: the same for the same settings, wherever they were made. */
  readonly configHash: () => string
}

/** Whether a flag was given, rather than left at what it is by default. */
export type IsGiven = (flag: string) => boolean

/** What a command was asked, before any config is known. */
export interface Asked<Flags> {
  readonly paths: readonly string[]
  readonly flags: Flags & ConfigFlags
  readonly isGiven: IsGiven
  readonly language: Language
}

/**
 * Finds the configs and puts the flags on top of them: flags go before a config, a config before what is so by
 * default. Each file is checked by the config that is nearest above it; what is said of the whole run (language,
 * levels, formats, the baseline) comes from the one nearest above all paths.
 *
 * @param settings What the flags alone come to.
 * @throws UsageError if the config named is missing, or one can't be read or says what can't be meant
 */
export const settleTerms = async <Flags extends object>(
  { paths, flags, isGiven, language }: Asked<Flags>,
  settings: Settings,
  io: Io,
  core: Pick<Core, 'rules' | 'modules'>,
): Promise<Terms<Flags>> => {
  const configs = new Configs(flags, io, core)
  const top = await configs.forFolder(folderOfAll(paths, io))
  const { scheme, ...others } = settings
  const own = isGiven('scheme') ? settings : others
  const made = new Map<LoadedConfig, ForConfig>()
  const prepare = async (folder: string): Promise<ForConfig | undefined> => {
    const loaded = await configs.forFolder(folder)
    if (loaded === undefined) return undefined
    const known = made.get(loaded) ?? (await forConfig(loaded, own, io))
    made.set(loaded, known)
    return known
  }
  await prepare(folderOfAll(paths, io))
  const configOf = (path: string): LoadedConfig | undefined => configs.known(path) ?? top
  return {
    flags: top === undefined ? flags : withConfig(flags, isGiven, top, io),
    language: isGiven('lang') ? language : (top?.layers.findLast(saysLang)?.config.lang ?? language),
    settingsFor: (path) => {
      const loaded = configOf(path)
      return (loaded && made.get(loaded))?.settingsFor(path) ?? settings
    },
    isIgnored: async (path, kind) =>
      (await prepare(folderOf(io.files.resolve(path))))?.isIgnored(kind === 'folder' ? `${path}/` : path) ??
      false,
    prepare: async (files) => {
      const folders = new Set(files.map((path) => folderOf(io.files.resolve(path))))
      for (const folder of folders) await prepare(folder)
    },
    configOf,
    configHash: () => {
      const nested = configs.all.filter((loaded) => loaded !== top && made.has(loaded))
      const overrides = [
        ...(top?.layers.flatMap(({ config }) => config.overrides ?? []) ?? []),
        ...nested.flatMap(({ name, layers }) =>
          layers.flatMap(({ config: { rules: levels, scheme: by, overrides: some = [] } }) => [
            { files: [name], ...(levels && { rules: levels }), ...(by && { scheme: by }) },
            ...some,
          ]),
        ),
      ]
      const base = (top && made.get(top))?.settingsFor(OUTSIDE) ?? settings
      return digestSettings(base, overrides, io.hash)
    },
  }
}

const saysLang = ({ config }: Pick<LoadedConfig, 'config'>): boolean => config.lang !== undefined

/** A path that no override means. */
const OUTSIDE = '\0'

/** What a config comes to for its files. */
interface ForConfig {
  readonly settingsFor: (path: string) => Settings
  readonly isIgnored: (path: string) => boolean
}

const forConfig = async ({ layers }: LoadedConfig, settings: Settings, io: Io): Promise<ForConfig> => {
  const { createIgnored, createSettingsFor } = await import('../config/settings-for.ts')
  const placed = layers.map(({ config, folder }) => ({
    config,
    within: (path: string): string | undefined => {
      if (path === OUTSIDE) return undefined
      const relative = relativePath(folder, io.files.resolve(path))
      if (relative.startsWith('../') || relative.startsWith('/')) return undefined
      return path.endsWith('/') ? `${relative}/` : relative
    },
  }))
  return { settingsFor: createSettingsFor(placed, settings), isIgnored: createIgnored(placed) }
}

/** The keys that mean the same as the flag of that name. */
const AS_FLAGS = ['level', 'failOn', 'maxWarnings', 'format', 'ocr'] as const

const withConfig = <Flags extends object>(
  flags: Flags,
  isGiven: IsGiven,
  { config, folder, layers }: LoadedConfig,
  io: Io,
): Flags => {
  const said: Record<string, unknown> = {}
  for (const layer of layers) {
    for (const key of AS_FLAGS) {
      if (layer.config[key] !== undefined && !isGiven(key)) said[key] = layer.config[key]
    }
  }
  // What is written beside a config is its own business, and not of those that extend it.
  const placed = (path: string): string => relativePath(io.files.resolve('.'), joined(folder, path))
  if (config.baseline !== undefined && !isGiven('baseline')) said['baseline'] = placed(config.baseline)
  if (config.output !== undefined && !isGiven('output')) {
    said['output'] = Object.entries(config.output).map(([format, path]) => ({ format, path: placed(path) }))
  }
  return { ...flags, ...said }
}

/** The flags of `pbo check` that say which rules run, and how. */
export interface RuleFlags {
  readonly rule?: readonly RuleFlag[]
  readonly ruleOption?: readonly RuleOptionFlag[]
  readonly scheme: SchemeChoice
  readonly only?: readonly string[]
}

interface RuleFlag {
  readonly id: string
  readonly level: RuleLevel
}

interface RuleOptionFlag {
  readonly id: string
  readonly name: string
  readonly value: string
}

/** `--rule missing-unit=off`, once more. */
export const readRuleFlag = (text: string, before: readonly RuleFlag[] = []): readonly RuleFlag[] => {
  const at = text.indexOf('=')
  if (at <= 0) throw malformed('--rule', 'RULE=off|info|warning|error', 'missing-unit=off', text)
  const level = readChoice('--rule', RULE_LEVELS)(text.slice(at + 1))
  return [...before, { id: text.slice(0, at), level }]
}

/** `--rule-option satisfaction-below-floor.floor=85`, once more. */
export const readRuleOptionFlag = (
  text: string,
  before: readonly RuleOptionFlag[] = [],
): readonly RuleOptionFlag[] => {
  const parts = /^([^.=]+)\.([^.=]+)=(.*)$/s.exec(text)
  const [, id, name, value] = parts ?? []
  if (id === undefined || name === undefined || value === undefined) {
    throw malformed('--rule-option', 'RULE.OPTION=VALUE', 'satisfaction-below-floor.floor=85', text)
  }
  return [...before, { id, name, value }]
}

/** `--only total-mismatch,missing-unit`. */
export const readRuleList = (text: string, before: readonly string[] = []): readonly string[] => {
  const ids = text.split(',').map((id) => id.trim())
  if (ids.includes('')) throw malformed('--only', 'RULE,…', 'total-mismatch,missing-unit', text)
  return [...before, ...ids]
}

/** The settings that flags come to, known to fit the rules. The last of two flags for one thing counts. */
export const readSettings = (flags: RuleFlags, rules: readonly Rule[]): Settings => {
  const byRule = new Map<string, RuleSettings>()
  for (const { id, level } of flags.rule ?? []) byRule.set(id, { ...byRule.get(id), severity: level })
  for (const { id, name, value } of flags.ruleOption ?? []) {
    const given = byRule.get(id)
    byRule.set(id, { ...given, options: { ...given?.options, [name]: value } })
  }
  const settings: Settings = {
    rules: Object.fromEntries(byRule),
    scheme: flags.scheme,
    ...(flags.only === undefined ? {} : { only: flags.only }),
  }
  requireFit(settings, flags, rules)
  return settings
}

const requireFit = (settings: Settings, flags: RuleFlags, rules: readonly Rule[]): void => {
  try {
    planCheck(settings, rules)
  } catch (error) {
    throw error instanceof SettingsError ? explain(error.fault, flags) : error
  }
}

/** Which flag the fault came in by, what was meant, and what there is. */
const explain = (fault: SettingsFault, flags: RuleFlags): UsageError => {
  switch (fault.kind) {
    case 'unknown-rule': {
      const { name, known } = fault
      const flag = flags.rule?.some(({ id }) => id === name)
        ? '--rule'
        : flags.only?.includes(name)
          ? '--only'
          : '--rule-option'
      return unknownWord(flag, name, known)
    }
    case 'unknown-option':
      return fault.known.length === 0
        ? new UsageError({
            zh: `规则 ${fault.rule} 没有可设的选项`,
            en: `the rule ${fault.rule} has no options`,
          })
        : unknownWord(`--rule-option ${fault.rule}`, fault.name, fault.known)
    case 'invalid-value': {
      const range = rangeOf(fault.option)
      const what = `--rule-option ${fault.rule}.${fault.option.name}`
      return new UsageError({
        zh: `${what} 需要${range.zh}，得到的是“${fault.value}”`,
        en: `${what} needs ${range.en}, got '${fault.value}'`,
      })
    }
    default:
      return unknownWord(fault.where, fault.word, fault.known)
  }
}

const rangeOf = (option: RuleOption): Message =>
  option.kind === 'flag'
    ? { zh: ' true 或 false', en: 'true or false' }
    : {
        zh: ` ${option.least} 到 ${option.most} 之间的数`,
        en: `a number from ${option.least} to ${option.most}`,
      }

const malformed = (flag: string, form: string, example: string, got: string): UsageError =>
  new UsageError({
    zh: `${flag} 的写法是 ${form}，例如 ${flag} ${example}，得到的是“${got}”`,
    en: `${flag} takes ${form}, for example ${flag} ${example}; got '${got}'`,
  })
