import { schemeInForce } from '../check.ts'
import { checkCorpus, withCorpusFindings } from '../corpus/check-corpus.ts'
import { type CorpusRule, isCorpusRule } from '../corpus/corpus-rule.ts'
import { readExampleFilings } from '../corpus/example.ts'
import { extractFiling } from '../corpus/extract.ts'
import type { Language } from '../model/finding.ts'
import type { CheckedRecord } from '../model/record.ts'
import { readGrid } from '../read/index.ts'
import { type ReadFiling, recordOf } from '../record.ts'
import type { Core } from '../records/core.ts'
import { prettyPieces } from '../report/pretty.ts'
import type { ReportOptions } from '../report/report.ts'
import type { ExampleName, ExampleOutputs } from '../report/rule-explanation.ts'
import type { Rule } from '../rules/rule.ts'
import { Source } from '../source/source.ts'
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
  const version = io.toolVersion()
  if (options.format === 'markdown') {
    const { renderRulePage } = await import('../report/rule-explanation.ts')
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

/** What `pbo check --level info` prints about the examples of a rule, in each language. */
const outputsOf = (
  rule: Rule,
  core: Core,
  toolVersion: string,
  options: Omit<ReportOptions, 'language' | 'level'>,
): ExampleOutputs => {
  const outputOf = (name: ExampleName): ExampleOutputs[ExampleName] => {
    const files = isCorpusRule(rule)
      ? checkFilings(rule, name, core, options)
      : [checkFile(readText(`${name}.txt`, rule.docs[name], core), rule, core, options)]
    const render = (language: ReportOptions['language']): string =>
      [...prettyPieces({ toolVersion, files }, { ...options, language, level: 'info' })].join('')
    return { zh: render('zh'), en: render('en') }
  }
  return { invalid: outputOf('invalid'), valid: outputOf('valid') }
}

/** The filings of an example, compared with each other. */
const checkFilings = (
  rule: CorpusRule,
  name: ExampleName,
  core: Core,
  options: Pick<ReportOptions, 'hash'>,
): readonly CheckedRecord[] => {
  const filings = readExampleFilings(rule.docs[name]).map(([path, text]) => readText(path, text, core))
  const settings = { rules: { [rule.id]: rule.severity } }
  const found = checkCorpus({ filings: filings.map(extractFiling), previous: [] }, () => settings)
  return filings.map((file) => withCorpusFindings(checkFile(file, rule, core, options), found, options.hash))
}

/** With the rule on, also where it is off by default. */
const checkFile = (
  file: ReadFiling,
  rule: Rule,
  core: Core,
  { hash }: Pick<ReportOptions, 'hash'>,
): CheckedRecord => {
  const findings = core.check(file.disclosure, { rules: { [rule.id]: rule.severity } })
  return recordOf(file, findings, schemeInForce(file.disclosure), hash)
}

const readText = (path: string, text: string, core: Core): ReadFiling => {
  const source = new Source(text)
  const parsed = core.parse({ ...readGrid(source), source })
  return { ...parsed, path, source, encoding: 'utf-8', encoded: undefined, notes: [] }
}
