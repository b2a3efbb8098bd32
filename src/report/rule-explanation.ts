import type { Message, Rule } from '../rules/rule.ts'
import type { ShowOptions } from './report.ts'
import { CATEGORY_WORDS, SEVERITY_WORDS, say } from './words.ts'
import { wrapText } from './wrap.ts'

const WORDS = {
  why: { zh: '为什么', en: 'Why' },
  fix: { zh: '怎么办', en: 'What to do' },
  basis: { zh: '依据', en: 'Basis' },
  invalid: { zh: '有问题的例子', en: 'An example with the problem' },
  valid: { zh: '没有问题的例子', en: 'An example without it' },
} as const satisfies Record<string, Message>

/** All that is to be said about one rule, with its examples. */
export const renderRuleExplanation = (rule: Rule, options: ShowOptions): string => {
  const { language, paint } = options
  const width = Math.min(options.width, 100)
  const { docs } = rule
  const paragraph = (text: string): string[] => wrapText(text, width, options.ambiguousWidth)
  const section = (name: keyof typeof WORDS, lines: readonly string[]): string[] => [
    '',
    paint.strong(say(WORDS[name], language)),
    ...lines,
  ]
  const severity = paint[rule.severity](say(SEVERITY_WORDS[rule.severity], language))
  return [
    `${paint.strong(rule.id)}  ${severity} · ${say(CATEGORY_WORDS[rule.category], language)}`,
    ...paragraph(say(docs.summary, language)),
    ...(['why', 'fix', 'basis'] as const).flatMap((name) =>
      section(name, paragraph(say(docs[name], language))),
    ),
    ...(['invalid', 'valid'] as const).flatMap((name) => section(name, example(docs[name]))),
    '',
  ].join('\n')
}

/** Examples are our own text and may be copied, so that their tabs stay tabs. */
const example = (text: string): string[] =>
  text
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
