import type { Settings } from '../settings.ts'
import type { Position } from '../source/source.ts'
import { Source } from '../source/source.ts'
import { type Config, mergeSettings } from './config.ts'
import { type ConfigFault, faultsOf } from './config-faults.ts'
import { createConfigSchema, type Vocabulary } from './config-schema.ts'
import { findJsonFault } from './json-fault.ts'
import { findDoubleKey, type JsonStep, placeInJson } from './json-places.ts'

/** A fault and where it stands in the file. */
export interface PlacedFault {
  readonly fault: ConfigFault
  /** `undefined` where the whole file is meant. */
  readonly at: Position | undefined
}

/** A config says something that can't be meant. */
export class ConfigError extends Error {
  /** In the order of the schema; at least one. */
  readonly faults: readonly PlacedFault[]

  constructor(faults: readonly PlacedFault[]) {
    super(`invalid config: ${faults.map(({ fault }) => fault.kind).join(', ')}`)
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/**
 * Reads a config file, or the part under `key` of another JSON file.
 *
 * @param vocabulary What rules and formats there are.
 * @throws ConfigError with all that is wrong in it
 */
export const readConfig = (text: string, vocabulary: Vocabulary, key?: string): Config => {
  const source = new Source(text)
  const json = parseJson(source)
  const value = key === undefined ? json : (json as Record<string, unknown>)[key]
  const root: readonly JsonStep[] = key === undefined ? [] : [key]
  const schema = createConfigSchema(vocabulary)
  const read = schema.safeParse(value)
  if (read.success) {
    const { $schema, ...config } = read.data
    const { rules } = config
    if (!Array.isArray(rules)) return config as Config
    const modules = rules.filter((one) => typeof one === 'string')
    const levels = rules.filter((one) => typeof one !== 'string') as Settings['rules'][]
    return {
      ...config,
      modules,
      rules: levels.reduce<Settings>((base, over) => mergeSettings(base, { rules: over ?? {} }), {}).rules,
    } as Config
  }
  throw new ConfigError(
    faultsOf(read.error.issues, schema, value).map((fault) => {
      const isKey = fault.kind === 'unknown-key'
      const place = placeInJson(text, [...root, ...fault.path, ...(isKey ? [fault.key] : [])])
      const offset = isKey ? place?.key : place?.value
      return { fault, at: offset === undefined ? undefined : source.position(offset) }
    }),
  )
}

const parseJson = (source: Source): unknown => {
  const fault = findJsonFault(source.text)
  if (fault !== undefined) {
    throw new ConfigError([{ fault: { kind: 'no-json', path: [] }, at: source.position(fault) }])
  }
  const double = findDoubleKey(source.text)
  if (double !== undefined) {
    const { key, at } = double
    throw new ConfigError([{ fault: { kind: 'double-key', path: [], key }, at: source.position(at) }])
  }
  return JSON.parse(source.text)
}
