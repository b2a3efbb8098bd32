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
