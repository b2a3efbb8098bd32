/**
 * pbo as a library: text in, tree and findings out. Nothing here reads files or prints.
 *
 * @example
 * const source = new Source(text)
 * const { disclosure } = parse(source)
 * for (const finding of check(disclosure)) console.log(source.position(finding.at.start), finding.message.en)
 */

export { check, schemeInForce } from './check.ts'
export type { Scheme } from './facts/scheme.ts'
export { parseMeasures, parseUnit, type ScanOptions } from './grammar/quantity/index.ts'
export { Decimal } from './model/decimal.ts'
export type * from './model/disclosure.ts'
export { SURE_READING } from './model/disclosure.ts'
export type { LayoutId } from './model/draft.ts'
export {
  containsValue,
  equalIntervals,
  formatInterval,
  formatMeasure,
  intersects,
  intervalInBase,
  isWithin,
  multiplyIntervals,
} from './model/interval.ts'
export type * from './model/measure.ts'
export {
  type Comparability,
  comparability,
  convert,
  multiply,
  type Product,
  sameUnit,
  scaleOf,
  toBase,
} from './model/unit.ts'
export { agenciesOf, indicatorsOf, type PlacedIndicator, projectsOf } from './model/walk.ts'
export { type Parsed, parse, parseDocument } from './parse.ts'
export type { Document, ReadNote, UnreadableReason } from './read/document.ts'
export type * from './read/grid.ts'
export { type Opened, type OpenedDocument, openFile, type Unopened } from './read/open.ts'
export type { Finding, OtherPlace, OtherPosition } from './report/report.ts'
export { rules } from './rules/index.ts'
export type {
  FlagOption,
  Language,
  Message,
  NumberOption,
  Problem,
  ProjectContext,
  Related,
  Rule,
  RuleCategory,
  RuleContext,
  RuleDocs,
  RuleOption,
  SchemeInForce,
  Severity,
} from './rules/rule.ts'
export {
  type OptionInput,
  type RuleLevel,
  type RuleSettings,
  type SchemeChoice,
  type Settings,
  SettingsError,
  type SettingsFault,
} from './settings.ts'
export type { EncodedText } from './source/byte-offset.ts'
export {
  type BinaryKind,
  type Decoded,
  type DecodeNote,
  type DecodeOptions,
  decode,
  type MalformedText,
} from './source/decode.ts'
export type { Format } from './source/format.ts'
export { type Address, type Encoding, type PlaceName, type Position, Source } from './source/source.ts'
export type { Span } from './source/span.ts'
export { SpannedText } from './source/spanned-text.ts'
export type { CategoryId } from './vocabulary/categories.ts'
export type { UnitDimension } from './vocabulary/units.ts'
