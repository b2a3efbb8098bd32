import { schemeInForce } from '../check.ts'
import { checkCorpus, withCorpusFindings } from '../corpus/check-corpus.ts'
import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { readExampleFilings } from '../corpus/example.ts'
import { extractFiling } from '../corpus/extract.ts'
import { sizeOf } from '../model/walk.ts'
import { readGrid } from '../read/index.ts'
import { reporters } from '../report/index.ts'
import type { CheckedFile, ReportOptions } from '../report/report.ts'
import type { ExampleName, ExampleOutputs } from '../report/rule-sections.ts'
import type { Rule } from '../rules/rule.ts'
import { Source } from '../source/source.ts'
import type { Core } from './core.ts'
import { isCorpusRule } from './corpus-step.ts'

/** What `pbo check --level info` prints about the examples of a rule, in each language. */
export const outputsOf = (
  rule: Rule,
  core: Core,
  toolVersion: string,
  options: Omit<ReportOptions, 'language' | 'level'>,
): ExampleOutputs => {
  const outputOf = (name: ExampleName): ExampleOutputs[ExampleName] => {
    const files = isCorpusRule(rule) ? checkFilings(rule, name, core) : [checkExample(rule, name, core)]
    const render = (language: ReportOptions['language']): string =>
      reporters.pretty({ toolVersion, files }, { ...options, language, level: 'info' })
    return { zh: render('zh'), en: render('en') }
  }
  return { invalid: outputOf('invalid'), valid: outputOf('valid') }
}

/** With the rule on, also where it is off by default. */
const checkExample = (rule: Rule, name: ExampleName, core: Core): CheckedFile =>
  checkText(`${name}.txt`, rule.docs[name], rule, core)

/** The filings of an example, held against each other. */
const checkFilings = (rule: CorpusRule, name: ExampleName, core: Core): readonly CheckedFile[] => {
  const files = readExampleFilings(rule.docs[name]).map(([path, text]) => checkText(path, text, rule, core))
  const settings = { rules: { [rule.id]: rule.severity } }
  const found = checkCorpus({ filings: files.map(extractFiling), previous: [] }, () => settings)
  return files.map((file) => withCorpusFindings(file, found))
}

const checkText = (path: string, text: string, rule: Rule, core: Core): CheckedFile => {
  const source = new Source(text)
  const { disclosure, format, layouts } = core.parse({ ...readGrid(source), source })
  return {
    kind: 'checked',
    path,
    source,
    encoding: 'utf-8',
    encoded: undefined,
    format,
    layouts,
    notes: [],
    disclosure,
    size: sizeOf(disclosure),
    scheme: schemeInForce(disclosure),
    findings: core.check(disclosure, { rules: { [rule.id]: rule.severity } }),
  }
}
