import { describe, expect, test } from 'vitest'
import { fieldsIn, indicatorsIn, tabbed } from '../support/said-of-text.ts'

describe('目标 in a list', () => {
  test('heads the goals where another column has what is measured', () => {
    const text = tabbed(
      '工作事项|安排(万元)|目标|一级|二级|三级|衡量尺度',
      '湿地巡护|8|守住候鸟栖息地|产出|数量|巡护里程|≥900公里',
      '|||效益|生态效益|栖息鸟种|≥60种',
      '|||满意度||观鸟者满意度|≥85%',
      '标牌更新|3|游客找得到路|产出|数量|更新标牌|45块',
      '|||效益|社会效益|问路投诉|0起',
    )
    expect(fieldsIn(text)).toEqual(['湿地巡护 | 8 | 守住候鸟栖息地', '标牌更新 | 3 | 游客找得到路'])
    expect(indicatorsIn(text)).toEqual([
      '产出 / 数量 / 巡护里程 / ≥900公里',
      '效益 / 生态效益 / 栖息鸟种 / ≥60种',
      '满意度 / 观鸟者满意度 / ≥85%',
      '产出 / 数量 / 更新标牌 / 45块',
      '效益 / 社会效益 / 问路投诉 / 0起',
    ])
  })

  test('heads them behind the indicators, too', () => {
    const text = tabbed(
      '做什么|做到多少|二级指标|一级指标|目标|金额(万元)|项目名称',
      '更换滤芯|240只|数量指标|产出指标|师生喝上净水|4|净水设备维护',
      '出水合格率|100%|质量指标|产出指标|师生喝上净水|4|净水设备维护',
      '师生满意度|≥90%|服务对象满意度指标|满意度指标|师生喝上净水|4|净水设备维护',
    )
    expect(fieldsIn(text)).toEqual(['净水设备维护 | 4 | 师生喝上净水'])
    expect(indicatorsIn(text)).toHaveLength(3)
  })

  test('still heads the targets where nothing else does', () => {
    const text = tabbed(
      '项目名称|苗圃灌溉',
      '一级指标|二级指标|指标|目标|分值',
      '产出指标|数量指标|铺设管道|600米|50',
      '效益指标|生态效益指标|节水|明显|50',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出指标 / 数量指标 / 铺设管道 / 600米',
      '效益指标 / 生态效益指标 / 节水 / 明显',
    ])
  })
})

test('单位 over units is that of the values, whatever heads these', () => {
  const text = tabbed(
    '项目名称|路口信号灯改造|资金|26万元',
    '绩效目标|减少路口拥堵',
    '指标|如何比较|界限|单位',
    '改造路口|等于|4|个',
    '平均等待|小于等于|70|秒',
    '驾驶人满意度|大于等于|85|%',
  )
  expect(indicatorsIn(text)).toEqual([
    '改造路口 / 等于4个',
    '平均等待 / 小于等于70秒',
    '驾驶人满意度 / 大于等于85%',
  ])
})

describe('headings in front of names', () => {
  const list = (...names: readonly [string, string, string]): string =>
    tabbed(
      '项目|经费(万元)|目标|考察点|值',
      `羊肚菌示范|12|带动村民种菌|${names[0]}|≥30亩`,
      `羊肚菌示范|12|带动村民种菌|${names[1]}|≥2000元`,
      `羊肚菌示范|12|带动村民种菌|${names[2]}|≥90%`,
    )
  const read = ['种植面积 / ≥30亩', '户均增收 / ≥2000元', '农户满意度 / ≥90%'] as const

  test.each(['·', '-', '/', ':'])('are parted from them by %s', (mark) => {
    const names = list(
      `产出${mark}数量${mark}种植面积`,
      `效益${mark}经济效益${mark}户均增收`,
      `满意度${mark}服务对象满意度${mark}农户满意度`,
    )
    expect(indicatorsIn(names)).toEqual([
      `产出 / 数量 / ${read[0]}`,
      `效益 / 经济效益 / ${read[1]}`,
      `满意度 / 服务对象满意度 / ${read[2]}`,
    ])
  })

  test('may be those of level 2 alone', () => {
    const names = list('数量指标:种植面积', '经济效益:户均增收', '满意度指标:农户满意度')
    expect(indicatorsIn(names)).toEqual([
      `数量指标 / ${read[0]}`,
      `经济效益 / ${read[1]}`,
      `满意度指标 / ${read[2]}`,
    ])
    expect(fieldsIn(names)).toEqual(['羊肚菌示范 | 12 | 带动村民种菌'])
  })

  test('are words of the name where no mark follows', () => {
    expect(indicatorsIn(list('质量合格率', '成本/收益比', '满意度调查面'))).toEqual([
      '质量合格率 / ≥30亩',
      '成本/收益比 / ≥2000元',
      '满意度调查面 / ≥90%',
    ])
  })

  test('may be joined in front of each indicator of a cell', () => {
    const text = [
      '单位及用款事项,金额（万元）,绩效目标,绩效指标',
      '某县图书馆,7,,',
      '流动书车,4,把书送到村口,"产出-数量：停靠站点（≥40个）',
      '效益-社会效益：借阅人次（≥6000人次）',
      '满意度-服务对象满意度：读者满意度（≥90%）"',
      '古籍除尘,3,延长古籍寿命,"产出-数量：除尘古籍（900册）',
      '效益-可持续影响：古籍保存（完好）',
      '满意度-服务对象满意度：读者满意度（≥90%）"',
    ].join('\n')
    expect(fieldsIn(text)).toEqual(['流动书车 | 4 | 把书送到村口', '古籍除尘 | 3 | 延长古籍寿命'])
    expect(indicatorsIn(text).slice(0, 2)).toEqual([
      '产出 / 数量 / 停靠站点 / ≥40个',
      '效益 / 社会效益 / 借阅人次 / ≥6000人次',
    ])
  })
})

describe('a header of two words', () => {
  const form = (...lines: readonly string[]): string =>
    tabbed('项目名称|街角花坛', '资金|3万元', '绩效目标|街角四季有花', ...lines)

  test('may have one that nobody knows over the values', () => {
    expect(
      indicatorsIn(form('指标|达到多少', '栽植花苗|6000株', '成活率|不低于95%', '浇水|每周2次')),
    ).toEqual(['栽植花苗 / 6000株', '成活率 / 不低于95%', '浇水 / 每周2次'])
  })

  test('may have codes in front of it, and a word that is a quality elsewhere', () => {
    expect(
      indicatorsIn(
        form(
          '指标代号|指标|通过线',
          'A-1|栽植花苗|6000株',
          'A-2|成活率|≥95%',
          'A-3|补种|≤3天',
          'A-4|市民满意度|≥90%',
        ),
      ),
    ).toEqual(['栽植花苗 / 6000株', '成活率 / ≥95%', '补种 / ≤3天', '市民满意度 / ≥90%'])
  })
})

test('short words behind labels are those of each project in a table with a column for each', () => {
  const text = tabbed(
    '项目名称|冬季取暖|屋顶防水',
    '金额(万元)|18|7',
    '年度目标|教室不冷|雨天不漏',
    '数量指标|改造教室:24间|铺设卷材:900平方米',
    '质量指标|室温达标:是|一次验收:合格',
    '满意度指标|师生满意度:≥90%|师生满意度:≥92%',
  )
  expect(fieldsIn(text)).toEqual(['冬季取暖 | 18 | 教室不冷', '屋顶防水 | 7 | 雨天不漏'])
  expect(indicatorsIn(text)).toHaveLength(6)
})

describe('words for notes in a list', () => {
  test('评价要点 heads names, one in each row', () => {
    const text = tabbed(
      '事项|经费安排|任务目标|大类|小类|评价要点|完成标准',
      '湿地巡护|8|守住候鸟栖息地，减少干扰|产出|数量|巡护里程|≥900公里',
      '|||效益|生态效益|栖息鸟种|≥60种',
      '标牌更新|3|让游客找得到路，少绕路|产出|数量|更新标牌|45块',
      '|||效益|社会效益|问路投诉|0起',
    )
    expect(fieldsIn(text)).toEqual([
      '湿地巡护 | 8 | 守住候鸟栖息地，减少干扰',
      '标牌更新 | 3 | 让游客找得到路，少绕路',
    ])
    expect(indicatorsIn(text)[1]).toBe('效益 / 生态效益 / 栖息鸟种 / ≥60种')
  })

  test('标准 heads values where nothing else does', () => {
    const text = tabbed(
      '项目名称|湿地巡护',
      '核定经费|8万元',
      '巡护目标|守住候鸟栖息地，减少干扰',
      '标准|内容|所属分项|所属大类',
      '≥900公里|巡护里程|数量指标|产出指标',
      '≥60种|栖息鸟种|生态效益指标|效益指标',
      '≥85%|观鸟者满意度|服务对象满意度指标|满意度指标',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出指标 / 数量指标 / 巡护里程 / ≥900公里',
      '效益指标 / 生态效益指标 / 栖息鸟种 / ≥60种',
      '满意度指标 / 服务对象满意度指标 / 观鸟者满意度 / ≥85%',
    ])
  })
})

describe('a list of projects with all indicators in a cell', () => {
  test('has its goals under 目标', () => {
    const text = tabbed(
      '项目名称|投入|目标|指标',
      '湿地巡护|8|守住候鸟栖息地，减少干扰|数量：巡护里程≥900公里；生态效益：栖息鸟种≥60种',
      '标牌更新|3.5|让游客找得到路，少绕路|数量：更新标牌45块；满意度：游客满意度≥85%',
    )
    expect(fieldsIn(text)).toEqual([
      '湿地巡护 | 8 | 守住候鸟栖息地，减少干扰',
      '标牌更新 | 3.5 | 让游客找得到路，少绕路',
    ])
    expect(indicatorsIn(text)).toEqual([
      '数量 / 巡护里程 / ≥900公里',
      '生态效益 / 栖息鸟种 / ≥60种',
      '数量 / 更新标牌 / 45块',
      '满意度 / 游客满意度 / ≥85%',
    ])
  })

  test('has them under 指标值, too, and its goals under words that no list has', () => {
    const text = tabbed(
      '项目名称|资金|绩效内容|指标值',
      '湿地巡护|8|守住候鸟栖息地|1.产出数量：巡护里程≥900公里 2.生态效益：栖息鸟种≥60种',
      '标牌更新|3.5|让游客找得到路|1.产出数量：更新标牌45块 2.满意度：游客满意度≥85%',
    )
    expect(fieldsIn(text)).toEqual(['湿地巡护 | 8 | 守住候鸟栖息地', '标牌更新 | 3.5 | 让游客找得到路'])
    expect(indicatorsIn(text)).toEqual([
      '产出数量 / 巡护里程 / ≥900公里',
      '生态效益 / 栖息鸟种 / ≥60种',
      '产出数量 / 更新标牌 / 45块',
      '满意度 / 游客满意度 / ≥85%',
    ])
  })
})
