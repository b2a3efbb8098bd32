import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { Decimal } from '../../src/model/decimal.ts'
import type { Amount, Disclosure, Funding } from '../../src/model/disclosure.ts'
import { projectsOf } from '../../src/model/walk.ts'
import { fundingMismatch } from '../../src/rules/funding-mismatch.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'
import { parseFrozen } from '../../src/test-rule.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const form = (amount: string, ...parts: string[]): string =>
  [
    '项目支出绩效目标申报表',
    '（2022年度）',
    '项目名称\t农技推广',
    `年度资金总额(万元)\t${amount}`,
    ...parts,
    '年度目标\t推广农业技术。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t推广品种\t≥3种',
  ].join('\n')

const table = (amount: string, own: string, other: string, name = '农技推广'): string =>
  [
    '单位及项目名称\t金额(万元)\t财政拨款\t其他资金\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值',
    `${name}\t${amount}\t${own}\t${other}\t目标1:推广农业技术。\t产出指标\t数量指标\t推广品种\t≥3种`,
  ].join('\n')

const stages = (whole: string, own: string, other: string): string =>
  form(
    '',
    '资金来源\t年初预算数\t全年预算数\t全年执行数',
    `年度资金总额\t${whole}`,
    `其中:财政拨款\t${own}`,
    `其他资金\t${other}`,
  ).replace('年度资金总额(万元)\t\n', '')

testRule(fundingMismatch, {
  valid: [
    {
      name: 'sources that come to the money, beside what else is printed with it',
      table: form('6.00', '其中:中央补助\t4.50', '地方资金\t1.50', '补助金额(万元)\t1.20'),
    },
    {
      name: 'the same money by when it is spent',
      table: [
        '项目名称\t植保专项',
        '资金总额\t41万元',
        '资金使用情况\t实施内容\t总资金(万元)\t第一季度\t第二至四季度',
        '\t物化补助\t24.6\t\t24.6',
        '\t资金补助\t16.4\t\t16.4',
        '\t合计\t41\t\t41',
        '年度绩效目标\t补助统防统治服务组织8个。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t补助服务组织\t≥8个',
      ].join('\n'),
    },
    {
      name: 'less spent of a source that gives a part of the money',
      table: stages('220\t\t87.57', '200\t\t78.57', '\t\t'),
    },
    { name: 'a single part that is smaller', table: form('60.70', '其中:财政拨款\t45.00') },
    {
      name: 'columns that their rows come to',
      table: stages('6.00\t6.00\t5.60', '4.00\t4.50\t4.40', '2.00\t1.50\t1.20'),
    },
    {
      name: 'columns of which none is what its rows come to, which may be parts of parts',
      table: stages('9.00\t6.00\t5.60', '4.00\t4.50\t4.40', '4.00\t1.50\t1.00'),
    },
    {
      name: 'money spent beyond the budget, which is told as that',
      table: stages('6.00\t6.00\t6.60', '4.00\t4.50\t4.40', '2.00\t1.50\t1.20'),
    },
    {
      name: 'money of the year before beside the only part',
      table: form('60.70', '其中:社会投入资金\t0.00\t上一年项目预算安排情况\t48.50'),
    },
    ...['户数', '受益人数', '面积(亩)', '数量'].map((head) => ({
      name: `${head}, which counts what the money is for`,
      table: stages('200\t6.00', '200\t4.50', '120\t1.50').replace(
        '年初预算数\t全年预算数\t全年执行数',
        `${head}\t金额(万元)`,
      ),
    })),
    {
      name: 'what one of them gets, beside how many',
      table: stages('200\t0.03\t6.00', '200\t0.02\t4.50', '120\t0.01\t1.50').replace(
        '年初预算数\t全年预算数\t全年执行数',
        '户数\t户均标准\t金额(万元)',
      ),
    },
    {
      name: 'a price below the parts',
      table: form('6.00', '其中:财政拨款\t6.00', '户均补助(万元)\t0.03'),
    },
    { name: 'parts that make up the whole', table: table('6.00', '4.50', '1.50') },
    {
      name: 'a part that no word tells to be one, beside those that are',
      table: form('6.00', '资金来源\t资金总额\t预算资金\t自有资金\t其他资金', '\t6.00\t6.00\t0\t0').replace(
        '年度资金总额(万元)\t6.00\n',
        '',
      ),
    },
    { name: 'a part that is blank', table: table('6.00', '6.00', '') },
    { name: 'parts that nobody has filled in', table: table('6.00', '', '') },
    { name: 'an amount that is no number, which is another problem', table: table('待定', '4.00', '1.00') },
    { name: 'no parts at all', table: projectFiling({}) },
    {
      name: 'a form whose parts make up the whole',
      table: form('6.00', '其中:财政拨款\t4.50', '其他资金\t1.50'),
    },
  ],
  invalid: [
    {
      name: 'what was spent of money that one source gives all of',
      table: stages('220\t\t⟦87.57⟧', '220\t\t⟨78.57⟩', '\t\t'),
      problems: [/87.57万元与所含各项之和 78.57万元/],
    },
    {
      name: 'what a source is divided into, one of whose levels stands in the row of another',
      table: [
        '项目支出绩效目标申报表',
        '项目名称\t图书馆建设\t\t',
        '资金总额(万元)\t185\t上年安排\t170',
        '其中:本级财政\t65\t上年支出\t168.4',
        '上级资金\t⟦120⟧\t其中:省级\t⟨80⟩',
        '其他资金\t0\t中央\t⟨45⟩',
        '年度目标\t新建分馆。\t\t',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t新建分馆数量\t5个',
      ].join('\n'),
      problems: [/“上级资金” 120万元与所含各项之和 125万元不一致/],
    },
    {
      name: 'more spent of the only source than in all',
      table: form(
        '',
        '资金来源\t年初预算数\t全年预算数\t全年执行数',
        '年度资金总额\t6.00\t6.00\t⟦5.60⟧',
        '其中:财政拨款\t6.00\t6.00\t⟨9.60⟩',
      ).replace('年度资金总额(万元)\t\n', ''),
      problems: [/5\.60?万元与所含各项之和 9\.60?万元不一致/],
    },
    {
      name: 'what a department spends, beside the sources of the same money',
      table: [
        '部门整体支出绩效目标表',
        '部门名称\t某中心',
        '资金总额(万元)\t⟦612.35⟧\t按支出性质分\t',
        '财政拨款\t612.35\t基本支出\t⟨268.15⟩',
        '其他资金\t0\t项目支出\t⟨326.20⟩',
        '年度目标\t推广农业技术。\t\t',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t推广品种\t≥3种',
      ].join('\n'),
      problems: [/612.35万元与所含各项之和 594.35万元不一致/],
    },
    {
      name: 'a single part with the digits of the whole in another order',
      table: form('⟦60.70⟧', '其中:财政拨款\t⟨60.07⟩'),
      problems: [/多 0.63万元/],
    },
    {
      name: 'money spent that its sources do not come to',
      table: stages('6.00\t6.00\t⟦5.60⟧', '4.00\t4.50\t⟨4.40⟩', '2.00\t1.50\t⟨1.02⟩'),
      problems: [/“全年执行数” 5.60万元与所含各项之和 5.42万元/],
    },
    {
      name: 'money spent that its sources do not come to, one of which nobody filled in',
      table: form(
        '',
        '资金来源\t年初预算数\t全年执行数\t分值',
        '年度资金总额\t5.00\t⟦5.00⟧\t10',
        '其中:财政拨款\t5.00\t95.00\t—',
        '上年结转资金\t\t\t—',
        '其他资金\t0.00\t0.00\t—',
      ).replace('年度资金总额(万元)\t\n', ''),
      problems: ['项目“农技推广”的“全年执行数” 5.00万元与所含各项之和 95.00万元不一致，少 90.00万元'],
    },
    {
      name: 'money spent that its sources do not come to, beside an opening budget of nothing',
      table: stages('0\t48.60\t⟦45.12⟧', '0\t38.60\t35.12', '0\t10.00\t910.00'),
      problems: ['项目“农技推广”的“全年执行数” 45.12万元与所含各项之和 945.12万元不一致，少 900.00万元'],
    },
    {
      name: 'money spent that its sources do not come to, beside the planned money alone',
      table: stages('6.00\t⟦5.60⟧', '4.50\t⟨4.40⟩', '1.50\t⟨1.02⟩').replace('年初预算数\t', ''),
      problems: [/“全年执行数” 5.60万元与所含各项之和 5.42万元/],
    },
    {
      name: 'money of the whole term that its sources do not come to, beside the year',
      table: [
        '项目名称\t农技推广\t\t',
        '中期资金总额(万元)\t⟦39.96⟧\t年度资金总额(万元)\t21.22',
        '其中:财政拨款\t⟨36.96⟩\t其中:财政拨款\t20.22',
        '其他资金\t⟨1.00⟩\t其他资金\t1.00',
        '年度目标\t推广农业技术。\t\t',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t推广品种\t≥3种',
      ].join('\n'),
      problems: [/“中期资金总额\(万元\)” 39.96万元与所含各项之和 37.96万元/],
    },
    {
      name: 'opening money that its sources do not come to',
      table: stages('⟦6.00⟧\t6.00\t5.60', '⟨4.00⟩\t4.50\t4.40', '⟨1.00⟩\t1.50\t1.20'),
      problems: [/“年初预算数” 6.00万元与所含各项之和 5.00万元/],
    },
    {
      name: 'a row of all the money that was left at 0, once',
      table: stages('⟨0⟩\t⟦0⟧\t⟨0⟩', '6.00\t⟨6.00⟩\t5.60', '\t\t'),
      problems: [/“农技推广”的资金总额 0\.00万元与所含各项之和 6\.00万元/],
    },
    {
      name: 'money beside the parts that does not make them right',
      table: form(
        '6.00',
        '资金来源\t资金总额\t预算资金\t自有资金\t其他资金',
        '\t⟦6.00⟧\t4.00\t0\t1.00',
      ).replace('年度资金总额(万元)\t6.00\n', ''),
      problems: [/不一致/],
    },
    {
      name: 'a form',
      table: form('⟦6.00⟧', '其中:财政拨款\t⟨4.50⟩', '其他资金\t⟨1.05⟩'),
      problems: [/资金总额 6.00万元与所含各项之和 5.55万元/],
    },
    {
      name: 'parts that come to less',
      table: table('⟦6.00⟧', '⟨4.50⟩', '⟨1.00⟩'),
      problems: [
        {
          message: '项目“农技推广”的资金总额 6.00万元与所含各项之和 5.50万元不一致，多 0.50万元',
          severity: 'error',
          working: ['4.50 + 1.00 = 5.50 ≠ 6.00'],
        },
      ],
    },
    {
      name: 'nothing in all, and something in parts; and a part that is 0',
      table: `${table('⟦0.00⟧', '4.50', '1.00', '甲')}\n${table('⟦6.00⟧', '5.00', '0', '乙').split('\n')[1]}`,
      problems: [/“甲”的资金总额 0.00万元与所含各项之和 5.50万元/, /“乙”的资金总额 6.00万元/],
    },
    {
      name: 'what rounding explains, as a notice',
      table: table('⟦6.0⟧', '4.54', '1.5'),
      problems: [{ message: /6.04万元/, severity: 'info', because: /四舍五入/ }],
    },
    {
      name: 'a part that is no number, as a notice',
      table: table('⟦6.00⟧', '4.50', '待定'),
      problems: [{ message: /4.50万元/, severity: 'info', because: /“其他资金”的金额无效/ }],
    },
  ],
})

describe('parts of parts', () => {
  const filing = parseFrozen(projectFiling({ amount: '9.00' }))
  const [project] = projectsOf(filing)
  if (project === undefined || project.amount.kind !== 'amount') throw new Error('one project with an amount')
  const { amount, name } = project
  const amountOf = (wan: string): Amount => ({
    ...amount,
    money: new Decimal(wan).times(10_000),
    numeral: { ...amount.numeral, value: new Decimal(wan) },
  })
  const part = (words: string, wan: string, level: 1 | 2 = 1): Funding => ({
    kind: 'funding',
    span: name.span,
    // Only the words of a name are looked at.
    name: { text: words, folded: words, meaning: words, span: name.span } as SpannedText,
    amount: amountOf(wan),
    level,
  })
  const found = (...funding: Funding[]): readonly string[] => {
    const disclosure: Disclosure = { ...filing, projects: [{ ...project, funding }] }
    return check(disclosure, { only: [fundingMismatch.id] }).map(({ message }) => message.zh)
  }

  test('are held against their own part', () => {
    const own = part('财政拨款', '7')
    expect(found(own, part('本级', '4', 2), part('上级', '3', 2), part('其他资金', '2'))).toEqual([])
    expect(found(own, part('本级', '4', 2), part('上级', '2', 2), part('其他资金', '2'))).toEqual([
      expect.stringContaining(
        '项目“农技推广”的“财政拨款” 7.00万元与所含各项之和 6.00万元不一致，多 1.00万元',
      ),
    ])
  })

  test('may be wrong on both levels', () => {
    expect(found(part('财政拨款', '6'), part('本级', '7', 2), part('其他资金', '2'))).toHaveLength(2)
  })

  test('a single one tells a part of the whole apart, unless it is larger', () => {
    expect(found(part('财政拨款', '5'))).toEqual([])
    expect(found(part('财政拨款', '10'))).toHaveLength(1)
  })

  test('money carried over stands in the whole or beside it', () => {
    expect(found(part('财政拨款', '7'), part('上年结转', '2'))).toEqual([])
    expect(found(part('财政拨款', '9'), part('上年结转', '2'))).toEqual([])
    expect(found(part('财政拨款', '8'), part('上年结转', '2'))).toHaveLength(1)
  })
})
