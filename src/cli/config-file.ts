import type { Config } from '../config/config.ts'
import type { Core } from '../records/core.ts'
import type { Rule } from '../rules/rule.ts'
import { readIfThere } from './named-files.ts'
import { CHECK_FORMATS } from './options.ts'
import { folderOf, joined, relativePath } from './paths.ts'
import { faultAt, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export const CONFIG_NAME = 'pbo.config.json'

/** Flags that say which config counts: `--config PATH`, `--no-config`. */
export interface ConfigFlags {
  readonly config?: string | false
  /** Whether rules of one's own run that the config of the current folder lists. */
  readonly allowCode?: boolean
}

/** A config and where it stands. */
export interface LoadedConfig {
  readonly config: Config
  /** As messages name it: from the current folder on where it lies there. */
  readonly name: string
  /** What its paths are relative to: from the root on, with `/`. */
  readonly folder: string
  /** What it extends, then itself: what stands later goes before what stands earlier. */
  readonly layers: readonly Omit<LoadedConfig, 'layers'>[]
}

/**
 * Finds the config of each file: the one named, else the nearest above it, else above the current folder. A
 * `package.json` counts if it has the key `pbo`. Each is read once.
 */
export class Configs {
  readonly #flags: ConfigFlags
  readonly #io: Io
  readonly #core: Pick<Core, 'rules' | 'modules'>
  /** By the folder of what it is for. */
  readonly #byFolder = new Map<string, LoadedConfig | undefined>()
  readonly #byPath = new Map<string, LoadedConfig>()

  constructor(flags: ConfigFlags, io: Io, core: Pick<Core, 'rules' | 'modules'>) {
    this.#flags = flags
    this.#io = io
    this.#core = core
  }

  /** All that were read. */
  get all(): readonly LoadedConfig[] {
    return [...this.#byPath.values()]
  }

  /**
   * The config for what lies in a folder.
   *
   * @throws UsageError if the one named is missing, or one can't be read or says what can't be meant
   */
  async forFolder(given: string): Promise<LoadedConfig | undefined> {
    const folder = this.#io.files.resolve(given)
    if (!this.#byFolder.has(folder)) {
      const found = this.#find(folder)
      this.#byFolder.set(folder, found === undefined ? undefined : await this.#load(found, []))
    }
    return this.#byFolder.get(folder)
  }

  /** The config of a file, by the nearest folder that was asked for. */
  known(path: string): LoadedConfig | undefined {
    let folder = this.#io.files.resolve(path)
    while (!this.#byFolder.has(folder)) {
      const above = folderOf(folder)
      if (above === folder) return undefined
      folder = above
    }
    return this.#byFolder.get(folder)
  }

  #find(folder: string): FoundText | undefined {
    const { config } = this.#flags
    if (config === false) return undefined
    if (config !== undefined) return readNamed(config, this.#io)
    const here = this.#io.files.resolve('.')
    return findAbove(folder, this.#io) ?? (isWithin(folder, here) ? undefined : findAbove(here, this.#io))
  }

  /** @param via The configs that lead here, which it can't lead back to. */
  async #load({ path, content }: FoundText, via: readonly string[]): Promise<LoadedConfig> {
    const known = this.#byPath.get(path)
    if (known !== undefined) return known
    const { readConfig, ConfigError } = await import('../config/read-config.ts')
    const name = nameOf(path, this.#io)
    try {
      const vocabulary = { rules: this.#core.rules, formats: CHECK_FORMATS }
      this.#requireTrusted(content, path, name)
      const read = readConfig(content, vocabulary, isPackage(path) ? PACKAGE_KEY : undefined)
      const config = this.#withModules(read, path)
      const own = { config, name, folder: folderOf(path) }
      const bases = [config.extends ?? []].flat()
      const layers: LoadedConfig['layers'][number][] = []
      for (const base of bases) layers.push(...(await this.#extended(base, own, [...via, path])).layers)
      const loaded = { ...own, layers: [...layers, own] }
      this.#byPath.set(path, loaded)
      return loaded
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      const { invalidConfig } = await import('./config-words.ts')
      throw invalidConfig(name, error.faults)
    }
  }

  #rulesOf(module: string, config: string): readonly Rule[] | undefined {
    return this.#core.modules?.get(beside(config, module, this.#io))
  }

  /** Before all else that may be wrong in it: rules that don't run are not known by name. */
  #requireTrusted(content: string, path: string, name: string): void {
    const module = listedIn(content, isPackage(path)).rules.find(
      (listed) => this.#rulesOf(listed, path) === undefined,
    )
    if (module !== undefined) throw untrusted(name, module)
  }

  /** The config with the rules of its modules at their own levels. */
  #withModules(config: Config, path: string): Config {
    const own = config.modules?.flatMap((module) => this.#rulesOf(module, path) ?? [])
    if (own === undefined) return config
    const levels = own.flatMap(({ id, severity, offByDefault }) => (offByDefault ? [] : [[id, severity]]))
    return { ...config, rules: { ...Object.fromEntries(levels), ...config.rules } }
  }

  async #extended(
    base: string,
    { name, folder }: Pick<LoadedConfig, 'name' | 'folder'>,
    via: readonly string[],
  ): Promise<LoadedConfig> {
    const path = this.#io.files.resolve(joined(folder, base))
    if (via.includes(path)) {
      throw faultAt(name, {
        zh: `extends 的“${base}”又回到了自己`,
        en: `'${base}' in extends refers back to itself`,
      })
    }
    const found = readConfigAt(path, this.#io)
    if (found !== undefined) return this.#load(found, via)
    throw faultAt(name, {
      zh: `extends 的“${base}”没有这个文件`,
      en: `can't find '${base}', which it extends`,
    })
  }
}

/**
 * The modules of rules that may run: those of the config that is named, or with `--allow-code` of the one that counts
 * for the current folder, and of what it extends. A folder that is only searched has no say.
 */
export const trustedModules = ({ config, allowCode }: ConfigFlags, io: Io): readonly string[] => {
  if (config === false) return []
  const found =
    config !== undefined
      ? readNamed(config, io)
      : allowCode === true
        ? findAbove(io.files.resolve('.'), io)
        : undefined
  return found === undefined ? [] : [...modulesIn(found, io, new Set())]
}

/** What is wrong in a config is told when it is read in earnest. */
function* modulesIn({ path, content }: FoundText, io: Io, seen: Set<string>): Generator<string> {
  if (seen.has(path)) return
  seen.add(path)
  const { extends: bases, rules } = listedIn(content, isPackage(path))
  for (const base of bases) {
    const found = readConfigAt(beside(path, base, io), io)
    if (found !== undefined) yield* modulesIn(found, io, seen)
  }
  for (const module of rules) {
    const at = beside(path, module, io)
    if (!seen.has(at)) yield at
    seen.add(at)
  }
}

const listedIn = (content: string, isInPackage: boolean): Record<'extends' | 'rules', readonly string[]> => {
  let value: Readonly<Record<string, unknown>> | undefined
  try {
    const json = JSON.parse(content) as Readonly<Record<string, unknown>> | undefined
    value = (isInPackage ? json?.[PACKAGE_KEY] : json) as typeof value
  } catch {
    value = undefined
  }
  const words = (key: string): readonly string[] =>
    [value?.[key] ?? []].flat().filter((word) => typeof word === 'string')
  return { extends: words('extends'), rules: Array.isArray(value?.['rules']) ? words('rules') : [] }
}

/** Where a path leads to that stands in a config. */
const beside = (config: string, path: string, io: Io): string =>
  io.files.resolve(joined(folderOf(config), path))

const untrusted = (name: string, module: string): UsageError =>
  faultAt(name, {
    zh: `rules 中的“${module}”是要运行的代码。确认可信后，用 --config ${name} 指定这份配置；当前文件夹的配置也可用 --allow-code`,
    en: `'${module}' in rules is code that would be run. If you trust it, pass the config with --config ${name} or, if it is the one of the current folder, add --allow-code`,
  })

/** A text and where it stands, from the root on. */
interface FoundText {
  readonly path: string
  readonly content: string
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** Begins with `path` itself, which may be a folder, a file or a pattern: below a file there is nothing. */
const findAbove = (path: string, io: Io): FoundText | undefined => {
  let folder = path
  while (true) {
    const found = readConfigAt(joined(folder, CONFIG_NAME), io) ?? readPackage(joined(folder, PACKAGE), io)
    if (found !== undefined) return found
    const above = folderOf(folder)
    if (above === folder) return undefined
    folder = above
  }
}

const PACKAGE = 'package.json'
const PACKAGE_KEY = 'pbo'

const isPackage = (path: string): boolean => path.endsWith(`/${PACKAGE}`)

/** One that isn't JSON, or has nothing for pbo, is none of our business. */
const readPackage = (path: string, io: Io): FoundText | undefined => {
  try {
    const found = readConfigAt(path, io)
    const value: unknown = found === undefined ? undefined : JSON.parse(found.content)
    return typeof value === 'object' && value !== null && Object.hasOwn(value, PACKAGE_KEY)
      ? found
      : undefined
  } catch {
    return undefined
  }
}

const readNamed = (given: string, io: Io): FoundText => {
  const path = io.files.resolve(given)
  const found = readConfigAt(path, io)
  if (found !== undefined && (!isPackage(path) || readPackage(path, io) !== undefined)) return found
  throw found === undefined
    ? faultAt(`--config ${given}`, { zh: '没有这个文件', en: 'no such file' })
    : new UsageError({
        zh: `--config ${given}：其中没有“${PACKAGE_KEY}”`,
        en: `--config ${given} has no key '${PACKAGE_KEY}'`,
      })
}

/** A config is written by people. */
const MOST_BYTES = 1024 ** 2

const readConfigAt = (path: string, io: Io): FoundText | undefined => {
  const content = readIfThere(path, MOST_BYTES, io, nameOf(path, io))
  return content === undefined ? undefined : { path, content }
}

const nameOf = (path: string, io: Io): string => {
  const relative = relativePath(io.files.resolve('.'), path)
  return relative.startsWith('../../') ? path : relative
}
