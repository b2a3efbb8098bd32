import type { Block, Cell, Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { namesMoney, namesPaid } from '../vocabulary/header-hints.ts'
import { isLevelRole, OTHER_TABLE_HEADS, OTHER_TABLE_TITLE, REFERS_ELSEWHERE } from '../vocabulary/headers.ts'
import { isSumWord } from '../vocabulary/money-words.ts'
import { isQuality } from '../vocabulary/qualities.ts'
import type { Columns } from './align.ts'
import { isMoney } from './form-rows.ts'
import { labelIn, labelOfCell } from './labels.ts'
import { lineCell, ownCells } from './row-cells.ts'
import { rolesOf } from './row-roles.ts'
import { bare } from './words-of.ts'

/** Whether a line is the title of a table that a budget prints beside that of its goals: 收支总表, 三公经费表. */
export const isOtherTitle = (block: Block): boolean => {
  const text = lineCell(block)?.text
  if (text === undefined || text.length > LONGEST_TITLE) return false
  const title = bare(text)
  // 部门整体支出绩效评价基础数据表 counts staff and expenses.
  return OTHER_TABLE_TITLE.test(title) && (!/绩效|目标|指标/.test(title) || title.includes('基础数据'))
}

const LONGEST_TITLE = 60

/** Whether most cells of a row are headers of such a table, 本年收入, 因公出国(境)费, 科目编码, or headings with their money. */
export const isOtherHeader = (row: Row): boolean => {
  const own = ownCells(row)
  if (own.length > 2 && own.every((cell, i) => (i % 2 === 0 ? isOtherHeading(cell.text) : isMoney(cell))))
    return true
  const { names, roles } = rolesOf(row)
  let filled = 0
  let known = 0
  for (const name of names) {
    if (name === '') continue
    filled += 1
    if (isOtherHead(name)) known += 1
  }
  return known >= 2 && known * 2 > filled && !roles.some(isOfGoals)
}

const isOtherHead = (name: string): boolean =>
  OTHER_TABLE_HEADS.has(/[\s)]/.test(name) ? name.replace(/\s|\([^()]*\)$/g, '') : name)

/**
 * Whether rows are a list of who gets how much (分配表, 安排表): words over columns of numbers, of which some are money, and
 * nothing that is planned. A table of money in a form names its rows after sources. `mayBePaid`: or of who got how much.
 */
export const isAllotment = (rows: readonly Row[], mayBePaid: boolean): boolean => {
  const height = rows.findIndex((row) => ownCells(row).some(isMoney))
  const [head, body] = [rows.slice(0, height), rows.slice(height)]
  const [first] = head
  if (height < 1 || height > HIGHEST_HEADER || first === undefined || ownCells(first).length < 3) return false
  const words = head.flatMap(ownCells)
  return (
    words.every(isHeadWord) &&
    words.some(({ text }) => namesMoney(text.meaning) || (mayBePaid && namesPaid(text.meaning))) &&
    !rows.some((row) =>
      rolesOf(row).roles.some((role, i) => isOfGoals(role) && body.some(({ cells }) => plans(cells[i]))),
    ) &&
    body.every((row) => {
      const [front, ...others] = ownCells(row)
      // Who gets it may be merged over several rows.
      if (front !== undefined && isMoney(front)) return true
      if (front === undefined || !others.some(isMoney)) return false
      const role = labelOfCell(front)?.role
      return role === undefined || role === 'name' || isSumWord(front.text.meaning)
    })
  )
}

/** 见附件2 says where the goals are, and none of them. */
const plans = (cell: Cell | undefined): boolean =>
  cell !== undefined && !cell.text.isBlank && !REFERS_ELSEWHERE.test(cell.text.meaning)

/** Whether rows are a list under words that head no indicators, numbered from 1 on. */
export const isOtherList = ([head, ...body]: readonly Row[]): boolean => {
  if (head === undefined || ownCells(head).length < 3 || body.length < 2) return false
  const { roles } = rolesOf(head)
  return (
    ownCells(head).every(isHeadWord) &&
    !roles.some((role) => isOfGoals(role) || isOfResults(role)) &&
    body.every((row, i) => {
      const [front, ...others] = ownCells(row)
      if (front === undefined || others.some(({ text }) => /[≥≤]/.test(text.folded))) return false
      return front.text.meaning === String(i + 1) || isSumWord(front.text.meaning)
    })
  )
}

/** Whether a cell may head a column: short, and neither a number, a value nor a choice. */
const isHeadWord = ({ text }: Cell): boolean =>
  text.length <= LONGEST_HEAD && !/^[\d.,]+$|[≥≤□☑√]/.test(text.folded)

const HIGHEST_HEADER = 3
const LONGEST_HEAD = 30

/** Whether a list with these columns says what projects are to reach. */
export const listsGoals = (columns: Columns): boolean => columns.some(isOfGoals)

const isOfGoals = (role: Columns[number]): boolean =>
  role === 'goal' || role === 'indicator' || role === 'target' || isLevelRole(role)

const isOfResults = (role: Columns[number]): boolean =>
  role === 'weight' || role === 'score' || role === 'actual'

/**
 * Whether a table that begins without a known header is no continuation of the one before: it has another number
 * of columns, and nothing in it is a label, a heading or a value with its sign or unit. Under a heading of
 * its own (二、机关运行经费), only headings of indicators and signs tell that it belongs to the goals.
 */
export const isForeign = (rows: readonly Row[], width: number, isHeaded: boolean): boolean => {
  const belongs = (text: SpannedText): boolean =>
    isHeaded
      ? /[≥≤]|指标|绩效|目标/.test(text.folded)
      : mayBelong(text.folded.trim()) || labelIn(text) !== undefined
  return (
    rows.length > 0 &&
    rows.every(({ cells }) => cells.length !== width && !cells.some(({ text }) => belongs(text)))
  )
}

/** Whether a line is the heading of a part that isn't about goals: 二、机关运行经费. */
export const isOtherHeading = (line: SpannedText): boolean =>
  line.length <= 40 &&
  /^(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}[部章节]|表\s?\d)/.test(
    line.folded,
  ) &&
  !/绩效|目标|指标|项目|续/.test(line.folded)

const mayBelong = (words: string): boolean =>
  /[≥≤%‰]|\d\s?[\u4e00-\u9fff]/.test(words) ||
  isQuality(words) ||
  (words.length <= 24 && categoriesNamed(meaning(words)).length > 0)
