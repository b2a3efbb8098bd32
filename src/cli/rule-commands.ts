import type { Language } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { ExitCode } from './exit-code.ts'
import type { EXPLAIN_FORMATS, RULE_FORMATS } from './options.ts'
import { createPaint, type LookOptions, readShowOptions } from './terminal.ts'
import { unknownWord } from './usage-error.ts'
import type { Io } from './world.ts'

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

/** `pbo explain RULE`: one rule in full, with what its own examples give; reads nothing. */
export const runExplain = async (
  id: string,
  options: LookOptions & { readonly format: (typeof EXPLAIN_FORMATS)[number] },
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  const { rules } = core
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) {
    throw unknownWord(
      'explain',
      id,
      rules.map((candidate) => candidate.id),
    )
  }
  const { outputsOf } = await import('./rule-examples.ts')
  const version = io.toolVersion()
  if (options.format === 'markdown') {
    const { renderRulePage } = await import('../report/rule-page.ts')
    const look = { width: 100, ambiguousWidth: 1, paint: await createPaint(false) } as const
    const outputs = outputsOf(rule, core, version, { ...look, hash: io.hash, wrap: undefined })
    io.stdout.write(renderRulePage({ rule, outputs }))
    return 0
  }
  const { renderRuleExplanation } = await import('../report/rule-explanation.ts')
  const { wrapText } = await import('../report/wrap.ts')
  const show = await readShowOptions(options, io, language)
  // The examples stand two columns further in.
  const look = { ...show, width: Math.min(show.width, 100) - 2 }
  const outputs = outputsOf(rule, core, version, { ...look, hash: io.hash, wrap: wrapText })
  io.stdout.write(renderRuleExplanation({ rule, outputs }, show))
  return 0
}
