import type { Lexer } from '../../lexicon/lexer.ts'
import { BLANK_AND_KIND, SAYS_WHAT, SCORING } from '../../vocabulary/row-edges.ts'
import type { Column, ColumnKind, Place } from './columns.ts'
import { isDigit } from './lines.ts'
import type { Manner } from './manner.ts'
import { COST, MARGIN } from './row-costs.ts'
import type { Value, Values } from './row-values.ts'
import { LONGEST_CELL, type Words } from './row-words.ts'

/** A stretch of the text that was read as the cell of a column, or as no part of any row. */
export interface Piece extends Place {
  readonly kind: ColumnKind | 'end' | 'left' | 'label'
  /** The index of its column. */
  readonly column: number
  /** Digits of a value and of points, which could be divided in more than one way. */
  readonly isUnclear?: true
}

/** The best reading of a text as rows. */
export interface Reading {
  readonly cost: number
  readonly pieces: readonly Piece[]
}

/** A way to read the text up to a place, in the middle of a row. */
interface State {
  readonly cost: number
  readonly column: number
  /** The target of the row, which its result resembles. */
  readonly target: Value | undefined
  /** The points of the row, which its score does not exceed. */
  readonly weight: string | undefined
  readonly before: State | undefined
  /** What was read last, if anything was on this step, and where it stands. */
  readonly kind: Piece['kind'] | undefined
  readonly start: number
  readonly end: number
}

const MOST_STATES = 5

/** How unlikely it is that an indicator has so many points: most have few, or a round number of them. */
export const weightCost = (points: string): number => {
  const value = Number(points)
  if (value === 0) return 0.8
  if (points.includes('.')) return value <= 30 ? 0.4 : 1.4
  if (value % 5 === 0 || value <= 10) return 0
  return value <= 20 ? 0.6 : 1.8
}

/**
 * Reads a text from one place to another, whose `words` these are, as rows of `columns`: the cheapest way from end to end.
 * `areHalves`: each line holds a name with its value for the whole term, and mostly the same name for the year.
 */
export const searchRows = (
  lexer: Lexer,
  values: Values,
  words: Words,
  { start, end }: Place,
  columns: readonly Column[],
  manner: Manner,
  areHalves: boolean,
): Reading => new RowSearch(lexer, values, words, { start, end }, columns, manner, areHalves).run()

class RowSearch {
  readonly #lexer: Lexer
  readonly #folded: string
  readonly #values: Values
  readonly #words: Words
  readonly #start: number
  readonly #end: number
  readonly #columns: readonly Column[]
  readonly #manner: Manner
  readonly #areHalves: boolean
  readonly #name: number
  readonly #hasActual: boolean
  /** Whether the header of the points stands in front of that of the names. */
  readonly #arePointsFirst: boolean
  /** Whether units have a column in front of the values. */
  readonly #isUnitInFront: boolean
  /** Whether a column holds words: an explanation or a note. */
  readonly #hasWords: boolean
  /** The first of several columns of targets beside each other, and how many there are. */
  readonly #several: { readonly first: number; readonly count: number }
  readonly #onlyBare = new Map<string, boolean>()
  readonly #open: (State[][] | undefined)[]

  constructor(
    lexer: Lexer,
    values: Values,
    words: Words,
    { start, end }: Place,
    columns: readonly Column[],
    manner: Manner,
    areHalves: boolean,
  ) {
    this.#areHalves = areHalves
    this.#lexer = lexer
    this.#folded = lexer.folded
    this.#values = values
    this.#words = words
    this.#start = start
    this.#end = end
    this.#columns = columns
    this.#manner = manner
    this.#name = columns.findIndex(({ kind }) => kind === 'name')
    const headerOf = (of: ColumnKind): number => columns.find(({ kind }) => kind === of)?.header?.start ?? -1
    this.#arePointsFirst = headerOf('weight') >= 0 && headerOf('weight') < headerOf('name')
    this.#hasActual = columns.some(({ kind }) => kind === 'actual')
    const unit = columns.findIndex(({ kind }) => kind === 'unit')
    this.#isUnitInFront = unit >= 0 && unit < columns.findIndex(({ kind }) => kind === 'target')
    this.#hasWords = columns.some(({ kind }) => WORDS.has(kind))
    const isOfSeveral = ({ isOfSeveral: is }: Column): boolean => is === true
    this.#several = { first: columns.findIndex(isOfSeveral), count: columns.filter(isOfSeveral).length }
    this.#open = new Array(end - start + 1)
  }

  run(): Reading {
    const last = this.#columns.length
    this.#put(this.#start, 0, 0, undefined, undefined, undefined, undefined)
    for (let at = this.#start; at < this.#end; at += 1) {
      const open = this.#open[at - this.#start]
      if (open === undefined) continue
      const limit = bestOf(open) + MARGIN
      for (let column = this.#name + 1; column <= last; column += 1) this.#step(open, column, at, limit)
      for (let column = 0; column <= this.#name; column += 1) this.#step(open, column, at, limit)
      this.#open[at - this.#start] = undefined
    }
    return this.#finish()
  }

  #finish(): Reading {
    const open = this.#open[this.#end - this.#start] ?? []
    const last = this.#columns.length
    let best: State | undefined
    let least = Number.POSITIVE_INFINITY
    for (const states of open) {
      for (const state of states ?? []) {
        const cost = state.cost + this.#costOfRest(state.column)
        if (cost >= least) continue
        least = cost
        best = state.column === 0 ? state : this.#endOf(state)
      }
    }
    const pieces: Piece[] = []
    for (let state = best; state !== undefined; state = state.before) {
      const { kind, start, end } = state
      if (kind === undefined) continue
      const piece = { kind, start, end, column: NO_CELLS.has(kind) ? 0 : state.column - 1 }
      pieces.push(this.#isUndivided(piece) ? { ...piece, isUnclear: true } : piece)
    }
    return { cost: best === undefined ? last * 1000 : least, pieces: pieces.reverse() }
  }

  /** Whether digits stand for the targets of several columns. */
  #isUndivided({ kind, column, start, end }: Piece): boolean {
    const { first, count } = this.#several
    if (kind !== 'target' || column !== first) return false
    const run = this.#words.run(start, count)
    return run?.length === 1 && start + (run[0] as number) === end
  }

  #endOf(state: State): State {
    return { ...state, before: state, kind: 'end', start: this.#end, end: this.#end }
  }

  /** What it costs to leave the columns from `column` on blank, at the end of the text. */
  #costOfRest(column: number): number {
    if (column === 0) return 0
    let cost = 0
    for (let at = column; at < this.#columns.length; at += 1) {
      const kind = this.#columns[at]?.kind as ColumnKind
      cost += kind === 'name' ? COST.emptyRow : this.#skipCost(kind, undefined)
    }
    return cost
  }

  #step(open: State[][], column: number, at: number, limit: number): void {
    for (const state of open[column] ?? []) {
      if (state.cost > limit) continue
      if (column === this.#columns.length) this.#endRow(state, at)
      else this.#readColumn(state, column, at)
    }
  }

  #readColumn(state: State, column: number, at: number): void {
    const { kind } = this.#columns[column] as Column
    if (column === 0) this.#leave(state, at)
    switch (kind) {
      case 'level-one':
      case 'level-two':
        this.#readLevel(state, column, at, kind)
        break
      case 'name':
        this.#readName(state, column, at)
        break
      case 'target':
        this.#readTarget(state, column, at)
        break
      case 'actual':
        this.#readActual(state, column, at)
        break
      case 'weight':
      case 'score':
        this.#readPoints(state, column, at, kind)
        break
      case 'explanation':
        this.#readExplanation(state, column, at)
        break
      case 'reason':
      case 'note':
      case 'unknown':
        this.#readNote(state, column, at)
        // Between other cells, words end where they sound like it.
        if (column < this.#columns.length - 1) this.#readExplanation(state, column, at)
        break
      default:
        this.#readWord(state, column, at, kind)
    }
  }

  /** Keeps a way to a place, behind a piece or without one, if it is among the cheapest few: most are not. */
  #put(
    at: number,
    cost: number,
    column: number,
    target: State['target'],
    weight: State['weight'],
    before: State | undefined,
    kind: Piece['kind'] | undefined,
    start = at,
    end = at,
  ): void {
    const place = (this.#words.next[at - this.#start] as number) - this.#start
    this.#open[place] ??= []
    const open = this.#open[place] as State[][]
    open[column] ??= []
    const states = open[column] as State[]
    const slot = slotFor(states, cost, target, weight)
    if (slot < 0) return
    states[slot] = { cost, column, target, weight, before, kind, start, end }
  }

  /** Goes on behind `end`, in the next column, with what stands before it as the cell of this one. */
  #take(
    state: State,
    column: number,
    start: number,
    end: number,
    cost: number,
    target = state.target,
    weight = state.weight,
  ): void {
    if (this.#words.cutsYear(end)) return
    const { kind } = this.#columns[column] as Column
    const whole = state.cost + cost + this.#manner.cutCost(end)
    // 改造农村小学(10分): the points of the indicator, which its name or its value ends with.
    const points = kind === 'name' || kind === 'target' ? this.#words.pointsBefore(end) : undefined
    this.#put(end, whole, column + 1, target, points ?? weight, state, kind, start, end)
  }

  #skip(state: State, column: number, at: number, cost: number): void {
    this.#put(at, state.cost + cost, column + 1, state.target, state.weight, state, undefined)
  }

  #skipCost(kind: ColumnKind, state: State | undefined): number {
    switch (kind) {
      case 'level-one':
      case 'level-two':
        return COST.skipLevel
      case 'target':
        if (this.#words.isWithoutDigits) return COST.skipLost
        return COST.skipTarget
      case 'actual':
        return this.#words.isWithoutDigits ? COST.skipLost : COST.skipActual
      case 'weight':
        return this.#words.isWithoutDigits || state?.weight !== undefined ? 0 : COST.skipWeight
      case 'score':
        return this.#words.isWithoutDigits ? 0 : COST.skipScore
      case 'explanation':
        return COST.skipExplanation
      case 'standard':
        return COST.skipStandard
      case 'unit':
        return state?.target === undefined || state.target.unit !== '' || state.target.kind !== 'number'
          ? COST.skipUnitSaid
          : COST.skipUnit
      case 'comparator':
      case 'kind':
        return 0.8
      default:
        return COST.skipNote
    }
  }

  #endRow(state: State, at: number): void {
    const cost = this.#manner.isLineStart(at) ? 0 : this.#manner.rowInLine
    this.#put(at, state.cost + cost, 0, undefined, undefined, state, 'end')
  }

  #readLevel(state: State, column: number, at: number, kind: 'level-one' | 'level-two'): void {
    this.#skip(state, column, at, COST.skipLevel)
    const wanted = kind === 'level-one' ? 1 : 2
    const from = this.#words.behindPoints(at)
    for (const category of this.#lexer.categories(from)) {
      const { level, isDamaged } = category
      const end = this.#words.headingEnd(from, category.end)
      if (end > this.#end) continue
      // 效果目标 may have 满意度 under it.
      const isUnder = !category.isFull && state.kind === 'level-one'
      if (level !== wanted && level !== 'both' && level !== 'either' && !isUnder) continue
      // 项目成本 in a line with 控制 is no heading.
      const border = category.isFull ? 0 : this.#manner.borderCost(end)
      const cost =
        this.#categoryCost(category, at) +
        (category.isFull ? 0 : border || this.#bareBonus(state, at, end)) +
        (isDamaged ? 1 : 0) +
        (level === 'either' ? this.#eitherCost(wanted, end) : 0)
      this.#take(state, column, at, end, cost)
      if (this.#isBeforeNext(end)) {
        const { target, weight } = state
        const all = state.cost + cost + COST.emptyRow
        this.#put(end, all, this.#columns.length, target, weight, state, kind, at, end)
      }
    }
    this.#readUnlistedLevel(state, column, at, wanted)
  }

  #readUnlistedLevel(state: State, column: number, at: number, wanted: 1 | 2): void {
    this.#readUnknownLevel(state, column, at, wanted)
    if (this.#manner.ownLevels !== undefined) this.#readOwnLevel(state, column, at, wanted)
  }

  #categoryCost({ end, isFull }: { readonly end: number; readonly isFull: boolean }, at: number): number {
    if (isFull) return COST.category
    const isCell = this.#manner.isSetOff(at) && this.#manner.isSetOff(end)
    if (isCell) return COST.bareCategory - 0.6
    return end - at >= 4 ? COST.bareCategory : COST.shortBareCategory
  }

  /** 产出指标数量, …10成本: right behind the heading above, or behind the points of the last row. */
  #bareBonus(state: State, at: number, end: number): number {
    const last = lastRead(state)
    const isBehindHeading = last?.kind === 'level-one' && last.end === at
    const isBehindPoints = last?.kind === 'end' && isDigit(this.#folded[at - 1] ?? '')
    if (!isBehindHeading && !isBehindPoints && !this.#manner.isLineStart(at)) return 0
    if (this.#isOnlyBare(this.#folded.slice(at, end))) return COST.onlyBare
    return isBehindHeading ? COST.bareBehindHeading : isBehindPoints ? COST.bareBehindPoints : 0
  }

  /** Whether a heading is never printed with 指标 in this text: 质量 is one then, and no part of 质量合格率. */
  #isOnlyBare(stem: string): boolean {
    let is = this.#onlyBare.get(stem)
    if (is === undefined) {
      is = !['指标', '目标', '类指标'].some((ending) => this.#folded.includes(stem + ending))
      this.#onlyBare.set(stem, is)
    }
    return is
  }

  /** 成本指标 over 经济成本指标 is of level 1; else it stands beside 数量指标. */
  #eitherCost(wanted: 1 | 2, end: number): number {
    const next = this.#manner.next(end)
    const isOver = this.#lexer.categories(next).some(({ level }) => level === 2)
    return (wanted === 1) === isOver ? 0 : 1
  }

  /** 管理效率指标: a heading that no list has, in front of the name; at level 1, with its points in front of a known one. */
  #readUnknownLevel(state: State, column: number, at: number, wanted: 1 | 2): void {
    const isLineStart = this.#manner.isLineStart(at)
    if (wanted === 1 && !isLineStart) return
    const match = UNKNOWN_CATEGORY.exec(this.#folded.slice(at, at + 14))
    if (match === null || this.#lexer.categories(at).length > 0) return
    const end = at + match[0].length
    if (wanted === 1) {
      const behind = this.#words.pointsEnd(end)?.end ?? end
      const isOver = this.#lexer.categories(this.#manner.next(behind)).some(({ level }) => level === 2)
      if (isOver) this.#take(state, column, at, behind, COST.ownPoints)
      return
    }
    const isCell = this.#manner.isSetOff(at) && this.#manner.isSetOff(end)
    DOTS.lastIndex = end
    const isUnused = state.kind === 'level-one' && (DOTS.test(this.#folded) || this.#isLineEnd(end))
    if (isCell || isUnused || isLineStart) {
      const isGlued = isLineStart && BEFORE_NAME.test(this.#folded.slice(end, end + 4))
      this.#take(state, column, at, end, isGlued ? COST.gluedCategory : COST.unknownCategory)
    }
  }

  /** 部门管理(20分) and 资金投入: words that begin a line, or stand behind those that do, in front of a name. */
  #readOwnLevel(state: State, column: number, at: number, wanted: 1 | 2): void {
    const last = lastRead(state)
    const isBehindLevel = wanted === 2 && last?.kind === 'level-one' && this.#manner.next(last.end) === at
    const match = OWN_LEVEL.exec(this.#folded.slice(at, at + LONGEST_OWN))
    if (match === null || !(isBehindLevel || this.#manner.isLineStart(at))) return
    // 成本控制数 is none that a list has, though it begins with one.
    if (this.#lexer.categories(at).some((category) => this.#manner.isSetOff(category.end))) return
    const end = at + match[0].length
    const isBeforeValue = this.#values
      .at(this.#manner.next(end))
      .some((value) => value.cost < 1 && this.#manner.isSetOff(value.end))
    const isAlone = this.#isLineEnd(end)
    if (isAlone !== (this.#manner.ownLevels === 'alone') || isBeforeValue) return
    const cost = wanted === 2 ? COST.ownLevelTwo : match[1] === undefined ? COST.ownLevelOne : COST.ownPoints
    this.#take(state, column, at, end, cost)
  }

  #isLineEnd(at: number): boolean {
    return this.#folded.slice(at, this.#manner.lineEnd(at)).trim() === ''
  }

  /** (15)建设围栏, 15建设围栏: the points of an indicator in front of its name, where their header stands there or a line begins. */
  #readPointsFirst(state: State, column: number, at: number): void {
    const bracket = this.#words.pointsEnd(at)
    const isSaid = this.#arePointsFirst || (bracket !== undefined && this.#manner.isLineStart(at))
    const end = bracket?.end ?? this.#lexer.numberEnd(at)
    if (!isSaid || state.weight !== undefined || end === at || end >= this.#end) return
    const points = bracket?.points ?? this.#folded.slice(at, end)
    if (!POINTS.test(points) || Number(points) > 100) return
    const cost =
      state.cost + COST.weight + weightCost(points) + (bracket === undefined ? 0 : COST.pointsInBrackets)
    this.#put(end, cost, column, undefined, points, state, 'weight', at, end)
  }

  #readName(state: State, column: number, at: number): void {
    this.#readPointsFirst(state, column, at)
    this.#leaveUnused(state, at)
    const unused = this.#words.unusedEnd(at)
    if (unused > at) {
      const { cost, target, weight } = state
      this.#put(
        unused,
        cost + COST.unusedItem,
        this.#columns.length,
        target,
        weight,
        state,
        'name',
        at,
        unused,
      )
    }
    const { ends, costs } = this.#words.names(at, this.#hasWords)
    for (let i = 0; i < ends.length; i += 1)
      this.#take(state, column, at, ends[i] as number, costs[i] as number)
  }

  /** Whether a heading has nothing under it, but another one, the foot of the table or the end of the text. */
  #isBeforeNext(end: number): boolean {
    const next = this.#manner.next(end)
    return (
      next >= this.#end ||
      this.#lexer.heading(this.#words.behindPoints(next)) !== undefined ||
      this.#lexer.word('footer', next) !== undefined
    )
  }

  /** Headings with dots under them: rows of the form that are not used. */
  #leaveUnused(state: State, at: number): void {
    if (state.column === 0 || (state.kind !== 'level-one' && state.kind !== 'level-two')) return
    DOTS.lastIndex = at
    BLANK_AND_KIND.lastIndex = at
    const kind = BLANK_AND_KIND.test(this.#folded)
      ? this.#lexer.word('valueKind', BLANK_AND_KIND.lastIndex)
      : undefined
    const end = DOTS.test(this.#folded) ? DOTS.lastIndex : (kind?.end ?? at)
    if (end === at || end > this.#end) return
    const { cost, target, weight } = state
    this.#put(end, cost + COST.emptyRow, this.#columns.length, target, weight, state, 'left', at, end)
  }

  #readTarget(state: State, column: number, at: number): void {
    const { isOfSeveral } = this.#columns[column] as Column
    if (column === this.#several.first) this.#readRun(state, at)
    const before = isOfSeveral === true ? state.target : undefined
    const skipped = this.#skipCost('target', state)
    this.#skip(state, column, at, before === undefined ? skipped : skipped * 0.6)
    const isHeading = this.#lexer.categories(at).some(({ isFull }) => isFull)
    const unit = this.#words.unitBefore(at) ?? (this.#isUnitInFront ? '' : undefined)
    for (const value of this.#values.at(at)) {
      if (value.end > this.#end) continue
      const bonus = this.#severalCost(isOfSeveral, before, value)
      const outcome =
        value.kind === 'outcome' ? 1 : value.kind === 'words' && isHeading ? COST.nameIsCategory : 0
      const edge = this.#manner.borderCost(value.end) * 0.5
      const again = this.#againCost(state, value.end)
      const cost = value.cost + COST.target + bonus + outcome + edge + again + unitSaidCost(value, unit)
      this.#take(state, column, at, value.end, cost, value)
    }
    for (const { value, cost } of this.#words.others(at))
      this.#take(state, column, at, value.end, value.cost + cost + (isHeading ? COST.nameCategory : 0), value)
    if (!this.#hasActual) return
    for (const value of this.#words.repeated(at))
      this.#take(state, column, at, value.end, COST.printedTwice, value)
  }

  /** 100100100 below three districts, which only one division explains; where there are more, the digits stand for all. */
  #readRun(state: State, at: number): void {
    const run = this.#words.run(at, this.#several.count)
    if (run === undefined) return
    const { first, count } = this.#several
    const isDivided = run.length === count
    const cost = state.cost + (isDivided ? COST.run : COST.undividedRun)
    const { target, weight } = state
    let last = state
    let start = at
    for (const [i, length] of run.entries()) {
      const end = start + length
      last = { cost, column: first + i + 1, target, weight, before: last, kind: 'target', start, end }
      start = end
    }
    this.#put(start, cost, first + count, target, weight, last, undefined)
  }

  #severalCost(isOfSeveral: true | undefined, before: Value | undefined, value: Value): number {
    if (isOfSeveral === undefined) return 0
    const isWithin = (at: number): boolean => isDigit(this.#folded[at - 1]) && isDigit(this.#folded[at])
    return severalCost(before, value, isWithin(value.start) || isWithin(value.end))
  }

  /** 新建管道3.3公里 in front of 新建管道2.1公里. */
  #againCost({ kind, start, end }: State, at: number): number {
    const isName = this.#areHalves && kind === 'name'
    return isName && this.#folded.startsWith(this.#folded.slice(start, end), at) ? COST.nameAgain : 0
  }

  #readActual(state: State, column: number, at: number): void {
    this.#skip(state, column, at, this.#skipCost('actual', state))
    const { target } = state
    for (const value of this.#values.at(at)) {
      if (value.end > this.#end) continue
      this.#take(
        state,
        column,
        at,
        value.end,
        value.cost + resemblance(target, value) + this.#manner.borderCost(value.end) * 0.5,
      )
    }
    if (target?.text !== undefined && target.kind === 'words') {
      const end = this.#repeated(target.text, at)
      if (end > at) this.#take(state, column, at, end, -1.5)
    }
    for (const { value, cost } of this.#words.others(at))
      this.#take(state, column, at, value.end, value.cost + cost + 0.4)
  }

  /** Where the words of the target end that are printed again. */
  #repeated(text: string, at: number): number {
    return this.#folded.startsWith(text, at) ? at + text.length : at
  }

  #readPoints(state: State, column: number, at: number, kind: 'weight' | 'score'): void {
    this.#skip(state, column, at, this.#skipCost(kind, state))
    const bracket = kind === 'weight' ? this.#words.pointsEnd(at) : undefined
    if (bracket !== undefined) {
      const { points, end } = bracket
      const cost = COST.pointsInBrackets + this.#pointsCost(state, points, kind, true)
      this.#take(state, column, at, end, cost, state.target, points)
    }
    const end = Math.min(this.#lexer.numberEnd(at), this.#end)
    if (end === at) return
    const digits = this.#folded.slice(at, end)
    for (let length = Math.min(digits.length, 5); length > 0; length -= 1) {
      const points = digits.slice(0, length)
      if (!POINTS.test(points) || Number(points) > 100 || digits[length] === '.') continue
      const isWhole = length === digits.length
      let to = at + length
      // 2.培训期数: the number of the next item.
      if (isWhole && ORDINAL.test(this.#folded.slice(to, to + 2))) continue
      if (isWhole && this.#folded[to] === '分') to += 1
      const isCell = isWhole && this.#manner.isSetOff(at) && this.#manner.isSetOff(to)
      const cost =
        this.#pointsCost(state, points, kind, isCell) +
        (isWhole ? this.#unitBehind(to, column) : COST.splitPoints) +
        this.#manner.borderCost(to)
      this.#take(state, column, at, to, cost, state.target, kind === 'weight' ? points : state.weight)
    }
  }

  /** Points have no unit behind them, but in the next column: what has one is a value; 种 in 种母猪 is rather a word. */
  #unitBehind(at: number, column: number): number {
    if (this.#columns[column + 1]?.kind === 'unit') return 0
    if (/[%‰]/.test(this.#folded[at] ?? '')) return 1.5
    const [end] = this.#lexer.unitEnds(at)
    return end === undefined ? 0 : end === at + 1 && CHINESE.test(this.#folded[end] ?? '') ? 0.7 : 1.5
  }

  #pointsCost({ weight }: State, points: string, kind: 'weight' | 'score', isCell: boolean): number {
    if (kind === 'weight')
      return COST.weight + weightCost(points) + (weight === undefined ? 0 : COST.pointsAgain)
    if (weight === undefined) return 0.3
    const more = Number(points) - Number(weight)
    if (more === 0) return COST.scoreLikeWeight
    // A mistake of the form, where blanks say that the digits are not to be divided otherwise.
    if (more > 0) return isCell ? COST.scoreAboveInCell : COST.scoreAbove
    return Number(points) * 2 < Number(weight) ? COST.scoreFarBelow : -0.1
  }

  #readExplanation(state: State, column: number, at: number): void {
    const { kind } = this.#columns[column] as Column
    if (kind === 'explanation') {
      this.#skip(state, column, at, COST.skipExplanation)
      SCORING.lastIndex = at
      if (SCORING.test(this.#folded) && SCORING.lastIndex <= this.#end)
        this.#take(state, column, at, SCORING.lastIndex, COST.scoring)
    }
    const { ends, costs } = this.#words.explanations(at)
    for (let i = 0; i < ends.length; i += 1)
      this.#take(state, column, at, ends[i] as number, costs[i] as number)
  }

  #readNote(state: State, column: number, at: number): void {
    this.#skip(state, column, at, COST.skipNote)
    for (const { kind, end } of this.#values.at(at)) {
      const isCell = kind === 'nothing' && this.#manner.isSetOff(at) && this.#manner.isSetOff(end)
      if (isCell) this.#take(state, column, at, end, COST.word)
    }
    // What begins with a sign is a value, and what begins with a heading another row.
    if (/[≥≤<>=]/.test(this.#folded[at] as string)) return
    if (this.#lexer.heading(at) !== undefined) return
    const line = this.#manner.lineEnd(at)
    // A number gives no reason; behind points, it is a score that is more than them.
    const number = this.#columns[column]?.kind === 'reason' ? this.#lexer.numberEnd(at) : 0
    const beginsWithNumber = number > at && this.#manner.isSetOff(number)
    const costOf = (end: number): number => (end === number || beginsWithNumber ? COST.noteIsNumber : 0)
    for (const { value } of this.#words.others(at))
      this.#take(
        state,
        column,
        at,
        value.end,
        COST.note * 0.6 + COST.noteLength * Math.min(value.end - at, 20) + costOf(value.end),
      )
    const said = SAYS_WHAT.test(this.#folded.slice(at, at + 3)) ? COST.saysWhat : 0
    // What went wrong may take some sentences, up to the end of the line.
    const longest = this.#columns[column]?.kind === 'reason' ? LONGEST_REASON : LONGEST_CELL
    const length = Math.min(line - at, LONGEST_CELL)
    if (line > at && line - at <= longest && line <= this.#end)
      this.#take(state, column, at, line, COST.note + COST.noteLength * length + said + costOf(line))
  }

  /** A column of few words: signs, units, standards, 定量. */
  #readWord(state: State, column: number, at: number, kind: ColumnKind): void {
    this.#skip(state, column, at, this.#skipCost(kind, state))
    BLANK_AND_KIND.lastIndex = at
    // -定量 closes the row, whatever stands before it.
    const from = kind === 'kind' && BLANK_AND_KIND.test(this.#folded) ? BLANK_AND_KIND.lastIndex : at
    const ends =
      kind === 'unit'
        ? this.#lexer.unitEnds(at)
        : kind === 'standard'
          ? this.#lexer.words('standard', at).map(({ end }) => end)
          : [...this.#lexer.words('valueKind', from), ...this.#lexer.words('direction', from)].map(
              ({ end }) => end,
            )
    const cost = from > at ? COST.closingKind : COST.word
    const signs = kind === 'comparator' ? this.#lexer.words('comparator', at).map(({ end }) => end) : []
    for (const end of [...ends, ...signs])
      if (end <= this.#end)
        this.#take(
          state,
          column,
          at,
          end,
          cost + (kind === 'unit' ? this.#unitCost(state) + this.#amongWords(state, at, end) : 0),
        )
  }

  /** A unit behind a value that has one, or behind none, is hardly one; in front of the values it stands by itself. */
  #unitCost({ target }: State): number {
    if (target !== undefined) return target.unit === '' ? 0 : 0.8
    return this.#isUnitInFront ? 0 : 0.8
  }

  /** 人 in 领取补助人数, 分 in 扣1分: what words go on with is rather a part of them. */
  #amongWords({ kind, end: from }: State, at: number, end: number): number {
    const isBehind = from === at && kind !== undefined && (WORDS.has(kind as ColumnKind) || kind === 'reason')
    return isBehind && (isDigit(this.#folded[at - 1] ?? '') || CHINESE.test(this.#folded[end] ?? ''))
      ? COST.otherUnit
      : 0
  }

  /** What is no part of any row: footers, headers that are printed again, notes, and what damage left. */
  #leave(state: State, at: number): void {
    const { target, weight } = state
    const isBehindLeft = state.kind === 'left' && state.end === at
    const cost = state.cost + (isBehindLeft ? COST.leftMore : COST.leftCharacter)
    this.#put(at + 1, cost, 0, target, weight, state, 'left', at, at + 1)
    for (const { kind, end, cost } of this.#words.leavings(at))
      this.#put(end, state.cost + cost, 0, target, weight, state, kind, at, end)
  }
}

const bestOf = (open: readonly State[][]): number => {
  let best = Number.POSITIVE_INFINITY
  for (const states of open) for (const { cost } of states ?? []) if (cost < best) best = cost
  return best
}

/**
 * Where a way is kept among the cheapest few, one for each target and weight: instead of a dearer one, or behind the last; -1
 * where all are cheaper.
 */
const slotFor = (
  states: readonly State[],
  cost: number,
  target: State['target'],
  weight: State['weight'],
): number => {
  let dearest = 0
  for (let i = 0; i < states.length; i += 1) {
    const state = states[i] as State
    if (state.target === target && state.weight === weight) return state.cost > cost ? i : -1
    if (state.cost > (states[dearest] as State).cost) dearest = i
  }
  if (states.length < MOST_STATES) return states.length
  return (states[dearest] as State).cost > cost ? dearest : -1
}

/** The step on which a cell or the end of a row was read last. */
const lastRead = (state: State): State | undefined => {
  let last: State | undefined = state
  for (let count = 0; count < 3 && last !== undefined && last.kind === undefined; count += 1)
    last = last.before
  return last
}

/** What stands in rows of the form that are not used. */
const DOTS = /(?:…{1,4}|\.{3,6})(?=\s|$)/y

const NO_CELLS: ReadonlySet<Piece['kind']> = new Set(['end', 'left', 'label'])
const WORDS: ReadonlySet<ColumnKind> = new Set(['explanation', 'note', 'unknown'])

const plain = (digits: string): number => Number(digits.replace(/,/g, ''))

/** How likely a value is the result of a row with a target: most results say what was planned. */
const resemblance = (target: Value | undefined, value: Value): number => {
  if (target === undefined) return 0
  if (value.text === target.text) return -2.6
  if (value.kind === 'outcome') return target.kind === 'number' ? -0.2 : -0.8
  if (target.kind === 'number' && value.kind === 'number') {
    const isSame = plain(value.digits) === plain(target.digits)
    // 250% behind a misread ≥ is 50%.
    const isDamaged = /^[235]/.test(target.digits) && target.digits.slice(1) === value.digits
    if (isSame || isDamaged) return value.unit === target.unit || value.unit === '' ? -2.3 : -1
    if (value.unit === target.unit) return -0.9
    return value.unit === '' ? -0.4 : 0.8
  }
  return target.kind === value.kind ? -0.3 : 0.7
}

/** Targets beside each other are printed alike. */
const severalCost = (before: Value | undefined, value: Value, isCut: boolean): number => {
  const isBare = value.kind === 'number' && value.unit === ''
  const split = isCut ? COST.several.cut : isBare ? COST.several.bare : 0
  if (before === undefined) return split * 0.8
  const isAlike = before.kind === value.kind && before.unit === value.unit
  const isNear = isAlike && Math.abs(before.digits.length - value.digits.length) <= 0
  return split + (isNear ? COST.several.alike : isAlike ? COST.several.alike / 3 : COST.several.unlike)
}

/** 面积(亩)300: a number whose unit the name says has no other. */
const unitSaidCost = ({ kind, unit, digits }: Value, said: string | undefined): number => {
  if (said === undefined || kind !== 'number' || (unit === said && unit !== '')) return 0
  if (unit !== '' || (said === '%' && plain(digits) > 100)) return COST.otherUnit
  return COST.unitSaidInName
}

const CHINESE = /[\u4e00-\u9fff]/
const ORDINAL = /^[.、)](?!\d)/
const POINTS = /^(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?$/
const LONGEST_REASON = 240
const OWN_LEVEL = /^[\u4e00-\u9fff]{2,8}(\(\d{1,3}分\))?(?=\s)/
const LONGEST_OWN = 16
const BEFORE_NAME = /^[\u4e00-\u9fff]{4}/
const UNKNOWN_CATEGORY = /^[\u4e00-\u9fff]{2,8}?指标(?![\d值])/
