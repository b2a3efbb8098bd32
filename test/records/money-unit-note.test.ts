import { isUtf8 } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { DEFAULT_LIMITS } from '../../src/records/limits.ts'
import { parseContent } from '../../src/records/parse-content.ts'

/** What is noted of a form with such an amount. */
const notesOn = async (label: string, amount: string): Promise<readonly string[]> => {
  const rows = [
    ['项目名称', '河道保洁'],
    [label, amount],
    ['年度目标', '保洁河道12公里。'],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '保洁河道长度', '≥12公里'],
  ]
  const bytes = new TextEncoder().encode(rows.map((row) => row.join('\t')).join('\n'))
  const input = { path: 'form.tsv', isSearched: false }
  const [file] = await parseContent(
    { bytes },
    input,
    { core, isUtf8 },
    { ...DEFAULT_LIMITS, encoding: undefined },
  )
  return file?.kind === 'parsed' ? file.notes.map(({ en }) => en) : []
}

describe('the unit of money that is assumed', () => {
  test('is told where an amount is printed without one', async () => {
    expect(await notesOn('资金总额', '264.79')).toEqual([expect.stringContaining('names no unit of money')])
  })

  test('is no matter where the table or each amount has its own', async () => {
    expect(await notesOn('资金总额（万元）', '264.79')).toEqual([])
    expect(await notesOn('资金总额', '264.79万元')).toEqual([])
    expect(await notesOn('资金总额', '2,647,900 元')).toEqual([])
  })
})
