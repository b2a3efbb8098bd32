import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printChild } from '../support/print-tree.ts'

const HEADER =
  '项目名称|金额(万元)|绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|分值|指标方向性'

/** The indicators of one project whose first row begins with its headings. */
const read = (rows: readonly string[]): { lines: readonly string[]; left: readonly string[] } => {
  const [first = '', ...others] = rows
  const text = [HEADER, `清淤|4.00|清淤3公里|${first}`, ...others.map((row) => `|||${row}`)].join('\n')
  const { disclosure } = parse(new Source(text.replaceAll('|', '\t')))
  const [project] = disclosure.projects
  return {
    lines: [...(project?.indicators ?? []), ...(project?.categories ?? [])].flatMap(printChild),
    left: disclosure.leftovers.map((leftover) => leftover.text.text),
  }
}

const OUTPUT = ['L1 产出指标 [output]', '  L2 数量指标 [quantity]']

describe('parseIndicatorRows', () => {
  test.each([
    [
      'merged headings',
      ['产出指标|数量指标|清淤长度|≥|3|公里|10|', '||巡查次数|≥|12|次|5|', '|质量指标|合格率||95|%||'],
      [
        ...OUTPUT,
        '    清淤长度 | ≥ 3 公里 | 10',
        '    巡查次数 | ≥ 12 次 | 5',
        '  L2 质量指标 [quality]',
        '    合格率 | (=) 95 %',
      ],
      [],
    ],
    [
      'rows that say that there is nothing, with and without a number',
      ['产出指标|数量指标|清淤长度|≥|3|公里||', '|质量指标|指标1:/||/|||', '|时效指标|无|||||'],
      [...OUTPUT, '    清淤长度 | ≥ 3 公里'],
      ['质量指标', '指标1:/', '/', '时效指标', '无'],
    ],
    [
      'headings printed again',
      ['产出指标|数量指标|清淤长度|≥|3|公里||', '产出指标|数量指标|巡查次数|≥|12|次||'],
      [...OUTPUT, '    清淤长度 | ≥ 3 公里', '    巡查次数 | ≥ 12 次'],
      ['产出指标', '数量指标'],
    ],
    [
      'headings that come apart',
      [
        '产出指标|数量指标|清淤长度|≥|3|公里||',
        '满意度指标||群众满意度|≥|90|%||',
        '产出指标|数量指标|巡查次数|≥|12|次||',
      ],
      [
        ...OUTPUT,
        '    清淤长度 | ≥ 3 公里',
        '    巡查次数 | ≥ 12 次',
        'L1 满意度指标 [satisfaction]',
        '  群众满意度 | ≥ 90 %',
      ],
      ['产出指标', '数量指标'],
    ],
    [
      'a heading over both columns, printed in each',
      ['满意度指标（10分）|满意度指标|群众满意度|≥|90|%||'],
      ['L1 满意度指标 [satisfaction]', '  群众满意度 | ≥ 90 %'],
      ['满意度指标'],
    ],
    [
      'headings that no list has, by how they end, and misspelt ones',
      [
        '产出维度|投资控制目标|清淤长度|≥|3|公里||',
        '效益|环境效果指标|水质|≥|90|%||',
        '满意程度|受益农户满意度指标|受益农户满意度|≥|90|%||',
        '|服务对像满意度指标|商户满意度|≥|85|%||',
      ],
      [
        'L1 产出维度 [output]',
        '  L2 投资控制目标 [cost]',
        '    清淤长度 | ≥ 3 公里',
        'L1 效益 [benefit]',
        '  L2 环境效果指标 [ecological]',
        '    水质 | ≥ 90 %',
        'L1 满意程度 [satisfaction]',
        '  L2 受益农户满意度指标 [recipient-satisfaction]',
        '    受益农户满意度 | ≥ 90 %',
        '  L2 服务对像满意度指标 [?]',
        '    商户满意度 | ≥ 85 %',
      ],
      [],
    ],
    [
      'unused rows',
      ['产出指标|数量指标|清淤长度|≥|3|公里||', '|质量指标||||||', '效益指标|生态效益指标|无|/|/|/||'],
      [...OUTPUT, '    清淤长度 | ≥ 3 公里'],
      ['质量指标', '效益指标', '生态效益指标', '无', '/', '/', '/'],
    ],
    [
      'two headings in one cell',
      ['产出指标-数量指标||清淤长度|≥|3|公里||'],
      ['L1 产出指标 [output]', '  L2 数量指标 [quantity]', '    清淤长度 | ≥ 3 公里'],
      [],
    ],
    [
      'the second of two headings in brackets',
      ['产出指标（数量指标）||清淤长度|≥|3|公里||', '产出（质量）||合格率|≥|95|%||'],
      [
        'L1 产出指标 [output]',
        '  L2 数量指标 [quantity]',
        '    清淤长度 | ≥ 3 公里',
        'L1 产出 [output]',
        '  L2 质量 [quality]',
        '    合格率 | ≥ 95 %',
      ],
      [],
    ],
    [
      'in brackets, a remark beside a heading of its own or one that belongs elsewhere',
      ['产出指标（数量指标）|质量指标|合格率|≥|95|%||', '效益指标（数量指标）||清淤长度|≥|3|公里||'],
      [
        'L1 产出指标 [output]',
        '  L2 质量指标 [quality]',
        '    合格率 | ≥ 95 %',
        'L1 效益指标 [benefit]',
        '  清淤长度 | ≥ 3 公里',
      ],
      [],
    ],
    [
      'two headings of which the first is none alone',
      ['项目完成-数量||清淤长度|≥|3|公里||'],
      ['L1 项目完成 [output]', '  L2 数量 [quantity]', '    清淤长度 | ≥ 3 公里'],
      [],
    ],
    [
      'numbers in front of names',
      ['一、产出指标|（一）数量指标|1.清淤长度|≥|3|公里||', '||2.巡查次数|≥|12|次||'],
      [
        'L1 一、 产出指标 [output]',
        '  L2 (一) 数量指标 [quantity]',
        '    1. 清淤长度 | ≥ 3 公里',
        '    2. 巡查次数 | ≥ 12 次',
      ],
      [],
    ],
    [
      'the target behind the name',
      ['产出指标|数量指标|清淤长度≥3公里|||||'],
      [...OUTPUT, '    清淤长度 | ≥ 3 公里'],
      [],
    ],
    [
      'a cell that says there is no target',
      ['产出指标|数量指标|清淤长度||无|||'],
      [...OUTPUT, '    清淤长度 | - 无'],
      [],
    ],
    [
      'money without unit under costs',
      ['产出指标|成本指标|清淤成本|≤|4|||'],
      ['L1 产出指标 [output]', '  L2 成本指标 [cost]', '    清淤成本 | ≤ 4'],
      [],
    ],
    [
      'lists inside the cells',
      ['产出指标|数量指标|1.清淤长度 2.巡查次数||1.≥3公里 2.≥12次|||'],
      [...OUTPUT, '    1. 清淤长度 | ≥ 3 公里', '    2. 巡查次数 | ≥ 12 次'],
      ['1.', '2.'],
    ],
    [
      'lists of decimals that are none',
      ['产出指标|数量指标|"1.清淤长度\n2.巡查次数"|≥|"1.3公里\n2.12次"|||'],
      [...OUTPUT, '    1. 清淤长度 | ≥ 3 公里', '    2. 巡查次数 | ≥ 12 次'],
      ['1.', '2.'],
    ],
    [
      'a direction that is none beside the target behind the name',
      ['产出指标|数量指标|清淤长度≥3公里|||||见说明', '||巡查次数≥12次|||||正向指标'],
      [...OUTPUT, '    清淤长度 | ≥ 3 公里', '    巡查次数 | ≥ 12 次'],
      ['见说明'],
    ],
    [
      'a direction that is none',
      ['产出指标|数量指标|清淤长度|≥|3|公里||正向指标', '||巡查次数|≥|12|次||见说明'],
      [...OUTPUT, '    清淤长度 | ≥ 3 公里', '    巡查次数 | ≥ 12 次'],
      ['见说明'],
    ],
  ])('reads %s', (_name, rows, lines, left) => {
    expect(read(rows)).toEqual({ lines, left })
  })

  test('leaves results of several indicators that share a cell, which may be of any of them', () => {
    const text = [
      '项目名称|金额(万元)|绩效目标|一级指标|二级指标|三级指标|指标值|实际完成值|得分|偏差原因',
      '清淤|4|清淤|产出指标|数量指标|1.清淤长度≥3公里 2.巡查次数≥12次||已清淤3公里|9|雨季推迟',
    ]
    const { disclosure } = parse(new Source(text.join('\n').replaceAll('|', '\t')))
    expect(disclosure.leftovers.map((leftover) => leftover.text.text)).toEqual([
      '已清淤3公里',
      '9',
      '雨季推迟',
    ])
  })

  test('says whether higher or lower is better', () => {
    const text = [
      HEADER,
      '清淤|4|清淤|产出指标|质量指标|差错率|≤|3|%|5|反向指标',
      '|||||合格率|≥|95|%|5|正向指标',
    ]
    const { disclosure } = parse(new Source(text.join('\n').replaceAll('|', '\t')))
    const [one] = disclosure.projects[0]?.categories ?? []
    const [two] = one?.children ?? []
    const indicators = two?.kind === 'category' ? two.children : []
    expect(indicators.map((child) => child.kind === 'indicator' && child.direction?.better)).toEqual([
      'lower',
      'higher',
    ])
  })
})
