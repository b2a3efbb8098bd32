import type { Message } from '../model/finding.ts'
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
import { RULE_LEVELS, readChoice } from './options.ts'
import { UsageError, unknownWord } from './usage-error.ts'

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
