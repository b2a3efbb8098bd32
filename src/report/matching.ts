import { groupBy } from '../collect.ts'
import type { Language, Message } from '../model/finding.ts'
import { projectsOf } from '../model/walk.ts'
import {
  type AloneIndicator,
  type AlonePromise,
  explainMatching,
  type GoalPair,
  type Pairing,
} from '../rules/shared/pairing.ts'
import { percent } from '../rules/shared/phrases.ts'
import type { Exhibit, ParsedFile, ShowOptions } from './report.ts'
import { summaryLines } from './summary.ts'
import { clean, describeIndicator, describeTarget, goalLabel } from './target-text.ts'
import { textWidth } from './text-width.ts'
import { exhibitJson } from './tree-json.ts'
import { say } from './words.ts'
import { wrapText } from './wrap.ts'

const WORDS = {
  pairs: { zh: '相互对应', en: 'belong together' },
  promises: { zh: '没有对应指标的目标数字', en: 'numbers of the goals without an indicator' },
  indicators: { zh: '没有对应目标数字的指标', en: 'indicators without a number in the goals' },
  none: { zh: '目标和指标中都没有数字', en: 'no numbers in goals or indicators' },
} as const satisfies Record<string, Message>

/** For people: which numbers of the goals belong to which indicators, why, and what stands alone. */
export const renderMatching = (exhibit: Exhibit, options: ShowOptions): string =>
  exhibit.files.flatMap((file) => (file.kind === 'parsed' ? [renderFile(file, options)] : [])).join('\n')

const renderFile = (file: ParsedFile, options: ShowOptions): string =>
  [
    ...summaryLines(file, options).flatMap((line) => wrapText(line, options.width, options.ambiguousWidth)),
    '',
    ...projectsOf(file.disclosure).flatMap((project) => [
      ...renderPairing(explainMatching(project, file.disclosure), options),
      '',
    ]),
  ].join('\n')

const renderPairing = (pairing: Pairing, options: ShowOptions): string[] => {
  const { project, pairs, alonePromises, aloneIndicators, withoutNumber } = pairing
  const { language, paint } = options
  const part = (title: Message, lines: readonly string[][]): string[] =>
    lines.length === 0 ? [] : [`  ${paint.faint(say(title, language))}`, ...lines.flat()]
  const labelOf = (goal: GoalPair['goal']): string => goalLabel(goal, project.goals.indexOf(goal), language)
  const isEmpty = pairs.length + alonePromises.length + aloneIndicators.length === 0
  return [
    paint.strong(clean(project.name)),
    ...(isEmpty ? [`  ${paint.faint(say(WORDS.none, language))}`] : []),
    ...part(
      WORDS.pairs,
      pairs.map((pair) => renderPair(pair, labelOf(pair.goal), options)),
    ),
    ...part(
      WORDS.promises,
      alonePromises.map((alone) => renderPromise(alone, labelOf(alone.goal), options)),
    ),
    ...part(
      WORDS.indicators,
      byReason(aloneIndicators).map((alike) => renderIndicators(alike, options)),
    ),
    ...(withoutNumber === 0 ? [] : [`  ${paint.faint(withoutNumberLine(withoutNumber, language))}`]),
  ]
}

const withoutNumberLine = (count: number, language: Language): string =>
  language === 'zh'
    ? `另有 ${count} 项指标没有数字，不参与对应`
    : `${count} more ${count === 1 ? 'indicator has' : 'indicators have'} no number and ${count === 1 ? 'is' : 'are'} held against nothing`

const renderPair = (pair: GoalPair, label: string, options: ShowOptions): string[] => {
  const { sign, value } = describeTarget(pair.indicator.target)
  const head = `${label} “${clean(pair.promise)}” ↔ ${describeIndicator(pair.indicator)} ${sign}${value}  ${percent(pair.score)}%`
  const { language } = options
  const space = language === 'zh' ? '' : ' '
  return [
    ...hanging(head, '    ', options, options.paint.strong),
    ...hanging(
      sentence(pair.reason, language) + space + sentence(pair.agreement, language),
      '      ',
      options,
    ),
  ]
}

const renderPromise = ({ promise, reason }: AlonePromise, label: string, options: ShowOptions): string[] => [
  ...hanging(`${label} “${clean(promise)}”`, '    ', options, options.paint.strong),
  ...hanging(sentence(reason, options.language), '      ', options),
]

/** Most indicators stand alone for one of a few reasons. */
const byReason = (alone: readonly AloneIndicator[]): readonly (readonly AloneIndicator[])[] => [
  ...groupBy(alone, ({ reason }) => reason.en).values(),
]

const renderIndicators = (alike: readonly AloneIndicator[], options: ShowOptions): string[] => [
  ...alike.flatMap(({ indicator }) => {
    const { sign, value } = describeTarget(indicator.target)
    return hanging(`${describeIndicator(indicator)} ${sign}${value}`, '    ', options, options.paint.strong)
  }),
  ...alike
    .slice(0, 1)
    .flatMap(({ reason }) => hanging(sentence(reason, options.language), '      ', options)),
]

/** The reasons of the rules go on in a sentence; here they begin one. */
const sentence = (message: Message, language: Language): string => {
  const text = say(message, language)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A text behind blanks, within the terminal's width. */
const hanging = (
  text: string,
  indent: string,
  { width, ambiguousWidth }: ShowOptions,
  colour: (line: string) => string = (line) => line,
): string[] =>
  wrapText(text, Math.max(20, width - textWidth(indent, ambiguousWidth)), ambiguousWidth).map(
    (line) => indent + colour(line),
  )

/** The same for machines, with the place of each number. */
export const renderMatchingJson = (exhibit: Exhibit, options: ShowOptions): string =>
  exhibitJson(exhibit, options, ({ disclosure }) => ({
    projects: projectsOf(disclosure).map((project) => describePairing(explainMatching(project, disclosure))),
  }))

const describePairing = (pairing: Pairing): object => ({
  project: clean(pairing.project.name),
  pairs: pairing.pairs.map(({ promise, indicator, score, shared, reason, agreement }) => ({
    promise: describePlace(promise),
    indicator: describeNamed(indicator),
    score: Number(score.toFixed(4)),
    shared,
    reason,
    agreement,
  })),
  alonePromises: pairing.alonePromises.map(({ promise, reason }) => ({
    promise: describePlace(promise),
    reason,
  })),
  aloneIndicators: pairing.aloneIndicators.map(({ indicator, reason }) => ({
    indicator: describeNamed(indicator),
    reason,
  })),
  withoutNumber: pairing.withoutNumber,
})

const describePlace = (text: GoalPair['promise']): object => ({ text: clean(text), ...text.span })

const describeNamed = ({ name, target }: GoalPair['indicator']): object => ({
  name: clean(name),
  target: clean(target.text),
  ...target.span,
})
