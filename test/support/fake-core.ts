import type { Disclosure } from '../../src/model/disclosure.ts'
import type { Finding } from '../../src/model/finding.ts'
import { openFile } from '../../src/read/open.ts'
import type { Core } from '../../src/records/core.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { SAMPLE, SAMPLE_TEXT } from './samples.ts'

const NOTHING: Disclosure = { ...SAMPLE, headings: [], totals: [], agencies: [], projects: [] }

const both = (words: string) => ({ zh: `${words}（中）`, en: `${words} (en)` })

const FAKE_RULE: Rule = {
  id: 'total-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: both('summary'),
    finds: both('finds'),
    why: both('why'),
    fix: both('fix'),
    basis: both('basis'),
    invalid: '合计\t5.00\n项目甲\t4.00\n',
    valid: '合计\t4.00\n项目甲\t4.00\n',
  },
  check: () => [],
}

/**
 * A library that knows one text, the sample, and finds in it what the test says. Any other text
 * holds no table.
 */
export const fakeCore = (findings: readonly Finding[] = [], part: Partial<Core> = {}): Core => ({
  open: openFile,
  parse: ({ source: { text } }) => ({
    disclosure: text === SAMPLE_TEXT ? SAMPLE : NOTHING,
    format: 'text',
    layouts: ['single-cell'],
  }),
  check: () => findings,
  rules: [FAKE_RULE, { ...FAKE_RULE, id: 'missing-unit', severity: 'warning', category: 'wording' }],
  ...part,
})
