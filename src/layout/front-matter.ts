import { matchesIn } from '../collect.ts'
import { Decimal } from '../model/decimal.ts'
import type { Heading, MoneyUnit, Year } from '../model/disclosure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { HANDS_DOWN, YEAR_THAT_IS_OVER } from '../vocabulary/dates.ts'
import { namesMoney } from '../vocabulary/header-hints.ts'
import { MONEY_UNITS } from '../vocabulary/headers.ts'

/** The line that names a table; the first that speaks of 绩效, else of a year. */
export const findTitle = (lines: readonly SpannedText[]): SpannedText | undefined =>
  lines.find((line) => TITLE.test(line.folded.slice(0, 120).replace(/\s/g, ''))) ??
  lines.find((line) => YEAR.test(line.folded.slice(0, 120)))

/** The title of a further table on the way, without 续表 marks; `undefined` if none of the lines is one. */
export const findNextTitle = (lines: readonly SpannedText[]): string | undefined => {
  for (const line of lines) {
    const words = line.folded.slice(0, 120).replace(/\s/g, '')
    const title = words.replace(/\(?续表?\d*\)?$/, '')
    if (TITLE.test(title) && /表(?:\([^()]*\))?$/.test(title) && !/^(?:注|备注|说明)/.test(title))
      return title
  }
  return undefined
}

/** Whether a line is the title of a table. */
export const isTitle = SpannedText.remember(
  (line): boolean => line.length <= 80 && findNextTitle([line]) !== undefined,
)

/** Whether the title of a table says that it goes on with the one before: …绩效目标表(续). */
export const saysContinued = ({ folded }: SpannedText): boolean => /续表?\s?\d*\)?\s*$/.test(folded)

/** Whether a line over a form says that it is of a whole department: 部门整体支出绩效目标表, 某县财政局整体支出绩效自评书. */
export const saysWhole = (line: SpannedText): boolean =>
  line.folded.includes('整体') && (isTitle(line) || WHOLE_HEADLINE.test(line.folded))

const WHOLE_HEADLINE = /^(?=[^:,;。]{0,40}$).*(?:整体(?:支出)?绩效|绩效.{0,6}整体)/

const TITLE = /绩效|预算公开|目标公开/
/** 2020年10月20日 is the day of something. */
const YEAR = /(20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s*年(?!\s*\d{1,2}\s*月\s*\d)/

/** 绩效目标自评表(2021). */
const YEAR_AT_END = /(?<=绩效[^()]{0,12}(?:\([^()\d]*\))?\s?\(\s?)(20\d{2})(?=\s?\)\s*$)/

/** Whether a line speaks of a later year as over. */
const isLater = ({ folded }: SpannedText, year: number): boolean =>
  matchesIn(folded.slice(0, LONGEST_LINE), YEAR_THAT_IS_OVER).some(([, printed]) => Number(printed) > year)

/** Longer lines are read up to here. */
const LONGEST_LINE = 400

/** The budget year in a title, in digits or in Chinese numerals. */
export const findYear = (texts: readonly SpannedText[]): Year | undefined => {
  for (const text of texts) {
    const match = YEAR.exec(text.folded) ?? YEAR_AT_END.exec(text.folded)
    if (match === null) continue
    const printed = match[1] as string
    const digits = printed.replace(/[^\d]/g, (c) => String(Math.max(0, '〇一二三四五六七八九'.indexOf(c))))
    const year = { text: text.slice(match.index, match.index + match[0].length), value: Number(digits) }
    // 关于下达2020年补助资金的通知, which speaks of 2021 as over: the year is what the money is called by.
    const isOfMoney = HANDS_DOWN.test(text.folded) && texts.some((other) => isLater(other, year.value))
    return isOfMoney ? undefined : year
  }
  return undefined
}

const BARE_UNIT = /^(?:\(|〔)?(千元|万元|亿元|元)(?:\)|〕)?$/
const LABELLED_UNIT = /单位[:\s]*(?:人民币\s*)?(千元|万元|亿元|元)/
/** Whatever a unit alone is called: 计价:元. */
const CALLED_UNIT = /^[(〔]?[\u4e00-\u9fff]{2,6}:(千元|万元|亿元|元)[)〕]?$/
const BRACKETED_UNIT = /[(〔[]\s*(?:单位[:\s]*)?(?:人民币\s*)?(千元|万元|亿元|元)\s*[)〕\]]/

/**
 * The unit of the amounts: from the header of their column, else from `单位:万元` in a line around
 * the table; 万元 is assumed where nothing says it.
 */
export const findMoneyUnit = (headings: readonly Heading[], lines: readonly SpannedText[]): MoneyUnit => {
  for (const { role, text } of headings) {
    if (role !== 'amount') continue
    const unit = unitIn(text, [BRACKETED_UNIT, LABELLED_UNIT, /(千元|万元|亿元|元)$/])
    if (unit !== undefined) return unit
  }
  for (const line of lines) {
    const unit = unitIn(line, [LABELLED_UNIT, BRACKETED_UNIT, BARE_UNIT, CALLED_UNIT])
    if (unit !== undefined) return unit
  }
  return unitOfHeads(headings) ?? { name: '万元', yuan: new Decimal(MONEY_UNITS.万元), text: undefined }
}

/** 可用资金(亿元) in front of the money of a form, where no other words in front of money say another. */
const unitOfHeads = (headings: readonly Heading[]): MoneyUnit | undefined => {
  const [first, ...others] = headings.flatMap(({ role, text }) => {
    const mayHead = role === 'funding' || (role === 'other' && namesMoney(text.meaning))
    return (mayHead ? unitIn(text, [BRACKETED_UNIT]) : undefined) ?? []
  })
  return others.every(({ name }) => name === first?.name) ? first : undefined
}

/** Whether a cell or a line says the money unit and nothing else: 单位:万元. */
export const isUnitLine = (text: SpannedText): boolean =>
  text.length <= 20 &&
  /^[(〔]?(?:[\u4e00-\u9fff]{2,6}[:\s]\s*|单位)?(?:人民币\s*)?(?:千元|万元|亿元|元)[)〕]?$/.test(
    text.folded.trim(),
  )

/** Where the money unit begins that a line says behind wide blanks: 部门名称:某局    单位:万元. */
export const unitAtEnd = (line: SpannedText): number => {
  const at = line.folded.lastIndexOf('  ')
  return at > 0 && isUnitLine(line.slice(at)) ? at : line.length
}

const unitIn = (text: SpannedText, patterns: readonly RegExp[]): MoneyUnit | undefined => {
  for (const pattern of patterns) {
    const match = pattern.exec(text.folded)
    if (match === null) continue
    const name = match[1] as keyof typeof MONEY_UNITS
    const at = match.index + match[0].indexOf(name)
    return { name, yuan: new Decimal(MONEY_UNITS[name]), text: text.slice(at, at + name.length) }
  }
  return undefined
}
