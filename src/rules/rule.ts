import type { ProjectFacts } from '../facts/project-facts.ts'
import type { Scheme } from '../facts/scheme.ts'
import type { Decimal } from '../model/decimal.ts'
import type { Disclosure } from '../model/disclosure.ts'
import type { Span } from '../source/span.ts'

/** Words for people, in both languages of the tool. */
export interface Message {
  readonly zh: string
  readonly en: string
}

/** The languages of messages. */
export type Language = keyof Message

/** `info` is counted, and listed only when asked for. */
export type Severity = 'error' | 'warning' | 'info'

/** The scheme that a file was checked by, and whether the table says so or the user. */
export interface SchemeInForce {
  /** `undefined` where nothing tells: rules then ask only for what both schemes ask. */
  readonly name: Scheme | undefined
  readonly source: 'found' | 'set'
}

/** `arithmetic` and `structure` are facts; `consistency` and `wording` are heuristics. */
export type RuleCategory = 'arithmetic' | 'structure' | 'consistency' | 'wording'

/** Another place that belongs to the problem: the other end of a contradiction, an addend. */
export interface Related {
  readonly at: Span
  readonly note: Message
}

/** What a rule found: what, where, the arithmetic, why it is believed, what to do. */
export interface Problem {
  /** One sentence naming both values. */
  readonly message: Message
  readonly at: Span
  readonly related?: readonly Related[]
  /** The arithmetic, line by line, in signs that need no translation. */
  readonly working?: readonly string[]
  /** Why a heuristic believes it. */
  readonly because?: Message
  /** What to do, where it is more exact than the rule's general advice. */
  readonly fix?: Message
  /** The values compared, for machines; numbers as exact decimal strings. */
  readonly data?: Readonly<Record<string, string>>
  /** Instead of the rule's severity, where the case is milder or harder. */
  readonly severity?: Severity
}

/** What `pbo explain` and the pages of the rules say. */
export interface RuleDocs {
  /** One sentence: what holds in a correct table. */
  readonly summary: Message
  /** What is reported, and what is left alone. */
  readonly finds: Message
  readonly why: Message
  readonly fix: Message
  /** Where the demand comes from: a regulation (TEXT), printed forms (FORM), a fiscal system (SYS), arithmetic. */
  readonly basis: Message
  /** A small filing with at least one problem of this rule; runs as a test. */
  readonly invalid: string
  /** A small filing with none; runs as a test. */
  readonly valid: string
}

/** Something that users may set for a rule. It is data: the pages, the checks of its value and the config come from it. */
export type RuleOption = NumberOption | FlagOption

interface OptionFacts {
  /** In kebab case. */
  readonly name: string
  readonly docs: Message
}

/** An option with a number for a value: a floor, a share. */
export interface NumberOption extends OptionFacts {
  readonly kind: 'number'
  readonly initial: Decimal
  readonly least: Decimal
  readonly most: Decimal
  /** Behind the number in the docs. */
  readonly unit: string
}

/** An option that is on or off. */
export interface FlagOption extends OptionFacts {
  readonly kind: 'flag'
  readonly initial: boolean
}

/** What a rule may know beside the tree. */
export interface RuleContext {
  readonly scheme: SchemeInForce
  /** The value in force of one of the rule's own options. */
  readonly settingOf: <Option extends RuleOption>(option: Option) => Option['initial']
}

/**
 * One rule: a pure generator over the model. It may not read files, log, be async, keep
 * state, know other rules, parse text again, search for text to find a position, compare printed
 * strings instead of values, or use `number` for money.
 *
 * What can be told of one project at a time is told by `checkProject`: all rules see a project before any sees
 * the next, so that the goals and indicators of a large filing need not all be there at once. What needs the
 * whole filing is told by `check`.
 */
export interface Rule {
  /** Names the defect; also the file name and, in camel case, the export. */
  readonly id: string
  readonly category: RuleCategory
  readonly severity: Severity
  /** Runs only where the settings name it: what it asks is practice in some places only. */
  readonly offByDefault?: true
  readonly options?: readonly RuleOption[]
  /**
   * What its problems stand on: `text` as printed, which holds however a table was read; the `tree` (if not said
   * otherwise), which may be wrong where a reading is not sure; or the `readings` themselves. Where a rule that tells
   * of unsure readings runs, the problems of the tree are left out there: that finding stands for all of them.
   */
  readonly reads?: 'text' | 'tree' | 'readings'
  readonly docs: RuleDocs
  readonly check?: (disclosure: Disclosure, context: RuleContext) => Iterable<Problem>
  readonly checkProject?: (facts: ProjectFacts, context: RuleContext) => Iterable<Problem>
}

/** The id of findings that report a rule that failed, not a table. */
export const RULE_CRASH = 'rule-crash'
