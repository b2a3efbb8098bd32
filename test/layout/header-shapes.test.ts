import { describe, expect, test } from 'vitest'
import type { Disclosure } from '../../src/model/disclosure.ts'
import { indicatorsOf, projectsOf } from '../../src/model/walk.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { readPage } from '../support/html-table.ts'
import { printTree } from '../support/print-tree.ts'

/** Each indicator as `heading/heading|name|target|points`. */
const linesOf = (disclosure: Disclosure): readonly string[] =>
  projectsOf(disclosure)
    .flatMap(indicatorsOf)
    .map(({ indicator, categories }) => {
      const { name, target, weight } = indicator
      const headings = categories.map(({ heading }) => heading.text.replaceAll(/\s/g, ''))
      return [headings.join('/'), name.text, target.text.text, weight?.text.text ?? ''].join('|')
    })

describe('headers', () => {
  test('of which the first cell is wide and later ones reach down', async () => {
    const disclosure = await readPage('项目支出绩效自评表', [
      ['项目名称', '9:巡查经费'],
      ['3:绩效指标', '3:年度指标值', '|2:实际完成值', '|2:分值', '|2:得分', '|2:偏差原因'],
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'],
      ['产出指标', '数量指标', '巡查次数', '≥', '40', '次', '42', '30', '30', ''],
      ['产出指标', '质量指标', '整改率', '≥', '95', '%', '96', '20', '20', ''],
    ])
    expect(linesOf(disclosure)).toEqual([
      '产出指标/数量指标|巡查次数|≥40次|30',
      '产出指标/质量指标|整改率|≥95%|20',
    ])
  })

  test('of places over a column for each term', async () => {
    const disclosure = await readPage('项目绩效目标表', [
      ['2:项目名称', '4:学校建设'],
      ['|2:一级指标', '|2:三级指标', '2:小学(3所)', '2:中学(1所)'],
      ['实施期目标', '年度目标', '实施期目标', '年度目标'],
      ['产出指标', '新增学位(个)', '≥1350', '≥810', '≥1200', '≥600'],
      ['产出指标', '验收合格率', '100%', '100%', '100%', '100%'],
    ])
    const targets = projectsOf(disclosure).flatMap(indicatorsOf)
    expect(
      targets
        .slice(0, 4)
        .map(({ indicator: { column, term, target } }) => `${column?.text} ${term} ${target.text.text}`),
    ).toEqual([
      '小学(3所) long-term ≥1350',
      '小学(3所) annual ≥810',
      '中学(1所) long-term ≥1200',
      '中学(1所) annual ≥600',
    ])
    expect(targets).toHaveLength(8)
  })

  test('in front of rows, with a column for each indicator', async () => {
    const disclosure = await readPage('专项资金绩效自评表', [
      ['项目名称', '3:巡查经费'],
      ['一级指标', '2:产出指标', '效益指标'],
      ['二级指标', '数量指标', '质量指标', '社会效益指标'],
      ['三级指标', '巡查次数', '整改率', '投诉'],
      ['年度指标值', '≥40次', '≥95%', '≤2件'],
      ['分值', '30', '20', '40'],
      ['总分', '3:99'],
    ])
    expect(linesOf(disclosure)).toEqual([
      '产出指标/数量指标|巡查次数|≥40次|30',
      '产出指标/质量指标|整改率|≥95%|20',
      '效益指标/社会效益指标|投诉|≤2件|40',
    ])
  })

  test('whose words for goals stand over categories', async () => {
    const disclosure = await readPage('财政支出项目绩效目标申报表', [
      ['项目名称', '5:巡查经费'],
      ['|4:绩效目标分解', '分解目标', '分解目标内容', '2:绩效目标指标', '绩效目标目标值'],
      ['|2:产出目标', '数量', '2:巡查次数', '≥40次'],
      ['质量', '2:整改率', '≥95%'],
      ['影响力目标', '长效管理', '2:巡查制度', '健全'],
    ])
    expect(linesOf(disclosure)).toEqual([
      '产出目标/数量|巡查次数|≥40次|',
      '产出目标/质量|整改率|≥95%|',
      '影响力目标/长效管理|巡查制度|健全|',
    ])
  })

  test('over results of a part of the year, what is expected by its end, and what may be ticked', async () => {
    const disclosure = await readPage('绩效运行监控表', [
      ['2:项目名称', '7:巡查经费'],
      [
        '|2:一级指标',
        '|2:二级指标',
        '|2:三级指标',
        '|2:年度指标值',
        '|2:1-8月执行情况',
        '|2:全年预计完成',
        '3:完成目标可能性',
      ],
      ['确定能', '有可能', '完全不可能'],
      ['|2:产出指标', '数量指标', '巡查次数', '≥40次', '21次', '42次', '√', '', ''],
      ['质量指标', '整改率', '≥95%', '80%', '96%', '', '√', ''],
    ])
    expect(linesOf(disclosure)).toEqual([
      '产出指标/数量指标|巡查次数|≥40次|',
      '产出指标/质量指标|整改率|≥95%|',
    ])
  })

  test('over the target at first and the adjusted one, which counts where it is filled in', async () => {
    const disclosure = await readPage('部门整体绩效自评表', [
      ['项目名称', '6:某局整体'],
      ['指标名称', '计量单位', '指标性质', '年初指标值', '调整后指标值', '全年完成值', '指标权重'],
      ['巡查次数', '次', '≥', '40', '50', '52', '60'],
      ['培训人数', '人', '≥', '30', '', '31', '40'],
    ])
    expect(linesOf(disclosure)).toEqual(['|巡查次数|≥50次|60', '|培训人数|≥30人|40'])
  })

  test('of categories behind words that no list has', async () => {
    const disclosure = await readPage('公益金资助一览表', [
      ['|2:资助方向', '|2:资助点(个)', '|2:资助经费', '|2:要达到的效果', '2:产出指标', '效益指标'],
      ['数量指标', '质量指标', '社会效益指标'],
      [
        '养老设施',
        '36',
        '120.50',
        '资助县级养老院36个，改善老人的居住条件。',
        '资助数:36个',
        '合规率:100%',
        '新增床位:≥500张',
      ],
      [
        '救助站',
        '8',
        '79.50',
        '资助救助站8个，使求助的人都有去处。',
        '资助数:8个',
        '合规率:100%',
        '救助人次:≥900人次',
      ],
      ['全省合计', '44', '200.00', '', '', '', ''],
    ])
    const [first, second] = projectsOf(disclosure)
    expect([first?.name.text, first?.amount.text.text]).toEqual(['养老设施', '120.50'])
    expect(second?.goals).toHaveLength(1)
    expect(projectsOf(disclosure)).toHaveLength(2)
    expect(linesOf(disclosure)).toHaveLength(6)
  })

  test('of years under the target, and names under the second half of a wide 指标', async () => {
    const disclosure = await readPage('节水建设目标分解表', [
      ['2:指标', '3:预期值'],
      ['', '', '2016年', '2017年', '2018年'],
      ['|2:农业节水', '灌溉水利用系数', '0.72', '0.75', '0.78'],
      ['灌溉控制面积比例', '74%', '74.5%', '75%'],
      ['|2:工业节水', '用水重复利用率', '55%', '65%', '75%'],
      ['企业覆盖率', '7.9%', '15.8%', '23.8%'],
    ])
    const lines = linesOf(disclosure)
    expect(lines).toHaveLength(12)
    expect(lines[0]).toBe('农业节水|灌溉水利用系数|0.72|')
    expect(lines[11]).toBe('工业节水|企业覆盖率|23.8%|')
  })

  test('without a word over headings that are written downwards and on no list', async () => {
    const disclosure = await readPage('规划评估指标体系', [
      ['', '监测指标', '单位', '权重', '目标值'],
      ['|2:社\n会\n保\n障', '生活补助比例', '%', '4', '≥50'],
      ['护理补贴比例', '%', '6', '≥30'],
      ['|2:公\n共\n服\n务', '康复服务人数', '万人', '5', '≥2.5'],
      ['社区活动参与率', '%', '5', '≥65'],
    ])
    expect(projectsOf(disclosure)).toHaveLength(1)
    expect(linesOf(disclosure)[3]).toBe('公共服务|社区活动参与率|≥65%|5')
  })
})

describe('lists of projects with a column for each indicator', () => {
  test('under categories with numbers, name and value in one cell', async () => {
    const disclosure = await readPage('2024年项目支出绩效目标一览表', [
      [
        ...['项目名称', '预算数（万元）', '绩效目标'],
        ...['产出数量指标一', '产出数量指标二', '质量指标（1）', '时效指标1', '成本指标-1', '社会效益指标 1'],
      ],
      [
        ...['甲村道路', '60', '硬化道路3公里。'],
        ...[
          '硬化道路:≥3公里',
          '',
          '验收合格率100%',
          '完成时间\n11月底前',
          '每公里造价≤20万元',
          '出行条件：改善',
        ],
      ],
      [
        ...['乙村水渠', '45', '修水渠2公里，建闸门4座。'],
        ...['修水渠：=2公里', '建闸门\n4座', '', '完工时间:9月底前', '', '灌溉面积增加 300亩'],
      ],
    ])
    expect(projectsOf(disclosure).map(({ name, amount }) => `${name.text} ${amount.text.text}`)).toEqual([
      '甲村道路 60',
      '乙村水渠 45',
    ])
    expect(linesOf(disclosure)).toEqual([
      '产出数量指标一|硬化道路|≥3公里|',
      '质量指标（1）|验收合格率|100%|',
      '时效指标1|完成时间|11月底前|',
      '成本指标-1|每公里造价|≤20万元|',
      '社会效益指标1|出行条件|改善|',
      '产出数量指标一|修水渠|=2公里|',
      '产出数量指标一|建闸门|4座|',
      '时效指标1|完工时间|9月底前|',
      '社会效益指标1|灌溉面积增加|300亩|',
    ])
    const categories = projectsOf(disclosure).flatMap((project) => project.categories)
    expect(categories.map(({ is }) => is)).not.toContain(undefined)
  })

  test('each beside a column of its values', async () => {
    const disclosure = await readPage('2024年项目支出绩效目标一览表', [
      [
        ...['项目名称', '预算数（万元）', '绩效目标', '数量指标1', '指标值', '数量指标2', '指标值'],
        ...['满意度指标', '指标值', '备注'],
      ],
      [
        '甲村道路',
        '60',
        '硬化道路3公里。',
        '硬化道路',
        '≥3公里',
        '装路灯',
        '≥30盏',
        '村民满意度',
        '≥90%',
        '新增',
      ],
      ['乙村水渠', '45', '修水渠2公里。', '修水渠', '≥2公里', '', '', '村民满意度', '≥92%', '续建'],
    ])
    expect(linesOf(disclosure)).toEqual([
      '数量指标1|硬化道路|≥3公里|',
      '数量指标1|装路灯|≥30盏|',
      '满意度指标|村民满意度|≥90%|',
      '数量指标1|修水渠|≥2公里|',
      '满意度指标|村民满意度|≥92%|',
    ])
  })
})

test('tables with a column for each indicator and a row for each district', async () => {
  const disclosure = await readPage('2024年市级帮扶资金（第二批）绩效目标表', [
    ['|3:项目单位', '2:产出指标', '满意度指标'],
    ['质量指标', '数量指标', '服务对象满意度指标'],
    ['投向合规率', '扶持村数', '满意度'],
    ['甲镇', '100%', '≥2个', '≥90%'],
    ['乙镇', '100%', '≥1个', '≥90%'],
  ])
  const [project] = projectsOf(disclosure)
  expect(project?.name.text).toBe('2024年市级帮扶资金（第二批）')
  expect(linesOf(disclosure)).toEqual([
    '产出指标/质量指标|投向合规率|100%|',
    '产出指标/质量指标|投向合规率|100%|',
    '产出指标/数量指标|扶持村数|≥2个|',
    '产出指标/数量指标|扶持村数|≥1个|',
    '满意度指标/服务对象满意度指标|满意度|≥90%|',
    '满意度指标/服务对象满意度指标|满意度|≥90%|',
  ])
  const columns = projectsOf(disclosure)
    .flatMap(indicatorsOf)
    .map(({ indicator }) => indicator.column?.text)
  expect(columns.slice(0, 2)).toEqual(['甲镇', '乙镇'])
})

test('names and values glued under one header are divided', () => {
  const lines = [
    '项目名称\t免费检查',
    '年度资金总额\t24',
    '年度总体目标\t检查妇女2000人。',
    '一级指标\t二级指标\t三级指标年度指标值\t实际完成值\t分值得分',
    '产出指标\t数量指标\t检查人数≥2000人\t2000人\t20分20分',
    '\t质量指标\t检查结果准确率≥95%\t97%\t15分15分',
    '满意度指标\t服务对象满意度指标\t妇女满意度≥90%\t96%\t10分10分',
  ]
  expect(
    printTree(parse(new Source(lines.join('\n'))).disclosure).filter((line) => line.includes(' | ')),
  ).toEqual([
    '      检查人数 | ≥ 2000 人 → (=) 2000 人 | 20 分 | score 20 分 (annual)',
    '      检查结果准确率 | ≥ 95 % → (=) 97 % | 15 分 | score 15 分 (annual)',
    '      妇女满意度 | ≥ 90 % → (=) 96 % | 10 分 | score 10 分 (annual)',
  ])
})

test('a list whose indicators stand in an annex is a list of money', async () => {
  const text = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const lines = [
    '# 专项资金任务清单',
    '单位:万元',
    '',
    ...[
      ['分档', '项目单位', '项目名称', '绩效指标', '分配资金'],
      ['---', '---', '---', '---', '---'],
    ].map(text),
    ...[
      ['第三档', '某区供销社', '冷链试点', '见附件2', '300'],
      ['合计', '', '', '', '300'],
    ].map(text),
    '',
    '绩效目标表',
    '',
    ...[
      ['项目名称', '冷链试点', '项目单位', '某区供销社'],
      ['---', '---', '---', '---'],
    ].map(text),
    ...[
      ['年度资金总额', '300', '', ''],
      ['年度目标', '新增冷库3座。', '', ''],
    ].map(text),
    ...[
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '新增冷库', '≥3座'],
    ].map(text),
  ]
  const { disclosure } = parse(new Source(lines.join('\n')))
  expect(projectsOf(disclosure).map(({ name, amount }) => [name.text, amount.text.text])).toEqual([
    ['冷链试点', '300'],
  ])
})

test('tables with a column for each indicator say the money of each district, and sums that are no targets', async () => {
  const disclosure = await readPage('2024年市级帮扶资金（第二批）绩效目标表', [
    ['|2:项目单位', '|2:补助金额（万元）', '2:产出指标', '满意度指标'],
    ['投向合规率', '扶持村数（个）', '群众满意度'],
    ['甲镇', '8', '100%', '2', '≥90%'],
    ['乙镇', '4', '100%', '1', '≥90%'],
    ['合计', '12', '', '3', ''],
  ])
  const [project] = projectsOf(disclosure)
  expect([project?.name.text, project?.amount.text.text]).toEqual(['2024年市级帮扶资金（第二批）', '12'])
  expect(linesOf(disclosure)).toEqual([
    '产出指标|投向合规率|100%|',
    '产出指标|投向合规率|100%|',
    '产出指标|扶持村数（个）|2|',
    '产出指标|扶持村数（个）|1|',
    '满意度指标|群众满意度|≥90%|',
    '满意度指标|群众满意度|≥90%|',
  ])
  expect(disclosure.leftovers.map(({ text }) => text.text)).toContain('3')
})

describe('money', () => {
  test('of two sources beside each other, each behind 其中, is of one level', async () => {
    const disclosure = await readPage('项目支出绩效目标申报表', [
      ['项目名称', '3:筛查经费'],
      ['项目当年预算(万元)', '3:25.00'],
      ['|2:资金来源(万元)', '其中:上级财政补助资金', '其中:同级财政资金', '其他'],
      ['0.00', '25.00', '0.00'],
      ['年度目标', '3:筛查5000人。'],
    ])
    const [project] = projectsOf(disclosure)
    expect(project?.funding.map(({ level, amount }) => [level, amount.text.text])).toEqual([
      [1, '0.00'],
      [1, '25.00'],
      [1, '0.00'],
    ])
  })

  test('divided by source and again by what is bought, under words for last year and this one', async () => {
    const disclosure = await readPage('项目支出预算绩效目标申报表', [
      ['|2:项目基本情况', '项目名称', '3:幼儿园公用经费'],
      ['主管部门', '3:某县教育局'],
      ['|8:项目资金情况', '|4:项目资金申请（万元）', '项目', '上年度安排资金', '本年度申请资金'],
      ['合计', '213.4', '259'],
      ['市级资金', '', ''],
      ['县级资金', '213.4', '259'],
      ['|4:支出明细预算（万元）', '项目', '上年度安排资金', '本年度申请资金'],
      ['合计', '213.4', '259'],
      ['生均经费', '200.4', '250'],
      ['维修经费', '13', '9'],
      ['年度绩效目标', '4:落实生均经费。'],
    ])
    const projects = projectsOf(disclosure)
    expect(projects.map(({ name, amount }) => [name.text, amount.text.text])).toEqual([
      ['幼儿园公用经费', '259'],
    ])
    expect(projects[0]?.funding.map(({ name, amount }) => [name.text, amount.text.text])).toEqual([
      ['县级资金', '259'],
    ])
  })

  test.each(['自打分', '全年执行数(B'])('under “%s” beside columns of stages is no part', async (words) => {
    const disclosure = await readPage('项目支出绩效自评表', [
      ['项目名称', '6:广播精品资金'],
      ['|3:资金情况', '', '年初预算数', '全年预算数', '执行率', '分值', words],
      ['年度资金总额', '760', '760', '100%', '10', '10'],
      ['其中:财政拨款', '760', '760', '100%', '-', '-'],
      ['年度目标', '6:扶持作品12部。'],
    ])
    const [project] = projectsOf(disclosure)
    expect(project?.funding.map(({ name }) => name.text)).toEqual(['其中:财政拨款'])
  })
})

test('a form of money whose project is named in a line over the table', async () => {
  const money = [
    ['项目起止时间', '3:2020年1月起至2020年12月止'],
    ['计划安排资金(万元)', '700', '实际支出(万元)', '700'],
  ]
  const named = await readPage('农村公路养护绩效自评</p><p>项目名称:某县农村公路养护', money)
  expect(projectsOf(named).map(({ name, amount }) => [name.text, amount.text.text])).toEqual([
    ['某县农村公路养护', '700'],
  ])
  const other = await readPage('固定资产登记</p><p>项目名称:某县农村公路养护', money)
  expect(projectsOf(other)).toEqual([])
})

test.each([
  ['外事接待费专项经费绩效评价表', '外事接待费专项经费'],
  ['专项交通费绩效评价表', '专项交通费'],
  ['2024年度某县民政局专项资金绩效自评表', ''],
  ['某市市级专项资金绩效评价表', ''],
])('the title “%s” names the project “%s”', async (title, name) => {
  const disclosure = await readPage(title, [
    ['一级指标', '二级指标', '三级指标', '目标值'],
    ['产出指标', '数量指标', '接待批次', '≥40批'],
    ['产出指标', '质量指标', '合规率', '≥95%'],
  ])
  expect(projectsOf(disclosure).map((project) => project.name.text)).toEqual([name])
})

test('指标名称 over nothing but categories leaves the names to the descriptions', async () => {
  const disclosure = await readPage('项目支出绩效目标申报表', [
    ['项目名称', '3:路灯养护经费'],
    ['指标类型', '指标名称', '指标值', '指标描述'],
    ['|2:产出指标', '数量指标', '80盏', '全年维修路灯'],
    ['质量指标', '98%', '路灯亮灯率'],
    ['满意度指标', '服务对象满意度指标', '≥90%', '居民对路灯养护的满意率'],
  ])
  expect(linesOf(disclosure)).toEqual([
    '产出指标/数量指标|全年维修路灯|80盏|',
    '产出指标/质量指标|路灯亮灯率|98%|',
    '满意度指标/服务对象满意度指标|居民对路灯养护的满意率|≥90%|',
  ])
})

test('the label in front of a second table says that it is of the year, and the first one of the whole term', async () => {
  const header = ['一级指标', '二级指标', '指标内容', '指标值']
  const disclosure = await readPage('项目支出绩效目标申报表', [
    ['项目名称', '4:经济普查'],
    ['预算资金', '4:30万元'],
    ['|2:项目绩效目标', '总目标', '3:完成经济普查。'],
    ['本年度目标', '3:选聘普查员60名。'],
    ['|3:总目标绩效指标', ...header],
    ['产出指标', '数量指标', '1.普查单位数', '≥900个'],
    ['产出指标', '质量指标', '2.差错率', '≤1‰'],
    ['|2:本年度绩效指标', ...header],
    ['产出指标', '数量指标', '1.选聘普查员', '≥60名'],
  ])
  const [project] = projectsOf(disclosure)
  expect(project?.goals.map(({ term }) => term)).toEqual(['long-term', 'annual'])
  expect(
    projectsOf(disclosure)
      .flatMap(indicatorsOf)
      .map(({ indicator }) => `${indicator.name.text} ${indicator.term}`),
  ).toEqual(['普查单位数 long-term', '选聘普查员 annual', '差错率 long-term'])
})

test('two halves below each other are of the long term and of the year', async () => {
  const header = ['一级指标', '二级指标', '三级指标', '年度指标值']
  const disclosure = await readPage('项目绩效目标公开表', [
    ['项目名称', '4:巡查经费'],
    ['|4:中长期目标', '中长期资金总额', '3:36.00'],
    ['绩效目标', '3:三年巡查120次。'],
    header,
    ['产出指标', '数量指标', '巡查次数', '≥120次'],
    ['|4:绩效目标', '预算金额', '3:12.00'],
    ['绩效目标', '3:巡查40次，发现问题及时整改。'],
    header,
    ['产出指标', '数量指标', '巡查次数', '≥40次'],
  ])
  const [project] = projectsOf(disclosure)
  expect(project?.amount.text.text).toBe('12.00')
  expect(project?.goals.map(({ term }) => term)).toEqual(['long-term', undefined])
  const terms = projectsOf(disclosure)
    .flatMap(indicatorsOf)
    .map(({ indicator }) => [indicator.target.text.text, indicator.term])
  expect(terms).toEqual([
    ['≥120次', 'long-term'],
    ['≥40次', 'annual'],
  ])
})

describe('headings of an office that no list has, in merged cells', () => {
  const FIELDS = [
    ['支出名称', '3:乡镇商贸网点补助'],
    ['额度（万元）', '3:88'],
    ['预想状态', '3:新建改造网点22个，工业品下乡更通畅。'],
  ]

  test('are of level 2 between known ones and the names', async () => {
    const disclosure = await readPage('资金使用绩效登记表', [
      ...FIELDS,
      ['工作维度', '观察角度', '观察内容', '达标线'],
      ['|3:产出指标', '|2:建设规模', '改造商贸网点', '≥22个'],
      ['开通配送线路', '≥9条'],
      ['建设品质', '网点验收合格率', '≥95%'],
      ['效益指标', '消费带动', '网点销售额', '≥900万元'],
    ])
    expect(linesOf(disclosure)).toEqual([
      '产出指标/建设规模|改造商贸网点|≥22个|',
      '产出指标/建设规模|开通配送线路|≥9条|',
      '产出指标/建设品质|网点验收合格率|≥95%|',
      '效益指标/消费带动|网点销售额|≥900万元|',
    ])
  })

  test('head rows of the table, however much these look like a header', async () => {
    const disclosure = await readPage('支出绩效卡', [
      ...FIELDS,
      ['归类', '归类明细', '核查项', '达标线'],
      ['|4:产出指标', '规模', '维护气象站', '46个'],
      ['精度', '观测数据可用率', '≥98%'],
      ['时点', '站点维护巡检', '每季度一次'],
      ['耗费', '单站维护费', '≤0.8万元/个'],
      ['|2:产生效果', '防灾', '预警信息提前发布时间', '≥30分钟'],
      ['公众', '公众预警知晓率', '≥85%'],
    ])
    expect(projectsOf(disclosure).map(({ name }) => name.text)).toEqual(['乡镇商贸网点补助'])
    expect(linesOf(disclosure).slice(2, 5)).toEqual([
      '产出指标/时点|站点维护巡检|每季度一次|',
      '产出指标/耗费|单站维护费|≤0.8万元/个|',
      '产生效果/防灾|预警信息提前发布时间|≥30分钟|',
    ])
  })
})
test('the title of the table in a wide cell of the header, beside one as high as the header', async () => {
  const cell = '[活计][多少]看守渠首 ≥4处\n[活计][质量]闸门启闭成功率 ≥98%\n[口碑][满意度]灌区农户满意度 ≥90%'
  const disclosure = await readPage('某渠管所2025年项目', [
    ['|2:项目名称', '3:项目绩效目标表'],
    ['预算金额（万元）', '绩效目标', '应承'],
    ['渠首值守', '9.6', '渠首全年有人看守，闸门开得动。', cell],
    ['堤顶除草', '3', '堤顶道路通畅。', cell],
  ])
  expect(projectsOf(disclosure).map(({ name, amount }) => `${name.text} ${amount.text.text}`)).toEqual([
    '渠首值守 9.6',
    '堤顶除草 3',
  ])
  const all = projectsOf(disclosure).flatMap(indicatorsOf)
  expect(
    all.map(({ indicator, categories }) => [...categories, indicator].map(({ name }) => name.text).join('/')),
  ).toEqual([...INDICATORS, ...INDICATORS])
})

const INDICATORS = ['活计/多少/看守渠首', '活计/质量/闸门启闭成功率', '口碑/满意度/灌区农户满意度']
