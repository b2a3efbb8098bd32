import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Disclosure } from '../../src/model/disclosure.ts'
import type { Finding } from '../../src/model/finding.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { checkedFile, MISMATCH, plainFinding, SAMPLE, SAMPLE_TEXT } from '../support/samples.ts'

const prints = (
  findings: readonly Finding[],
  disclosure: Disclosure = SAMPLE,
  text = SAMPLE_TEXT,
): string[] =>
  checkedFile(findings, { disclosure, source: new Source(text) }, (words) => words).findings.map(
    ({ fingerprint }) => fingerprint,
  )

test('are made of rule, agency, project, path and the text without digits and blanks', () => {
  expect(prints([MISMATCH])).toEqual([
    'goal-indicator-mismatch\n501001\n“三支一扶”补贴\n“三支一扶”补贴\n绩效目标1\n人以上',
  ])
})

test('stay when digits, blanks and places change', () => {
  const moved = `\n\n${SAMPLE_TEXT.replace('80人以上', '75 人以上')}`
  const start = moved.indexOf('75 人以上')
  const shift = <Node extends { span: { start: number; end: number } }>(node: Node): Node => ({
    ...node,
    span: { start: node.span.start + 2, end: node.span.end + 3 },
  })
  const [agency] = SAMPLE.agencies
  if (agency === undefined) throw new Error('the sample has an agency')
  const shifted = { ...SAMPLE, agencies: [{ ...shift(agency), projects: agency.projects.map(shift) }] }
  expect(prints([{ ...MISMATCH, at: { start, end: start + 6 } }], shifted, moved)).toEqual(prints([MISMATCH]))
})

test('change with the rule, the path, the project and the agency', () => {
  const [agency] = SAMPLE.agencies
  const [project] = agency?.projects ?? []
  if (agency === undefined || project === undefined) throw new Error('the sample has a project')
  const renamed = { ...SAMPLE, agencies: [{ ...agency, projects: [{ ...project, name: agency.name }] }] }
  const recoded = { ...SAMPLE, agencies: [{ ...agency, code: project.name }] }
  const all = [
    ...prints([MISMATCH]),
    ...prints([{ ...MISMATCH, rule: 'other' }]),
    ...prints([{ ...MISMATCH, path: [] }]),
    ...prints([MISMATCH], renamed),
    ...prints([MISMATCH], recoded),
  ]
  expect(new Set(all).size).toBe(5)
})

test('twins are told apart by their order', () => {
  const twin = plainFinding('176人')
  const [first, second, third] = prints([twin, { ...twin }, { ...twin }])
  expect(second).toBe(`${first}:2`)
  expect(third).toBe(`${first}:3`)
})

test('a place outside every project has neither agency nor project', () => {
  expect(prints([plainFinding('单位编码')])).toEqual(['missing-unit\n\n\n单位编码'])
})

test('digits of any width do not count', () => {
  const [wide, narrow] = ['８０人', '80人'].map((words) =>
    prints([plainFinding('', { at: { start: 0, end: words.length } })], { ...SAMPLE, agencies: [] }, words),
  )
  expect(wide).toEqual(narrow)
})

describe('in a real filing', () => {
  const HEADER = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标'
  const AGENCY = '501001\t某县农业农村局(本级)\t30.00'
  const TRAINING =
    '\t农民培训\t10.00\t目标1:培训农民500人次。 目标2:建成示范点3个。\t一、产出指标 (一)数量指标 1.培训人次 ≥600人次 2.示范点数量 ≥3个 (二)质量指标 1.合格率 ≥292%'
  const ROADS = '\t道路维修\t20.00\t目标1:维修道路12公里。\t一、产出指标 (一)数量指标 1.维修道路里程 ≥15公里'
  const TEXT = [HEADER, '\t合计\t35.00', AGENCY, TRAINING, ROADS, ''].join('\n')

  /** The fingerprints of what the rules find, in words, by their rule. */
  const printsOf = (text: string): readonly string[] => {
    const { disclosure } = parse(new Source(text))
    return prints(check(disclosure), disclosure, text)
  }
  const before = printsOf(TEXT)

  test('there is something to compare', () => {
    expect(before.map((print) => print.split('\n')[0])).toEqual(
      expect.arrayContaining(['total-mismatch', 'goal-indicator-mismatch', 'percent-out-of-range']),
    )
    expect(new Set(before).size).toBe(before.length)
  })

  test.each([
    ['CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['a title above', `某县2022年项目支出绩效目标公开表\n${TEXT}`],
    ['a repeated header', [HEADER, '\t合计\t35.00', AGENCY, TRAINING, HEADER, ROADS, ''].join('\n')],
    ['a page number', [HEADER, '\t合计\t35.00', AGENCY, TRAINING, '- 1 -', HEADER, ROADS, ''].join('\n')],
    ['moved rows', [HEADER, '\t合计\t35.00', AGENCY, ROADS, TRAINING, ''].join('\n')],
    ['an edit before, on the same line', TEXT.replace('建成示范点3个', '在全县范围内建成高标准示范点3个')],
    ['an edit behind, on the same line', TEXT.replace('示范点数量', '示范点建设数量')],
    ['another number', TEXT.replace('培训农民500人次', '培训农民480人次').replace('292%', '298%')],
    ['blanks inside', TEXT.replace('培训农民500人次', '培训农民 500 人次')],
    ['paragraphs', TEXT.replace('一、产出指标', '<p>一、产出指标</p>')],
  ])('all survive %s', (_, text) => {
    expect(text).not.toBe(TEXT)
    expect([...printsOf(text)].sort()).toEqual([...before].sort())
  })

  test.each([
    ['the project of another name', TEXT.replace('农民培训', '干部培训')],
    ['the agency of another code', TEXT.replace('501001', '501002')],
    [
      'another project',
      [
        HEADER,
        '\t合计\t35.00',
        AGENCY,
        TRAINING.replace('农民培训', '道路维修'),
        ROADS.replace('道路维修', '农民培训'),
        '',
      ].join('\n'),
    ],
  ])('those of a project change when it moves to %s', (_, text) => {
    const inProject = (all: readonly string[]): readonly string[] =>
      all.filter((print) => print.startsWith('goal-indicator-mismatch') && print.includes('人次'))
    expect(inProject(before)).not.toEqual([])
    for (const print of inProject(before)) expect(printsOf(text)).not.toContain(print)
  })

  test('those of the Menyuan filing do not depend on line ends', () => {
    const text = readFileSync(
      new URL('../../fixtures/text/single-cell/menyuan-2022/input.txt', import.meta.url),
      'utf8',
    )
    expect(printsOf(text).length).toBeGreaterThan(0)
    expect(printsOf(text.replaceAll('\n', '\r\n'))).toEqual(printsOf(text))
  })
})
