import { type CorpusFindings, withCorpusFindings } from '../corpus/check-corpus.ts'
import type { CheckedFile, FailedFile } from '../report/report.ts'
import { checkContent } from './check-content.ts'
import type { CheckPlan } from './check-inputs.ts'
import type { Core } from './core.ts'
import { extractIn } from './corpus-step.ts'
import { type CheckResult, printResult } from './file-record.ts'
import type { FoundInput } from './inputs.ts'
import * as messages from './messages.ts'
import { createPrintFile } from './print-file.ts'
import { readContent } from './read-inputs.ts'
import type { Io } from './world.ts'

/**
 * Adds what was found by comparing filings to one that was printed before that was known: it is read, checked
 * and printed once more. Few are.
 */
export const createCheckAgain = async (
  inputs: readonly FoundInput[],
  plan: CheckPlan,
  io: Io,
  core: Core,
): Promise<(file: CheckedFile, found: CorpusFindings) => Promise<CheckedFile | FailedFile>> => {
  const print = plan.printTerms && (await createPrintFile(plan.printTerms, io.hash))
  let byPath: ReadonlyMap<string, FoundInput> | undefined
  const inputAt = (path: string): FoundInput | undefined => {
    byPath ??= new Map(inputs.map((input) => [input.path, input]))
    return byPath.get(path)
  }
  const check = async (path: string): Promise<CheckResult | undefined> => {
    const input = inputAt(path)
    const content = input && (await readContent(input, io, plan.maxFileSize))
    if (input === undefined || content === undefined || 'kind' in content) return undefined
    const { isSearched } = input
    const order = {
      path,
      isSearched,
      content,
      settings: plan.settingsFor(path),
      isCompared: true,
      isFile: true,
    }
    const [result] = await checkContent(order, plan.terms, { core, isUtf8: io.isUtf8 })
    return result
  }
  return async (file, found) => {
    if (file.printed === undefined) return withCorpusFindings(file, found)
    const { path } = file
    const now = await check(path)
    if (now?.kind !== 'checked' || !isSame(now, file))
      return { kind: 'failed', path, error: messages.CHANGED }
    const whole = withCorpusFindings(now, found)
    const printed = print && printResult(whole, { path, isFile: true, isCompared: true }, print)
    return printed?.kind === 'checked' ? plan.shelf.takeFile(printed) : whole
  }
}

const isSame = (a: object, b: object): boolean =>
  JSON.stringify(extractIn(a)) === JSON.stringify(extractIn(b))
