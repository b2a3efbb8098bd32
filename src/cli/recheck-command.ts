import type { BaselineEntry } from '../baseline/baseline.ts'
import { isOfOneFile } from '../corpus/corpus-rule.ts'
import { type Language, type Message, RULE_CRASH, type Severity } from '../model/finding.ts'
import { cellsOf } from '../read/grid.ts'
import { explanationIn, type ListAnswer, readAnswers, withAnswers } from '../recheck/answers.ts'
import { isLeft, type Recheck, recheck, severityOf } from '../recheck/recheck.ts'
import { failedIn, type Round } from '../recheck/round.ts'
import type { Core } from '../records/core.ts'
import { unopened } from '../records/file-messages.ts'
import { isSavedReport } from '../records/filing-names.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { createRanOn } from '../records/ran-rules.ts'
import { withSpool } from '../records/spool.ts'
import { isAtLeast } from '../report/verdict.ts'
import {
  applyBaseline,
  BASELINE_NAME,
  type BaselineFlags,
  findBaseline,
  namesIn,
  openBaseline,
  saveBaseline,
} from './baseline.ts'
import { type CheckedOptions, checkByTerms } from './check-inputs.ts'
import type { ConfigFlags } from './config-file.ts'
import { type ExitCode, exitCodeOfSignal, type Thresholds } from './exit-code.ts'
import { describe, readNamed } from './named-files.ts'
import { type RecheckFormat, requireSides } from './options.ts'
import { type OutputTo, planOutputs } from './outputs.ts'
import { complain, type FileOptions, Trial } from './read-files.ts'
import { readSavedRound, roundOf } from './saved-reports.ts'
import { readShowOptions, tell } from './terminal.ts'
import { type Asked, type RuleFlags, readSettings, settleTerms, type Terms } from './terms.ts'
import { faultAt, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'
import { writeRecheck } from './write-report.ts'

export interface RecheckOptions
  extends CheckedOptions,
    RuleFlags,
    ConfigFlags,
    BaselineFlags,
    Pick<Thresholds, 'failOn'> {
  readonly format: RecheckFormat
  readonly output?: readonly OutputTo<RecheckFormat>[]
  readonly level: Severity
  readonly corpus?: boolean
  /** Lists that came back, or folders of them. */
  readonly answers?: readonly string[]
  /** Whether explanations go into the baseline. */
  readonly acceptAnswers?: boolean
}

/**
 * `pbo recheck OLD NEW`: what became of the findings of the old round. 0 where nothing at or above `--fail-on` is left;
 * 1 where something is, be it the same, new, or nothing that can be told; 2 where a file could not be read or a rule
 * failed: what could be compared is printed all the same.
 */
export const runRecheck = async (asked: Asked<RecheckOptions>, io: Io, core: Core): Promise<ExitCode> => {
  const [oldPath, newPath] = requireSides('recheck', asked.paths, asked.flags, SIDES)
  // What a config says of the outputs is meant for those of a check.
  const isGiven = (flag: string): boolean => flag === 'format' || flag === 'output' || asked.isGiven(flag)
  const settings = readSettings(asked.flags, core.rules)
  const terms = await settleTerms<RecheckOptions>({ ...asked, isGiven }, settings, io, core)
  const { flags, language } = terms
  planOutputs(flags, io)
  const accepts = flags.acceptAnswers === true
  if (accepts && (flags.answers === undefined || flags.baseline === false)) throw nothingToAccept()
  const lists = flags.answers && (await readLists(flags.answers, flags, io, core))
  const old = await readRound(oldPath, terms, io, core)
  const now = await readRound(newPath, terms, io, core)
  const signal = io.interruption()
  if (signal !== undefined) return exitCodeOfSignal(signal)
  complain([...failedIn(old), ...failedIn(now)], io, language, flags.format === 'pretty')
  const baseline = typeof flags.baseline === 'string' ? flags.baseline : BASELINE_NAME
  const result =
    lists === undefined
      ? recheck(old, now)
      : applyAnswers(recheck(old, now), { lists, baseline: accepts ? baseline : undefined, language }, io)
  const show = await readShowOptions(flags, io, language)
  const isWritten = await writeRecheck({ toolVersion: io.toolVersion(), recheck: result }, flags, show, io)
  return isWritten && isWhole(old) && isWhole(now) ? codeOf(result, flags.failOn) : 2
}

/** Whether each file was read and every rule ran to its end. */
const isWhole = ({ files }: Round): boolean =>
  files.every((file) => file.kind === 'checked' && file.findings.every(({ rule }) => rule !== RULE_CRASH))

const codeOf = ({ findings }: Recheck, failOn: RecheckOptions['failOn']): 0 | 1 =>
  failOn !== 'never' && findings.some((row) => isLeft(row) && isAtLeast(severityOf(row), failOn)) ? 1 : 0

const readRound = async (path: string, terms: Terms<RecheckOptions>, io: Io, core: Core): Promise<Round> => {
  if (isSavedReport(path)) return readSavedRound(path, io)
  const { flags, language, settingsFor } = terms
  return withSpool(io, async (spool) => {
    const store = await checkByTerms([path], terms, flags.corpus !== false, spool, io, core)
    const telling = { io, language, format: flags.format }
    const ranAlone = createRanOn(settingsFor, core.rules, isOfOneFile)
    await applyBaseline(store, findBaseline(flags, io), ranAlone, telling)
    const { files } = store.results(flags.allowEmpty === true)
    return roundOf(files, createRanOn(settingsFor, core.rules), (flags.previous ?? []).length > 0)
  })
}

const nothingToAccept = (): UsageError =>
  new UsageError({
    zh: '--accept-answers 把 --answers 清单中的情况说明记入基线，不能没有 --answers，也不能与 --no-baseline 同用',
    en: '--accept-answers adds the explanations in the --answers lists to the baseline, so it needs --answers and can’t be combined with --no-baseline',
  })

const SIDES: Message = {
  zh: 'pbo recheck 需要两个路径：上次的文件、文件夹或保存的报告（json、jsonl），和本次的',
  en: 'pbo recheck needs two paths: the old round, then the new one (each a file, a folder or a saved json or jsonl report)',
}

/**
 * What agencies wrote into the lists at some paths: files, or folders of them.
 *
 * @throws UsageError where one can't be read, or no list is there
 */
const readLists = async (
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
): Promise<readonly ListAnswer[]> => {
  const answers: ListAnswer[] = []
  const trial = new Trial(options, io)
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
const applyAnswers = (result: Recheck, { lists, baseline, language }: AnswerTerms, io: Io): Recheck => {
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
