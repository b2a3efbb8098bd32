import type { BaselineEntry } from '../baseline/baseline.ts'
import type { Language } from '../model/finding.ts'
import { cellsOf } from '../read/grid.ts'
import { explanationIn, type ListAnswer, readAnswers, withAnswers } from '../recheck/answers.ts'
import type { Recheck } from '../recheck/recheck.ts'
import type { Core } from '../records/core.ts'
import { unopened } from '../records/file-messages.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { namesIn, openBaseline, saveBaseline } from './baseline-file.ts'
import { describe, readNamed } from './named-files.ts'
import { type FileOptions, readOptionsOf, Trial } from './read-files.ts'
import { tell } from './terminal.ts'
import { faultAt } from './usage-error.ts'
import type { Io } from './world.ts'

/**
 * What agencies wrote into the lists at some paths: files, or folders of them.
 *
 * @throws UsageError where one can't be read, or no list is there
 */
export const readLists = async (
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
): Promise<readonly ListAnswer[]> => {
  const answers: ListAnswer[] = []
  const trial = new Trial({ ...options, ...readOptionsOf(options) }, io)
  for (const path of paths) {
    const own: (readonly ListAnswer[] | undefined)[] = []
    for (const file of filesAt(path, io)) own.push(await readList(file, trial, io, core))
    const lists = own.filter((list) => list !== undefined)
    if (lists.length === 0) {
      throw faultAt(nameOf(path), {
        zh: '不是整改清单：没有“问题”和“整改情况”两列',
        en: 'is not a list of corrections: the columns 问题 and 整改情况 are missing',
      })
    }
    answers.push(...lists.flat())
  }
  await trial.close()
  return answers
}

const nameOf = (path: string): string => `--answers ${path}`

const filesAt = (path: string, io: Io): readonly string[] => {
  try {
    if (io.files.inspect(path).kind !== 'folder') return [path]
    // Lock files of open documents are none.
    const names = io.files
      .list(path)
      .filter((name) => /\.(?:xlsx|xls|et|ods|csv)$/i.test(name) && !name.startsWith('~$'))
    return names.map((name) => `${path.replace(/\/$/, '')}/${name}`)
  } catch (error) {
    throw faultAt(nameOf(path), describe(error))
  }
}

const readList = async (
  path: string,
  trial: Trial,
  io: Io,
  core: Core,
): Promise<readonly ListAnswer[] | undefined> => {
  const bytes = readNamed(nameOf(path), path, DEFAULT_LIMITS.maxFileSize, io)
  const failed = await trial.faultOf({ path, isSearched: false }, { bytes })
  if (failed !== undefined) {
    await trial.close()
    throw faultAt(nameOf(path), failed.error)
  }
  const rows: string[][] = []
  for (const opened of await core.open(bytes, { isUtf8: io.isUtf8 })) {
    if (opened.kind !== 'document') throw faultAt(nameOf(path), unopened(opened))
    rows.push(...opened.document.grid.blocks.map((block) => cellsOf(block).map(({ text }) => text.text)))
  }
  return readAnswers(rows)
}

interface AnswerTerms {
  readonly lists: readonly ListAnswer[]
  /** Where explanations are taken up as accepted; undefined leaves them as they are. */
  readonly baseline: string | undefined
  readonly language: Language
}

/**
 * Puts answers beside the findings; those that belong to none are told on stderr. Explanations of what is still there go
 * into the baseline as its reasons, where one is named.
 */
export const applyAnswers = (
  result: Recheck,
  { lists, baseline, language }: AnswerTerms,
  io: Io,
): Recheck => {
  const { recheck, unmatched } = withAnswers(result, lists)
  for (const { agency, problem, answer } of unmatched.slice(0, MOST_TOLD)) {
    const row = [agency, problem.split('\n')[0], answer].join(' | ')
    tell(io, language === 'zh' ? `清单中对不上的一行：${row}` : `a row of a list about no finding: ${row}`)
  }
  const more = unmatched.length - MOST_TOLD
  if (more > 0) tell(io, language === 'zh' ? `……另有 ${more} 行` : `… and ${more} more`)
  return baseline === undefined ? recheck : accept(recheck, baseline, language, io)
}

/** More rows are only counted. */
const MOST_TOLD = 5

const accept = (result: Recheck, path: string, language: Language, io: Io): Recheck => {
  const nameOf = namesIn(path, io)
  const entries: BaselineEntry[] = [...(openBaseline(path, io)?.entries ?? [])]
  const before = entries.length
  const findings = result.findings.map((row) => {
    const reason = row.answer === undefined || row.answer.isAccepted ? '' : explanationIn(row.answer.text)
    if (row.new === undefined || reason === '') return row
    for (const { path: file, finding } of [row.new, ...row.parts]) {
      entries.push({
        path: nameOf(file),
        rule: finding.rule,
        fingerprint: finding.fingerprint,
        message: finding.message[language],
        reason,
      })
    }
    return { ...row, answer: { text: reason, isAccepted: true } }
  })
  if (entries.length > before) saveBaseline(path, entries, io)
  const count = entries.length - before
  tell(
    io,
    language === 'zh'
      ? `${path}：按情况说明记入 ${count} 条`
      : `${path}: ${count} taken up with their explanations`,
  )
  return { ...result, findings }
}
