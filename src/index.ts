/**
 * pbo as a library: text in, tree and findings out. Nothing here reads files or prints.
 *
 * @example
 * const source = new Source(text)
 * const { disclosure } = parse(source)
 * for (const finding of check(disclosure)) console.log(source.position(finding.at.start), finding.message.en)
 */

export { check, schemeInForce } from './check.ts'
export type { Disagreement } from './facts/agreement.ts'
export type * from './facts/cost-estimate.ts'
export type * from './facts/costs.ts'
export type { WrongDirection } from './facts/direction.ts'
export type * from './facts/equations.ts'
export type * from './facts/execution.ts'
export type * from './facts/execution.ts'
export type * from './facts/funding.ts'
export type * from './facts/goal-costs.ts'
export type * from './facts/goal-deadlines.ts'
export type * from './facts/goal-sums.ts'
export type * from './facts/matching.ts'
export type * from './facts/misreads.ts'
export type * from './facts/missing-values.ts'
export type * from './facts/numbering.ts'
export type * from './facts/overspending.ts'
export type * from './facts/points.ts'
export type { TimesPaid } from './facts/price-terms.ts'
export type * from './facts/project-facts.ts'
export type * from './facts/promises.ts'
export type * from './facts/rate-products.ts'
export type * from './facts/residue.ts'
export type * from './facts/result-matching.ts'
export type { Scheme } from './facts/scheme.ts'
export type * from './facts/scores.ts'
export type * from './facts/scores.ts'
export type * from './facts/shortfall.ts'
export type * from './facts/standing.ts'
export type * from './facts/stray-dates.ts'
export type * from './facts/sums.ts'
export type * from './facts/survey.ts'
export type * from './facts/unit-misfit.ts'
export type * from './facts/untidy.ts'
export type * from './facts/wrong-numbers.ts'
export type * from './facts/wrong-numbers.ts'
export { parseMeasures, parseUnit, type ScanOptions } from './grammar/quantity/index.ts'
export { Decimal } from './model/decimal.ts'
export type * from './model/disclosure.ts'
export { SURE_READING } from './model/disclosure.ts'
export type { LayoutId } from './model/draft.ts'
export type { Finding, OtherPlace, OtherPosition } from './model/finding.ts'
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
export type { Document, PdfData, ReadNote, UnreadableReason } from './read/document.ts'
export type * from './read/grid.ts'
export { type Opened, type OpenedDocument, type OpenOptions, openFile, type Unopened } from './read/open.ts'
export type { Box as PageBox, Matrix as PageMatrix } from './read/page/geometry.ts'
export type { Rule as PageRule } from './read/page/page-content.ts'
export type {
  OpenPictureReader,
  Picture,
  PictureFault,
  PicturePage,
  PictureReader,
  PlacedPicture,
  ScannedPage,
} from './read/page/picture-reader.ts'
export { rules } from './rules/index.ts'
export type {
  Edit,
  FlagOption,
  Language,
  Message,
  NumberOption,
  OptionValue,
  Problem,
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
export type { DoubtfulCharacter, OtherReading, Scan } from './source/scan.ts'
export { type Address, type Encoding, type PlaceName, type Position, Source } from './source/source.ts'
export type { Span } from './source/span.ts'
export { SpannedText } from './source/spanned-text.ts'
export {
  type ExpectedProblem,
  type InvalidCase,
  type RuleCases,
  testRule,
  type ValidCase,
} from './test-rule.ts'
export type { CategoryId } from './vocabulary/categories.ts'
export type { NameClass } from './vocabulary/name-classes.ts'
export type { UnitDimension } from './vocabulary/units.ts'
