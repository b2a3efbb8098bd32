import { describe, expect, test } from 'vitest'
import { REPORT_FORMATS } from '../../src/report/index.ts'
import { reportOptions } from '../support/options.ts'
import { render } from '../support/render.ts'
import { HOSTILE_TEXTS, hostileReport, REPORT } from '../support/report-files.ts'

describe('the reporters', () => {
  test('are these', () => {
    expect(REPORT_FORMATS).toEqual([
      'pretty',
      'compact',
      'json',
      'jsonl',
      'statistics',
      'sarif',
      'junit',
      'github',
      'gitlab',
      'markdown',
      'csv',
      'xlsx',
      'html',
    ])
  })

  test.each(REPORT_FORMATS)(
    '%s renders the same bytes each time, and names what it found',
    async (format) => {
      for (const language of ['zh', 'en'] as const) {
        const first = await render(format, REPORT, reportOptions({ language }))
        expect(await render(format, REPORT, reportOptions({ language }))).toEqual(first)
        if (typeof first !== 'string') continue
        expect(first).toContain('goal-indicator-mismatch')
        expect(first).toContain('missing-unit')
        if (format === 'statistics') continue
        expect(first).toContain(language === 'zh' ? '176人 没有单位' : '176人 has no unit')
        expect(first).not.toContain('≥95% 没有单位')
      }
    },
  )

  test.each(REPORT_FORMATS)('%s renders a run without files', async (format) => {
    const rendered = await render(format, { toolVersion: '0', files: [] }, reportOptions())
    expect(typeof rendered === 'string' || rendered.length > 0).toBe(true)
  })

  test.each(REPORT_FORMATS)('%s lets nothing through that acts on a terminal', async (format) => {
    for (const words of HOSTILE_TEXTS) {
      const text = await render(format, hostileReport(words), reportOptions())
      if (typeof text !== 'string') return
      const inLine = text.replace(/^\ufeff/, '').replace(/\r?\n/g, '')
      expect(inLine).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    }
  })
})
