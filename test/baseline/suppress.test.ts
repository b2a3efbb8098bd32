import { describe, expect, test } from 'vitest'
import type { BaselineEntry } from '../../src/baseline/baseline.ts'
import { type Matching, Suppressor, staleEntries } from '../../src/baseline/suppress.ts'
import { pruneBaseline, updateBaseline } from '../../src/baseline/update-baseline.ts'
import { type Finding, RULE_CRASH } from '../../src/model/finding.ts'
import type { CheckedRecord } from '../../src/model/record.ts'
import { reportedFindings } from '../../src/model/record.ts'
import type { FileResult } from '../../src/report/report.ts'
import { countSuppressed } from '../../src/report/verdict.ts'
import { checkedFile, MISMATCH, plainFinding, SAMPLE_TEXT, spanOf } from '../support/samples.ts'

/** Digests that show what they are made of. */
const hash = (text: string): string => text.split('\n').slice(-1).join('')

const matching: Matching = {
  nameOf: (path) => path.replace('data/', ''),
  ranOn: () => new Set(['missing-unit', 'goal-indicator-mismatch']),
  today: '2026-06-15',
}

const fileOf = (findings: readonly Finding[], part: Partial<CheckedRecord> = {}): CheckedRecord =>
  checkedFile(findings, part, hash)

const PEOPLE = plainFinding('176人')
const TWIN = plainFinding('人', { at: { start: spanOf('176人').end - 1, end: spanOf('176人').end } })

const entryOf = (fingerprint: string, part: Partial<BaselineEntry> = {}): BaselineEntry => ({
  path: 'sample.txt',
  rule: 'missing-unit',
  fingerprint,
  message: '旧的说明',
  reason: '已核实',
  ...part,
})

const failed: FileResult = { kind: 'failed', path: 'data/b.txt', error: { zh: '坏', en: 'bad' } }

const run = (
  files: readonly FileResult[],
  entries: readonly BaselineEntry[],
  part: Partial<Matching> = {},
) => {
  const suppressor = new Suppressor(entries, { ...matching, ...part })
  const [file] = files.flatMap((one) => (one.kind === 'checked' ? [suppressor.suppress(one)] : []))
  if (file === undefined) throw new Error('not checked')
  const { stale, expired } = suppressor
  const reported = reportedFindings(file).map(({ message }) => message.en)
  const prints = file.findings.map(({ fingerprint }) => fingerprint)
  return { file, reported, prints, count: countSuppressed(file), stale, expired }
}

const wordsOf = (...findings: readonly Finding[]): readonly string[] =>
  findings.map(({ message }) => message.en)

describe('a baseline', () => {
  test('marks what is known, with its reason, and keeps the names of all', () => {
    const { file, reported, prints, count, stale, expired } = run(
      [fileOf([PEOPLE, MISMATCH])],
      [entryOf('人')],
    )
    expect(reported).toEqual(wordsOf(MISMATCH))
    expect(file.findings[0]?.suppressed).toEqual({ reason: '已核实' })
    expect(file.counts).toEqual({ error: 1, warning: 0, info: 0 })
    expect(prints[0]).toBe('人')
    expect({ count, stale, expired }).toEqual({ count: 1, stale: [], expired: [] })
  })

  test('twins are known one by one, and keep their numbers', () => {
    const { reported, prints, stale } = run([fileOf([PEOPLE, TWIN])], [entryOf('人')])
    expect(reported).toEqual(wordsOf(TWIN))
    expect(prints).toEqual(['人', '人:2'])
    expect(stale).toEqual([])
    expect(run([fileOf([PEOPLE, TWIN])], [entryOf('人:2')]).reported).toEqual(wordsOf(PEOPLE))
  })

  test('the same finding in another file is another', () => {
    const { reported, stale } = run([fileOf([PEOPLE])], [entryOf('人', { path: '2021/sample.txt' })])
    expect(reported).toEqual(wordsOf(PEOPLE))
    expect(stale).toEqual([])
  })

  test('an entry that is not found in a file that was checked is stale', () => {
    const gone = entryOf('gone')
    expect(run([fileOf([PEOPLE])], [entryOf('人'), gone]).stale).toEqual([gone])
    expect(staleEntries([{ ...failed, path: 'data/sample.txt' }], [gone], matching)).toEqual([])
  })

  test('not if its rule did not run', () => {
    const gone = entryOf('gone')
    expect(run([fileOf([])], [gone], { ranOn: () => new Set() }).stale).toEqual([])
    expect(
      run([fileOf([])], [gone], {
        ranOn: (path) => new Set(path === 'data/sample.txt' ? ['missing-unit'] : []),
      }).stale,
    ).toEqual([gone])
  })

  test('past its day it counts again, and is said, but is not stale', () => {
    const past = entryOf('人', { expires: '2026-06-14' })
    const { reported, expired, stale, count } = run([fileOf([PEOPLE])], [past])
    expect(reported).toEqual(wordsOf(PEOPLE))
    expect({ expired, stale, count }).toEqual({ expired: [past], stale: [], count: 0 })
    expect(run([fileOf([PEOPLE])], [entryOf('人', { expires: '2026-06-15' })]).count).toBe(1)
  })

  test('past its day and not found any more it is stale only', () => {
    const past = entryOf('gone', { expires: '2026-06-14' })
    expect(run([fileOf([PEOPLE])], [past])).toMatchObject({ stale: [past], expired: [] })
  })

  test('a crash can not be known', () => {
    const crash = plainFinding('176人', { rule: RULE_CRASH })
    expect(run([fileOf([crash])], [entryOf('人', { rule: RULE_CRASH })]).reported).toEqual(wordsOf(crash))
  })
})

describe('updateBaseline', () => {
  const terms = { level: 'warning', language: 'en', reason: 'agreed', expires: undefined } as const

  test('takes up what is new, keeps what is known as it is, drops what is stale', () => {
    const known = entryOf('人', { message: 'as it was' })
    const gone = entryOf('gone')
    const { entries, added, removed } = updateBaseline(
      [fileOf([PEOPLE, MISMATCH])],
      [known, gone],
      matching,
      terms,
    )
    const taken = {
      path: 'sample.txt',
      rule: 'goal-indicator-mismatch',
      fingerprint: '人以上',
      message: MISMATCH.message.en,
      reason: 'agreed',
    }
    expect({ entries, added, removed }).toEqual({ entries: [known, taken], added: [taken], removed: [gone] })
  })

  test('leaves alone what was not checked, and what did not run', () => {
    const others = [
      entryOf('x', { path: 'b.txt' }),
      entryOf('y', { path: 'c.txt' }),
      entryOf('z', { rule: 'off' }),
    ]
    expect(updateBaseline([fileOf([]), failed], others, matching, terms).entries).toEqual(others)
  })

  test('takes up from the level on, and never a crash', () => {
    const info = plainFinding('≥95%', { severity: 'info' })
    const crash = plainFinding('≥90个', { rule: RULE_CRASH, severity: 'error' })
    const prints = (level: 'error' | 'warning' | 'info') =>
      updateBaseline([fileOf([PEOPLE, MISMATCH, info, crash])], [], matching, { ...terms, level }).added.map(
        ({ fingerprint }) => fingerprint,
      )
    expect(prints('error')).toEqual(['人以上'])
    expect(prints('warning')).toEqual(['人', '人以上'])
    expect(prints('info')).toEqual(['人', '人以上', '≥%'])
  })

  test('gives new entries a last day, and expired ones a new life', () => {
    const past = entryOf('人', { expires: '2026-01-01' })
    const elsewhere = entryOf('x', { path: 'b.txt', expires: '2026-01-01' })
    const { entries } = updateBaseline([fileOf([PEOPLE])], [past, elsewhere], matching, {
      ...terms,
      expires: '2026-12-31',
    })
    expect(entries).toEqual([
      elsewhere,
      { ...past, message: PEOPLE.message.en, reason: 'agreed', expires: '2026-12-31' },
    ])
  })

  test('twice is as once', () => {
    const files = [fileOf([PEOPLE, TWIN, MISMATCH])]
    const once = updateBaseline(files, [], matching, terms).entries
    const twice = updateBaseline(files, once, matching, terms)
    expect(once).toHaveLength(3)
    expect(twice).toEqual({ entries: once, added: [], removed: [] })
    expect(run(files, once)).toMatchObject({ count: 3, stale: [], expired: [] })
  })
})

describe('pruneBaseline', () => {
  test('drops what is stale and the entries of files that are gone, and takes up nothing', () => {
    const stale = entryOf('gone')
    const ofGone = entryOf('x', { path: 'old.txt' })
    const kept = entryOf('y', { path: 'b.txt' })
    expect(
      pruneBaseline([fileOf([PEOPLE])], [stale, ofGone, kept], matching, (path) => path === 'old.txt'),
    ).toEqual({ entries: [kept], added: [], removed: [stale, ofGone] })
  })
})

test('the sample is what these tests take it for', () => {
  expect(SAMPLE_TEXT.slice(TWIN.at.start, TWIN.at.end)).toBe('人')
})
