import { missingDeviationReason } from '../../src/rules/missing-deviation-reason.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { rowsFiling, testRule } from '../support/test-rule.ts'

const row = (target: string, actual: string, score: string, reason: string): string =>
  evaluationExample({ row: ['维修路灯数量', target, actual, '50', score, reason] })

testRule(missingDeviationReason, {
  valid: [
    {
      name: 'a bare share that lost no points, or is no whole',
      table: [
        evaluationExample({ row: ['设备停用比例', '100%', '83.33%', '50', '50', ''] }),
        evaluationExample({ row: ['设备停用比例', '60%', '53.33%', '50', '40', ''] }),
      ].join('\n'),
    },
    { name: 'a reason', table: row('≥60盏', '48盏', '40', '部分路段封闭') },
    { name: 'weaker words with all the points', table: row('健全', '基本健全', '50', '') },
    {
      name: 'a comparator that points the wrong way, which is told as that',
      table: evaluationExample({ row: ['设备故障率', '≥4.5%', '2.9%', '50', '40', ''] }),
    },
    { name: 'a target that is met', table: row('≥60盏', '60盏', '50', '') },
    { name: 'all the points, which is told of the score', table: row('≥60盏', '48盏', '50', '') },
    {
      name: 'a standard of scoring by which nothing is missed',
      table: rowsFiling(
        ['指标值', '评分标准', '实际完成值', '分值', '得分', '偏差原因分析'],
        [
          [
            '满意度/服务对象满意度',
            '农民满意度',
            '≥98%',
            '90%以上得10分，每降5%扣1分',
            '95%',
            '10',
            '10',
            '',
          ],
        ],
      ),
    },
    {
      name: 'what was done by the middle of the year',
      table: rowsFiling(
        ['年度指标值', '1-6月执行情况', '全年预计完成情况', '偏差原因分析'],
        [['产出/数量', '推广品种', '≥3种', '1种', '3种', '']],
      ),
    },
    {
      name: 'no column for reasons',
      table: rowsFiling(
        ['指标值', '实际完成值', '分值', '得分'],
        [['产出/数量', '推广品种', '≥3种', '2种', '50', '33']],
      ),
    },
  ],
  invalid: [
    {
      name: 'less of all, as the points that it lost tell',
      table: evaluationExample({ row: ['标段开工率', '⟨100%⟩', '⟦83.33%⟧', '50', '41', ''] }),
      problems: [/“83.33%”，低于指标值“100%”，未说明偏差原因/],
    },
    {
      name: 'that something was done is no reason',
      table: row('⟨≥60盏⟩', '⟦48盏⟧', '40', '已完成'),
      problems: [/未说明偏差原因/],
    },
    {
      name: 'nothing in the column',
      table: row('⟨≥60盏⟩', '⟦48盏⟧', '40', ''),
      problems: [
        {
          message: '指标“维修路灯数量”实际完成“48盏”，低于指标值“≥60盏”，未说明偏差原因',
          severity: 'warning',
        },
      ],
    },
    {
      name: 'weaker words that points were taken off for',
      table: row('⟨健全⟩', '⟦基本健全⟧', '40', ''),
      problems: [/“基本健全”，未达到指标值“健全”，未说明偏差原因$/],
    },
    { name: '无 in the column', table: row('≥60盏', '⟦48盏⟧', '40', '无'), problems: [/未说明偏差原因$/] },
    {
      name: 'several in one table, told once',
      table: row('≥60盏', '⟦48盏⟧', '40', '/').replace('95%\t10\t10', '85%\t10\t9'),
      problems: [/未说明偏差原因；另有 1 项指标也是如此$/],
    },
    {
      name: 'two tables, and no scores',
      table: `${row('≥60盏', '⟦48盏⟧', '', '')}\n${row('≥60盏', '⟦45盏⟧', '', '').replace('路灯维修', '路灯更换')}`,
      problems: [/“48盏”/, /“45盏”/],
    },
  ],
})
