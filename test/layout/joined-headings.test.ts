import { describe, expect, test } from 'vitest'
import { indicatorsIn, tabbed } from '../support/said-of-text.ts'

describe('two headings in one cell', () => {
  test('are both levels, whatever joins them and wherever their column stands', () => {
    const text = tabbed(
      '项目名称|冬季除雪',
      '预算金额|12万元',
      '年度目标|雪后当日路面畅通。',
      '内容|应达到|层级',
      '除雪里程|≥86公里|产出—数量',
      '机械完好率|≥95%|产出—质量',
      '行车事故|0起|效益—社会效益',
      '司机满意度|≥90%|满意度—服务对象',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出 / 数量 / 除雪里程 / ≥86公里',
      '产出 / 质量 / 机械完好率 / ≥95%',
      '效益 / 社会效益 / 行车事故 / 0起',
      '满意度 / 服务对象 / 司机满意度 / ≥90%',
    ])
  })

  test('stand in front of names without a header', () => {
    const text = tabbed(
      '项目名称|冬季除雪',
      '预算金额|12万元',
      '年度目标|雪后当日路面畅通。',
      '产出指标/数量指标|除雪里程≥86公里',
      '产出指标/成本指标|每公里除雪≤600元',
      '满意度指标/服务对象满意度指标|司机满意度≥90%',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出指标 / 数量指标 / 除雪里程 / ≥86公里',
      '产出指标 / 成本指标 / 每公里除雪 / ≤600元',
      '满意度指标 / 服务对象满意度指标 / 司机满意度 / ≥90%',
    ])
  })

  test('stand below each other, or behind semicolons', () => {
    const rows = [
      '<tr><td>类型</td><td>要点</td><td>应达到</td></tr>',
      '<tr><td>产出<br>数量</td><td>除雪里程</td><td>≥86公里</td></tr>',
      '<tr><td>效益<br>社会效益</td><td>行车事故</td><td>0起</td></tr>',
      '<tr><td>满意度</td><td>司机满意度</td><td>≥90%</td></tr>',
    ]
    const head =
      '<tr><td>项目名称</td><td colspan="2">冬季除雪</td></tr><tr><td>经费</td><td colspan="2">12万元</td></tr>'
    expect(indicatorsIn(`<table>${head}${rows.join('')}</table>`)).toEqual([
      '产出 / 数量 / 除雪里程 / ≥86公里',
      '效益 / 社会效益 / 行车事故 / 0起',
      '满意度 / 司机满意度 / ≥90%',
    ])
    const text = tabbed(
      '项目名称|金额|目标|指标',
      '冬季除雪|12|雪后当日畅通|产出-数量：除雪里程≥86公里；效益-社会效益：行车事故0起；满意度-司机：司机满意度≥90%',
    )
    expect(indicatorsIn(text)).toEqual([
      '产出 / 数量 / 除雪里程 / ≥86公里',
      '效益 / 社会效益 / 行车事故 / 0起',
      '满意度 / 司机 / 司机满意度 / ≥90%',
    ])
  })
})
