import { expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { parse } from '../src/parse.ts'
import { Source } from '../src/source/source.ts'

// Cells with one thing over and over: what looks at all the rest for each of them takes minutes for these, and
// hours for a cell as long as may be. How the time grows is measured in the bench.

const LENGTH = 20_000
const TITLE = '某县2022年部门预算项目支出绩效目标公开表'
const INDICATORS =
  '一、产出指标 (一)数量指标 1.培训人数 ≥80人 二、满意度指标 (一)服务对象满意度指标 1.满意度 ≥95%'

const singleCell = (name: string, goal: string, indicators: string): string =>
  `${TITLE}\n序号\t项目名称\t项目金额（万元）\t绩效目标\t绩效指标\n1\t${name}\t5.00\t${goal}\t${indicators}\n`

const PLACES: Readonly<Record<string, (hostile: string) => string>> = {
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
}

test.each([
  ['name', '(一)'],
  ['name', '"'],
  ['goal', '9'],
  ['goal', '1人'],
  ['goal', '每人1元'],
  ['goal', '由1到2'],
  ['goal', '培训80人,'],
  ['goal', '其中:1元,'],
  ['goal', '一'],
  ['goal', '1.培训≥1人 '],
  ['indicators', '9'],
  ['indicators', '(9'],
  ['indicators', '一'],
  ['indicators', '≥1人、'],
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
  ['prose', '1.培训≥1人 '],
  ['prose', '①'],
  ['prose', '产出指标:'],
])('reads twenty thousand characters in the %s of %j', (place, seed) => {
  const text = PLACES[place]?.(seed.repeat(Math.ceil(LENGTH / seed.length))) ?? ''
  const start = performance.now()
  const findings = check(parse(new Source(text)).disclosure)
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(findings.filter(({ rule }) => rule === 'rule-crash')).toEqual([])
})
