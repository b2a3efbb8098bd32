import { beforeAll, describe, expect, test } from 'vitest'
import { HOSTILE_SEEDS } from '../support/hostile-seeds.ts'
import { loadCounted, type WorkOf } from '../support/work.ts'

// A cell with one thing over and over, a list with many indicators, a row with many cells: twice as much of it is
// twice the work. What looks at all the rest for each of them takes four times as much, and hours for as long as a cell may be.

/** Twice, and what comes of windows that short texts don't fill. */
const MOST = 2.7

let counted: typeof import('./counted.ts')
let workOf: WorkOf

beforeAll(async () => {
  const { module, workOf: count } = await loadCounted<typeof counted>('test/growth/counted.ts')
  counted = module
  workOf = count
})

/** By how much the work grows where a text does from `length` characters to twice as many. */
const growthOf = (textOf: (length: number) => string, length: number): number => {
  const work = (text: string): number =>
    workOf(() => {
      const { check, parse, Source } = counted
      const crashes = check(parse(new Source(text)).disclosure).filter(({ rule }) => rule === 'rule-crash')
      expect(crashes).toEqual([])
    })
  const once = work(textOf(length))
  return work(textOf(2 * length)) / once
}

const filled = (seed: string, length: number): string => seed.repeat(Math.ceil(length / seed.length))

const TITLE = '某县2022年部门预算项目支出绩效目标公开表'
const INDICATORS =
  '一、产出指标 (一)数量指标 1.培训人数 ≥80人 二、满意度指标 (一)服务对象满意度指标 1.满意度 ≥95%'

const singleCell = (name: string, goal: string, indicators: string): string =>
  `${TITLE}\n序号\t项目名称\t项目金额（万元）\t绩效目标\t绩效指标\n1\t${name}\t5.00\t${goal}\t${indicators}\n`

type Place = (hostile: string) => string

const PLACES = {
  name: (hostile) => singleCell(hostile, '目标1:培训80人。', INDICATORS),
  goal: (hostile) => singleCell('培训', `目标1:培训80人${hostile}。`, INDICATORS),
  indicators: (hostile) => singleCell('培训', '目标1:培训80人。', `${INDICATORS} 2.其他 ${hostile}`),
  paragraphs: (hostile) => {
    const paragraphs = (hostile.match(/.{1,6}/gs) ?? []).map((part) => `<p>${part}</p>`).join('')
    return singleCell('培训', `<p>目标1:培训80人。</p>${paragraphs}`, `<p>${INDICATORS}</p>${paragraphs}`)
  },
  rows: (hostile) =>
    `${TITLE}\n项目名称\t一级指标\t二级指标\t三级指标\t指标值\n培训\t产出指标\t数量指标\t${hostile}\t${hostile}\n`,
  lines: (hostile) => `${TITLE}\n${hostile}`,
  prose: (hostile) =>
    `某县2022年项目支出绩效目标\n项目名称：培训\n项目金额：5万元\n绩效目标：培训80人。${hostile}\n数量指标：培训人数≥80人；${hostile}\n`,
} satisfies Readonly<Record<string, Place>>

describe('the work for a long text grows as it does', () => {
  test.each<[keyof typeof PLACES, string]>([
    ['name', '(一)'],
    ['name', '"'],
    ['goal', '9'],
    ['goal', '1人'],
    ['goal', '每人1元'],
    ['goal', '由1到2'],
    ['goal', '培训80人,'],
    ['goal', '其中:1元,'],
    ['goal', '一'],
    ['goal', '(9'],
    ['goal', '100分'],
    ['goal', '张三'],
    ['goal', '1.培训≥1人 '],
    ['indicators', '9'],
    ['indicators', '(9'],
    ['indicators', '一'],
    ['indicators', '≥1人、'],
    ['indicators', '2022年5月1日'],
    ['indicators', 'X'],
    ['indicators', ' '],
    ['paragraphs', '数量指标'],
    ['paragraphs', '㈠'],
    ['paragraphs', '提高 '],
    ['rows', '㈠'],
    ['rows', '1.培训 '],
    ['rows', '十'],
    ['lines', '项目名称\t甲\t乙\n'],
    ['lines', '项目名称\t项目金额\t绩效目标\t绩效指标\n'],
    ['prose', '培训80人,'],
    ['prose', '①'],
    ['prose', '产出指标:'],
  ])('in the %s, of %j', (place, seed) => {
    expect(growthOf((length) => PLACES[place](filled(seed, length)), 4000)).toBeLessThan(MOST)
  })
})

describe('the work for a large table grows as it does', () => {
  const SHAPES: Readonly<Record<string, (count: number) => string>> = {
    indicators: (count) =>
      `${TITLE}\n项目名称\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n培训\t培训80人\t产出指标\t数量指标\t培训人数\t80人\n${'\t\t\t\t检查次数\t≥12次\n'.repeat(count)}`,
    columns: (count) =>
      `${TITLE}\n项目名称\t绩效目标\t三级指标\t指标值${'\t其他'.repeat(count)}\n培训\t培训80人\t培训人数\t80人${'\t不低于'.repeat(count)}\n`,
    projects: (count) =>
      `${TITLE}\n项目名称\t金额\t绩效目标\t三级指标\t指标值\n${'培训\t5.00\t培训80人\t培训人数\t80人\n'.repeat(count)}`,
  }
  test.each(Object.keys(SHAPES))('by its %s', (shape) => {
    expect(growthOf(SHAPES[shape] as (count: number) => string, 400)).toBeLessThan(MOST)
  })

  test('by numbers of goals and indicators, each compared with each, until they are too many', () => {
    const numbers = (count: number): string =>
      singleCell(
        '培训',
        Array.from({ length: count }, (_, i) => `培训${i + 11}人`).join(','),
        `一、产出指标 (一)数量指标 ${Array.from({ length: count }, (_, i) => `${i + 1}.培训人数 ≥${i + 12}人`).join(' ')}`,
      )
    expect(growthOf(numbers, 800)).toBeLessThan(MOST)
  })
})

test.each(HOSTILE_SEEDS)('the work for reading quantities of %j grows as the text does', (seed) => {
  const work = (length: number): number =>
    workOf(() => {
      for (const { span } of counted.parseMeasures(filled(seed, length)))
        expect(span.end).toBeGreaterThan(span.start)
    })
  const once = work(5000)
  expect(work(10_000) / once).toBeLessThan(MOST)
})
