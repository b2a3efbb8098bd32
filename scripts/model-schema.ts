import * as z from 'zod'

/**
 * The shape of `pbo show --as json`: the trees of `src/model/disclosure.ts` as JSON. `npm run docs` writes
 * it to `schema/model.schema.json`, and tests hold real output and the types of the model against it; the
 * command itself runs without zod.
 */

const count = z.int().nonnegative()

/** Exact numbers are strings, so that no reader rounds them. */
const decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .describe('An exact decimal.')
  .meta({ id: 'decimal' })

const span = z
  .strictObject({ start: count, end: count.describe('Exclusive.') })
  .describe('UTF-16 code units from the start of the text, without the byte-order mark.')
  .meta({ id: 'span' })

const text = z
  .strictObject({
    text: z.string().describe('The text as read: without markup, with parts from several places joined.'),
    start: count,
    end: count.describe('Exclusive.'),
    line: z.int().positive().describe('The line of its start, from 1.'),
    address: z.string().optional().describe('In formats without lines, such as Sheet1!E9.'),
    ranges: z
      .array(span)
      .min(2)
      .optional()
      .describe('All the places it was joined from, if there are several.'),
  })
  .describe('A text and its place in the file.')
  .meta({ id: 'text' })

const sign = z.enum(['≥', '≤', '=', '>', '<']).meta({ id: 'comparator' })
const printedComparator = z.strictObject({ sign, text }).meta({ id: 'printedComparator' })

const numeral = z
  .strictObject({ text, value: decimal, decimals: count.describe('The number of printed decimals.') })
  .meta({ id: 'numeral' })

const unit = z
  .strictObject({
    printed: z.string(),
    base: z.string().describe('The unit that values convert to: 平方米, ㎡ and 平米 all have 平方米.'),
    dimension: z.enum([
      'money',
      'people',
      'attendances',
      'households',
      'count',
      'things',
      'times',
      'share',
      'points',
      'area',
      'volume',
      'length',
      'mass',
      'time',
      'other',
    ]),
    scale: decimal.describe('Base units in one printed unit.'),
    get per() {
      return z.array(unit).describe('Denominators of a rate (元/人·月), in the order printed.')
    },
  })
  .meta({ id: 'unit' })

const interval = z
  .strictObject({
    lower: decimal.optional(),
    upper: decimal.optional(),
    lowerInclusive: z.boolean(),
    upperInclusive: z.boolean(),
  })
  .describe('The values that satisfy a measure, in its printed unit; a missing side is open.')
  .meta({ id: 'interval' })

const placed = { text, span }

const measure = z
  .strictObject({
    kind: z.literal('measure'),
    ...placed,
    comparator: printedComparator.optional(),
    numeral: numeral.describe('The number, or the lower end of a range.'),
    upperNumeral: numeral.optional().describe('The upper end of a range.'),
    unit: unit.optional(),
    unitText: text.optional(),
    interval,
    approximate: z.boolean().describe('约, 余, 左右, 多, 几.'),
    change: z.enum(['increase', 'decrease']).optional().describe('提高5%: a change, not a level.'),
  })
  .meta({ id: 'measure' })

const part = z.int().optional()
const date = z.strictObject({ year: part, month: part, day: part }).meta({ id: 'date' })

const period = z
  .strictObject({
    kind: z.literal('period'),
    ...placed,
    from: date.optional(),
    until: date.optional().describe('Alone, it is a deadline.'),
    fromExcluded: z.boolean(),
    untilExcluded: z.boolean(),
    recurring: z.boolean().describe('每年, 每月: it belongs to no particular year.'),
  })
  .meta({ id: 'period' })

const baseline = z
  .strictObject({
    kind: z.literal('baseline'),
    ...placed,
    comparator: printedComparator.optional(),
    year: z.int().optional(),
    yearsBack: z.int().optional().describe('上年 and 去年 have only this.'),
    change: measure.optional().describe('较上年提高5%: how far from the baseline.'),
  })
  .describe('A level of an earlier time: ≥2021年实际值.')
  .meta({ id: 'baseline' })

const quantities = z.array(z.discriminatedUnion('kind', [measure, period, baseline]))

const validAmount = z.strictObject({
  kind: z.literal('amount'),
  ...placed,
  numeral,
  money: decimal.describe('In 元, whatever the unit of the table.'),
  yuanPerUnit: decimal,
})

const amount = z
  .discriminatedUnion('kind', [
    validAmount,
    z.strictObject({ kind: z.literal('invalid-amount'), ...placed }),
    z.strictObject({ kind: z.literal('blank-amount'), ...placed }),
  ])
  .meta({ id: 'amount' })

const marker = z
  .strictObject({
    text,
    style: z.enum([
      'goal',
      'indicator',
      'chinese',
      'bracketed-chinese',
      'decimal',
      'bracketed-decimal',
      'circled',
      'dotted',
      'bullet',
    ]),
    ordinal: z.int().optional().describe('Bullets have none.'),
  })
  .describe('A list number: 目标1:, 一、, (一), 1.')
  .meta({ id: 'marker' })

const term = z.enum(['annual', 'long-term']).optional()

const goal = z
  .strictObject({ kind: z.literal('goal'), span, marker: marker.optional(), text, term, quantities })
  .describe('绩效目标.')
  .meta({ id: 'goal' })

const target = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('measured'),
      ...placed,
      comparator: sign.describe(
        'The printed comparator or, for a bare value, the implied one: an upper limit for costs, else =.',
      ),
      printedComparator: printedComparator.optional(),
      implicit: z.boolean().describe('No comparator is printed.'),
      measure,
    }),
    z.strictObject({ kind: z.literal('period'), ...placed, period }),
    z.strictObject({ kind: z.literal('baseline'), ...placed, baseline }),
    z.strictObject({ kind: z.literal('qualitative'), ...placed, quantities }),
    z.strictObject({ kind: z.literal('blank'), ...placed }),
    z.strictObject({ kind: z.literal('unparsed'), ...placed }),
  ])
  .describe('指标值, 目标值.')
  .meta({ id: 'target' })

const indicator = z
  .strictObject({
    kind: z.literal('indicator'),
    ...placed,
    marker: marker.optional(),
    name: text,
    nameQuantities: quantities,
    target,
    weight: measure.optional(),
    printedUnit: z
      .strictObject({ text, unit: unit.optional() })
      .optional()
      .describe('度量单位 in a column of its own.'),
    direction: z
      .strictObject({ text, better: z.enum(['higher', 'lower']) })
      .optional()
      .describe('正向指标, 反向指标 in a column of its own.'),
    column: text.optional().describe('The header of its target, if the row has several.'),
    term,
    actual: target.optional().describe('实际完成值: the actual value, in a self-evaluation.'),
    score: measure.optional().describe('得分.'),
    reason: text.optional().describe('偏差原因分析及改进措施.'),
    notes: z.array(text).describe('指标解释, 绩效标准, 评分标准, 备注, as printed.'),
  })
  .describe('绩效指标, 三级指标.')
  .meta({ id: 'indicator' })

const category = z
  .strictObject({
    kind: z.literal('category'),
    level: z.literal([1, 2]),
    span,
    heading: text,
    marker: marker.optional(),
    name: text,
    is: z
      .enum([
        'output',
        'benefit',
        'satisfaction',
        'cost',
        'decision',
        'process',
        'quantity',
        'quality',
        'timeliness',
        'economic-cost',
        'social-cost',
        'ecological-cost',
        'economic',
        'social',
        'ecological',
        'sustained-impact',
        'recipient-satisfaction',
      ])
      .optional()
      .describe('Missing for a heading outside the vocabulary.'),
    weight: measure.optional(),
    get children() {
      return z.array(z.discriminatedUnion('kind', [category, indicator]))
    },
  })
  .describe('一级指标, 二级指标.')
  .meta({ id: 'category' })

const money = z
  .strictObject({
    kind: z.literal('money'),
    span,
    source: text.optional().describe('The label of its row: 年度资金总额, 其中:财政拨款.'),
    label: text.describe('The header of its column: 年初预算数, 全年执行数.'),
    stage: z.enum(['initial', 'planned', 'executed', 'rate', 'weight', 'score', 'other']),
    amount: amount.describe('Rates, points and scores have their printed number in `money`.'),
  })
  .describe('A cell of a funding table other than the planned amounts; it never counts towards their sum.')
  .meta({ id: 'money' })

const totalScore = z
  .strictObject({
    kind: z.literal('total-score'),
    span,
    name: text,
    weight: measure.optional(),
    score: measure.optional(),
  })
  .describe('总分: the total points and total score, as printed below the indicators.')
  .meta({ id: 'totalScore' })

const project = z
  .strictObject({
    kind: z.literal('project'),
    span,
    code: text.optional(),
    name: text,
    amount,
    funding: z.array(
      z.strictObject({ kind: z.literal('funding'), span, name: text, amount, level: z.literal([1, 2]) }),
    ),
    money: z.array(money).describe('Opening budget, amount spent, execution rate, points and scores.'),
    period: period.optional(),
    goals: z.array(goal),
    results: z.array(goal).describe('实际完成情况: the results of the goals. Never goals.'),
    categories: z.array(category).describe('Level-1 categories.'),
    indicators: z.array(indicator).describe('Indicators without a category.'),
    totalScore: totalScore.optional(),
  })
  .describe('项目.')
  .meta({ id: 'project' })

const agency = z
  .strictObject({
    kind: z.literal('agency'),
    role: z.enum(['agency', 'project-category', 'subtotal']),
    hasRow: z
      .boolean()
      .describe('Whether it has a row of its own; if not, it is named in the rows of its projects.'),
    span,
    code: text.optional(),
    name: text,
    amount,
    get agencies() {
      return z.array(agency)
    },
    projects: z.array(project),
  })
  .describe('A row that groups others: 主管部门, 预算单位, 项目类别, 小计.')
  .meta({ id: 'agency' })

const heading = z
  .strictObject({
    text,
    role: z
      .enum([
        'code',
        'name',
        'agency',
        'amount',
        'funding',
        'period',
        'goal',
        'indicator',
        'level-one',
        'level-two',
        'comparator',
        'target',
        'unit',
        'weight',
        'direction',
        'actual',
        'score',
        'reason',
        'note',
        'result',
        'executed',
        'rate',
        'other',
      ])
      .optional(),
  })
  .describe('A header cell, and how its column was interpreted.')
  .meta({ id: 'heading' })

const disclosure = z
  .strictObject({
    kind: z.literal('disclosure'),
    span,
    title: text.optional(),
    year: z.strictObject({ text, value: z.int() }).optional().describe('The budget year.'),
    moneyUnit: z.strictObject({
      name: z.enum(['元', '千元', '万元', '亿元']),
      yuan: decimal,
      text: text.optional().describe('Missing if the unit is not printed but assumed.'),
    }),
    headings: z.array(heading),
    totals: z
      .array(z.strictObject({ kind: z.literal('total'), span, name: text, amount }))
      .describe('合计 rows.'),
    agencies: z.array(agency),
    projects: z.array(project).describe('Projects above the first agency row, or in a table without one.'),
    irregularRows: z.array(z.strictObject({ span, cells: count, expected: count, name: text.optional() })),
    sums: z
      .array(
        z.strictObject({
          row: text.describe('The label of its row.'),
          column: text.describe('The header of its column.'),
          amount: validAmount,
          parts: z.array(z.strictObject({ name: text, amount })),
          mayBeSome: z.boolean().optional().describe('True if the parts may be the main ones only.'),
        }),
      )
      .describe('Numbers that should be the sum of others in the same column or row, in any kind of table.'),
    statements: z
      .array(goal)
      .describe('Texts other than goals that may show how numbers add up, parsed in the same way as goals.'),
    leftovers: z
      .array(
        z.strictObject({ text, reason: z.enum(['surrounding', 'column', 'label', 'template', 'unplaced']) }),
      )
      .describe('Text that is not part of the tree, and why.'),
    misreadings: z
      .array(
        z.strictObject({
          span,
          contradictions: z
            .array(heading)
            .describe('What cannot be what it was taken for: `≥95%` as the name of an indicator.'),
          places: z.array(span).describe('The rows, tables and projects that were read wrongly.'),
        }),
      )
      .describe('Tables in which what was read proves that it was read wrongly.'),
    readings: z
      .array(
        z.strictObject({
          span: span.describe('The span of the table.'),
          confidence: z.number().min(0).max(1).describe('Below 0.5, the tree of this table may be wrong.'),
          inferred: z
            .array(heading)
            .describe('Columns or labels with no known word, interpreted from their content alone.'),
          leftovers: z
            .array(text)
            .describe('Amounts, comparators, dates and numbers that could not be assigned to anything.'),
        }),
      )
      .describe('How each table was interpreted, and with what confidence.'),
    truncated: z.boolean().describe('Whether the file ends abruptly.'),
  })
  .meta({ id: 'disclosure' })

const parsedFile = z
  .strictObject({
    path: z.string(),
    status: z.literal('parsed'),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
    format: z.enum(['text', 'csv', 'markdown', 'html', 'xlsx', 'xls', 'ods', 'docx', 'doc', 'pdf', 'ofd']),
    layouts: z.array(z.string()).describe('The table layouts, in the order in which they first occur.'),
    notes: z.array(z.string()).describe('What was assumed while reading.'),
    size: z.strictObject({ projects: count, goals: count, indicators: count }),
    disclosure,
  })
  .meta({ id: 'parsedFile' })

const failedFile = z
  .strictObject({
    path: z.string(),
    status: z.literal('failed'),
    error: z.string(),
    errors: z.strictObject({ zh: z.string(), en: z.string() }),
  })
  .describe('An input that could not be read; the command exits with 2.')
  .meta({ id: 'failedFile' })

export const modelSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal('pbo'), version: z.string() }),
    files: z.array(z.discriminatedUnion('status', [parsedFile, failedFile])).describe('Sorted by path.'),
  })
  .meta({ title: 'Trees of pbo show --as json' })

/** The same as JSON Schema. */
export const modelJsonSchema = (): object => z.toJSONSchema(modelSchema, { target: 'draft-2020-12' })

/** A tree as the schema has it; a test makes the compiler compare it with `Disclosure`. */
export type PrintedDisclosure = z.output<typeof disclosure>
