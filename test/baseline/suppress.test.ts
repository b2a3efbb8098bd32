import { describe, expect, test } from 'vitest'
import type { BaselineEntry } from '../../src/baseline/baseline.ts'
import { type Matching, suppressKnown } from '../../src/baseline/suppress.ts'
import { pruneBaseline, updateBaseline } from '../../src/baseline/update-baseline.ts'
import type { CheckedFile, FileResult, Finding } from '../../src/report/report.ts'
import { RULE_CRASH } from '../../src/rules/rule.ts'
import { checkedFile, MISMATCH, plainFinding, SAMPLE_TEXT, spanOf } from '../support/samples.ts'

/** Digests that show what they are made of. */
const hash = (text: string): string => text.split('\n').slice(-1).join('')

const matching: Matching = {
  nameOf: (path) => path.replace('data/', ''),
  ranOn: () => new Set(['missing-unit', 'goal-indicator-mismatch']),
  today: '2026-06-15',
  hash,
}

const fileOf = (findings: readonly Finding[], part: Partial<CheckedFile> = {}): CheckedFile =>
  checkedFile(findings, part)

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
  const { files: split, ...rest } = suppressKnown(files, entries, { ...matching, ...part })
  const [file] = split
  if (file?.kind !== 'checked') throw new Error('not checked')
  return { file, ...rest }
}

describe('suppressKnown', () => {
  test('sets apart what is known, with its reason, and keeps the names of all', () => {
    const { file, count, stale, expired } = run([fileOf([PEOPLE, MISMATCH])], [entryOf('人')])
    expect(file.findings).toEqual([MISMATCH])
    expect(file.suppressed).toEqual([{ finding: PEOPLE, reason: '已核实', expires: undefined }])
    expect(file.fingerprints?.get(PEOPLE)).toBe('人')
    expect({ count, stale, expired }).toEqual({ count: 1, stale: [], expired: [] })
  })

  test('twins are known one by one, and keep their numbers', () => {
    const { file, stale } = run([fileOf([PEOPLE, TWIN])], [entryOf('人')])
    expect(file.findings).toEqual([TWIN])
    expect(file.fingerprints?.get(TWIN)).toBe('人:2')
    expect(stale).toEqual([])
    expect(run([fileOf([PEOPLE, TWIN])], [entryOf('人:2')]).file.findings).toEqual([PEOPLE])
  })

  test('the same finding in another file is another', () => {
    const { file, stale } = run([fileOf([PEOPLE])], [entryOf('人', { path: '2021/sample.txt' })])
    expect(file.findings).toEqual([PEOPLE])
    expect(stale).toEqual([])
  })

  test('an entry that is not found in a file that was checked is stale', () => {
    const gone = entryOf('gone')
    expect(run([fileOf([PEOPLE])], [entryOf('人'), gone]).stale).toEqual([gone])
    const { stale } = suppressKnown([{ ...failed, path: 'data/sample.txt' }], [gone], matching)
    expect(stale).toEqual([])
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
    const { file, expired, stale, count } = run([fileOf([PEOPLE])], [past])
    expect(file.findings).toEqual([PEOPLE])
    expect({ expired, stale, count }).toEqual({ expired: [past], stale: [], count: 0 })
    expect(run([fileOf([PEOPLE])], [entryOf('人', { expires: '2026-06-15' })]).count).toBe(1)
  })

  test('past its day and not found any more it is stale only', () => {
    const past = entryOf('gone', { expires: '2026-06-14' })
    expect(run([fileOf([PEOPLE])], [past])).toMatchObject({ stale: [past], expired: [] })
  })

  test('a crash can not be known', () => {
    const crash = plainFinding('176人', { rule: RULE_CRASH })
    expect(run([fileOf([crash])], [entryOf('人', { rule: RULE_CRASH })]).file.findings).toEqual([crash])
  })

  test('files that failed stay as they are', () => {
    expect(suppressKnown([failed], [entryOf('人')], matching).files).toEqual([failed])
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
    expect(suppressKnown(files, once, matching)).toMatchObject({ count: 3, stale: [], expired: [] })
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
