import { describe, expect, test } from 'vitest'
import { fieldsIn, indicatorsIn, tabbed } from '../support/said-of-text.ts'

/** What a file is read as where nothing in it is known. */
const NOTHING: readonly string[] = []

describe('a form in which no word is in any list', () => {
  const HEAD = ['办件|渠首值守', '备款(万元)|9.6', '所图|渠首全年有人看守，闸门开得动。']
  const ROWS = [
    '多寡|看守渠首|4处',
    '好歹|闸门启闭成功率|≥98%',
    '迟早|险情上报|≤30分钟',
    '俭奢|每处看守费|≤2.4万元/处',
    '人情|灌区农户叫好率|≥90%',
  ]

  test('is read by the targets of many units that only such a table has', () => {
    const text = tabbed('某渠管所办事单', ...HEAD, '面|点|线', ...ROWS)
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.6 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toEqual([
      '多寡 / 看守渠首 / 4处',
      '好歹 / 闸门启闭成功率 / ≥98%',
      '迟早 / 险情上报 / ≤30分钟',
      '俭奢 / 每处看守费 / ≤2.4万元/处',
      '人情 / 灌区农户叫好率 / ≥90%',
    ])
  })

  test('may have words of two levels', () => {
    const text = tabbed(
      '某渠管所办事单',
      ...HEAD,
      '大面|小面|点|线',
      ...ROWS.map((row, i) => `${i < 4 ? '当年办妥' : '往后见效'}|${row}`),
    )
    expect(indicatorsIn(text).slice(0, 2)).toEqual([
      '当年办妥 / 多寡 / 看守渠首 / 4处',
      '当年办妥 / 好歹 / 闸门启闭成功率 / ≥98%',
    ])
  })

  test('may have 指标内容 in front of its headers', () => {
    const levels = ['当年办妥', '当年办妥', '当年办妥', '往后见效', '往后见效']
    const rows = ROWS.map((row, i) => `|${levels[i]}|${row}`)
    expect(
      indicatorsIn(tabbed('某渠管所办事单', ...HEAD, '指标内容|大面|小面|点|目标说明（量化）', ...rows)),
    ).toEqual([
      '当年办妥 / 多寡 / 看守渠首 / 4处',
      '当年办妥 / 好歹 / 闸门启闭成功率 / ≥98%',
      '当年办妥 / 迟早 / 险情上报 / ≤30分钟',
      '往后见效 / 俭奢 / 每处看守费 / ≤2.4万元/处',
      '往后见效 / 人情 / 灌区农户叫好率 / ≥90%',
    ])
  })

  test('may have the signs in a column of their own', () => {
    const text = tabbed(
      '某渠管所办事单',
      ...HEAD,
      '面|点|上下|数|量词',
      '多寡|看守渠首|等于|4|处',
      '好歹|闸门启闭成功率|不低于|98|%',
      '迟早|险情上报|不高于|30|分钟',
      '人情|灌区农户叫好率|不低于|90|%',
    )
    expect(indicatorsIn(text)).toEqual([
      '多寡 / 看守渠首 / 等于4处',
      '好歹 / 闸门启闭成功率 / 不低于98%',
      '迟早 / 险情上报 / 不高于30分钟',
      '人情 / 灌区农户叫好率 / 不低于90%',
    ])
  })

  test('may be a list that names its project in front of its money and goal', () => {
    const [first, ...rows] = ROWS
    const text = tabbed(
      '某渠管所办事单',
      '办件|备款(万元)|所图|面|点|线',
      `渠首值守|9.6|渠首全年有人看守，闸门开得动。|${first}`,
      ...rows.map((row) => `|||${row}`),
    )
    expect(fieldsIn(text)).toEqual(['渠首值守 | 9.6 | 渠首全年有人看守，闸门开得动。'])
    expect(indicatorsIn(text)).toHaveLength(5)
  })
})

describe('columns that contents tell', () => {
  const HEAD = ['事项|渠道清淤', '数额（万元）|30', '所图|清淤18公里，灌溉用水畅通。']

  test('where a header word looks like a quality', () => {
    const text = tabbed(
      ...HEAD,
      '考核方面|考核内容|高低|完成标准|量词',
      '任务|清淤渠道|=|18|公里',
      '任务|一次验收通过率|=|100|%',
      '进度|全部完工用时|≤|90|天',
      '成效|灌溉用水|定性|明显改善|',
      '评价|农户满意度|≥|90|%',
    )
    expect(indicatorsIn(text)).toEqual([
      '任务 / 清淤渠道 / =18公里',
      '任务 / 一次验收通过率 / =100%',
      '进度 / 全部完工用时 / ≤90天',
      '成效 / 灌溉用水 / 明显改善',
      '评价 / 农户满意度 / ≥90%',
    ])
  })

  test('of several places, each with its own target', () => {
    const text = tabbed(
      ...HEAD,
      '内容|上湾村|下湾村|河口村',
      '清淤渠道（公里）|8|6|4',
      '验收合格率|100%|100%|100%',
      '每公里支出|1.6万元/公里|1.6万元/公里|1.7万元/公里',
      '农户满意度|≥90%|≥90%|≥88%',
    )
    expect(indicatorsIn(text).slice(6)).toEqual([
      '每公里支出 / 1.6万元/公里',
      '每公里支出 / 1.6万元/公里',
      '每公里支出 / 1.7万元/公里',
      '农户满意度 / ≥90%',
      '农户满意度 / ≥90%',
      '农户满意度 / ≥88%',
    ])
  })

  test('of lower and of upper limits in one unit', () => {
    const text = tabbed(
      ...HEAD,
      '比例事项|年内做到|分值',
      '断面达标率|≥98%|30',
      '误工率|≤2%|20',
      '验收一次通过率|≥95%|30',
      '农户满意度|≥90%|20',
    )
    expect(indicatorsIn(text)[1]).toBe('误工率 / ≤2%')
  })

  test('under a heading that forms have as a label', () => {
    const text = tabbed(
      ...HEAD,
      '板块|三级指标|符号|数|量词',
      '任务|清淤渠道|=|18|公里',
      '标准|验收合格率|≥|95|%',
      '资金|每公里支出|≤|1.7|万元/公里',
      '备注|按季报送进度|||',
    )
    expect(indicatorsIn(text)).toEqual([
      '任务 / 清淤渠道 / =18公里',
      '标准 / 验收合格率 / ≥95%',
      '资金 / 每公里支出 / ≤1.7万元/公里',
    ])
  })
})

describe('words that are short or say something else elsewhere', () => {
  const TABLE = [
    '一级指标|二级指标|三级指标|指标值',
    '产出|数量|清淤渠道|18公里',
    '满意度|农户|农户满意度|≥90%',
  ]

  test.each(['资金：2,150万元', '预算：2,150万元'])('are labels of money in front of a sum: %s', (money) => {
    const text = tabbed('绩效目标表', `项目名称：渠道清淤    实施单位：某县水利局    ${money}`, ...TABLE)
    expect(fieldsIn(text)).toEqual(['渠道清淤 | 2,150万元'])
  })

  test('head what projects are to reach where a list has no goals', () => {
    const text = tabbed(
      '课题名称|金额|实施内容|一级指标|二级指标|三级指标|任务数',
      '水稻选育|120|选育耐盐碱水稻新品系3个。|产出指标|数量指标|育成新品系|3个',
      '|||效益指标|社会效益指标|推广面积|≥500亩',
    )
    expect(fieldsIn(text)).toEqual(['水稻选育 | 120 | 选育耐盐碱水稻新品系3个。'])
    const both = text.replace('实施内容', '绩效目标\t实施内容').replace('\t选育', '\t育成新品系。\t选育')
    expect(fieldsIn(both.replace('\n\t\t', '\n\t\t\t'))).toEqual(['水稻选育 | 120 | 育成新品系。'])
  })
})

describe('what is no table of targets', () => {
  test('facts in many units, without signs', () => {
    const text = tabbed(
      '某县概况',
      '门类|名目|数',
      '农业|粮食产量|12.6万吨',
      '农业|耕地|48万亩',
      '工业|规上企业|36家',
      '教育|入学率|99.6%',
      '交通|公路|1260公里',
    )
    expect(indicatorsIn(text)).toEqual(NOTHING)
  })

  test('facts of several places, without signs', () => {
    const text = tabbed(
      '某县三镇概况',
      '名目|东河镇|南坪镇|西岭乡',
      '户数|3600户|2900户|1800户',
      '耕地|4.1万亩|3.2万亩|2.6万亩',
      '道路硬化率|100%|98%|95%',
      '学校|6所|5所|3所',
    )
    expect(indicatorsIn(text)).toEqual(NOTHING)
  })

  test('limits of one thing', () => {
    const text = tabbed(
      '水质限值',
      '类|物质|限值',
      '甲|砷|≤0.01mg/L',
      '甲|镉|≤0.005mg/L',
      '乙|铅|≤0.01mg/L',
      '乙|汞|≤0.001mg/L',
      '乙|硒|≤0.01mg/L',
    )
    expect(indicatorsIn(text)).toEqual(NOTHING)
  })
})

describe('words of level 2 that no list has', () => {
  test('stand between 产出 and names, where some end as headings do', () => {
    const text = tabbed(
      '项目名称|校园安保',
      '资金|36万元',
      '目标|为12所学校配备保安24名，保障师生安全。',
      '指标|类别|内容|目标值',
      '产出|工作量|配备保安|24名',
      '产出|工作质量|持证上岗率|100%',
      '效益|社会影响|校园安全事故|0起',
      '评价|家长评价|家长满意率|≥95%',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出 / 工作量 / 配备保安 / 24名',
      '产出 / 工作质量 / 持证上岗率 / 100%',
      '效益 / 社会影响 / 校园安全事故 / 0起',
      '评价 / 家长评价 / 家长满意率 / ≥95%',
    ])
  })
})

describe('lines', () => {
  test('below a title that speaks of goals are a list', () => {
    const text = [
      '2023年桥梁养护项目绩效目标',
      '1.桥梁检测12座',
      '2.巡查里程≥90公里',
      '3.路面完好率≥95%',
      '4.群众满意度≥90%',
    ].join('\n')
    expect(indicatorsIn(text)).toEqual([
      '桥梁检测 / 12座',
      '巡查里程 / ≥90公里',
      '路面完好率 / ≥95%',
      '群众满意度 / ≥90%',
    ])
  })

  test('may each begin with words of their own', () => {
    const text = [
      '某镇2023年除雪经费说明',
      '事由：乡村道路除雪保畅',
      '经费：9.9万元，镇级自筹。',
      '图什么：降雪后24小时内主要村道恢复通行。',
      '干多少——除雪村道：≥66公里。',
      '干得好——除雪后路面通行率：≥98%。',
      '干得快——雪停后打通村道：≤24小时。',
      '得好处——雪天出行受阻：明显减少。',
    ].join('\n')
    expect(fieldsIn(text)).toEqual(['乡村道路除雪保畅 | 9.9万元 | 降雪后24小时内主要村道恢复通行。'])
    expect(indicatorsIn(text)).toEqual([
      '干多少 / 除雪村道 / ≥66公里',
      '干得好 / 除雪后路面通行率 / ≥98%',
      '干得快 / 雪停后打通村道 / ≤24小时',
      '得好处 / 雪天出行受阻 / 明显减少',
    ])
  })
})

describe('headings of an office that no list has, in text without borders', () => {
  const withFields = (...rows: readonly string[]): string =>
    [
      '项目支出绩效目标表',
      '项目名称 城乡公交补贴',
      '项目资金（万元） 96.2',
      '年度目标 补贴公交线路12条。',
      ...rows,
    ].join('\n')

  test('may begin with a known one', () => {
    const text = withFields(
      '一级指标 二级指标 三级指标 指标值',
      '产出指标 数量指标 补贴公交线路 ≥12条',
      '延长末班时间 =6条',
      '质量指标 线路准点率 ≥92%',
      '成本控制数 公交运营补贴 ≤96.2万元',
      '效益指标 出行成效 公交分担率 ≥31%',
      '满意度指标 乘客评价 乘客满意度 ≥90%',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出指标 / 数量指标 / 补贴公交线路 / ≥12条',
      '产出指标 / 数量指标 / 延长末班时间 / =6条',
      '产出指标 / 质量指标 / 线路准点率 / ≥92%',
      '产出指标 / 成本控制数 / 公交运营补贴 / ≤96.2万元',
      '效益指标 / 出行成效 / 公交分担率 / ≥31%',
      '满意度指标 / 乘客评价 / 乘客满意度 / ≥90%',
    ])
  })

  const inLines = (...rows: readonly string[]): string =>
    [
      '项目支出绩效目标表\n项目名称\n城乡公交补贴\n年度资金总额\n96.2万元\n年度目标\n补贴公交线路12条。',
      '一级指标\n二级指标\n三级指标\n指标值',
      ...rows.map((row) => row.replaceAll(' ', '\n')),
    ].join('\n')

  test('may stand in lines of their own', () => {
    const text = inLines(
      '产出指标 线路规模 补贴公交线路 ≥12条 延长末班时间 =6条',
      '质量指标 线路准点率 ≥92%',
      '经费控制 公交运营补贴 ≤96.2万元',
      '效益指标 惠及人群 年运送乘客 ≥210万人次 可持续影响指标 公交优先机制 健全',
      '满意度指标 服务对象满意度指标 乘客满意度 ≥90%',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出指标 / 线路规模 / 补贴公交线路 / ≥12条',
      '产出指标 / 线路规模 / 延长末班时间 / =6条',
      '产出指标 / 质量指标 / 线路准点率 / ≥92%',
      '产出指标 / 经费控制 / 公交运营补贴 / ≤96.2万元',
      '效益指标 / 惠及人群 / 年运送乘客 / ≥210万人次',
      '效益指标 / 可持续影响指标 / 公交优先机制 / 健全',
      '满意度指标 / 服务对象满意度指标 / 乘客满意度 / ≥90%',
    ])
  })

  test('are none where names are broken over lines', () => {
    const text = inLines(
      '产出指标 数量指标 补贴城乡 公交线路 ≥12条',
      '质量指标 线路准点率 ≥92%',
      '效益指标 社会效益指标 年运送乘客 ≥210万人次',
      '满意度指标 服务对象满意度指标 乘客满意度 ≥90%',
    )
    expect(indicatorsIn(text)[0]).toBe('产出指标 / 数量指标 / 补贴城乡\n公交线路 / ≥12条')
  })

  test('may be glued to what stands behind them', () => {
    const text = withFields(
      '一级指标二级指标三级指标年度指标值权数',
      '产出指标(50分)数量指标补贴公交线路≥12条15',
      '延长末班时间=6条10',
      '准点性指标线路正点发车率≥92%15',
      '成本指标公交运营补贴≤96.2万元10',
      '贡献指标(30分)社会效益指标市民出行条件有所改善30',
      '满意度指标(10分)服务对象满意度指标乘客满意度≥90%10',
    ).replaceAll(/ (?=\S)/g, '')
    expect(indicatorsIn(text).slice(2)).toEqual([
      '产出指标 / 准点性指标 / 线路正点发车率 / ≥92%',
      '产出指标 / 成本指标 / 公交运营补贴 / ≤96.2万元',
      '贡献指标 / 社会效益指标 / 市民出行条件 / 有所改善',
      '满意度指标 / 服务对象满意度指标 / 乘客满意度 / ≥90%',
    ])
  })
})
