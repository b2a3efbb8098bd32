import { describe, expect, test } from 'vitest'
import { parseTargetCell } from '../../src/grammar/target-cell.ts'
import type { Target } from '../../src/model/disclosure.ts'
import type { PlainDate, Quantity } from '../../src/model/measure.ts'
import { SpannedText } from '../../src/source/spanned-text.ts'

const dateOf = (date: PlainDate | undefined): string =>
  date === undefined ? '' : [date.year, date.month, date.day].filter((part) => part !== undefined).join('-')

const quantityOf = (quantity: Quantity): string => {
  if (quantity.kind === 'period') return `${dateOf(quantity.from)}..${dateOf(quantity.until)}`
  if (quantity.kind === 'baseline')
    return `baseline ${quantity.change === undefined ? '' : quantityOf(quantity.change)}`
  const { comparator, numeral, upperNumeral, unit, change, approximate } = quantity
  const upper = upperNumeral === undefined ? '' : `~${upperNumeral.value.toFixed()}`
  const sign = `${comparator?.sign ?? ''}${change === undefined ? '' : change === 'increase' ? '+' : '-'}`
  return `${sign}${approximate ? 'about ' : ''}${numeral.value.toFixed()}${upper}${unit?.printed ?? ''}`
}

const printed = (target: Target): string => {
  switch (target.kind) {
    case 'measured':
      return quantityOf(target.measure)
    case 'period':
      return quantityOf(target.period)
    case 'baseline':
      return quantityOf(target.baseline)
    case 'qualitative':
      return ['words', ...target.quantities.map(quantityOf)].join(' ')
    default:
      return target.kind
  }
}

/** What the cell of a value is read as, with the cell of its unit and the name in front. */
const read = (value: string, unit = '', name = '数量', isCost = false): string => {
  const whole = [name, value, unit].join('\t')
  const valueAt = name.length + 1
  const unitAt = valueAt + value.length + 1
  const cells = {
    comparator: undefined,
    value: SpannedText.ofSource(whole, { start: valueAt, end: valueAt + value.length }),
    unit: SpannedText.ofSource(whole, { start: unitAt, end: whole.length }),
    column: undefined,
    term: undefined,
  }
  const nameText = SpannedText.ofSource(whole, { start: 0, end: name.length })
  return printed(parseTargetCell(cells, nameText, isCost).target)
}

describe('several numbers in one cell', () => {
  test.each([
    ['一等奖2名,二等奖5名', 'words 2名 5名'],
    ['城区≤5分钟,乡镇≤15分钟', 'words ≤5分钟 ≤15分钟'],
    ['图斑356个，面积1200亩', 'words 356个 1200亩'],
    ['小学720元、初中940元', 'words 720元 940元'],
    ['小学720元初中940元', 'words 720元 940元'],
    ['校级4节；区级2节', 'words 4节 2节'],
    ['室内10场+室外20场', 'words 10场 20场'],
    ['满意率≥95%，评分≥90分', 'words ≥95% ≥90分'],
    ['蔬菜≥500批次，水果≥300批次，畜禽≥200批次', 'words ≥500批次 ≥300批次 ≥200批次'],
    ['博士（1名）、硕士（3名）', 'words 1名 3名'],
    ['水质每月1次，空气每日1次', 'words 1次/月 1次/日'],
    ['10万元×3年', 'words 10万元 3年'],
    ['带动就业50人，人均增收2000元', 'words 50人 +2000元'],
    ['40人次，3期', 'words 40人次 3期'],
    ['3县12乡56村', 'words 3县 12乡 56村'],
    ['100，200，300人', 'words 100 200 300人'],
    ['上半年、下半年各10场', 'words 1-1..6-30 7-1..12-31 10场'],
    ['春秋两季各1次', 'words 1次'],
    ['线上、线下分别10场、20场', 'words 10场 20场'],
    ['上半年200场,下半年300场', 'words 1-1..6-30 200场 7-1..12-31 300场'],
  ])('%s is a list, and none of them the value', (value, expected) => {
    expect(read(value)).toBe(expected)
  })

  test('whose unit is in the next cell is a list too', () => {
    expect(read('物理机96台、虚拟机78台', '台')).toBe('words 96台 78台')
  })

  test.each([
    ['总长3.2公里(左岸1.8公里、右岸1.4公里)', '3.2公里'],
    ['共12场，线上4场', '12场'],
    ['共12场，其中线上4场', '12场'],
    ['12场(线上4场、线下8场)', '12场'],
    ['12场，线上4场、线下8场', '12场'],
    ['室内10场、室外20场，共30场', '30场'],
    ['合计30场：室内10场、室外20场', '30场'],
    ['每季度3场，全年12场', '12场'],
    ['30场，其中室外20场', '30场'],
    ['30场，每场500人', '30场'],
    ['12次，每月1次', '12次'],
    ['不少于30场，力争40场', '≥30场'],
    ['≥40人,≥3期', '≥40人'],
    ['由80%提高到95%', '95%'],
    ['较上年增长5%，达到1200万元', '≥1200万元'],
    ['24小时内处置率100%', '100%'],
    ['65岁以上老人3000人', '3000人'],
    ['每村各2次', '2次'],
    ['总成本15.5万元，设备10万元、人工5.5万元', '15.5万元'],
    ['设备10万元+人工5.5万元=15.5万元', '=15.5万元'],
    ['500元/人×30人=15000元', '=15000元'],
    ['由5起降至2起', '2起'],
    ['7×24小时', '24小时'],
    ['≥95%且≤100%', '95~100%'],
  ])('%s has one value', (value, expected) => {
    expect(read(value)).toBe(expected)
  })
})

describe('brackets in a cell', () => {
  test.each([
    ['12期(每月1期)', '', '12期'],
    ['12期（每月不少于1期）', '', '12期'],
    ['25套(≥23套)', '', '25套'],
    ['280次（不含更新改造）以上', '', '≥280次'],
    ['1500丈以上', '', '≥1500丈'],
    ['90分（百分制）以上', '', '≥90分'],
    ['200人（含临时人员）以内', '', '≤200人'],
    ['30日（自然日）内', '', '≤30日'],
    ['95%(不含)以上', '', '>95%'],
    ['≤3.5（万元）', '', '≤3.5万元'],
    ['3万（元）', '', '3万元'],
    ['90以上（%）', '', '≥90%'],
    ['≥（98）%', '', '≥98%'],
    ['≥（98%）', '', '≥98%'],
    ['（95）', '%', '95%'],
    ['（120）元/人·天', '', '120元/人·天'],
    ['（6期）', '', '6期'],
    ['(1)人员到位', '', 'words'],
  ])('%s with %j is %s', (value, unit, expected) => {
    expect(read(value, unit)).toBe(expected)
  })
})

describe('signs and words that compare', () => {
  test.each([
    ['75以上%', '', '≥75%'],
    ['75以上', '%', '≥75%'],
    ['≤9以内', '%', '≤9%'],
    ['10万+册次', '', 'about 100000册次'],
    ['5+个', '', 'about 5个'],
    ['300+', '人', 'about 300人'],
    ['300人+', '', 'about 300人'],
    ['1+X证书', '', 'words'],
    ['不低于低保标准的1.3倍', '', '≥1.3倍'],
    ['不高于市场价的90%', '', '≤90%'],
    ['不低于上年度的1.1倍', '', '≥1.1倍'],
    ['≮90%', '', '≥90%'],
    ['≯260元', '', '≤260元'],
    ['≰5次', '', '>5次'],
    ['≱5次', '', '<5次'],
    ['⪰5次', '', '≥5次'],
    ['⪯5次', '', '≤5次'],
    ['≳5次', '', '≥5次'],
    ['≲5次', '', '≤5次'],
    ['》90%', '', '>90%'],
    ['》=90%', '', '≥90%'],
    ['《5%', '', '<5%'],
    ['《论语》5讲', '', '5讲'],
    ['《90后干部读本》500册', '', '500册'],
    ['90%≤满意度', '', '≥90%'],
    ['60分＜＝成绩', '', '≥60分'],
    ['75%≤破案率≤100%', '', '75~100%'],
    ['5000人次≤参与人次≤8000人次', '', '5000~8000人次'],
    ['3≤次数≤5', '次', '3~5次'],
    ['95%≥', '', '95%'],
  ])('%s with %j is %s', (value, unit, expected) => {
    expect(read(value, unit)).toBe(expected)
  })
})

describe('units and numbers', () => {
  test.each([
    ['10', '/10万', '10/10万'],
    ['≤10/10万', '', '≤10/10万'],
    ['12.5', '1/10万', '12.5/10万'],
    ['≤50人/10万人', '', '≤50人/10万人'],
    ['≥3/4', '', '≥0.75'],
    ['65岁以上12000', '人', '12000人'],
    ['≤35岁', '', '≤35岁'],
    ['较上年提高2', '个百分点', 'baseline +2个百分点'],
    ['较上年提高2%', '个百分点', 'baseline +2%'],
    ['1，500米', '', '1500米'],
    ['≥12，000人', '', '≥12000人'],
    ['120，000元', '', '120000元'],
    ['1 200户', '', '1200户'],
    ['≥1 234 567元', '', '≥1234567元'],
    ['5 100%', '', '100%'],
    ['5\n100户', '', '100户'],
    ['3，5，7天', '', 'words 3 5 7天'],
    ['提前≥30', '分钟', '≥30分钟'],
  ])('%s with %j is %s', (value, unit, expected) => {
    expect(read(value, unit)).toBe(expected)
  })

  test.each([
    ['≤620万/月', '≤620万元/月'],
    ['≤3.2万/人·年', '≤3.2万元/人·年'],
    ['壹拾伍万元整', '15万元'],
    ['250万', '250万元'],
  ])('the cost %s is %s', (value, expected) => {
    expect(read(value, '', '成本', true)).toBe(expected)
  })

  test.each([
    ['1:16', '0.0625'],
    ['≥1:20', '≥0.05'],
  ])('%s is a ratio where the name says so', (value, expected) => {
    expect(read(value, '', '师生比')).toBe(expected)
  })
})

describe('what is no number', () => {
  test.each([
    ['8:30-17:30', 'words'],
    ['9:00-12:00，14:00-17:00', 'words'],
    ['JTG 5210-2018', 'words'],
    ['GB/T 1234—2018', 'words'],
    ['符合JTG 5210-2018要求', 'words'],
    ['按JGJ59-2011执行', 'words'],
    ['≥良好', 'words'],
    ['≥Ⅲ类', 'words'],
    ['≤合同价', 'words'],
    ['5A级', 'words'],
    ['≥盏', 'unparsed'],
    ['前八名', 'words'],
    ['前10名', 'words 10名'],
    ['____人', 'unparsed'],
    ['（ ）元/人', 'unparsed'],
    ['≥（ ）%', 'unparsed'],
    ['≥**人', 'unparsed'],
    ['XX人', 'unparsed'],
    ['≥@%', 'unparsed'],
  ])('%s: %s', (value, expected) => {
    expect(read(value)).toBe(expected)
  })
})

describe('months without their words', () => {
  test.each([
    ['2021.4', '2021-4-1..2021-4-30'],
    ['2021.12', '2021-12-1..2021-12-31'],
    ['2021/4', '2021-4-1..2021-4-30'],
    ['2021.4底前', '..2021-4-30'],
    ['2021.4-2021.12', '2021-4-1..2021-12-31'],
    ['2021.4-12', '2021-4-1..2021-12-31'],
    ['202301', '2023-1-1..2023-1-31'],
    ['202301-202312', '2023-1-1..2023-12-31'],
    ['20230930', '2023-9-30..2023-9-30'],
  ])('%s is a time where the name says so', (value, expected) => {
    expect(read(value, '', '完成时间')).toBe(expected)
  })

  test.each([
    ['2021.4', '2021.4'],
    ['202301', '202301'],
  ])('%s is a number elsewhere', (value, expected) => {
    expect(read(value, '', '投资额')).toBe(expected)
  })

  test('a period has its place in the source', () => {
    const whole = '完成时间\t202301-202312'
    const name = SpannedText.ofSource(whole, { start: 0, end: 4 })
    const value = SpannedText.ofSource(whole, { start: 5, end: whole.length })
    const cells = { comparator: undefined, value, unit: undefined, column: undefined, term: undefined }
    const { target } = parseTargetCell(cells, name, false)
    expect([target.kind, target.text.text, target.span]).toEqual(['period', '202301-202312', value.span])
  })
})
