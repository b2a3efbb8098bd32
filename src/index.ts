/**
 * pbo as a library: text in, tree and findings out. Nothing here reads files or prints.
 *
 * @example
 * const source = new Source(text)
 * const { disclosure } = parse(source)
 * for (const finding of check(disclosure)) console.log(source.position(finding.at.start), finding.message.en)
 */
export { check } from './check.ts'
export { parseMeasures, parseUnit, type ScanOptions } from './grammar/quantity/index.ts'
export { Decimal } from './model/decimal.ts'
export type * from './model/disclosure.ts'
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
export { type Parsed, parse } from './parse.ts'
export type { Finding } from './report/report.ts'
export { rules } from './rules/index.ts'
export type { Language, Message, Problem, Related, Rule, RuleDocs, Severity } from './rules/rule.ts'
export { type Decoded, decode } from './source/decode.ts'
export { type Address, type Encoding, type Position, Source } from './source/source.ts'
export type { Span } from './source/span.ts'
export { SpannedText } from './source/spanned-text.ts'
