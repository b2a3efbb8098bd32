import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderQuantities } from './render-quantities.ts'

const FILING = 'fixtures/text/single-cell/menyuan-2022/input.txt'

/** The cells of one column, one paragraph a line, without markup. */
const cells = (column: number): readonly string[] =>
  readFileSync(FILING, 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[column] ?? '')
    .filter((cell) => cell.includes('目标') || cell.includes('产出'))
    .map((cell) => cell.replaceAll(/<\/?[a-z]+>/g, '\n'))

test('reads what the goals of a whole filing promise, and nothing else', () => {
  const found = cells(3)
    .map((cell) => renderQuantities(cell))
    .filter((line) => line !== '')
  expect(found).toEqual([
    '500元 = 500元/位; 35元 = 35元/位; 5000元 = 5000元',
    '176人 = 176人; 80人以上 = [80, ∞)人',
    '40人以上 = [40, ∞)人',
    '1次 = 1次; 176名 = 176名',
    '2800册 = 2800册; 2 元 = 2元/年·卷; 500份 = 500份',
  ])
})

test('reads one target in each indicator that has a measured one', () => {
  const found = cells(4).map((cell) => renderQuantities(cell).split('; '))
  expect(found.map((line) => line.length)).toEqual([13, 10, 13, 14, 6, 11, 8])
  expect(found[4]).toEqual([
    '176人 = 176人',
    '100% = 100%',
    '100% = 100%',
    '≤5.34万元 = (-∞, 5.34]万元',
    '100% = 100%',
    '≥95% = [95, ∞)%',
  ])
})
