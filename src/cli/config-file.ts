import type { Config } from '../config/config.ts'
import type { Rule } from '../rules/rule.ts'
import { describe } from './inputs.ts'
import { CHECK_FORMATS } from './options.ts'
import { folderOf, relativePath } from './relative-path.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export const CONFIG_NAME = 'pbo.config.json'

/** Flags that say which config counts: `--config PATH`, `--no-config`. */
export interface ConfigFlags {
  readonly config?: string | false
}

/** A config and where it stands. */
export interface LoadedConfig {
  readonly config: Config
  /** As messages name it: from the current folder on where it lies there. */
  readonly name: string
  /** What its paths are relative to: from the root on, with `/`. */
  readonly folder: string
}

/**
 * The config in force: the one named, else the nearest above the first path, else above the current
 * folder; `undefined` if there is none. A `package.json` counts if it has the key `pbo`.
 *
 * @throws UsageError if the one named is missing, or one can't be read or says what can't be meant
 */
export const loadConfig = async (
  paths: readonly string[],
  flags: ConfigFlags,
  io: Io,
  rules: readonly Rule[],
): Promise<LoadedConfig | undefined> => {
  if (flags.config === false) return undefined
  const text = flags.config === undefined ? findConfig(paths, io) : readNamed(flags.config, io)
  if (text === undefined) return undefined
  const { readConfig, ConfigError } = await import('../config/read-config.ts')
  const key = isPackage(text.path) ? PACKAGE_KEY : undefined
  const name = nameOf(text.path, io)
  try {
    const config = readConfig(text.content, { rules, formats: CHECK_FORMATS }, key)
    return { config, name, folder: folderOf(text.path) }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const { invalidConfig } = await import('./config-words.ts')
    throw invalidConfig(name, error.faults)
  }
}

/** A text and where it stands, from the root on. */
interface FoundText {
  readonly path: string
  readonly content: string
}

const findConfig = (paths: readonly string[], io: Io): FoundText | undefined => {
  const [first = '.'] = paths
  const start = io.files.resolve(first === '-' ? '.' : first)
  const here = io.files.resolve('.')
  return findAbove(start, io) ?? (isWithin(start, here) ? undefined : findAbove(here, io))
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** Begins with `path` itself, which may be a folder, a file or a pattern: below a file there is nothing. */
const findAbove = (path: string, io: Io): FoundText | undefined => {
  let folder = path
  while (true) {
    const base = folder.replace(/\/$/, '')
    const found = readIfThere(`${base}/${CONFIG_NAME}`, io) ?? readPackage(`${base}/${PACKAGE}`, io)
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
    const found = readIfThere(path, io)
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
  const found = readIfThere(path, io)
  if (found !== undefined && (!isPackage(path) || readPackage(path, io) !== undefined)) return found
  throw found === undefined
    ? new UsageError({ zh: `--config ${given}：没有这个文件`, en: `--config ${given}: no such file` })
    : new UsageError({
        zh: `--config ${given}：其中没有“${PACKAGE_KEY}”`,
        en: `--config ${given} has no key '${PACKAGE_KEY}'`,
      })
}

/** A config is written by people. */
const MOST_BYTES = 1024 ** 2

const readIfThere = (path: string, io: Io): FoundText | undefined => {
  let bytes: Uint8Array | undefined
  try {
    bytes = io.files.read(path, MOST_BYTES)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined
    const { zh, en } = describe(error)
    throw new UsageError({ zh: `${nameOf(path, io)}：${zh}`, en: `${nameOf(path, io)}: ${en}` })
  }
  if (bytes !== undefined) return { path, content: new TextDecoder().decode(bytes) }
  throw new UsageError({
    zh: `${nameOf(path, io)} 超过 1 MB 的上限`,
    en: `${nameOf(path, io)} is larger than the limit of 1 MB`,
  })
}

const nameOf = (path: string, io: Io): string => {
  const relative = relativePath(io.files.resolve('.'), path)
  return relative.startsWith('../../') ? path : relative
}
