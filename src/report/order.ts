import type { Finding } from './report.ts'

/** The order of two texts by code unit: the same in every locale. */
export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order in which the findings of a filing are reported: by place, then by rule and by what is said. */
export const compareFindings = (a: Finding, b: Finding): number =>
  a.at.start - b.at.start ||
  a.at.end - b.at.end ||
  compareCodes(a.rule, b.rule) ||
  compareCodes(a.message.en, b.message.en)
