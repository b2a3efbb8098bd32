import type { ColumnRole } from '../../model/disclosure.ts'
import { meaning } from '../../source/fold.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { categoriesNamed, isHeadingWord } from '../../vocabulary/categories.ts'
import { cellKind, isTyped } from '../../vocabulary/cell-kinds.ts'
import { isAside } from '../../vocabulary/form-words.ts'
import { namesMoney } from '../../vocabulary/header-hints.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { endsAsValue, gluedQualityLength, isSaidOfName } from '../../vocabulary/qualities.ts'
import { isCountInWords, LABELS_YEAR, SIGNED } from '../../vocabulary/statement-words.ts'
import { moneyIn } from './amounts.ts'
import { markLength } from './lines.ts'

/** One thing that a line says, whatever marks part its words. */
export type Statement = (
  | { readonly kind: 'heading'; readonly headings: readonly SpannedText[] }
  | ItemStatement
  | FieldStatement
  /** Indicators under headings of the text's own; see `ownHeadings`. */
  | { readonly kind: 'outline' }
  | { readonly kind: 'words' }
  /** Who filled in the form, and when. */
  | { readonly kind: 'aside' }
) & { readonly text: SpannedText }

/** An indicator: its headings, as far as it prints any itself, its name and its value. */
export interface ItemStatement {
  readonly kind: 'item'
  readonly text: SpannedText
  readonly headings: readonly SpannedText[]
  /** Words between the known headings and the name: 学员 in 满意度指标:学员|学员满意度 ≥92%. */
  readonly under: SpannedText | undefined
  readonly name: SpannedText
  /** `undefined` where the value stands in the name. */
  readonly value: SpannedText | undefined
}

/** A label with what is said behind it. */
export interface FieldStatement {
  readonly kind: 'field'
  readonly text: SpannedText
  readonly label: SpannedText
  /** `undefined` for words that no list has. */
  readonly role: ColumnRole | undefined
  readonly value: SpannedText
}

/**
 * What a line says, one statement after the other; a goal ends where something else is said that is known. `isAhead`: of one in
 * front of all indicators, where a label stands in front of no indicator.
 */
export const statementsIn = (line: SpannedText, isAhead = false): readonly Statement[] => {
  const said: Statement[] = []
  for (const piece of piecesOf(line)) {
    const own = statementOf(piece, isAhead)
    const last = said.at(-1)
    const isKnown =
      own.kind === 'heading' ||
      (own.kind === 'item' && own.headings.length > 0) ||
      (own.kind === 'field' && own.role !== undefined)
    if (last?.kind === 'field' && last.role === 'goal' && !isKnown) {
      const start = last.value.offsetIn(line)
      said[said.length - 1] = { ...last, value: line.trimmed(start, piece.endIn(line)) }
    } else said.push(own)
  }
  return said
}

/**
 * Where a line may begin to say something else: behind `;`, `。` and `//`, in front of 【 and of words with a colon behind blanks or a bar, and in front of the
 * money that a label with a name ends with: 贴息事项:淡储贴息,贴息数12万元.
 */
const BOUND =
  /[;。](?=\s*\S)|(?<=^[\u4e00-\u9fff]{2,8}:[^:\d,;。]{2,24}),(?=[\u4e00-\u9fff]{1,6}[\d.,]+[万亿]?元。?$)|\/\/|(?<=\S)\s*(?=【)|(?<=\S)(?:\s+|\s*\|\s*)(?=[\u4e00-\u9fff]{2,8}:)/g

const piecesOf = (line: SpannedText): readonly SpannedText[] => {
  const pieces: SpannedText[] = []
  let from = 0
  for (const { index, 0: mark } of line.folded.matchAll(BOUND)) {
    const end = /^[;。,]/.test(mark) ? index + 1 : index
    pieces.push(line.trimmed(from, end))
    from = index + mark.length
  }
  pieces.push(line.trimmed(from))
  return pieces.filter((piece) => !piece.isBlank)
}

const statementOf = (piece: SpannedText, isAhead = false): Statement => {
  if (isAside(piece.folded) || SIGNED.test(piece.folded)) return { kind: 'aside', text: piece }
  const text = withoutMarks(piece)
  const { headings, rest } = peel(text)
  if (headings.length > 0 && !/[\u4e00-\u9fff\d]/.test(rest.folded))
    return { kind: 'heading', text, headings }
  if (headings.length > 0) {
    const item = itemOf(headings, rest, true)
    return item ?? { kind: 'words', text }
  }
  const field = fieldOf(text, piece)
  if (field?.role !== undefined) return field
  // 答:年度目标:…
  if (field !== undefined && field.label.length <= LONGEST_SPEAKER + 1) {
    const own = statementOf(field.value)
    if (own.kind === 'field' ? own.role !== undefined : own.kind === 'item' && own.headings.length > 0)
      return own
  }
  const behind = headingBehind(text)
  if (behind !== undefined) {
    const item = itemOf([behind.heading], behind.rest, true)
    if (item !== undefined) return item
  }
  return unlistedOf(text, field, isAhead)
}

/** What is said by words that no list has. */
const unlistedOf = (text: SpannedText, field: FieldStatement | undefined, isAhead: boolean): Statement => {
  if (isAhead && field !== undefined && text.folded[field.label.length] === ':') return field
  return itemOf([], text, false) ?? field ?? { kind: 'words', text }
}

const LONGEST_SPEAKER = 2

/** 某某 without the marks of lists, of emphasis and of ends: `- [ ] 清淤渠道 **1.8公里**`. */
const withoutMarks = (piece: SpannedText): SpannedText => {
  let text = piece.trim()
  for (let length = -1; length !== text.length; ) {
    length = text.length
    const lead = LEAD.exec(text.folded)?.[0].length ?? 0
    text = text.trimmed(lead === 0 ? markLength(text.folded) : lead)
  }
  const end = text.folded.search(/(?<![\s*_`|│。.;,、])[\s*_`|│。.;,、]*$/)
  return text.slice(0, Math.max(0, end))
}

const LEAD = /^(?:[\s*_#`>|│+]+|-+\s+|\[[ xX√]?\]\s+|[Ⅰ-Ⅻⅰ-ⅻ]+[.、\s]+)/

/** The headings in front of a statement: 产出指标/数量指标~, 产出指标(数量):, 【数量指标】. */
const peel = (
  text: SpannedText,
): { readonly headings: readonly SpannedText[]; readonly rest: SpannedText } => {
  const headings: SpannedText[] = []
  let rest = text
  while (headings.length < 2) {
    const { folded } = rest
    const start = OPENS.exec(folded)?.[0].length ?? 0
    const word = /^[\u4e00-\u9fff]{2,14}/.exec(folded.slice(start))?.[0] ?? ''
    if (word === '' || categoriesNamed(word).length === 0) break
    const end = start + word.length
    // 效益(生态): what brackets add that no list has is of the heading.
    const added = headings.length === 0 ? /^\(([\u4e00-\u9fff]{2,8})\)(?=\s?:)/.exec(folded.slice(end)) : null
    const until =
      added !== null && categoriesNamed(added[1] as string).length === 0 ? end + added[0].length : end
    const joint = JOINT.exec(folded.slice(until))?.[0].length ?? 0
    const isOver = until === folded.length
    if (joint === 0 && !isOver && folded[until] !== '(') break
    // 满意度 ≥90% names itself what it measures.
    if (isValueLike(folded.slice(until + joint))) break
    headings.push(rest.slice(start, until))
    rest = rest.slice(until + joint)
  }
  return { headings, rest: rest.trim() }
}

const OPENS = /^[\s【[(*]*/
const JOINT = /^[\s)\]】*]*(?:[:~|│→·/,=]+|-+>?|\.{1,}|>|…+)?[\s:~|│*【]*/

/** ≥1476场--放映场次(数量指标): a heading in brackets at the end. */
const headingBehind = (
  text: SpannedText,
): { readonly heading: SpannedText; readonly rest: SpannedText } | undefined => {
  const found = /[([【]([\u4e00-\u9fff]{2,10})[)\]】]$/.exec(text.folded)
  const word = found?.[1] ?? ''
  if (found === null || categoriesNamed(word).length === 0) return undefined
  const start = found.index + 1
  return { heading: text.slice(start, start + word.length), rest: text.trimmed(0, found.index) }
}

/** What parts a name from its value, beside a single blank. */
const PARTS =
  /(?<!\d):|[~|│→*\t]|(?<!\.)\.{3,60}|(?<!…)…{1,30}|(?<!-)-{2,30}|\s{2}|(?<=\s)[-/](?=\s)|(?<=[\u4e00-\u9fff)])(?<![年月日])-(?=[≥≤<>=\d])|(?<=[\u4e00-\u9fff)])-(?=[\u4e00-\u9fff]{2,16}-)|=(?=\s?[^\d\s])|=(?=[^=]{1,12}以[上下内]$)/g

const itemOf = (
  headings: readonly SpannedText[],
  said: SpannedText,
  isHeaded: boolean,
): ItemStatement | undefined => {
  const parts = partsOf(said)
  const [first, second] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return undefined
  const item = (
    name: SpannedText,
    value: SpannedText | undefined,
    front: readonly SpannedText[],
  ): ItemStatement | undefined =>
    front.length > 1 || !(isHeaded || front.every(mayHead)) || !isName(name.folded)
      ? undefined
      : { kind: 'item', text: said, headings, under: front[0], name, value }
  if (second !== undefined && /\d/.test(first.folded) && isValueLike(first.folded))
    return item(second, first, parts.slice(2))
  const isShort = isHeaded && last.length <= LONGEST_WORDS && !/[,。;]/.test(last.folded)
  const name = parts.at(-2)
  if (name !== undefined && isValueLike(last.folded)) return item(name, last, parts.slice(0, -2))
  const own = nameWithValue(last)
  if (own !== undefined) return item(own.name, own.value, parts.slice(0, -1))
  if (name !== undefined && isShort) return item(name, last, parts.slice(0, -2))
  const isFull = headings.some(({ folded }) => isHeadingWord(folded))
  return isFull && parts.length === 1 && last.length <= LONGEST_WORDS ? item(last, undefined, []) : undefined
}

/** 活儿有多少——除雪村道:≥66公里: words of the form's own in front of a name. */
const mayHead = ({ folded }: SpannedText): boolean => /^[\u4e00-\u9fff]{2,8}$/.test(folded)

const LONGEST_WORDS = 16
const LONGEST_NAME = 40

const isName = (folded: string): boolean =>
  folded.length <= LONGEST_NAME && /[\u4e00-\u9fff]{2}/.test(folded) && !/[。;]/.test(folded)

const partsOf = (text: SpannedText): readonly SpannedText[] => {
  const parts: SpannedText[] = []
  let from = 0
  for (const { index, 0: mark } of text.folded.matchAll(PARTS)) {
    parts.push(text.trimmed(from, index))
    from = index + mark.length
  }
  parts.push(text.trimmed(from))
  return parts.filter((part) => !part.isBlank)
}

/** A name and its value that a blank parts, a sign, or nothing: 更换闸门 4扇, 查螺面积≥1240亩, 改造户厕510户. */
const nameWithValue = (
  text: SpannedText,
): { readonly name: SpannedText; readonly value: SpannedText | undefined } | undefined => {
  const { folded } = text
  if (folded.length > LONGEST_NAME) return undefined
  for (const { index } of folded.matchAll(/(?<!\s)\s+(?=\S)/g)) {
    if (isValueLike(folded.slice(index)) && /[\u4e00-\u9fff]{2}/.test(folded.slice(0, index)))
      return { name: text.slice(0, index), value: text.trimmed(index) }
  }
  const sign = folded.search(/(?<=[^\s≥≤<>=])\s*[≥≤<>=]/)
  if (sign > 0 && isValueLike(folded.slice(sign)))
    return { name: text.slice(0, sign), value: text.trimmed(sign) }
  const date = DATE_FIRST.exec(folded)?.[0].length ?? 0
  if (date > 0) return { name: text.trimmed(date), value: text.slice(0, date) }
  const glued = /^[\u4e00-\u9fff][^\d≥≤<>=,。;:]*[\u4e00-\u9fff)%’”](?:\s?[≥≤<>=]{1,2}\s?)?[\d]/.test(folded)
  const isValued = (glued && endsAsValue(folded)) || gluedQualityLength(folded) > 0
  return isValued && !/[。;:]/.test(folded) ? { name: text, value: undefined } : undefined
}

/** 3月20日前完工 */
const DATE_FIRST = /^(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底)?(?:之?前|底前)(?=[\u4e00-\u9fff]{2,8}$)/

const LONGEST_VALUE = 20

/** Whether words can be nothing but a value. */
const isValueLike = (words: string): boolean => {
  const plain = meaning(words.trim())
  if (plain === '' || plain.length > LONGEST_VALUE) return false
  const kind = cellKind(plain)
  return (
    isTyped(kind) ||
    kind === 'quality' ||
    isCountInWords(plain) ||
    isSaidOfName(plain) ||
    (/^(?:[≥≤<>=±]|\D{0,3}\d)/.test(plain) && endsAsValue(plain) && !/^(?!每)[\u4e00-\u9fff]{3}/.test(plain))
  )
}

/** A label with its value behind any mark, or behind a blank where it is known. */
const LABEL =
  /^[【[*]*([\u4e00-\u9fff][\u4e00-\u9fff、]{0,14}(?:\([\u4e00-\u9fff\d%]{1,10}\))?)(?:\s*(?:[】\]*]{1,4}[\s:]*|(?:[:=]|~{1,60}|[|│→]{1,4}|\.{3,60}|…{1,30}|-{2,30}|[-/](?=\s))\s*)|\s+)(?=\S)/

const fieldOf = (text: SpannedText, piece: SpannedText): FieldStatement | undefined => {
  const found = LABEL.exec(text.folded)
  if (found === null) return labelAlone(text)
  const word = found[1] as string
  const at = found[0].indexOf(word)
  const label = text.slice(at, at + word.length)
  // What was taken off at the end of the piece belongs to a sentence.
  const value = text.trimmed(found[0].length)
  const whole = piece.trimmed(value.offsetIn(piece), piece.folded.search(/(?<![\s|│*])[\s|│*]*$/))
  const role = roleOf(word, value)
  const isMarked = /[^\s]/.test(found[0].slice(at + word.length))
  if (role === undefined && !isMarked) return undefined
  const isText = role === 'goal' || role === undefined
  return { kind: 'field', text, label, role, value: isText ? whole : value }
}

/** 绩效指标: and [项目] over what they head. */
const labelAlone = (text: SpannedText): FieldStatement | undefined => {
  const word = /^[【[]?([\u4e00-\u9fff]{2,12})[\]】]?:?$/.exec(text.folded)?.[1]
  if (word === undefined || !/[\]】:]$/.test(text.folded)) return undefined
  return { kind: 'field', text, label: text, role: headerRole(word), value: text.slice(text.length) }
}

/** What a label says, with its value in view. */
const roleOf = (word: string, value: SpannedText): ColumnRole | undefined => {
  if (LABELS_YEAR.test(word)) return /^20\d\d/.test(value.folded) ? 'period' : undefined
  const role = ROLES.get(word) ?? headerRole(word)
  const hasMoney = moneyIn(value).amount !== undefined
  if (role === 'amount' || role === 'funding') return hasMoney ? role : undefined
  if (role !== undefined) return KNOWN.has(role) ? role : undefined
  return namesMoney(word) && hasMoney ? 'amount' : undefined
}

const ROLES: ReadonlyMap<string, ColumnRole> = new Map([
  ['目标', 'goal'],
  ['单位', 'agency'],
])
const KNOWN: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'code', 'period', 'goal', 'indicator'])
