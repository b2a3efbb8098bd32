import { expect, test } from 'vitest'
import { compareTrees, noTrees, TREE_FIELDS } from './support/tree-accuracy.ts'

const TREE = [
  'total 合计 5.00',
  'agency 501 某局 5.00',
  '  project 路灯维修 5.00',
  '    goal 目标1: 修复路灯。',
  '    L1 一、 产出指标 [output]',
  '      L2 (一) 数量指标 [quantity]',
  '        1. 维修路灯数量 | ≥ 60 盏',
  '        2. 更换灯杆数量 | (=) 8 根',
  '      1. 亮灯 | “及时”',
]

/** `right/all` of each field, where a line of the tree is read as another. */
const compare = (read: readonly string[]): Record<string, string> => {
  const accuracy = compareTrees(read, TREE, noTrees())
  return Object.fromEntries(
    TREE_FIELDS.map((field) => [field, `${accuracy[field].right}/${accuracy[field].all}`]),
  )
}
const changed = (from: string, to: string): readonly string[] => TREE.map((line) => line.replace(from, to))

const WHOLE = {
  projects: '1/1',
  amount: '1/1',
  goals: '1/1',
  indicators: '3/3',
  ordinal: '3/3',
  category: '3/3',
  comparator: '3/3',
  value: '3/3',
  unit: '3/3',
}

test.each([
  ['the same tree', TREE, {}],
  ['another value', changed('60 盏', '61 盏'), { value: '2/3' }],
  ['another unit', changed('60 盏', '60 个'), { unit: '2/3' }],
  ['another comparator', changed('(=) 8', '≥ 8'), { comparator: '2/3' }],
  ['another number', changed('2. 更换', '3. 更换'), { ordinal: '2/3' }],
  ['another category', changed('[quantity]', '[quality]'), { category: '1/3' }],
  ['words of another quality', changed('及时', '迟'), { value: '2/3' }],
  ['another total', changed('合计 5.00', '合计 6.00'), {}],
  ['another amount of the project', changed('维修 5.00', '维修 ? 5.0O'), { amount: '0/1' }],
  ['another goal', changed('修复', '更换'), { goals: '0/2' }],
  [
    'another name',
    changed('维修路灯数量', '维修数量'),
    {
      indicators: '2/4',
      ordinal: '2/3',
      category: '2/3',
      comparator: '2/3',
      value: '2/3',
      unit: '2/3',
    },
  ],
  [
    'another project',
    changed('路灯维修 5.00', '路灯养护 5.00'),
    {
      projects: '0/2',
      amount: '0/1',
      goals: '0/2',
      indicators: '0/6',
      ordinal: '0/3',
      category: '0/3',
      comparator: '0/3',
      value: '0/3',
      unit: '0/3',
    },
  ],
])('%s', (_, read, differences) => {
  expect(compare(read)).toEqual({ ...WHOLE, ...differences })
})
