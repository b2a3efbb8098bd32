import { describe, expect, test } from 'vitest'
import { rowHeaderAt } from '../../src/layout/row-header.ts'
import type { ColumnRole } from '../../src/model/disclosure.ts'
import type { Row } from '../../src/read/grid.ts'
import { readText } from '../../src/read/text.ts'
import { meaning } from '../../src/source/fold.ts'
import { Source } from '../../src/source/source.ts'
import { headerRole } from '../../src/vocabulary/headers.ts'

/** Column headers and labels as filings print them (FORM). */
const WORDS: readonly (readonly [ColumnRole, string])[] = [
  ['name', '项目名称 项目支出名称 专项资金名称 二级项目名称 单位及项目名称 单位名称(项目)'],
  [
    'amount',
    '金额(万元) 预算数 年度资金总额 资金总额 年度预算安排 预算申报数 当年预算 项目资金申请 实施期资金总额',
  ],
  ['funding', '财政拨款 上级资金 其他资金 自有资金 上年结转'],
  ['goal', '绩效目标 年度目标 年度总体目标 总体目标 本年度绩效目标 实施期绩效目标 中长期目标 实施期目标'],
  ['indicator', '三级指标 指标名称 指标 指标内容 绩效指标 ★三级指标 三级指标（必填） *指标名称'],
  ['level-one', '一级指标 一级'],
  ['level-two', '二级指标 二级'],
  [
    'target',
    '指标值 目标值 年度指标值 年度目标值 指标值及单位 当年预期实现值 半年指标值 全年指标值 2023年指标值',
  ],
  ['comparator', '指标性质 指标方向 计算符号 绩效指标性质'],
  ['direction', '指标方向性'],
  ['unit', '度量单位 计量单位 绩效度量单位'],
  ['weight', '分值 权重 分值(权重) 权重（%）'],
  ['note', '绩效标准 指标解释 评分标准 备注'],
  ['other', '序号'],
  ['actual', '实际完成值 年度完成值 半年度指标执行情况 1-7月完成情况'],
  ['score', '得分 自评得分'],
  ['reason', '偏差原因分析及改进措施'],
  ['executed', '全年执行数 预算执行数'],
  ['rate', '执行率 预算执行率'],
  ['result', '实际完成情况'],
  ['agency', '主管部门 实施单位 预算单位 主管部门及代码'],
  ['period', '项目期限 起止时间 实施期限'],
  // Composed of known words, each form in its own way.
  ['name', '专项(项目)名称 单位(专项)名称 专项(政策)名称 部门预算项目名称'],
  ['goal', '当年绩效目标 本年度工作目标 三年总体绩效目标 专项资金绩效目标 使用期绩效总体目标'],
  ['amount', '资金金额(万元) 项目总额 当年预算安排数 年度财政资金总额 申请资金总额 项目预算申报金额'],
  ['funding', '省级专项资金 县区配套资金 上级转移支付补助'],
  ['agency', '填报单位 编制单位 业务主管部门 项目牵头部门 预算主管部门及代码'],
  ['indicator', '第三级指标 绩效考核指标'],
  ['level-one', '第一级指标 一级指标类别'],
  ['target', '年度考核目标值 绩效指标预期值'],
  ['unit', '指标值计量单位 绩效量化单位'],
  ['note', '评（扣）分标准 指标值设定依据 历史参考值'],
]

describe('headerRole', () => {
  test.each(WORDS.flatMap(([role, list]) => list.split(' ').map((word) => [word, role] as const)))(
    'takes “%s” for a column of %s',
    (word, role) => {
      expect(headerRole(meaning(word))).toBe(role)
    },
  )

  test.each([
    '产出指标',
    '数量指标',
    '满意度指标',
    '培训人数',
    '某县教育局',
    '≥40人',
    '100',
    '',
    '健全',
    '部门经费',
    '专项资金',
    '项目支出绩效目标情况',
    '财政资金使用率',
  ])('knows no column “%s”', (word) => {
    expect(headerRole(word)).toBeUndefined()
  })
})

const rowsOf = (lines: readonly string[]): readonly Row[] =>
  readText(new Source(lines.map((line) => line.replaceAll('|', '\t')).join('\n'))).blocks.filter(
    (block) => block.kind === 'row',
  )

const FULL = ['name', 'amount', 'goal', 'level-one', 'level-two', 'indicator', 'target', 'note']
const DATA = '清淤|4.00|清淤3公里|产出指标|数量指标|清淤长度|≥3公里|'

describe('rowHeaderAt', () => {
  test.each([
    ['one row', ['项目名称|金额|绩效目标|一级指标|二级指标|三级指标|指标值|备注', DATA], FULL],
    [
      'a wide cell over the second row',
      ['项目名称|金额|绩效目标|绩效指标||||备注', '|||一级指标|二级指标|三级指标|指标值|', DATA],
      FULL,
    ],
    [
      'cells over two rows that are printed again',
      [
        '项目名称|金额|绩效目标|绩效指标|绩效指标|绩效指标|绩效指标|备注',
        '项目名称|金额|绩效目标|一级指标|二级指标|三级指标|指标值|备注',
        DATA,
      ],
      FULL,
    ],
    [
      'covered places left out',
      ['项目名称|金额|绩效目标|绩效指标|备注', '一级指标|二级指标|三级指标|指标值', DATA],
      FULL,
    ],
    [
      'a remark under a header',
      ['项目名称|金额|绩效目标|绩效指标||||备注', '|(万元)||一级指标|二级指标|三级指标|指标值|', DATA],
      FULL,
    ],
    [
      'parts of the money',
      ['项目名称|预算数|||三级指标|指标值', '|小计|财政拨款|其他资金||', '清淤|4|3|1|清淤长度|≥3公里'],
      ['name', 'amount', 'funding', 'funding', 'indicator', 'target'],
    ],
    [
      'a label in front of the headings',
      ['绩效指标|一级指标|二级指标|三级指标|指标值', '|产出指标|数量指标|清淤长度|≥3公里'],
      ['other', 'level-one', 'level-two', 'indicator', 'target'],
    ],
    [
      'a unit column headed 单位',
      ['单位|项目名称|三级指标|指标值|单位', '某局|清淤|清淤长度|3|公里'],
      ['agency', 'name', 'indicator', 'target', 'unit'],
    ],
    [
      'three rows',
      [
        '预算单位|项目支出||绩效指标||||||',
        '|项目名称|预算数|指标体系|||本年目标|||权重',
        '|||一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位|',
        '某局|清淤|4.00|产出指标|数量指标|清淤长度|≥|3|公里|50',
      ],
      [
        'agency',
        'name',
        'amount',
        'level-one',
        'level-two',
        'indicator',
        'comparator',
        'target',
        'unit',
        'weight',
      ],
    ],
    [
      'indicators under 绩效目标',
      ['项目名称|金额|绩效目标||', '||一级指标|三级指标|指标值', '清淤|4.00|产出指标|清淤长度|≥3公里'],
      ['name', 'amount', 'level-one', 'indicator', 'target'],
    ],
    [
      '指标方向 over directions',
      ['项目名称|三级指标|指标方向|符号|指标值', '清淤|清淤长度|正向指标|≥|3公里', '|返工率|反向指标|≤|2%'],
      ['name', 'indicator', 'direction', 'comparator', 'target'],
    ],
    [
      '指标性质 over kinds of values',
      ['项目名称|三级指标|指标性质|符号|指标值', '清淤|清淤长度|定量|≥|3公里', '|岸线|定性||整洁'],
      ['name', 'indicator', 'note', 'comparator', 'target'],
    ],
    [
      'grades below 评价标准',
      [
        '职责活动|年度预算数|绩效目标|绩效指标|评价标准|||',
        '||||优|良|中|差',
        '学前教育|611.00|扩大资源。|入园率|96%以上|92%以上|85%以上|85%以下',
      ],
      ['name', 'amount', 'goal', 'indicator', 'target', 'note', 'note', 'note'],
    ],
    [
      'districts below 指标值',
      ['项目名称|三级指标|指标值||', '||东区|西区|南区', '清淤|清淤长度|3公里|2公里|1公里'],
      ['name', 'indicator', 'target', 'target', 'target'],
    ],
    [
      'districts without a header above them',
      ['项目名称|三级指标|东区|西区', '清淤|清淤长度|3公里|2公里'],
      ['name', 'indicator', 'target', 'target'],
    ],
    [
      'values without signs beside those with signs as remarks',
      [
        '一级指标|二级指标|三级指标|从前水平|想到水平',
        '产出指标|数量指标|清淤长度|2.5公里|≥3公里',
        '||加固堤岸|400米|≥600米',
        '|时效指标|完工时间|2023年6月|2024年5月底前',
      ],
      ['level-one', 'level-two', 'indicator', undefined, 'target'],
    ],
    [
      'how often it is looked at in front of values with units of their own',
      [
        '看几次|一级指标|二级指标|指标要素|目标值',
        '季|产出指标|数量指标|清淤长度|≥3公里',
        '月||质量指标|验收合格率|=100%',
        '年|效益指标|社会效益指标|受益户|≥600户',
      ],
      [undefined, 'level-one', 'level-two', 'indicator', 'target'],
    ],
  ])('reads %s', (_name, lines, columns) => {
    expect(rowHeaderAt(rowsOf(lines), 0)?.columns).toEqual(columns)
  })

  test.each([
    [
      'a header of cells with all indicators',
      ['项目名称|金额|绩效目标|绩效指标', '清淤|4.00|清淤|一、产出指标'],
    ],
    ['a row of a form', ['项目名称|河道清淤|项目期限|1年', '主管部门|某局|实施单位|某站']],
    ['a goal over the header', ['年度目标|清淤3公里，改善环境。', '一级指标|二级指标']],
    ['a row of data', [DATA, '|||||合格率|≥95%|']],
    ['nothing', []],
  ])('takes %s for no header', (_name, lines) => {
    expect(rowHeaderAt(rowsOf(lines), 0)).toBeUndefined()
  })

  test.each([
    ['behind names in every row', '受益人口', 'note'],
    ['where most names stand under it', '', 'indicator'],
  ])('takes 指标内容 for what it is, %s', (_, name, role) => {
    const lines = [
      '一级指标|二级指标|三级指标|指标内容|指标值',
      `产出指标|数量指标|${name}|全年清淤沟渠长度|≥9公里`,
      `产出指标|质量指标|${name}|清淤工程验收合格率|≥95%`,
      `效益指标|社会效益指标|${name}|沿渠受益人口数|≥1.8万人`,
    ]
    expect(rowHeaderAt(rowsOf(lines), 0)?.columns[3]).toBe(role)
  })

  test('leaves the points to the column that says so, beside numbers under other words', () => {
    const lines = [
      '一级指标|二级指标|三级指标|指标值|实际完成值|偏差|分值|得分',
      '产出指标|数量指标|清淤长度|≥9公里|9公里|0|30|30',
      '产出指标|质量指标|验收合格率|≥95%|97%|2|30|30',
      '效益指标|社会效益指标|受益人口|≥1.8万人|1.86万人|0.06|30|30',
    ]
    expect(rowHeaderAt(rowsOf(lines), 0)?.columns.slice(5)).toEqual(['note', 'weight', 'score'])
  })

  test('gives each of two sides its own columns and term', () => {
    const lines = [
      '一级指标|二级指标|三级指标|指标值|分值|三级指标|指标值|分值',
      '产出指标|数量指标|清淤长度|≥9公里|5|清淤长度|≥3公里|5',
    ]
    const sides = rowHeaderAt(rowsOf(lines), 0)?.sides.map(({ names, targets, weight, levelOne }) => ({
      names,
      targets: targets.map(({ at, term }) => [at, term]),
      weight,
      levelOne,
    }))
    expect(sides).toEqual([
      { names: [2], targets: [[3, 'long-term']], weight: 4, levelOne: 0 },
      { names: [5], targets: [[6, 'annual']], weight: 7, levelOne: 0 },
    ])
  })

  test('takes two sides of other indicators for no terms', () => {
    const lines = ['二级指标|三级指标|指标值|三级指标|指标值', '数量指标|清淤长度|≥9公里|清淤宽度|≥3米']
    const sides = rowHeaderAt(rowsOf(lines), 0)?.sides
    expect(sides?.map(({ targets }) => targets[0]?.term)).toEqual([undefined, undefined])
  })

  test('names targets by their columns only where several are filled', () => {
    const header = '三级指标|一级指标|年度指标值|全年指标值'
    const labels = (data: string): readonly (string | undefined)[] | undefined =>
      rowHeaderAt(rowsOf([header, data]), 0)?.sides[0]?.targets.map(({ label }) => label?.text)
    expect(labels('清淤长度|产出指标|2公里|3公里')).toEqual(['年度指标值', '全年指标值'])
    expect(labels('清淤长度|产出指标||3公里')).toEqual([undefined, undefined])
  })
})
