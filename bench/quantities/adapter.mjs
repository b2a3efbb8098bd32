// Adapter from scanQuantities to the record format of a quantity scorer: (text) => [{ start, end, kind, value, … }].
// Values have scales multiplied out: money in 元, shares in points of a hundred, durations by unit name.
import { importSource } from './bundle.mjs'

const { parseMeasures } = await importSource('src/grammar/quantity/index.ts')

const two = (n) => String(n).padStart(2, '0')
const iso = (d) =>
  d === undefined
    ? null
    : `${d.year === undefined ? 'XXXX' : String(d.year).padStart(4, '0')}-${two(d.month ?? 1)}-${two(d.day ?? 1)}`

const DURATIONS = new Map([
  ['秒', 'second'],
  ['月', 'month'],
  ['工作日', 'workday'],
])
const CURRENCIES = new Map(
  Object.entries({
    元: 'CNY',
    美元: 'USD',
    欧元: 'EUR',
    英镑: 'GBP',
    日元: 'JPY',
    港元: 'HKD',
    新台币: 'TWD',
    韩元: 'KRW',
    泰铢: 'THB',
    澳元: 'AUD',
    印度卢比: 'INR',
    林吉特: 'MYR',
    比特币: 'XBT',
  }),
)

const convertPeriod = (p, start) => {
  const lower = iso(p.from)
  const upper = iso(p.until)
  const one = lower !== null && lower === upper
  return {
    start,
    end: start + p.text.length,
    kind: 'date',
    value: one ? lower : null,
    lower: one ? null : lower,
    upper: one ? null : upper,
    lowerInclusive: !p.fromExcluded,
    upperInclusive: !p.untilExcluded,
    unit: null,
  }
}

const convertMeasure = (m, start) => {
  const { unit } = m
  const { lower, upper, lowerInclusive, upperInclusive } = m.interval
  const base = { start, end: start + m.text.length, lowerInclusive, upperInclusive }
  const kind = kindOf(m)
  const scale = scaleOf(unit)
  const print = (d) => (d === undefined ? null : (scale === undefined ? d : d.times(scale)).toFixed())
  const point = lower !== undefined && upper !== undefined && lower.equals(upper)
  // 多 and 余 on a duration are reported by its printed value
  const single = point || (kind === 'duration' && m.comparator === undefined && upper === undefined)
  return {
    ...base,
    kind,
    value: single ? print(lower) : null,
    lower: single ? null : print(lower),
    upper: single ? null : print(upper),
    unit: unitName(kind, unit),
  }
}

const kindOf = ({ unit, upperNumeral, interval }) => {
  if (unit === undefined)
    return upperNumeral !== undefined || (interval.lower === undefined) !== (interval.upper === undefined)
      ? 'range'
      : 'number'
  if (unit.per.length > 0) return 'measure'
  // without points in the text, 分 is the hundredth of a 元
  if (unit.dimension === 'money' || unit.dimension === 'points') return 'money'
  if (unit.dimension === 'share') return 'percent'
  // below the second: the unit as printed
  if (unit.dimension === 'time') return unit.scale.lessThan(1) ? 'measure' : 'duration'
  return 'count'
}

const scaleOf = (unit) => {
  if (unit === undefined || (unit.dimension === 'time' && unit.scale.lessThan(1))) return undefined
  if (unit.dimension === 'points') return '0.01'
  if (unit.base.includes('字节') || unit.base.includes('比特')) return unit.scale
  if (['length', 'mass', 'volume', 'area'].includes(unit.dimension)) return bigScale(unit)
  return unit.scale
}

/** The scale word of a physical unit (20万公斤), without the unit's own. */
const bigScale = (unit) => {
  const [word] = /^[十百千万亿]*/.exec(unit.printed)
  if (/^千[米克瓦]/.test(unit.printed)) return 1
  return [...word].reduce((n, c) => n * { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }[c], 1)
}

const unitName = (kind, unit) => {
  if (unit === undefined) return null
  if (kind === 'duration') return DURATIONS.get(unit.base) ?? unit.base
  if (kind === 'money') return unit.dimension === 'points' ? 'CNY' : (CURRENCIES.get(unit.base) ?? unit.base)
  if (kind === 'percent') return unit.base
  if (unit.per.length > 0) return unit.printed.replace('公里/小时', 'km/h').replace('千米/小时', 'km/h')
  return unit.printed.replace(/^[十百千万亿]+(?=[^米克瓦])/, '')
}

const PARTS = /(\d+(?:\.\d+)?)\s*个?多?(年|月|日|天|小时|分|秒)/g
const PART_NAMES = { 年: 'year', 月: 'month', 日: 'day', 天: 'day', 小时: 'hour', 分: 'minute', 秒: 'second' }

/** The parts of a compound duration as printed. */
const partsOf = (text) => {
  const parts = {}
  for (const [, number, unit] of text.matchAll(PARTS)) parts[PART_NAMES[unit]] = number
  return Object.keys(parts).length > 1 ? parts : undefined
}

// biome-ignore lint/style/noDefaultExport: the scorer asks for one
export default (text) => {
  const found = []
  for (const q of parseMeasures(text, { anyNumber: true })) {
    const start = q.span.start
    if (q.kind === 'period') found.push(convertPeriod(q, start))
    else if (q.kind === 'measure') {
      const measure = convertMeasure(q, start)
      const parts = measure.kind === 'duration' ? partsOf(q.text.folded) : undefined
      found.push(parts === undefined ? measure : { ...measure, parts })
    } else if (q.change !== undefined) found.push(convertMeasure(q.change, q.change.span.start))
  }
  return found
}
