import type { Severity } from '../model/finding.ts'
import { detailLines, headline } from './detail.ts'
import { type ListedFinding, listReport, type NamedPlace } from './listing.ts'
import { printable } from './printable.ts'
import type { Report, ReportOptions } from './report.ts'
import { rollCallEntries, rollCallLine } from './roll-call-words.ts'
import { headsOf, tallyOf } from './verdict.ts'
import { SEVERITIES, say, suppressedNote } from './words.ts'

/** GitHub shows the first ten annotations of each level of a step and drops the others silently. */
const MOST_PER_LEVEL = 10

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>

/**
 * Workflow commands that GitHub turns into annotations: files that could not be checked first, then
 * findings from the gravest down, ten of each level, and one notice that says how many are left and how many a baseline knows. As
 * that notice is one of ten itself, no more than nine stand before it.
 *
 * Every line is a command of ours, so that no text of a filing stands at the start of one.
 */
export const renderGithub = (report: Report, options: ReportOptions): string => {
  const commands = commandsOf(report, options)
  let shown = SEVERITIES.flatMap((level) => commands[level].slice(0, MOST_PER_LEVEL))
  const total = SEVERITIES.reduce((sum, level) => sum + commands[level].length, 0)
  const suppressed = tallyOf(headsOf(report.files)).suppressed
  if (shown.length === total && suppressed === 0) return shown.join('')
  if (commands.info.length >= MOST_PER_LEVEL) shown = shown.slice(0, -1)
  return [...shown, noticeOf(total - shown.length, suppressed, options)].join('')
}

const commandsOf = (report: Report, options: ReportOptions): Record<Severity, string[]> => {
  const commands: Record<Severity, string[]> = { error: [], warning: [], info: [] }
  for (const file of report.files) {
    if (file.kind !== 'failed') continue
    const properties = { file: file.path, title: 'unreadable-file' }
    commands.error.push(toCommand('error', properties, [say(file.error, options.language)]))
  }
  for (const entry of report.rollCall === undefined ? [] : rollCallEntries(report.rollCall)) {
    const [file] = entry.files
    const properties = { ...(file === undefined ? {} : { file }), title: 'roll-call' }
    commands.warning.push(toCommand('warning', properties, [rollCallLine(entry, options.language)]))
  }
  for (const listed of listReport(report, options)) {
    commands[listed.finding.severity].push(commandOf(listed, options))
  }
  return commands
}

const commandOf = ({ file, finding, place }: ListedFinding, { language }: ReportOptions): string =>
  toCommand(COMMANDS[finding.severity], { file: file.path, ...positionOf(place), title: finding.rule }, [
    headline(finding, file, language),
    ...detailLines(finding, file, language),
  ])

/** GitHub takes columns only within one line. Without lines the annotation is on the file itself. */
const positionOf = ({ lines }: NamedPlace): Record<string, number> => {
  if (lines === undefined) return {}
  const { start, end } = lines
  const rows = { line: start.line, endLine: end.line }
  return start.line === end.line ? { ...rows, col: start.column, endColumn: end.column } : rows
}

const noticeOf = (left: number, suppressed: number, { language }: ReportOptions): string => {
  const more =
    language === 'zh'
      ? `另有 ${left} 条未在此显示，全部内容见本次运行的摘要。`
      : `${left} more ${left === 1 ? 'is' : 'are'} not shown here; the summary of this run has all of them.`
  const known = `${say(suppressedNote(suppressed), language)}${language === 'zh' ? '。' : '.'}`
  return toCommand('notice', { title: 'pbo' }, [
    ...(left === 0 ? [] : [more]),
    ...(suppressed === 0 ? [] : [known]),
  ])
}

const toCommand = (
  command: string,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string => {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${command} ${list.join(',')}::${escapeData(lines.map(printable).join('\n'))}\n`
}

/** The older commands, `##[error]`, are looked for anywhere in a line. */
const breakOldCommands = (text: string): string => text.replace(/##(?=\w*\[)/g, '##\\')

const escapeData = (text: string): string =>
  breakOldCommands(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string =>
  escapeData(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * `text` as GitHub prints it without obeying it: between `::stop-commands::<token>` and its end. For
 * everything that isn't a report in this format.
 *
 * @param token Random and new each time, so that no input can contain it: 16 or more letters and digits.
 * @throws RangeError where the token is weak, or the text holds it
 */
export const withoutCommands = (text: string, token: string): string => {
  if (!/^[0-9A-Za-z]{16,}$/.test(token)) throw new RangeError('the token has to be 16 letters and digits')
  if (text.includes(token)) throw new RangeError('the text holds the token')
  const end = text === '' || text.endsWith('\n') ? '' : '\n'
  return `::stop-commands::${token}\n${text}${end}::${token}::\n`
}
