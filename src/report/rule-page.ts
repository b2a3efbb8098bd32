import type { Language } from '../model/finding.ts'
import { type ExampleName, type ExplainedRule, kindLine, ruleSections } from './rule-sections.ts'
import { say } from './words.ts'

const EXAMPLE_TITLES: Readonly<Record<ExampleName, string>> = {
  invalid: '有问题的例子 · An example with the problem',
  valid: '没有问题的例子 · An example without it',
}

/** The page of a rule in Markdown, in both languages: what `pbo explain` says. */
export const renderRulePage = ({ rule, outputs }: ExplainedRule): string => {
  const example = (name: ExampleName): readonly string[] => [
    `## ${EXAMPLE_TITLES[name]}`,
    fenced(rule.docs[name]),
    ...LANGUAGES.map((language) => fenced(say(outputs[name], language))),
  ]
  const parts = [
    `# ${rule.id}`,
    ...LANGUAGES.flatMap((language) => languagePart(rule, language)),
    ...example('invalid'),
    ...example('valid'),
  ]
  return `${parts.join('\n\n')}\n`
}

const LANGUAGES = ['zh', 'en'] as const
const HEADINGS: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' }

const languagePart = (rule: ExplainedRule['rule'], language: Language): readonly string[] => [
  `## ${HEADINGS[language]}`,
  `**${kindLine(rule, language)}**`,
  escapeMarks(say(rule.docs.summary, language)),
  ...ruleSections(rule, language).flatMap(({ title, paragraphs }) => [
    `### ${title}`,
    ...paragraphs.map(escapeMarks),
  ]),
]

/** Characters that Markdown would read as marks. */
const escapeMarks = (text: string): string => text.replace(/[\\`*_<>[\]|#]/g, '\\$&')

const fenced = (text: string): string => ['```text', text.replace(/^\n+|(?<!\n)\n+$/g, ''), '```'].join('\n')
