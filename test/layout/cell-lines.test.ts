import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { printTree } from '../support/print-tree.ts'

const treeOf = (cells: string): readonly string[] =>
  printTree(parse(new Source(cells.split(' ').join('\n'))).disclosure)
const holding = (tree: readonly string[], words: string): readonly string[] =>
  tree.filter((line) => line.includes(words))

const HEADER =
  '2023年衔接资金绩效目标表 序号 项目名称 安排资金(万元) 实施单位 年度绩效目标 一级指标 二级指标 指标内容 指标值'
const LIST =
  `${HEADER} 合计 81 一、基础设施(2项) 71 ` +
  '1 甲村供水工程 50 县水利局 铺设管网18公里。 产出指标 数量指标 铺设管网 18公里 新建检查井 42座 满意度指标 服务对象满意度指标 群众满意度 ≥90% ' +
  '2 乙村机井工程 21(少数民族发展资金) 县水利局 打机井26眼。 产出 指标 数量指标 机井 26眼 质量指标 机井合格率 ≥95% ' +
  '二、项目管理(1项) 10 3 项目管理费 10 县农业局 开展监督检查4次。 产出指标 数量指标 监督检查 ≥4次'

describe('lists whose cells stand in lines of their own', () => {
  test('each cell goes into the column that may hold it', () => {
    const tree = treeOf(LIST)
    for (const [name, amount] of [
      ['甲村供水工程', '50'],
      ['乙村机井工程', '21'],
      ['项目管理费', '10'],
    ])
      expect(holding(tree, `project ${name}`)).toEqual([expect.stringContaining(` ${amount}`)])
    expect(holding(tree, 'project ')).toHaveLength(3)
    expect(holding(tree, '新建检查井')).toEqual([expect.stringContaining('42')])
    expect(holding(tree, '机井合格率')).toEqual([expect.stringContaining('95')])
  })

  test('categories that head the last columns hold the indicators of each row', () => {
    const tree = treeOf(
      '2020年扶贫资金绩效目标表 序号 村名 项目名称 建设内容 资金金额 绩效目标 产出指标 效益指标 ' +
        '1 甲村 水果基地 续建 20 续建水果基地30亩。 补植果苗1200株 带动脱贫户≥8户 小计 20 ' +
        '2 乙村 蔬菜大棚 新建 30 新建大棚6座。 新建大棚6座 带动脱贫户≥12户 合计 50',
    )
    expect(holding(tree, 'project ')).toHaveLength(2)
    expect(holding(tree, '补植果苗')).toEqual([expect.stringContaining('1200')])
    expect(holding(tree, '带动脱贫户')).toHaveLength(2)
  })

  test('the sum of all is no project, and a name that is also a category stands in the column of names', () => {
    const tree = treeOf(
      '2019年绩效目标表 项目名称 批复金额 总体绩效目标 一级指标 二级指标 三级指标 目标值 合计 71 ' +
        '甲村供水工程 50 铺设管网18公里。 产出指标 数量指标 铺设管网 18公里 满意度指标 服务对象满意度指标 群众满意度 ≥90% ' +
        '乙村机井工程 21 打机井26眼。 产出指标 数量指标 机井 26眼 满意度指标 服务对象满意度指标 村民满意度 ≥85%',
    )
    expect(holding(tree, 'project ').map((line) => line.trim())).toEqual([
      'project 甲村供水工程 50',
      'project 乙村机井工程 21',
    ])
    expect(holding(tree, '群众满意度').map((line) => line.trim())).toEqual(['群众满意度 | ≥ 90 %'])
  })

  test('what the page prints below the list is no part of it', () => {
    const tree = treeOf(
      `${LIST} 附件下载: 1.安排表.xlsx 上一篇:防疫通告 下一篇:招聘公告 【打印本页】 【关闭窗口】 扫一扫在手机打开当前页`,
    )
    expect(tree.filter((line) => /公告|打印|扫一扫|xlsx/.test(line) && line.includes(' | '))).toEqual([])
    expect(holding(tree, 'project ')).toHaveLength(3)
  })
})

test('a form in lines, whose categories a narrow column breaks, is read by the header of its indicators', () => {
  const tree = treeOf(
    '中央对地方转移支付项目绩效自评表 (2022年度) 转移支付(项目)名称 孤儿助学 资金使用单位 某县民政局 项目资金 (万元) 全年预算数(A) 全年执行数(B) 预算执行率(B/A) ' +
      '年度资金总额: 11 9.02 82% 总体目标完成情况 总体目标 全年实际完成情况 向在校孤儿发放助学金,帮助其完成学业。 全年认定助学对象9名,助学金按季发放到卡。 ' +
      '绩 效 指 标 一级 指标 二级指标 三级指标 指标值 全年实际完成值 未完成原因和改进措施 产 出 指 标 数量指标 孤儿助学人数 10人 9人 质量指标 完成学业比例 100% 100% ' +
      '效 益 指 标 社会效益 指标 助学知晓率 ≥90% 95%',
  )
  for (const name of ['孤儿助学人数', '完成学业比例', '助学知晓率'])
    expect(holding(tree, name)).toHaveLength(1)
})
