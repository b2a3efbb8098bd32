import type { Lexer, Word } from '../../lexicon/lexer.ts'
import type { ColumnRole } from '../../model/disclosure.ts'
import { isBlank } from '../../source/fold.ts'
import { isOwner, OWNERS } from '../../vocabulary/glued-words.ts'
import { headerRole } from '../../vocabulary/headers.ts'

/** What a column of a table of indicators without borders holds. */
export type ColumnKind =
  | 'level-one'
  | 'level-two'
  | 'name'
  | 'explanation'
  | 'kind'
  | 'direction'
  | 'comparator'
  | 'target'
  | 'unit'
  | 'standard'
  | 'actual'
  | 'weight'
  | 'score'
  | 'reason'
  | 'note'
  | 'unknown'

/** A stretch of the text. */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface Column {
  readonly kind: ColumnKind
  /** Its header; `undefined` for a column that only its contents tell of. */
  readonly header?: Place
  /** One of several targets beside each other, whose header names a district or a term. */
  readonly isOfSeveral?: true
}

/** The header of the indicators. */
export interface TableHeader extends Place {
  readonly columns: readonly Column[]
  /** FORM: 二级指标, 三级指标 and 年度指标值 once more beside those of the whole term: the header of the second target. */
  readonly secondTarget?: Place
}

const OF_ROLE: Partial<Record<ColumnRole, ColumnKind>> = {
  'level-one': 'level-one',
  'level-two': 'level-two',
  indicator: 'name',
  target: 'target',
  comparator: 'comparator',
  unit: 'unit',
  weight: 'weight',
  direction: 'direction',
  actual: 'actual',
  score: 'score',
  reason: 'reason',
  note: 'note',
  other: 'note',
}

/** 单位 and 得分 head columns, and are anything else outside a header. */
const ALSO: ReadonlyMap<string, ColumnKind> = new Map([['单位', 'unit']])
const MOST_COLUMNS = 24
const LONGEST_UNKNOWN = 8

interface Heading extends Place {
  readonly kind: ColumnKind
  readonly word: string
}

/** The header that begins at a place: words that head columns, one after another, few unknown ones among them. */
export const headerAt = (lexer: Lexer, at: number): TableHeader | undefined => {
  if (!beginsHeader(lexer, at)) return undefined
  const { folded } = lexer
  const found = headingsFrom(lexer, at)
  const next = behindRemark(folded, found.at(-1)?.end ?? at)
  // A colon makes a field of what looks like a header.
  if (folded[next] === ':' || isLabelOfTable(lexer, found)) return undefined
  const kinds = new Set(found.map(({ kind }) => kind))
  const hasLevels = kinds.has('level-one') || kinds.has('level-two')
  if (kinds.size < 2 || !(hasLevels || (kinds.has('name') && kinds.has('target')))) return undefined
  const named = found.findLast(({ kind }) => kind === 'name')
  const tail =
    ownersBehind(lexer, found.slice(Math.max(0, found.lastIndexOf(named as Heading)))) ??
    (found.at(-1) === named ? purposesFrom(lexer, next) : undefined) ??
    unknownTail(lexer, next)
  const isOwned = tail[0]?.kind === 'target'
  const columns = arrange(isOwned ? found.filter(({ start }) => start < (tail[0] as Heading).start) : found)
  const start = damagedStart(folded, at)
  const again = tail.length === 0 ? halfAgain(lexer, next, found) : []
  const secondTarget = again.find(({ kind }) => kind === 'target')
  const last = again.at(-1)?.end ?? tail.at(-1)?.end ?? next
  const end = hasLevels ? behindParts(lexer, last) : last
  const header = { start, end, columns: withTail(columns, tail) }
  return secondTarget === undefined ? header : { ...header, secondTarget }
}

/** 绩效指标 or 绩效指标完成情况 in front of the header is the label of the table. */
const isLabelOfTable = (lexer: Lexer, [first, second, third]: readonly Heading[]): boolean => {
  if (first?.kind === 'name' && second?.kind === 'level-one') return true
  if (first?.word !== '绩效指标') return false
  const isOfResults = second?.kind === 'actual' && third?.kind === 'level-one'
  return second?.kind === 'name' || isOfResults || isShortName(lexer, first.end)
}

/** The same columns once more behind those of the levels, names and targets, for another term. */
const halfAgain = (lexer: Lexer, at: number, found: readonly Heading[]): readonly Heading[] => {
  const again = headingsFrom(lexer, at)
  const [first] = again
  const isNext = first !== undefined && lexer.folded.slice(at, first.start).trim() === ''
  const kinds = new Set(again.map(({ kind }) => kind))
  return isNext &&
    kinds.has('name') &&
    kinds.has('target') &&
    found.some(({ word }) => word === first.word) &&
    again.every(({ kind }) => found.some((one) => one.kind === kind))
    ? again
    : []
}

const beginsHeader = (lexer: Lexer, at: number): boolean =>
  isShortName(lexer, at) ||
  lexer
    .words('label', at)
    .some(
      ({ sense, word }) =>
        word.length > 2 && ['level-one', 'level-two', 'indicator', 'target'].includes(sense),
    )

/** 指标 over the names, with the header of their points or values right behind, and 一级 in front of 二级. */
const isShortName = (lexer: Lexer, at: number): boolean =>
  lexer
    .words('label', at)
    .some(
      ({ word, sense, end }) =>
        word.length === 2 &&
        lexer
          .words('label', end)
          .some((next) =>
            sense === 'indicator'
              ? next.word.length > 3 && (next.sense === 'weight' || next.sense === 'target')
              : sense === 'level-one' && next.sense === 'level-two',
          ),
    )

/** 一*级指标 and 级指标: what scanning left of the first header. */
const damagedStart = (folded: string, at: number): number => {
  const match = /[一\u2014—-]?[^\u4e00-\u9fff\n]?级\s?指\s?标\s?$/.exec(folded.slice(Math.max(0, at - 8), at))
  return match === null ? at : at - match[0].length
}

/** Words that head columns, one behind the other, with what stands between two of them. */
const headingsFrom = (lexer: Lexer, at: number): readonly Heading[] => {
  const { folded } = lexer
  const found: Heading[] = []
  let next = at
  while (found.length < MOST_COLUMNS && folded[next] !== ':') {
    const heading = headingFrom(lexer, next, found)
    // No header has a column twice.
    if (heading === undefined || found.some(({ word }) => word === heading.word)) break
    const word = folded.slice(next, heading.start)
    if (isWholeLine(word, found)) break
    // 评(扣分标准): the header goes on around what is known of it.
    const isInBrackets = /^\s?[\u4e00-\u9fff]\($/.test(word) && folded[heading.end] === ')'
    if (isInBrackets) {
      found.push({ ...heading, start: next, end: heading.end + 1 })
      next = heading.end + 1
      continue
    }
    if (/[\u4e00-\u9fff]/.test(word)) found.push({ start: next, end: heading.start, kind: 'unknown', word })
    // 指标内容 behind a name that nobody knows explains it, and 指标值内容 the value in front.
    const isBehindValue = heading.word === VALUE_IN_WORDS && found.some(({ kind }) => kind === 'target')
    const isBehindUnknown = found.at(-1)?.kind === 'unknown' && !found.some(({ kind }) => kind === 'name')
    found.push(
      (isBehindUnknown && EXPLAINS.has(heading.word)) || isBehindValue
        ? { ...heading, kind: 'explanation' }
        : heading,
    )
    next = behindRemark(folded, heading.end)
  }
  return found
}

/** Whether a header that has the words over names and values ends with its line, above one that begins with other words. */
const isWholeLine = (behind: string, found: readonly Heading[]): boolean =>
  NEXT_LINE.test(behind) &&
  (['name', 'target'] as const).every((kind) => found.some((one) => one.kind === kind))

const NEXT_LINE = /^\n\s*[\u4e00-\u9fff]{2}/

const isHeading = (lexer: Lexer, at: number): boolean => lexer.heading(at) !== undefined

/** The next header word, behind at most a few unknown characters. */
const headingFrom = (lexer: Lexer, from: number, found: readonly Heading[]): Heading | undefined => {
  const { folded } = lexer
  let unknown = 0
  for (let at = from; at < folded.length && at < from + 24; at += 1) {
    if (isBlank(folded.charCodeAt(at))) continue
    // 完成目标 in 完成目标可能性 is no category.
    if (isHeading(lexer, at)) return composedHeading(lexer, at, found)
    if (unknown === 0 || found.length > 0) {
      const heading = headingAt(lexer, at, found)
      if (heading !== undefined) return heading
    }
    unknown += 1
    if (
      unknown > (found.length > 3 ? 2 : 1) * LONGEST_UNKNOWN ||
      !/[\u4e00-\u9fff*()/、%]/.test(folded[at] as string)
    )
      return undefined
  }
  return undefined
}

const headingAt = (lexer: Lexer, at: number, found: readonly Heading[]): Heading | undefined => {
  const { folded } = lexer
  const isAmong = found.length >= 2
  const result = lexer.words('result', at).find(({ word }) => isAmong || word.length > 2)
  const label = lexer.words('label', at).find(
    ({ sense, word, end }) =>
      (OF_ROLE[sense] ?? ALSO.get(word)) !== undefined &&
      (word.length > 2 || isAmong || found.at(-1)?.word === '一级' || isShortName(lexer, at)) &&
      // 值 in 增加值增幅 heads nothing.
      (word.length > 1 || endsHeader(lexer, end, found, 0)),
  )
  const longest = result !== undefined && result.word.length >= (label?.word.length ?? 0) ? result : label
  const best = longest === label && label !== undefined ? (firstOfTwo(lexer, label, found) ?? label) : longest
  if (best === undefined) return composedHeading(lexer, at, found)
  if (isNumbered(folded, best.end)) return undefined
  const kind =
    best === result
      ? kindOfResult(result.sense, result.word, found)
      : (ALSO.get(best.word) ?? OF_ROLE[(best as Word<'label'>).sense] ?? 'note')
  return { start: at, end: best.end, kind, word: best.word }
}

/** 三级指标分值 is one header where it stands alone, and two where no column of names came before it. */
const firstOfTwo = (
  lexer: Lexer,
  { start, end, word }: Word<'label'>,
  found: readonly Heading[],
): Word<'label'> | undefined => {
  if (found.some(({ kind }) => kind === 'name')) return undefined
  return lexer.words('label', start).find((shorter) => {
    if (shorter.word.length < 4 || shorter.word.length >= word.length || OF_ROLE[shorter.sense] !== 'name')
      return false
    return lexer.words('label', shorter.end).some((rest) => rest.end === end)
  })
}

/** 指标1: numbers an item; 三级指标2023年 does not. */
const isNumbered = (folded: string, end: number): boolean =>
  /^\s?(?:\d{1,2}(?!\d)|[①-⑳])/.test(folded.slice(end, end + 4)) && folded.slice(end - 2, end) === '指标'

const VALUE_IN_WORDS = '指标值内容'
const EXPLAINS: ReadonlySet<string> = new Set(['指标内容', '指标说明', '指标解释'])

const kindOfResult = (sense: ColumnKind, word: string, found: readonly Heading[]): ColumnKind => {
  const has = (kind: ColumnKind): boolean => found.some((other) => other.kind === kind)
  if (word === '绩效标准') return has('target') ? 'standard' : 'explanation'
  if (EXPLAINS.has(word)) return has('name') ? 'explanation' : 'name'
  return sense
}

/** A header that no list has, composed as headers are, where a blank, a heading or another header ends it: 1-8月执行情况全年预计完成情况. */
const composedHeading = (
  lexer: Lexer,
  at: number,
  found: readonly Heading[],
  depth = 0,
): Heading | undefined => {
  if (found.length === 0 || depth > MOST_COMPOSED) return undefined
  const run = COMPOSED.exec(lexer.folded.slice(at, at + LONGEST_COMPOSED))?.[0] ?? ''
  for (let length = run.length; length >= 3; length -= 1) {
    const word = run.slice(0, length)
    const role = headerRole(word)
    const kind = role === undefined ? undefined : OF_ROLE[role]
    const heading = kind === undefined ? undefined : { start: at, end: at + length, kind, word }
    if (heading !== undefined && endsHeader(lexer, heading.end, found, depth)) return heading
  }
  return undefined
}

const COMPOSED = /^(?:\d{1,2}-\d{1,2}月|截至\d{1,2}月底?)?[^\s:;,。≥≤\d(]{2,12}/
const LONGEST_COMPOSED = 20
const MOST_COMPOSED = 3

const endsHeader = (lexer: Lexer, at: number, found: readonly Heading[], depth: number): boolean =>
  at >= lexer.folded.length ||
  /[\s(]/.test(lexer.folded[at] as string) ||
  FIRST_OF_LIST.test(lexer.folded.slice(at, at + 2)) ||
  isHeading(lexer, at) ||
  lexer.words('label', at).some(({ sense, word }) => word.length > 2 && OF_ROLE[sense] !== undefined) ||
  lexer.words('result', at).length > 0 ||
  composedHeading(lexer, at, found, depth + 1) !== undefined

/** The number of the first row. */
const FIRST_OF_LIST = /^1[\u4e00-\u9fff]/

const REMARK = /\s?\((?:单位:?)?[^()\d]{1,12}\)| ?\(\d{1,3}分?\)|\*/y

const behindRemark = (folded: string, at: number): number => {
  let end = at
  for (let count = 0; count < 2; count += 1) {
    REMARK.lastIndex = end
    if (REMARK.test(folded)) end = REMARK.lastIndex
  }
  return end
}

/** The owners behind one of the headers, as many as there are: behind 计量单位 rather than with it. */
const ownersBehind = (lexer: Lexer, found: readonly Heading[]): readonly Heading[] | undefined => {
  let most: readonly Heading[] | undefined
  for (const { end } of found) {
    const owners = ownersFrom(lexer, behindRemark(lexer.folded, end))
    if (owners !== undefined && owners.length >= (most?.length ?? 0)) most = owners
  }
  return most
}

/** 甲区乙区丙县: whose targets stand behind the header of the names or of the targets, one column each. */
const ownersFrom = (lexer: Lexer, from: number): readonly Heading[] | undefined => {
  const { folded } = lexer
  for (const owner of OWNERS) {
    const found: Heading[] = []
    let at = from
    while (found.length < MOST_COLUMNS * 2) {
      owner.lastIndex = at
      const match = owner.exec(folded)
      if (match === null) break
      const start = at + match[0].length - match[0].trimStart().length
      if (isHeading(lexer, start)) break
      at = owner.lastIndex
      found.push({ start, end: at, kind: 'target', word: folded.slice(start, at) })
    }
    const isClosed =
      lexer.categories(skip(folded, at)).length > 0 || /^\s*(?:\n|$)/.test(folded.slice(at, at + 4))
    if (found.length >= 2 && isClosed) return found
  }
  return undefined
}

/** 公路养护专项通村组公路: what the targets behind the header of the names are for, which the goal in front names one by one. */
const purposesFrom = (lexer: Lexer, from: number): readonly Heading[] | undefined => {
  const words = PURPOSES.exec(lexer.folded.slice(from, from + LONGEST_PURPOSES))?.[0] ?? ''
  if (lexer.categories(skip(lexer.folded, from + words.length)).length === 0) return undefined
  const front = lexer.folded.slice(Math.max(0, from - NEARBY), from)
  const starts = [0]
  for (let at = SHORTEST_PURPOSE; at + SHORTEST_PURPOSE <= words.length; at += 1)
    if (beginsElsewhere(front, words.slice(at, at + SHORTEST_PURPOSE), words[at - 1] as string))
      starts.push(at)
  const found = starts.map((start, i): Heading => {
    const end = starts[i + 1] ?? words.length
    return { start: from + start, end: from + end, kind: 'target', word: words.slice(start, end) }
  })
  return found.length > 1 && found.every(({ word }) => word.length >= SHORTEST_PURPOSE) ? found : undefined
}

const PURPOSES = /^[\u4e00-\u9fff]{6,59}(?=\n|$)/
const LONGEST_PURPOSES = 60
const SHORTEST_PURPOSE = 3
const NEARBY = 2000

/** Whether words stand somewhere in a text behind another character than `before`. */
const beginsElsewhere = (text: string, words: string, before: string): boolean => {
  for (let at = text.indexOf(words, 1); at > 0; at = text.indexOf(words, at + 1))
    if (text[at - 1] !== before) return true
  return false
}

const skip = (folded: string, at: number): number => {
  let next = at
  while (next < at + 4 && isBlank(folded.charCodeAt(next))) next += 1
  return next
}

/** What stands between the last header that is known and the first heading of indicators, if it is short. */
const unknownTail = (lexer: Lexer, from: number): readonly Heading[] => {
  const { folded } = lexer
  for (let at = from; at <= from + 12; at += 1) {
    if (at >= folded.length) return []
    const isEnd = folded[at] === '\n' || isHeading(lexer, at)
    if (!isEnd) continue
    const word = folded.slice(from, at).trim()
    if (!/^[\u4e00-\u9fff()]{2,10}$/.test(word)) return []
    const start = from + folded.slice(from, at).indexOf(word)
    return [{ start, end: start + word.length, kind: 'unknown', word }]
  }
  return []
}

/** FORM: 经费保障, 制度保障 under 偏差原因分析: words of a second row of the header, behind which the first category stands. */
const behindParts = (lexer: Lexer, from: number): number => {
  const { folded } = lexer
  for (let at = from; at < Math.min(folded.length, from + LONGEST_PARTS); at += 1) {
    if (isHeading(lexer, at)) return at
    if (!/[\u4e00-\u9fff\s/、]/.test(folded[at] as string)) return from
  }
  return from
}

const LONGEST_PARTS = 40

/** The columns in the order of a row: levels in front, then the name, which some headers leave out. */
const arrange = (found: readonly Heading[]): readonly Column[] => {
  const columns: Column[] = []
  const levels = found.filter(({ kind }) => kind === 'level-one' || kind === 'level-two')
  const others = found.filter((heading) => !levels.includes(heading))
  // What stands behind the levels is the name, whatever it is called.
  const isNameUnknown = !others.some(({ kind }) => kind === 'name') && others[0]?.kind === 'unknown'
  const rest = others.map(
    (heading, i): Heading => (i === 0 && isNameUnknown ? { ...heading, kind: 'name' } : heading),
  )
  const named = rest.findIndex(({ kind }) => kind === 'name')
  const isNameFirst = named >= 0
  const behind = isNameFirst ? rest.slice(named + 1) : rest
  columns.push(...levelColumns(levels))
  const name = rest[named]
  columns.push(name === undefined ? { kind: 'name' } : columnOf(name))
  for (const heading of behind) columns.push(columnOf(heading))
  for (const heading of isNameFirst ? rest.slice(0, named) : []) columns.push(columnOf(heading))
  if (!columns.some(({ kind }) => kind === 'target')) {
    const unit = columns.findIndex(({ kind }) => kind === 'unit' || kind === 'weight' || kind === 'actual')
    columns.splice(unit < 0 ? columns.length : unit, 0, { kind: 'target' })
  }
  return columns.filter(
    ({ kind }, i) => kind !== 'name' || i === columns.findIndex((one) => one.kind === 'name'),
  )
}

const levelColumns = (levels: readonly Heading[]): readonly Column[] =>
  (['level-one', 'level-two'] as const).map((kind) => {
    const heading = levels.find((one) => one.kind === kind)
    return heading === undefined ? { kind } : columnOf(heading)
  })

const columnOf = ({ kind, start, end }: Heading): Column => ({ kind, header: { start, end } })

const withTail = (columns: readonly Column[], tail: readonly Heading[]): readonly Column[] => {
  if (tail.length === 0) return columns
  if (tail[0]?.kind !== 'target') return [...columns, ...tail.map(columnOf)]
  const several = tail.map((heading): Column => ({ ...columnOf(heading), isOfSeveral: true }))
  const others = columns.filter(({ kind }) => kind !== 'target')
  const first = tail[0] as Heading
  const at = others.findLastIndex(({ header }) => header !== undefined && header.start < first.start) + 1
  return [...others.slice(0, at), ...several, ...others.slice(at)]
}

/** A column that stands apart from the others: the words over it, where there are any, and what it holds. */
export interface Apart {
  readonly head: (Place & { readonly word: string }) | undefined
  readonly role: ColumnRole | undefined
}

/** The header of columns that stand apart. */
export const headerOf = (all: readonly Apart[]): TableHeader => {
  const found = all.map(({ head, role }): Heading => {
    const { start, end, word } = head ?? { start: -1, end: -1, word: '' }
    const kind =
      (role === undefined ? undefined : OF_ROLE[role]) ?? (isOwner(word) ? 'target' : ALSO.get(word))
    return { start, end, word, kind: kind ?? 'unknown' }
  })
  const isAgain = ({ kind }: Heading, at: number): boolean =>
    found.some((one, i) => i > at && one.kind === kind)
  // Beside the indicators of the whole term, those of the year are the last.
  const isTwice = found.some((one, i) => one.kind === 'name' && isAgain(one, i))
  const own = isTwice ? found.filter((one, i) => one.kind === 'unknown' || !isAgain(one, i)) : found
  const owners = own.filter(({ word }) => isOwner(word))
  const columns = withTail(
    arrange(own.filter((one) => owners.length < 2 || !owners.includes(one))),
    owners.length < 2 ? [] : owners,
  )
  const isHeaded = ({ header }: Column): boolean => header !== undefined && header.start >= 0
  return { start: 0, end: 0, columns: columns.map((one) => (isHeaded(one) ? one : { kind: one.kind })) }
}

/** Columns that a table may have, and how unlikely it is that it has them: 0 for those that its header says. */
export interface Hypothesis {
  readonly columns: readonly Column[]
  readonly cost: number
}

/** A column that the header says nothing of, or one that is not what its header says. */
const DEVIATION = 3

/** The orders of columns that forms print, for tables whose header is lost. */
const USUAL_ORDERS: readonly (readonly ColumnKind[])[] = [
  ['target'],
  ['target', 'weight'],
  ['weight', 'target'],
  ['target', 'actual'],
  ['target', 'actual', 'weight', 'score'],
  ['weight', 'target', 'actual', 'score'],
  ['target', 'weight', 'actual', 'score'],
  ['comparator', 'target', 'unit', 'weight'],
  ['comparator', 'target', 'unit', 'actual', 'weight', 'score'],
  ['explanation', 'target'],
  ['target', 'explanation'],
  ['target', 'standard'],
  ['explanation', 'target', 'standard'],
]

/**
 * What the columns may be, most likely first: what their header says, or that with one column read otherwise. `alike`: how many
 * values most rows have that are printed alike.
 */
export const hypothesesFor = (header: TableHeader | undefined, alike: number): readonly Hypothesis[] => {
  const levels: readonly Column[] = [{ kind: 'level-one' }, { kind: 'level-two' }, { kind: 'name' }]
  if (header === undefined) {
    const orders = USUAL_ORDERS.map(
      (kinds): Hypothesis => ({
        columns: [...levels, ...kinds.map((kind) => ({ kind }))],
        cost: kinds.length,
      }),
    )
    const targets: Column = { kind: 'target' }
    return alike === 0
      ? orders
      : [...orders, { columns: withSeveral([...levels, targets], alike), cost: DEVIATION }]
  }
  const { columns } = header
  if (columns.filter(({ kind }) => !IN_FRONT.has(kind)).length < alike)
    return [
      { columns: withSeveral(columns, alike), cost: DEVIATION },
      { columns, cost: 0 },
    ]
  const unknown = columns.findIndex(({ kind }) => kind === 'unknown')
  if (unknown >= 0) return unknownRead(columns, unknown)
  const has = (kind: ColumnKind): boolean => columns.some((column) => column.kind === kind)
  const target = columns.findIndex(({ kind }) => kind === 'target')
  const lastTarget = columns.findLastIndex(({ kind }) => kind === 'target')
  const inserted = (at: number, kind: ColumnKind): Hypothesis => ({
    columns: [...columns.slice(0, at), { kind }, ...columns.slice(at)],
    cost: DEVIATION,
  })
  const others: Hypothesis[] = []
  if (!has('weight')) others.push(inserted(lastTarget + 1, 'weight'), inserted(target, 'weight'))
  if (!has('actual')) others.push(inserted(lastTarget + 1, 'actual'))
  if (!has('explanation')) others.push(inserted(target, 'explanation'))
  return [{ columns, cost: 0 }, ...others]
}

/** What no number of a row stands in. */
const IN_FRONT: ReadonlySet<ColumnKind> = new Set(['level-one', 'level-two', 'name', 'comparator', 'unit'])

/** As many targets as the rows have, whatever the words are over them. */
const withSeveral = (columns: readonly Column[], count: number): readonly Column[] => {
  const at = columns.findIndex(({ kind }) => kind === 'target')
  const several = Array.from({ length: count }, (): Column => ({ kind: 'target', isOfSeveral: true }))
  return [...columns.slice(0, at), ...several]
}

/** A column under a header that nobody knows: what it holds decides. */
const unknownRead = (columns: readonly Column[], at: number): readonly Hypothesis[] => {
  const column = columns[at] as Column
  const rest = columns.toSpliced(at, 1)
  const isSaid = columns.some(({ kind, header }) => kind === 'target' && header !== undefined)
  const kinds: readonly ColumnKind[] = isSaid
    ? ['note', 'explanation', 'actual', 'weight', 'score', 'unit', 'comparator', 'standard']
    : ['target', 'note', 'explanation', 'actual', 'weight']
  return kinds.flatMap((kind, i) => {
    const others = kind === 'target' ? rest.filter((one) => one.kind !== 'target') : rest
    const place = Math.min(at, others.length)
    const read = [...others.slice(0, place), { ...column, kind }, ...others.slice(place)]
    // Of several unknown columns one is told from what it holds; the others are remarks.
    const known = read.map((one): Column => (one.kind === 'unknown' ? { ...one, kind: 'note' } : one))
    return [{ columns: known, cost: i === 0 ? 1 : 1.5 }]
  })
}
