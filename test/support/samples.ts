import { Decimal } from '../../src/model/decimal.ts'
import type {
  Amount,
  Category,
  Disclosure,
  Goal,
  Indicator,
  Project,
  Target,
} from '../../src/model/disclosure.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Comparator, Measure } from '../../src/model/measure.ts'
import type { CheckedRecord, SchemeInForce } from '../../src/model/record.ts'
import { recordOf } from '../../src/record.ts'
import type { Original, ParsedFile } from '../../src/report/report.ts'
import { type EncodedText, encodedText } from '../../src/source/byte-offset.ts'
import { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'
import { reportOptions } from './options.ts'

/** A small filing whose tree is built by hand, so that reporters are tested without the parser. */
export const SAMPLE_TEXT = `门源县人社局2022年部门预算项目支出绩效目标公开表
单位编码	单位及项目名称	金额 (万元)	绩效目标	绩效指标
	合计	240.00
501001	门源县人社局(本级)	240.00
	“三支一扶”补贴	240.00	<p>目标1:为促进基层教育、农业、卫生、水利和扶贫等社会事业的发展提供人才支撑,年内新增“三支一扶”岗位80人以上,并按月落实岗位补贴和社会保险补贴。</p>	<p>一、产出指标</p> <p>(一)数量指标</p> <p>1.“三支一扶”补贴发放人数 176人</p> <p>2.“三支一扶”新增岗位 ≥90个</p> <p>二、满意度指标</p> <p>1.人员满意度 ≥95%</p>
`

/** Where the nth `words` stand in `text`. */
export const spanOf = (words: string, text = SAMPLE_TEXT, nth = 1): Span => {
  let start = -1
  for (let i = 0; i < nth; i += 1) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

const textAt = (words: string, nth = 1): SpannedText =>
  SpannedText.ofSource(SAMPLE_TEXT, spanOf(words, SAMPLE_TEXT, nth))

const amountAt = (nth: number): Amount => {
  const text = textAt('240.00', nth)
  return {
    kind: 'amount',
    text,
    span: text.span,
    numeral: { text, value: new Decimal('240.00'), decimals: 2 },
    money: new Decimal(2400000),
    yuanPerUnit: new Decimal(10000),
  }
}

const measured = (
  words: string,
  sign: Comparator,
  number: string,
  unit: string,
  implicit = false,
): Target => {
  const text = textAt(words)
  const numeral = { text: textAt(number), value: new Decimal(number), decimals: 0 }
  const measure: Measure = {
    kind: 'measure',
    text,
    span: text.span,
    comparator: undefined,
    numeral,
    upperNumeral: undefined,
    unit: { printed: unit, base: unit, dimension: 'count', scale: new Decimal(1), per: [] },
    unitText: undefined,
    interval: { lower: numeral.value, upper: undefined, lowerInclusive: true, upperInclusive: false },
    approximate: false,
    change: undefined,
  }
  return {
    kind: 'measured',
    text,
    span: text.span,
    comparator: sign,
    printedComparator: undefined,
    implicit,
    measure,
  }
}

const indicator = (ordinal: number, marker: string, name: string, target: Target): Indicator => ({
  kind: 'indicator',
  span: { start: spanOf(marker).start, end: target.span.end },
  text: SpannedText.ofSource(SAMPLE_TEXT, { start: spanOf(marker).start, end: target.span.end }),
  weight: undefined,
  marker: { text: textAt(marker), style: 'decimal', ordinal },
  name: textAt(name),
  nameQuantities: [],
  target,
  printedUnit: undefined,
  direction: undefined,
  column: undefined,
  term: undefined,
  actual: undefined,
  score: undefined,
  reason: undefined,
  notes: [],
})

const quantity: Category = {
  kind: 'category',
  level: 2,
  span: spanOf('(一)数量指标'),
  heading: textAt('(一)数量指标'),
  marker: undefined,
  name: textAt('数量指标'),
  is: 'quantity',
  weight: undefined,
  children: [
    indicator(1, '1.“', '“三支一扶”补贴发放人数', measured('176人', '=', '176', '人', true)),
    indicator(2, '2.', '“三支一扶”新增岗位', measured('≥90个', '≥', '90', '个')),
  ],
}

const goalText = textAt(
  '为促进基层教育、农业、卫生、水利和扶贫等社会事业的发展提供人才支撑,年内新增“三支一扶”岗位80人以上,并按月落实岗位补贴和社会保险补贴。',
)

const goal: Goal = {
  kind: 'goal',
  span: goalText.span,
  marker: { text: textAt('目标1:'), style: 'goal', ordinal: 1 },
  text: goalText,
  term: undefined,
  quantities: [],
}

const project: Project = {
  kind: 'project',
  span: { start: spanOf('“三支一扶”补贴').start, end: SAMPLE_TEXT.length - 1 },
  code: undefined,
  name: textAt('“三支一扶”补贴'),
  amount: amountAt(3),
  funding: [],
  money: [],
  totalScore: undefined,
  results: [],
  period: undefined,
  goals: [goal],
  categories: [
    {
      kind: 'category',
      level: 1,
      span: spanOf('一、产出指标'),
      heading: textAt('一、产出指标'),
      marker: undefined,
      name: textAt('产出指标'),
      is: 'output',
      weight: undefined,
      children: [quantity],
    },
    {
      kind: 'category',
      level: 1,
      span: spanOf('二、满意度指标'),
      heading: textAt('二、满意度指标'),
      marker: undefined,
      name: textAt('满意度指标'),
      is: 'satisfaction',
      weight: undefined,
      children: [indicator(1, '1.人', '人员满意度', measured('≥95%', '≥', '95', '%'))],
    },
  ],
  indicators: [],
}

export const SAMPLE: Disclosure = {
  kind: 'disclosure',
  span: { start: 0, end: SAMPLE_TEXT.length },
  title: textAt('门源县人社局2022年部门预算项目支出绩效目标公开表'),
  year: { text: textAt('2022'), value: 2022 },
  moneyUnit: { name: '万元', yuan: new Decimal(10000), text: textAt('万元') },
  headings: [{ text: textAt('单位编码'), role: 'code' }],
  totals: [{ kind: 'total', span: spanOf('合计'), name: textAt('合计'), amount: amountAt(1) }],
  agencies: [
    {
      kind: 'agency',
      hasRow: true,
      role: 'agency',
      span: spanOf('501001	门源县人社局(本级)	240.00'),
      code: textAt('501001'),
      name: textAt('门源县人社局(本级)'),
      amount: amountAt(2),
      agencies: [],
      projects: [project],
    },
  ],
  projects: [],
  irregularRows: [],
  sums: [],
  statements: [],
  readings: [],
  misreadings: [],
  leftovers: [],
  truncated: false,
}

const encoded = (text: string): EncodedText => encodedText(new TextEncoder().encode(text), 'utf-8', 0)

export const SAMPLE_FILE: ParsedFile = {
  kind: 'parsed',
  path: 'data/sample.txt',
  source: new Source(SAMPLE_TEXT),
  encoding: 'utf-8',
  encoded: encoded(SAMPLE_TEXT),
  format: 'text',
  layouts: ['single-cell'],
  notes: [],
  disclosure: SAMPLE,
}

/** A finding with all that a finding can have. */
export const MISMATCH: Finding = {
  rule: 'goal-indicator-mismatch',
  category: 'consistency',
  severity: 'error',
  message: {
    zh: '年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个',
    en: 'new posts this year: the goal says 80人以上, the indicator ≥90个',
  },
  at: spanOf('80人以上'),
  related: [{ at: spanOf('≥90个'), note: { zh: '数量指标 2', en: 'quantity indicator 2' } }],
  working: ['80 < 90'],
  because: { zh: '两处都说“三支一扶”岗位', en: 'both speak of 三支一扶 posts' },
  fix: { zh: '使目标与指标一致，或说明差异', en: 'make goal and indicator agree, or explain the difference' },
  data: { goal: '80', indicator: '90' },
  path: [
    { zh: '“三支一扶”补贴', en: '“三支一扶”补贴' },
    { zh: '绩效目标 1', en: 'goal 1' },
  ],
}

/** A finding with only what it must have. */
export const plainFinding = (words: string, part: Partial<Finding> = {}): Finding => ({
  rule: 'missing-unit',
  category: 'wording',
  severity: 'warning',
  message: { zh: `${words} 没有单位`, en: `${words} has no unit` },
  at: spanOf(words),
  fix: { zh: '补上单位', en: 'add the unit' },
  path: [],
  ...part,
})

/** What of the sample file a test replaces, and the scheme that it was checked by. */
type FilePart = Partial<Omit<ParsedFile, 'kind'>> & { readonly scheme?: SchemeInForce }

/** The sample file with these findings, or another text in its place; its text and tree are with it. */
export const checkedFile = (
  findings: readonly Finding[],
  { scheme = { source: 'found' }, ...part }: FilePart = {},
  hash = reportOptions().hash,
): CheckedRecord & Original => {
  const file = { ...SAMPLE_FILE, ...part }
  const { source, disclosure } = file
  return { ...recordOf(file, findings, scheme, hash), source, disclosure }
}

/** A checked file of nothing but `text`, for questions of places. */
export const fileOfText = (
  text: string,
  findings: readonly Finding[],
  part: FilePart = {},
): CheckedRecord & Original =>
  checkedFile(findings, {
    source: new Source(text),
    encoded: encoded(text),
    disclosure: { ...SAMPLE, agencies: [], span: { start: 0, end: text.length } },
    ...part,
  })
