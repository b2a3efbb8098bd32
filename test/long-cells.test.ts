import { describe, expect, test } from 'vitest'
import type { Disclosure } from '../src/model/disclosure.ts'
import { parse } from '../src/parse.ts'
import { Source } from '../src/source/source.ts'

const treeOf = (text: string): Disclosure => parse(new Source(text)).disclosure

describe('a cell of 200 kB', () => {
  const UNITS = [
    '(',
    '（',
    '1.',
    '1.1',
    '一、',
    '(一)',
    '<p>',
    '</p',
    '<',
    '&',
    '&#0',
    '目标1:',
    '目标1',
    '指标',
    '"',
    '""',
    ' ',
    '\t',
    '\n',
  ]
  const MORE = [
    '产出指标',
    '数量指标:',
    '≥',
    '≥40人',
    '≥40人;',
    '培训人数 ',
    '★',
    '①',
    '合计',
    '健全 ',
    ':',
    '。',
    ';',
    '(10分)',
    '<!--',
    '4.00\t',
    '. ',
  ]
  test.each([...UNITS, ...MORE])('of %j alone is read in no time', (unit) => {
    const filler = unit.repeat(Math.ceil(200_000 / unit.length))
    const header = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\n'
    expect(treeOf(`${header}\t河道清淤\t4.00\t${filler}\t${filler}x`)).toBeDefined()
    expect(treeOf(`一、产出指标${filler}x`)).toBeDefined()
  })
})
