import { describe, expect, test } from 'vitest'
import { findMarkers } from '../../src/grammar/marker.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

/** The markers found, as printed, with their style and ordinal. */
const markersOf = (text: string): string[] =>
  findMarkers(SpannedText.ofSource(text, { start: 0, end: text.length })).map(
    ({ text: printed, style, ordinal }) =>
      `${printed.text} ${style}${ordinal === undefined ? '' : ` ${ordinal}`}`,
  )

describe('findMarkers', () => {
  test.each([
    ['一、甲 二、乙 十二、丙', ['一、 chinese 1', '二、 chinese 2']],
    ['一、甲\n十二、丙', ['一、 chinese 1', '十二、 chinese 12']],
    ['（一）甲（二）乙', ['（一） bracketed-chinese 1', '（二） bracketed-chinese 2']],
    ['１．甲 ２．乙', ['１． decimal 1', '２． decimal 2']],
    ['①甲②乙', ['① circled 1', '② circled 2']],
    ['- 甲\n- 乙 - 丙\n-丁', ['- bullet', '- bullet']],
    [
      '⑴甲 ⑵乙 ⒈丙 ㈢丁',
      ['⑴ bracketed-decimal 1', '⑵ bracketed-decimal 2', '⒈ decimal 1', '㈢ bracketed-chinese 3'],
    ],
    ['目标1:甲目标2:乙', ['目标1: goal 1', '目标2: goal 2']],
    ['指标1：甲 指标2 乙', ['指标1： indicator 1', '指标2 indicator 2']],
    ['★1.甲 ★2.乙', ['★1. decimal 1', '★2. decimal 2']],
    ['数量指标1.甲40人2.乙3期', ['1. decimal 1', '2. decimal 2']],
    ['1、2022年甲 2、乙', ['1、 decimal 1', '2、 decimal 2']],
    ['一、甲。 三、乙。 四、丙。', ['一、 chinese 1', '三、 chinese 3', '四、 chinese 4']],
    ['一、甲。 一、乙。', ['一、 chinese 1', '一、 chinese 1']],
    ['1.2022年甲 2.3.5公里乙', ['1. decimal 1', '2. decimal 2']],
    ['1、0-6岁儿童 2、2型糖尿病 3、65岁以上', ['1、 decimal 1', '2、 decimal 2', '3、 decimal 3']],
    ['1.甲 2.2型糖尿病 3.3岁以下', ['1. decimal 1', '2. decimal 2', '3. decimal 3']],
    ['1.1数量指标 1.1.1甲 1.1.2乙', ['1.1 dotted 1', '1.1.1 dotted 1', '1.1.2 dotted 2']],
    ['1.甲\n3.乙\n2.丙', ['1. decimal 1', '3. decimal 3', '2. decimal 2']],
  ])('finds those of %j', (text, markers) => {
    expect(markersOf(text)).toEqual(markers)
  })

  test.each([
    '成本≤3.25万元',
    '建设道路 1.5 万亩',
    '完成项目1、项目2、项目3',
    '覆盖3、4、5月',
    '覆盖 1、2季度',
    '共 1、2月份',
    '每周二、周四开展',
    '第一、二产业',
    '“三支一扶”人员',
    '人数 ≥ 40. 以上',
    '二等奖(3)个',
    '目标20万元',
    '指标完成3个',
    '',
    '((((',
    '1.5',
    '《规划(2022-2025年)》',
    '完成培训。3月底前验收',
  ])('finds none in %j', (text) => {
    expect(markersOf(text)).toEqual([])
  })

  test('reads on behind what is no marker', () => {
    expect(markersOf('劳动保障宣传成本 ≤3.25万元 二、效益指标')).toEqual(['二、 chinese 2'])
  })

  test('takes no decimal for a month', () => {
    const text = '1.元旦前备料;2.6月30日前检定水表;3.年底前验收'
    expect(markersOf(text)).toEqual(['1. decimal 1', '2. decimal 2', '3. decimal 3'])
  })
})
