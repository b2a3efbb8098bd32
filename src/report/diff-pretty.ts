import {
  type Status as DiffStatus,
  type FilingsDiff,
  type IndicatorDiff,
  type IndicatorField,
  isSame,
  type MoneyDiff,
  type ProjectDiff,
  type RowDiff,
  type Status,
  type ValueDiff,
} from '../diff/filing-diff.ts'
import type { Decimal } from '../model/decimal.ts'
import type { Message } from '../model/finding.ts'
import { spanName } from './listing.ts'
import { printable } from './printable.ts'
import type { ShowOptions } from './report.ts'
import { textWidth } from './text-width.ts'
import { enumerate, joinSaid, plural, say } from './words.ts'
import { wrapText } from './wrap.ts'

/** What changed between filings, for people: counts first, then sums, then project by project. */
export const renderDiff = (diff: FilingsDiff, options: ShowOptions): string => {
  const { language, paint } = options
  const notice = unreadLines(diff, options)
  if (isSame(diff)) {
    const words = say(notice.length === 0 ? DIFF_WORDS.same : DIFF_WORDS.sameOfRead, language)
    return [...notice, `${paint.good('✓')} ${words}\n`].join('\n')
  }
  const { rows, projects } = diff
  const sums =
    rows.length === 0
      ? []
      : [paint.strong(say(DIFF_WORDS.rows, language)), ...rows.flatMap((row) => rowLines(row, options)), '']
  return [
    ...notice,
    paint.strong(verdict(diff, options)),
    '',
    ...sums,
    ...projects.flatMap((project) => [...projectLines(project, options), '']),
  ].join('\n')
}

const unreadLines = ({ unread }: FilingsDiff, options: ShowOptions): string[] =>
  unread.length === 0
    ? []
    : [
        options.paint.warning(`! ${say(DIFF_WORDS.unread, options.language)}`),
        ...unread.flatMap(({ path, reason }) =>
          indented(
            options.language === 'zh' ? `${path}：${reason.zh}` : `${path}: ${reason.en}`,
            '  ',
            options,
          ),
        ),
        '',
      ]

const ORDER: readonly DiffStatus[] = ['added', 'removed', 'renamed', 'changed', 'uncompared']

/** `项目：新增 1，修改 2；指标：新增 3`. */
const verdict = ({ projects }: FilingsDiff, { language }: ShowOptions): string => {
  const count = (all: readonly { readonly status: DiffStatus }[]): string => {
    const parts = ORDER.flatMap((status) => {
      const number = all.filter((one) => one.status === status).length
      const word = say(STATUSES[status], language)
      return number === 0 ? [] : [language === 'zh' ? `${word} ${number}` : `${number} ${word}`]
    })
    return parts.length === 0 ? say(DIFF_WORDS.nothing, language) : enumerate(parts, language)
  }
  const indicators = projects.flatMap((project) => project.indicators)
  return language === 'zh'
    ? `项目：${count(projects)}；指标：${count(indicators)}`
    : `projects: ${count(projects)}; indicators: ${count(indicators)}`
}

const rowLines = ({ status, code, name, amount, ...places }: RowDiff, options: ShowOptions): string[] => [
  ...line(status, '', joinSaid([code, nameOf(name)], ' '), options),
  ...(amount === undefined ? [] : line(status, '  ', wholeOrChange(status, amount, options), options)),
  ...placeLine(places, '  ', options),
]

const projectLines = (project: ProjectDiff, options: ShowOptions): string[] => {
  const { status, name, agency, code, amount, funding, money, goals, results, indicators } = project
  const { language } = options
  const owner = joinSaid([code, agency], ' ')
  const size = isOneSided(status)
    ? [
        language === 'zh'
          ? `${goals.length} 个绩效目标，${indicators.length} 个指标`
          : `${plural(goals.length, 'goal')}, ${plural(indicators.length, 'indicator')}`,
      ]
    : []
  return [
    ...line(status, '', enumerate([nameOf(name), ...(owner === '' ? [] : [owner])], language), options),
    ...placeLine(project, '  ', options),
    ...(amount === undefined ? [] : line(status, '  ', wholeOrChange(status, amount, options), options)),
    ...[...funding, ...money].flatMap((part) =>
      line('changed', '  ', moneyWords(part.amount, options, part.name), options),
    ),
    ...size.flatMap((words) => indented(words, '    ', options)),
    ...(size.length > 0
      ? []
      : goals.flatMap((goal) => valueLines(say(DIFF_WORDS.goal, language), goal.status, goal.text, options))),
    ...results.flatMap((result) =>
      valueLines(say(DIFF_WORDS.result, language), result.status, result.text, options),
    ),
    ...(size.length > 0 ? [] : indicators.flatMap((indicator) => indicatorLines(indicator, options))),
  ]
}

const indicatorLines = (
  { status, category, name, target, changes }: IndicatorDiff,
  options: ShowOptions,
): string[] => {
  const { language } = options
  const title = category === '' ? nameOf(name) : `${category} › ${nameOf(name)}`
  if (isOneSided(status)) {
    return line(status, '  ', `${title} ${target.old || target.new}`, options)
  }
  const fields = changes.map(
    ({ field, ...values }) => `${say(FIELD_WORDS[field], language)} ${arrow(values, options)}`,
  )
  const isPrinted = changes.some(
    ({ field }) => field === 'comparator' || field === 'value' || field === 'unit',
  )
  return [
    ...line(status, '  ', isPrinted ? `${title}  ${arrow(target, options)}` : title, options),
    ...(fields.length === 0 ? [] : indented(enumerate(fields, language), '      ', options)),
  ]
}

/** Long texts stand below each other. */
const valueLines = (
  label: string,
  status: DiffStatus,
  { old, new: now }: ValueDiff,
  options: ShowOptions,
): string[] => [
  ...(old === '' ? [] : line('removed', '  ', `${label} ${old}`, options)),
  ...(now === '' ? [] : line(status === 'removed' ? status : 'added', '  ', `${label} ${now}`, options)),
]

/** `金额 4万元 → 5万元（+1万元，+25.0%）`. */
const moneyWords = (
  { difference, percent, ...values }: MoneyDiff,
  options: ShowOptions,
  label = say(DIFF_WORDS.amount, options.language),
): string => {
  const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`)
  const facts = [
    ...(difference === undefined ? [] : [signed(inUnitOf(difference, values))]),
    ...(percent === undefined ? [] : [`${signed(percent.toFixed(1))}%`]),
  ]
  const [open, close] = options.language === 'zh' ? ['（', '）'] : [' (', ')']
  const behind = facts.length === 0 ? '' : open + enumerate(facts, options.language) + close
  return `${label} ${arrow(values, options)}${behind}`
}

const YUAN: Readonly<Record<string, number>> = { 千元: 1000, 万元: 10_000, 亿元: 100_000_000 }

/** A difference in the unit that both amounts are printed in, else in 元. */
const inUnitOf = (yuan: Decimal, { old, new: now }: ValueDiff): string => {
  const [unit = '元', other] = [old, now].map((text) => /[千万亿]?元$/.exec(text)?.[0])
  const scale = unit === other ? YUAN[unit] : undefined
  return scale === undefined ? `${yuan.toFixed()}元` : `${yuan.div(scale).toFixed()}${unit}`
}

/** What is on one side only has an amount, not a change. */
const wholeOrChange = (status: DiffStatus, amount: MoneyDiff, options: ShowOptions): string => {
  if (!isOneSided(status)) return moneyWords(amount, options)
  return `${say(DIFF_WORDS.amount, options.language)} ${amount.new || amount.old}`
}

const isOneSided = (status: DiffStatus): boolean =>
  status === 'added' || status === 'removed' || status === 'uncompared'

const arrow = ({ old, new: now }: ValueDiff, { language }: ShowOptions): string => {
  const shown = (text: string): string => (text === '' ? say(DIFF_WORDS.nothing, language) : text)
  return `${shown(old)} → ${shown(now)}`
}

/** A name, or both where it was changed. */
const nameOf = ({ old, new: now }: ValueDiff): string =>
  old === '' || now === '' || old === now ? now || old : `${old} → ${now}`

const line = (status: DiffStatus, indent: string, words: string, options: ShowOptions): string[] => {
  const { mark, colour } = STATUSES[status]
  const [first = '', ...rest] = indented(words, `${indent}  `, options)
  return [options.paint[colour](`${indent}${mark} `) + first.slice(indent.length + 2), ...rest]
}

const placeLine = (
  { old, new: now }: Pick<ProjectDiff, 'old' | 'new'>,
  indent: string,
  options: ShowOptions,
): string[] => {
  const { language, paint } = options
  const names = [old, now].flatMap((place) =>
    place === undefined ? [] : [`${place.file.path}:${spanName(place.file.source, place.at, language)}`],
  )
  return indented(names.join(' → '), `${indent}  `, options).map(paint.faint)
}

const indented = (words: string, indent: string, { width, ambiguousWidth }: ShowOptions): string[] =>
  wrapText(printable(words), Math.max(20, width - textWidth(indent, 1)), ambiguousWidth).map(
    (text) => indent + text,
  )

/** The words of a comparison of filings. */

interface StatusWords extends Message {
  readonly mark: string
  readonly colour: 'good' | 'error' | 'warning' | 'faint'
}

const STATUSES: Readonly<Record<Status, StatusWords>> = {
  added: { zh: '新增', en: 'added', mark: '+', colour: 'good' },
  removed: { zh: '删去', en: 'removed', mark: '-', colour: 'error' },
  renamed: { zh: '改名', en: 'renamed', mark: '~', colour: 'warning' },
  changed: { zh: '修改', en: 'changed', mark: '~', colour: 'warning' },
  uncompared: { zh: '未能比较', en: 'not compared', mark: '?', colour: 'faint' },
}

const FIELD_WORDS: Readonly<Record<IndicatorField, Message>> = {
  category: { zh: '类别', en: 'category' },
  comparator: { zh: '符号', en: 'comparator' },
  value: { zh: '指标值', en: 'value' },
  unit: { zh: '单位', en: 'unit' },
  weight: { zh: '分值', en: 'weight' },
  actual: { zh: '实际完成值', en: 'actual value' },
  score: { zh: '得分', en: 'score' },
}

const DIFF_WORDS = {
  same: { zh: '没有差别', en: 'no differences' },
  sameOfRead: { zh: '读到的内容没有差别', en: 'no differences in what was read' },
  unread: {
    zh: '有文件未能读取，其中的内容没有比较；只在另一侧出现的项目以“?”标出',
    en: 'some files could not be read and were not compared; what is on the other side only is marked “?”',
  },
  rows: { zh: '合计与单位', en: 'totals and agencies' },
  amount: { zh: '金额', en: 'amount' },
  goal: { zh: '绩效目标', en: 'goal' },
  result: { zh: '完成情况', en: 'result' },
  indicator: { zh: '指标', en: 'indicator' },
  nothing: { zh: '无', en: 'none' },
} as const satisfies Record<string, Message>
