import { describe, expect, test } from 'vitest'
import { readPage } from '../support/html-table.ts'
import { fieldsIn, indicatorsIn, tabbed } from '../support/said-of-text.ts'

describe('a list with categories over cells that hold indicators', () => {
  test('has those of level 2 under each of level 1, also under one that stands over one column', async () => {
    const disclosure = await readPage('某区2025年项目绩效目标一览表', [
      [
        '|2:序号',
        '|2:项目名称',
        '|2:预算金额（万元）',
        '|2:绩效目标',
        '2:产出指标',
        '成本指标',
        '满意度指标',
      ],
      ['数量指标', '时效指标', '经济成本', '服务对象满意度'],
      [
        '1',
        '环卫保洁',
        '1860',
        '保持街道整洁。',
        '管护公厕86座；\n清运垃圾≥4万吨',
        '日清率≥98%',
        '作业经费≤1860万元',
        '市民满意度≥90%',
      ],
      ['2', '路灯维护', '120', '路灯亮得起来。', '维修路灯≥1500盏', '', '维修费用≤120万元', '市民满意度≥88%'],
    ])
    expect(fieldsIn(disclosure)).toEqual([
      '环卫保洁 | 1860 | 保持街道整洁。',
      '路灯维护 | 120 | 路灯亮得起来。',
    ])
    expect(indicatorsIn(disclosure)).toEqual([
      '产出指标 / 数量指标 / 管护公厕 / 86座',
      '产出指标 / 数量指标 / 清运垃圾 / ≥4万吨',
      '产出指标 / 时效指标 / 日清率 / ≥98%',
      '成本指标 / 经济成本 / 作业经费 / ≤1860万元',
      '满意度指标 / 服务对象满意度 / 市民满意度 / ≥90%',
      '产出指标 / 数量指标 / 维修路灯 / ≥1500盏',
      '成本指标 / 经济成本 / 维修费用 / ≤120万元',
      '满意度指标 / 服务对象满意度 / 市民满意度 / ≥88%',
    ])
  })

  test('has own words beside them also over qualities', async () => {
    const disclosure = await readPage('某县2024年项目绩效目标一览表', [
      ['|2:项目名称', '|2:预算金额（万元）', '|2:绩效目标', '2:产出', '成效', '|2:用水户评价'],
      ['数量', '质量', '社会'],
      [
        '水窖修缮',
        '36',
        '修好旧水窖。',
        '修缮水窖≥40口',
        '蓄水合格率≥95%',
        '山区饮水条件：明显改善',
        '用水户满意度≥90%',
      ],
      [
        '管网巡护',
        '18',
        '管网少漏水。',
        '巡护管网=75公里',
        '漏点处置率=100%',
        '供水秩序：稳定',
        '用水户满意度≥92%',
      ],
    ])
    expect(indicatorsIn(disclosure)).toEqual([
      '产出 / 数量 / 修缮水窖 / ≥40口',
      '产出 / 质量 / 蓄水合格率 / ≥95%',
      '成效 / 社会 / 山区饮水条件 / 明显改善',
      '用水户评价 / 用水户满意度 / ≥90%',
      '产出 / 数量 / 巡护管网 / =75公里',
      '产出 / 质量 / 漏点处置率 / =100%',
      '成效 / 社会 / 供水秩序 / 稳定',
      '用水户评价 / 用水户满意度 / ≥92%',
    ])
  })

  test('may print them in short below words of its own, and those of level 2 in the cells', async () => {
    const disclosure = await readPage('某镇2024年预期成果表', [
      ['|2:项目名称', '|2:安排资金（万元）', '|2:要达成什么', '3:怎么衡量'],
      ['产出', '效益', '满意度'],
      [
        '人居整治',
        '96.8',
        '48名保洁员常态化保洁，生活垃圾日产日清。',
        '数量：保洁员48人，清运车辆6台；质量：考核合格率92%以上',
        '社会效益：村容村貌明显改善',
        '村民满意度≥90%',
      ],
      [
        '走访慰问',
        '7.2',
        '春节期间走访慰问120户以上。',
        '数量：走访困难群众不少于120户',
        '',
        '慰问对象满意度≥95%',
      ],
    ])
    expect(fieldsIn(disclosure)).toEqual([
      '人居整治 | 96.8 | 48名保洁员常态化保洁，生活垃圾日产日清。',
      '走访慰问 | 7.2 | 春节期间走访慰问120户以上。',
    ])
    expect(indicatorsIn(disclosure)).toEqual([
      '产出 / 数量 / 保洁员 / 48人',
      '产出 / 数量 / 清运车辆 / 6台',
      '产出 / 质量 / 考核合格率 / 92%以上',
      '效益 / 社会效益 / 村容村貌 / 明显改善',
      '满意度 / 村民满意度 / ≥90%',
      '产出 / 数量 / 走访困难群众 / 不少于120户',
      '满意度 / 慰问对象满意度 / ≥95%',
    ])
  })

  test('need have no goals', () => {
    const text = tabbed(
      '2025年项目绩效表',
      '项目名称|给的钱（万元）|产出|效益|满意度',
      '路灯维护|120|数量：维修路灯≥1500盏|社会效益：亮灯率≥98%|市民满意度≥88%',
      '公厕管护|86|数量：管护公厕≥86座|社会效益：开放率≥98%|市民满意度≥90%',
    )
    expect(fieldsIn(text)).toEqual(['路灯维护 | 120', '公厕管护 | 86'])
    expect(indicatorsIn(text)).toHaveLength(6)
  })

  test('may have words of its own beside and below those that are known', async () => {
    const disclosure = await readPage('某县2025年项目绩效目标表', [
      ['|2:项目名称', '|2:金额（万元）', '|2:年度目标', '2:产出指标', '口碑', '|2:其中县级', '|2:备注'],
      ['数量', '花销', '乡亲点赞'],
      [
        '渠道清淤',
        '86.5',
        '清淤支渠23公里。',
        '清淤支渠≥23公里',
        '清淤费用≤3.6万元',
        '用水户满意度≥92%',
        '上限≤20万元',
        '≥2次拨付',
      ],
      [
        '机井维修',
        '41.2',
        '维修机井60眼。',
        '维修机井≥60眼',
        '维修费用≤0.7万元',
        '村民满意度≥90%',
        '上限≤10万元',
        '≥2次拨付',
      ],
    ])
    expect(indicatorsIn(disclosure)).toEqual([
      '产出指标 / 数量 / 清淤支渠 / ≥23公里',
      '产出指标 / 花销 / 清淤费用 / ≤3.6万元',
      '口碑 / 乡亲点赞 / 用水户满意度 / ≥92%',
      '产出指标 / 数量 / 维修机井 / ≥60眼',
      '产出指标 / 花销 / 维修费用 / ≤0.7万元',
      '口碑 / 乡亲点赞 / 村民满意度 / ≥90%',
    ])
  })

  test('may have but one that is known', () => {
    const text = tabbed(
      '2025年项目绩效目标表',
      '项目名称|金额（万元）|目标|产出|效果|乡亲评价',
      '渠道清淤|86.5|清淤支渠23公里，改善灌溉。|清淤支渠≥23公里|受益农户≥1800户|用水户满意度≥92%',
      '机井维修|41.2|维修机井60眼，抽得出水。|维修机井≥60眼|受益农户≥900户|村民满意度≥90%',
    )
    expect(fieldsIn(text)).toEqual([
      '渠道清淤 | 86.5 | 清淤支渠23公里，改善灌溉。',
      '机井维修 | 41.2 | 维修机井60眼，抽得出水。',
    ])
    expect(indicatorsIn(text).slice(0, 3)).toEqual([
      '产出 / 清淤支渠 / ≥23公里',
      '效果 / 受益农户 / ≥1800户',
      '乡亲评价 / 用水户满意度 / ≥92%',
    ])
  })

  test('is no list of what is bought', () => {
    expect(
      fieldsIn(tabbed('采购清单', '品名|数量|质量|成本', '钢管|30根|合格|600元', '水泥|20袋|合格|500元')),
    ).toEqual([])
  })
})

describe('a sentence for each project', () => {
  const list = (label: string, other = '考核要点'): string =>
    tabbed(
      '2024年重点项目目标公开表',
      `项目名称|预算数|${label}|${other}`,
      '森林管护|186.4|对12万亩天然林开展常年巡护，管护责任逐片落实。|数量指标：管护面积≥12万亩；质量指标：管护合格率≥95%；满意度指标：群众满意度≥90%',
      '病虫害防治|45|春秋两季开展防治1.8万亩次，压低虫口密度。|数量指标：防治面积≥1.8万亩次；质量指标：无公害防治率≥85%；满意度指标：农户满意度≥88%',
    )

  test.each([
    ['目标说明', '考核要点'],
    ['目标说明', '绩效指标'],
    ['干成什么样', '考核要点'],
  ])('is its goal beside all its indicators, under %s and %s', (label, other) => {
    const text = list(label, other)
    expect(fieldsIn(text)).toEqual([
      '森林管护 | 186.4 | 对12万亩天然林开展常年巡护，管护责任逐片落实。',
      '病虫害防治 | 45 | 春秋两季开展防治1.8万亩次，压低虫口密度。',
    ])
    expect(indicatorsIn(text)).toHaveLength(6)
  })

  test.each(['立项依据', '备注', '项目概况'])('is none under %s', (label) => {
    expect(fieldsIn(list(label, '绩效指标'))).toEqual(['森林管护 | 186.4', '病虫害防治 | 45'])
  })
})

describe('all indicators of a project in a cell', () => {
  const INDICATORS = [
    '数量：清淤支渠≥23公里\n质量：工程验收合格率≥95%\n满意度：用水户满意度≥92%',
    '数量：维修老旧机井≥60眼\n质量：机井完好率≥96%\n满意度：村民满意度≥90%',
  ] as const
  const REASON = '依据县政府会议纪要安排该项资金，多年来设施老化，群众反映强烈。'
  const GOALS = ['清淤支渠，改善灌溉条件，保障下游农田用水。', '维修老旧机井，确保旱季抽得出水。'] as const
  const FIELDS = [`渠道清淤 | 86.50 | ${GOALS[0]}`, `机井维修 | 41 | ${GOALS[1]}`]
  const LINES = [
    '数量 / 清淤支渠 / ≥23公里',
    '质量 / 工程验收合格率 / ≥95%',
    '满意度 / 用水户满意度 / ≥92%',
    '数量 / 维修老旧机井 / ≥60眼',
    '质量 / 机井完好率 / ≥96%',
    '满意度 / 村民满意度 / ≥90%',
  ]

  test('are told by headings in short, each in its line, under words that nobody knows', async () => {
    const disclosure = await readPage('某县2025年项目表（单位：万元）', [
      ['事项', '给多少钱', '想干成啥', '拿什么来量'],
      ['渠道清淤', '86.50', GOALS[0], INDICATORS[0]],
      ['机井维修', '41', GOALS[1], INDICATORS[1]],
    ])
    expect(fieldsIn(disclosure)).toEqual(FIELDS)
    expect(indicatorsIn(disclosure)).toEqual(LINES)
  })

  test('stand under 绩效指标说明 where no other word speaks of them', async () => {
    const disclosure = await readPage('某县2025年项目表（单位：万元）', [
      ['项目名称', '金额', '工作目标说明', '绩效指标说明'],
      ['渠道清淤', '86.50', GOALS[0], INDICATORS[0]],
      ['机井维修', '41', GOALS[1], INDICATORS[1]],
    ])
    expect(fieldsIn(disclosure)).toEqual(FIELDS)
    expect(indicatorsIn(disclosure)).toEqual(LINES)
  })

  test('may stand behind what is the same for all projects, which is no goal', async () => {
    const disclosure = await readPage('某县2025年项目表（单位：万元）', [
      ['项目名称', '资金安排', '立项由来', '办成的事', '考核点'],
      ['渠道清淤', '86.50', REASON, GOALS[0], INDICATORS[0]],
      ['机井维修', '41', REASON, GOALS[1], INDICATORS[1]],
    ])
    expect(fieldsIn(disclosure)).toEqual(FIELDS)
  })

  test('may stand under a word of its own beside money over several columns', async () => {
    const disclosure = await readPage('某县2025年项目表', [
      ['|2:项目名称', '3:资金（万元）', '|2:目标概述', '|2:指标情况'],
      ['合计', '财政', '自筹'],
      ['渠道清淤', '86.50', '80.50', '6', GOALS[0], INDICATORS[0]],
      ['机井维修', '41', '41', '', GOALS[1], INDICATORS[1]],
    ])
    expect(fieldsIn(disclosure)).toEqual(FIELDS)
    expect(indicatorsIn(disclosure)).toEqual(LINES)
  })
})

test('that nothing comes of something is a value behind the name', () => {
  const text = tabbed(
    '项目绩效目标表',
    '项目名称|金额（万元）|绩效目标|产出指标|效益指标|满意度指标',
    '违建治理|64.5|遏制新增违建。|拆除面积≥9000平方米|违建增量零增长；社会消费品零售增长率≥3%|群众满意度≥85%',
  )
  expect(indicatorsIn(text)).toEqual([
    '产出指标 / 拆除面积 / ≥9000平方米',
    '效益指标 / 违建增量 / 零增长',
    '效益指标 / 社会消费品零售增长率 / ≥3%',
    '满意度指标 / 群众满意度 / ≥85%',
  ])
})
