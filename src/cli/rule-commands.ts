import type { Language } from '../rules/rule.ts'
import type { Core } from './core.ts'
import type { ExitCode } from './exit-code.ts'
import { type FileOptions, readShowOptions } from './file-loop.ts'
import { type RULE_FORMATS, unknownWord } from './options.ts'
import type { Io } from './world.ts'

type LookOptions = Pick<FileOptions, 'color' | 'ambiguousWidth'>

/** `pbo rules`: what can be found. */
export const runRules = async (
  options: LookOptions & { readonly format: (typeof RULE_FORMATS)[number] },
  io: Io,
  { rules }: Core,
  language: Language,
): Promise<ExitCode> => {
  const { renderRuleJson, renderRuleTable } = await import('../report/rule-list.ts')
  io.stdout.write(
    options.format === 'json'
      ? renderRuleJson(rules, io.toolVersion())
      : renderRuleTable(rules, await readShowOptions(options, io, language)),
  )
  return 0
}

/** `pbo explain RULE`: one rule in full; reads and runs nothing. */
export const runExplain = async (
  id: string,
  options: LookOptions,
  io: Io,
  { rules }: Core,
  language: Language,
): Promise<ExitCode> => {
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) {
    throw unknownWord(
      'explain',
      id,
      rules.map((candidate) => candidate.id),
    )
  }
  const { renderRuleExplanation } = await import('../report/rule-explanation.ts')
  io.stdout.write(renderRuleExplanation(rule, await readShowOptions(options, io, language)))
  return 0
}
