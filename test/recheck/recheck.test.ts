import { describe, expect, test } from 'vitest'
import type { CheckedRecord } from '../../src/model/record.ts'
import { type RecheckedFinding, recheck, recheckAtLevel } from '../../src/recheck/recheck.ts'
import type { Round } from '../../src/recheck/round.ts'
import { checkRound } from '../support/rounds/score-round.ts'
import { filing, projectRow } from '../support/test-rule.ts'

type Files = Readonly<Record<string, string>>

const roundOf = (files: Files): Promise<Round> =>
  checkRound(Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })))

const compare = async (old: Files, now: Files, change: (round: Round) => Round = (same) => same) =>
  recheck(await roundOf(old), change(await roundOf(now)))

/** `status rule`, as far as a rule is asked for. */
const told = ({ findings }: { readonly findings: readonly RecheckedFinding[] }, rule?: string): string[] =>
  findings
    .map(({ status, old, new: now }) => ({ status, rule: (now ?? old)?.finding.rule ?? '' }))
    .filter((one) => rule === undefined || one.rule === rule)
    .map((one) => `${one.status} ${one.rule}`)

const AGENCY = '501\t门源县农业局\t6.00\t\t'
const OTHER = '502\t门源县林业局\t6.00\t\t'
const wrong = projectRow({
  goal: '目标1:推广农业技术，培训农民60人。',
  indicators: { 数量: ['培训农民 ≥80人'] },
})
const stillWrong = wrong.replace('80人', '90人')
const right = wrong.replace('80人', '60人')
const RULE = 'goal-indicator-mismatch'

describe('a finding is', () => {
  test('mended where it is gone', async () => {
    expect(
      told(await compare({ 'a.txt': filing(AGENCY, wrong) }, { 'b.txt': filing(AGENCY, right) }), RULE),
    ).toEqual([`mended ${RULE}`])
  })

  test('not mended where its value is another wrong one, and both are told', async () => {
    const result = await compare({ 'a.txt': filing(AGENCY, wrong) }, { 'b.txt': filing(AGENCY, stillWrong) })
    expect(told(result, RULE)).toEqual([`remaining ${RULE}`])
    const row = result.findings.find(({ new: now }) => now?.finding.rule === RULE)
    expect(row?.old?.finding.message.zh).toContain('80人')
    expect(row?.new?.finding.message.zh).toContain('90人')
    expect([row?.old?.path, row?.new?.path]).toEqual(['a.txt', 'b.txt'])
  })

  test('new where it wasn’t there', async () => {
    expect(
      told(await compare({ 'a.txt': filing(AGENCY, right) }, { 'b.txt': filing(AGENCY, wrong) }), RULE),
    ).toEqual([`added ${RULE}`])
  })

  test('another one where one was mended and a neighbour broken', async () => {
    const two = (first: string, second: string): string =>
      projectRow({ indicators: { 数量: [`推广水稻品种 ${first}`, `发放技术宣传册 ${second}`] } })
    const result = await compare(
      { 'a.txt': filing(AGENCY, two('', '≥90册')) },
      { 'a.txt': filing(AGENCY, two('≥3种', '')) },
    )
    expect(told(result, 'missing-target')).toEqual(['added missing-target', 'mended missing-target'])
  })
})

describe('nobody can tell where', () => {
  const whyOf = ({ findings }: { readonly findings: readonly RecheckedFinding[] }): (string | undefined)[] =>
    findings
      .filter(({ old }) => old?.finding.rule === RULE)
      .map(({ status, why }) => `${status}: ${why?.en.slice(0, 40)}`)
  const old = {
    'a.txt': filing(AGENCY, wrong, projectRow({ name: '档案整理' })),
    'b.txt': filing(OTHER, projectRow({})),
  }

  test('the agency handed in nothing', async () => {
    const result = await compare(old, { 'b.txt': filing(OTHER, projectRow({})) })
    expect(whyOf(result)).toEqual(['unknown: no filing of this agency is in the new r'])
  })

  test('its file can’t be read', async () => {
    const result = await compare(old, { 'a.pdf': '%PDF-1.7', 'b.txt': filing(OTHER, projectRow({})) })
    expect(whyOf(result)).toEqual(['unknown: no filing of this agency was read in the'])
    expect(result.unread.map(({ side, path }) => [side, path])).toEqual([['new', 'a.pdf']])
  })

  test('the project is gone', async () => {
    const result = await compare(old, { 'a.txt': filing(AGENCY, projectRow({ name: '档案整理' })) })
    expect(whyOf(result)).toEqual(['unknown: the project is not in the new filing; fi'])
  })

  const mended = { 'a.txt': filing(AGENCY, right, projectRow({ name: '档案整理' })) }

  test('the rule didn’t run', async () => {
    const result = await compare(old, mended, (round) => ({
      ...round,
      ranOn: () => new Set(['total-mismatch']),
    }))
    expect(whyOf(result)).toEqual(['unknown: this was not checked in the new round'])
  })

  const withRecords = (change: (record: CheckedRecord) => CheckedRecord) => (round: Round) => ({
    ...round,
    files: round.files.map((file) => (file.kind === 'checked' ? change(file) : file)),
  })

  test('the rule failed', async () => {
    const result = await compare(
      old,
      mended,
      withRecords((record) => ({
        ...record,
        findings: [
          {
            rule: 'rule-crash',
            category: 'structure',
            severity: 'error',
            message: { zh: '', en: '' },
            fix: { zh: '', en: '' },
            at: { start: 0, end: 0, from: { line: 1, column: 1 }, to: { line: 1, column: 1 } },
            data: { rule: RULE },
            path: [],
            fingerprint: '0',
          },
        ],
      })),
    )
    expect(whyOf(result)).toEqual(['unknown: the check failed in the new round'])
    expect(told(result)).not.toContain('added rule-crash')
  })

  test('the project may have been read wrongly', async () => {
    const result = await compare(
      old,
      mended,
      withRecords((record) => ({
        ...record,
        projects: record.projects.map((project) => ({ ...project, isUnsure: true })),
      })),
    )
    expect(whyOf(result)).toEqual(['unknown: it is unclear how to read the new table,'])
  })

  test('not all findings were listed', async () => {
    const result = await compare(
      old,
      mended,
      withRecords((record) => ({ ...record, omitted: { error: 3, warning: 3, info: 3 } })),
    )
    expect(whyOf(result)).toEqual(['unknown: the new round has more findings of this '])
  })
})

describe('what is one', () => {
  const both = (one: RecheckedFinding[] | readonly RecheckedFinding[]): string[] =>
    one.map(({ status }) => status)

  test('agency under a longer name, with or without a code', async () => {
    for (const [before, after] of [
      ['501\t门源县农业局\t6.00\t\t', '501\t门源县农业农村局\t6.00\t\t'],
      ['\t门源县农业局\t6.00\t\t', '\t门源县农业农村局\t6.00\t\t'],
    ] as const) {
      const { findings } = await compare(
        { 'a.txt': filing(before, wrong) },
        { 'a.txt': filing(after, wrong) },
      )
      expect(new Set(both(findings))).toEqual(new Set(['remaining']))
    }
  })

  test('project under a longer name, but not a second phase', async () => {
    const named = (name: string) => ({
      'a.txt': filing(AGENCY, projectRow({ name, indicators: { 数量: ['培训农民 '] } })),
    })
    const renamed = await compare(named('农技推广补助'), named('农技推广补助项目'))
    expect(told(renamed, 'missing-target')).toEqual(['remaining missing-target'])
    const phases = await compare(named('农技推广工程一期'), named('农技推广工程二期'))
    expect(told(phases, 'missing-target')).toEqual(['added missing-target', 'unknown missing-target'])
  })

  test('a doubled project that was struck out is mended', async () => {
    const result = await compare(
      { 'a.txt': filing('501\t门源县农业局\t12.00\t\t', projectRow({}), projectRow({})) },
      { 'a.txt': filing(AGENCY, projectRow({})) },
    )
    expect(told(result, 'duplicate-project')).toEqual(['mended duplicate-project'])
  })

  test('equal rows told together, and one by one once some are mended', async () => {
    const rows = (...values: readonly string[]): Files => ({
      'a.txt': filing(
        AGENCY,
        projectRow({
          indicators: { 数量: values.map((value, i) => `${'甲乙丙丁'[i]}类培训班期数 ${value}`) },
        }),
      ),
    })
    const result = await compare(rows('', '', '', ''), rows('≥3期', '≥3期', '', '≥2期'))
    expect(told(result, 'missing-target').filter((one) => one.startsWith('added'))).toEqual([])
    expect(told(result, 'missing-target')).toContain('remaining missing-target')
  })
})

test('a level leaves out what is below it, and counts anew', async () => {
  const result = await compare({ 'a.txt': filing(AGENCY, wrong) }, { 'a.txt': filing(AGENCY, wrong) })
  const errors = recheckAtLevel(result, 'error')
  expect(errors.findings.every(({ new: now }) => now?.finding.severity === 'error')).toBe(true)
  expect(errors.counts.remaining).toBe(errors.findings.length)
  expect(errors.agencies.reduce((sum, { counts }) => sum + counts.remaining, 0)).toBe(errors.findings.length)
})
