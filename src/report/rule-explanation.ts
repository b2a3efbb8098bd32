import type { Message } from '../model/finding.ts'
import type { ShowOptions } from './report.ts'
import { type ExampleName, type ExplainedRule, kindLine, ruleSections } from './rule-sections.ts'
import { say } from './words.ts'
import { wrapText } from './wrap.ts'

const EXAMPLE_TITLES: Readonly<Record<ExampleName, Message>> = {
  invalid: { zh: '有问题的例子', en: 'An example with the problem' },
  valid: { zh: '没有问题的例子', en: 'An example without it' },
}
const OUTPUT: Message = { zh: 'pbo 的输出', en: 'What pbo says' }

/** All that is to be said about one rule, with its examples and what they give, for a terminal. */
export const renderRuleExplanation = ({ rule, outputs }: ExplainedRule, options: ShowOptions): string => {
  const { language, paint } = options
  const width = Math.min(options.width, 100)
  const paragraph = (text: string): string[] => wrapText(text, width, options.ambiguousWidth)
  const section = (title: string, lines: readonly string[]): string[] => ['', paint.strong(title), ...lines]
  const example = (name: ExampleName): string[] => [
    ...section(say(EXAMPLE_TITLES[name], language), indented(rule.docs[name])),
    ...section(say(OUTPUT, language), indented(say(outputs[name], language))),
  ]
  return [
    `${paint.strong(rule.id)}  ${paint[rule.severity](kindLine(rule, language))}`,
    ...paragraph(say(rule.docs.summary, language)),
    ...ruleSections(rule, language).flatMap(({ title, paragraphs }) =>
      section(title, paragraphs.flatMap(paragraph)),
    ),
    ...example('invalid'),
    ...example('valid'),
    '',
  ].join('\n')
}

/** Examples are our own text and may be copied, so that their tabs stay tabs. */
const indented = (text: string): string[] =>
  text
    .replace(/^\n+|(?<!\n)\n+$/g, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
