import { describe, expect, test } from 'vitest'
import { reporterLoaders, reporters } from '../../src/report/index.ts'
import { reportOptions } from '../support/options.ts'
import { HOSTILE_TEXTS, hostileReport, REPORT } from '../support/report-files.ts'

const loaders = Object.entries(reporterLoaders)

describe('the reporters', () => {
  test('are these', () => {
    expect(loaders.map(([name]) => name)).toEqual([
      'pretty',
      'compact',
      'json',
      'jsonl',
      'sarif',
      'junit',
      'github',
      'gitlab',
      'markdown',
      'csv',
      'xlsx',
      'html',
    ])
    expect(Object.keys(reporters)).toEqual(['pretty', 'compact', 'json'])
  })

  test.each(loaders)('%s renders the same bytes each time, and names what it found', async (_, load) => {
    const render = await load()
    for (const language of ['zh', 'en'] as const) {
      const first = await render(REPORT, reportOptions({ language }))
      expect(await render(REPORT, reportOptions({ language }))).toEqual(first)
      if (typeof first !== 'string') continue
      expect(first).toContain('goal-indicator-mismatch')
      expect(first).toContain('missing-unit')
      expect(first).toContain(language === 'zh' ? '176人 没有单位' : '176人 has no unit')
      expect(first).not.toContain('≥95% 没有单位')
    }
  })

  test.each(loaders)('%s renders a run without files', async (_, load) => {
    const render = await load()
    const rendered = await render({ toolVersion: '0', files: [] }, reportOptions())
    expect(typeof rendered === 'string' || rendered.length > 0).toBe(true)
  })

  test.each(loaders)('%s lets nothing through that acts on a terminal', async (_, load) => {
    const render = await load()
    for (const words of HOSTILE_TEXTS) {
      const text = await render(hostileReport(words), reportOptions())
      if (typeof text !== 'string') return
      const inLine = text.replace(/^\ufeff/, '').replace(/\r?\n/g, '')
      expect(inLine).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    }
  })
})
