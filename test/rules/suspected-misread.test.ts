import { suspectedMisread } from '../../src/rules/suspected-misread.ts'
import { projectFiling, rowsFiling, testRule } from '../support/test-rule.ts'

const SIGNED = { 数量: ['维修路灯数量 ≥60盏', '更换灯杆 ≥8根'] } as const

testRule(suspectedMisread, {
  valid: [
    {
      name: 'shares of a whole',
      table: projectFiling({ indicators: { ...SIGNED, 质量: ['合格率 98%', '完好率 ≥92%'] } }),
    },
    {
      name: 'shares that may exceed the whole',
      table: projectFiling({
        indicators: { ...SIGNED, 经济效益: ['销售额增长率 292%', '投资回报 298%', '任务完成率 298%'] },
      }),
    },
    {
      name: 'a bare number where no value has a comparator',
      table: projectFiling({ indicators: { 数量: ['灯杆 2800根'], 质量: ['合格率 98%'] } }),
    },
    {
      name: 'a rest that is no likely target',
      table: projectFiling({ indicators: { ...SIGNED, 质量: ['合格率 210%'] } }),
    },
    {
      name: 'a comparator of its own',
      table: projectFiling({ indicators: { ...SIGNED, 质量: ['合格率 ≥298%'] } }),
    },
    {
      name: 'a large number',
      table: projectFiling({ indicators: { 数量: ['维修路灯 ≥60盏', '更换灯杆 ≥8根', '巡查次数 2280次'] } }),
    },
    {
      name: 'a large number that the goal promises too',
      table: projectFiling({
        goal: '目标1:巡查2280次，走访280次。',
        indicators: { 数量: ['维修路灯 ≥60盏', '更换灯杆 ≥8根', '巡查次数 2280次'] },
      }),
    },
    {
      name: 'letters that belong to units and names',
      table: projectFiling({ indicators: { 数量: ['线路长度 ≥60km', '储水 ≥20L'] } }),
    },
    {
      name: 'numbers in words that begin with one that = may look like',
      table: projectFiling({ indicators: { 数量: ['培育苗木 二十万株', '整治村庄 二十三个'] } }),
    },
    {
      name: 'text that nothing repairs',
      table: projectFiling({ indicators: { 数量: ['维修路灯 ≥3#7盏'] } }),
    },
  ],
  invalid: [
    {
      name: 'letters for digits around a point, and in front of a unit',
      table: projectFiling({
        indicators: {
          数量: ['助餐人次 ⟦≥l.5万人次⟧', '培训场次 ⟦≥B0场⟧'],
          成本: ['总成本 ⟦≤2.5l万元⟧', '维修费 ⟦≤1.S万元⟧'],
        },
      }),
      problems: [/“≥1\.5万人次”/, /“≥80场”/, /“≤2\.51万元”/, /“≤1\.5万元”/],
    },
    {
      name: 'several letters in a row',
      table: projectFiling({ indicators: { 数量: ['接待游客人数 ⟦≥6OOOO人⟧'] } }),
      problems: [/≥60000人/],
    },
    {
      name: 'damage that hit all values',
      table: projectFiling({ indicators: { 数量: ['灯杆 2800根'], 质量: ['合格率 ⟦298%⟧'] } }),
      problems: [/“≥98%”的误识/],
    },
    {
      name: 'a digit behind 达 and behind a placeholder',
      table: projectFiling({ indicators: { 质量: ['合格率 ⟦达298%⟧', '满意度⟦(≥**%) 295%⟧'] } }),
      problems: [/合格率/, /满意度/],
    },
    {
      name: 'a share above the whole where few values have comparators, and bare numbers beside it',
      table: projectFiling({
        indicators: {
          数量: ['灯杆 8根', '维修次数 ⟦2280次⟧', '巡查次数 200次', '更换灯泡 23个'],
          质量: ['合格率 ⟦292%⟧', '完好率 95%', '亮灯率 >92%'],
          时效: ['响应时间 24小时'],
          成本: ['维修成本 2280元'],
        },
      }),
      problems: [/“2280次”可能是“≥280次”的误识/, /“292%”可能是“≥92%”/],
    },
    {
      name: 'a number that its result missed and got all the points for',
      table: rowsFiling(
        ['指标值', '实际完成值', '分值', '得分'],
        [
          ['产出/数量', '培训次数', '⟦26次⟧', '12次', '5', '5'],
          ['产出/数量', '播发稿件', '⟦2200篇⟧', '2859篇', '10', '10'],
          ['产出/数量', '宣传活动', '26场', '12场', '10', '4'],
        ],
      ),
      problems: [/“26次”可能是“≥6次”/, /“2200篇”可能是“≥200篇”/],
    },
    {
      name: 'a number that the goal promises for the same thing, with no comparator anywhere',
      table: projectFiling({
        goal: '目标1:全年巡查路灯280次。',
        indicators: { 数量: ['灯杆 8根', '巡查路灯次数 ⟦2280次⟧'] },
      }),
      problems: [/“≥280次”/],
    },
    {
      name: 'signs that scanning made of comparators',
      table: projectFiling({
        indicators: {
          数量: ['维修路灯数量 ⟦工60盏⟧', '更换灯杆数量 ⟦^8根⟧'],
          质量: ['合格率 ⟦%=98%⟧', '完好率⟦二100%⟧', '亮灯率 ⟦≥98$⟧', '修复率 ⟦不低于g5%⟧'],
        },
      }),
      problems: [/“≥60盏”/, /“≥8根”/, /“≥98%”/, /“=100%”/, /“≥98%”/, /“不低于95%”/],
    },
    {
      name: 'a digit before what the goal promises with commas, and before one digit of it',
      table: projectFiling({
        goal: '目标1:服务群众9,000人次,举办公益展览4期。',
        indicators: {
          数量: ['维修路灯 ≥60盏', '更换灯杆 ≥8根', '服务群众人次 ⟦29000人次⟧', '举办公益展览 ⟦24期⟧'],
        },
      }),
      problems: [/“≥9000人次”/, /“≥4期”/],
    },
    {
      name: '≥ read as 2',
      table: projectFiling({ indicators: { ...SIGNED, 质量: ['合格率 ⟦298%⟧'] } }),
      problems: [{ message: '指标“合格率”的值“298%”可能是“≥98%”的误识', severity: 'warning' }],
    },
    {
      name: 'whole shares and decimals',
      table: projectFiling({ indicators: { ...SIGNED, 质量: ['合格率 ⟦2100%⟧', '完好率 ⟦299.5%⟧'] } }),
      problems: [/“≥100%”/, /“≥99.5%”/],
    },
    {
      name: 'a number that the goal has without the first digit',
      table: projectFiling({
        goal: '目标1:全年巡查280次。',
        indicators: { 数量: ['维修路灯 ≥60盏', '更换灯杆 ≥8根', '巡查次数 ⟦2280次⟧'] },
      }),
      problems: ['指标“巡查次数”的值“2280次”可能是“≥280次”的误识'],
    },
    {
      name: 'a letter for a digit',
      table: projectFiling({ indicators: { 数量: ['维修路灯数量 ⟦≥6O盏⟧'] } }),
      problems: ['指标“维修路灯数量”的值“≥6O盏”可能是“≥60盏”的误识'],
    },
    {
      name: 'a letter for the last digit, where the name says another unit than litres',
      table: rowsFiling(
        ['指标值'],
        [
          ['效益/经济效益', '苗木增加收入(⟦≥**万元)', '3.4l⟧'],
          ['产出/数量', '浇灌用水(l)', '3.4l'],
        ],
      ),
      problems: [/“≥3.4l”可能是“≥3.41”/],
    },
    {
      name: 'a letter in a number of the goal',
      table: projectFiling({
        goal: '目标1:全年巡查⟦28O次⟧。',
        indicators: { 数量: ['维修路灯 ≥60盏', '巡查次数 ≥280次'] },
      }),
      problems: ['绩效目标中的“28O次”可能是“280次”的误识'],
    },
    {
      name: 'letters for digits',
      table: projectFiling({
        indicators: { 数量: ['维修路灯数量 ⟦≥6O盏⟧', '培训人数 ⟦≥l2人⟧'], 成本: ['维修成本 ⟦≤l2.50万元⟧'] },
      }),
      problems: [/“≥6O盏”/, /“≥l2人”可能是“≥12人”/, /“≤12.50万元”/],
    },
  ],
})
