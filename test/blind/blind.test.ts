import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { FAULTS } from './faults.ts'
import { FORM_FILINGS } from './form-filings.ts'
import { ROW_FILINGS } from './row-filings.ts'
import { SINGLE_CELL_FILINGS } from './single-cell-filings.ts'

const FILINGS: Readonly<Record<string, string>> = { ...SINGLE_CELL_FILINGS, ...ROW_FILINGS, ...FORM_FILINGS }

/** Errors and warnings, each with the text it points to. */
const findingsIn = (text: string): string[] =>
  check(parse(new Source(text)).disclosure)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, at }) => `${rule} ${text.slice(at.start, at.end).replace(/\s+/g, ' ')}`)

describe('nothing is wrong in', () => {
  test.each(Object.entries(FILINGS))('%s', (_, text) => expect(findingsIn(text)).toEqual([]))
})

describe('one fault is found, with what follows from it, in', () => {
  test.each(FAULTS)('%s: %j → %j', (filing, from, to, findings) => {
    const text = FILINGS[filing] ?? ''
    const at = text.lastIndexOf(from)
    expect(at, 'what is replaced').toBeGreaterThanOrEqual(0)
    expect(findingsIn(text.slice(0, at) + to + text.slice(at + from.length))).toEqual(findings)
  })
})
