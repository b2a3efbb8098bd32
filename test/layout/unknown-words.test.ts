import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { fieldsIn, projectsIn, tabbed } from '../support/said-of-text.ts'

const targets = (text: string): readonly string[] =>
  projectsIn(text).flatMap((project) =>
    indicatorsOf(project).map(({ indicator: { name, target } }) => `${name.text} ${target.text.text}`),
  )

describe('goals beside their results', () => {
  const form = (...goals: readonly string[]): string =>
    tabbed(
      '项目支出绩效自评表',
      '项目名称|渡口维护',
      '资金总额（万元）|预算数|执行数|执行率',
      '|36|36|100%',
      ...goals,
      '一级指标|二级指标|三级指标|指标值|完成值',
      '产出指标|数量指标|维护渡口|≥4处|4处',
      '效益指标|社会效益指标|渡运安全|保障|保障',
    )

  test('need be no sentences under labels that are known', () => {
    expect(fieldsIn(form('年度总体目标|预期目标|实际完成情况', '|维护渡口4处|已完成4处'))).toEqual([
      '渡口维护 | 36 | 维护渡口4处 → 已完成4处',
    ])
  })

  test('are told from them where both labels stand behind that of the goal', () => {
    expect(
      fieldsIn(
        form('年度目标|设定|全年维护4处渡口，让群众安全过河。', '|达成|4处渡口维护完毕，全年没有事故。'),
      ),
    ).toEqual(['渡口维护 | 36 | 全年维护4处渡口，让群众安全过河。 → 4处渡口维护完毕，全年没有事故。'])
  })

  test('are told by the words of the goal that they repeat', () => {
    expect(
      fieldsIn(
        form(
          '建设目标|维护渡口4处，添置救生衣120件，修建码头台阶。',
          '目标实现程度|渡口4处、救生衣120件、码头台阶均已维护添置。',
        ),
      ),
    ).toEqual([
      '渡口维护 | 36 | 维护渡口4处，添置救生衣120件，修建码头台阶。 → 渡口4处、救生衣120件、码头台阶均已维护添置。',
    ])
  })
})

describe('lists', () => {
  const list = (header: string, ...others: readonly string[]): string =>
    tabbed(
      '资金安排清单',
      header,
      '资金合计|90|||||||',
      '河道清淤|60|清淤3公里河道，行洪更畅。|产出|数量|清淤长度|≥|3|公里',
      '|||效益|社会效益|沿河群众受益|≥|800|人',
      '闸门检修|30|检修闸门12座，启闭自如。|产出|数量|检修闸门|=|12|座',
      '|||满意度|满意度|用水户满意度|≥|90|%',
      ...others,
    )

  test('may begin with the row that sums them up, under words that nobody knows', () => {
    const text = list('项目名称|安排金额|目标任务|类|项|目|符号|数值|量纲')
    expect(fieldsIn(text)).toEqual([
      '河道清淤 | 60 | 清淤3公里河道，行洪更畅。',
      '闸门检修 | 30 | 检修闸门12座，启闭自如。',
    ])
    expect(targets(text)).toHaveLength(4)
  })

  test('may end with one that says how many they are', () => {
    const text = tabbed(
      '项目绩效目标表',
      '项目名称|金额|绩效目标|一级指标|二级指标|三级指标|指标值',
      '河道清淤|60|清淤3公里河道，行洪更畅。|产出指标|数量指标|清淤长度|≥3公里',
      '闸门检修|30|检修闸门12座，启闭自如。|产出指标|数量指标|检修闸门|12座',
      '两项合计|90|||||',
    )
    expect(projectsIn(text).map(({ name }) => name.text)).toEqual(['河道清淤', '闸门检修'])
  })

  test('take no answer to 是否 for a second target', () => {
    const text = tabbed(
      '绩效跟踪表',
      '项目名称|林区巡护',
      '资金（万元）|12',
      '目标|巡护林地3万亩，全年不发生火灾。',
      '一级|二级|三级|方向|阈值|量纲|实绩|是否达标',
      '产出指标|数量指标|巡护面积|≥|3|万亩|3.1|是',
      '产出指标|质量指标|巡护记录完整率|≥|95|%|97|是',
      '效益指标|生态效益指标|森林火灾起数|≤|0|起|0|是',
    )
    expect(targets(text)).toEqual(['巡护面积 ≥3万亩', '巡护记录完整率 ≥95%', '森林火灾起数 ≤0起'])
  })
})

describe('forms that print each cell in a line of its own', () => {
  const form = (footer = '承诺人（签字）：'): string =>
    [
      '2023年专项资金绩效承诺书',
      '承诺事项全称',
      '山洪预警站点运行',
      '归口单位名目',
      '某县水利局',
      '资金盘子（万元）',
      '资金总盘',
      '42.5',
      '其中：上级下达',
      '30',
      '县级补足',
      '12.5',
      '全年承诺目标',
      '维持68个预警站点运行，汛期不漏报。',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值',
      '产出指标',
      '数量指标',
      '运行站点数',
      '68个',
      '时效指标',
      '故障修复时限',
      '≤24小时',
      '效益指标',
      '社会效益指标',
      '预警覆盖人口',
      '≥1.2万人',
      footer,
    ].join('\n')

  test('are read by what stands under words that no list has', () => {
    expect(fieldsIn(form())).toEqual(['山洪预警站点运行 | 42.5 | 维持68个预警站点运行，汛期不漏报。'])
    expect(
      projectsIn(form())[0]?.funding.map(({ name, amount }) => `${name.text} ${amount.text.text}`),
    ).toEqual(['其中：上级下达 30', '县级补足 12.5'])
  })

  test.each(['承诺人（签字）：', '公示期：2023年2月7日至2月11日'])('end with %s', (footer) => {
    expect(targets(form(footer))).toEqual([
      '运行站点数 68个',
      '故障修复时限 ≤24小时',
      '预警覆盖人口 ≥1.2万人',
    ])
  })
})

test('what tasks cost all in all is not added to what each source gives for them', () => {
  const text = tabbed(
    '部门整体支出绩效目标申报表',
    '部门名称|某县农机站|||',
    '年度收入|收入总计|250||',
    '主要任务|任务名称|所需资金|财政补助|自筹',
    '|机库维修|150|100|50',
    '|农机培训|100|80|20',
    '年度总体目标|维修机库2座，培训机手300人，保障春耕。|||',
    '一级指标|二级指标|三级指标|指标值|',
    '产出指标|数量指标|维修机库|2座|',
    '产出指标|数量指标|培训机手|≥300人|',
  )
  expect(projectsIn(text)[0]?.funding.map(({ amount }) => amount.text.text)).not.toContain('100,80')
  expect(projectsIn(text)[0]?.funding.length).toBeLessThan(3)
})

test('a number right behind a heading in brackets is that of its item', () => {
  const text = tabbed(
    '项目名称|金额|绩效目标|绩效指标',
    '普法|20|普法60场。|【产出指标—数量指标】(1)普法活动≥60场；(2)普法短视频≥12部',
  )
  expect(
    projectsIn(text).flatMap((project) =>
      indicatorsOf(project).map(({ indicator }) => indicator.marker?.text.text),
    ),
  ).toEqual(['(1)', '(2)'])
})

describe('categories', () => {
  test('may end in a word for kind or side, level by level', () => {
    const text = tabbed(
      '2022年绩效监测单',
      '机构|某县气象局',
      '用钱（万元）|类目|起始盘子|中途增减|眼下数额|9月底已花|花钱进度',
      '|基本|80.5|20|100.5|70.2|69.85%',
      '|项目|40|-5|35|21|60.00%',
      '|全局|120.5|15|135.5|91.2|67.31%',
      '全年打算|维护自动站12座，发布预警信息300条，防灾早知道。',
      '侧面|角度|观察点|定下|9月底实况|因由',
      '产出侧面|数量角度|维护自动站|12座|9座|',
      '||发布预警信息|≥300条|210条|',
      '|质量角度|设备在线率|≥98%|97%|雷击',
      '效益侧面|社会效益角度|预警信息覆盖率|≥95%|96%|',
      '满意度侧面|服务对象满意度角度|公众满意度|≥90%|待测|',
    )
    expect(targets(text)).toEqual([
      '维护自动站 12座',
      '发布预警信息 ≥300条',
      '设备在线率 ≥98%',
      '预警信息覆盖率 ≥95%',
      '公众满意度 ≥90%',
    ])
  })

  test('may stand in lines across the table, with their numbers', async () => {
    const text = `<p>分部绩效</p><table>
      <tr><td>资金名称</td><td colspan=3>渠道维护补助</td></tr>
      <tr><td rowspan=2>可用资金（亿元）</td><td>总盘</td><td colspan=2>1.50</td></tr>
      <tr><td>省级补助</td><td colspan=2>1.50</td></tr>
      <tr><td>打算</td><td colspan=3>维护干支渠1200公里，灌区用水更稳。</td></tr>
      <tr><td>侧面</td><td>点位</td><td>要到多少</td><td>怎么算</td></tr>
      <tr><td colspan=4>第一部分　产出</td></tr>
      <tr><td>数量指标</td><td>维护渠道长度</td><td>≥1200公里</td><td>含支渠</td></tr>
      <tr><td>质量指标</td><td>验收合格率</td><td>100%</td><td></td></tr>
      <tr><td colspan=4>第二部分　效益</td></tr>
      <tr><td>社会效益指标</td><td>受益农户</td><td>≥3000户</td><td></td></tr>
      <tr><td colspan=4>第三部分　满意度</td></tr>
      <tr><td>服务对象满意度指标</td><td>农户满意度</td><td>≥90%</td><td></td></tr>
    </table>`
    const [opened] = await openFile(new TextEncoder().encode(text), { isUtf8 })
    if (opened === undefined || !('document' in opened)) throw new Error('no table')
    const { disclosure } = parseDocument(opened.document)
    const [project] = projectsOf(disclosure)
    expect(project?.amount.text.text).toBe('1.50')
    expect(JSON.stringify(project?.amount)).toContain('"money":"150000000"')
    expect(project?.categories.map(({ heading }) => heading.text)).toEqual([
      '第一部分　产出',
      '第二部分　效益',
      '第三部分　满意度',
    ])
  })

  test('and the same two words under each of several counties are what is planned and reached', () => {
    const text = tabbed(
      '分县任务绩效表',
      '资金名称|渠道维护补助',
      '|||计|东县||西县||两县|',
      '类|项|内容||下达|做成|下达|做成|下达|做成',
      '产出类|数量项|维护渠道|公里|≥20|21|≥12|12|≥32|33',
      '|质量项|验收合格率|%|100|100|100|98|100|99',
      '|成本项|每公里补助|元|≤800|790|≤800|800|≤800|795',
      '效益类|社会效益项|受益农户|户|≥300|310|≥200|180|≥500|490',
      '满意度类|服务对象满意度项|农户满意度|%|≥90|93|≥90|92|≥90|92',
    )
    expect(targets(text).slice(0, 3)).toEqual(['维护渠道 ≥20公里', '维护渠道 ≥12公里', '维护渠道 ≥32公里'])
    expect(targets(text)).toHaveLength(15)
  })
})
