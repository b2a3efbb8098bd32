import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { printTree } from '../support/print-tree.ts'

const HEADER = '项目名称|金额(万元)|绩效目标|一级指标|二级指标|三级指标|指标值'
const ONE = '清淤|4.00|清淤3公里|产出指标|数量指标|清淤长度|≥3公里'
const TREE = [
  'project 清淤 4.00',
  '  goal 清淤3公里',
  '  L1 产出指标 [output]',
  '    L2 数量指标 [quantity]',
  '      清淤长度 | ≥ 3 公里',
]

/** Small tables with a row for each indicator, and their trees in the lines of `printTree`. */
const TABLES: readonly (readonly [name: string, lines: readonly string[], tree: readonly string[]])[] = [
  ['one row', [HEADER, ONE], TREE],
  [
    'rows of agencies and sums',
    [
      `单位编码|${HEADER}`,
      '|合计|4.00',
      '301|某县水务局|4.00|||||',
      '301001|某县水务局(本级)|4.00',
      `|${ONE}`,
      '|||||质量指标|合格率|95%',
    ],
    [
      'total 合计 4.00',
      'agency 301 某县水务局 4.00',
      '  agency 301001 某县水务局(本级) 4.00',
      ...TREE.map((line) => `    ${line}`),
      '        L2 质量指标 [quality]',
      '          合格率 | (=) 95 %',
    ],
  ],
  [
    'a total in the middle of the rows',
    [HEADER, ONE, '小计|4.00|||||', '绿化|5.00|植树|产出指标|数量指标|植树数量|50株', '合计|9.00|||||'],
    [
      'total 合计 9.00',
      'project 绿化 5.00',
      '  goal 植树',
      '  L1 产出指标 [output]',
      '    L2 数量指标 [quantity]',
      '      植树数量 | (=) 50 株',
      'subtotal 小计 4.00',
      ...TREE.map((line) => `  ${line}`),
    ],
  ],
  [
    'a header again on the next page, with names printed once',
    [HEADER, ONE, '- 1 -', HEADER, '||||质量指标|合格率|95%'],
    [...TREE, '    L2 质量指标 [quality]', '      合格率 | (=) 95 %', 'left surrounding: - 1 -'],
  ],
  [
    'names again on the next page',
    [HEADER, ONE, '', HEADER, '清淤|4.00|清淤3公里|产出指标|质量指标|合格率|95%'],
    [
      ...TREE,
      '    L2 质量指标 [quality]',
      '      合格率 | (=) 95 %',
      'left label: 清淤',
      'left label: 4.00',
      'left label: 清淤3公里',
      'left label: 产出指标',
    ],
  ],
  [
    'cells that the page end has cut',
    [HEADER, '河道|4.00|清淤3公里，|产出指标|数量指标|清淤|≥3', '', HEADER, '清淤||改善环境。|||长度|公里'],
    [
      'project 河道清淤 4.00',
      '  goal 清淤3公里, 改善环境。',
      '  L1 产出指标 [output]',
      '    L2 数量指标 [quantity]',
      '      清淤长度 | ≥ 3 公里',
    ],
  ],
  [
    'a line end inside a cell',
    [HEADER, '清淤|4.00|组织开展河道', '清淤3公里|产出指标|数量指标|清淤长度|≥3公里'],
    TREE.map((line) => line.replace('goal 清淤3公里', 'goal 组织开展河道清淤3公里')),
  ],
  [
    'rows of one project apart from each other',
    [
      HEADER,
      ONE,
      '绿化|5.00|植树|产出指标|数量指标|植树数量|50株',
      '清淤|4.00|清淤3公里|产出指标|数量指标|巡查次数|12次',
    ],
    [
      ...TREE,
      '      巡查次数 | (=) 12 次',
      'project 绿化 5.00',
      '  goal 植树',
      '  L1 产出指标 [output]',
      '    L2 数量指标 [quantity]',
      '      植树数量 | (=) 50 株',
      'left label: 清淤',
      'left label: 4.00',
      'left label: 清淤3公里',
      'left label: 产出指标',
      'left label: 数量指标',
    ],
  ],
  [
    'two projects of one name with other money',
    [HEADER, ONE, '清淤|6.00|清淤5公里|产出指标|数量指标|清淤长度|≥5公里'],
    [
      ...TREE,
      'project 清淤 6.00',
      '  goal 清淤5公里',
      '  L1 产出指标 [output]',
      '    L2 数量指标 [quantity]',
      '      清淤长度 | ≥ 5 公里',
    ],
  ],
  [
    'agencies with codes in a column of their own',
    [`预算单位|${HEADER}`, `[301]某站|${ONE}`, '[301]某站|||||质量指标|合格率|95%', `302-某所|${ONE}`],
    [
      'agency 301 某站 -',
      ...TREE.map((line) => `  ${line}`),
      '      L2 质量指标 [quality]',
      '        合格率 | (=) 95 %',
      'agency 302 某所 -',
      ...TREE.map((line) => `  ${line}`),
      'left label: [',
      'left label: ]',
      'left label: [',
      'left column: 301',
      'left label: ]',
      'left column: 某站',
      'left label: -',
    ],
  ],
  [
    'a column of targets for each district',
    ['项目名称|金额|绩效目标|三级指标|指标值|', '||||东区|西区', '清淤|4|清淤|清淤长度|3公里|2公里'],
    ['project 清淤 4', '  goal 清淤', '  清淤长度 | (=) 3 公里 | 东区', '  清淤长度 | (=) 2 公里 | 西区'],
  ],
]

describe('tables with a row for each indicator', () => {
  test.each(TABLES)('%s', (_name, lines, tree) => {
    const source = new Source(lines.join('\n').replaceAll('|', '\t'))
    const printed = printTree(parse(source).disclosure).filter((line) => !line.startsWith('unit '))
    expect(printed).toEqual(tree)
    expect(uncovered(source)).toEqual([])
  })

  test.each([
    [['项目名称|金额|绩效目标|三级指标|指标值', '清淤|4|清淤|清淤长度|3公里'], 'flat'],
    [[HEADER, ONE], 'row-per-indicator'],
    [['项目名称|一级指标|三级指标|东区|西区|南区', '清淤|产出指标|清淤长度|3公里|2公里|1公里'], 'matrix'],
    [
      [
        HEADER,
        ONE,
        '',
        '项目支出绩效目标表',
        '项目名称|绿化',
        '年度目标|植树',
        '产出指标|数量指标|植树数量|50株',
      ],
      'row-per-indicator+form-per-project',
    ],
    [
      [
        '项目支出绩效目标表',
        '项目名称|绿化',
        '年度目标|植树',
        '一级指标|二级指标|三级指标|指标值',
        '产出指标|数量指标|植树数量|50株',
      ],
      'form-per-project',
    ],
  ])('are recognised: %j', (lines, layouts) => {
    const { layouts: found } = parse(new Source(lines.join('\n').replaceAll('|', '\t')))
    expect(found.join('+')).toBe(layouts)
  })
})
