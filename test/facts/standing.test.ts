import { describe, expect, test } from 'vitest'
import { standingOf, yearOf } from '../../src/facts/standing.ts'

describe('what a number of a goal is of', () => {
  test.each([
    // The words before the number, those behind it, and those behind it in its sentence.
    ['新聘护林员', '护林员', '', 'planned'],
    ['现有护林员', '名', '', 'stock'],
    ['为现有护林员', '名', '', 'planned'],
    ['护林员', '名中', '', 'stock'],
    ['护林员', '名', ',其中今年新聘20名', 'planned'],
    ['全县', '名护林员', ',今年新聘20名', 'stock'],
    ['上年培训', '人', '', 'past'],
    ['上年培训800人,今年培训', '人', '', 'planned'],
    ['培训农民', '人', '', 'planned'],
    ['现有橡胶林9万亩,割胶工', '', '', 'stock'],
    ['保障现有护林员120名,管护站', '', '', 'planned'],
  ] as const)('%s 100 %s', (before, following, behind, expected) => {
    expect(standingOf(before, before, following, behind, false, before, '')).toBe(expected)
  })

  test.each([
    // What another sentence does without a number is done to some of those that a sentence only counts.
    ['管护站', '', '。续建防火道路。', 'past'],
    ['维修管护站', '', '。续建防火道路。', 'planned'],
    ['管护站', '', '。续建防火道路12公里。', 'planned'],
    ['购置设备', '', '。加强队伍管理工作。', 'planned'],
    ['平台已采集数据380家,审计模型', '', '。今年增加工具。', 'stock'],
    ['展厅2600平方米,藏品', '', ';今年修复戏服85件。', 'stock'],
    ['修复藏品', '', ';今年修复戏服85件。', 'planned'],
  ] as const)('%s 14 %s%s', (before, following, after, expected) => {
    expect(standingOf(before, before, following, '', false, before, after)).toBe(expected)
  })
})

test.each([
  ['2023年培训', 2023],
  ['2022年培训800人,2023年培训', 2023],
  ['培训', undefined],
])('the year of the number behind %s', (words, year) => expect(yearOf(words)).toBe(year))
