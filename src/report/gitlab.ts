import type { Severity } from '../model/finding.ts'
import { headline, reasonLines } from './detail.ts'
import { toJson } from './json.ts'
import { listFile } from './listing.ts'
import { printable } from './printable.ts'
import type { Report, ReportOptions } from './report.ts'
import { rollCallEntries, rollCallLine } from './roll-call-words.ts'
import { say } from './words.ts'

const LEVELS = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>

/**
 * A code quality report for GitLab. Fingerprints are digests of the path and the finding's own, since
 * GitLab compares them over the whole report. A file that could not be checked is a blocker. Formats
 * without lines have their address in the description, and line 1, which GitLab demands.
 */
export const renderGitlab = (report: Report, options: ReportOptions): string => {
  const { language, hash } = options
  return toJson([
    ...[...report.files].flatMap((file) => {
      const path = withoutDot(file.path)
      const issue = (
        name: string,
        severity: string,
        lines: readonly string[],
        print: string,
        line: number,
      ) => ({
        description: lines.map(printable).join('\n'),
        check_name: name,
        fingerprint: hash(`${path}\n${print}`),
        severity,
        location: { path: printable(path), lines: { begin: line } },
      })
      if (file.kind === 'failed') {
        return [issue('unreadable-file', 'blocker', [say(file.error, language)], 'unreadable-file', 1)]
      }
      return listFile(file, options).map(({ finding, place }) =>
        issue(
          finding.rule,
          LEVELS[finding.severity],
          [headline(finding, file, language), ...reasonLines(finding, language)],
          finding.fingerprint,
          place.lines?.start.line ?? 1,
        ),
      )
    }),
    ...(report.rollCall === undefined ? [] : rollCallEntries(report.rollCall)).map((entry) => ({
      description: rollCallLine(entry, language),
      check_name: 'roll-call',
      fingerprint: hash(`roll-call\n${entry.is}\n${entry.agency}\n${entry.files.join('\n')}`),
      severity: LEVELS.warning,
      location: { path: withoutDot(entry.files[0] ?? entry.agency), lines: { begin: 1 } },
    })),
  ])
}

/** GitLab shows nothing for paths that begin with `./`. */
const withoutDot = (path: string): string => path.replace(/^(?:\.\/+)+/, '')
