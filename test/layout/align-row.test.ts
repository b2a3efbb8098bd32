import { describe, expect, test } from 'vitest'
import type { Columns } from '../../src/layout/align.ts'
import { alignRow } from '../../src/layout/align-row.ts'
import type { Row } from '../../src/read/grid.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

const WHOLE: Columns = [
  'name',
  'amount',
  'goal',
  'level-one',
  'level-two',
  'indicator',
  'target',
  'weight',
  'other',
]
const PARTS: Columns = ['other', 'level-one', 'level-two', 'indicator', 'comparator', 'target', 'unit']

const aligned = (text: string, columns: Columns): readonly string[] => {
  const [row] = readText(new Source(text.replaceAll('|', '\t'))).blocks
  return alignRow(row as Row, columns).map((cell) => cell.text)
}

describe('alignRow', () => {
  test.each([
    [
      'as many cells as columns',
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10|',
      WHOLE,
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10|',
    ],
    [
      'trailing blanks too many',
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10||||',
      WHOLE,
      '清淤|4|清淤|产出指标|数量指标|长度|3公里|10|',
    ],
    [
      'a sum under its column, and nothing behind it',
      '合计|||1,640.00',
      ['code', 'agency', 'name', 'amount', 'goal', 'level-one', 'indicator', 'target'] as Columns,
      '合计|||1,640.00||||',
    ],
    ['blanks at the end left out', '|||||合格率|≥95%', WHOLE, '|||||合格率|≥95%||'],
    ['merged cells left out', '质量指标|合格率|≥95%|10|', WHOLE, '||||质量指标|合格率|≥95%|10|'],
    ['both', '合格率|≥95%|10', WHOLE, '|||||合格率|≥95%|10|'],
    ['a name and words', '机制健全性|健全', WHOLE, '|||||机制健全性|健全||'],
    ['a heading of level 1', '满意度指标|群众满意度|≥90%', WHOLE, '|||满意度指标||群众满意度|≥90%||'],
    ['a total alone', '合计|264.79', WHOLE, '合计|264.79|||||||'],
    ['an agency alone', '某县教育局|264.79', WHOLE, '某县教育局|264.79|||||||'],
    ['a bare number with its unit', '培训人数|40|人', PARTS, '|||培训人数||40|人'],
    ['a comparator in words', '质量指标|合格率|大于等于|95|%', PARTS, '||质量指标|合格率|大于等于|95|%'],
    ['nothing', '|', PARTS, '||||||'],
  ])('puts a row with %s under its columns', (_name, text, columns, cells) => {
    expect(aligned(text, columns)).toEqual(cells.split('|'))
  })
})
