import type { SpannedText } from '../../source/spanned-text.ts'
import { isTyped } from '../../vocabulary/cell-kinds.ts'
import { isAside } from '../../vocabulary/form-words.ts'
import { hintEnds, hintsOf } from '../../vocabulary/header-hints.ts'
import { isMoneyCell } from '../../vocabulary/money-words.ts'
import { ownHeadings } from '../../vocabulary/own-headings.ts'
import { NO_PROJECT, PROJECT_END } from '../../vocabulary/report-words.ts'
import { isMoney } from '../form-rows.ts'
import { findTitle, isTitle } from '../front-matter.ts'
import { labelOfCell, type Told, type ToldLabels } from '../labels.ts'
import { type Pair, pairOf, tellPairs, wordOf } from '../told-labels.ts'
import { hintsIn, kindOf } from '../words-of.ts'
import type { Place } from './columns.ts'
import type { FieldLabel } from './glued-labels.ts'
import { type Line, markLength, paragraphsOf } from './lines.ts'
import { beginsIndicators } from './run-in.ts'

/**
 * The labels of a form with those among them that no list has: words in front of money, of a sentence, of 目标1: or of
 * what stands first. Where nothing parts a label from its value, it ends before a code or a year, where the `others`,
 * further forms of the file, go on with other words, or with the last word that labels are made of.
 */
export const tellGlued = (
  text: SpannedText,
  labels: readonly FieldLabel[],
  others: readonly SpannedText[],
): readonly FieldLabel[] => {
  const header = labels.find((label) => label.header !== undefined)
  if (header === undefined || labels.filter(({ role }) => role === 'name').length > 1) return labels
  const stretches = stretchesOf(text, labels, header.start)
  const inLines = fieldsInLines(text, labels)
  const isOfLines = inLines.length > 0
  const fields = isOfLines ? inLines : fieldsIn(text, labels, stretches, others)
  const told = tellPairs(fields.map(({ pair }) => pair))
  const hasAmount = [...told.values()].some(({ role }) => role === 'amount')
  const own = fields.flatMap(
    ({ place: { start, end }, pair: { label, value }, isLine }): readonly FieldLabel[] => {
      const word = wordOf(label)
      const isKnown = labels.some((one) => one.start === start)
      const listed = labelOfCell(label)?.role
      // 一、项目基本情况 …。: no sentence is a name.
      const isName = listed === 'name' && kindOf(value.text) !== 'sentence'
      const unsaid = isLine === true ? (listed ?? 'other') : isName ? 'name' : undefined
      const said = told.get(word)?.role ?? (isKnown ? undefined : unsaid)
      // 其中:公共预算安排 is a part, whatever its words say.
      const role = hasAmount && /^其中/.test(word) ? 'funding' : said
      return role === undefined ? [] : [{ start, end, word, role }]
    },
  )
  const isOver = (label: FieldLabel): boolean =>
    stretches.some(
      ({ start, end }) => label.start > start && label.start < end && own.some((one) => one.start === start),
    ) ||
    own.some(({ start }) => start === label.start) ||
    (isOfLines && !startsLine(text.folded, label.start))
  return [...labels.filter((label) => !isOver(label)), ...own].sort((a, b) => a.start - b.start)
}

/** A label with its value, and where it stands. */
interface Field {
  readonly place: Place
  readonly pair: Pair
  /** The label is a line, whatever it says. */
  readonly isLine?: true
}

/** Labels that their values stand glued behind. */
const fieldsIn = (
  text: SpannedText,
  labels: readonly FieldLabel[],
  stretches: readonly Place[],
  others: readonly SpannedText[],
): readonly Field[] => {
  const rest = others.map((other) =>
    stretchesOf(other, [], other.length).map((place) => wordsAt(other, place)),
  )
  const fields: Field[] = []
  for (const [i, place] of stretches.entries()) {
    const known = labels.find(({ start }) => start === place.start)
    const words = wordsAt(text, place)
    const repeated = i === 0 ? repeatedLength(words, rest) : 0
    const length =
      known !== undefined && repeated <= known.word.length
        ? known.end - known.start
        : lengthIn(words, i, rest)
    if (length === 0) continue
    const end = place.start + length
    const pair = pairOf(text.trimmed(place.start, end), text.trimmed(end, place.end))
    fields.push({ place: { start: place.start, end }, pair })
  }
  return fields
}

/** What a form has that is worth looking for. */
const SOUGHT: readonly (readonly FieldLabel['role'][])[] = [['name'], ['amount', 'stage'], ['goal', 'plan']]

/** Whether the words of a header stand in lines of their own, as all cells of the text do. */
const isInLines = ({ folded }: SpannedText, header: FieldLabel['header']): boolean => {
  if (typeof header !== 'object') return false
  const starts = header.columns.flatMap((column) => column.header?.start ?? [])
  const breaks = starts.filter((start, i) => i > 0 && folded.slice(starts[i - 1], start).includes('\n'))
  return breaks.length > 1 && breaks.length + 2 >= starts.length
}

/** Whether nothing but a mark, (一), stands in front of a place in its line. */
const startsLine = (folded: string, at: number): boolean => {
  const start = folded.lastIndexOf('\n', at - 1) + 1
  return markLength(folded.slice(start, at + 1)) >= at - start
}

/** Lines above a form whose first label nobody knows. */
const MOST_TITLES = 3

/**
 * Labels whose values stand in the line below, where the words of the header stand in lines of their own, too, and no
 * known labels say what the name, the amount and the goal are.
 */
export const fieldsInLines = (text: SpannedText, labels: readonly FieldLabel[]): readonly Field[] => {
  const header = labels.find((label) => label.header !== undefined)
  if (header === undefined || !isInLines(text, header.header)) return []
  if (SOUGHT.every((roles) => labels.some(({ role }) => roles.includes(role)))) return []
  const lines = paragraphsOf(text.slice(0, header.start)).filter((line) => !isFront(line))
  const starts = new Set(labels.map(({ start }) => start))
  const isLabel = (line: SpannedText): boolean => starts.has(line.offsetIn(text))
  const first = lines.findIndex(isLabel)
  const title = lines
    .slice(0, first < 0 ? MOST_TITLES : first)
    .findLastIndex((line) => findTitle([line]) !== undefined)
  return pairLines(lines.slice(title + 1), isLabel).map(([label, value]) => {
    const start = label.offsetIn(text)
    const place = { start, end: start + label.length }
    return { place, pair: pairOf(label, value), isLine: true }
  })
}

const wordsAt = (text: SpannedText, { start, end }: Place): string => text.folded.slice(start, end)

/** What stands between line ends, titles and known labels in front of the indicators. */
const stretchesOf = (text: SpannedText, labels: readonly FieldLabel[], end: number): readonly Place[] => {
  const bounds = new Set<number>()
  for (let at = -1; at < end; ) {
    const start = at + 1
    bounds.add(start)
    const title = TITLE.exec(text.folded.slice(start, Math.min(end, start + LONGEST_TITLE)))
    if (title !== null) bounds.add(start + title[0].length)
    const next = text.folded.indexOf('\n', start)
    at = next < 0 || next > end ? end : next
    const inside = labels.filter((label) => label.start >= start && label.start < at)
    const line = text.folded.slice(start, at)
    // 让预算单位得到好处, 其中:公共预算安排: words of a sentence or of a longer label.
    if (MONEY.test(line) || (inside.length === 1 && /[。;]\s*$/.test(line))) continue
    for (const label of inside) bounds.add(label.start)
  }
  const starts = [...bounds].sort((a, b) => a - b)
  return starts
    .map((start, i) => ({ start, end: Math.min(starts[i + 1] ?? end, end) }))
    .filter((place) => !isFront(text.trimmed(place.start, place.end)))
}

const LONGEST_TITLE = 60
const TITLE = /^[^\n。:]{0,50}?绩效[^\n。:]{0,16}?表(?:\(20\d\d年度?\))?/

/** Titles and what stands around them: (2022年度), 单位:万元. */
const isFront = (text: SpannedText): boolean =>
  text.isBlank || isTitle(text) || isAside(text.folded) || /^\([^()]*\)$|^(?:金额)?单位\s?:/.test(text.folded)

/** How long the label is that words begin with; 0 where nothing tells. */
const lengthIn = (words: string, index: number, others: readonly (readonly string[])[]): number => {
  const money = MONEY.exec(words)?.[1]
  if (money !== undefined) return money.length
  const list = words.slice(0, LONGEST_LABEL).search(/目标\s?[1一①]\s?[:、]/)
  if (list > 1) return list
  const isSentence = words.length >= SHORTEST_SENTENCE && /[。;]\s*$/.test(words)
  if (index > 0 && !isSentence) return 0
  const code = words.slice(0, LONGEST_LABEL).search(/(?<!\d)\d{4,12}-|20\d\d年/)
  if (code > 1 && !isSentence) return code
  const repeated = repeatedLength(words, others)
  const ends = hintEnds(words.slice(0, repeated > 0 ? repeated : LONGEST_LABEL))
  // What stands first is named by the last word for names: 转移支付(项目)名称.
  const namesAt = (end: number): boolean => (hintsOf(words.slice(end - 2, end)).get('name') ?? 0) > 0
  return (isSentence ? ends.at(-1) : ends.findLast(namesAt)) ?? repeated
}

const LONGEST_LABEL = 14
const SHORTEST_SENTENCE = 12
const MONEY =
  /^((?:其中\s?[:,、]?\s?)?[\u4e00-\u9fff()]{2,16}\s?:?)\s?-?\d[\d,]*(?:\.\d{1,6})?\s?(?:万?元)?\s*$/

/** With how many characters a line of each other form begins as well; 0 where that is no word. */
const repeatedLength = (words: string, others: readonly (readonly string[])[]): number => {
  const lengths = others.map((lines) => Math.max(0, ...lines.map((line) => commonLength(words, line))))
  const least = others.length === 0 ? 0 : Math.min(...lengths)
  return least >= SHORTEST_REPEATED ? least : 0
}

const SHORTEST_REPEATED = 4

const commonLength = (one: string, other: string): number => {
  let length = 0
  while (
    length < LONGEST_LABEL &&
    length < one.length &&
    one[length] === other[length] &&
    !/\d/.test(one[length] as string)
  )
    length += 1
  return length
}

/**
 * Tells the labels in front of the indicators of a running text by what stands behind their colons, as those of a form
 * are told by the cells beside them: `本年拟用款(元):1074100.00`.
 */
export const tellLines = (lines: readonly Line[]): ToldLabels => {
  const told = new Map<string, Told>()
  const sections = sectionsOf(lines)
  for (const pairs of sections) {
    for (const [word, one] of tellPairs(pairs))
      if (one.role !== 'name' || isSureName(word, sections)) told.set(word, one)
  }
  return told
}

/** The labelled lines in front of each list of indicators. */
const sectionsOf = (lines: readonly Line[]): readonly (readonly Pair[])[] => {
  const sections: Pair[][] = []
  let pairs: Pair[] = []
  const own = linesUnderOwn(lines)
  for (const [i, line] of lines.entries()) {
    if (line === undefined) continue
    if (beginsIndicators(line.folded) || own.has(i)) {
      if (pairs.length > 0) sections.push(pairs)
      pairs = []
      continue
    }
    const pair = pairIn(line) ?? pairBelow(line, lines[i + 1])
    if (pair !== undefined) pairs.push(pair)
  }
  return sections
}

/** The lines with headings of the text's own. */
const linesUnderOwn = (lines: readonly Line[]): ReadonlySet<number> => {
  const headings = ownHeadings(lines.map((line) => line?.folded ?? '').join('\n'))
  const own = new Set<number>()
  let end = 0
  let next = 0
  for (const [i, line] of lines.entries()) {
    end += (line?.folded.length ?? 0) + 1
    for (; (headings[next]?.start ?? end) < end; next += 1) own.add(i)
  }
  return own
}

const LABEL = /^(?!其中)[^:;,。、\d≥≤<>=%]{2,20}:(?=.)/

const pairIn = (line: SpannedText): Pair | undefined => {
  const mark = markLength(line.folded)
  const label = LABEL.exec(line.folded.slice(mark, mark + 24))?.[0].length
  if (label === undefined) return undefined
  const colon = mark + label
  return pairOf(line.slice(mark, colon - 1), line.slice(colon).trim())
}

/** 三、资金来源及额度 over 中央补助135万元。: a numbered heading of a few words, with a line of its own below it. */
const pairBelow = (line: SpannedText, next: Line): Pair | undefined => {
  const mark = markLength(line.folded)
  if (mark === 0 || next === undefined || markLength(next.folded) > 0 || LABEL.test(next.folded))
    return undefined
  const label = line.slice(mark).trim()
  return HEADING.test(label.folded) ? pairOf(label, next) : undefined
}

const HEADING = /^[\u4e00-\u9fff]{4,12}$/

/**
 * In running text many a short text stands behind a colon. A name looks like one, or its label speaks of names, or it
 * stands first in front of the money, in each form of the text.
 */
const isSureName = (word: string, sections: readonly (readonly Pair[])[]): boolean => {
  const all = sections.flatMap((pairs) => pairs.filter(({ label }) => wordOf(label) === word))
  if (all.some(({ label }) => (hintsIn(label.text).get('name') ?? 0) > 0)) return true
  if (all.every(({ value }) => isProject(value.text.meaning))) return true
  return sections.every(
    ([first, second]) =>
      first !== undefined && wordOf(first.label) === word && second !== undefined && isMoney(second.value),
  )
}

const isProject = (words: string): boolean => PROJECT_END.test(words) && !NO_PROJECT.test(words)

/** A line that is a label, and the line behind it that is its value. */
type LinePair = readonly [label: SpannedText, value: SpannedText]

/**
 * Pairs the lines of a form that prints each cell in a line of its own: 项目全称, its name, 资金安排, 资金总量, its sum.
 * Each value has one label in front of it, and a label may stand over others without a value. The pairs are those that
 * leave the fewest known labels and plain values unexplained; none where lines are left that stand otherwise, as in a
 * table of sums.
 */
const pairLines = (
  lines: readonly SpannedText[],
  isLabel: (line: SpannedText) => boolean,
): readonly LinePair[] => {
  const kinds = lines.map((line): Kind => (isLabel(line) ? 'label' : isValue(line) ? 'value' : 'words'))
  // From behind: the least cost of the lines from each on, and whether the first two of them are a pair.
  const costs = [...lines.map(() => 0), 0]
  const isPair = lines.map(() => false)
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const [own, next] = [kinds[at] as Kind, kinds[at + 1]]
    const alone = ALONE[own] + (costs[at + 1] ?? 0)
    const both =
      next === undefined ? Number.POSITIVE_INFINITY : AS_LABEL[own] + AS_VALUE[next] + (costs[at + 2] ?? 0)
    isPair[at] = both <= alone
    costs[at] = Math.min(alone, both)
  }
  const pairs: LinePair[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [own, next] = [lines[at] as SpannedText, lines[at + 1]]
    if (isPair[at] === true && next !== undefined) {
      pairs.push([own, next])
      at += 1
    } else if (kinds[at] === 'value') return []
  }
  return pairs.length * 2 >= lines.length * PAIRED ? pairs : []
}

const PAIRED = 0.75

type Kind = 'label' | 'value' | 'words'
const ALONE: Readonly<Record<Kind, number>> = { label: 2, value: 5, words: 3 }
const AS_LABEL: Readonly<Record<Kind, number>> = { label: 0, value: 9, words: 1 }
const AS_VALUE: Readonly<Record<Kind, number>> = { label: 6, value: 0, words: 1 }

/** Whether a line is no label, whatever stands around it; the first line of a sentence ends in a comma. */
const isValue = (line: SpannedText): boolean => {
  const kind = kindOf(line)
  return (
    isTyped(kind) ||
    kind === 'sentence' ||
    kind === 'none' ||
    kind === 'organisation' ||
    isMoneyCell(line.meaning) ||
    /[,;、]$/.test(line.folded)
  )
}
