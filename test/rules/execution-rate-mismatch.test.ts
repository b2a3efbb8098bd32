import { executionRateMismatch } from '../../src/rules/execution-rate-mismatch.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { testRule } from '../support/test-rule.ts'

/** 年初预算数, 全年预算数, 全年执行数 and 执行率 of all the money. */
const money = (opening: string, planned: string, spent: string, rate: string): string =>
  evaluationExample({ money: [opening, planned, spent, '10', rate, ''] })

/** The same with the sources below. */
const sources = (whole: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  evaluationExample({ money: whole, sources: rows })

/** 20 points for the execution, as the header of the score says, and what it got. */
const scored = (rate: string, score: string, header = '得分（20分*执行率）'): string =>
  [
    '项目名称\t路灯维修',
    `预算执行情况（万元）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t${header}`,
    `\t年度财政资金总额\t50\t${rate.includes('60') ? 30 : 40}\t${rate}\t${score}`,
    '一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值\t得分',
    '产出指标\t数量指标\t维修路灯\t≥60盏\t60盏\t40',
  ].join('\n')

/** What a report says of its money. */
const report = (...said: readonly string[]): string =>
  [
    '路灯维修项目绩效自评报告',
    '一、项目基本情况',
    '路灯维修项目安排资金260万元，更换老旧路灯。',
    '二、资金使用情况',
    ...said,
    '三、绩效目标完成情况',
    '数量指标：维修路灯60盏，实际完成61盏。',
  ].join('\n')

/** What came in and what was spent, each with its rate, in lines that are numbered. */
const twoRates = (came: string, spent: string, rate: string): string =>
  [
    '项目名称\t路灯维修',
    '资金投入情况(万元)\t\t行次\t全年预算数\t全年到位资金\t预算到位率\t全年执行资金\t预算执行率',
    `\t年度资金总额\t1\t⟨52.80⟩\t${came}\t100%\t${spent}\t${rate}`,
    '\t其中：中央资金\t2\t52.80\t52.80\t100%\t30.80\t58.33%',
    '\t地方资金\t3\t\t\t\t\t',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t维修路灯\t≥60盏',
  ].join('\n')

testRule(executionRateMismatch, {
  valid: [
    { name: 'a score by the formula of its header, cut off', table: scored('80%', '16') },
    {
      name: 'a score in whole points',
      table: evaluationExample({ money: ['5', '5', '4.8', '10', '96%', '9'] }),
    },
    {
      name: 'points that a rate may get in steps, where no formula is printed',
      table: evaluationExample({ money: ['5', '5', '4', '10', '80%', '6'] }),
    },
    {
      name: 'rates in a report that some money of it makes, or of which nothing says what they are of',
      table: report(
        '项目资金共260万元，已完成拨付258.4万元，执行率99.4%。',
        '专项资金共130万元，其中中央补助100万元，已使用80万元，资金使用率80%。',
        '年度资金共260万元，财政拨款200万元，执行率100%。',
      ),
    },
    {
      name: 'two rates, each of its own money',
      table: twoRates('52.80', '30.80', '58.33%').replace(/[⟨⟩]/g, ''),
    },
    { name: 'a rate of the adjusted budget', table: money('6.00', '5.00', '4.75', '95%') },
    {
      name: 'a rate of the opening budget, where no other is printed',
      table: money('5.00', '', '4.75', '95%'),
    },
    { name: 'a rate rounded to a whole number', table: money('127', '127', '27.9996', '22%') },
    { name: 'a rate rounded to decimals', table: money('3.00', '3.00', '2.00', '66.67%') },
    { name: 'a rate that was cut off', table: money('29', '29', '27.8', '95.8%') },
    { name: 'a share of 1', table: money('29', '29', '27.8', '0.958') },
    { name: 'a number without %', table: money('50', '50', '10', '20') },
    { name: 'money that was rounded before it was divided', table: money('0.03', '0.03', '0.01', '40%') },
    { name: 'no more than 100%', table: money('5.00', '5.00', '5.60', '100%') },
    { name: 'nothing planned and nothing spent', table: money('0', '0', '0', '100%') },
    { name: 'no rate', table: money('5.00', '5.00', '4.25', '') },
    {
      name: 'sources with rates of their own',
      table: sources(
        ['5.00', '5.00', '4.00', '10', '80%', '8'],
        ['其中：财政拨款', '3.00', '3.00', '3.00', '—', '100%', '—'],
        ['其他资金', '2.00', '2.00', '1.00', '—', '50%', '—'],
      ),
    },
    {
      name: 'a rate of what the sources come to: the whole is printed wrongly, which is told as that',
      table: sources(
        ['5.00', '5.90', '4.00', '10', '80%', '8'],
        ['其中：财政拨款', '3.00', '3.00', '3.00', '—', '100%', '—'],
        ['其他资金', '2.00', '2.00', '1.00', '—', '50%', '—'],
      ),
    },
  ],
  invalid: [
    {
      name: 'all the money beside what is spent on what',
      table: [
        '项目名称\t林业发展',
        '项目资金(万元)\t\t年初预算数\t全年预算数\t全年执行数\t执行率',
        '\t年度资金总额\t4753.66\t⟨4753.66⟩\t⟨3824.26⟩\t⟦100⟧%',
        '\t其中:基本支出:1768.16',
        '\t项目支出:2985.5',
        '年度目标\t造林1.2万亩。',
        '一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值',
        '产出指标\t数量指标\t造林面积\t≥1.2万亩\t1.2万亩',
      ].join('\n'),
      problems: [/应为 80\.45%/],
    },
    {
      name: 'a score that the formula of its header does not make',
      table: scored('⟨60⟩%', '⟦16⟧', '⟨得分（20分*执行率）⟩'),
      problems: ['预算执行得 16 分，按分值 20 分×执行率 60%应为 12 分'],
    },
    {
      name: 'a score with its digits in another order',
      table: evaluationExample({ money: ['5', '5', '3.8', '⟨10⟩', '⟨76⟩%', '⟦6.7⟧'] }),
      problems: [{ message: /应为 7\.6 分$/, severity: 'error', working: ['10 × 76% = 7.6 ≠ 6.7'] }],
    },
    {
      name: 'a rate that would be right of the money spent alone, without 元',
      table: report('全年投入直达资金⟨29.6万⟩，执行数⟨26.9万⟩，执行率⟦100%⟧。'),
      problems: [{ message: '文中执行率为“100%”，按支出 26.9万÷预算 29.6万计算应为 90.88%' }],
    },
    {
      name: 'a rate in what became of the goal',
      table: [
        '项目名称\t路灯维修',
        '项目资金（万元）\t预算数\t执行数\t执行率',
        '年度资金总额\t120\t108\t90%',
        '年度总体目标\t预期目标\t实际完成情况',
        '\t维修路灯60盏\t维修60盏，全年预算数⟨120万元⟩，执行数⟨108万元⟩，预算执行率⟦95%⟧。',
        '一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值\t得分',
        '产出指标\t数量指标\t维修路灯\t≥60盏\t60盏\t40',
      ].join('\n'),
      problems: [/^文中执行率为“95%”/],
    },
    {
      name: 'a rate in a report that no money of it makes',
      table: report('项目资金共⟨260万元⟩，截止12月8日已完成拨付⟨258.4万元⟩，执行率⟦79%⟧。'),
      problems: [
        {
          message: '文中执行率为“79%”，按支出 258.4万元÷预算 260万元计算应为 99.38%',
          severity: 'error',
        },
      ],
    },
    {
      name: 'a rate near a whole number that is printed with decimals',
      table: money('1400', '⟨1400⟩', '⟨1261.312⟩', '⟦91.0⟧%'),
      problems: [{ message: /90.09%/, severity: 'error' }],
    },
    {
      name: 'a rate in the sentence of a report',
      table: [
        '路灯维修项目绩效自评情况',
        '（2022年度）',
        '一、项目基本情况',
        '项目名称：路灯维修',
        '项目资金：全年预算数⟨260万元⟩，其中中央补助200万元，市级配套60万元；全年执行数⟨258.4万元⟩，执行率⟦94.9⟧%。',
        '年度绩效目标：维修路灯60盏。',
        '二、绩效目标完成情况',
        '数量指标：维修路灯≥60盏，实际完成61盏。',
      ].join('\n'),
      problems: [/计算应为 99\.38%$/],
    },
    {
      name: 'the second of two rates',
      table: twoRates('52.80', '⟨30.80⟩', '⟦85.33⟧%'),
      problems: ['“年度资金总额”的执行率填为 85.33%，按执行数 30.80万元÷预算数 52.80万元计算应为 58.33%'],
    },
    {
      name: 'the rate of a row that has no name',
      table: [
        '项目名称\t路灯维修',
        '\t全年预算数\t执行数\t执行率',
        '\t⟨10.00⟩\t⟨9.00⟩\t⟦80⟧%',
        '一级指标\t二级指标\t三级指标\t指标值',
        '产出指标\t数量指标\t维修路灯\t≥60盏',
      ].join('\n'),
      problems: ['执行率填为 80%，按执行数 9.00万元÷预算数 10.00万元计算应为 90%'],
    },
    {
      name: 'a rate that no amount gives',
      table: money('5.00', '⟨5.00⟩', '⟨4.25⟩', '⟦95⟧%'),
      problems: [
        {
          message: '“年度资金总额”的执行率填为 95%，按执行数 4.25万元÷预算数 5.00万元计算应为 85%',
          severity: 'error',
          working: ['4.25万元 ÷ 5.00万元 = 85% ≠ 95%'],
        },
      ],
    },
    {
      name: 'a share rounded to a tenth',
      table: money('650', '⟨650⟩', '⟨94⟩', '⟦0.1⟧'),
      problems: [{ message: /计算应为 14\.46%$/, severity: 'info' }],
    },
    {
      name: 'a rate of the opening budget beside the adjusted one',
      table: money('6.00', '5.00', '4.80', '⟦80⟧%'),
      problems: [{ message: /计算应为 96%$/, severity: 'warning', because: /^此率是按年初预算数计算的/ }],
    },
    {
      name: 'a rate of the opening budget of a source',
      table: sources(
        ['6.00', '5.00', '4.00', '10', '80%', '8'],
        ['其中：财政拨款', '4.00', '3.00', '3.00', '—', '⟦75⟧%', '—'],
        ['其他资金', '2.00', '2.00', '1.00', '—', '50%', '—'],
      ),
      problems: [{ message: /应为 100%$/, severity: 'warning', because: /^此率是按年初预算数计算的/ }],
    },
    {
      name: 'a whole number printed with decimals',
      table: money('50', '50', '47.68', '⟦95.00⟧%'),
      problems: [{ message: /应为 95.36%$/, severity: 'info' }],
    },
    {
      name: 'rates of several sources, told once',
      table: sources(
        ['5.00', '5.00', '4.00', '10', '⟦95⟧%', '8'],
        ['其中：财政拨款', '3.00', '3.00', '3.00', '—', '100%', '—'],
        ['其他资金', '2.00', '2.00', '1.00', '—', '60%', '—'],
      ),
      problems: [
        {
          message: /应为 80%；另有 1 处执行率也不符$/,
          working: ['4.00万元 ÷ 5.00万元 = 80% ≠ 95%', '1.00万元 ÷ 2.00万元 = 50% ≠ 60%'],
        },
      ],
    },
    {
      name: 'a source alone',
      table: sources(
        ['5.00', '5.00', '4.00', '10', '80%', '8'],
        ['其中：财政拨款', '3.00', '3.00', '3.00', '—', '⟦90⟧%', '—'],
        ['其他资金', '2.00', '2.00', '1.00', '—', '50%', '—'],
      ),
      problems: [/^“其中:财政拨款”的执行率填为 90%/],
    },
    {
      name: 'two forms',
      table: `${money('5.00', '5.00', '4.25', '⟦95⟧%')}\n${money('7.00', '7.00', '3.50', '⟦60⟧%').replace('路灯维修', '路灯更换')}`,
      problems: [/应为 85%$/, /应为 50%$/],
    },
  ],
})
