import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { REVIEW_POINTS } from '../../src/handout/review/project-review.ts'
import { core } from '../../src/records/core.ts'
import { openSession } from '../cli/session.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

/** Rules about results, which a form for goals doesn't ask for. */
const OF_RESULTS = [
  'execution-rate-mismatch',
  'full-score-for-shortfall',
  'missing-deviation-reason',
  'result-unit-mismatch',
  'score-above-points',
  'score-total-mismatch',
  'spent-above-budget',
]

const cellsOf = async (bytes: string | Uint8Array | undefined) => {
  const [sheet] = await readXlsxFile(Buffer.from(bytes as Uint8Array))
  return (sheet?.data ?? []) as (string | number | null)[][]
}

describe('绩效目标审核表', () => {
  let written: Readonly<Record<string, string | Uint8Array>> = {}
  const fileOf = (end: string) => Object.entries(written).find(([path]) => path.endsWith(end))?.[1]

  beforeAll(async () => {
    const files = { 'menyuan.txt': MENYUAN, 'other.docx': 'no document' }
    const session = openSession({ files })
    await session.run('check menyuan.txt other.docx --output review=out --format compact')
    written = session.io.written()
  })

  test('is there for each project, as a workbook and as a document, beside a list of all', () => {
    const names = Object.keys(written)
    expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(7)
    expect(names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(8)
    expect(names.at(-1)).toBe('out/绩效目标审核汇总.xlsx')
    expect(names[0]).toMatch(/^out\/门源县[^/]+\/绩效目标审核表-[^/]+\.xlsx$/)
  })

  test('says what facts decide under each point, and leaves judgement and score empty', async () => {
    const rows = await cellsOf(fileOf('人员生活费、交通费、社保补贴.xlsx'))
    const at = rows.findIndex(([first]) => first === '审核内容')
    expect(rows.slice(at + 1, at + 9).map((row) => [row[0], row[2], row[4], row[5]])).toEqual(
      REVIEW_POINTS.map(({ aspect, points }) => [aspect, points, null, null]),
    )
    const found = new Map(rows.slice(at + 1).map((row) => [String(row[1]).split('\n')[0], String(row[3])]))
    expect(found.get('规范完整性')).toContain(
      '绩效目标 3 个，绩效指标 12 个（产出 6，成本 1，效益 4，满意度 1）。',
    )
    expect(found.get('目标相关性')).toContain('目标中有数字 2 处，在指标中找到对应的 2 处。')
    expect(found.get('目标相关性')).toContain('1．绩效目标为“80人以上”')
    expect(found.get('指标科学性')).toContain('定量指标 10 个，定性指标 2 个；定量指标占 83%。')
    expect(found.get('资金匹配性')).toContain('项目金额 240.00 万元。')
    expect(found.get('条件充分性')).toBe('表内数据不能判断，请结合申报材料审核。')
  })

  test('says the same in the document', async () => {
    const bytes = fileOf('人员生活费、交通费、社保补贴.docx')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes as Uint8Array) })
    for (const words of ['项目支出绩效目标审核表', '目标中有数字 2 处', '优□ 良□ 中□ 差□', '综合评定等级'])
      expect(value).toContain(words)
  })

  test('lists all projects, and files that could not be read', async () => {
    const rows = await cellsOf(fileOf('绩效目标审核汇总.xlsx'))
    expect(rows).toHaveLength(2 + 7 + 1)
    expect(rows.flat().join()).toContain('《other.docx》未能检查')
  })

  test('has a place for what each rule finds', () => {
    const placed = [...REVIEW_POINTS.flatMap(({ rules }) => rules), ...OF_RESULTS]
    expect(placed.sort()).toEqual(core.rules.map(({ id }) => id).sort())
  })

  test('gives a hundred points', () => {
    expect(REVIEW_POINTS.reduce((sum, { points }) => sum + points, 0)).toBe(100)
  })
})
