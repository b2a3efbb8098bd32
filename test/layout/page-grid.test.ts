import { describe, expect, test } from 'vitest'
import { withoutPageMarks } from '../../src/layout/page-marks.ts'
import { pageGrid } from '../../src/layout/text/page-grid.ts'
import { lineOf } from '../../src/layout/text/tokens.ts'
import { readGrid } from '../../src/read/index.ts'
import { Source } from '../../src/source/source.ts'
import { printPage } from '../support/made-up/page-print.ts'
import { cell, type SheetRow } from '../support/made-up/sheet.ts'

/** The rows of a page, each with its cells set off; lines that are no rows as they are. */
const gridOf = (page: string): readonly string[] | undefined =>
  pageGrid(withoutPageMarks(readGrid(new Source(page)).grid.blocks, page).blocks.map(lineOf))?.flatMap(
    (block) => {
      if (block.kind === 'gap') return []
      return block.kind === 'text'
        ? [block.cell.text.text]
        : [block.cells.map(({ text }) => text.text.replaceAll('\n', '/')).join(' | ')]
    },
  )

const FORM: readonly SheetRow[] = [
  [cell('项目名称'), cell('沟渠清淤与护岸修补', 3)],
  [cell('绩效目标'), cell('目标1:清淤沟渠38公里。\n目标2:修补护岸1200米。', 3)],
  [cell('一级指标'), cell('二级指标'), cell('三级指标'), cell('指标值')],
  [cell('产出指标', 1, 4), cell('数量指标', 1, 2), cell('清淤沟渠长度'), cell('≥38公里')],
  [cell('修补护岸长度'), cell('≥1200米')],
  [cell('质量指标'), cell('护岸修补工程一次验收合格率不低于规定的要求'), cell('≥98%')],
  [cell('时效指标'), cell('完成时间'), cell('11月底前')],
  [cell('满意度指标'), cell('服务对象满意度指标'), cell('沿渠农户满意度'), cell('≥90%')],
]

const ROWS = [
  '项目名称 | 沟渠清淤与护岸修补',
  '绩效目标 | 目标1:清淤沟渠38公里。/目标2:修补护岸1200米。',
  '一级指标 | 二级指标 | 三级指标 | 指标值',
  '产出指标 | 数量指标 | 清淤沟渠长度 | ≥38公里',
  ' |  | 修补护岸长度 | ≥1200米',
  ' | 质量指标 | 护岸修补工程一次验收合格率不低于规定的要求 | ≥98%',
  ' | 时效指标 | 完成时间 | 11月底前',
  '满意度指标 | 服务对象满意度指标 | 沿渠农户满意度 | ≥90%',
]

describe('a page of text whose columns blanks align', () => {
  test.each(['top', 'middle'] as const)('has the rows of its table, cells at the %s of their boxes', (at) => {
    const page = `项目支出绩效目标表\n${printPage(FORM, at).join('\n')}\n`
    expect(gridOf(page)?.map((row) => row.replace(/(?: \| )+$/, ''))).toEqual(['项目支出绩效目标表', ...ROWS])
  })

  test('puts lines above a label at their middle into its cell, and the label of rows that are not merged to the first', () => {
    const form: readonly SheetRow[] = [
      [cell('项目名称'), cell('沟渠清淤与护岸修补', 4)],
      [cell('资金情况'), cell('年度资金总额'), cell('120.00'), cell('上年结转'), cell('0.00')],
      [cell(''), cell('其中:县级财政'), cell('80.00'), cell(''), cell('')],
      [cell(''), cell('乡镇自筹'), cell('40.00'), cell(''), cell('')],
      [
        cell('总体目标'),
        cell('清淤沟渠38公里,修补护岸1200米,把沿渠六个村的排水问题一并解决,使汛期农田不再受淹,农户满意。', 2),
        cell('', 2),
      ],
      [cell('一级指标'), cell('二级指标'), cell('三级指标'), cell('指标值'), cell('备注')],
      [cell('产出指标'), cell('数量指标'), cell('清淤沟渠长度'), cell('≥38公里'), cell('')],
      [cell(''), cell(''), cell('修补护岸长度'), cell('≥1200米'), cell('')],
    ]
    const rows = gridOf(`${printPage(form, 'middle').join('\n')}\n`)?.map((row) =>
      row.replace(/(?: \| )+$/, ''),
    )
    expect(rows?.slice(1, 6)).toEqual([
      '资金情况 | 年度资金总额 | 120.00 | 上年结转 | 0.00',
      ' | 其中:县级财政 | 80.00',
      ' | 乡镇自筹 | 40.00',
      '总体目标 | 清淤沟渠38公里,修补护岸1200米,把沿渠六个村的排水问题一并解决,使汛期农田不再受淹,农户满意。',
      '一级指标 | 二级指标 | 三级指标 | 指标值 | 备注',
    ])
  })

  test('has the label of a source of money in one cell that a narrow column broke', () => {
    const page = [
      '项目名称      镇级人员经费',
      '                            年初预算数    全年预算数    全年执行数    执行率',
      '项目资金      年度资金总额  986.40        1012.75       1012.75       100%',
      '(万元)        其中:当年财',
      '              政拨款        986.40        1012.75       1012.75       100%',
      '              其他资金      0             0             0             —',
      '年度目标      保障60名在职人员的工资。',
      '一级指标      二级指标      三级指标      指标值',
      '产出指标      数量指标      在职人员      60人',
    ].join('\n')
    expect(gridOf(`${page}\n`)?.find((row) => row.includes('其中'))).toMatch(
      / \| 其中:当年财政拨款 \| 986.40 \| 1012.75/,
    )
  })

  test('has what a line in brackets says of a label in the cell of that', () => {
    const page = [
      '项目名称          门诊楼改造',
      '预算执行情况                      预算数(A)     执行数(B)     执行率(B/A)',
      '(万元)(20分)',
      '                  财政资金总额    640           512           80%',
      '一级指标          二级指标        三级指标      年初目标值    实际完成值',
      '产出指标          数量指标        改造面积      3600平方米    3600平方米',
      '                  质量指标        验收合格率    ≥98%          100%',
    ].join('\n')
    expect(gridOf(`${page}\n`)?.find((row) => row.startsWith('预算执行情况'))).toMatch(
      /^预算执行情况\(万元\)\(20分\) .*执行率/,
    )
  })

  test('has cells at the top of their boxes beside a label that is written downwards in the middle of its own', () => {
    const page = [
      '项目支出绩效目标表',
      '  项目名称        沟渠清淤',
      '          一级指标        二级指标          三级指标              指标值',
      '          产出指标        数量指标          清淤沟渠长度          ≥38公里',
      '  绩      (50分)                            修补护岸长度          ≥1200米',
      '  效                                        更换闸门数量          ≥6座',
      '  指                      质量指标          验收合格率            ≥98%',
      '  标      效益指标        社会效益指标      受益农户数            ≥300户',
      '          (30分)          可持续影响        闸门使用年限          ≥10年',
    ].join('\n')
    expect(gridOf(`${page}\n`)?.slice(3)).toEqual([
      ' | 产出指标(50分) | 数量指标 | 清淤沟渠长度 | ≥38公里',
      ' |  |  | 修补护岸长度 | ≥1200米',
      ' |  |  | 更换闸门数量 | ≥6座',
      ' |  | 质量指标 | 验收合格率 | ≥98%',
      ' | 效益指标(30分) | 社会效益指标 | 受益农户数 | ≥300户',
      ' |  | 可持续影响 | 闸门使用年限 | ≥10年',
    ])
  })

  test('has the districts under the targets in a row of their own, and no category beside them', () => {
    const page = [
      '项目名称                 沟渠清淤',
      '一级指标    二级指标    三级指标                        指标值',
      '                                            甲县        乙县        丙区',
      '产出指标    数量指标    清淤沟渠长度      ≥38公里    ≥20公里    ≥18公里',
      '                        修补护岸长度      ≥1200米    ≥900米     ≥300米',
      '效益指标    社会效益    沿渠农户满意度    ≥90%       ≥90%       ≥90%',
    ]
    const beside = page.toSpliced(
      2,
      1,
      '产出指标    数量指标                        甲县        乙县        丙区',
    )
    for (const lines of [
      page,
      beside.with(3, page[3]?.replace('产出指标    数量指标', '                    ') ?? ''),
    ])
      expect(gridOf(lines.join('\n'))?.slice(1, 4)).toEqual([
        '一级指标 | 二级指标 | 三级指标 | 指标值 |  | ',
        ' |  |  | 甲县 | 乙县 | 丙区',
        '产出指标 | 数量指标 | 清淤沟渠长度 | ≥38公里 | ≥20公里 | ≥18公里',
      ])
  })

  test('has no category under one that it is not of, though half a line less off', () => {
    const rows = gridOf(
      [
        '一级指标      二级指标        三级指标          指标值',
        '              数量指标        疏通管网          ≥12公里',
        '              质量指标        疏通合格率        ≥95%',
        '产出指标      时效指标        疏通完成时间      10月底前',
        '              成本指标        疏通费用          ≤5万元',
        '              社会效益指标    内涝投诉          ≤3件',
        '效益指标      可持续影响指标  管网养护机制      持续健全',
        '满意度指标    服务对象满意度  沿街住户满意度    ≥90%',
      ].join('\n'),
    )
    expect(rows?.filter((row) => /疏通管网|内涝/.test(row))).toEqual([
      '产出指标 | 数量指标 | 疏通管网 | ≥12公里',
      '效益指标 | 社会效益指标 | 内涝投诉 | ≤3件',
    ])
  })

  test('has each project of a list once, with its rows', () => {
    const page = [
      '项目名称        金额     绩效目标               一级指标    二级指标  三级指标        指标值',
      '合计            61.50',
      '沟渠清淤        38.00    清淤沟渠38公里。       产出指标    数量指标  清淤沟渠长度    38公里',
      '                                                            质量指标  验收合格率      100%',
      '                                                满意度指标  满意度    农户满意度      90%',
      '护岸修补        23.50    修补护岸1200米。       产出指标    数量指标  修补护岸长度    1200米',
    ].join('\n')
    expect(gridOf(page)).toEqual([
      '项目名称 | 金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
      '合计 | 61.50 |  |  |  |  | ',
      '沟渠清淤 | 38.00 | 清淤沟渠38公里。 | 产出指标 | 数量指标 | 清淤沟渠长度 | 38公里',
      ' |  |  |  | 质量指标 | 验收合格率 | 100%',
      ' |  |  | 满意度指标 | 满意度 | 农户满意度 | 90%',
      '护岸修补 | 23.50 | 修补护岸1200米。 | 产出指标 | 数量指标 | 修补护岸长度 | 1200米',
    ])
  })

  test('has the rows of a long list', () => {
    const lines = Array.from({ length: 150 }, (_, i) => [
      `沟渠清淤${100 + i}     ${100 + i}.00   清淤沟渠${30 + i}公里。       产出指标    数量指标  清淤沟渠长度    ${30 + i}公里`,
      '                                                            质量指标  验收合格率      100%',
      '                                                满意度指标  满意度    农户满意度      90%',
    ])
    const header =
      '项目名称        金额     绩效目标               一级指标    二级指标  三级指标        指标值'
    const grid = gridOf([header, ...lines.flat()].join('\n')) ?? []
    expect(grid).toHaveLength(451)
    expect(grid.slice(-3)).toEqual([
      '沟渠清淤249 | 249.00 | 清淤沟渠179公里。 | 产出指标 | 数量指标 | 清淤沟渠长度 | 179公里',
      ' |  |  |  | 质量指标 | 验收合格率 | 100%',
      ' |  |  | 满意度指标 | 满意度 | 农户满意度 | 90%',
    ])
  })

  test('puts words together that a narrow column broke, and keeps a row without a value', () => {
    const page = [
      '         一级指   二级指标    三级指标          年度指     得分',
      '         标                                     标值',
      '  绩              数量指标    清淤沟渠长度      ≥38公里    10',
      '  效     产出指   数量指标    修补护岸处数',
      '  指     标       可持续影',
      '  标              响指标      管护制度          健全       10',
    ].join('\n')
    expect(gridOf(page)).toEqual([
      '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 得分',
      ' | 产出指标 | 数量指标 | 清淤沟渠长度 | ≥38公里 | 10',
      ' |  | 数量指标 | 修补护岸处数 |  | ',
      ' |  | 可持续影响指标 | 管护制度 | 健全 | 10',
    ])
  })

  test('has a name in one row that its column broke, though each half ends as names do, or is a heading elsewhere', () => {
    const page = [
      '一级指标    二级指标    三级指标                  指标值     实际值',
      '            数量指标    清淤沟渠长度              ≥38公里    38公里',
      '            质量指标    护岸修补后渗漏点减少数占  ≥80%       97%',
      '产出指标                的比例',
      '            时效指标    汛前完成沟渠清淤所用天数  ≤40天      35天',
      '                        数量',
      '            成本指标    清淤单价                  ≤3万元     3万元',
    ].join('\n')
    expect(gridOf(page)).toEqual([
      '一级指标 | 二级指标 | 三级指标 | 指标值 | 实际值',
      '产出指标 | 数量指标 | 清淤沟渠长度 | ≥38公里 | 38公里',
      ' | 质量指标 | 护岸修补后渗漏点减少数占的比例 | ≥80% | 97%',
      ' | 时效指标 | 汛前完成沟渠清淤所用天数数量 | ≤40天 | 35天',
      ' | 成本指标 | 清淤单价 | ≤3万元 | 3万元',
    ])
  })

  test('has a project of a list in one row whose columns are the categories', () => {
    const page = [
      '序号  项目名称          期限      金额      绩效目标                产出指标              效益指标        满意度指标',
      '                        （月）    （万元）',
      '      甲村沟渠清淤及护                      清淤沟渠38公里，修补护  清淤沟渠38公里；修补  受益户数≥60户  农户满意度',
      '1     岸修补项目        10        61.5      岸1200米，让沿渠农田不  护岸1200米。                          ≥90%',
      '                                            再受淹。',
      '      乙村泵站改造提升                      改造泵站2座，更换水泵4  改造泵站2座；更换水泵  受益户数≥35户  农户满意度',
      '2     项目              8         23.5      台。                    4台。                                 ≥90%',
    ].join('\n')
    expect(gridOf(page)).toEqual([
      '序号 | 项目名称 | 期限（月） | 金额（万元） | 绩效目标 | 产出指标 | 效益指标 | 满意度指标',
      '1 | 甲村沟渠清淤及护岸修补项目 | 10 | 61.5 | 清淤沟渠38公里，修补护岸1200米，让沿渠农田不再受淹。 | 清淤沟渠38公里；修补护岸1200米。 | 受益户数≥60户 | 农户满意度≥90%',
      '2 | 乙村泵站改造提升项目 | 8 | 23.5 | 改造泵站2座，更换水泵4台。 | 改造泵站2座；更换水泵4台。 | 受益户数≥35户 | 农户满意度≥90%',
    ])
  })

  test('has a word whose characters blanks part as one cell, and a line for a signature outside its rows', () => {
    const page = [
      '项目名称  沟渠清淤与护岸修补  邮  编  000000',
      '负责人    某人                电  话  0000',
      '一级指标  二级指标            三级指标    指标值',
      '产出指标  数量指标            清淤沟渠    38公里',
      '          质量指标            合格率      100%',
      '评价组组长（签字）：          年   月   日',
    ].join('\n')
    expect(gridOf(page)).toEqual([
      '项目名称 | 沟渠清淤与护岸修补 | 邮编 | 000000',
      '负责人 | 某人 | 电话 | 0000',
      '一级指标 | 二级指标 | 三级指标 | 指标值',
      '产出指标 | 数量指标 | 清淤沟渠 | 38公里',
      ' | 质量指标 | 合格率 | 100%',
      '评价组组长（签字）：          年   月   日',
    ])
  })

  test('has a cell that a page end cuts beside its rows on both pages', () => {
    const header = '一级指标    二级指标    三级指标        指标值'
    const page = [
      '沟渠清淤绩效目标表',
      header,
      '            数量指标    清淤沟渠长度    ≥38公里',
      '产出指标    质量指标    清淤合格率      ≥98%',
      '            时效指标    完成时间        11月底前',
      '- 1 -',
      '沟渠清淤绩效目标表',
      header,
      '            成本指标    清淤单价        ≤3万元',
      '            经济效益    节约用水量      ≥20万吨',
      '- 2 -',
      '沟渠清淤绩效目标表',
      header,
      '            社会效益    受益户数        ≥60户',
      '效益指标    生态效益    水质            明显改善',
      '            可持续影响  管护制度        健全',
      '满意度指标  满意度      农户满意度      ≥90%',
    ].join('\n')
    expect(gridOf(page)).toEqual([
      '沟渠清淤绩效目标表',
      '一级指标 | 二级指标 | 三级指标 | 指标值',
      '产出指标 | 数量指标 | 清淤沟渠长度 | ≥38公里',
      ' | 质量指标 | 清淤合格率 | ≥98%',
      ' | 时效指标 | 完成时间 | 11月底前',
      ' | 成本指标 | 清淤单价 | ≤3万元',
      '效益指标 | 经济效益 | 节约用水量 | ≥20万吨',
      ' | 社会效益 | 受益户数 | ≥60户',
      ' | 生态效益 | 水质 | 明显改善',
      ' | 可持续影响 | 管护制度 | 健全',
      '满意度指标 | 满意度 | 农户满意度 | ≥90%',
    ])
  })

  test('has a project beside its own rows only, and its name and money, which a single blank parts, in columns', () => {
    const page = [
      '项目名称   预算数   一级指标    二级指标  三级指标      指标值',
      '                                 数量指标  清淤长度      ≥38公里',
      '                     产出指标    质量指标  清淤合格率    ≥98%',
      '某乡-甲村                        时效指标  完成时间      11月底前',
      '沟渠清淤与 38.00     效益指标    社会效益  受益户数      ≥60户',
      '护岸修补',
      '                     满意度指标  满意度    农户满意度    ≥90%',
      '                                 数量指标  改造泵站      2座',
      '                     产出指标    质量指标  水泵完好率    100%',
      '某乡-乙村                        时效指标  改造时间      10月底前',
      '泵站改造提 23.50     效益指标    社会效益  受益户数      ≥35户',
      '升工程',
      '                     满意度指标  满意度    用水户满意度  ≥95%',
    ].join('\n')
    expect(gridOf(page)?.filter((row) => row.includes('某乡'))).toEqual([
      '某乡-甲村沟渠清淤与护岸修补 | 38.00 | 产出指标 | 数量指标 | 清淤长度 | ≥38公里',
      '某乡-乙村泵站改造提升工程 | 23.50 | 产出指标 | 数量指标 | 改造泵站 | 2座',
    ])
  })

  test('goes on below a full line with words that are a label elsewhere, and leaves out a date to be written', () => {
    const page = [
      '项目名称    城乡义务教育补助经费与校    项目代码        ',
      '            舍安全保障长效机制建设                      ',
      '            省级资金',
      '主管部门    某市教育局                  预算单位    某镇中心中学',
      '一级指标    二级指标                    三级指标    指标值',
      '产出指标    数量指标                    清淤沟渠    38公里',
      '            质量指标                    合格率      100%',
      '股室审批意见:                 年  月  日',
    ].join('\n')
    const grid = gridOf(page)
    expect(grid?.[0]).toBe('项目名称 | 城乡义务教育补助经费与校舍安全保障长效机制建设省级资金 | 项目代码 | ')
    expect(grid?.at(-1)).toBe('股室审批意见:                 年  月  日')
  })

  test('has the levels of another term beside its names', () => {
    const page = [
      '一级指标    二级指标    三级指标        指标值     二级指标    三级指标        指标值',
      '                        清淤沟渠长度    ≥90公里                清淤沟渠长度    ≥38公里',
      '            数量指标    修补护岸长度    ≥3000米    数量指标    修补护岸长度    ≥1200米',
      '产出指标                改造泵站        6座                    改造泵站        2座',
      '            质量指标    验收合格率      ≥98%       质量指标    验收合格率      ≥98%',
      '满意度指标  满意度      农户满意度      ≥90%       满意度      农户满意度      ≥90%',
    ].join('\n')
    expect(gridOf(page)?.slice(1, 4)).toEqual([
      '产出指标 | 数量指标 | 清淤沟渠长度 | ≥90公里 | 数量指标 | 清淤沟渠长度 | ≥38公里',
      ' |  | 修补护岸长度 | ≥3000米 |  | 修补护岸长度 | ≥1200米',
      ' |  | 改造泵站 | 6座 |  | 改造泵站 | 2座',
    ])
  })

  test('puts the sentences of two terms together that stand beside each other without a label', () => {
    const page = [
      '项目名称        沟渠清淤与护岸修补',
      '主管部门        某县水务局                                  实施期限      2025年-2027年',
      '总体目标        实施期目标                                  年度目标',
      '                三年内完成全县主要排水沟渠的清淤            2025年清淤沟渠12公里,修补护',
      '                38公里,修补护岸1200米,六个村的排            岸400米。',
      '                水问题一并解决。',
      '一级指标      二级指标        三级指标            指标值          三级指标            指标值',
      '产出指标      数量指标        清淤沟渠长度        ≥38公里         清淤沟渠长度        ≥12公里',
      '                              修补护岸长度        ≥1200米         修补护岸长度        ≥400米',
      '满意度指标    服务对象满意度  农户满意度          ≥90%            农户满意度          ≥90%',
    ].join('\n')
    expect(gridOf(page)).toContain(
      '三年内完成全县主要排水沟渠的清淤38公里,修补护岸1200米,六个村的排水问题一并解决。 | 2025年清淤沟渠12公里,修补护岸400米。',
    )
  })

  test('parts a form from the rows below words that no list has, and labels that have a value each', () => {
    const page = [
      '工程称谓            沟渠清淤与护岸修补',
      '本年拟用款（万元）  120.00',
      '其中：本级安排款项  80.00',
      '外部筹措款          40.00',
      '年内要办成的事      清淤沟渠38公里，修补护岸1200米，把沿渠六个村的排水问题一并解',
      '                    决。',
      '大项        小项        观测点          应达程度',
      '产出指标    数量        清淤沟渠        38公里',
      '                        修补护岸        1200米',
      '            质量        一次验收合格率  98%',
      '满意度指标  服务对象    农户认可度      90%',
    ].join('\n')
    expect(
      gridOf(page)
        ?.slice(0, 7)
        .map((row) => row.replace(/(?: \| )+$/, '')),
    ).toEqual([
      '工程称谓 | 沟渠清淤与护岸修补',
      '本年拟用款（万元） | 120.00',
      '其中：本级安排款项 | 80.00',
      '外部筹措款 | 40.00',
      '年内要办成的事 | 清淤沟渠38公里，修补护岸1200米，把沿渠六个村的排水问题一并解决。',
      '大项 | 小项 | 观测点 | 应达程度',
      '产出指标 | 数量 | 清淤沟渠 | 38公里',
    ])
  })

  test('goes on below a repeated header with rows of the category before', () => {
    const page = [
      '一级指标      二级指标      三级指标        指标值',
      '              数量指标      清淤沟渠        38公里',
      '产出指标',
      '              质量指标      一次验收合格率  98%',
      '一级指标      二级指标      三级指标        指标值',
      '              时效指标      完成及时率      100%',
      '              成本指标      清淤总成本      ≤38万元',
      '              社会效益指标  灌溉条件        改善',
      '效益指标',
      '              生态效益指标  水质            达标',
      '满意度指标    服务对象满意度指标  农户满意度  ≥90%',
    ].join('\n')
    const rows = gridOf(page) ?? []
    expect(rows.filter((row) => row.startsWith('效益指标'))).toEqual([
      '效益指标 | 社会效益指标 | 灌溉条件 | 改善',
    ])
    expect(rows).toContain(' | 时效指标 | 完成及时率 | 100%')
  })

  test('has the items of a list above the label of their cell, and words of its own over rows whose category stands beside their middle', () => {
    const page = [
      '项目名称        沟渠清淤与护岸修补      主管部门    某县水利局',
      '                1.清淤沟渠38公里；',
      '年度绩效目标    2.修补护岸1200米，保证渠道通畅；',
      '                3.改善灌溉条件。',
      '大类          小类          观测点          应达程度',
      '                            清淤沟渠        38公里',
      '产出指标      数量',
      '                            修补护岸        1200米',
      '              质量          一次验收合格率  98%',
      '满意度指标    服务对象      农户认可度      90%',
    ].join('\n')
    const rows = gridOf(page)?.map((row) => row.replace(/(?: \| )+$/, '')) ?? []
    expect(rows).toContain(
      '年度绩效目标 | 1.清淤沟渠38公里；/2.修补护岸1200米，保证渠道通畅；/3.改善灌溉条件。',
    )
    expect(rows).toContain('大类 | 小类 | 观测点 | 应达程度')
    expect(rows).toContain('产出指标 | 数量 | 清淤沟渠 | 38公里')
  })

  test('is one column of prose, or too short a page, where nothing is aligned', () => {
    expect(gridOf('沟渠清淤项目 清淤38公里\n护岸修补项目 修补1200米\n')).toBeUndefined()
    expect(gridOf('本年安排两个项目,一是沟渠清淤,二是护岸修补。\n')).toBeUndefined()
  })
})
