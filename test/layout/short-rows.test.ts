import { expect, test } from 'vitest'
import type { Disclosure } from '../../src/model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

const read = (rows: readonly (readonly string[])[]): Disclosure =>
  parse(new Source(rows.map((row) => row.join('\t')).join('\n'))).disclosure

const targetsIn = (disclosure: Disclosure): readonly (string | undefined)[] =>
  projectsOf(disclosure).flatMap((project) =>
    indicatorsOf(project).map(({ indicator }) => indicator.target?.text.text),
  )

test('a form whose table has no column of names keeps its rows under words that are in no list', () => {
  const disclosure = read([
    ['项目名称', '路灯维修', ''],
    ['资金总额(万元)', '5.00', ''],
    ['年度目标', '修复城区路灯60盏,保障夜间出行。', ''],
    ['一级指标', '二级指标', '指标值'],
    ['产出指标', '数量指标', '≥60盏'],
    ['', '质量指标', '≥98%'],
    ['', '出行安全', '≥90%'],
  ])
  expect(targetsIn(disclosure)).toEqual(['≥60盏', '≥98%', '≥90%'])
})

test('a sum right below a row that lacks its last cells is no rest of that row', () => {
  const disclosure = read([
    ['项目名称', '金额(万元)', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
    ['河道清淤', '4.00', '清淤3公里。', '产出指标', '数量指标', '清淤长度', '≥3公里'],
    ['路灯维修', '5.00', '修复城区路灯60盏。', '产出指标', '数量指标'],
    ['合计', '9.00', ''],
  ])
  expect(projectsOf(disclosure).map(({ name }) => name.text)).toEqual(['河道清淤', '路灯维修'])
  expect(disclosure.totals.map(({ amount }) => amount.text.text)).toEqual(['9.00'])
})
