import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { ColumnRole, Disclosure, Reading } from '../../src/model/disclosure.ts'
import { rules } from '../../src/rules/index.ts'
import { unsureReading } from '../../src/rules/unsure-reading.ts'
import type { Span } from '../../src/source/span.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'
import { parseFrozen } from '../../src/test-rule.ts'

const TEXT = `某县2023年项目支出绩效目标公开表
单位及项目名称\t金额(万元)\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值
农技推广\t6.00\t推广农业技术。\t产出指标\t数量指标\t推广品种\t
档案整理\t5.00\t整理档案。\t产出指标\t数量指标\t整理卷宗\t195%
合计 30 元/亩 12月底 ≥3
`

const spanOf = (words: string): Span => {
  const start = TEXT.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}
const textAt = (words: string): SpannedText => SpannedText.ofSource(TEXT, spanOf(words))
const headed = (words: string, role: ColumnRole) => ({ text: textAt(words), role })

const reading = (part: Partial<Reading>): Reading => ({
  span: { start: TEXT.indexOf('单位及'), end: TEXT.length },
  confidence: 0.2,
  inferred: [],
  leftovers: [],
  ...part,
})

const withReadings = (...readings: readonly Reading[]): Disclosure => ({ ...parseFrozen(TEXT), readings })

const only = (...readings: readonly Reading[]) =>
  check(withReadings(...readings), { only: ['unsure-reading'] }, [unsureReading])

describe('unsure-reading', () => {
  test('says nothing of a reading that is sure and complete', () => {
    expect(only()).toEqual([])
    expect(
      only(reading({ confidence: 1 }), reading({ confidence: 0.5, inferred: [headed('指标值', 'target')] })),
    ).toEqual([])
  })

  test('says what was taken for what', () => {
    const inferred = [headed('三级指标', 'indicator'), headed('指标值', 'target')]
    const [finding, ...others] = only(reading({ inferred }))
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      severity: 'warning',
      at: spanOf('三级指标'),
      message: {
        zh: '本表各列的含义难以确定，暂将“三级指标”理解为三级指标、“指标值”理解为指标值，表中内容未予核对',
        en: 'it is unclear how to read this table (taking “三级指标” for indicators, “指标值” for targets), so its contents were not checked',
      },
      related: [{ at: spanOf('指标值'), note: { zh: '理解为指标值', en: 'taken for targets' } }],
      because: { zh: '表头不是已知的名称，各列的含义是按其中的内容推断的。' },
    })
  })

  test('names no more columns than can be read', () => {
    const roles = ['name', 'amount', 'goal', 'level-one', 'level-two'] as const
    const words = ['单位及项目名称', '金额(万元)', '绩效目标', '一级指标', '二级指标']
    const [finding] = only(reading({ inferred: roles.map((role, i) => headed(words[i] ?? '', role)) }))
    expect(finding?.message.zh).toContain('“绩效目标”理解为绩效目标等，')
    expect(finding?.related).toHaveLength(4)
  })

  test('points at all that is left over', () => {
    const leftovers = ['30 元/亩', '12月底', '≥3'].map(textAt)
    const [unsure] = only(reading({ leftovers }))
    expect(unsure?.at).toEqual(spanOf('30 元/亩'))
    expect(unsure?.related?.map(({ at }) => at)).toEqual([spanOf('12月底'), spanOf('≥3')])
    expect(unsure?.message.zh).toBe(
      '本表各列的含义难以确定，表中内容未予核对，另有 3 处金额、日期或数字无法归入任何项目或指标',
    )
    const [sure] = only(reading({ confidence: 0.9, leftovers }))
    expect(sure?.message).toEqual({
      zh: '表中有 3 处金额、日期或数字无法归入任何项目或指标，未予核对：“30 元/亩”“12月底”“≥3”',
      en: '3 amounts, dates or numbers belong to no project or indicator and were not checked: “30 元/亩”“12月底”“≥3”',
    })
  })

  test('is one finding for each table, however much is left over', () => {
    const leftovers = Array.from({ length: 500 }, () => textAt('≥3'))
    const rest = { start: TEXT.indexOf('合计 30'), end: TEXT.length }
    const found = only(reading({ leftovers }), reading({ span: rest }))
    expect(found).toHaveLength(2)
    expect(Math.max(...found.map(({ related = [] }) => related.length))).toBeLessThan(20)
    expect(found.map(({ at }) => at)).toContainEqual({ start: rest.start, end: rest.start })
  })

  test('stands for the rules that need the table', () => {
    const idsOf = (...readings: readonly Reading[]) =>
      new Set(check(withReadings(...readings), {}, rules).map(({ rule }) => rule))
    expect(idsOf()).toContain('percent-out-of-range')
    expect(idsOf()).toContain('missing-target')
    expect([...idsOf(reading({}))]).toEqual(['unsure-reading'])
    expect(idsOf(reading({ confidence: 0.9, leftovers: [textAt('≥3')] }))).toContain('percent-out-of-range')
    const second = { start: TEXT.indexOf('档案整理'), end: TEXT.length }
    expect(idsOf(reading({ span: second }))).toContain('missing-target')
    expect(idsOf(reading({ span: second }))).not.toContain('percent-out-of-range')
  })
})
