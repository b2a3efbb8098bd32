import { expect, test } from 'vitest'
import { pathTo } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

const TEXT = `某县2022年部门预算项目支出绩效目标公开表
项目名称\t一级指标\t二级指标\t三级指标\t指标值
培训\t产出指标\t数量指标\t1.培训人数 2.培训期数\t1.≥80人 2.≥5期
`

test.each([
  ['培训人数', '培训人数'],
  ['培训期数', '培训期数'],
  ['≥80人', '培训人数'],
  ['≥5期', '培训期数'],
])('of indicators that share their cells, %s is on the way to %s', (words, name) => {
  const { disclosure } = parse(new Source(TEXT))
  const node = pathTo(disclosure, TEXT.indexOf(words) + 1).at(-1)
  expect(node?.kind === 'indicator' && node.name.text).toBe(name)
})
