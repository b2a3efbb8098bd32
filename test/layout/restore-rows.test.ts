import { describe, expect, test } from 'vitest'
import { restoreRows } from '../../src/layout/text/restore-rows.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

/** The rows with ` | ` between their cells; other lines as they are. */
const restore = (text: string): readonly string[] | undefined =>
  restoreRows(readText(new Source(text)).blocks)?.map((block) =>
    block.kind === 'row'
      ? block.cells.map(({ text }) => text.text).join(' | ')
      : block.kind === 'text'
        ? block.cell.text.text
        : '',
  )

describe('restoreRows', () => {
  test('finds the columns of lines that leave out blank cells', () => {
    expect(
      restore(
        `一级指标 二级指标 三级指标 指标性质 指标值 单位 分值
产出指标 数量指标 培训人数 ≥ 200 人 20
发放手册 ≥ 500 册 10
质量指标 合格率 ≥ 95 % 20
时效指标 完成时间 2022年12月底前 10
效益指标 社会效益指标 就业能力 有效提升 20
满意度指标 服务对象满意度指标 学员满意度 ≥ 90 % 10
合计 90`,
      ),
    ).toEqual([
      '一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 单位 | 分值',
      '产出指标 | 数量指标 | 培训人数 | ≥ | 200 | 人 | 20',
      ' |  | 发放手册 | ≥ | 500 | 册 | 10',
      ' | 质量指标 | 合格率 | ≥ | 95 | % | 20',
      ' | 时效指标 | 完成时间 |  | 2022年12月底前 |  | 10',
      '效益指标 | 社会效益指标 | 就业能力 |  | 有效提升 |  | 20',
      '满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥ | 90 | % | 10',
      '合计 | 90',
    ])
  })

  test('needs no known word over the columns, and knows the label in front of them', () => {
    expect(
      restore(
        `衡量体系 大类 细类 看什么 要求 取数办法
产出指标 数量指标 培训人数 ≥200人 依据台账核对
发放手册 ≥500册 依据台账核对
质量指标 合格率 ≥95% 依据试卷核对
效益指标 社会效益指标 就业能力 有效提升
满意度指标 服务对象满意度 学员满意度 ≥90% 依据问卷核对`,
      ),
    ).toEqual([
      '衡量体系 | 大类 | 细类 | 看什么 | 要求 | 取数办法',
      ' | 产出指标 | 数量指标 | 培训人数 | ≥200人 | 依据台账核对',
      ' |  |  | 发放手册 | ≥500册 | 依据台账核对',
      ' |  | 质量指标 | 合格率 | ≥95% | 依据试卷核对',
      ' | 效益指标 | 社会效益指标 | 就业能力 | 有效提升 | ',
      ' | 满意度指标 | 服务对象满意度 | 学员满意度 | ≥90% | 依据问卷核对',
    ])
  })

  test('keeps blanks inside a cell', () => {
    const rows = restore(
      `一级指标 二级指标 三级指标 指标值
产出指标 数量指标 新建 标准化 教室 ≥3间
质量指标 设备合格率( ≥** ) ≥95%
时效指标 按期完工率 ≥90%`,
    )
    expect(rows?.slice(1)).toEqual([
      '产出指标 | 数量指标 | 新建 标准化 教室 | ≥3间',
      ' | 质量指标 | 设备合格率( ≥** ) | ≥95%',
      ' | 时效指标 | 按期完工率 | ≥90%',
    ])
  })

  test('puts the goal and its result under their heads', () => {
    const rows = restore(
      `年度总体目标 预期目标 实际完成情况
完成200人的技能培训，帮助学员就业。
完成180人的技能培训，就业120人。
一级指标 二级指标 三级指标 指标值
产出指标 数量指标 培训人数 ≥200人
质量指标 合格率 ≥95%`,
    )
    expect(rows?.[1]).toBe(' | 完成200人的技能培训，帮助学员就业。 | 完成180人的技能培训，就业120人。')
  })

  test('leaves lines that are no table', () => {
    expect(restore('数量指标：培训人数≥200人\n质量指标：合格率≥95%')).toBeUndefined()
  })
})
