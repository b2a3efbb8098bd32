import { describe, expect, test } from 'vitest'
import { restoreRows } from '../../src/layout/text/restore-rows.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { makeMadeUp } from '../support/made-up/make-filing.ts'
import { Random } from '../support/random.ts'
import { fieldsIn, indicatorsIn } from '../support/said-of-text.ts'
import { sampleOf } from '../support/sample.ts'

/** The rows with ` | ` between their cells; other lines as they are. */
const restore = (text: string): readonly string[] | undefined =>
  restoreRows(readText(new Source(text)).blocks)?.map((block) =>
    block.kind === 'row'
      ? block.cells.map(({ text }) => text.text).join(' | ')
      : block.kind === 'text'
        ? block.cell.text.text
        : '',
  )

describe('restoreRows', () => {
  test('finds the columns of lines that leave out blank cells', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 指标性质 指标值 单位 分值
产出指标 数量指标 培训人数 ≥ 200 人 20
发放手册 ≥ 500 册 10
质量指标 合格率 ≥ 95 % 20
时效指标 完成时间 2022年12月底前 10
效益指标 社会效益指标 就业能力 有效提升 20
满意度指标 服务对象满意度指标 学员满意度 ≥ 90 % 10
合计 90`,
      ),
    ).toEqual([
      '一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 单位 | 分值',
      '产出指标 | 数量指标 | 培训人数 | ≥ | 200 | 人 | 20',
      ' |  | 发放手册 | ≥ | 500 | 册 | 10',
      ' | 质量指标 | 合格率 | ≥ | 95 | % | 20',
      ' | 时效指标 | 完成时间 |  | 2022年12月底前 |  | 10',
      '效益指标 | 社会效益指标 | 就业能力 |  | 有效提升 |  | 20',
      '满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥ | 90 | % | 10',
      '合计 |  |  |  |  |  | 90',
    ])
  })

  test('joins the words that a line end broke, and the points below their heading', () => {
    expect(
      restore(
        `绩效指标 一级
指标 二级指标 三级指标 指标值
产出指标
(50分) 数量指标 清淤沟渠长度 ≥38公里
质量指标 验收合格率 100%
效益指标(30分) 社会效益
指标 受益户数 ≥60户
满意度
指标(10分) 服务对象满意度指标 村民满意度 ≥90%`,
      ),
    ).toEqual([
      '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
      ' | 产出指标(50分) | 数量指标 | 清淤沟渠长度 | ≥38公里',
      ' |  | 质量指标 | 验收合格率 | 100%',
      ' | 效益指标(30分) | 社会效益指标 | 受益户数 | ≥60户',
      ' | 满意度指标(10分) | 服务对象满意度指标 | 村民满意度 | ≥90%',
    ])
  })

  test('takes words that no list has for headings, where full lines begin with two of them', () => {
    const evaluation = `一级指标 二级指标 三级指标 指标值 分值 得分
部门管理(20分) 资金投入 基本支出预算执行率 ≥95% 10 10
公用经费控制率 ≤100% 10 9
履职效果(70分) 履职目标 办结案件 ≥90件 40 40
社会影响 法治宣传进校园 ≥12场 30 30`
    expect(restore(evaluation)?.slice(1)).toEqual([
      '部门管理(20分) | 资金投入 | 基本支出预算执行率 | ≥95% | 10 | 10',
      ' |  | 公用经费控制率 | ≤100% | 10 | 9',
      '履职效果(70分) | 履职目标 | 办结案件 | ≥90件 | 40 | 40',
      ' | 社会影响 | 法治宣传进校园 | ≥12场 | 30 | 30',
    ])
    // A name that a blank divides begins no heading.
    const form = `一级指标 二级指标 三级指标 指标值
产出指标 数量指标 办结案件 ≥90件
法治宣传 进校园 ≥12场
效益指标 社会效益指标 守法意识 提高`
    expect(restore(form)?.[2]).toBe(' |  | 法治宣传 进校园 | ≥12场')
  })

  test('ends before a table whose header numbers its rows, and keeps long reasons', () => {
    const reason =
      '原定的建设内容与现状不符,8月起申报调整,11月获审核同意;12月底取得设计审批。改进措施:加快招标,早日开工。'
    const rows = restore(
      `一级指标 二级指标 三级指标 指标值 全年完成值 未完成原因和改进措施
产出指标 数量指标 建设监测站 11个 0 ${reason}
质量指标 数据有效率 ≥90% 0
效益指标 生态效益指标 预警处置 及时 未完成
序号 学校性质 学校 补助标准(元) 人数 金额(万元)
1 民办 甲校 2600 842 218.92
2 民办 乙校 2600 900 234
3 民办 丙校 2600 941 244.66`,
    )
    expect(rows?.[1]).toBe(`产出指标 | 数量指标 | 建设监测站 | 11个 | 0 | ${reason}`)
    expect(rows?.[2]).toBe(' | 质量指标 | 数据有效率 | ≥90% | 0 | ')
    expect(rows?.[4]).toBe('序号 | 学校性质 | 学校 | 补助标准(元) | 人数 | 金额(万元)')
  })

  test('keeps equal values under the bodies that they are for', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 省自然资源厅 省教育厅 各市县
产出指标 数量指标 良种培育面积 ≥600亩 / ≥1900亩
造林面积 / / ≥2.1万亩
质量指标 造林合格率 / / ≥90%
时效指标 当年任务完成率 ≥90% ≥90% ≥85%
效益指标 生态效益指标 有害生物成灾率 ≤3‰ / ≤3‰`,
      ),
    ).toEqual([
      '一级指标 | 二级指标 | 三级指标 | 省自然资源厅 | 省教育厅 | 各市县',
      '产出指标 | 数量指标 | 良种培育面积 | ≥600亩 | / | ≥1900亩',
      ' |  | 造林面积 | / | / | ≥2.1万亩',
      ' | 质量指标 | 造林合格率 | / | / | ≥90%',
      ' | 时效指标 | 当年任务完成率 | ≥90% | ≥90% | ≥85%',
      '效益指标 | 生态效益指标 | 有害生物成灾率 | ≤3‰ | / | ≤3‰',
    ])
  })

  test('puts the last character of a name that a line end cuts off behind it', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 单位 指标值
产出指标 数量指标 新增耕地面积 公顷 ≥36.5
永久基本农田增加面
积 公顷 ≥20
质量指标 工程验收合格率 % 100
效益指标 社会效益指标 受益农户 户 ≥860`,
      )?.slice(2, 4),
    ).toEqual([' |  | 永久基本农田增加面积 | 公顷 | ≥20', ' | 质量指标 | 工程验收合格率 | % | 100'])
  })

  test('needs no known word over the columns, and knows the label in front of them', () => {
    expect(
      restore(
        `衡量体系 大类 细类 看什么 要求 取数办法
产出指标 数量指标 培训人数 ≥200人 依据台账核对
发放手册 ≥500册 依据台账核对
质量指标 合格率 ≥95% 依据试卷核对
效益指标 社会效益指标 就业能力 有效提升
满意度指标 服务对象满意度 学员满意度 ≥90% 依据问卷核对`,
      ),
    ).toEqual([
      '衡量体系 | 大类 | 细类 | 看什么 | 要求 | 取数办法',
      ' | 产出指标 | 数量指标 | 培训人数 | ≥200人 | 依据台账核对',
      ' |  |  | 发放手册 | ≥500册 | 依据台账核对',
      ' |  | 质量指标 | 合格率 | ≥95% | 依据试卷核对',
      ' | 效益指标 | 社会效益指标 | 就业能力 | 有效提升 | ',
      ' | 满意度指标 | 服务对象满意度 | 学员满意度 | ≥90% | 依据问卷核对',
    ])
  })

  test('takes what stands in every line for what is planned, where nothing was reached yet', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 指标性质 指标值 度量单位 完成值 权重
产出指标 数量指标 培训人数 ≥ 200 人 20
发放手册 ≥ 500 册 10
效益指标 社会效益指标 知晓率 ≥ 95 % 20`,
      )?.slice(1),
    ).toEqual([
      '产出指标 | 数量指标 | 培训人数 | ≥ | 200 | 人 |  | 20',
      ' |  | 发放手册 | ≥ | 500 | 册 |  | 10',
      '效益指标 | 社会效益指标 | 知晓率 | ≥ | 95 | % |  | 20',
    ])
  })

  test('keeps the numbers of rows under 序号 in a column of their own', () => {
    expect(
      restore(
        `序号  三级指标  年度指标值
1  培训人数  ≥200人
2  发放手册  ≥500册
学员满意度  ≥90%
3  合格率  ≥95%`,
      ),
    ).toEqual([
      '序号 |  |  | 三级指标 | 年度指标值',
      '1 |  |  | 培训人数 | ≥200人',
      '2 |  |  | 发放手册 | ≥500册',
      ' |  |  | 学员满意度 | ≥90%',
      '3 |  |  | 合格率 | ≥95%',
    ])
    expect(
      restore(
        `序号 一级指标 二级指标 三级指标 指标值
1 产出指标 数量指标 培训人数 ≥200人
2 发放手册 ≥500册
3 效益指标 社会效益指标 就业能力 有效提升`,
      ),
    ).toEqual([
      '序号 | 一级指标 | 二级指标 | 三级指标 | 指标值',
      '1 | 产出指标 | 数量指标 | 培训人数 | ≥200人',
      '2 |  |  | 发放手册 | ≥500册',
      '3 | 效益指标 | 社会效益指标 | 就业能力 | 有效提升',
    ])
    expect(restore('序号 三级指标 年度指标值\n1 培训人数 ≥200人\n1 发放手册 ≥500册')).toBeUndefined()
  })

  test('keeps blanks inside a cell', () => {
    const rows = restore(
      `一级指标 二级指标 三级指标 指标值
产出指标 数量指标 新建 标准化 教室 ≥3间
质量指标 设备合格率( ≥** ) ≥95%
时效指标 按期完工率 ≥90%`,
    )
    expect(rows?.slice(1)).toEqual([
      '产出指标 | 数量指标 | 新建 标准化 教室 | ≥3间',
      ' | 质量指标 | 设备合格率( ≥** ) | ≥95%',
      ' | 时效指标 | 按期完工率 | ≥90%',
    ])
  })

  test('puts the goal and its result under their heads', () => {
    const rows = restore(
      `年度总体目标 预期目标 实际完成情况
完成200人的技能培训，帮助学员就业。
完成180人的技能培训，就业120人。
一级指标 二级指标 三级指标 指标值
产出指标 数量指标 培训人数 ≥200人
质量指标 合格率 ≥95%`,
    )
    expect(rows?.[1]).toBe(' | 完成200人的技能培训，帮助学员就业。 | 完成180人的技能培训，就业120人。')
  })

  test('does not take three blanks between any two cells for columns', () => {
    const rows = restore(
      `一级指标   二级指标   三级指标   指标值
产出指标   数量指标   新建拦水坝   3座
                    维修拦水坝   2座
           质量指标   验收合格率   ≥95%
           成本指标   拦水坝造价   ≤40万元
效益指标   经济效益指标   灌溉用水   持续增加
           社会效益指标   用水纠纷   明显减少
满意度指标   服务对象满意度指标   用水农户满意度   ≥90%`,
    )
    expect(rows?.slice(1)).toEqual([
      '产出指标 | 数量指标 | 新建拦水坝 | 3座',
      ' |  | 维修拦水坝 | 2座',
      ' | 质量指标 | 验收合格率 | ≥95%',
      ' | 成本指标 | 拦水坝造价 | ≤40万元',
      '效益指标 | 经济效益指标 | 灌溉用水 | 持续增加',
      ' | 社会效益指标 | 用水纠纷 | 明显减少',
      '满意度指标 | 服务对象满意度指标 | 用水农户满意度 | ≥90%',
    ])
  })

  test('leaves lines that are no table', () => {
    expect(restore('数量指标：培训人数≥200人\n质量指标：合格率≥95%')).toBeUndefined()
  })
})

describe('a text of several paragraphs among cells', () => {
  const paragraphs = '"1.附注甲12345\n第二行678"'

  test.each([
    [
      'below a header',
      ['一级指标 二级指标 三级指标 指标值', paragraphs, '产出指标 数量指标 培训人数 ≥200人'],
    ],
    ['between rows', ['产出指标 数量指标 培训人数 ≥200人', paragraphs, '质量指标 合格率 ≥95%']],
    [
      'among cells in lines of their own',
      [
        '项目名称',
        '技能培训',
        paragraphs,
        '一级指标',
        '二级指标',
        '三级指标',
        '指标值',
        '产出指标',
        '数量指标',
        '培训人数',
        '≥200人',
      ],
    ],
  ])('%s is not lost', (_, lines) => {
    expect(uncovered(new Source(['项目名称 技能培训', ...lines].join('\n')))).toEqual([])
  })
})

/** What stands between the lines of damaged texts. */
const ODD = [
  '"1.说明一\n第二行77"',
  '合计 100',
  '产出指标',
  '一级指标 二级指标 三级指标 指标值',
  '附注 12345 甲',
  '( ( 3',
  '',
  '年初预算数 全年预算数 执行率',
  '①',
]

/** A text without borders with lines taken out, put in, cut short and divided at their blanks. */
const damaged = (seed: number): string => {
  const random = new Random(seed)
  const lines = makeMadeUp(seed).text.split('\n')
  for (let count = random.integer(0, 4); count > 0; count -= 1) {
    const at = random.integer(0, lines.length - 1)
    if (random.chance(0.4)) lines.splice(at, 1)
    else lines.splice(at, 0, random.pick(ODD))
  }
  const isDivided = random.chance(0.5)
  return (isDivided ? lines.flatMap((line) => line.split(/[^\S\n]+/)) : lines).join('\n')
}

test('loses nothing of texts without borders, however they are damaged', () => {
  const seeds = Array.from({ length: 260 }, (_, i) => i + 1)
  for (const seed of sampleOf(seeds.filter((one) => /blanks|aligned|glued/.test(makeMadeUp(one).form)))) {
    const text = damaged(seed)
    expect(uncovered(new Source(text)), text).toEqual([])
  }
})

test('has names in front also where a column of remarks at the end is blank, and the department whose form it is', () => {
  const text = [
    '某区园林中心2023年度部门整体绩效自评表',
    '主管部门 某区园林中心 自评总分(分) 97',
    '年度绩效目标',
    '管好六个公园,方便市民休闲。',
    '绩效指标',
    '指标名称 计量单位 指标性质 指标值 指标权重(分) 全年完成值 指标得分(分) 说明',
    '养护绿地 公顷 ≥ 260 40 264 40',
    '设施完好率 % ≥ 96 30 95 28',
    '游客满意度 % ≥ 88 30 92 29',
  ].join('\n')
  expect(fieldsIn(text)).toEqual(['某区园林中心 |  | 管好六个公园,方便市民休闲。'])
  expect(indicatorsIn(text)).toEqual(['养护绿地 / ≥260公顷', '设施完好率 / ≥96%', '游客满意度 / ≥88%'])
})
