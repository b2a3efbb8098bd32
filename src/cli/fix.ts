import type { Matching } from '../baseline/suppress.ts'
import type { Language, Message } from '../model/finding.ts'
import type { FailedRecord } from '../model/record.ts'
import type { Core } from '../records/core.ts'
import { type FixedContent, fixContent } from '../records/fix-content.ts'
import { printable } from '../report/printable.ts'
import { type BaselineFile, suppressorOf } from './baseline.ts'
import type { CheckPlan } from './check-inputs.ts'
import { type ExitCode, exitCodeOfSignal } from './exit-code.ts'
import type { GatheredInputs } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import { isAbsolute } from './paths.ts'
import { CHANGED, complain, Trial } from './read-files.ts'
import { tell } from './terminal.ts'
import { faultAt } from './usage-error.ts'
import type { Io } from './world.ts'

/** `--fix`, `--fix-dry-run`. */
export interface FixFlags {
  readonly fix?: boolean
  readonly fixDryRun?: boolean
}

/** What is mended before it is checked. */
export interface FixOrder {
  readonly inputs: Pick<GatheredInputs, 'found' | 'failed'>
  readonly plan: CheckPlan
  /** What it knows stays as it is. */
  readonly baseline: BaselineFile | undefined
  readonly ranOn: Matching['ranOn']
}

/**
 * Mends text, CSV and Markdown files where that needs no judgement; files of other formats, in archives
 * and from standard input stay as they are. With `--fix-dry-run`, only prints what that would change as a diff.
 *
 * @returns The exit code of a run that only prints; undefined where the check is still to come.
 * @throws UsageError where a file changed meanwhile
 */
export const fixInputs = async (
  order: FixOrder,
  { fixDryRun }: FixFlags,
  io: Io,
  core: Core,
): Promise<ExitCode | undefined> => {
  const isDry = fixDryRun === true
  const { inputs, plan, baseline, ranOn } = order
  const suppressor = baseline && (await suppressorOf(baseline, ranOn, io))
  const known: Known = (record) => suppressor?.suppress(record) ?? record
  const trial = new Trial({ ...plan.terms, ...plan.limits, maxFileSize: plan.maxFileSize }, io)
  const rules: string[] = []
  const failed: FailedRecord[] = [...inputs.failed]
  let files = 0
  for (const input of inputs.found) {
    await io.turn()
    if (io.interruption() !== undefined) break
    const fixed = await fixedOf(input, plan, trial, known, io, core)
    if (fixed !== undefined && 'kind' in fixed) failed.push(fixed)
    if (fixed === undefined || 'kind' in fixed || (input.kind === 'stdin' && !isDry)) continue
    if (isDry) io.stdout.write(unifiedDiff(input.path, fixed))
    else writeFixed(input.path, fixed, io)
    rules.push(...fixed.rules)
    files += 1
  }
  await trial.close()
  sum(rules, files, isDry, plan.language, io)
  const signal = io.interruption()
  if (signal !== undefined) return exitCodeOfSignal(signal)
  // A check tells of them itself.
  if (!isDry) return undefined
  complain(failed, io, plan.language, false)
  return failed.length > 0 ? 2 : codeOf(rules)
}

const codeOf = (rules: readonly string[]): ExitCode => (rules.length > 0 ? 1 : 0)

type Known = NonNullable<Parameters<typeof fixContent>[3]>

const fixedOf = async (
  input: FoundInput,
  { terms, settingsFor }: CheckPlan,
  trial: Trial,
  known: Known,
  io: Io,
  core: Core,
): Promise<FixedContent | FailedRecord | undefined> => {
  const content = await trial.read(input)
  if ('kind' in content) return content
  if (isNoText(content.bytes)) return undefined
  const { path, isSearched } = input
  const order = { path, isSearched, content, settings: settingsFor(path), isCompared: false }
  return fixContent(order, terms, { core, isUtf8: io.isUtf8, hash: io.hash }, known)
}

/** Archives, Office files and PDF: what begins like them is not read for nothing. */
const isNoText = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) ||
  (first === 0x25 && second === 0x50) ||
  (first === 0xd0 && second === 0xcf)

/** A link stays one, and what changed since it was read is not lost. */
const writeFixed = (path: string, { original: before, bytes: after }: FixedContent, io: Io): void => {
  const now = io.files.read(path, before.length)
  if (now?.length !== before.length || now.some((byte, i) => byte !== before[i])) {
    throw faultAt(path, CHANGED)
  }
  io.files.write(io.files.inspect(path).realPath, after)
}

const sum = (rules: readonly string[], files: number, isDry: boolean, language: Language, io: Io): void => {
  const kinds = [...new Set(rules)].sort()
  const list = kinds.map((kind) => `${kind} ${rules.filter((rule) => rule === kind).length}`).join(', ')
  const said: Message =
    rules.length === 0
      ? { zh: '没有可以自动改正的问题', en: 'nothing to fix automatically' }
      : {
          zh: `${isDry ? '可改正' : '已改正'} ${rules.length} 个问题，涉及 ${files} 个文件：${list}`,
          en: `${isDry ? 'would fix' : 'fixed'} ${rules.length} ${rules.length === 1 ? 'finding' : 'findings'} in ${files} ${files === 1 ? 'file' : 'files'}: ${list}`,
        }
  tell(io, said[language])
}

/** Lines around a change that a diff shows. */
const CONTEXT = 3

/** The change of a file as a unified diff. Fixes change no line ends, so that lines stand where they stood. */
const unifiedDiff = (path: string, { before, after }: FixedContent): string => {
  const [old, now] = [linesOf(before), linesOf(after)]
  const changed = old.flatMap((line, i) => (line === now[i] ? [] : [i]))
  const hunks: { from: number; to: number }[] = []
  for (const at of changed) {
    const last = hunks.at(-1)
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(old.length, at + CONTEXT + 1)]
    if (last !== undefined && from <= last.to) last.to = to
    else hunks.push({ from, to })
  }
  const name = printable(path)
  const head = isAbsolute(name) ? `--- ${name}\n+++ ${name}\n` : `--- a/${name}\n+++ b/${name}\n`
  const body = hunks.map(({ from, to }) => {
    const range = `${from + 1},${to - from}`
    return [`@@ -${range} +${range} @@\n`, ...diffLines(old.slice(from, to), now.slice(from, to))]
  })
  return [head, ...body.flat()].join('')
}

/** Lines that changed in a row: first as they were, then as they are. */
const diffLines = (old: readonly string[], now: readonly string[]): readonly string[] => {
  const lines: string[] = []
  let added: string[] = []
  for (const [i, line] of old.entries()) {
    if (line === now[i]) {
      lines.push(...added, diffLine(' ', line))
      added = []
    } else {
      lines.push(diffLine('-', line))
      added.push(diffLine('+', now[i]))
    }
  }
  return [...lines, ...added]
}

/** With their ends, as diffs have them. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/)

const diffLine = (sign: string, line = ''): string => {
  const text = line.replace(/\r?\n$/, '')
  const end = line.slice(text.length)
  return `${sign}${text.split('\t').map(printable).join('\t')}${end === '' ? '\n\\ No newline at end of file\n' : end}`
}
