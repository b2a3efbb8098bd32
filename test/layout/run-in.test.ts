import { describe, expect, test } from 'vitest'
import { beginsIndicators, hasRuns, itemEnds, noticeStart, runsStart } from '../../src/layout/text/run-in.ts'
import { Lexer } from '../../src/lexicon/lexer.ts'
import { parse } from '../../src/parse.ts'
import { fold } from '../../src/source/fold.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

const treeOf = (...lines: string[]): string[] => printTree(parse(new Source(lines.join('\n'))).disclosure)
const HEAD = ['项目名称：渠道清淤', '预算金额：36万元', '绩效目标：保障春灌用水。']

describe('categories inside sentences', () => {
  const OUTPUT = [
    'project 渠道清淤 36万元',
    '  goal 保障春灌用水。',
    '  L1 产出指标 [output]',
    '    L2 数量指标 [quantity]',
    '      清淤支渠 | ≥ 12 条',
    '      更换闸门 | (=) 8 扇',
    '    L2 质量指标 [quality]',
    '      闸门启闭合格率 | ≥ 98 %',
    '  L1 效益指标 [benefit]',
    '    L2 社会效益指标 [social]',
    '      下游用水条件 | “明显改善”',
  ]

  test.each([
    [
      '产出指标中，数量指标为清淤支渠12条以上、更换闸门8扇；质量指标为闸门启闭合格率达到98%以上。效益指标中，社会效益指标为下游用水条件明显改善。',
    ],
    [
      '产出指标——数量指标：清淤支渠≥12条，更换闸门8扇。质量指标：闸门启闭合格率≥98%。效益指标——社会效益指标：下游用水条件明显改善。',
    ],
    [
      '绩效指标设定如下：产出指标中，数量指标：清淤支渠≥12条，更换闸门8扇；质量指标：闸门启闭合格率≥98%。效益指标中，社会效益指标：下游用水条件明显改善。',
    ],
    [
      '产出指标包括：数量指标为清淤支渠不少于12条，更换闸门8扇；质量指标为闸门启闭合格率不低于98%。效益指标包括：社会效益指标为下游用水条件明显改善。',
    ],
    [
      '一是产出指标。数量指标：清淤支渠≥12条、更换闸门8扇；质量指标：闸门启闭合格率≥98%。二是效益指标。社会效益指标：下游用水条件明显改善。',
    ],
    [
      '产出指标有数量指标清淤支渠12条以上、更换闸门8扇，质量指标闸门启闭合格率98%以上。效益指标有社会效益指标下游用水条件明显改善。',
    ],
    [
      '产出指标：数量指标，清淤支渠12条以上，更换闸门8扇；质量指标，闸门启闭合格率98%以上。效益指标：社会效益指标，下游用水条件明显改善。',
    ],
    [
      '产出指标方面，数量指标2个，分别为清淤支渠12条以上、更换闸门8扇；质量指标1个，为闸门启闭合格率98%以上。效益指标方面，社会效益指标为下游用水条件明显改善。',
    ],
  ])('%s', (text) => {
    const plain = (lines: readonly string[]): readonly string[] =>
      lines.map((line) =>
        line
          .replace('一是', '')
          .replace('二是', '')
          .replace(/[：:。]/g, '')
          .replace('达到98 %', '98 %'),
      )
    expect(plain(treeOf(...HEAD, `绩效指标：${text}`)).filter((line) => !line.startsWith('left'))).toEqual(
      plain(OUTPUT),
    )
  })

  test('that name themselves none', () => {
    const text = '在产出方面，新栽行道树300株，成活率达到90%以上；在效益方面，街道环境明显改善。'
    expect(treeOf('项目名称：行道树', '绩效目标：绿化街道。', text)).toEqual([
      'project 行道树 -',
      '  goal 绿化街道。',
      '  L1 产出 [output]',
      '    新栽行道树 | (=) 300 株',
      '    成活率 | ≥ 90 %',
      '  L1 效益 [benefit]',
      '    街道环境 | “明显改善”',
      'left label: 在',
      'left label: 方面,',
      'left label: ,',
      'left label: ;',
      'left label: 在',
      'left label: 方面,',
      'left label: 。',
    ])
  })

  test('in a report, and in the line of the goal', () => {
    const goal = '整修村内道路,方便群众出行。'
    const runs =
      '产出目标为硬化路面2600平方米，安装护栏400米；2户脱贫户参与管护。效益目标为群众出行条件得到有效保障。'
    const expected = [
      '  L1 产出目标 [output]',
      '    硬化路面 | (=) 2600 平方米',
      '    安装护栏 | (=) 400 米',
      '    脱贫户参与管护 | (=) 2 户',
      '  L1 效益目标 [benefit]',
      '    群众出行条件 | “得到有效保障”',
    ]
    const report = treeOf(
      '村内道路整修项目实施方案',
      '一、项目概况',
      '村内道路整修项目总投资45万元。',
      '二、绩效目标',
      goal,
      runs,
      '三、保障措施',
      '成立7人领导小组。',
    )
    expect(report).toContain('project 村内道路整修项目 45万元')
    expect(report.filter((line) => line.startsWith('  '))).toEqual([`  goal ${goal}`, ...expected])
    const line = treeOf('项目名称：村内道路整修', '预算金额：45万元', `绩效目标：${goal}${runs}`)
    expect(line.filter((one) => one.startsWith('  '))).toEqual([`  goal ${goal}`, ...expected])
  })

  test.each(Array.from({ length: 29 }, (_, i) => 32 + i))(
    'where the width of a page divides the lines, and their headings, behind %i characters',
    (width) => {
      const text =
        '绩效指标：产出指标中，数量指标为开展巡河不少于240次、清理岸线垃圾60吨；质量指标：水质达标率≥95%；时效指标为任务完成时间2023年11月底前。满意度指标中，服务对象满意度指标：沿河居民满意度不低于92%。'
      const lines = text.match(new RegExp(`.{1,${width}}`, 'g')) as string[]
      expect(
        treeOf('项目名称：巡河', '预算金额：8万元', ...lines).filter((line) => line.startsWith('  ')),
      ).toEqual([
        '  L1 产出指标 [output]',
        '    L2 数量指标 [quantity]',
        '      开展巡河 | ≥ 240 次',
        '      清理岸线垃圾 | (=) 60 吨',
        '    L2 质量指标 [quality]',
        '      水质达标率 | ≥ 95 %',
        '    L2 时效指标 [timeliness]',
        '      任务完成时间 | period 2023年11月底前',
        '  L1 满意度指标 [satisfaction]',
        '    L2 服务对象满意度指标 [recipient-satisfaction]',
        '      沿河居民满意度 | ≥ 92 %',
      ])
    },
  )

  test.each([
    '公示时间为7天，监督电话12345。',
    '特此公示。',
    '本项目由水利站实施，计划工期90天。',
    '某县某镇人民政府\n2024年3月8日',
  ])('%s behind them is no indicator', (notice) => {
    const runs = '数量指标为清淤支渠12条；质量指标为闸门启闭合格率98%。'
    const tree = treeOf(...HEAD, `绩效指标：${runs}`, '', notice)
    expect(tree.filter((line) => line.includes(' | '))).toHaveLength(2)
    const left = tree.filter((line) => line.startsWith('left surrounding: ')).join('\n')
    for (const line of fold(notice).split('\n')) expect(left).toContain(line)
  })

  test('with 为 in front of their values under plain headings', () => {
    const tree = treeOf(...HEAD, '绩效指标：质量指标：沟渠畅通率为100%，闸门完好率为95%。')
    expect(tree.filter((line) => line.includes(' | '))).toEqual([
      '    沟渠畅通率 | (=) 100 %',
      '    闸门完好率 | (=) 95 %',
    ])
  })

  test.each([
    ['数量指标完成率为100%,质量指标达标率为98%', false],
    ['满意度为95%,社会效益显著', false],
    ['绩效目标包括数量指标、质量指标和时效指标', false],
    ['产出指标包括:\n1.数量指标:清淤支渠12条', false],
    ['数量指标有所提高', false],
    ['数量指标为清淤支渠12条', true],
    ['其中,质量指标要求合格率98%', true],
    ['数量方面,清淤支渠12条;质量方面,合格率98%', true],
  ])('%j: %s', (text, expected) => {
    expect(hasRuns(text)).toBe(expected)
  })

  test('begin a line or stand behind a sentence', () => {
    expect(beginsIndicators('(二)产出指标中,数量指标为清淤支渠12条')).toBe(true)
    expect(beginsIndicators('成本方面,严格控制支出。')).toBe(false)
    expect(runsStart('保障春灌用水。数量指标为清淤支渠12条。')).toBe(7)
    expect(runsStart('保障春灌用水。')).toBe(-1)
  })
})

describe('the items of a run', () => {
  test.each([
    ['清淤支渠12条、更换闸门8扇', ['清淤支渠12条', '更换闸门8扇']],
    ['路面厚度20cm,压实度95%以上', ['路面厚度20cm', '压实度95%以上']],
    ['灌溉条件明显改善,管护制度逐步健全', ['灌溉条件明显改善', '管护制度逐步健全']],
    ['整修1、2、3号渠共9公里', ['整修1、2、3号渠共9公里']],
    ['培训放水员40人,其中女性12人', ['培训放水员40人,其中女性12人']],
    ['涉及甲镇2个村,乙镇3个村共5个村', ['涉及甲镇2个村,乙镇3个村共5个村']],
    ['通过清淤渠道,灌溉条件明显改善', ['通过清淤渠道,灌溉条件明显改善']],
    ['更换闸门8扇(钢闸门5扇、木闸门3扇)', ['更换闸门8扇(钢闸门5扇、木闸门3扇)']],
    ['更换闸门,2023年6月底前完成', ['更换闸门,2023年6月底前完成']],
  ])('%s', (text, items) => {
    const ends = [-1, ...itemEnds(new Lexer(text), 0, text.length), text.length]
    expect(ends.slice(1).map((end, i) => text.slice((ends[i] as number) + 1, end))).toEqual(items)
  })
})

test.each([
  ['数量指标:清淤支渠12条。公示期5个工作日,监督电话12345。', '公示期5个工作日,监督电话12345。'],
  ['数量指标:清淤支渠12条\n联系电话:12345', '联系电话:12345'],
  ['数量指标:清淤支渠12条。如有异议,请于7日内反映。', '如有异议,请于7日内反映。'],
  ['数量指标:公示次数3次。公示期内质量指标:无异议', ''],
  ['数量指标:清淤支渠12条。群众监督电话接听率100%', ''],
])('the notice in %j', (text, notice) => {
  expect(text.slice(noticeStart(fold(text)))).toBe(notice)
})
