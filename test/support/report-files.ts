import type { Finding } from '../../src/model/finding.ts'
import type { CheckedRecord, FailedRecord, SkippedRecord } from '../../src/model/record.ts'
import type { Report } from '../../src/report/report.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { Source } from '../../src/source/source.ts'
import { checkedFile, MISMATCH, plainFinding } from './samples.ts'

/** What machine reports are tested on, beside the sample filing. */

const rule = (id: string, part: Partial<Rule> = {}): Rule => ({
  id,
  category: 'wording',
  severity: 'warning',
  docs: {
    summary: { zh: `${id} 的内容。`, en: `What ${id} asks.` },
    finds: { zh: '什么。', en: 'What.' },
    why: { zh: '原因。', en: 'Why.' },
    fix: { zh: '办法。', en: 'Fix.' },
    basis: { zh: '依据。', en: 'Basis.' },
    invalid: '',
    valid: '',
  },
  check: () => [],
  ...part,
})

/** The rules of a made-up run; the last found nothing. */
export const RULES: readonly Rule[] = [
  rule('goal-indicator-mismatch', { category: 'consistency', severity: 'error' }),
  rule('missing-unit'),
  rule('total-mismatch', { category: 'arithmetic', severity: 'error' }),
]

export const FAILED: FailedRecord = {
  kind: 'failed',
  path: 'data/gone.txt',
  error: { zh: '文件不存在', en: 'no such file' },
}

/** A file that a search found and that is no filing. */
export const SKIPPED: SkippedRecord = {
  kind: 'skipped',
  path: 'data/notes.txt',
  reason: { zh: '没有表格', en: 'there is no table' },
}

/** A report of one file with an error, a warning and an unlisted info, and a file that can't be read. */
export const REPORT: Report = {
  toolVersion: '1.2.3',
  files: [
    FAILED,
    checkedFile([MISMATCH, plainFinding('176人'), plainFinding('≥95%', { severity: 'info' })], {
      notes: [{ zh: '按 GB18030 读取', en: 'read as GB18030' }],
    }),
  ],
  rules: RULES,
}

/** A file of a format without lines, with findings in two cells. */
export const ADDRESSED: CheckedRecord = checkedFile(
  [
    plainFinding('', {
      at: { start: 7, end: 10 },
      related: [{ at: { start: 0, end: 6 }, note: { zh: '合计', en: 'the total' } }],
    }),
  ],
  {
    path: 'data/table.xlsx',
    format: 'xlsx',
    encoded: undefined,
    encoding: undefined,
    source: new Source('264.79\t80人\n', [
      { span: { start: 0, end: 6 }, name: { zh: 'Sheet1!C5', en: 'Sheet1!C5' } },
      { span: { start: 7, end: 10 }, name: { zh: 'Sheet1!D5', en: 'Sheet1!D5' } },
    ]),
  },
)

/** Everything that some reader of a report might obey. */
export const HOSTILE_TEXTS: readonly string[] = [
  '\x1b[31mred\x1b[0m\x07\x00',
  '\u202eevil\u2066\u200b\ufeff',
  '\ud800 and \ufffe',
  'a\r\n::error::owned\n##[error]owned\r::set-output name=x::y',
  '<script>alert(1)</script><img src=x onerror=alert(1)>]]>&amp;',
  '=cmd()',
  '+1+cmd()',
  '@SUM(A1)',
  '-2+3',
  '\t=cmd()',
  '＝cmd()',
  '| a | `b` | **c** | [d](javascript:alert(1)) | [e](1) | ~~f~~ | $x$ | https://example.com',
  'x"y,z;\'%0A%25',
  '_x000D_{0}\\[g]',
]

/** A report in which everything a filing or a folder can choose is one hostile text. */
export const hostileReport = (words: string): Report => {
  const message = { zh: words, en: words }
  const finding: Finding = {
    ...MISMATCH,
    message,
    fix: message,
    because: message,
    working: [words],
    data: { value: words },
    path: [message],
    related: [{ at: MISMATCH.at, note: message }],
  }
  return {
    toolVersion: '1.2.3',
    files: [
      { ...FAILED, path: `a/${words}`, error: message },
      checkedFile([finding], { path: `b/${words}`, notes: [message] }),
    ],
    skipped: [{ ...SKIPPED, path: `c/${words}`, reason: message }],
    rules: RULES,
  }
}
