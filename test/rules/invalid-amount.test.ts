import { invalidAmount } from '../../src/rules/invalid-amount.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

const project = (amount: string, name = '图书采购'): string => projectRow({ name, amount })

const executed = (money: string): string =>
  [
    '项目支出绩效自评表',
    '（2022年度）',
    '项目名称\t图书采购',
    '资金来源\t年初预算数\t全年预算数\t全年执行数\t执行率',
    `年度资金总额\t6.00\t6.00\t${money}\t95%`,
    '年度目标\t更新馆藏图书。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t采购图书数量\t≥3000册',
  ].join('\n')

/** A form whose amount has its only source in the row below. */
const sourced = (amount: string, source: string): string =>
  [
    '项目名称\t健身步道',
    `项目资金（万元）\t年度资金总额：\t${amount}`,
    `\t其中：财政拨款\t${source}`,
    '\t其他资金\t0.00',
    '年度目标\t建设健身步道。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t建设健身步道\t≥3条',
  ].join('\n')

testRule(invalidAmount, {
  valid: [
    { name: 'words in place of what was spent', table: executed('见附件1') },
    { name: 'two decimals', table: filing(project('24.00')) },
    { name: 'thousands separators', table: filing(project('1,030,700.00')) },
    { name: 'six decimals', table: filing(project('24.123456')) },
    { name: 'zero', table: filing(project('0')) },
    { name: 'a unit in the cell', table: filing(project('250万')) },
    {
      name: 'what an amount is made up of, behind it in brackets',
      table: filing(project('854万（高标准农田400万元，示范项目454万元）')),
    },
    { name: 'a project without an amount', table: filing(project('')) },
    { name: 'a dash', table: filing(project('-')) },
    {
      name: 'an agency without an amount and without projects',
      table: filing('501001\t某局(本级)\t', '501002\t某中心\t3.00', project('3.00')),
    },
  ],
  invalid: [
    {
      name: 'words for the amount whose only source has a number',
      table: sourced('⟦待定⟧', '120.00'),
      problems: [/“健身步道”.*“待定”/],
    },
    {
      name: 'what was spent',
      table: executed('⟦7,00.0,77⟧'),
      problems: ['“全年执行数”的金额“7,00.0,77”不是有效数字'],
    },
    {
      name: 'an amount printed twice in front of what it is made up of',
      table: filing(project('⟦854万854万（高标准农田400万元，示范项目454万元）⟧')),
      problems: [/不是有效数字/],
    },
    {
      name: 'a letter for a digit, with the likely reading',
      table: filing(project('⟦24O.00⟧')),
      problems: [{ message: '“图书采购”的金额“24O.00”不是有效数字', because: /可能应为 240.00/ }],
    },
    {
      name: 'letters for digits in a list that adds up',
      table: [
        '资金分配表',
        '乡镇\t金额(万元)',
        '甲镇\t⟦2OO⟧',
        '乙镇\t100',
        '合计\t300',
        '项目绩效目标表',
        '项目名称\t农技推广',
        '年度资金总额(万元)\t300',
        '年度目标\t推广农业技术。',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t推广品种\t≥3种',
      ].join('\n'),
      problems: [{ message: '“甲镇”的金额“2OO”不是有效数字', because: /可能应为 200/ }],
    },
    {
      name: 'a small L for a one',
      table: filing(project('⟦l2.50⟧')),
      problems: [{ message: /“l2.50”不是有效数字/, because: /可能应为 12.50/ }],
    },
    {
      name: 'letters for digits in a row of glued cells',
      table: [
        '项目支出绩效目标表',
        '项目名称 司法业务经费 主管部门 某局 实施单位 某局',
        '项目资金(万元) 年度资金总额: ⟦62O.82⟧ 其中:财政拨款 620.82 其他资金 0',
        '年度总体目标 办理案件50件,调解纠纷20起。',
        '一级指标 二级指标 三级指标 指标值',
        '产出指标 数量指标 办理案件 ≥50件',
        '质量指标 结案率 ≥95%',
        '效益指标 社会效益指标 调解纠纷 ≥20起',
        '满意度指标 服务对象满意度指标 群众满意度 ≥90%',
      ].join('\n'),
      problems: [{ message: /“62O.82”不是有效数字/, because: /可能应为 620.82/ }],
    },
    { name: 'words', table: filing(project('⟦待定⟧')), problems: ['“图书采购”的金额“待定”不是有效数字'] },
    { name: 'two points', table: filing(project('⟦12.3.4⟧')), problems: [/“12.3.4”不是有效数字/] },
    {
      name: 'a negative number',
      table: filing(project('⟦-3.00⟧')),
      problems: ['“图书采购”的金额 -3.00 为负数'],
    },
    {
      name: 'an agency without an amount over projects that have one',
      table: filing('501001\t某局(本级)\t⟦⟧', project('2.00')),
      problems: ['“某局(本级)”没有金额，但其下列有项目'],
    },
    {
      name: 'a total without an amount',
      table: filing('\t合计\t⟦⟧', project('2.00')),
      problems: ['“合计”没有金额，但其下列有项目'],
    },
    {
      name: 'two in one table',
      table: filing(project('⟦待定⟧', '甲'), project('⟦2..5⟧', '乙')),
      problems: [/^“甲”/, /^“乙”/],
    },
  ],
})
