import type { ColumnRole } from '../../model/disclosure.ts'
import type { DraftHeading, DraftIndicatorRow } from '../../model/draft.ts'
import type { Block, Row } from '../../read/grid.ts'
import { rememberFor } from '../../remember.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { categoriesNamed, levelOneOf, mayStandUnder } from '../../vocabulary/categories.ts'
import { cellKind } from '../../vocabulary/cell-kinds.ts'
import { hintsOf } from '../../vocabulary/header-hints.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { areOwn, ownHeadings } from '../../vocabulary/own-headings.ts'
import { holdsHeading, namesMeasure, saysGoals } from '../../vocabulary/statement-words.ts'
import { FormBuilder } from '../form-builder.ts'
import { plainLabel } from '../labels.ts'
import { type Layout, type Part, partOfForms } from '../layout.ts'
import { pairOf, tellPairs, wordOf } from '../told-labels.ts'
import { moneyIn } from './amounts.ts'
import { linesOf, paragraphsOf } from './lines.ts'
import { type FieldStatement, type ItemStatement, type Statement, statementsIn } from './statement.ts'
import { type TitleParts, titleParts } from './title-parts.ts'

/** A line with what it says. */
interface Said {
  readonly line: SpannedText
  readonly statements: readonly Statement[]
}

/**
 * L5, L7: text whose lines each say one thing in one manner: fields of a form, and indicators, each a name with its value in
 * front of or behind its category, with whatever marks between them.
 */
export const statements: Layout = {
  id: 'narrative',
  highest: 0.91,

  score: (blocks) => {
    const said = saidIn(blocks)
    if (!isFiling(said)) return 0
    if (said.some(({ statements: [own] }) => own?.kind === 'outline')) return 0.91
    return isWhole(said) && isOfOwnManner(said) ? 0.91 : 0.5
  },

  read: (blocks): Part => {
    const reader = new StatementReader(saidIn(blocks))
    return partOfForms(reader.builder, reader.front)
  },
}

const saidIn = rememberFor((blocks: readonly Block[]): readonly Said[] => {
  if (blocks.some((block) => block.kind === 'row' && !isLineOfCells(block))) return []
  const all = linesOf(blocks).filter((line) => line !== undefined)
  if (all.length > MOST_LINES) return []
  // In a table, it stands in its cell.
  const isText = all.length > 0 && blocks.every((block) => block.kind !== 'row' || block.cells.length <= 2)
  const { lines, outline } = isText ? partedAtOutline(all) : { lines: all, outline: undefined }
  const said: Said[] = []
  let isBegun = false
  for (const line of lines) {
    if (isRuler(line.folded)) continue
    if (line === outline) {
      said.push({ line, statements: [{ kind: 'outline', text: line }] })
      isBegun = true
      continue
    }
    const mayBeTitle =
      said.length < MOST_TITLES && said.every(({ statements: above }) => !above.some(isKnownField))
    // What stands in front of all indicators is none.
    const isAhead = outline !== undefined && !isBegun
    const front = statementsIn(line, isAhead).map((one) => (isBegun ? one : asFront(one, mayBeTitle)))
    const own: readonly Statement[] = isAhead ? front.map(withoutItem) : front
    isBegun ||= own.some(({ kind }) => kind === 'item' || kind === 'heading')
    said.push({ line, statements: own })
  }
  return said
})

/** Lines of which one holds all that stands under headings of the text's own, as far as most of these are in no list. */
const partedAtOutline = (
  lines: readonly SpannedText[],
): { readonly lines: readonly SpannedText[]; readonly outline: SpannedText | undefined } => {
  const text = SpannedText.join(lines, '\n')
  const own = ownHeadings(text.folded)
  const [first, last] = [own.find(({ hasItem }) => hasItem), own.at(-1)]
  if (first === undefined || last === undefined || !areOwn(own)) return { lines, outline: undefined }
  const lineEnd = text.folded.indexOf('\n', last.end)
  const behind = lineEnd < 0 ? [] : paragraphsOf(text.slice(lineEnd))
  // Below a heading in a line of its own stand its items.
  const isItem = (line: SpannedText): boolean =>
    statementsIn(line, false).every((one) => one.kind === 'item' && one.value !== undefined)
  const rest = behind.findIndex((line) => !isItem(line))
  const items = rest < 0 ? behind : behind.slice(0, rest)
  const end =
    items.length > 0 ? endOf(items.at(-1) as SpannedText, text) : lineEnd < 0 ? text.length : lineEnd
  const outline = text.trimmed(first.from, end)
  return {
    lines: [...paragraphsOf(text.slice(0, first.from)), outline, ...behind.slice(items.length)],
    outline,
  }
}

const endOf = (line: SpannedText, text: SpannedText): number => line.offsetIn(text) + line.length

const isKnownField = (one: Statement): boolean =>
  one.kind === 'field' && headerRole(one.label.meaning) !== undefined

/** What looks like an indicator in front of them all, and is none: 投入 44万元, and a title with its year or its money. */
const asFront = (one: Statement, mayBeTitle: boolean): Statement => {
  if (one.kind !== 'item' && one.kind !== 'field') return one
  if (isKnownField(one) || (one.kind === 'item' && one.headings.length > 0)) return one
  // 要用多少钱:31.2万元 is a label with its value.
  if (mayBeTitle && !one.text.folded.includes(':')) {
    const { name, amount, year } = titleParts(one.text)
    if (name !== undefined && (amount ?? year) !== undefined) return { kind: 'words', text: one.text }
  }
  const isMoney = one.kind === 'item' && one.value !== undefined && moneyIn(one.value).amount !== undefined
  return isMoney && one.value !== undefined && one.under === undefined
    ? { kind: 'field', text: one.text, label: one.name, role: undefined, value: one.value }
    : one
}

const withoutItem = (one: Statement): Statement =>
  one.kind === 'item' && one.under === undefined && one.value === undefined
    ? { kind: 'words', text: one.text }
    : one

/** Whether a row may as well be a line whose parts something sets off. */
const isLineOfCells = ({ cells }: Row): boolean =>
  cells.length <= MOST_CELLS && cells.every(({ text }) => !text.text.includes('\n'))
/** A heading of each level, a name and its value. */
const MOST_CELLS = 4

/** Longer texts have other manners. */
const MOST_LINES = 400

const isRuler = (folded: string): boolean => /^[\s─━┄═=_*~+|│┌┐└┘├┤┬┴┼-]+$/.test(folded)

const itemsOf = (said: readonly Said[]): readonly ItemStatement[] =>
  said.flatMap(({ statements: own }) => own.filter((one) => one.kind === 'item'))

const fieldsOf = (said: readonly Said[]): readonly FieldStatement[] =>
  said.flatMap(({ statements: own }) => own.filter((one) => one.kind === 'field'))

/** The first line that says something known; -1 for none. */
const firstKnown = (said: readonly Said[]): number =>
  said.findIndex(({ statements: own }) => own.some(({ kind }) => kind !== 'words' && kind !== 'aside'))

/**
 * Whether nearly all lines say something that a filing does: several indicators of at least two kinds of categories under a
 * goal, money or a title that speaks of them; or, without categories, a goal, money, and indicators as nothing else has.
 */
const isFiling = (said: readonly Said[]): boolean => {
  const items = itemsOf(said)
  const hasOutline = said.some(({ statements: [own] }) => own?.kind === 'outline')
  if (items.length < FEWEST && !hasOutline) return false
  const first = firstKnown(said)
  const unknown = said.filter(
    ({ statements: own }, i) => i > Math.max(first, MOST_TITLES) && own.every(({ kind }) => kind === 'words'),
  ).length
  if (unknown * 4 > said.length) return false
  const fields = fieldsOf(said)
  const hasGoal = fields.some(({ role, value }) => role === 'goal' && !value.isBlank)
  const front = said
    .slice(0, Math.max(1, first + 1))
    .slice(0, MOST_TITLES)
    .map(({ line }) => line)
  const hasMoney =
    fields.some(({ value }) => moneyIn(value).amount !== undefined) ||
    front.some((line) => titleParts(line).amount !== undefined)
  const kinds = new Set(
    said.flatMap(({ statements: own }) =>
      own.flatMap((one) =>
        one.kind === 'item' || one.kind === 'heading'
          ? one.headings.flatMap(({ meaning }) => categoriesNamed(meaning).map(({ id }) => levelOneOf(id)))
          : [],
      ),
    ),
  )
  if (hasOutline) return hasMoney && (hasGoal || goalAmong(fields) !== undefined)
  const speaks = front.some(({ folded }) => saysGoals(folded))
  if (kinds.size > 1) return hasGoal || hasMoney || speaks
  // Below a title that speaks of goals nothing but a list: 1.巡护里程≥90公里.
  const below = said.length - front.length
  const isList = items.length > FEWEST_LISTED && items.length * 10 >= below * 9 && !items.some(isGlued)
  if (speaks && isList && items.some(isOfMeasure)) return true
  // 年度目标 says more than 目标, which anybody may have.
  const isOfForm = fields.some(({ role, label }) => role === 'goal' && label.length > SHORT_LABEL)
  const isMeasured = speaks || isOfForm || items.some(isOfMeasure)
  // Without categories an indicator has a line of its own.
  const own = said.filter(({ statements: [one, ...others] }) => one?.kind === 'item' && others.length === 0)
  return hasMoney && isMeasured && (hasGoal || goalAmong(fields) !== undefined) && own.length > FEWEST
}

/** Whether nearly all indicators stand under words that no list has. */
const areUnderOwn = (items: readonly ItemStatement[]): boolean =>
  items.filter(({ headings, under }) => headings.length === 0 && under !== undefined).length * 5 >=
  items.length * 4

/** 产出数量指标改造食堂间数: the headings of a table whose cells ran together. */
const isGlued = ({ name }: ItemStatement): boolean => holdsHeading(name.folded)

const isOfMeasure = ({ name }: ItemStatement): boolean => namesMeasure(name.meaning)

/** Whether a text says all that a filing does, and nothing that is not known. */
const isWhole = (said: readonly Said[]): boolean => {
  const all = said.flatMap(({ statements: own }) => own)
  const begin = all.findIndex(({ kind }) => kind !== 'words')
  const isKnown = (one: Statement, i: number): boolean =>
    one.kind === 'words' ? i < begin : one.kind !== 'field' || one.role !== undefined
  const roles = new Set(fieldsOf(said).map(({ role }) => role))
  return all.every(isKnown) && roles.has('goal') && itemsOf(said).length > FEWEST
}

/** Whether marks part most names from their values that no other manner has: leader dots, dashes, bars. */
const isOfOwnManner = (said: readonly Said[]): boolean => {
  const items = said.filter(({ statements: own }) => own.some(({ kind }) => kind === 'item'))
  return items.filter(({ line }) => OWN_MARK.test(line.folded)).length * 2 > items.length
}

const OWN_MARK = /\s[-/]\s|[~|│→]|\.{3}|…|-{2}|[Ⅰ-Ⅻⅰ-ⅻ]/

const FEWEST = 2
/** The same of a list without categories, goal and money. */
const FEWEST_LISTED = 3
const SHORT_LABEL = 2
/** So many lines may stand over the first that says something known. */
const MOST_TITLES = 3

/** The field of no listed label that is told to be one by what the fields say beside each other. */
const toldAmong = (
  among: readonly FieldStatement[],
  wanted: ColumnRole,
  fields = among,
): FieldStatement | undefined => {
  const told = tellPairs(fields.map(({ label, value }) => pairOf(label, withoutStop(value))))
  return among.find(
    ({ role, label, value }) =>
      role === undefined && told.get(wordOf(pairOf(label, value).label))?.role === wanted,
  )
}

/** 村庄绿化。: a few words that a stop ends and no comma parts are no sentence. */
const withoutStop = (value: SpannedText): SpannedText =>
  /^[^,;。]{1,12}[,。]$/.test(value.folded) ? value.slice(0, value.length - 1) : value

/** The label of no list that the goal stands behind: the one whose words speak of it, or the only one with words behind it. */
const goalAmong = (fields: readonly FieldStatement[]): FieldStatement | undefined => {
  const open = fields.filter(
    ({ role, value }) =>
      role === undefined && cellKind(value.meaning) !== 'date' && /[\u4e00-\u9fff]{4}/.test(value.folded),
  )
  const speaks = ({ label }: FieldStatement): boolean => (hintsOf(label.meaning).get('goal') ?? 0) > 0
  const sentences = open.filter(({ value }) => cellKind(withoutStop(value).meaning) === 'sentence')
  const [only] = open.length === 1 ? open : sentences.length === 1 ? sentences : []
  return toldAmong(open, 'goal', fields) ?? open.find(speaks) ?? only
}

/** The label of no list that the name of the project stands behind in front of all else: 贴息事项:淡季储备贴息. */
const nameAmong = ([first]: readonly FieldStatement[]): FieldStatement | undefined => {
  const words = first === undefined ? '' : withoutStop(first.value).meaning
  const isName = first?.role === undefined && /^[\u4e00-\u9fff]{4,20}$/.test(words)
  return isName && cellKind(words) !== 'quality' ? first : undefined
}

/** Makes projects of what lines say. */
class StatementReader {
  readonly builder = new FormBuilder()
  readonly front: SpannedText[] = []
  #one: DraftHeading | undefined
  #two: DraftHeading | undefined
  /** Each indicator has words of the form's own in front. */
  readonly #isUnderOwn: boolean

  constructor(said: readonly Said[]) {
    this.#isUnderOwn = areUnderOwn(itemsOf(said))
    for (const part of partsOf(said)) this.#readProject(part)
  }

  #readProject(said: readonly Said[]): void {
    const fields = fieldsOf(said)
    const has = (wanted: ColumnRole): boolean => fields.some(({ role }) => role === wanted)
    const first = firstKnown(said)
    const told = new Map<Statement | undefined, ColumnRole>()
    const hasOutline = said.some(({ statements: own }) => own.some(({ kind }) => kind === 'outline'))
    const named = has('name') || !hasOutline ? undefined : nameAmong(fields)
    const isNamed = has('name') || named !== undefined
    if (!has('name')) told.set(named ?? toldAmong(fields, 'name'), 'name')
    if (!has('amount')) told.set(amountAmong(fields), 'amount')
    if (!has('goal')) told.set(goalAmong(fields), 'goal')
    const hasAmount = has('amount') || amountAmong(fields) !== undefined
    for (const [i, { statements: own }] of said.entries()) {
      for (const one of own) {
        if (one.kind === 'words' && i < MOST_TITLES && i <= Math.max(0, first))
          this.#readTitle(one.text, isNamed, hasAmount)
        else this.#readStatement(one, told.get(one))
      }
    }
    this.builder.finish()
  }

  #readTitle(text: SpannedText, isNamed: boolean, hasAmount: boolean): void {
    const { name, amount } = titleParts(text)
    this.front.push(text)
    if (name !== undefined && !isNamed && !this.builder.has('name')) this.#add('name', name)
    if (amount !== undefined && !hasAmount && !this.builder.has('amount')) this.#add('amount', amount)
  }

  #add(role: 'name' | 'amount', text: SpannedText): void {
    this.builder.field(plainLabel(text.slice(0, 0), role), text)
  }

  /** `told`: what stands behind a label that no list has. */
  #readStatement(one: Statement, told: ColumnRole | undefined): void {
    if (one.kind === 'words' || one.kind === 'aside') this.builder.leave(one.text, 'surrounding')
    else if (one.kind === 'outline') this.builder.indicators(one.text)
    else if (one.kind === 'heading') this.#enter(one.headings)
    else if (one.kind === 'item') this.#readItem(one)
    else this.#readField(one, told === 'name' && this.builder.has('name') ? undefined : (told ?? one.role))
  }

  #readField({ label, value }: FieldStatement, role: FieldStatement['role']): void {
    const own = plainLabel(label, role ?? 'other')
    this.builder.label(own)
    const { name, amount, year } = role === 'name' ? titleParts(value) : NO_PARTS
    if (name !== undefined && (amount ?? year) !== undefined) {
      // 项目:校园足球场地改造 / 94万元 / 2023年
      this.#add('name', name)
      if (amount !== undefined) this.#add('amount', amount)
    } else if (role === 'indicator') this.builder.leave(value, 'label')
    else if (role === undefined) this.builder.leave(value, 'column')
    else this.builder.field(own, role === 'name' ? withoutStop(value) : value)
  }

  #readItem({ headings, under, name, value }: ItemStatement): void {
    if (headings.length > 0) this.#enter(headings)
    if (under !== undefined && this.#isUnderOwn) this.#enter([under])
    else if (under !== undefined) {
      if (this.#one !== undefined && this.#two === undefined) this.#two = { text: under, level: 2 }
      else this.builder.leave(under, 'label')
    }
    const open = [this.#one, this.#two].filter((heading) => heading !== undefined)
    const row: DraftIndicatorRow = {
      span: name.span,
      headings: open,
      name,
      targets:
        value === undefined
          ? []
          : [{ comparator: undefined, value, unit: undefined, column: undefined, term: undefined }],
      weight: undefined,
      direction: undefined,
    }
    this.builder.rows([row])
  }

  /** What a statement stands under: the headings that it prints, and that of level 1 over them. */
  #enter(headings: readonly SpannedText[]): void {
    const [first, second] = headings
    if (first === undefined) return
    const levels = categoriesNamed(first.meaning.replace(/\([^()]*\)$/, '')).map(({ level }) => level)
    const isUnder = this.#one !== undefined && mayStandUnder(first.meaning, this.#one.text.meaning)
    const isLower =
      second === undefined && (levels.every((level) => level === 2) || (isUnder && !levels.includes(1)))
    if (isLower) {
      if (!isUnder) this.#one = undefined
      this.#two = { text: first, level: 2 }
      return
    }
    this.#one = { text: first, level: 1 }
    this.#two = second === undefined ? undefined : { text: second, level: 2 }
  }
}

const NO_PARTS: TitleParts = { name: undefined, amount: undefined, year: undefined }

/** The lines of each project: where a label names the next, or a title does behind indicators. */
const partsOf = (said: readonly Said[]): readonly (readonly Said[])[] => {
  const parts: Said[][] = [[]]
  let isNamed = false
  for (const one of said) {
    const names = one.statements.some((own) => own.kind === 'field' && own.role === 'name')
    if (names && isNamed) parts.push([])
    isNamed ||= names
    parts.at(-1)?.push(one)
  }
  return parts
}

/** The field of no listed label that says what money there is. */
const amountAmong = (fields: readonly FieldStatement[]): FieldStatement | undefined =>
  fields.find(({ role, value }) => role === undefined && moneyIn(value).amount !== undefined)
