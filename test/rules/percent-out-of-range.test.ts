import { percentOutOfRange } from '../../src/rules/percent-out-of-range.ts'
import { evaluationExample } from '../../src/rules/shared/example.ts'
import { projectFiling, testRule } from '../support/test-rule.ts'

const quality = (...indicators: readonly string[]): string =>
  projectFiling({ indicators: { 质量: indicators } })

testRule(percentOutOfRange, {
  valid: [
    { name: 'a misread ≥, which is another problem', table: quality('居民满意度 292%') },
    {
      name: 'shares up to the whole',
      table: quality('验收合格率 ≥98%', '发放率 100%', '发放率 =100%', '差错率 ≤5‰'),
    },
    { name: 'growth', table: quality('客流增长率 ≥120%', '收入增幅 150%', '就业人数较上年提高 ≥130%') },
    { name: 'a ratio to another year', table: quality('网络零售额与上年之比 ≥120%') },
    { name: 'completion over plan', table: quality('计划完成率 ≥105%', '预算完成率 120%') },
    { name: 'a hundred in another word', table: quality('合格率 100百分比') },
    { name: 'other things than shares', table: quality('培训人数 ≥300人', '服务评分 ≥120分') },
    {
      name: 'a misread ≥ of a result',
      table: evaluationExample({ row: ['路灯完好率', '≥90%', '292%', '50', '50', ''] }),
    },
    { name: 'a wrong unit, which is another problem', table: quality('展厅开放接待观众 ≥15000%') },
    { name: 'a change', table: quality('优良率 提高120%') },
  ],
  invalid: [
    {
      name: 'a result',
      table: evaluationExample({ row: ['路灯完好率', '≥90%', '⟦193%⟧', '50', '50', ''] }),
      problems: ['指标“路灯完好率”的实际完成值“193%”超过 100%'],
    },
    {
      name: 'a digit too many, once',
      table: quality('验收合格率 ⟦≥980%⟧'),
      problems: [{ message: '指标“验收合格率”的值“≥980%”超过 100%', severity: 'error' }],
    },
    { name: 'no likely misreading', table: quality('居民满意度 ⟦892%⟧'), problems: [/“892%”超过 100%$/] },
    {
      name: 'a range that ends above',
      table: quality('入住率 95%-98%', '验收合格率 ⟦90%-110%⟧'),
      problems: [/“90%-110%”/],
    },
    {
      name: 'a part of one with its point in the wrong place',
      table: quality('监控在线率 ⟦≥9.7比例⟧'),
      problems: [/“≥9.7比例”超过 100%$/],
    },
    { name: 'per mille', table: quality('验收合格率 ⟦≥1200‰⟧'), problems: [/超过 100%$/] },
    { name: 'completion far over plan', table: quality('计划完成率 ⟦≥1000%⟧'), problems: [/“计划完成率”/] },
    {
      name: '≥100 %, as a notice, and two errors',
      table: quality('发放及时率 ⟦≥100%⟧', '发放准确率 ⟦1000%⟧', '发放率 ⟦＞101%⟧'),
      problems: [
        { message: '指标“发放及时率”的值“≥100%”只能等于 100%，可改为“=100%”', severity: 'info' },
        /1000%/,
        /101%/,
      ],
    },
    {
      name: 'what the goal has the right number for, which is told once',
      table: projectFiling({
        goal: '目标1:设备完好率⟨达到98%以上⟩。',
        indicators: { 质量: ['设备完好率 ⟦≥298%⟧'] },
      }),
      problems: [/“≥298%”超过 100%$/],
    },
  ],
})
