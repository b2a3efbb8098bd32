import { annotate } from '../annotate/annotate.ts'
import type { FindingLabel } from '../annotate/notes.ts'
import { NOTHING_FOUND } from '../annotate/reasons.ts'
import type { Language, Message } from '../model/finding.ts'
import type { CheckedRecord, RecordedFinding } from '../model/record.ts'
import { HANDED_OUT } from '../report/handed-out.ts'
import { printable } from '../report/printable.ts'
import type { Report, ReportOptions } from '../report/report.ts'
import { listedFindings } from '../report/verdict.ts'
import { colon, plural, say } from '../report/words.ts'
import { findingsByAgency } from './by-agency.ts'
import type { Handout, HandoutTerms } from './handout.ts'

const WORDS = {
  name: { zh: HANDED_OUT.annotated, en: HANDED_OUT.annotatedInEnglish },
  copies: { zh: '已加批注的副本：', en: 'Copies with comments:' },
  others: { zh: '没有副本的文件：', en: 'Files without a copy:' },
  none: { zh: '（无）', en: '(none)' },
  unreadable: { zh: '检查后已读不到这个文件', en: "it can't be read any more" },
} as const satisfies Record<string, Message>

/**
 * A copy of each file with its findings where they are, in the folders that the files lie in, and a text that says
 * which files have none and why.
 */
export const annotatedFiles: Handout = async function* (terms) {
  const { report, options, names } = terms
  const { language } = options
  const labels = labelsOf(report, options)
  const shared = sharedFolders([...report.files].map(({ path }) => path))
  const copies: string[] = []
  const others: string[] = []
  let left = 0
  const index = names.take(say(WORDS.name, language), '.txt')
  for (const file of report.files) {
    const result = file.kind === 'failed' ? file.error : await copyOf(file, terms, labels(file))
    if (!(result instanceof Uint8Array)) {
      if (file.kind === 'checked' && result !== NOTHING_FOUND) left += 1
      others.push(`${printable(file.path)}${colon(language)}${printable(say(result, language))}`)
      continue
    }
    const folders = file.path.split('/').slice(shared)
    const [stem, extension] = partsOf(folders.pop() ?? '')
    const name = names.take(stem, extension, folders)
    copies.push(`${printable(file.path)} → ${name}`)
    yield { name, content: result }
  }
  for (const { path, reason } of report.skipped ?? [])
    others.push(`${printable(path)}${colon(language)}${printable(say(reason, language))}`)
  if (left > 0) terms.tell?.(leftWords(left, index))
  yield { name: index, content: encode(textOf(copies, others, language)) }
}

const leftWords = (count: number, index: string): Message => ({
  zh: `有问题的文件中，${count} 个没有批注副本，原因见 ${index}`,
  en: `${plural(count, 'file')} with findings got no copy with comments; ${index} says why`,
})

const copyOf = async (
  record: CheckedRecord,
  { options, files }: HandoutTerms,
  labelOf: Labels,
): Promise<Uint8Array | Message> => {
  const { level, language } = options
  const bytes = listedFindings(record, level).length === 0 ? NOTHING : await files.read(record.path)
  if (bytes === undefined) return WORDS.unreadable
  const annotated = await annotate(bytes, record, { ...files.options, level, language, labelOf })
  return annotated.kind === 'copy' ? annotated.content : annotated.reason
}

const NOTHING = new Uint8Array()

type Labels = (finding: RecordedFinding) => FindingLabel | undefined

/** The numbers of findings as the lists of agencies have them; a file of several agencies says whose they are. */
const labelsOf = (report: Report, options: ReportOptions): ((file: CheckedRecord) => Labels) => {
  const byFile = new Map<string, Map<string, FindingLabel>>()
  for (const { name, findings } of findingsByAgency(report, options).agencies) {
    for (const [i, { file, finding }] of findings.entries()) {
      const labels = byFile.get(file.path) ?? new Map<string, FindingLabel>()
      byFile.set(file.path, labels)
      labels.set(finding.fingerprint, { number: i + 1, agency: name })
    }
  }
  return ({ path }) => {
    const labels = byFile.get(path)
    const isShared = new Set([...(labels?.values() ?? [])].map(({ agency }) => agency)).size > 1
    return ({ fingerprint }) => {
      const label = labels?.get(fingerprint)
      return label === undefined || isShared ? label : { number: label.number }
    }
  }
}

/** How many folders all paths begin with: those say nothing in the folder of the copies. */
const sharedFolders = (paths: readonly string[]): number => {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1))
  const differing = first.findIndex((folder, i) => others.some((other) => other[i] !== folder))
  return differing < 0 ? first.length : differing
}

/** A name and its ending, with the dot. */
const partsOf = (name: string): readonly [string, string] => {
  const dot = /(?<=.)\.[A-Za-z0-9]{1,8}$/.exec(name)?.index ?? name.length
  return [name.slice(0, dot), name.slice(dot)]
}

const textOf = (copies: readonly string[], others: readonly string[], language: Language): string =>
  [
    say(WORDS.copies, language),
    ...(copies.length === 0 ? [say(WORDS.none, language)] : copies),
    '',
    say(WORDS.others, language),
    ...(others.length === 0 ? [say(WORDS.none, language)] : others),
    '',
  ].join('\r\n')

/** With a byte-order mark, by which Windows knows it. */
const encode = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${text}`)
