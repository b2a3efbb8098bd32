import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

const TITLE = '项目支出绩效目标表'
const HEADER = '一级指标|二级指标|三级指标|指标值'
const ROW = '产出指标|数量指标|清淤长度|≥3公里'
const INDICATORS = ['L1 产出指标 [output]', '  L2 数量指标 [quantity]', '    清淤长度 | ≥ 3 公里']

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)

/** Small forms, and their trees in the lines of `printTree`. */
const FORMS: readonly (readonly [name: string, lines: readonly string[], tree: readonly string[]])[] = [
  [
    'labels with their values beside them',
    [
      TITLE,
      '项目名称|清淤',
      '主管部门|某局|实施单位|某站',
      '资金总额|4.00',
      '年度目标|清淤3公里',
      HEADER,
      ROW,
    ],
    [
      'agency 某站 -',
      '  project 清淤 4.00',
      '    goal (annual) 清淤3公里',
      ...indent(indent(INDICATORS)),
      'left column: 某局',
    ],
  ],
  [
    'the name of the department where no other is named',
    [TITLE, '项目名称|清淤', '主管部门及代码|[301]某局', HEADER, ROW],
    [
      'agency 301 某局 -',
      '  project 清淤 -',
      ...indent(indent(INDICATORS)),
      'left label: [',
      'left label: ]',
    ],
  ],
  [
    'columns of the whole term that nobody filled in, beside those of the year',
    [
      TITLE,
      '项目名称|清淤',
      '年度目标|清淤3公里',
      '一级指标|二级指标(中期)|三级指标(中期)及指标值|二级指标|三级指标|指标值',
      '产出指标|||数量指标|清淤长度|≥3公里',
    ],
    ['project 清淤 -', '  goal (annual) 清淤3公里', ...indent(INDICATORS)],
  ],
  [
    'a sheet of points that plans nothing, between the money and the indicators',
    [
      TITLE,
      '项目名称|清淤',
      '资金总额|4.00',
      '年度目标|清淤3公里',
      '项目|权重|评价内容|分值|自评分|复核分|评价标准及依据',
      '项目决策|2分|决策依据|2|2||有计划的计2分。',
      '项目管理|3分|财务制度|3|3||有制度的计3分。',
      HEADER,
      ROW,
    ],
    [
      'project 清淤 4.00',
      '  goal (annual) 清淤3公里',
      ...indent(INDICATORS),
      ...'项目|权重|评价内容|分值|自评分|复核分|评价标准及依据|项目决策|2分|决策依据|2|2|有计划的计2分。|项目管理|3分|财务制度|3|3|有制度的计3分。'
        .split('|')
        .map((text) => `left column: ${text}`),
    ],
  ],
  [
    'labels with their values in the same cell',
    [
      TITLE,
      '项目名称：清淤|项目编码：1001',
      '资金总额：4万元|项目期限：1年',
      '绩效目标：清淤3公里|',
      HEADER,
      ROW,
    ],
    ['project 1001 清淤 4万元', '  goal 清淤3公里', ...indent(INDICATORS), 'left label: 1年'],
  ],
  [
    'a period in words',
    [TITLE, '项目名称|清淤|项目期限|长期', HEADER, ROW],
    ['project 清淤 -', ...indent(INDICATORS), 'left label: 长期'],
  ],
  [
    'goals of two terms below their labels',
    [TITLE, '项目名称|清淤', '绩效目标|实施期目标|年度目标', '|清淤9公里|清淤3公里', HEADER, ROW],
    ['project 清淤 -', '  goal (long-term) 清淤9公里', '  goal (annual) 清淤3公里', ...indent(INDICATORS)],
  ],
  [
    'goals below their labels, the place in front left out',
    [TITLE, '项目名称|清淤', '绩效目标|实施期目标|年度目标', '清淤9公里|清淤3公里', HEADER, ROW],
    ['project 清淤 -', '  goal (long-term) 清淤9公里', '  goal (annual) 清淤3公里', ...indent(INDICATORS)],
  ],
  [
    'the money of two terms',
    [
      TITLE,
      '项目名称|清淤',
      '项目资金|实施期资金总额|9|年度资金总额|4',
      '|其中:财政拨款|8|其中:财政拨款|3',
      '|其他资金|1|其他资金|1',
      HEADER,
      ROW,
    ],
    [
      'project 清淤 4',
      '  funding 其中:财政拨款 3',
      '  funding 其他资金 1',
      '  money other 实施期资金总额 9',
      '  money other 其中:财政拨款 实施期资金总额 8',
      '  money other 其他资金 实施期资金总额 1',
      ...indent(INDICATORS),
    ],
  ],
  [
    'parts of a part of the money',
    [TITLE, '项目名称|清淤', '资金总额|4', '上级资金|3', '其中:中央资金|2', '其他资金|1', HEADER, ROW],
    [
      'project 清淤 4',
      '  funding 上级资金 3',
      '    funding 其中:中央资金 2',
      '  funding 其他资金 1',
      ...indent(INDICATORS),
    ],
  ],
  [
    'several forms without titles between them',
    ['项目名称|清淤', HEADER, ROW, '备注|无', '项目名称|绿化', HEADER, '产出指标|数量指标|植树数量|50株'],
    [
      'project 清淤 -',
      ...indent(INDICATORS),
      'project 绿化 -',
      '  L1 产出指标 [output]',
      '    L2 数量指标 [quantity]',
      '      植树数量 | (=) 50 株',
      'left column: 无',
    ],
  ],
  [
    'a page end in the middle of the indicators',
    [
      TITLE,
      '项目名称|清淤',
      HEADER,
      '产出指标|数量指标|清淤|≥3公里',
      '- 1 -',
      HEADER,
      '||长度|',
      '|质量指标|合格率|95%',
    ],
    [
      'project 清淤 -',
      ...indent(INDICATORS),
      '    L2 质量指标 [quality]',
      '      合格率 | (=) 95 %',
      'left surrounding: - 1 -',
    ],
  ],
  [
    '绩效指标 in front of the indicators, and unused rows',
    [
      TITLE,
      '项目名称|清淤',
      `绩效指标|${HEADER}`,
      `|${ROW}`,
      '||质量指标||',
      '|效益指标|经济效益指标|无|无',
      '填报人：某某|',
    ],
    [
      'project 清淤 -',
      ...indent(INDICATORS),
      'left label: 质量指标',
      'left label: 效益指标',
      'left label: 经济效益指标',
      'left label: 无',
      'left label: 无',
      'left column: 某某',
    ],
  ],
  [
    'indicators without any header',
    [TITLE, '项目名称|清淤', '年度目标|清淤3公里', ROW, '|质量指标|合格率|95%'],
    [
      'project 清淤 -',
      '  goal (annual) 清淤3公里',
      ...indent(INDICATORS),
      '    L2 质量指标 [quality]',
      '      合格率 | (=) 95 %',
    ],
  ],
  [
    'labels that line ends have broken',
    [TITLE, '"项目\n名称"|清淤', '"年度资金\n总额（元）"|40,000.00', '"年度\n目标"|清淤3公里', HEADER, ROW],
    ['unit 元', 'project 清淤 40,000.00', '  goal (annual) 清淤3公里', ...indent(INDICATORS)],
  ],
]

describe('forms', () => {
  test.each(FORMS)('%s', (_name, lines, tree) => {
    const source = new Source(lines.join('\n').replaceAll('|', '\t'))
    expect(printTree(parse(source).disclosure).filter((line) => !line.startsWith('title '))).toEqual(tree)
    expect(uncovered(source)).toEqual([])
  })
})
