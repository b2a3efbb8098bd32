import { rememberText } from '../remember.ts'
import { EARLIER_YEAR } from './dates.ts'
import type { ColumnRole } from './headers.ts'
import { NAMES_POINTS } from './money-words.ts'

/**
 * What the parts of a header or a label that no list has say of its column: bureaus put the same few words together
 * in their own way (FORM: the words are those of the lists in `headers.ts`). Evidence, not a decision: weights add
 * up, and what stands in the column counts as well.
 */
const HINTS: readonly (readonly [pattern: RegExp, weights: Partial<Readonly<Record<ColumnRole, number>>>])[] =
  [
    [/值/, { target: 1.5, actual: 0.5 }],
    [/(?:预[期计定]|计划|拟|应|要求|设定|年初|当年|本年|目标)/, { target: 1, goal: 0.5 }],
    // 实绩, 实测值; 实施单位 is none.
    [/(?:实际|^实(?![施物验训行])|自评|完成|达成|已|结果|落实)/, { actual: 1.5, result: 1 }],
    [/^是否/, { other: 3, target: -4, actual: -2 }],
    [/(?:实际|完成|达成|实现).{0,4}(?:情况|值|数)/, { actual: 1, result: 1 }],
    // 全部支出 and 支出总额 are what a department plans to spend.
    [/(?:执行|(?<!全部|总|基本|项目)支出(?!预算|总|合计|规模|计划|限额)|支付|花费|使用)/, { executed: 1 }],
    [/率$/, { rate: 0.5 }],
    [/(?:得|评)分/, { score: 2.5 }],
    [new RegExp(`${NAMES_POINTS}|占比`), { weight: 2.5 }],
    [/(?<![得评])分$/, { weight: 1 }],
    [/(?:原因|偏差|措施|改进)/, { reason: 2.5 }],
    // 偏差 may be how much is lacking, too, and not why.
    [/^(?:偏差|偏离|差异|差额)[值率度数]?$/, { note: 1.2 }],
    [
      new RegExp(
        `意见|评语|说明|解释|依据|标准|备注|来源|方法|公式|办法|口径|定义|内涵|类型|资料|佐证|要点|细则|参考|参照|基数|历史|${EARLIER_YEAR}`,
      ),
      { note: 2.5, target: -1 },
    ],
    [/(?:计量|度量|量纲|单位$)/, { unit: 1.5 }],
    [/(?:符号|比较|运算|关系|性质|逻辑)/, { comparator: 2 }],
    [/(?:正反|方向|导向)/, { direction: 1, comparator: 0.5 }],
    [/(?:[一1]级|大[类项]|首级)/, { 'level-one': 2 }],
    [/(?:[二2]级|小[类项]|中类|细类|次级)/, { 'level-two': 2 }],
    [/(?:[三3]级|末级|具体|考核|衡量|细化)/, { indicator: 1.5 }],
    [/指标/, { indicator: 1, 'level-one': 0.3, 'level-two': 0.3, target: 0.3 }],
    [/(?:名称|内容|事项|项$)/, { indicator: 0.7, name: 0.7 }],
    [/(?:类别|类型|分类|维度|层|方面|板块|模块|类$)/, { 'level-one': 0.7, 'level-two': 0.7 }],
    [/目标/, { goal: 1.5, target: 0.5 }],
    [/(?:任务|要求|成效|成果|效果|愿景|目的|实现|办成|达成|改变)/, { goal: 0.7 }],
    [/绩效(?:内容|描述|概述|表述)/, { goal: 2 }],
    [/项目/, { name: 1 }],
    [/(?:单位|部门|机构|主体)/, { agency: 1 }],
    [
      /(?:金额|资金|经费|预算|[拨用贷]款|款[项额]|投资|^投入$|总投入|投入额|概算|万元|[(](?:百|千|百万|亿)?元[)]|财力)/,
      { amount: 1.5, funding: 0.5 },
    ],
    [/(?:财政|自筹|其他|中央|省|市|县|区|配套|结转|上级|专户)/, { funding: 1 }],
    [/总(?!分)|合计/, { amount: 1 }],
    [/(?:编[码号]|代码)/, { code: 2 }],
    [/(?:时间|期限|日期|起止|周期|年限)/, { period: 1.5 }],
    [/(?:序号|编号)/, { other: 2 }],
    [/(?:系数|折算|比重)/, { other: 3, target: -2, actual: -2, score: -2.5 }],
    // 受益户数 behind the targets of a list counts what its projects reach; 计划户数 may be a target, and 实际户数 a result.
    [
      /^(?!.*(?:[预计拟]|目标|要求|应|实际|完成|达|已|自评|结果)).*(?:户|人|人员|人口|农户|台|村|学生|职工)数(?:\([^()]*\))?$/,
      { other: 3, target: -4, actual: -4, score: -3, weight: -3 },
    ],
    [
      /(?:概况|依据|背景|必要性|可行性|措施|方案|范围|用途|简介|描述|方法|问题|建议|经验|评价|结论|意见|内容|理由|原因|管理|制度|说明|联系|电话|审核|填报|附件|类型|属性|级次)/,
      { other: 1.5 },
    ],
    [/(?:[省市州县区旗乡镇村]|街道|农场|林场|校|院|所|站)$/, { target: 1 }],
  ]

/** What the words of a header that no list has speak for. */
export const hintsOf = rememberText((header): ReadonlyMap<ColumnRole, number> => {
  const weights = new Map<ColumnRole, number>()
  for (const [pattern, own] of HINTS) {
    if (!pattern.test(header)) continue
    for (const [role, weight] of Object.entries(own) as [ColumnRole, number][])
      weights.set(role, (weights.get(role) ?? 0) + weight)
  }
  return weights
})

/** Whether words that may be a quality (完成) end as those over a column of values do: 完成标准, 达到水平值. */
export const endsAsHeader = (words: string): boolean => /(?:标准|要求|指标|情况|数值|值|量)$/.test(words)

/** What labels of planned money say nothing of. */
const NO_MONEY: readonly ColumnRole[] = [
  'score',
  'weight',
  'rate',
  'period',
  'executed',
  'code',
  'other',
  'note',
  'reason',
  'actual',
  'agency',
]

/** Whether a label speaks of planned money and of nothing else: 资金来源及数额, and not 上年预算. */
export const namesMoney = (label: string): boolean => saysMoney(label, NO_MONEY)

/** Whether a label speaks of money that was paid: 支付金额(万元). */
export const namesPaid = (label: string): boolean =>
  (hintsOf(label).get('executed') ?? 0) > 0 &&
  saysMoney(
    label,
    NO_MONEY.filter((role) => role !== 'executed'),
  )

const saysMoney = (label: string, others: readonly ColumnRole[]): boolean => {
  const hints = hintsOf(label.replace('来源', ''))
  const weight = (hints.get('amount') ?? 0) + (hints.get('funding') ?? 0)
  return weight > 0 && !others.some((role) => (hints.get(role) ?? 0) > 0)
}

/**
 * Where the parts of a label end that stands glued in front of its value: one behind the other, with at most two other
 * characters between two of them.
 */
export const hintEnds = (words: string): readonly number[] => {
  const ends: number[] = []
  for (let end = 2; end <= words.length && end - (ends.at(-1) ?? 2) <= MOST_APART; end += 1) {
    const tails = [2, 3, 4].filter((length) => length <= end).map((length) => words.slice(end - length, end))
    const endsHere = tails.some((tail) => HINTS.some(([pattern]) => pattern.exec(tail)?.[0] === tail))
    if (endsHere) ends.push(end)
  }
  return ends
}

const MOST_APART = 4
