import { expect, test } from 'vitest'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'

const HEADER = '一级指标|二级指标|三级指标|指标值'
const TABLE = [
  HEADER,
  '产出指标|数量指标|更换灯具|≥300盏',
  '|质量指标|验收合格率|100%',
  '效益指标|社会效益指标|夜间出行安全|有效提升',
]
const KNOWN = [
  '项目名称|路灯更换||',
  '资金总额（万元）|36|其中：财政拨款|36',
  '年度目标|更换灯具300盏，保障夜间出行安全。||',
]
const UNLISTED = [
  '办的这件事|路灯更换||',
  '核下来的数（万元）|36||',
  '图个什么|更换灯具300盏，保障夜间出行安全。||',
]

const read = (...rows: readonly string[]): readonly unknown[] =>
  projectsOf(parse(new Source(rows.map((row) => row.replaceAll('|', '\t')).join('\n'))).disclosure).map(
    (project) => [
      project.name.text,
      project.amount.text.text,
      project.goals.length,
      indicatorsOf(project).map(({ indicator }) => indicator.name.text),
    ],
  )

const NAMES = ['更换灯具', '验收合格率', '夜间出行安全']

test.each([
  ['known', KNOWN],
  ['unlisted', UNLISTED],
])('fields with %s labels below the only table of indicators are those of its project', (_, fields) => {
  expect(read('2024年路灯绩效目标表', ...TABLE, ...fields)).toEqual([['路灯更换', '36', 1, NAMES]])
  expect(read(...fields, ...TABLE)).toEqual([['路灯更换', '36', 1, NAMES]])
})

test('so they are where each of two tables has its own', () => {
  const second = ['项目名称|桥梁检测||', '资金总额（万元）|12||', '年度目标|检测桥梁40座，保障通行。||']
  const both = read(...TABLE, ...KNOWN, HEADER, '产出指标|数量指标|检测桥梁|40座', ...second)
  expect(both).toEqual([
    ['路灯更换', '36', 1, NAMES],
    ['桥梁检测', '12', 1, ['检测桥梁']],
  ])
})

test('fields between two tables belong to the one below, where that has none of its own', () => {
  const [, second] = read(...TABLE, ...KNOWN, ...TABLE)
  expect(second).toEqual(['路灯更换', '36', 1, NAMES])
})

test('remarks, signatures and rows that nobody filled in stay below the indicators', () => {
  const below = ['备注|资金按进度拨付，年底前完成。||', '填报人|某某||']
  const names = (...rows: readonly string[]) => read(...rows).map((one) => (one as unknown[])[3])
  expect(names(...KNOWN, ...TABLE, ...below)).toEqual([NAMES])
  expect(read(...TABLE, ...below)).toEqual([['', '', 0, NAMES]])
})
