import { type CorpusFindings, checkCorpus, withCorpusFindings } from '../corpus/check-corpus.ts'
import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { extractFiling, type FilingExtract } from '../corpus/extract.ts'
import type { CheckedFile, FailedFile, SkippedFile } from '../report/report.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../settings.ts'
import type { Core } from './core.ts'
import type { ExtractShelf } from './extract-shelf.ts'
import { type FileOptions, parseInputs, sortFiles } from './file-loop.ts'
import { gatherInputs } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import type { Io } from './world.ts'

/** A checked file with what is kept of it to hold it against others; undefined where nothing is. */
export interface ExtractedFile extends CheckedFile {
  readonly extract: FilingExtract | undefined
}

/** What is kept of a file; undefined for one that was never to be compared. */
export const extractIn = (file: object): FilingExtract | undefined =>
  'extract' in file ? (file as ExtractedFile).extract : undefined

/** A file that was just checked, with its extract; nothing of its tree is needed later on. */
export const withExtract = (
  file: CheckedFile,
  { rules }: Pick<Core, 'rules'>,
): CheckedFile | ExtractedFile =>
  corpusRulesAmong(rules).length === 0 ? file : { ...file, extract: extractFiling(file) }

/** What `--previous` gave. */
export interface PreviousFilings {
  readonly previous: readonly FilingExtract[]
  /** What could not be read. */
  readonly failed: readonly FailedFile[]
}

/** Reads the filings of `--previous`. */
export const readPrevious = async (
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
  shelf: ExtractShelf,
): Promise<PreviousFilings> => {
  if (paths.length === 0) return { previous: [], failed: [] }
  const { filesFrom: _, shard: __, stdinFilename: ___, ...shared } = options
  const { found, failed } = await gatherInputs(paths, shared, io)
  const { files } = sortFiles([...failed, ...(await readExtracts(found, shared, io, core, shelf))], shared)
  return {
    previous: files.flatMap((file) => (file.kind === 'extracted' ? [file.extract] : [])),
    failed: files.flatMap((file) => (file.kind === 'failed' ? [file] : [])),
  }
}

/**
 * Reads the filings of other shards, only to compare with: what is found by holding filings against each
 * other must not depend on how they were divided.
 */
export const readOthers = async (
  others: readonly FoundInput[],
  options: FileOptions,
  io: Io,
  core: Core,
  shelf: ExtractShelf,
): Promise<readonly FilingExtract[]> =>
  (await readExtracts(others, options, io, core, shelf)).flatMap((file) =>
    file.kind === 'extracted' ? [file.extract] : [],
  )

/** A filing of which nothing is needed but its extract. */
interface OnlyExtract {
  readonly kind: 'extracted'
  readonly path: string
  readonly extract: FilingExtract
}

/** Reads filings and keeps only their extracts: a tree is a hundred times as large. */
const readExtracts = async (
  inputs: readonly FoundInput[],
  options: FileOptions,
  io: Io,
  core: Core,
  shelf: ExtractShelf,
): Promise<readonly (OnlyExtract | FailedFile | SkippedFile)[]> => {
  const results: (OnlyExtract | FailedFile | SkippedFile)[] = []
  for await (const file of parseInputs(inputs, options, io, core)) {
    const { kind, path } = file
    results.push(
      kind === 'parsed' ? { kind: 'extracted', path, extract: shelf.take(extractFiling(file)) } : file,
    )
  }
  return results
}

/** What files are compared with, beside each other. */
export interface Company {
  /** Filings of other shards, which report for themselves. */
  readonly others: readonly FilingExtract[]
  /** Filings of earlier years. */
  readonly previous: readonly FilingExtract[]
}

/**
 * Files with what is found by holding them against each other and against their company.
 *
 * @param addTo Adds to a file what was found.
 */
export const compareFilings = async <File extends { readonly kind: string }>(
  files: readonly (File | CheckedFile)[],
  { others, previous }: Company,
  settingsFor: (path: string) => Settings,
  rules: readonly Rule[],
  addTo: (file: CheckedFile, found: CorpusFindings) => Promise<File | CheckedFile> = async (file, found) =>
    withCorpusFindings(file, found),
): Promise<readonly (File | CheckedFile)[]> => {
  const filings = [...files.flatMap((file) => extractIn(file) ?? []), ...others]
  if (filings.length + previous.length < 2) return files
  const found = checkCorpus({ filings, previous }, settingsFor, corpusRulesAmong(rules))
  const compared: (File | CheckedFile)[] = []
  for (const file of files) {
    compared.push(isChecked(file) && found.has(file.path) ? await addTo(file, found) : file)
  }
  return compared
}

const isChecked = (file: { readonly kind: string }): file is CheckedFile => file.kind === 'checked'

const corpusRulesAmong = (rules: readonly Rule[]): readonly CorpusRule[] => rules.filter(isCorpusRule)

export const isCorpusRule = (rule: Rule): rule is CorpusRule => 'checkCorpus' in rule
