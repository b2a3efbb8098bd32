import type { Severity } from '../model/finding.ts'
import { SEVERITIES } from '../report/words.ts'
import type { RuleLevel, SchemeChoice, Settings } from '../settings.ts'

/** What the user chose; remembered on this computer, where the browser lets a page remember anything. */
export interface Choices {
  readonly language: 'zh' | 'en'
  /** The lowest severity that is listed. */
  readonly level: Severity
  readonly scheme: SchemeChoice
  /** Severities of rules other than their own. */
  readonly rules: Readonly<Record<string, RuleLevel>>
}

const KEY = 'pbo'

/** What is chosen before anybody chose. */
export const USUAL: Choices = { language: 'zh', level: 'warning', scheme: 'auto', rules: {} }

export const RULE_LEVELS: readonly RuleLevel[] = ['off', 'info', 'warning', 'error']
export const SCHEMES: readonly SchemeChoice[] = ['auto', 'old', 'new']

export const readChoices = (): Choices => {
  try {
    return checked(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return USUAL
  }
}

/** Anybody may have written there: what can't be meant is left at what is usual. */
const checked = (said: Partial<Record<keyof Choices, unknown>>): Choices => {
  const one = <Value>(known: readonly Value[], value: unknown, usual: Value): Value =>
    known.find((each) => each === value) ?? usual
  return {
    language: one(['zh', 'en'], said.language, USUAL.language),
    level: one(SEVERITIES, said.level, USUAL.level),
    scheme: one(SCHEMES, said.scheme, USUAL.scheme),
    rules: Object.fromEntries(
      Object.entries(said.rules ?? {}).filter((entry): entry is [string, RuleLevel] =>
        RULE_LEVELS.includes(entry[1]),
      ),
    ),
  }
}

export const keepChoices = (choices: Choices): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices))
  } catch {
    // The page works without a memory.
  }
}

/** The settings that the choices come to; of rules only those that there are. */
export const settingsOf = ({ scheme, rules }: Choices, known: ReadonlySet<string>): Settings => ({
  scheme,
  rules: Object.fromEntries(
    Object.entries(rules).flatMap(([id, severity]) => (known.has(id) ? [[id, { severity }]] : [])),
  ),
})
