import { expect, test } from 'vitest'
import { reportOptions } from '../support/options.ts'
import { renderCompact } from '../support/render.ts'
import { checkedFile, MISMATCH, plainFinding } from '../support/samples.ts'

test('one line per listed finding and per failed file, levels in English', () => {
  const files = [
    checkedFile([MISMATCH, plainFinding('176人'), plainFinding('≥95%', { severity: 'info' })]),
    { kind: 'failed', path: 'x\n.txt', error: { zh: '坏', en: 'bad' } },
  ] as const
  expect(renderCompact({ toolVersion: '0', files }, reportOptions())).toBe(
    [
      'data/sample.txt:5:71: error goal-indicator-mismatch 年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个',
      'data/sample.txt:5:146: warning missing-unit 176人 没有单位',
      'x\\n.txt: error 坏',
      '',
    ].join('\n'),
  )
  expect(renderCompact({ toolVersion: '0', files }, reportOptions({ language: 'en', level: 'error' }))).toBe(
    'data/sample.txt:5:71: error goal-indicator-mismatch new posts this year: the goal says 80人以上, the indicator ≥90个\n' +
      'x\\n.txt: error bad\n',
  )
})
