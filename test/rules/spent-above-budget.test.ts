import { evaluationExample } from '../../src/rules/shared/example.ts'
import { spentAboveBudget } from '../../src/rules/spent-above-budget.ts'
import { testRule } from '../support/test-rule.ts'

const money = (opening: string, planned: string, spent: string): string =>
  evaluationExample({ money: [opening, planned, spent, '10', '100%', '10'] })

/** What a report says of a cost. */
const report = (cost: string): string =>
  [
    '2023年度路灯维修资金绩效自评报告',
    '一、绩效目标',
    '路灯维修资金预算5万元,绩效目标:维修路灯60盏。',
    '二、绩效指标完成情况',
    '1.产出指标',
    '数量指标:维修路灯数量≥60盏,实际完成62盏。',
    `成本指标:${cost}`,
    '2.效益指标',
    '社会效益指标:居民投诉≤5件,实际完成3件。',
    '3.满意度指标',
    '服务对象满意度指标:居民满意度≥90%,实际完成96%。',
  ].join('\n')

/** What a report says of its money. */
const told = (said: string): string =>
  [
    '2018年环境卫生项目绩效自评报告',
    '一、项目概况',
    `环境卫生项目年初预算50万元,${said}。`,
    '二、绩效目标完成情况',
    '1.产出指标完成情况',
    '清扫道路48条。',
  ].join('\n')

/** A form of what was planned, came in and was used. */
const received = (planned: string, came: string, used: string): string =>
  [
    '服务贸易项目绩效自评表',
    '项目实施单位\t某处\t主管部门\t某厅\t\t',
    `计划投资额（万元）\t${planned}\t实际到位资金（万元）\t${came}\t实际使用情况（万元）\t${used}`,
    '其中：中央财政\t0\t其中：中央财政\t0\t\t',
    '省财政\t570\t省财政\t398.88\t\t',
    '一级指标\t二级指标\t三级指标\t指标值\t分值\t得分',
    '产出指标\t数量指标\t支持企业数量\t≥3家\t50\t50',
  ].join('\n')

/** A report with a list of what the money was spent on, of which the last item may vary. */
const listed = (budget: string, spent: string): string =>
  [
    '| 项目名称 | 街区更新专项资金 | | |',
    '| --- | --- | --- | --- |',
    '| 预算安排资金(万元) | 120 | 财政支出资金(万元) | 115 |',
    '| 省财政 | 120 | 省财政 | 115 |',
    '| 实际支出(万元) | 90 | | |',
    '',
    '## 项目支出明细情况',
    '',
    '| 支出内容 | 支出预算数(万元) | 实际支出数(万元) |',
    '| --- | --- | --- |',
    '| 外墙粉刷 | 30 | 28 |',
    `| 沿街雨棚 | ${budget} | ${spent} |`,
    '',
    '## 项目绩效情况',
    '',
    '| 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 |',
    '| --- | --- | --- | --- | --- |',
    '| 产出指标 | 数量指标 | 更新街区 | ≥3个 | 3个 |',
  ].join('\n')

testRule(spentAboveBudget, {
  valid: [
    { name: 'an item of a list within its budget', table: listed('40', '40') },
    { name: 'money that came in beside what was used of it', table: received('570', '598.88', '395.86') },
    {
      name: 'a budget that a sentence says was raised',
      table: told('执行中追加预算120,000.03元,全年实际支出620,000.03元,年终无结余'),
    },
    { name: 'a cost of a report within its limit', table: report('维修成本≤5万元,实际完成4.6万元。') },
    {
      name: 'a cost of a report above its limit, with the reason',
      table: report('维修成本≤5万元,实际完成5.6万元,偏差原因:灯具涨价。'),
    },
    { name: 'a price', table: report('每盏维修成本≤800元/盏,实际完成850元/盏。') },
    { name: 'less than planned', table: money('5.00', '5.00', '4.60') },
    { name: 'more than the opening budget, which was raised', table: money('5.00', '6.00', '5.60') },
    { name: 'what rounding explains', table: money('5.00', '5.00', '5.01') },
    {
      name: 'a reason in the table of money',
      table: money('5.00', '5.00', '5.60')
        .replace('100%\t10\n', '100%\t10\t年中追加应急抢修经费\n')
        .replace('得分\n', '得分\t原因\n'),
    },
    {
      name: 'a reason beside a cost',
      table: evaluationExample({
        money: ['5.00', '5.00', '5.60', '10', '100%', '10'],
        category: ['产出', '成本'],
        row: ['维修成本', '≤5万元', '5.6万元', '50', '45', '灯具涨价'],
      }),
    },
  ],
  invalid: [
    {
      name: 'an item of a list',
      table: listed('⟨40⟩', '⟦62⟧'),
      problems: [
        {
          message: '“沿街雨棚”执行数 62万元，超过预算数 40万元，多 22万元，未说明原因',
          severity: 'warning',
          working: ['62万元 - 40万元 = 22万元'],
        },
      ],
    },
    {
      name: 'more than came in, which is less than was planned',
      table: received('⟨570⟩', '398.88', '⟦895.86⟧'),
      problems: [/执行数 895.86万元，超过预算数 570万元/],
    },
    {
      name: 'what a sentence says was paid in the year',
      table: told('2018年支付⟦58⟧万元').replace('50万元', '⟨50万元⟩'),
      problems: [/执行数 58万元，超过年初预算数 50万元|执行数 58万元，超过预算数 50万元/],
    },
    {
      name: 'a budget that no sentence says was raised',
      table: told('全年实际支出⟦620,000.03⟧元,年终无结余').replace('50万元', '⟨50万元⟩'),
      problems: [/超过/],
    },
    {
      name: 'a cost of a report',
      table: report('维修成本≤⟨5万元⟩,实际完成⟦56万元⟧。').replace('⟨5万元⟩', '5万元'),
      problems: [/成本指标“维修成本”实际完成“56万元”，高于指标值“≤5万元”，未说明原因/],
    },
    {
      name: 'money beside the label of another division in place of a reason',
      table: money('5.00', '5.00', '⟦5.60⟧')
        .replace('100%\t10\n', '100%\t10\t按支出性质分:5.00\n')
        .replace('得分\n', '得分\t原因\n'),
      problems: [/多 0.6万元/],
    },
    {
      name: 'more than the budget of the year',
      table: money('4.00', '⟨5.00⟩', '⟦5.60⟧'),
      problems: [
        {
          message: '项目“路灯维修”执行数 5.60万元，超过预算数 5.00万元，多 0.6万元，未说明原因',
          severity: 'warning',
          working: ['5.60万元 - 5.00万元 = 0.6万元'],
        },
      ],
    },
    {
      name: 'more than the opening budget, the only one',
      table: money('⟨5.00⟩', '', '⟦5.60⟧').replace('全年预算数', '备注'),
      problems: [{ message: /超过年初预算数/, severity: 'info' }],
    },
    {
      name: 'an instruction of the form in place of a reason',
      table: money('5.00', '5.00', '⟦5.60⟧')
        .replace('100%\t10\n', '100%\t10\t执行率未达到90%的需说明原因(100字以内)\n')
        .replace('得分\n', '得分\t原因\n'),
      problems: [/多 0.6万元/],
    },
    {
      name: 'in two forms',
      table: `${money('5.00', '5.00', '⟦5.60⟧')}\n${money('7.00', '7.00', '⟦9.00⟧').replace('路灯维修', '路灯更换')}`,
      problems: [/多 0.6万元/, /多 2万元/],
    },
  ],
})
