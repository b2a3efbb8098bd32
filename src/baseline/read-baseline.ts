import { BASELINE_VERSION, type BaselineEntry } from './baseline.ts'

/** What is wrong with a baseline file, for messages in any language. Entries are counted from 1. */
export type BaselineFault =
  | { readonly kind: 'no-json' }
  | { readonly kind: 'no-baseline' }
  | { readonly kind: 'version'; readonly version: unknown }
  | {
      readonly kind: 'unknown-key'
      readonly entry: number
      readonly key: string
      readonly known: readonly string[]
    }
  | { readonly kind: 'not-text'; readonly entry: number; readonly key: string }
  | { readonly kind: 'no-date'; readonly entry: number; readonly value: string }

/** A text is no baseline. */
export class BaselineError extends Error {
  readonly fault: BaselineFault

  constructor(fault: BaselineFault) {
    super(`invalid baseline: ${fault.kind}`)
    this.name = 'BaselineError'
    this.fault = fault
  }
}

/**
 * Reads a baseline file, without a schema library, since a check with a baseline needs no other.
 *
 * @throws BaselineError for the first thing that can't be meant
 */
export const readBaseline = (text: string): readonly BaselineEntry[] => {
  const { version, entries, ...others } = parse(text)
  const [stranger] = Object.keys(others)
  if (stranger !== undefined) {
    throw new BaselineError({ kind: 'unknown-key', entry: 0, key: stranger, known: ['version', 'entries'] })
  }
  if (!Array.isArray(entries)) throw new BaselineError({ kind: 'no-baseline' })
  if (version !== BASELINE_VERSION) throw new BaselineError({ kind: 'version', version })
  return entries.map((entry: unknown, i) => readEntry(entry, i + 1))
}

const parse = (text: string): Record<string, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BaselineError({ kind: 'no-json' })
  }
  if (isObject(value)) return value
  throw new BaselineError({ kind: 'no-baseline' })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const TEXTS = ['path', 'rule', 'fingerprint', 'message', 'reason'] as const
const KEYS: readonly string[] = [...TEXTS, 'expires']

const readEntry = (value: unknown, entry: number): BaselineEntry => {
  if (!isObject(value)) throw new BaselineError({ kind: 'no-baseline' })
  const stranger = Object.keys(value).find((key) => !KEYS.includes(key))
  if (stranger !== undefined) {
    throw new BaselineError({ kind: 'unknown-key', entry, key: stranger, known: KEYS })
  }
  const textOf = (key: string): string => {
    const text = value[key]
    if (typeof text === 'string') return text
    throw new BaselineError({ kind: 'not-text', entry, key })
  }
  const [path, rule, fingerprint, message, reason] = TEXTS.map(textOf) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const read = { path, rule, fingerprint, message, reason }
  if (value['expires'] === undefined) return read
  const expires = textOf('expires')
  if (!isDay(expires)) throw new BaselineError({ kind: 'no-date', entry, value: expires })
  return { ...read, expires }
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether `text` is a day of the calendar as `2026-12-31`. */
export const isDay = (text: string): boolean => {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = (DAYS[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0)
  return day >= 1 && day <= days
}
