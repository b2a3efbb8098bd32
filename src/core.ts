/**
 * The whole check of files, from their bytes to records, wherever it runs: nothing here knows files, threads or a
 * terminal. What reads PDF has to be given its data (`PdfData`) where there is no file system.
 *
 * @example
 * const records = await checkContent(
 *   { path: 'a.xlsx', isSearched: false, content: { bytes }, settings: {}, isCompared: false },
 *   { ...DEFAULT_LIMITS, encoding: undefined },
 *   { core, isUtf8, hash },
 * )
 */

export { type Annotated, type AnnotateTerms, annotate } from './annotate/annotate.ts'
export { digestSettings } from './config/digest-settings.ts'
export {
  type CalledAgency,
  type CalledRecord,
  callRoll,
  type ExpectedAgency,
  type RollCall,
  readAgencyList,
} from './corpus/roll-call.ts'
export type * from './model/record.ts'
export { type Answered, type ListAnswer, readAnswers, withAnswers } from './recheck/answers.ts'
export {
  type AgencyTotal,
  type Recheck,
  type RecheckedFinding,
  type RecheckStatus,
  recheck,
  recheckAtLevel,
} from './recheck/recheck.ts'
export type { Round } from './recheck/round.ts'
export { capFindings } from './records/cap-findings.ts'
export { type Checker, type CheckOrder, type CheckTerms, checkContent } from './records/check-content.ts'
export { compareFilings } from './records/compare-filings.ts'
export { type Core, core } from './records/core.ts'
export { isOwnFile, reasonToPass } from './records/filing-names.ts'
export { DEFAULT_LIMITS } from './records/limits.ts'
export {
  type Content,
  type InputName,
  parseContent,
  type Reader,
  type ReadFile,
  type ReadOptions,
} from './records/parse-content.ts'
export { RecordStore } from './records/record-store.ts'
export { Spool } from './records/spool.ts'
