import { isOfOneFile } from '../corpus/corpus-rule.ts'
import { type Message, RULE_CRASH, type Severity } from '../model/finding.ts'
import { isLeft, type Recheck, recheck, severityOf } from '../recheck/recheck.ts'
import { failedIn, type Round } from '../recheck/round.ts'
import type { Core } from '../records/core.ts'
import { isSavedReport } from '../records/filing-names.ts'
import { createRanOn } from '../records/ran-rules.ts'
import { withSpool } from '../records/spool.ts'
import { isAtLeast } from '../report/verdict.ts'
import { applyAnswers, readLists } from './answers.ts'
import { BASELINE_NAME } from './baseline-file.ts'
import { applyBaseline, type BaselineFlags, findBaseline } from './baseline-step.ts'
import { checkPlanOf, runChecks } from './check-inputs.ts'
import type { ConfigFlags } from './config-file.ts'
import { type Given, settleTerms, type Terms } from './config-terms.ts'
import { type ExitCode, exitCodeOfSignal, type Thresholds } from './exit-code.ts'
import { gatherInputs } from './gather-inputs.ts'
import { type RecheckFormat, requireSides } from './options.ts'
import { type OutputTo, planOutputs } from './outputs.ts'
import { complain, type FileOptions } from './read-files.ts'
import { readSavedRound, roundOf } from './recheck-rounds.ts'
import { type RuleFlags, readSettings } from './rule-settings.ts'
import { readShowOptions } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'
import { writeRecheck } from './write-report.ts'

export interface RecheckOptions
  extends FileOptions,
    RuleFlags,
    ConfigFlags,
    BaselineFlags,
    Pick<Thresholds, 'failOn'> {
  readonly format: RecheckFormat
  readonly output?: readonly OutputTo<RecheckFormat>[]
  readonly level: Severity
  readonly previous?: readonly string[]
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
export const runRecheck = async (
  asked: Omit<Given<RecheckOptions>, 'settings'>,
  io: Io,
  core: Core,
): Promise<ExitCode> => {
  const [oldPath, newPath] = requireSides('recheck', asked.paths, asked.flags, SIDES)
  // What a config says of the outputs is meant for those of a check.
  const isGiven = (flag: string): boolean => flag === 'format' || flag === 'output' || asked.isGiven(flag)
  const settings = readSettings(asked.flags, core.rules)
  const terms = await settleTerms<RecheckOptions>({ ...asked, isGiven, settings }, io, core)
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

const readRound = async (
  path: string,
  { flags, language, settingsFor, isIgnored, prepare }: Terms<RecheckOptions>,
  io: Io,
  core: Core,
): Promise<Round> => {
  if (isSavedReport(path)) return readSavedRound(path, io)
  const inputs = await gatherInputs([path], flags, io, { isIgnored, prepare })
  const { previous = [], corpus = true } = flags
  const plan = checkPlanOf(flags, {
    settingsFor,
    cache: undefined,
    jobs: undefined,
    isCompared: corpus,
    language,
  })
  return withSpool(io, async (spool) => {
    const store = await runChecks({ inputs, options: flags, previous, plan }, spool, io, core)
    const telling = { io, language, format: flags.format }
    const ranAlone = createRanOn(settingsFor, core.rules, isOfOneFile)
    await applyBaseline(store, findBaseline(flags, io), ranAlone, telling)
    const { files } = store.results(flags.allowEmpty === true)
    return roundOf(files, createRanOn(settingsFor, core.rules), previous.length > 0)
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
