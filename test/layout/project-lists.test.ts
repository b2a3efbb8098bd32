import { expect, test } from 'vitest'
import { indicatorsIn, tabbed } from '../support/said-of-text.ts'

test('that nothing comes of something is a value behind the name', () => {
  const text = tabbed(
    '项目绩效目标表',
    '项目名称|金额（万元）|绩效目标|产出指标|效益指标|满意度指标',
    '违建治理|64.5|遏制新增违建。|拆除面积≥9000平方米|违建增量零增长；社会消费品零售增长率≥3%|群众满意度≥85%',
  )
  expect(indicatorsIn(text)).toEqual([
    '产出指标 / 拆除面积 / ≥9000平方米',
    '效益指标 / 违建增量 / 零增长',
    '效益指标 / 社会消费品零售增长率 / ≥3%',
    '满意度指标 / 群众满意度 / ≥85%',
  ])
})
