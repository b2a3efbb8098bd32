import type { PlaceName, Position } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'

/** Text for people, in both languages of the tool. */
export interface Message {
  readonly zh: string
  readonly en: string
}

/** The languages of messages. */
export type Language = keyof Message

/** `info` is counted, and listed only when asked for. */
export type Severity = 'error' | 'warning' | 'info'

/** `arithmetic` and `structure` are facts; `consistency` and `wording` are heuristics. */
export type RuleCategory = 'arithmetic' | 'structure' | 'consistency' | 'wording'

/** Another place involved in a problem: the other side of a contradiction, or an addend. */
export interface Related<At extends Span = Span> {
  readonly at: At
  readonly note: Message
}

/** A change to the text that fixes a problem. */
export interface Edit<At extends Span = Span> {
  readonly at: At
  /** The replacement text. */
  readonly text: string
}

/** The edit of a piece of text; `undefined` where the source does not contain it verbatim, so that it can't be changed there. */
export const editOf = (place: SpannedText, text: string | undefined): Edit | undefined =>
  text === undefined || place.span.end - place.span.start !== place.length
    ? undefined
    : { at: place.span, text }

/** What a rule found: the problem, its place, the arithmetic, why the rule believes it, and what to do. */
export interface Problem<At extends Span = Span> {
  /** One sentence naming both values. */
  readonly message: Message
  readonly at: At
  readonly related?: readonly Related<At>[]
  /** The arithmetic, line by line, in symbols that need no translation. */
  readonly working?: readonly string[]
  /** Why a heuristic believes it. */
  readonly because?: Message
  /** What to do, if that is more specific than the rule's general advice. */
  readonly fix?: Message
  /**
   * Changes that together fix the problem, where that takes no judgement: never to money, and never such that a target
   * means something else. They apply only to formats that are text themselves (plain text, CSV, Markdown).
   */
  readonly edits?: readonly Edit<At>[]
  /** The values compared, for machines; numbers as exact decimal strings. */
  readonly data?: Readonly<Record<string, string>>
  /** Overrides the rule's severity where the case is milder or more serious. */
  readonly severity?: Severity
}

/** A problem, together with the rule that found it and its place in the tree. */
export interface Finding<At extends Span = Span> extends Problem<At> {
  readonly rule: string
  readonly category: RuleCategory
  readonly severity: Severity
  /** What to do: the problem's own advice or, if it has none, the rule's. */
  readonly fix: Message
  /** From the outside in: project, goal or category, indicator. */
  readonly path: readonly Message[]
  /** Related places in other files. */
  readonly elsewhere?: readonly OtherPlace[]
}

/** A place in another file, with everything a report needs, since that file may not be part of the report. */
export interface OtherPlace {
  /** The file's path, in the same form as the paths of a report. */
  readonly file: string
  readonly start: OtherPosition
  readonly end: OtherPosition
  /** In formats without lines. */
  readonly address?: PlaceName
  readonly note: Message
}

/** A position with its offset, in UTF-16 code units of the other file's text. */
export interface OtherPosition extends Position {
  readonly offset: number
}

/** The rule id of findings that report a crashed rule, not a problem in a table. */
export const RULE_CRASH = 'rule-crash'

/** The order of two texts by code unit: the same in every locale. */
export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of what has paths. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareCodes(a.path, b.path)

/** The order in which the findings of a filing are reported: by place, then by rule and message. */
export const compareFindings = (a: Finding, b: Finding): number =>
  a.at.start - b.at.start ||
  a.at.end - b.at.end ||
  compareCodes(a.rule, b.rule) ||
  compareCodes(a.message.en, b.message.en)
