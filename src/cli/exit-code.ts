import { isAsExpected } from '../corpus/roll-call.ts'
import type { Severity } from '../model/finding.ts'
import type { Report } from '../report/report.ts'
import { headsOf, isAtLeast, isComplete, tallyOf } from '../report/verdict.ts'
import type { Signal } from './world.ts'

/**
 * 0: ran completely, nothing that counts was found. 1: ran completely, something was. 2: could not
 * do what was asked. 130, 143: stopped by a signal.
 */
export type ExitCode = 0 | 1 | 2 | 130 | 143

export interface Thresholds {
  readonly failOn: Severity | 'never'
  readonly maxWarnings: number | undefined
}

/** The code for a report; what could not be done outweighs what was found. */
export const exitCodeOf = (report: Report, { failOn, maxWarnings }: Thresholds): 0 | 1 | 2 => {
  if (!isComplete(report)) return 2
  const { counts, omitted } = tallyOf(headsOf(report.files))
  const count = (severity: Severity): number => counts[severity] + omitted[severity]
  const fails =
    failOn !== 'never' &&
    (['error', 'warning', 'info'] as const).some(
      (severity) => count(severity) > 0 && isAtLeast(severity, failOn),
    )
  // Who has not filed is a warning.
  const isShort = report.rollCall !== undefined && !isAsExpected(report.rollCall)
  if (isShort && failOn !== 'never' && isAtLeast('warning', failOn)) return 1
  return fails || (maxWarnings !== undefined && count('warning') > maxWarnings) ? 1 : 0
}

/** The code of a run that a signal may have ended: where all was done already, it has cut nothing short. */
export const exitCodeAfter = <Code extends ExitCode>(code: Code, signal: Signal | undefined) =>
  code === 2 && signal !== undefined ? exitCodeOfSignal(signal) : code

export const exitCodeOfSignal = (signal: Signal): 130 | 143 => (signal === 'SIGINT' ? 130 : 143)
