import { Decimal } from './model/decimal.ts'
import type { Severity } from './model/finding.ts'
import type { Scheme } from './model/record.ts'
import type { OptionValue, Rule, RuleContext, RuleOption } from './rules/rule.ts'

/** What a user may change about a check. Flags, config files and the library all come to this. */
export interface Settings {
  /** By rule: its severity, or that and its options. */
  readonly rules?: Readonly<Record<string, RuleLevel | RuleSettings>>
  /** Only these rules run, also where they are off by default. */
  readonly only?: readonly string[]
  /** `auto`, the default: as the table itself says. */
  readonly scheme?: SchemeChoice
}

/** What may be set for one rule; its own defaults hold for the rest. */
export interface RuleSettings {
  readonly severity?: RuleLevel
  readonly options?: Readonly<Record<string, OptionInput>>
}

/** The severity of a rule's findings; `off` doesn't run it. */
export type RuleLevel = Severity | 'off'

/** By which scheme of categories to check: that of the table itself, or a set one. */
export type SchemeChoice = 'auto' | Scheme

/** Numbers may come as text, which is exact. */
export type OptionInput = number | string | boolean

/** What is wrong with settings, for messages in any language. */
export type SettingsFault =
  | { readonly kind: 'unknown-rule'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly kind: 'unknown-option'
      readonly rule: string
      readonly name: string
      readonly known: readonly string[]
    }
  | {
      readonly kind: 'invalid-value'
      readonly rule: string
      readonly option: RuleOption
      readonly value: string
    }
  | {
      readonly kind: 'unknown-word'
      /** Where it stands: `scheme`, or a rule. */
      readonly where: string
      readonly word: string
      readonly known: readonly string[]
    }

/** Settings name a rule or an option that there is none of, or give it a value it can't have. */
export class SettingsError extends Error {
  readonly fault: SettingsFault

  constructor(fault: SettingsFault) {
    super(describeFault(fault))
    this.name = 'SettingsError'
    this.fault = fault
  }
}

/** A rule that will run, with what it runs by. */
export interface PlannedRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly settingOf: RuleContext['settingOf']
}

/** Which rules run, and how. */
export interface Plan {
  readonly rules: readonly PlannedRule[]
  readonly scheme: SchemeChoice
}

/**
 * Works out settings against the rules there are.
 *
 * @throws SettingsError for the first thing that can't be meant
 */
export const planCheck = (settings: Settings, rules: readonly Rule[]): Plan => {
  const { only, scheme = 'auto' } = settings
  const ids = rules.map(({ id }) => id)
  for (const name of [...Object.keys(settings.rules ?? {}), ...(only ?? [])]) {
    if (!ids.includes(name)) throw new SettingsError({ kind: 'unknown-rule', name, known: ids })
  }
  requireWord('scheme', scheme, SCHEMES)
  return {
    scheme,
    rules: rules.flatMap((rule) => {
      const given = givenFor(rule, settings)
      const settingOf = readOptions(rule, given.options ?? {})
      const isNamed = only?.includes(rule.id)
      const level = given.severity ?? (rule.offByDefault && isNamed !== true ? 'off' : rule.severity)
      requireWord(rule.id, level, LEVELS)
      return level === 'off' || isNamed === false ? [] : [{ rule, severity: level, settingOf }]
    }),
  }
}

const SCHEMES: readonly SchemeChoice[] = ['auto', 'old', 'new']
const LEVELS: readonly RuleLevel[] = ['off', 'info', 'warning', 'error']

const requireWord = (where: string, word: string, known: readonly string[]): void => {
  if (!known.includes(word)) throw new SettingsError({ kind: 'unknown-word', where, word, known })
}

const givenFor = ({ id }: Rule, { rules = {} }: Settings): RuleSettings => {
  const given = Object.hasOwn(rules, id) ? rules[id] : undefined
  return typeof given === 'string' ? { severity: given } : (given ?? {})
}

const readOptions = (
  { id, options = [] }: Rule,
  given: Readonly<Record<string, OptionInput>>,
): RuleContext['settingOf'] => {
  const values = new Map<string, OptionValue>()
  for (const [name, value] of Object.entries(given)) {
    const option = options.find((candidate) => candidate.name === name)
    if (option === undefined) {
      const known = options.map((candidate) => candidate.name)
      throw new SettingsError({ kind: 'unknown-option', rule: id, name, known })
    }
    const read = readValue(option, String(value))
    if (read === undefined) {
      throw new SettingsError({ kind: 'invalid-value', rule: id, option, value: String(value) })
    }
    values.set(name, read)
  }
  const settingOf = ({ name, initial }: RuleOption): OptionValue =>
    values.get(name) ?? (typeof initial === 'boolean' ? initial : new Decimal(initial))
  return settingOf as RuleContext['settingOf']
}

const readValue = (option: RuleOption, value: string): OptionValue | undefined => {
  if (option.kind === 'flag') return value === 'true' ? true : value === 'false' ? false : undefined
  if (!/^-?\d{1,12}(?:\.\d{1,12})?$/.test(value)) return undefined
  const number = new Decimal(value)
  return number.gte(option.least) && number.lte(option.most) ? number : undefined
}

const describeFault = (fault: SettingsFault): string => {
  switch (fault.kind) {
    case 'unknown-rule':
      return `there is no rule '${fault.name}'`
    case 'unknown-option':
      return `the rule ${fault.rule} has no option '${fault.name}'`
    case 'invalid-value':
      return `${fault.rule}.${fault.option.name} can't be '${fault.value}'`
    default:
      return `${fault.where} can't be '${fault.word}'`
  }
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/**
 * The severity of a finding, of what its rule calls the case itself, what was asked for and what is usual. A
 * case that the rule calls milder stays so when the rule is made graver; a rule made milder has no case above what was
 * asked for.
 */
export const severityOf = (own: Severity | undefined, asked: Severity, usual: Severity): Severity => {
  if (own === undefined) return asked
  return RANK[asked] < RANK[usual] && RANK[own] > RANK[asked] ? asked : own
}
