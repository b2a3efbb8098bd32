import { describe, expect, test } from 'vitest'
import { blankCopies } from '../../src/layout/copies.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

/** The rows of a table with `|` between cells, as they stand without copies. */
const uncopied = (rows: readonly string[]): readonly string[] => {
  const { blocks } = readText(new Source(rows.map((row) => row.replaceAll('|', '\t')).join('\n')))
  return blankCopies(blocks).blocks.map((block) =>
    block.kind === 'row' ? block.cells.map(({ text }) => text.text).join('|') : '',
  )
}

describe('cells that a converter has printed again', () => {
  test.each<[string, string[], string[]]>([
    [
      'a title and fields',
      [
        '项目支出绩效目标表|项目支出绩效目标表|项目支出绩效目标表|项目支出绩效目标表',
        '项目名称|路灯维护|路灯维护|路灯维护',
        '主管部门|某局|实施单位|某局',
        '年度目标|维修200盏。|维修200盏。|维修200盏。',
      ],
      [
        '项目支出绩效目标表|||',
        '项目名称|路灯维护||',
        '主管部门|某局|实施单位|某局',
        '年度目标|维修200盏。||',
      ],
    ],
    [
      'money under a label of its own',
      ['项目资金|年度资金总额|30.00|30.00', '项目资金|其中:财政拨款|30.00|30.00'],
      ['项目资金|年度资金总额|30.00|', '|其中:财政拨款|30.00|'],
    ],
    [
      'columns of indicators',
      [
        '一级指标|二级指标|指标内容|指标内容|指标值',
        '产出指标|数量指标|维修数|维修数|≥200盏',
        '效益指标|社会效益指标|出行安全|出行安全|改善',
      ],
      [
        '一级指标|二级指标|指标内容||指标值',
        '产出指标|数量指标|维修数||≥200盏',
        '效益指标|社会效益指标|出行安全||改善',
      ],
    ],
    [
      'one text under two labels',
      [
        '总体目标|实施期目标|实施期目标|年度目标|年度目标',
        '总体目标|维修200盏。|维修200盏。|维修200盏。|维修200盏。',
      ],
      ['总体目标|实施期目标||年度目标|', '|维修200盏。||维修200盏。|'],
    ],
    [
      'a goal under money with labels of its own',
      [
        '项目资金|项目资金|其他资金|其他资金|0.00|0.00',
        '年度目标|维修200盏。|维修200盏。|维修200盏。|维修200盏。|维修200盏。',
      ],
      ['项目资金||其他资金||0.00|', '年度目标|维修200盏。||||'],
    ],
    [
      'columns behind the label of the table',
      [
        '绩效指标|一级指标|二级指标|三级指标|三级指标|指标值',
        '绩效指标|产出指标|数量指标|维修数|维修数|≥200盏',
      ],
      ['绩效指标|一级指标|二级指标|三级指标||指标值', '绩效指标|产出指标|数量指标|维修数||≥200盏'],
    ],
  ])('are blank: %s', (_, rows, expected) => {
    expect(uncopied(rows)).toEqual(expected)
  })

  test.each<[string, string[]]>([
    ['values of districts', ['三级指标|指标值|甲县|乙县', '合格率|≥90%|≥90%|≥90%', '能力|提升|提升|提升']],
    [
      'two columns of one header with other values',
      ['二级指标|三级指标|指标值|指标值', '数量指标|维修数|≥100盏|≥200盏', '质量指标|合格率|≥90%|≥90%'],
    ],
    ['money of several sources', ['资金总额|财政拨款|上级资金|其他资金', '100|50|50|0', '资金来源|50|50|0']],
    ['rows of a list', ['项目名称|金额|绩效目标|绩效指标', '路灯维护|4|维护|维护']],
    ['two projects', ['项目名称|路灯维护', '项目名称|绿化']],
  ])('are not these: %s', (_, rows) => {
    expect(uncopied(rows)).toEqual(rows)
  })

  test('are left over, not dropped', () => {
    const { blocks } = readText(new Source('项目名称\t路灯维护\t路灯维护\n资金总额\t4\t4'))
    expect(blankCopies(blocks).copies.map(({ text }) => text)).toEqual(['路灯维护', '4'])
  })
})
