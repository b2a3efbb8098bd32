import type { Message } from '../model/finding.ts'
import { printable } from '../report/printable.ts'
import type { Report, ResultHead, ShowOptions } from '../report/report.ts'
import { textWidth } from '../report/text-width.ts'
import { headsOf, tallyOf } from '../report/verdict.ts'
import { SEVERITIES, SEVERITY_WORDS, say } from '../report/words.ts'

const WORDS = {
  folder: { zh: '文件夹', en: 'folder' },
  files: { zh: '文件', en: 'files' },
  failed: { zh: '未能检查', en: 'not checked' },
  total: { zh: '合计', en: 'total' },
} as const satisfies Record<string, Message>

/** Fewer files are overlooked without a table. */
const MANY_FILES = 10

/**
 * How many files and findings there are per folder, a county's or a department's as filings are kept:
 * the first part of the paths in which they differ. Empty for few files, and where all lie in one folder.
 */
export const renderFolderTable = (report: Report, options: ShowOptions): string => {
  const files = headsOf(report.files)
  if (files.length < MANY_FILES) return ''
  const folders = groupByFolder(files)
  if (folders.size < 2) return ''
  const { language } = options
  const heading = [
    say(WORDS.folder, language),
    say(WORDS.files, language),
    ...SEVERITIES.map((severity) => say(SEVERITY_WORDS[severity], language)),
    say(WORDS.failed, language),
  ]
  const rows = [...folders].map(([name, members]) => rowOf(printable(name), members))
  const table = [heading, ...rows, rowOf(say(WORDS.total, language), files)]
  return `\n${draw(table, options)}`
}

const groupByFolder = (files: readonly ResultHead[]): ReadonlyMap<string, ResultHead[]> => {
  const shared = sharedFolder(files).length
  const folders = new Map<string, ResultHead[]>()
  for (const file of files) {
    const [name, below] = plainPath(file).slice(shared).split('/', 2) as [string, string?]
    const folder = below === undefined ? '.' : name
    const members = folders.get(folder)
    if (members === undefined) folders.set(folder, [file])
    else members.push(file)
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const plainPath = ({ path }: ResultHead): string => path.replace(/^(?:\.\/+)+/, '')

/** The folder that all paths begin with, with a `/` at its end; empty where there is none. */
const sharedFolder = (files: readonly ResultHead[]): string => {
  let shared: string | undefined
  for (const file of files) {
    const path = plainPath(file)
    shared ??= folderIn(path)
    while (!path.startsWith(shared)) shared = folderIn(shared.slice(0, -1))
  }
  return shared ?? ''
}

const folderIn = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const rowOf = (name: string, files: readonly ResultHead[]): string[] => {
  const { counts, failed } = tallyOf(files)
  return [name, ...[files.length, ...SEVERITIES.map((severity) => counts[severity]), failed].map(String)]
}

/** Names to the left, numbers to the right, and the heading faint. */
const draw = (table: readonly (readonly string[])[], { ambiguousWidth, paint }: ShowOptions): string => {
  const widths = (table[0] as string[]).map((_, column) =>
    Math.max(...table.map((row) => textWidth(row[column] as string, ambiguousWidth))),
  )
  const lines = table.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] as number) - textWidth(cell, ambiguousWidth))
        return column === 0 ? cell + blanks : blanks + cell
      })
      .join('  ')
      .trimEnd(),
  )
  return `${lines.map((line, i) => (i === 0 ? paint.faint(line) : line)).join('\n')}\n`
}
