import type { Message, Severity } from '../model/finding.ts'
import { REPORT_FORMATS } from '../report/index.ts'
import type { TableName } from '../report/long/tables.ts'
import type { Encoding } from '../source/source.ts'
import type { FileOptions } from './read-files.ts'
import { UsageError, unknownWord } from './usage-error.ts'
import type { Io } from './world.ts'

/**
 * Words that stand on the command line, and readers of option values: each gives the value or throws a `UsageError` that
 * names the flag.
 */

export const COMMANDS = [
  'check',
  'show',
  'diff',
  'recheck',
  'report',
  'merge',
  'rules',
  'explain',
  'config',
  'init',
  'baseline',
  'lsp',
  'completion',
  'complete',
  'help',
] as const
export const LEVELS = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
export const FAIL_LEVELS = [...LEVELS, 'never'] as const
export const RULE_LEVELS = ['off', 'info', 'warning', 'error'] as const
export const SCHEMES = ['auto', 'old', 'new'] as const
export const CHECK_FORMATS = REPORT_FORMATS
export const MERGE_FORMATS = ['json', 'jsonl'] as const
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
export const DIFF_FORMATS = ['pretty', 'json'] as const
export const RECHECK_FORMATS = ['pretty', 'json', 'csv', 'markdown', 'html', 'xlsx'] as const
export type RecheckFormat = (typeof RECHECK_FORMATS)[number]
export const RULE_FORMATS = ['table', 'json'] as const
export const EXPLAIN_FORMATS = ['text', 'markdown'] as const
export const LANGUAGES = ['zh', 'en'] as const
export const AMBIGUOUS_WIDTHS = ['1', '2'] as const

/** Formats of long tables: one row for each indicator, project, goal, amount or finding. */
export const LONG_FORMATS = ['csv', 'markdown', 'jsonl', 'xlsx', 'parquet'] as const
export type LongFormat = (typeof LONG_FORMATS)[number]
export const SHOW_FORMATS = ['table', 'tree', 'json', ...LONG_FORMATS, 'datapackage'] as const
export const DATA_FORMATS = ['parquet', 'csv'] as const
export const LONG_TABLES = [
  'indicators',
  'projects',
  'goals',
  'money',
  'agencies',
  'filings',
  'files',
  'findings',
] as const satisfies readonly TableName[]

/** The stages on the way from a file to its tree, in order. */
export const STAGES = ['source', 'grid', 'draft'] as const
export type Stage = (typeof STAGES)[number]

/** One of a few words; a near miss is answered with the word that was probably meant. */
export const readChoice =
  <Choice extends string>(flag: string, choices: readonly Choice[]) =>
  (value: string): Choice => {
    const choice = choices.find((candidate) => candidate === value)
    if (choice !== undefined) return choice
    throw unknownWord(flag, value, choices)
  }

export const readCount =
  (flag: string, least = 0) =>
  (value: string): number => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value)
    throw new UsageError({
      zh: `${flag} 需要一个不小于 ${least} 的整数，得到的是“${value}”`,
      en: `${flag} needs a whole number of at least ${least}, got '${value}'`,
    })
  }

/** A word that may come several times. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

const BYTE_UNITS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 }

/** `20M`, `512K`, `1000`: bytes, with K, M, G as powers of 1024. */
export const readBytes =
  (flag: string) =>
  (value: string): number => {
    const parts = /^(\d{1,9})([KMG]?)(?:i?B)?$/i.exec(value)
    const scale = BYTE_UNITS[parts?.[2]?.toUpperCase() ?? '']
    if (parts !== null && scale !== undefined && Number(parts[1]) > 0) return Number(parts[1]) * scale
    throw new UsageError({
      zh: `${flag} 需要一个大小，例如 20M 或 512K，得到的是“${value}”`,
      en: `${flag} needs a size such as 20M or 512K, got '${value}'`,
    })
  }

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
}

/** Encodings by name; GBK and GB2312 are parts of GB18030. */
export const readEncoding = (value: string): Encoding => {
  const name = value.toLowerCase()
  const encoding = Object.hasOwn(ENCODINGS, name) ? ENCODINGS[name] : undefined
  if (encoding !== undefined) return encoding
  throw unknownWord('--encoding', value, Object.keys(ENCODINGS))
}

/** Standard input can be one thing only, and a name for it is a mistake where it isn't read. */
export const requireInput = (
  paths: readonly string[],
  { stdinFilename, filesFrom }: { readonly stdinFilename?: string; readonly filesFrom?: string },
): void => {
  if (stdinFilename !== undefined && !paths.includes('-')) {
    throw new UsageError({
      zh: '--stdin-filename 只在路径中有 -（标准输入）时有意义',
      en: '--stdin-filename only applies when - (standard input) is one of the paths',
    })
  }
  if (filesFrom === '-' && paths.includes('-')) {
    throw new UsageError({
      zh: '标准输入（-）不能既是文件又是路径清单（--files-from -）',
      en: "standard input (-) can't be both a file and the list of paths (--files-from -)",
    })
  }
}

/**
 * The two paths of a command that compares; `needed` says what it takes.
 *
 * @throws UsageError where there are not two, or flags name files in another way
 */
export const requireSides = (
  command: string,
  [old, now, ...others]: readonly string[],
  { filesFrom, shard, stdinFilename }: FileOptions,
  needed: Message,
): readonly [old: string, now: string] => {
  if (filesFrom !== undefined || shard !== undefined || stdinFilename !== undefined) {
    throw new UsageError({
      zh: `pbo ${command} 不能使用 --files-from、--shard 和 --stdin-filename`,
      en: `pbo ${command} does not accept --files-from, --shard or --stdin-filename`,
    })
  }
  if (old !== undefined && now !== undefined && others.length === 0 && old !== '-' && now !== '-') {
    return [old, now]
  }
  throw new UsageError(needed)
}

/** One of `count` parts of all files; `index` counts from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** `--shard 2/5`. */
export const readShard = (text: string): Shard => {
  const [, first, second] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []
  const [index, count] = [Number(first), Number(second)]
  if (index >= 1 && index <= count) return { index, count }
  throw new UsageError({
    zh: `--shard 的写法是 I/N，例如 2/5 表示五份中的第二份，得到的是“${text}”`,
    en: `--shard takes I/N, for example 2/5 for the second of five parts; got '${text}'`,
  })
}

/**
 * Whether a file belongs to a shard, by its path alone: every machine comes to the same, whatever other
 * files there are.
 */
export const inShard = (path: string, shard: Shard | undefined, hash: Io['hash']): boolean => {
  if (shard === undefined) return true
  const digest = hash(path.replace(/^(?:\.\/+)+/, ''))
  return Number.parseInt(digest.slice(0, 12), 16) % shard.count === shard.index - 1
}
