import { expect, test } from 'vitest'
import type { Disclosure } from '../../src/model/disclosure.ts'
import { fingerprintsOf } from '../../src/report/fingerprint.ts'
import type { Finding } from '../../src/report/report.ts'
import { MISMATCH, plainFinding, SAMPLE, SAMPLE_TEXT } from '../support/samples.ts'

const prints = (
  findings: readonly Finding[],
  disclosure: Disclosure = SAMPLE,
  text = SAMPLE_TEXT,
): string[] => fingerprintsOf(findings, disclosure, text, (words) => words)

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
  const [first, second, third] = prints([twin, twin, twin])
  expect(second).toBe(`${first}:2`)
  expect(third).toBe(`${first}:3`)
})

test('a place outside every project has neither agency nor project', () => {
  expect(prints([plainFinding('单位编码')])).toEqual(['missing-unit\n\n\n单位编码'])
})
