import { type BaselineEntry, UNREADABLE } from '../baseline/baseline.ts'
import { isDay } from '../baseline/read-baseline.ts'
import type { Matching } from '../baseline/suppress.ts'
import type { BaselineChange, EntryTerms } from '../baseline/update-baseline.ts'
import { isOfOneFile } from '../corpus/corpus-rule.ts'
import type { Language, Severity } from '../model/finding.ts'
import type { FileRecord } from '../model/record.ts'
import type { Core } from '../records/core.ts'
import { createRanOn } from '../records/ran-rules.ts'
import { withSpool } from '../records/spool.ts'
import { printable } from '../report/printable.ts'
import {
  BASELINE_NAME,
  type BaselineFlags,
  matchingOf,
  namesIn,
  openBaseline,
  requireBaseline,
  saveBaseline,
} from './baseline.ts'
import { type CheckedOptions, checkByTerms } from './check-inputs.ts'
import type { ConfigFlags } from './config-file.ts'
import { type ExitCode, exitCodeOfSignal } from './exit-code.ts'
import { codeOf } from './named-files.ts'
import { folderOf, joined } from './paths.ts'
import { complain } from './read-files.ts'
import { type Asked, type RuleFlags, readSettings, settleTerms } from './terms.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export type BaselineAction = 'update' | 'add' | 'prune' | 'show'

export interface BaselineOptions extends CheckedOptions, RuleFlags, ConfigFlags, BaselineFlags {
  /** The lowest severity that is taken up. */
  readonly level: Severity
  readonly reason?: string
  readonly expires?: string
  /** The same as `expires`. */
  readonly until?: string
}

/**
 * `pbo baseline`: `update` takes up what is found now and drops what is no more, `add` takes up single findings,
 * `prune` only drops, `show` lists the entries.
 *
 * @throws UsageError if there is no baseline to prune or to show, or it can't be read or written
 */
export const runBaseline = async (
  action: BaselineAction,
  asked: Asked<BaselineOptions>,
  io: Io,
  core: Core,
): Promise<ExitCode> => {
  const { paths: words, flags: given } = asked
  const day = given.until ?? given.expires
  const expires = day === undefined ? undefined : readDay(day)
  const settings = readSettings(given, core.rules)
  const fingerprints = action === 'add' ? words.filter(isFingerprint) : []
  const paths = words.filter((word) => !fingerprints.includes(word))
  if (action === 'add' && fingerprints.length === 0) throw noFingerprint()
  const terms = await settleTerms<BaselineOptions>({ ...asked, paths }, settings, io, core)
  const { flags, language } = terms
  const path = flags.baseline === undefined || flags.baseline === false ? BASELINE_NAME : flags.baseline
  if (action === 'show') {
    const { entries } = requireBaseline(path, io)
    io.stdout.write(renderEntries(within(entries, paths, path, io), io.today(), language))
    return 0
  }
  const entries = (action === 'prune' ? requireBaseline(path, io) : openBaseline(path, io))?.entries ?? []
  const ranOn = createRanOn(terms.settingsFor, core.rules, isOfOneFile)
  return withSpool(io, async (spool) => {
    const store = await checkByTerms(paths, terms, true, spool, io, core)
    const { files } = store.results(flags.allowEmpty === true || flags.shard !== undefined)
    const matching = matchingOf(path, ranOn, io)
    const standing = standingBeside(path, io)
    // What isn't there is no file that can't be read. Below a file stands what it holds as an archive.
    const isReal = (file: string): boolean => ['file', 'ENOTDIR'].includes(standing(file) ?? '')
    const known = fingerprints.includes(UNREADABLE)
      ? store.failed.filter((failed) => failed.isFault !== true && isReal(matching.nameOf(failed.path)))
      : []
    const left = store.failed.filter((failed) => !known.includes(failed))
    complain(left, io, language, false)
    const signal = io.interruption()
    if (signal !== undefined) return exitCodeOfSignal(signal)
    const meant = [...files].filter((file) => file.kind === 'checked' || known.includes(file))
    const change = await changeOf(action, meant, entries, matching, {
      terms: { level: flags.level, language, reason: flags.reason ?? '', expires },
      fingerprints,
      isGone: (file) => standing(file) === 'ENOENT',
    })
    saveBaseline(path, change.entries, io)
    const [added, removed, total] = [change.added.length, change.removed.length, change.entries.length]
    io.stdout.write(
      language === 'zh'
        ? `${printable(path)}：新增 ${added} 条，清除 ${removed} 条，共 ${total} 条\n`
        : `${printable(path)}: ${added} added, ${removed} removed, ${total} in all\n`,
    )
    return left.length > 0 ? 2 : 0
  })
}

/** What becomes of the entries. */
const changeOf = async (
  action: Exclude<BaselineAction, 'show'>,
  files: readonly FileRecord[],
  entries: readonly BaselineEntry[],
  matching: Matching,
  {
    terms,
    fingerprints,
    isGone,
  }: {
    readonly terms: EntryTerms
    readonly fingerprints: readonly string[]
    readonly isGone: (file: string) => boolean
  },
): Promise<BaselineChange> => {
  const { addToBaseline, updateBaseline, pruneBaseline } = await import('../baseline/update-baseline.ts')
  if (action === 'update') return updateBaseline(files, entries, matching, terms)
  if (action === 'prune') return pruneBaseline(files, entries, matching, isGone)
  const change = addToBaseline(files, entries, matching, terms, fingerprints)
  if (change.missing.length > 0) throw notFound(change.missing)
  return change
}

/** As reports print them; a word stands for that of a file that can't be read. */
const isFingerprint = (word: string): boolean => word === UNREADABLE || /^[0-9a-f]{16}(?::\d+)?$/.test(word)

const noFingerprint = (): UsageError =>
  new UsageError({
    zh: 'baseline add 需要指纹（16 位十六进制，见 --format json、csv 或 sarif），后面是文件',
    en: 'baseline add needs fingerprints (16 hexadecimal digits, as in --format json, csv or sarif) followed by files',
  })

const notFound = (fingerprints: readonly string[]): UsageError =>
  new UsageError({
    zh: `所给文件中没有指纹为 ${fingerprints.join('、')} 的问题`,
    en: `no finding in these files has the fingerprint ${fingerprints.join(', ')}`,
  })

/** What stands where the baseline at `path` says that a file is, or the code of the error where nothing does. */
const standingBeside = (path: string, io: Io): ((file: string) => string | undefined) => {
  const folder = folderOf(io.files.resolve(path))
  return (file) => {
    try {
      return io.files.inspect(joined(folder, file)).kind
    } catch (error) {
      return codeOf(error)
    }
  }
}

/** The entries of files at or below `paths`; all where none are given. */
const within = (
  entries: readonly BaselineEntry[],
  paths: readonly string[],
  path: string,
  io: Io,
): readonly BaselineEntry[] => {
  const names = paths.map(namesIn(path, io))
  const isMeant = (entry: BaselineEntry): boolean =>
    names.some((name) => name === '.' || entry.path === name || entry.path.startsWith(`${name}/`))
  return names.length === 0 ? entries : entries.filter(isMeant)
}

const renderEntries = (entries: readonly BaselineEntry[], today: string, language: Language): string => {
  const isZh = language === 'zh'
  const lines = entries.map(({ path, rule, fingerprint, message, reason, expires }) => {
    const isPast = expires !== undefined && expires < today
    const day = isZh
      ? `  ${isPast ? '已于' : '至'} ${expires}${isPast ? ' 到期' : ''}`
      : `  ${isPast ? 'expired on' : 'until'} ${expires}`
    const why = reason === '' ? '' : `  ${isZh ? '理由：' : 'reason: '}${reason}`
    return printable(`${path}: ${rule} ${fingerprint} ${message}${why}${expires === undefined ? '' : day}`)
  })
  return [...lines, isZh ? `共 ${entries.length} 条` : `${entries.length} in all`]
    .map((line) => `${line}\n`)
    .join('')
}

/** `--expires 2026-12-31`. */
const readDay = (text: string): string => {
  if (isDay(text)) return text
  throw new UsageError({
    zh: `--expires 需要一个日期，例如 2026-12-31，得到的是“${text}”`,
    en: `--expires needs a date such as 2026-12-31, got '${text}'`,
  })
}
