import { costExceedsAmount } from '../../src/rules/cost-exceeds-amount.ts'
import { filing, projectFiling, projectRow, rowsFiling, testRule } from '../support/test-rule.ts'

const costs = (amount: string, ...indicators: readonly string[]): string =>
  projectFiling({ amount, indicators: { 成本: indicators } })

/** A form with the money and the indicators of all years beside those of the year. */
const twoTerms = (whole: string, limit: string): string =>
  [
    '项目名称\t河道清淤',
    `项目资金（万元）\t实施期资金总额：\t${whole}\t年度资金总额：\t4.00`,
    '总体目标\t实施期目标\t\t年度目标\t',
    '\t清淤河道。\t\t清淤河道一期。\t',
    '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值',
    `\t产出指标\t成本指标\t河道清淤总成本\t${limit}\t成本指标\t当年清淤成本\t≤4万元`,
    '\t效益指标\t社会效益指标\t内涝投诉\t≤4件\t社会效益指标\t内涝投诉\t≤4件',
  ].join('\n')

/** A form whose second category stands under output in a word of the office's own. */
const ownCategory = (category: string, name: string, limit: string): string =>
  [
    '项目名称\t城区排水管网清掏',
    '项目资金（万元）\t⟨38.20⟩',
    '年度目标\t清掏排水管网46公里。',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t清掏排水管网\t≥46公里',
    `\t${category}\t${name}\t${limit}`,
    '效益指标\t社会效益指标\t内涝点\t减少',
    '满意度指标\t服务对象满意度指标\t居民满意度\t≥90%',
  ].join('\n')

/** The form of a department with what it spends in two parts. */
const department = (limit: string, part = '22.50'): string =>
  [
    '部门整体支出绩效目标表',
    '部门名称\t某镇人民政府',
    '年度预算（万元）\t资金总额\t64.00',
    '\t其中：基本支出\t41.50',
    `\t项目支出\t${part}`,
    '年度目标\t修好通村道路，办好便民服务。',
    '一级指标\t二级指标\t三级指标\t指标值',
    `成本指标\t经济成本指标\t项目支出控制额\t${limit}`,
    '产出指标\t数量指标\t维修通村道路\t≥12公里',
  ].join('\n')

testRule(costExceedsAmount, {
  valid: [
    {
      name: 'money in a category of its own words that others earn',
      table: ownCategory('群众所得', '居民户均增收', '≤40万元').replace(/[⟨⟩]/g, ''),
    },
    { name: 'a limit of a part of the spending that is that part', table: department('≤22.5万元') },
    { name: 'a limit of all years above the amount of one', table: twoTerms('8.00', '≤8万元') },
    { name: 'a limit of all years whose money is not printed', table: twoTerms('', '≤80万元') },
    {
      name: 'limits of the half and of the whole year',
      table: rowsFiling(
        ['半年指标值', '全年指标值'],
        [
          ['产出/成本', '机械成本', '≤1.5万元', '≤4万元'],
          ['产出/成本', '人工成本', '≤1万元', '≤2万元'],
        ],
      ),
    },
    {
      name: 'a price that does not say of what, beside a total',
      table: costs('4.00', '清淤单价 ≤450元', '清淤成本 ≤4万元'),
    },
    {
      name: 'limits that come to the amount',
      table: costs('4.25', '燃油费成本 ≤1万元', '宣传成本 ≤3.25万元'),
    },
    { name: 'a rounded limit below', table: costs('202.64', '项目成本 ≤202.6万元') },
    { name: 'a rounded limit above', table: costs('202.66', '项目成本 ≤202.7万元') },
    { name: 'a rounded amount', table: costs('202.6', '项目成本 ≤202.64万元') },
    {
      name: 'a total beside its parts',
      table: costs('4.00', '总成本 ≤4万元', '机械成本 ≤3万元', '人工成本 ≤10000元'),
    },
    {
      name: 'a total that equals the sum of the others',
      table: costs('4.00', '清淤成本 ≤4万元', '机械成本 ≤3万元', '人工成本 ≤1万元'),
    },
    { name: 'one limit under two headings', table: costs('4.00', '清淤成本 ≤4万元', '清淤成本 ≤4万元') },
    {
      name: 'the amount said twice in other words',
      table: costs('4.00', '清淤成本 ≤4万元', '资金使用 ≤4万元'),
    },
    { name: 'an amount of 0', table: costs('0', '清淤成本 ≤4万元') },
    { name: 'no amount', table: costs('', '清淤成本 ≤4万元') },
    { name: 'an amount that is no number', table: costs('待定', '清淤成本 ≤4万元') },
    { name: 'prices', table: costs('4.00', '设备单价 ≤5万元/台') },
    { name: 'limits in 元 in a table in 元', table: costs('40000', '清淤成本 ≤4万元').replace('万元', '元') },
    { name: 'money saved', table: costs('4.00', '节约成本 ≥5万元') },
  ],
  invalid: [
    {
      name: 'a limit under 造价, which no list has, above the amount',
      table: ownCategory('造价', '管网清掏总价', '⟦≤47.5万元⟧'),
      problems: ['成本指标“管网清掏总价”的上限 47.5万元大于项目金额 38.20万元'],
    },
    {
      name: 'a limit of a part of the spending above that part, and below the whole',
      table: department('⟦≤25.2万元⟧', '⟨22.50⟩'),
      problems: ['成本指标“项目支出控制额”的上限 25.2万元大于“项目支出” 22.50万元'],
    },
    {
      name: 'a limit of all years above the money that the form prints for them',
      table: twoTerms('⟨8.00⟩', '⟦≤80万元⟧'),
      problems: ['成本指标“河道清淤总成本”的上限 80万元大于实施期资金总额 8.00万元'],
    },
    {
      name: 'spending of at least so much',
      table: costs('⟨4.00⟩', '项目总投入 ⟦≥4.5万元⟧'),
      problems: ['成本指标“项目总投入”的值 4.5万元大于项目金额 4.00万元'],
    },
    {
      name: 'a limit in 亿元 beside an amount that prints its own unit',
      table: costs('4.00万元', '清淤成本 ⟦≤4亿元⟧'),
      problems: ['成本指标“清淤成本”的上限 40000万元大于项目金额 4.00万元'],
    },
    {
      name: 'one limit',
      table: costs('⟨372.29⟩', '工程成本 ⟦≤713万元⟧'),
      problems: [
        {
          message: '成本指标“工程成本”的上限 713万元大于项目金额 372.29万元',
          severity: 'error',
          working: ['713万元 − 372.29万元 = 340.71万元'],
        },
      ],
    },
    {
      name: 'the sum of independent limits, at the largest',
      table: costs('⟨4.00⟩', '人工成本 ⟨≤1.5万元⟩', '机械成本 ⟦≤3万元⟧'),
      problems: [
        {
          message: '2 项成本指标之和 4.5万元大于项目金额 4.00万元',
          working: ['1.5万元 + 3万元 = 4.5万元 > 4.00万元'],
        },
      ],
    },
    {
      name: 'a total limit',
      table: costs('4.00', '总成本 ⟦≤5万元⟧', '机械成本 ≤3万元'),
      problems: [/^成本指标“总成本”的上限 5万元/],
    },
    {
      name: 'a bare cost',
      table: costs('4.00', '清淤成本 ⟦5万元⟧'),
      problems: [/上限 5万元大于项目金额 4.00万元$/],
    },
    {
      name: 'a limit in 万元 where 元 was meant',
      // The limit of the second project says that the amounts are in 万元 all the same.
      table: filing(
        projectRow({ name: '甲', amount: '4.00', indicators: { 成本: ['清淤成本 ⟦≤40000万元⟧'] } }),
        projectRow({ name: '乙', amount: '5.00', indicators: { 成本: ['机械成本 ≤5万元'] } }),
      ),
      problems: [/上限 40000万元/],
    },
    {
      name: 'two projects',
      table: filing(
        projectRow({ name: '甲', amount: '4.00', indicators: { 成本: ['机械成本 ⟦≤5万元⟧'] } }),
        projectRow({ name: '乙', amount: '5.00', indicators: { 成本: ['机械成本 ⟦≤60000元⟧'] } }),
      ),
      problems: [/5万元/, /6万元/],
    },
  ],
})
