import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import { parseDocument } from '../../src/parse.ts'
import { settleScan } from '../../src/records/settle-scan.ts'
import { openScan } from '../support/scanned-table.ts'

/** What is made of a table of two projects and their total, each with its amount. */
const settledTable = async (first: string, second: string, total: string) => {
  const { document } = await openScan([
    ['预算单位', '项目名称', '金额'],
    ['某局', '道路养护', first],
    ['某局', '河道保洁', second],
    ['合计', '', total],
  ])
  const settled = settleScan(document)
  const findings = check(parseDocument(settled).disclosure, { only: ['total-mismatch', 'invalid-amount'] })
  const { text } = settled.source
  return { text, findings, notes: settled.notes.filter(({ kind }) => kind === 'settled-characters') }
}

describe('doubtful characters of a scan', () => {
  test('are settled by a sum that leaves one reading of them, and a note says so', async () => {
    const { text, findings, notes } = await settledTable('10.00', '20.00', '3⟦1|0⟧.00')
    expect(text).toContain('合计\t\t30.00')
    expect(findings).toEqual([])
    expect(notes).toEqual([{ kind: 'settled-characters', detail: '31.00: 1 → 0' }])
  })

  test('are settled as what they look like, whatever the engine says', async () => {
    const { text, findings } = await settledTable('10.00', '2⟦l|⟧.00', '31.00')
    expect(text).toContain('河道保洁\t21.00')
    expect(findings).toEqual([])
  })

  test('are left where two readings make the sum, and the finding is information', async () => {
    const { text, findings, notes } = await settledTable('1⟦0|1⟧.00', '20.00', '3⟦1|0⟧.00')
    expect(text).toContain('31.00')
    expect(notes).toEqual([])
    expect(findings).toMatchObject([{ rule: 'total-mismatch', severity: 'info' }])
  })

  test('are left where only an unlikely reading makes the sum; the finding says which', async () => {
    const { findings } = await settledTable('10.00', '20.00', '3⟦4|⟧.00')
    expect(findings).toMatchObject([{ severity: 'info', data: { ocrCertainty: '83' } }])
    expect(findings[0]?.because?.zh).toContain('其中“4”若为“0”，就没有这个问题')
    expect(findings[0]?.because?.en).toContain("with '0' for '4' there is no problem")
  })

  test('that no single reading brings to the sum leave a warning', async () => {
    const { findings } = await settledTable('10.00', '20.00', '⟦7|⟧⟦7|⟧.00')
    expect(findings).toMatchObject([{ severity: 'warning' }])
  })

  test('make no number of a word, nor anything unreadable of a number', async () => {
    const { text, findings } = await settledTable('10.00', '20.00', '3⟦1|lI⟧.00')
    expect(text).toContain('31.00')
    expect(findings).toHaveLength(1)
  })

  test('change nothing where the numbers come out, or all is sure', async () => {
    expect(await settledTable('1⟦0|8⟧.00', '20.00', '30.00')).toMatchObject({ findings: [], notes: [] })
    const { findings } = await settledTable('10.00', '20.00', '31.00')
    expect(findings).toMatchObject([{ severity: 'error' }])
    expect(findings[0]?.data).not.toHaveProperty('ocrCertainty')
  })
})

/** What the points of a project lead to whose second category is called as given. */
const pointsUnder = async (second: string) => {
  const { document } = await openScan([
    ['项目名称', '一级指标', '二级指标', '三级指标', '指标值', '分值'],
    ['道路养护', '产出指标（60分）', '数量指标', '养护里程', '≥5公里', '30'],
    ['道路养护', '效益指标（30分）', '社会效益指标', '受益人口', '≥200人', '30'],
    ['道路养护', second, '质量指标', '养护合格率', '≥95%', '30'],
  ])
  return check(parseDocument(settleScan(document)).disclosure, { only: ['weight-mismatch'] })
}

describe('a sum that lacks what stands under another name', () => {
  test('is no error where the engine thought of the right name', async () => {
    expect(await pointsUnder('产出指标（60分）')).toEqual([])
    const findings = await pointsUnder('产出指⟦桥|标⟧（60分）')
    expect(findings).not.toEqual([])
    expect(findings.map(({ severity }) => severity)).not.toContain('error')
    expect(findings[0]?.because?.zh).toContain('其中“桥”若为“标”，就没有这个问题')
  })
})
