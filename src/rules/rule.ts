import type { ProjectFacts } from '../facts/project-facts.ts'
import type { Decimal } from '../model/decimal.ts'
import type { Disclosure } from '../model/disclosure.ts'
import type { Message, Problem, RuleCategory, Severity } from '../model/finding.ts'
import type { SchemeInForce } from '../model/record.ts'

export type { Edit, Language, Message, Problem, Related, RuleCategory, Severity } from '../model/finding.ts'
export type { SchemeInForce } from '../model/record.ts'

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
  /** Exact in any case: as a plain number, what it is printed as. */
  readonly initial: Decimal | number
  readonly least: Decimal | number
  readonly most: Decimal | number
  /** Behind the number in the docs. */
  readonly unit: string
}

/** An option that is on or off. */
export interface FlagOption extends OptionFacts {
  readonly kind: 'flag'
  readonly initial: boolean
}

/** What an option may be set to. */
export type OptionValue<Option extends RuleOption = RuleOption> = Option extends FlagOption
  ? boolean
  : Decimal

/** What a rule may know beside the tree. */
export interface RuleContext {
  readonly scheme: SchemeInForce
  /** The value in force of one of the rule's own options. */
  readonly settingOf: <Option extends RuleOption>(option: Option) => OptionValue<Option>
}

/**
 * One rule: a pure generator over the model. It may not read files, log, be async, keep
 * state, know other rules, parse text again, search for text to find a position, compare printed
 * strings instead of values, or use `number` for money.
 *
 * What can be told of one project at a time is told by `checkProject`: all rules see some projects before any sees
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
   * of unsure readings runs, the problems of the tree are left out there: that finding stands for all of them. What a rule
   * says of all `indicators` of a project together is left out where any of them is in doubt.
   */
  readonly reads?: 'text' | 'tree' | 'indicators' | 'readings'
  /** The address of its page; empty where it has none. Those of pbo have theirs in the package, which has no address. */
  readonly url?: string
  readonly docs: RuleDocs
  readonly check?: (disclosure: Disclosure, context: RuleContext) => Iterable<Problem>
  readonly checkProject?: (facts: ProjectFacts, context: RuleContext) => Iterable<Problem>
}
