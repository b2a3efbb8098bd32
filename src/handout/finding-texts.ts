import type { OtherPlace } from '../model/finding.ts'
import type { CheckedRecord, Place } from '../model/record.ts'
import { forClerks } from '../report/for-clerks.ts'
import { printable } from '../report/printable.ts'
import type { Report } from '../report/report.ts'
import { joinSaid } from '../report/words.ts'
import type { AgencyFinding } from './by-agency.ts'
import { baseOf } from './by-agency.ts'

/** What a finding says to the clerk of an agency: in Chinese, without names of rules. */
export interface FindingTexts {
  readonly project: string
  /** The cell as Excel or Word shows it, or the line of a text; below it, where in the project that is. */
  readonly place: string
  readonly problem: string
  /** Arithmetic, reasons, and what the forms and the rules of the budget ask for. */
  readonly basis: string
  readonly advice: string
}

/** More places of one finding than this are counted. */
const MOST_PLACES = 12

export const createFindingTexts = ({ rules = [] }: Pick<Report, 'rules'>) => {
  const bases = new Map(rules.map(({ id, docs }) => [id, withoutSources(docs.basis.zh)]))
  return ({ file, finding }: AgencyFinding): FindingTexts => {
    const { path, at, message, working = [], because, fix, rule, related = [], elsewhere = [] } = finding
    const [project = '', ...inside] = path.map(({ zh }) => printable(zh))
    const others = [
      ...related.map((one) => `另见${placeOf(file, one.at)}：${one.note.zh}`),
      ...elsewhere.map((one) => `另见${placeOfOther(one)}：${one.note.zh}`),
    ]
    const left = others.length - MOST_PLACES
    return {
      project,
      place: lines([placeOf(file, at), inside.join(' › ')]),
      problem: lines([
        `${message.zh}。`.replace('。。', '。'),
        ...others.slice(0, MOST_PLACES),
        left > 0 ? `另有 ${left} 处` : '',
      ]),
      basis: lines([...working, because?.zh ?? '', bases.get(rule) ?? '']),
      advice: printable(forClerks(fix.zh)),
    }
  }
}

const lines = (parts: readonly string[]): string => joinSaid(parts.map(printable), '\n')

const placeOf = ({ hasLines }: CheckedRecord, { from, address }: Place): string =>
  hasLines || address === undefined ? `第${from.line}行` : address.zh

const placeOfOther = ({ file, start, address }: OtherPlace): string =>
  `《${baseOf(file)}》${address === undefined ? `第${start.line}行` : address.zh}`

/** Where what the docs say of rules was seen: for those who write rules. */
const withoutSources = (text: string): string => text.replace(/（(?:TEXT|FORM|SYS|INF)）/g, '')
