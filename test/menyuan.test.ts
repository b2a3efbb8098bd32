import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import type { Finding } from '../src/model/finding.ts'
import { agenciesOf, indicatorsOf, projectsOf } from '../src/model/walk.ts'
import { parse } from '../src/parse.ts'
import { Source } from '../src/source/source.ts'
import type { Span } from '../src/source/span.ts'
import { sampleOf } from './support/sample.ts'

const TEXT = readFileSync(
  new URL('../fixtures/text/single-cell/menyuan-2022/input.txt', import.meta.url),
  'utf8',
)
const source = new Source(TEXT)
const { disclosure } = parse(source)

const placeOf = ({ start }: Span): string => {
  const { line, column } = source.position(start)
  return `${line}:${column}`
}

describe('the Menyuan filing of 2022', () => {
  test('has exactly these problems', () => {
    const lines = check(disclosure).map(({ rule, severity, at, related = [] }) =>
      [severity, rule, placeOf(at), ...related.map((other) => placeOf(other.at))].join(' '),
    )
    expect(lines).toEqual([
      'warning stale-baseline 9:660 3:9 13:539',
      'error goal-indicator-mismatch 10:129 10:258',
      'info goal-not-covered 13:139',
      'info goal-not-covered 17:58',
      'warning goal-cost-mismatch 18:71 18:47 18:328',
    ])
  })

  test('has them in Chinese', () => {
    expect(check(disclosure).map(({ message }) => message.zh)).toEqual([
      '指标“吸纳高校人才就业数”的基准为“≥2020年实际值”，2022 年预算应以 2021 年为基准',
      '绩效目标为“80人以上”，指标「“三支一扶”新增岗位」为“≥90个”，指标高于目标',
      '绩效目标中的“40人以上”没有对应的指标',
      '绩效目标中的“1次”没有对应的指标',
      '按目标测算 2元/年·卷 × 2800册 = 5600元 = 0.56万元，与成本指标“人事档案管理成本”的“≤1.8万元”不符',
    ])
  })

  test('has them in English', () => {
    expect(check(disclosure).map(({ message }) => message.en)).toEqual([
      'the baseline of “吸纳高校人才就业数” is “≥2020年实际值”; a budget for 2022 should use the year 2021',
      'the goal says “80人以上”, the indicator 「“三支一扶”新增岗位」 says “≥90个”: the indicator is stricter than the goal',
      'no indicator measures “40人以上”, which the goal promises',
      'no indicator measures “1次”, which the goal promises',
      'the goal comes to 2元/年·卷 × 2800册 = 5600元 = 0.56万元, which does not fit the cost indicator “人事档案管理成本”, “≤1.8万元”',
    ])
  })
})

/** A number of the filing whose every digit is changed, and the rules of which one must say so. */
interface Site {
  readonly at: Span
  readonly rules: readonly string[]
}

const SUMS = ['total-mismatch', 'subtotal-mismatch']
const PROMISES = ['goal-indicator-mismatch', 'goal-cost-mismatch', 'goal-not-covered']
// `≤000元` is no number but a placeholder, which can't be read.
const UNREAD = 'unparsed-text'
const COSTS = [
  UNREAD,
  'cost-exceeds-amount',
  'cost-rate-exceeds-amount',
  'cost-below-amount',
  'goal-cost-mismatch',
]
// A year outside the centuries of budgets is no baseline any more.
const BASELINES = ['stale-baseline', UNREAD]

const amounts: readonly Site[] = [
  ...disclosure.totals,
  ...agenciesOf(disclosure),
  ...projectsOf(disclosure),
].flatMap(({ amount }) => (amount.kind === 'amount' ? [{ at: amount.numeral.text.span, rules: SUMS }] : []))

const promises: readonly Site[] = projectsOf(disclosure)
  .flatMap(({ goals }) => goals.flatMap(({ quantities }) => quantities))
  .flatMap((quantity) =>
    quantity.kind === 'measure' ? [{ at: quantity.numeral.text.span, rules: PROMISES }] : [],
  )

const costs: Site[] = []
const counts: Site[] = []
const shares: Site[] = []
const baselines: Site[] = []
for (const { indicator, categoryId } of projectsOf(disclosure).flatMap(indicatorsOf)) {
  const { target } = indicator
  if (target.kind === 'baseline') {
    const at = target.baseline.text.text.search(/\d{4}/) + target.span.start
    baselines.push({ at: { start: at, end: at + 4 }, rules: BASELINES })
  }
  if (target.kind !== 'measured') continue
  const at = target.measure.numeral.text.span
  if (categoryId === 'cost') costs.push({ at, rules: COSTS })
  else if (target.measure.unit?.dimension === 'share') shares.push({ at, rules: ['percent-out-of-range'] })
  else if (/^(?:≥90个|176人|≥2800册|≥500份)$/.test(target.text.text))
    counts.push({ at, rules: [...PROMISES, UNREAD] })
}

/** What may be changed without anybody being wrong, with the reason. */
const HARMLESS: Readonly<Record<string, { readonly to: RegExp; readonly because: string }>> = {
  '9:604': {
    to: /./,
    because: '500元/位 × 40人 + 35元/位 × 40人 + 5000元 + 9500元 are still less than 4万元',
  },
  '9:661': { to: /^2021$/, because: 'the year before the budget year is the right one' },
  '10:129': { to: /^90$/, because: 'goal and indicator agree' },
  '10:259': { to: /^80$/, because: 'goal and indicator agree' },
  '13:392': { to: /^(?:[1-4]00|50[1-7])$/, because: '507元/位 × 70人 + 14500元 ≤ 5万元' },
  '13:425': { to: /^(?:[1-4]0|5[1-7])$/, because: '57元/位 × 70人 + 46000元 ≤ 5万元' },
  '13:449': { to: /^(?:[1-4]000|5[1-5]00|50[1-9]0|500[1-9])$/, because: '5500元 + 44500元 ≤ 5万元' },
  '13:480': { to: /^(?:[1-5]000|6[1-5]00|60[1-9]0|600[1-9])$/, because: '6500元 + 43500元 ≤ 5万元' },
  '18:71': {
    to: /^[4-6]$/,
    because: '4~6元 × 2800册 are 1.12~1.68万元, within the limit of 1.8万元 and near it',
  },
}

/** 新增岗位00人以上 promises no number: there is nothing that could contradict an indicator. */
const PLACEHOLDER = /^00+$/

interface Change {
  readonly printed: string
  readonly findings: readonly Finding[]
}

/** The filing with each digit of a number replaced by each of the other digits. */
function* changesOf({ start, end }: Span, digits: string): Generator<Change> {
  for (let at = start; at < end; at += 1) {
    if (!/\d/.test(TEXT.charAt(at))) continue
    for (const digit of digits) {
      if (digit === TEXT.charAt(at)) continue
      const text = TEXT.slice(0, at) + digit + TEXT.slice(at + 1)
      yield { printed: text.slice(start, end), findings: check(parse(new Source(text)).disclosure) }
    }
  }
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const isFound = ({ at, rules }: Site, { findings }: Change): boolean =>
  findings.some(
    (finding) =>
      rules.includes(finding.rule) &&
      [finding.at, ...(finding.related ?? []).map((other) => other.at)].some((place) => touches(place, at)),
  )

const always = (_: string): boolean => true

/** What each digit is changed to. */
const DIGITS = sampleOf([...'0123456789']).join('')

const tally = { changes: 0, harmless: 0 }

/** What is changed unnoticed must be just what the table of harmless changes says. */
const expectFound = (site: Site, isWrong = always, digits = DIGITS): void => {
  const changes = [...changesOf(site.at, digits)].filter(({ printed }) => isWrong(printed))
  const missed = changes.filter((change) => !isFound(site, change)).map(({ printed }) => printed)
  const harmless = HARMLESS[placeOf(site.at)]?.to ?? /^$/
  const isHarmless = (printed: string): boolean =>
    harmless.test(printed) || (promises.includes(site) && PLACEHOLDER.test(printed))
  tally.changes += changes.length
  tally.harmless += missed.length
  expect(changes.length).toBeGreaterThan(0)
  expect(missed).toEqual(changes.map(({ printed }) => printed).filter(isHarmless))
}

const named = (sites: readonly Site[]) =>
  sites.map((site) => [`${TEXT.slice(site.at.start, site.at.end)} at ${placeOf(site.at)}`, site] as const)

describe('one changed digit is found', () => {
  afterAll(() => {
    const { changes, harmless } = tally
    console.info(
      `${changes - harmless} of ${changes} changed digits are found; ${harmless} are provably harmless`,
    )
  })

  describe('in an amount', () => {
    test.each(named(amounts))('%s', (_, site) => expectFound(site))
  })

  describe('in a number that a goal promises', () => {
    test.each(named(promises))('%s', (_, site) => expectFound(site))
  })

  describe('in an indicator that measures such a number', () => {
    test.each(named(counts))('%s', (_, site) => expectFound(site))
  })

  describe('in a cost limit or a price', () => {
    test.each(named(costs))('%s', (_, site) => expectFound(site))
  })

  describe('in the year of a baseline', () => {
    test.each(named(baselines))('%s', (_, site) => expectFound(site))
  })

  describe('in a share, where it comes to more than the whole', () => {
    test.each(named(shares.filter(({ at }) => at.end - at.start === 3)))('%s', (_, site) =>
      expectFound(site, (printed) => Number(printed) > 100, '159'),
    )
  })
})
