import type { SpannedText } from '../../source/spanned-text.ts'
import { namesMoney } from '../../vocabulary/header-hints.ts'
import { nameLengthIn, YEAR_IN_TITLE } from '../../vocabulary/statement-words.ts'
import { moneyPlaces } from './amounts.ts'
import type { Place } from './columns.ts'
import { markLength } from './lines.ts'

/** What the line over a form says of its project. */
export interface TitleParts {
  readonly name: SpannedText | undefined
  readonly amount: SpannedText | undefined
  readonly year: SpannedText | undefined
}

/**
 * What a title says, whatever parts its words: the name between whose form it is, the year, the money and what the form is
 * called. 某县司法局 社区矫正 2025年(26.5万元), 某市红十字会2023年应急救护培训项目绩效目标.
 */
export const titleParts = (line: SpannedText): TitleParts => {
  const { folded } = line
  const mark = LEAD.exec(folded)?.[0].length ?? 0
  const start = mark + markLength(folded.slice(mark))
  const [money, ...others] = moneyPlaces(folded)
  const years = [...folded.matchAll(YEAR_IN_TITLE)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const taken = [...years, ...(money === undefined ? [] : [withLabel(folded, money)])]
  const name = nameIn(line, start, taken)
  const [year] = years
  return {
    name,
    amount: money === undefined || others.length > 0 ? undefined : line.slice(money.start, money.end),
    year: year === undefined ? undefined : line.slice(year.start, year.end),
  }
}

const LEAD = /^[\s#*_]*/

/** Money with the words in front that label it, which a mark parts from the name. */
const withLabel = (folded: string, money: Place): Place => {
  const word = /(?:^|[^\u4e00-\u9fff])([\u4e00-\u9fff]{2,12}?)(?:约|共|为)?\s?:?\s?$/.exec(
    folded.slice(0, money.start),
  )
  const label = word?.[1]
  if (word === null || label === undefined || !namesMoney(label)) return money
  return { start: word.index + word[0].indexOf(label), end: money.end }
}

/** The first words that are neither a body nor what the form is called; those in quotes before all others. */
const nameIn = (line: SpannedText, from: number, taken: readonly Place[]): SpannedText | undefined => {
  const { folded } = line
  const quoted = /[“"]([^“”"]{3,40})[”"]/.exec(folded)
  if (quoted !== null) return line.slice(quoted.index + 1, quoted.index + 1 + (quoted[1] as string).length)
  let start = from
  for (let at = from; at <= folded.length; at += 1) {
    const over = taken.find((place) => place.start <= at && at < place.end)
    if (over === undefined && at < folded.length && !ENDS.test(folded[at] as string)) continue
    const length = nameLengthIn(folded.slice(start, at))
    if (length > 0) return line.trimmed(start, start + length)
    start = over?.end ?? at + 1
    at = start - 1
  }
  return undefined
}

const ENDS = /[\s|/(),:;。~→>*_#—-]/
