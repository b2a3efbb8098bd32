import type { Language, Message } from '../model/finding.ts'
import type { Rule, RuleOption } from '../rules/rule.ts'
import { CATEGORY_WORDS, SEVERITY_WORDS, say } from './words.ts'

/** A part of what is said about a rule. */
export interface RuleSection {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What pbo prints about the examples of a rule, in each language. */
export type ExampleOutputs = Readonly<Record<ExampleName, Message>>

export type ExampleName = 'invalid' | 'valid'

/** A rule with what its examples give: all that `pbo explain` and its page say. */
export interface ExplainedRule {
  readonly rule: Rule
  readonly outputs: ExampleOutputs
}

const TITLES = {
  finds: { zh: '查什么', en: 'What it finds' },
  why: { zh: '为什么', en: 'Why' },
  fix: { zh: '怎么办', en: 'What to do' },
  basis: { zh: '依据', en: 'Basis' },
  options: { zh: '选项', en: 'Options' },
} as const satisfies Record<string, Message>

/** `错误 · 算术`, and whether somebody has to ask for it. */
export const kindLine = ({ severity, category, offByDefault }: Rule, language: Language): string =>
  [
    say(SEVERITY_WORDS[severity], language),
    say(CATEGORY_WORDS[category], language),
    ...(offByDefault === true ? [say(OFF, language)] : []),
  ].join(' · ')

const OFF: Message = { zh: '默认关闭', en: 'off by default' }

/** What is said about a rule behind its summary, the same in the terminal and on its page. */
export const ruleSections = ({ docs, options = [] }: Rule, language: Language): readonly RuleSection[] => [
  ...(['finds', 'why', 'fix'] as const).map((name) => ({
    title: say(TITLES[name], language),
    paragraphs: [say(docs[name], language)],
  })),
  {
    title: say(TITLES.basis, language),
    paragraphs: [say(docs.basis, language), ...standings(docs.basis.en, language)],
  },
  ...(options.length === 0
    ? []
    : [
        {
          title: say(TITLES.options, language),
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
