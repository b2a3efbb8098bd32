import { Decimal } from '../../../src/index.ts'
import { squeeze } from './plain-text.ts'

/** Numbers and units by what they mean: 万人次 and 人次, 名 and 人, 元/人·月 and 元/月/人. */

/** The number that a text is, without separators; `undefined` where it is none. */
export const decimalOf = (text: string | undefined | null): Decimal | undefined => {
  const number = squeeze(text).replaceAll(',', '')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(number) ? new Decimal(number) : undefined
}

const SAME_UNIT: Readonly<Record<string, string>> = {
  百分比: '%',
  百分点: '%',
  $: '%',
  '％': '%',
  km: '公里',
  千米: '公里',
  m: '米',
  cm: '厘米',
  平米: '平方米',
  '㎡': '平方米',
  m2: '平方米',
  平方: '平方米',
  人数: '人',
  名: '人',
  位: '人',
  个人: '人',
  月: '个月',
  日: '天',
  年度: '年',
}
const SCALES: Readonly<Record<string, string>> = { 百: '100', 千: '1000', 万: '10000', 亿: '100000000' }

interface PlainUnit {
  readonly factor: Decimal
  readonly name: string
}

const same = (unit: string): string => SAME_UNIT[unit] ?? SAME_UNIT[unit.toLowerCase()] ?? unit

/** A unit as a factor and a name that other spellings of it share; nothing printed is the factor 1 and no name. */
export const plainUnit = (text: string | undefined | null): PlainUnit => {
  const unit = squeeze(text)
  const [head, ...rest] = unit.split(/[/·每]/).filter((part) => part !== '')
  if (head === undefined) return { factor: new Decimal(1), name: '' }
  const per = rest.map(same).sort()
  // 250万 is money, whatever it stands for.
  if (head === '万' || head === '亿' || head === '千') {
    return { factor: new Decimal(SCALES[head] as string), name: ['元', ...per].join('/') }
  }
  const [, scale, base] = /^([万亿千百])(?!分|米)(.+)$/.exec(head) ?? []
  let factor = new Decimal(scale === undefined ? 1 : (SCALES[scale] as string))
  let name = base ?? head
  if (scale === undefined && head === '‰') {
    factor = new Decimal('0.1')
    name = '%'
  }
  return { factor, name: [same(name), ...per].join('/') }
}

export const isSameUnit = (a: string, b: string): boolean => {
  const [one, other] = [plainUnit(a), plainUnit(b)]
  return one.name === other.name && one.factor.equals(other.factor)
}

/** Whether two numbers with their units say the same. */
export const isSameAmount = (
  a: string,
  aUnit: string | undefined | null,
  b: string,
  bUnit: string | undefined | null,
): boolean => {
  const [one, other] = [decimalOf(a), decimalOf(b)]
  if (one === undefined || other === undefined) return false
  if (one.equals(other)) return true
  const [unit, otherUnit] = [plainUnit(aUnit), plainUnit(bUnit)]
  if (unit.name === otherUnit.name && one.times(unit.factor).equals(other.times(otherUnit.factor)))
    return true
  if (unit.name === '比例' && otherUnit.name === '%') return one.times(100).equals(other)
  return unit.name === '%' && otherUnit.name === '比例' && one.equals(other.times(100))
}

const SIGNS: Readonly<Record<string, string>> = {
  '>=': '≥',
  '≧': '≥',
  '<=': '≤',
  '≦': '≤',
  大于等于: '≥',
  小于等于: '≤',
  等于: '=',
  大于: '>',
  小于: '<',
}

/** A comparator as one sign; `undefined` for none. */
export const signOf = (text: string | undefined | null): string | undefined => {
  const sign = squeeze(text)
  return sign === '' ? undefined : (SIGNS[sign] ?? sign)
}
