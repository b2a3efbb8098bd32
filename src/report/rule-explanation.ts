import type { Language, Message } from '../model/finding.ts'
import type { Rule, RuleOption } from '../rules/rule.ts'
import type { ShowOptions } from './report.ts'
import { CATEGORY_WORDS, RULE_TITLES, SEVERITY_WORDS, say } from './words.ts'
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
  unframed(text)
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))

/** The page of a rule in Markdown, in both languages: what `pbo explain` says. */
export const renderRulePage = ({ rule, outputs }: ExplainedRule): string => {
  const example = (name: ExampleName): readonly string[] => [
    `## ${EXAMPLE_TITLES[name].zh} · ${EXAMPLE_TITLES[name].en}`,
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

const fenced = (text: string): string => ['```text', unframed(text), '```'].join('\n')

/** Without line ends around it. */
const unframed = (text: string): string => text.replace(/^\n+|(?<!\n)\n+$/g, '')

/** A part of what is said about a rule. */
interface RuleSection {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What pbo prints about the examples of a rule, in each language. */
export type ExampleOutputs = Readonly<Record<ExampleName, Message>>

export type ExampleName = 'invalid' | 'valid'

/** A rule with what its examples give: all that `pbo explain` and its page say. */
interface ExplainedRule {
  readonly rule: Rule
  readonly outputs: ExampleOutputs
}

const OPTIONS: Message = { zh: '选项', en: 'Options' }

/** `错误 · 算术`, and whether somebody has to ask for it. */
const kindLine = ({ severity, category, offByDefault }: Rule, language: Language): string =>
  [
    say(SEVERITY_WORDS[severity], language),
    say(CATEGORY_WORDS[category], language),
    ...(offByDefault === true ? [say(OFF, language)] : []),
  ].join(' · ')

const OFF: Message = { zh: '默认关闭', en: 'off by default' }

/** What is said about a rule behind its summary, the same in the terminal and on its page. */
const ruleSections = ({ docs, options = [] }: Rule, language: Language): readonly RuleSection[] => [
  ...(['finds', 'why', 'fix'] as const).map((name) => ({
    title: say(RULE_TITLES[name], language),
    paragraphs: [say(docs[name], language)],
  })),
  {
    title: say(RULE_TITLES.basis, language),
    paragraphs: [say(docs.basis, language), ...standings(docs.basis.en, language)],
  },
  ...(options.length === 0
    ? []
    : [
        {
          title: say(OPTIONS, language),
          paragraphs: options.map((option) => describeOption(option, language)),
        },
      ]),
]

/** What the tags of a basis mean. */
const STANDINGS: Readonly<Record<string, Message>> = {
  TEXT: { zh: 'TEXT：见于已公开的制度文件。', en: 'TEXT: found in a published regulation.' },
  FORM: { zh: 'FORM：见于实际使用的表样。', en: 'FORM: printed on forms in use.' },
  SYS: { zh: 'SYS：财政系统的填报要求。', en: 'SYS: asked for by fiscal systems.' },
}

const standings = (basis: string, language: Language): readonly string[] =>
  Object.entries(STANDINGS).flatMap(([tag, words]) =>
    basis.includes(`(${tag})`) ? [say(words, language)] : [],
  )

/** `floor（0–100 %，缺省 90）：…`. */
const describeOption = (option: RuleOption, language: Language): string => {
  const isChinese = language === 'zh'
  const [allowed, initial] =
    option.kind === 'flag'
      ? ['true | false', String(option.initial)]
      : [`${option.least}–${option.most}${option.unit}`, String(option.initial)]
  return isChinese
    ? `${option.name}（${allowed}，缺省 ${initial}）：${option.docs.zh}`
    : `${option.name} (${allowed}, default ${initial}): ${option.docs.en}`
}
