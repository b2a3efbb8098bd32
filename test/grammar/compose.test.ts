import { expect, test } from 'vitest'
import { compose } from '../../src/grammar/compose.ts'
import { recognizeLayout } from '../../src/layout/index.ts'
import { readGrid } from '../../src/read/index.ts'
import { Source } from '../../src/source/source.ts'
import { brokenLaws } from '../support/laws.ts'

const TABLE = [
  ['单位名称', '项目名称', '金额（万元）', '一级指标', '二级指标', '三级指标', '指标值'],
  ['林业站', '护林员培训', '4.00', '产出指标', '数量指标', '培训人数', '≥40人'],
  ['水利站', '渠道清淤', '6.00', '产出指标', '数量指标', '清淤长度', '≥12公里'],
]

test('agencies hold their projects, and come as they are printed, whatever a layout says of both', () => {
  const source = new Source(`${TABLE.map((cells) => cells.join('\t')).join('\n')}\n`)
  const { draft } = recognizeLayout(readGrid(source).grid, source.text)
  expect(draft.agencies).toHaveLength(2)
  const agencies = draft.agencies.map((agency) => ({ ...agency, span: agency.name.span })).reverse()
  expect(brokenLaws(compose({ ...draft, agencies }), source.text.length)).toEqual([])
})
