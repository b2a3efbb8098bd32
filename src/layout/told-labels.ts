import { collect } from '../collect.ts'
import type { ColumnRole } from '../model/disclosure.ts'
import { type Block, type Cell, plainCell, type Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { areWords, isTyped } from '../vocabulary/cell-kinds.ts'
import { namesMoney } from '../vocabulary/header-hints.ts'
import { termOf } from '../vocabulary/headers.ts'
import { isMoneyCell, moneyStage } from '../vocabulary/money-words.ts'
import { namesCount } from '../vocabulary/unit-in-name.ts'
import { TEXTS } from './form-items.ts'
import { namesForm } from './form-per-project.ts'
import { isMoney } from './form-rows.ts'
import { isTitle, saysWhole } from './front-matter.ts'
import { rowsOfLabelledLines } from './headed-lines.ts'
import { goalColumn, headerlessAt } from './headerless.ts'
import { labelOfCell, type Told, type ToldCell } from './labels.ts'
import { distance, isRateOf, numberIn } from './money-table.ts'
import { beginsAsWhole, lineCell } from './row-cells.ts'
import { rowHeaderAt } from './row-header.ts'
import type { RowHeader } from './sides.ts'
import { moneyIn } from './text/amounts.ts'
import { tellValues, withCells } from './told-values.ts'
import { isTransposedAt } from './transposed.ts'
import { alike, bare, hintsIn, kindOf } from './words-of.ts'

/**
 * Tells the labels of forms whose words are in no list by what stands beside or below them: the first short text is the
 * project's name, sentences are goals, the money that the other moneys add up to is the amount. Only what no known
 * label of the form says is told.
 */
export const tellLabels = (all: readonly Block[]): readonly Block[] => {
  const blocks = tellValues(rowsOfLabelledLines(all))
  const told = new Map<string, Told>()
  let start = 0
  let above: RowHeader | undefined
  let isWhole = beginsAsWhole(blocks)
  /** A list of projects without a header has begun: what stands in front of its categories are no labels. */
  let isList = false
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    const line = lineCell(block)
    const isEnd = block.kind === 'gap' && block.endsTable === true
    // The labels of a form may have a table of their own, over that of its indicators.
    if (isEnd && above === undefined && arePairs(blocks.slice(start, at))) continue
    if (isEnd || (line !== undefined && isTitle(line.text))) {
      if (line !== undefined) isWhole = saysWhole(line.text)
      start = at + 1
      above = undefined
      isList = false
      continue
    }
    isList ||= goalColumn(block) > 0
    const header = beginsAt(blocks, at, above, isList)
    if (header === undefined) continue
    const rows = headOf(blocks.slice(start, at), above)
    const isNamed = blocks.slice(start, at).some((_, i) => namesForm(blocks, start + i))
    const around = {
      isWhole,
      isNamed,
      isReport: header.columns.includes('actual') || header.columns.includes('score'),
      isTwoSided: header.sides.length === 2,
      isGrid: true,
    }
    if (isForm(header, blocks, rows)) tellForm(divide(rows), around, told)
    above = header
    at += Math.max(0, header.height - 1)
    start = at + 1
  }
  return told.size === 0 ? blocks : withTold(blocks, told)
}

/** Whether all rows are labels with the value beside each, one of which is a sentence: money beside its sources is of no form. */
const arePairs = (blocks: readonly Block[]): boolean => {
  if (blocks.length > MOST_BLOCKS) return false
  const rows = blocks.filter((block) => block.kind === 'row').map(placesOf)
  const saysGoal = rows.some((places) => places.some(({ cell }) => isSentence(cell)))
  return saysGoal && rows.length <= MOST_LABELS && rows.every((places) => places.length % 2 === 0)
}

const MOST_LABELS = 12
/** With the blank lines and the ends of tables among them. */
const MOST_BLOCKS = 4 * MOST_LABELS

/** Whether the rows above a header are labels of one project, and neither it has a column of projects nor the table one for each. */
const isForm = ({ columns }: RowHeader, blocks: readonly Block[], [first]: readonly Row[]): boolean =>
  !columns.includes('name') && !(first !== undefined && isTransposedAt(blocks, blocks.indexOf(first)))

/** The header of the indicators that begin at a place, or what they are without one, which the rows of a list need no more. */
const beginsAt = (
  blocks: readonly Block[],
  at: number,
  above: RowHeader | undefined,
  isList: boolean,
): RowHeader | undefined =>
  rowHeaderAt(blocks, at, above) ?? (above === undefined && !isList ? headerlessAt(blocks, at) : undefined)

/** The rows of labels above a header, behind the indicators of the table `above`. */
const headOf = (blocks: readonly Block[], above: RowHeader | undefined): readonly Row[] => {
  const rows = blocks.filter((block) => block.kind === 'row')
  if (above === undefined) return rows
  const target = above.columns.indexOf('target')
  const last = rows.findLastIndex(({ cells }) => cells[target]?.text.isBlank === false)
  return rows.slice(last + 1)
}

/** The blocks with all labels of the words that were told. */
const withTold = (blocks: readonly Block[], told: ReadonlyMap<string, Told>): readonly Block[] =>
  withCells(blocks, (cell): ToldCell => {
    const one = cell.text.length > LONGEST_LABEL * 2 ? undefined : told.get(wordOf(cell))
    return one === undefined ? cell : { told: one, ...cell }
  })

/** The words of a label, without blanks and the colon behind them. */
export const wordOf = ({ text }: Cell): string => bare(text)

/** A cell and the column that it begins in. */
interface Place {
  readonly cell: Cell
  readonly column: number
}

/** The cells of a row, and the label in front of it and other rows, where one is. */
interface Line {
  readonly front: Cell | undefined
  readonly places: readonly Place[]
}

/** A label with its value beside it; `front`: the label of a label that they stand behind. */
export interface Pair {
  readonly label: Cell
  readonly value: Cell
  readonly front: Cell | undefined
  /** Where the label stands in its row. */
  readonly column: number
}

/** Words over columns of values: 年初预算数, 全年执行数; 预期目标, 实际完成情况. */
interface Columns {
  readonly front: Cell | undefined
  readonly heads: readonly Place[]
  /** The row over the words. */
  readonly above: readonly Place[]
  readonly lines: Line[]
}

/** Labels with values beside them, and words over columns. */
interface Divided {
  readonly pairs: readonly Pair[]
  readonly tables: readonly Columns[]
}

const divide = (rows: readonly Row[]): Divided => {
  const lines = linesOf(rows)
  const pairs: Pair[] = []
  const tables: Columns[] = []
  let open: Columns | undefined
  for (const [at, { front, places }] of lines.entries()) {
    const next = lines[at + 1]
    if (open !== undefined && front === open.front && standsUnder(places, open.heads)) {
      open.lines.push({ front, places })
      continue
    }
    open = undefined
    if (next !== undefined && next.front === front && headsLine(places, next.places)) {
      const above = lines[at - 1]
      open = {
        front,
        heads: places,
        above: above !== undefined && above.front === front ? above.places : [],
        lines: [],
      }
      tables.push(open)
      continue
    }
    pairs.push(...pairsIn(places, front))
  }
  return { pairs, tables }
}

/** Labels with the value beside each; a known label without one stands alone. */
const pairsIn = (places: readonly Place[], front: Cell | undefined): readonly Pair[] => {
  const pairs: Pair[] = []
  for (let i = 0; i + 1 < places.length; i += 1) {
    const { cell: label, column } = places[i] as Place
    const { cell: value } = places[i + 1] as Place
    if (!isLabelLike(label) || isLabel(value)) continue
    pairs.push({ label, value, front, column })
    i += 1
  }
  return pairs
}

/** Whether a cell is a known label, or says with a colon that it is one. */
const isLabel = (cell: Cell): boolean => roleOf(cell) !== undefined || /.:$/.test(cell.text.folded)

const linesOf = (rows: readonly Row[]): readonly Line[] => {
  const lines: { front: Cell | undefined; places: readonly Place[] }[] = []
  /** The cell in the first column that the rows below may stand behind. */
  let first: Cell | undefined
  for (const row of rows) {
    const places = placesOf(row)
    const [own] = places
    if (own === undefined) continue
    const isNew = own.column === 0 && (first === undefined || own.cell.text.meaning !== first.text.meaning)
    if (isNew) {
      first = own.cell
      lines.push(isFrontOf(places) ? { front: first, places: places.slice(1) } : { front: undefined, places })
      continue
    }
    // What stands right behind a label shows that the row above begins with it, too.
    const above = lines.at(-1)
    const isUnfronted = above !== undefined && above.front === undefined && above.places[0]?.cell === first
    // 项目支出 below 基本支出, behind 全部支出 and its value: those are a pair.
    const isPairBefore = isUnfronted && isPairInFront(above.places, own.column)
    if (isUnfronted && !isPairBefore) {
      above.front = first
      above.places = above.places.slice(1)
    }
    lines.push({
      front: isPairBefore ? undefined : first,
      places: own.column === 0 ? places.slice(1) : places,
    })
  }
  return lines
}

/** Whether a label and its money stand in front of what begins in a column. */
const isPairInFront = ([, value, next]: readonly Place[], column: number): boolean =>
  value !== undefined && isMoney(value.cell) && next?.column === column

/** Whether the first cell is the label of a label: 用款安排 in front of 核定用款 and its sum. */
const isFrontOf = ([first, second, third, ...others]: readonly Place[]): boolean => {
  if (first === undefined || second === undefined || third === undefined || others.length % 2 === 1)
    return false
  const role = roleOf(first.cell)
  const mayBe = role === undefined || role === 'amount' || role === 'goal' || role === 'indicator'
  return mayBe && isLabelLike(second.cell) && !isLabel(third.cell)
}

/** The cells with text, those without that a converter printed again beside themselves. */
const placesOf = ({ cells }: Row): readonly Place[] =>
  cells.flatMap((cell, column) => {
    // Equal numbers of two columns are no copies.
    const isAgain = column > 0 && cells[column - 1]?.text.meaning === cell.text.meaning && !isMoney(cell)
    return cell.text.isBlank || isAgain ? [] : [{ cell, column }]
  })

/** Whether words stand over the cells of the next row: over two values at least, and hardly over other words. */
const headsLine = (heads: readonly Place[], below: readonly Place[]): boolean =>
  heads.length > 1 && heads.every(({ cell }) => isLabelLike(cell)) && standsUnder(below, heads)

/** A short goal and its result, under labels that are known, need be no sentences; what is beside them may reach down. */
const isUnderLabels = (places: readonly Place[], heads: readonly Place[]): boolean =>
  places.length > 1 &&
  places.every(({ cell, column }) => {
    const role = collect(heads, (head) => (head.column === column ? roleOf(head.cell) : undefined))[0]
    const isKnown = role !== undefined && (places.length === heads.length || TEXTS.has(role))
    return isKnown && !isLabel(cell)
  })

const standsUnder = (places: readonly Place[], heads: readonly Place[]): boolean => {
  if (isUnderLabels(places, heads)) return true
  const under = places.filter(({ column }) => heads.some((head) => head.column === column))
  const values = under.filter(({ cell }) => isValue(cell)).length
  // A name, words and a value under three words: labels with values beside them are an even number.
  const last = places.at(-1)
  const isFull = heads.length % 2 === 1 && under.length === heads.length && under.length === places.length
  if (isFull && heads.length > 2 && last !== undefined && isValue(last.cell)) return true
  // A task and what is done for it in front of the only column that has money.
  if (values === 1 && under.length === 1 && places.length === 3 && last === under[0]) return true
  return values > 0 && values * 2 > under.length && (values > 1 || heads.length === 2)
}

const isValue = ({ text }: Cell): boolean => {
  const kind = kindOf(text)
  return isTyped(kind) || kind === 'sentence' || kind === 'none' || isMoneyCell(text.meaning)
}

const LONGEST_LABEL = 20

const isLabelLike = (cell: Cell): boolean =>
  isLabel(cell) || (cell.text.length <= LONGEST_LABEL && !isValue(cell) && !NO_LABEL.test(cell.text.folded))

const BOXES = /[□☑√]/
/** □一次性 is chosen or not, and 应采购金额650万元 has its value. */
const NO_LABEL = /[□☑√]|\d\s?[千万亿]?元$/

const isSentence = ({ text }: Cell): boolean => kindOf(text) === 'sentence'

const roleOf = (cell: Cell): ColumnRole | undefined => labelOfCell(cell)?.role

const hint = ({ text }: Cell, role: ColumnRole): number => hintsIn(text).get(role) ?? 0

/** What stands around the labels of a form. */
interface Around {
  /** It is titled as the form of a whole department. */
  readonly isWhole: boolean
  /** A line above names the project. */
  readonly isNamed: boolean
  /** Results stand beside the targets. */
  readonly isReport: boolean
  /** Each row has an indicator of the whole period and one of the year. */
  readonly isTwoSided: boolean
  /** Cells part the labels from their values. */
  readonly isGrid: boolean
}

/** Tells the labels of one form, by the words of each. */
const tellForm = ({ pairs, tables }: Divided, around: Around, told: Map<string, Told>): void => {
  const { isWhole, isNamed } = around
  const tell: Tell = (cell, role, term, { headsTasks = false, isGuess = false } = {}) => {
    if (cell === undefined || (roleOf(cell) !== undefined && !headsTasks) || told.has(wordOf(cell))) return
    told.set(wordOf(cell), { role, term, headsTasks, isGuess })
  }
  if (!isNamed) tellName(pairs, isWhole, tell)
  tellGoals(pairs, tables, around, tell)
  const ofMoney = tables.filter(({ lines }) =>
    lines.some(({ places }) => places.some(({ cell }) => isMoney(cell))),
  )
  tellMoney(pairs, around, tell)
  const isToldAmount = pairs.some(({ label }) => told.get(wordOf(label))?.role === 'amount')
  if (around.isGrid && ofMoney.length === 0 && !isToldAmount)
    tell(firstOf(pairs)?.label, 'amount', undefined, { isGuess: true })
  for (const table of ofMoney)
    if (isWhole && isOfTasks(table)) tellTasks(table, tell)
    else tellMoneyTable(table, tell)
}

/** Tells the labels of a form that is no grid, by what stands behind each in the text. */
export const tellPairs = (pairs: readonly Pair[]): ReadonlyMap<string, Told> => {
  const told = new Map<string, Told>()
  const around = { isWhole: false, isNamed: false, isReport: false, isTwoSided: false, isGrid: false }
  tellForm({ pairs, tables: [] }, around, told)
  return told
}

/** A label of a text with its value. */
export const pairOf = (label: SpannedText, value: SpannedText): Pair => ({
  label: plainCell(label),
  value: plainCell(value),
  front: undefined,
  column: 0,
})

type Tell = (
  cell: Cell | undefined,
  role: ColumnRole,
  term?: Told['term'],
  how?: Partial<Pick<Told, 'headsTasks' | 'isGuess'>>,
) => void

/** The first label with a short text beside it that is no body, no date and no choice; in the form of a department, with the body. */
const tellName = (pairs: readonly Pair[], isWhole: boolean, tell: Tell): void => {
  const isSaid = ({ label }: Pair): boolean => {
    const known = labelOfCell(label)
    return known !== undefined && (known.role === 'name' || (isWhole && known.role === 'agency'))
  }
  if (pairs.some(isSaid)) return
  const weigh = ({ label, value }: Pair, at: number): number => {
    const kind = kindOf(value.text)
    const isBody = kind === 'organisation'
    const fits = isWhole ? isBody : areWords(kind) || (isBody && hint(label, 'name') > hint(label, 'agency'))
    if (
      roleOf(label) !== undefined ||
      !fits ||
      value.text.length < 2 ||
      value.text.length > LONGEST_NAME ||
      BOXES.test(value.text.folded)
    )
      return 0
    return isWhole
      ? 1 / (at + 1)
      : 1 + hint(label, 'name') - hint(label, 'agency') - hint(label, 'other') / 2 - at / 2
  }
  tell(best(pairs, weigh)?.label, 'name')
}

const LONGEST_NAME = 60

const best = <One>(all: readonly One[], weigh: (one: One, at: number) => number): One | undefined => {
  const [first] = all
    .map((one, at) => ({ one, weight: weigh(one, at) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return first?.one
}

/** Sentences are goals, unless their label speaks of something else; beside them stands what became of them. */
const tellGoals = (
  pairs: readonly Pair[],
  tables: readonly Columns[],
  { isReport }: Around,
  tell: Tell,
): void => {
  const labels = [
    ...pairs.map(({ label }) => label),
    ...tables.flatMap(({ heads }) => heads.map(({ cell }) => cell)),
  ]
  let isTold = labels.some((label) => roleOf(label) === 'goal')
  const isStrange = !pairs.some(({ label }) => roleOf(label) !== undefined)
  for (const { front, heads, lines } of tables) {
    const [only, ...others] = lines
    // What stands in front of the words, and reaches down beside the texts, is a label of both.
    const over = heads.filter(({ column }) => column >= (only?.places[0]?.column ?? 0))
    const texts = over.filter(({ column }) =>
      only?.places.some((place) => place.column === column && isSentence(place.cell)),
    )
    const isAll = texts.length === over.length && only?.places.length === over.length
    if (!isAll || texts.length === 0 || others.length > 0) continue
    isTold = true
    tell(front, 'goal')
    const results = isReport && texts.length === 2 ? resultsOf(texts) : []
    for (const head of texts) tell(head.cell, results.includes(head) ? 'result' : 'goal')
  }
  if (!isTold) {
    const weigh = ({ label, value }: Pair, at: number): number => {
      const isLast = at === pairs.length - 1
      const mayBe = isSentence(value) || (isLast && (promises(value) || speaksOfGoals(label, value)))
      if (roleOf(label) !== undefined || !mayBe) return 0
      const against = NO_GOAL.reduce((sum, role) => sum + hint(label, role), 0)
      const long = Math.min(value.text.length, LONG_GOAL) / LONG_GOAL / 3
      return 0.4 + at / 10 + long + hint(label, 'goal') - against * (isStrange ? DOUBTED : 1)
    }
    const goal = best(pairs, weigh)
    isTold = goal !== undefined
    tell(goal?.label, 'goal')
  }
  if (isReport && isTold) tellResults(pairs, tell)
  tellOtherTerm(pairs, isReport, tell)
  tellHalves(pairs, tell)
}

/** 职责履行目标 | 维持日常运转, right above the indicators: words behind a label that speaks of nothing as plainly as of goals. */
const speaksOfGoals = (label: Cell, { text }: Cell): boolean => {
  const own = hint(label, 'goal')
  const kind = kindOf(text)
  const isSaid = areWords(kind) || kind === 'quality'
  const isPlain = [...hintsIn(label.text).values()].every((weight) => weight <= own)
  return own > 0 && isPlain && isSaid && text.meaning.length >= SHORTEST_GOAL && !BOXES.test(text.folded)
}

const SHORTEST_GOAL = 4

/** 完成项目主体工程70%, right above the indicators: words with a number in them. */
const promises = ({ text }: Cell): boolean =>
  areWords(kindOf(text)) && /\D{4}\d/.test(text.meaning) && !BOXES.test(text.folded)

/** Of two texts the longer is rather the goal: 完成年度任务 below it says what became of that. */
const LONG_GOAL = 40

/**
 * The goal of the whole term right above or below that of the year, in the same column: behind a label of both, or in the words of the
 * other with other numbers; or the result of the goal, in a form with results.
 */
const tellOtherTerm = (pairs: readonly Pair[], isReport: boolean, tell: Tell): void => {
  const goals = pairs.filter(({ label, value }) => roleOf(label) === 'goal' && isSentence(value))
  const [goal, ...others] = goals
  if (goal === undefined || others.length > 0) return
  const at = pairs.indexOf(goal)
  const isOther = ({ label, value, front, column }: Pair): boolean =>
    roleOf(label) === undefined &&
    isSentence(value) &&
    front === goal.front &&
    column === goal.column &&
    NO_GOAL.every((role) => hint(label, role) <= 0) &&
    ((front !== undefined && (roleOf(front) === 'goal' || hint(front, 'goal') > 0)) ||
      alike(value.text.meaning, goal.value.text.meaning) > FAIRLY_ALIKE)
  const other = [pairs[at - 1], pairs[at + 1]].find((pair) => pair !== undefined && isOther(pair))
  if (other === undefined) return
  const term = termOf(goal.label.text.meaning)
  // Beside results, what repeats the goal below it says what became of it, unless its label names a term.
  if (isReport && other === pairs[at + 1] && termOf(other.label.text.meaning) === undefined)
    tell(other.label, 'result')
  else tell(other.label, 'goal', term === undefined ? undefined : term === 'annual' ? 'long-term' : 'annual')
}

const FAIRLY_ALIKE = 0.25

/** 目标完成概述 below the goals, in a form with results: what speaks of them tells what became of the goals. */
const tellResults = (pairs: readonly Pair[], tell: Tell): void => {
  for (const { label, value } of pairs)
    if (isSentence(value) && hint(label, 'result') > 0) tell(label, 'result')
}

/** FORM: one half of the form, of 实施期 or of 年度, with its money and its goals. */
const tellHalves = (pairs: readonly Pair[], tell: Tell): void => {
  for (const { front, label, value } of pairs) {
    const isHalf =
      front !== undefined &&
      isSentence(value) &&
      pairs.some(
        (one) => one.front === front && isMoney(one.value) && (isWorded(one, pairs) || isExact(one.value)),
      )
    if (isHalf && (roleOf(label) ?? 'goal') === 'goal') tell(front, 'goal')
  }
}

/** How much a word counts for what it says in other forms, in one of whose words none is known. */
const DOUBTED = 0.15

/** What explains, asks or reports is no goal. */
const NO_GOAL: readonly ColumnRole[] = ['other', 'note', 'reason', 'result', 'agency']

/** Of two texts beside each other, which tells what became of the goals: the one whose words say so, or the second. */
const resultsOf = (texts: readonly Place[]): readonly Place[] => {
  const [left, right] = texts as [Place, Place]
  if (roleOf(left.cell) === 'result') return [left]
  return hint(left.cell, 'result') > hint(right.cell, 'result') && roleOf(right.cell) !== 'result'
    ? [left]
    : [right]
}

/** What the label of money says of when: itself, or the half of the form that it stands in. */
const termOfPair = ({ label, front }: Pair): Told['term'] =>
  labelOfCell(label)?.term ??
  termOf(label.text.meaning) ??
  (front === undefined ? undefined : termOf(front.text.meaning))

/** The amount is what the other moneys add up to, or what stands before or alone. */
const tellMoney = (pairs: readonly Pair[], around: Around, tell: Tell): void => {
  const all = pairs.filter(
    ({ label, value }) =>
      (isMoney(value) || saysAmount(label, value)) &&
      [undefined, 'amount', 'funding'].includes(roleOf(label)),
  )
  const isLong = (pair: Pair): boolean => termOfPair(pair) === 'long-term' && !isSumOfOthers(pair, all)
  const longs = all.filter(isLong)
  for (const { label } of longs) tell(label, 'amount', 'long-term')
  const own = all.filter((pair) => !longs.includes(pair))
  const open = own.filter(({ label }) => roleOf(label) === undefined && !isPart(label))
  const divided = open.filter((pair) => isDividedBelow(pair, pairs))
  // 资金总额 of the whole term beside that of the year, or of the plan beside what was spent, each over its own parts.
  const isTwice = divided.length === 2 && divided[0]?.front === divided[1]?.front
  const isOfBoth = isTwice ? !around.isReport : around.isTwoSided && open.length === 2
  if (isOfBoth && longs.length === 0)
    tell((isTwice ? divided.shift() : open.shift())?.label, 'amount', 'long-term')
  const whole =
    own.find(({ label }) => roleOf(label) === 'amount' && !isPart(label)) ?? wholeIn(open, own, divided)
  if (whole === undefined) return
  tell(whole.label, 'amount')
  if (isTwice && around.isReport && whole === divided[0]) tell(divided[1]?.label, 'executed')
  tellParts(whole, { own, pairs, isDivided: isSumOfOthers(whole, own) || divided.includes(whole) }, tell)
}

/**
 * The first number of a head whose labels nobody knows, where none has a greater one and none says what else it is: what
 * a form says in front of its indicators beside names and sentences is money. Neither years nor codes are.
 */
const firstOf = (pairs: readonly Pair[]): Pair | undefined => {
  const [first, ...others] = pairs.filter(({ value }) => isMoney(value) && !NO_SUM.test(value.text.meaning))
  const whole = first === undefined ? 0n : (sumSaid(first.value) ?? 0n)
  const isUntold = pairs.every(
    ({ label, value }) =>
      roleOf(label) === undefined &&
      (!isMoney(value) || !(isOther(label) || hint(label, 'other') > 0 || namesCount(wordOf(label)))),
  )
  return isUntold && whole > 0n && others.every(({ value }) => (sumSaid(value) ?? 0n) <= whole)
    ? first
    : undefined
}

const NO_SUM = /^(?:20\d\d|2\d{6}|\d{9,})$/

/** The whole among money that no word tells: what the others add up to, what words call money, or what those right below add up to. */
const wholeIn = (open: readonly Pair[], own: readonly Pair[], divided: readonly Pair[]): Pair | undefined =>
  open.find((pair) => isSumOfOthers(pair, own) && (isWorded(pair, own) || isExact(pair.value))) ??
  open.find((pair) => isWorded(pair, own) && !isSource(pair.label)) ??
  divided[0]

interface Parts {
  readonly own: readonly Pair[]
  readonly pairs: readonly Pair[]
  /** What stands behind the whole adds up to it. */
  readonly isDivided: boolean
}

const tellParts = (whole: Pair, { own, pairs, isDivided }: Parts, tell: Tell): void => {
  let before: Pair | undefined
  let sum = 0n
  for (const pair of own.slice(own.indexOf(whole) + 1)) {
    const isNext = before !== undefined && pairs.indexOf(pair) === pairs.indexOf(before) + 1
    // No part is more than the whole: 2130199 is the number of a subject.
    if ((sumSaid(pair.value) ?? 0n) > (sumSaid(whole.value) ?? 0n)) continue
    const isTold = isDivided || isPart(pair.label) || isOfMoney(pair.label)
    if (!isTold && !(isNext && completes(pair, before as Pair, whole, sum))) continue
    tell(pair.label, 'funding')
    before = pair
    sum += sumSaid(pair.value) ?? 0n
  }
}

/** Whether an amount right below a part of the whole brings the parts nearer to it, and is called nothing else, or as that part is. */
const completes = (pair: Pair, before: Pair, whole: Pair, sum: bigint): boolean => {
  const [value, all] = [sumSaid(pair.value) ?? 0n, sumSaid(whole.value) ?? 0n]
  const isNearer = value > 0n && distance(all, sum + value) < distance(all, sum)
  const isCalledSo = wordOf(pair.label).slice(-2) === wordOf(before.label).slice(-2)
  return isNearer && pair.front === before.front && (isCalledSo || !isOther(pair.label))
}

/** Whether words name where money comes from, and not money itself: 年初结转和结余. */
const isSource = (label: Cell): boolean => hint(label, 'funding') > 0 && hint(label, 'amount') <= 0

/** Whether words tell that a number is money: its own, those in front of its label, its unit, or 其中 behind it. */
const isWorded = (pair: Pair, all: readonly Pair[]): boolean => {
  const { label, value, front } = pair
  const next = all[all.indexOf(pair) + 1]
  return (
    isOfMoney(label) ||
    (front !== undefined &&
      /元/.test(front.text.folded) &&
      all.find((one) => one.front === front) === pair) ||
    /元|\d\s?[千百]?[万亿]$/.test(value.text.folded) ||
    (next !== undefined && isPart(next.label))
  )
}

/**
 * Whether two numbers or more below one, behind the same label and under the same column, add up to it, and none stands
 * above: a whole and its sources.
 */
const isDividedBelow = (pair: Pair, pairs: readonly Pair[]): boolean => {
  const own = pairs.filter(({ front, column }) => front === pair.front && column === pair.column)
  const at = own.indexOf(pair)
  const behind = own.slice(at + 1)
  const end = behind.findIndex(({ value }) => !isMoney(value))
  const parts = end < 0 ? behind : behind.slice(0, end)
  const sum = parts.reduce((all, { value }) => all + (sumSaid(value) ?? 0n), 0n)
  return (
    pair.front !== undefined &&
    parts.length > 1 &&
    !own.slice(0, at).some(({ value }) => isMoney(value)) &&
    sum > 0n &&
    sum === sumSaid(pair.value)
  )
}

/** 资金总额及构成 in front of 总额100万元,其中:…: a label of money and no other, in front of one amount in words. */
const saysAmount = (label: Cell, { text }: Cell): boolean =>
  text.length <= LONGEST_SAID && namesMoney(wordOf(label)) && moneyIn(text).amount !== undefined

const LONGEST_SAID = 160

/** 12.50: as money is printed, and points are not. */
const isExact = ({ text }: Cell): boolean => /\d[.,]\d/.test(text.folded)

/** Whether a label speaks of money of this plan, and neither of points nor of when: not 上年预算安排. */
const isOfMoney = (label: Cell): boolean =>
  hint(label, 'amount') + hint(label, 'funding') > 0 && !isOther(label)

const isOther = (label: Cell): boolean =>
  NO_MONEY.some((role) => hint(label, role) > 0) || moneyStage(label.text.meaning) === 'other'

const NO_MONEY: readonly ColumnRole[] = ['score', 'weight', 'rate', 'period', 'executed', 'code']

const isPart = ({ text }: Cell): boolean => /^其\s?中/.test(text.folded)

const isSumOfOthers = (pair: Pair, all: readonly Pair[]): boolean => {
  const others = all.slice(all.indexOf(pair) + 1)
  const sum = others.reduce((total, { value }) => total + (sumSaid(value) ?? 0n), 0n)
  return sum > 0n && sum === sumSaid(pair.value)
}

const sumSaid = ({ text }: Cell): bigint | undefined => numberIn(moneyIn(text).amount ?? text)

/** Sources by stages: the first row is the whole, and what its columns hold shows in it. */
const tellMoneyTable = ({ front, heads, lines }: Columns, tell: Tell): void => {
  const words = [...heads, ...lines.flatMap(({ places }) => places.slice(0, 1))].map(({ cell }) => cell)
  const saysMoney = (cell: Cell): boolean => OF_MONEY.has(roleOf(cell)) || isOfMoney(cell)
  const spent = spentIn(heads, lines)
  if (!words.some(saysMoney) && !columnsAddUp(heads, lines) && spent === undefined) return
  tell(front, 'amount')
  tellLines(heads, lines, tell)
  if (spent !== undefined) {
    tell(spent.planned.cell, 'amount')
    tell(spent.executed.cell, 'executed')
    tell(spent.rate.cell, 'rate')
    return
  }
  const changes = changesIn(heads, lines)
  for (const { cell, column } of heads) {
    if (changes.has(column)) continue
    const values = collect(lines, (line) => cellIn(line, column))
    if (moneyStage(cell.text.meaning) !== undefined || values.length === 0) continue
    if (values.every(({ text }) => !isMoney({ text }) || /%$/.test(text.folded))) tell(cell, 'rate')
    else if (values.slice(1).some(isMoney)) tell(cell, 'amount')
  }
}

/** The first column of numbers: words over the names of the rows, 用款类, stand in front of it. */
const firstOfMoney = (heads: readonly Place[], lines: readonly Line[]): number => {
  const isOfMoney = ({ column }: Place): boolean =>
    lines.some((line) => {
      const cell = cellIn(line, column)
      return cell !== undefined && isMoney(cell)
    })
  return (heads.find(isOfMoney) ?? heads[0])?.column ?? 0
}

/** The line of the whole: the last, where each of its sums is what those above add up to, or else the first. */
const wholeLine = (heads: readonly Place[], lines: readonly Line[]): number => {
  const sums = heads.map(({ column }) => lines.map((line) => moneyAt(line, column)))
  const own = sums.flatMap((column): readonly boolean[] => {
    const [last, ...parts] = column.toReversed()
    const printed = parts.filter((part) => part !== undefined)
    if (last === undefined || printed.length < 2) return []
    return [last > 0n && printed.reduce((all, part) => all + part, 0n) === last]
  })
  return own.length > 0 && !own.includes(false) ? lines.length - 1 : 0
}

/** The columns of what was added to or taken from the budget of the beginning, which make the one behind them with it. */
const changesIn = (heads: readonly Place[], lines: readonly Line[]): ReadonlySet<number> => {
  const columns = heads.flatMap((head, i) => {
    const [change, present] = [heads[i + 1], heads[i + 2]]
    if (moneyStage(head.cell.text.meaning) !== 'initial' || change === undefined || present === undefined)
      return []
    const fits = lines.flatMap((line) => {
      const [initial, added, all] = [head, change, present].map(({ column }) => moneyAt(line, column))
      return all === undefined ? [] : [(initial ?? 0n) + (added ?? 0n) === all]
    })
    return fits.length > 0 && !fits.includes(false) ? [change.column] : []
  })
  return new Set(columns)
}

/** The sum of a line in a column; none where that holds rates or words. */
const moneyAt = (line: Line, column: number): bigint | undefined => {
  const cell = cellIn(line, column)
  return cell === undefined || !isMoney(cell) || /%$/.test(cell.text.folded) ? undefined : sumSaid(cell)
}

/** The words in front of each line: those of the whole, and, below it, of its parts. */
const tellLines = (heads: readonly Place[], lines: readonly Line[], tell: Tell): void => {
  const whole = wholeLine(heads, lines)
  // Over the names in front of a whole that stands last a word may stand, too: 用款类.
  const begin = whole > 0 ? firstOfMoney(heads, lines) : (heads[0]?.column ?? 0)
  for (const [at, { places }] of lines.entries()) {
    const [label] = places
    // A sum that stands in front of its parts is no label.
    if (label === undefined || label.column >= begin || isMoney(label.cell)) continue
    if (at === whole) tell(label.cell, 'amount')
    else if (whole === 0) tell(label.cell, 'funding')
  }
}

/** What was planned and spent, and its rate, where words tell none of them: 200 | 190 | 95% in every row. */
const spentIn = (
  heads: readonly Place[],
  lines: readonly Line[],
): { readonly planned: Place; readonly executed: Place; readonly rate: Place } | undefined => {
  if (heads.some(({ cell }) => moneyStage(cell.text.meaning) !== undefined || roleOf(cell) !== undefined))
    return undefined
  const rows = lines.map((line) => heads.map(({ column }) => cellIn(line, column)?.text))
  const rateAt = heads.findIndex((_, i) => /%$/.test(rows[0]?.[i]?.meaning ?? ''))
  for (const [i, planned] of heads.entries()) {
    const executed = heads[i + 1]
    const rate = heads[rateAt]
    if (executed === undefined || rate === undefined || rateAt === i || rateAt === i + 1) continue
    const fits = rows.map((row) => isRateOf(row[rateAt]?.meaning, amountIn(row[i]), amountIn(row[i + 1])))
    if (fits.includes(true) && !fits.includes(false)) return { planned, executed, rate }
  }
  return undefined
}

const amountIn = (text: SpannedText | undefined): bigint => (text === undefined ? 0n : (numberIn(text) ?? 0n))

/** The cell of a line in a column. */
const cellIn = ({ places }: Line, column: number): Cell | undefined =>
  places.find((place) => place.column === column)?.cell

/** Whether the first row is what those below add up to, in two columns at least. */
const columnsAddUp = (heads: readonly Place[], lines: readonly Line[]): boolean => {
  const columns = heads.filter(({ column }) => {
    const sums = lines.map((line) => {
      const cell = cellIn(line, column)
      return cell === undefined || !isMoney(cell) ? undefined : sumSaid(cell)
    })
    const [whole, ...others] = sums
    const parts = others.filter((sum) => sum !== undefined)
    return (
      whole !== undefined &&
      whole > 0n &&
      parts.length > 1 &&
      parts.reduce((all, sum) => all + sum, 0n) === whole
    )
  })
  return columns.length > 1
}

const OF_MONEY: ReadonlySet<ColumnRole | undefined> = new Set(['amount', 'funding', 'executed'])

/** FORM: the tasks of a department: in each row a name and what is done in front of the money. */
const isOfTasks = ({ heads, lines }: Columns): boolean =>
  // Money that was spent, or sources of it, are of the department as a whole: 按收入性质分 | 一般公共预算.
  !heads.some(({ cell }) => roleOf(cell) === 'executed') &&
  !lines.some(({ places: [, content] }) => content !== undefined && roleOf(content.cell) === 'funding') &&
  lines.filter(({ places }) => isTask(places)).length > 1

const isTask = ([name, content, ...others]: readonly Place[]): boolean =>
  name !== undefined &&
  content !== undefined &&
  !isMoney(name.cell) &&
  !isMoney(content.cell) &&
  others.some(({ cell }) => isMoney(cell))

/** The words over names and money of tasks; 总额 comes before the parts that add up to it. */
const tellTasks = ({ heads, above, lines }: Columns, tell: Tell): void => {
  const [first] = lines.filter(({ places }) => isTask(places))
  const column = first?.places[0]?.column
  const sums = first?.places.filter(({ cell }) => isMoney(cell)) ?? []
  const over = (place: Place | undefined): Cell | undefined =>
    heads.find((head) => head.column === place?.column)?.cell
  const names = [...heads, ...above].find((head) => head.column === column)
  tell(names?.cell, 'other', undefined, { headsTasks: true })
  for (const [i, sum] of sums.entries()) tell(over(sum), i === 0 ? 'amount' : 'funding')
  tell(above.at(-1)?.cell, 'amount')
}
