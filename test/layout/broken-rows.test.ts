import { describe, expect, test } from 'vitest'
import { restoreRows } from '../../src/layout/text/restore-rows.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'
import { uncovered } from '../support/coverage.ts'
import { makeMadeUp } from '../support/made-up/make-filing.ts'
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

const FORM = `项目支出绩效自评表
(2024年度)
项目名称 乡镇卫生院设备更
新
主管部门 某县卫生健康局 实施单位 某县卫生院
项目资金(万
元)
年初预算数 全年预算数 全年执行数 执行率
年度资金总
额
86.40 86.40 84.24 97.50%
其他资金 0 0 0 —
年度总体目
标
预期目标 实际完成情况
购置彩超和心电图机共12台,更新药房
冷链设备,方便群众就近看病。
购置设备11台,余下1台正在验收,冷链
设备已经启用。
绩效指标 一级指标 二级指标 三级指标 年度指标
值
实际完成
值
得分 偏差原因
产出指标(50
分)
数量指标 购置医疗设备
台数
≥12台 11台 9 1台正在
验收
更新冷链设备 3套 3套 10
质量指标 设备验收合格
率
100% 100% 10
时效指标 设备到位时间 2024年10
月底前
2024年10
月
10
效益指标(40
分)
社会效益指
标
群众就近看病
便利程度
明显提高 明显提高 20
满意度指标
(10分)
服务对象满
意度指标
就诊群众满意
度
≥90% 93% 10
总分 69`

describe('tables whose narrow cells are broken over lines', () => {
  test('lines that are one cell, and cells that are one row, are put together all over the form', () => {
    expect(restore(FORM)).toEqual([
      '项目支出绩效自评表',
      '(2024年度)',
      '项目名称 | 乡镇卫生院设备更新 | 主管部门 | 某县卫生健康局 | 实施单位 | 某县卫生院',
      '项目资金(万元) | 年初预算数 | 全年预算数 | 全年执行数 | 执行率',
      '年度资金总额 | 86.40 | 86.40 | 84.24 | 97.50%',
      '其他资金 | 0 | 0 | 0 | —',
      '年度总体目标 | 预期目标 | 实际完成情况',
      ' | 购置彩超和心电图机共12台,更新药房冷链设备,方便群众就近看病。 | 购置设备11台,余下1台正在验收,冷链设备已经启用。',
      '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 | 偏差原因',
      ' | 产出指标(50分) | 数量指标 | 购置医疗设备台数 | ≥12台 | 11台 | 9 | 1台正在验收',
      ' |  |  | 更新冷链设备 | 3套 | 3套 | 10 | ',
      ' |  | 质量指标 | 设备验收合格率 | 100% | 100% | 10 | ',
      ' |  | 时效指标 | 设备到位时间 | 2024年10月底前 | 2024年10月 | 10 | ',
      ' | 效益指标(40分) | 社会效益指标 | 群众就近看病便利程度 | 明显提高 | 明显提高 | 20 | ',
      ' | 满意度指标(10分) | 服务对象满意度指标 | 就诊群众满意度 | ≥90% | 93% | 10 | ',
      ' | 总分 |  |  |  |  | 69 | ',
    ])
  })

  test('headings that no list has are told by their points and by the column that they stand in', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 分值 指标值 得分
决策(15分) 目标设定 绩效目标合理性 8 合理 8
预算配置 在职人员控制
率
7 ≤100% 7
履职(85分) 部门履职
目标
培训乡村医生 45 ≥420人次 45
满意度 服务对象满意
度
40 ≥90% 40
合计 100 100`,
      )?.slice(1),
    ).toEqual([
      '决策(15分) | 目标设定 | 绩效目标合理性 | 8 | 合理 | 8',
      ' | 预算配置 | 在职人员控制率 | 7 | ≤100% | 7',
      '履职(85分) | 部门履职目标 | 培训乡村医生 | 45 | ≥420人次 | 45',
      ' | 满意度 | 服务对象满意度 | 40 | ≥90% | 40',
      '合计 |  |  | 100 |  | 100',
    ])
  })

  test('each town has its target', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 全县 第四人民
医院
甲镇
产出指标 数量指标 种植面积(万
亩)
6.4 1.6 4.8
质量指标 上等品比例 ≥70% ≥70% ≥75%
效益指标 经济效益指标 亩均产值(元) ≥4600 ≥4700 ≥4500`,
      ),
    ).toEqual([
      '一级指标 | 二级指标 | 三级指标 | 全县 | 第四人民医院 | 甲镇',
      '产出指标 | 数量指标 | 种植面积(万亩) | 6.4 | 1.6 | 4.8',
      ' | 质量指标 | 上等品比例 | ≥70% | ≥70% | ≥75%',
      '效益指标 | 经济效益指标 | 亩均产值(元) | ≥4600 | ≥4700 | ≥4500',
    ])
  })

  test('projects stand in front of their indicators', () => {
    expect(
      restore(
        `项目名称 预算数 年度绩效
目标
一级指标 二级指标 三级指标 指标值
法律援助 260.00 办理法律
援助案件
1300件以
上。
产出指标 数量指标 办理案件 ≥1300件
效益指标 社会效益
指标
群众维权
意识
有效提高
普法宣传 200.00 开展活动
60场。
产出指标 数量指标 开展活动 ≥60场`,
      )?.slice(1),
    ).toEqual([
      '法律援助 | 260.00 | 办理法律援助案件1300件以上。 | 产出指标 | 数量指标 | 办理案件 | ≥1300件',
      ' |  |  | 效益指标 | 社会效益指标 | 群众维权意识 | 有效提高',
      '普法宣传 | 200.00 | 开展活动60场。 | 产出指标 | 数量指标 | 开展活动 | ≥60场',
    ])
  })

  test('cells that blanks break are read in another way', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 指标值
产出指标 数量指标 养护公 路里程 150公里
质量指标 优良路 率 ≥90%
效益指标 社会效益指标 受益人口 ≥5.6万人`,
      )?.slice(1),
    ).toEqual([
      '产出指标 | 数量指标 | 养护公 路里程 | 150公里',
      ' | 质量指标 | 优良路 率 | ≥90%',
      '效益指标 | 社会效益指标 | 受益人口 | ≥5.6万人',
    ])
  })

  test('nothing is lost, wherever lines are broken', () => {
    const seeds = Array.from({ length: 400 }, (_, i) => i + 1)
    for (const seed of sampleOf(seeds.filter((one) => /blanks/.test(makeMadeUp(one).form)))) {
      const text = makeMadeUp(seed).text.replace(/(\S{6})(\S+) ?/g, '$1\n$2\n')
      expect(uncovered(new Source(text)), text).toEqual([])
    }
  })
})
