import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { type Outcome, runPbo } from '../support/run.ts'
import { projectFiling } from '../support/test-rule.ts'

const TEXT = `某县2022年绩效目标公开表\n${projectFiling({ goal: '目标1:推广<b>良种</b>。' })}\n`

const show = (stage: string, file: string | Uint8Array = TEXT): Promise<Outcome> =>
  runPbo(`show a.txt --stage ${stage} --lang en`, { files: { 'a.txt': file } }, core)

describe('pbo show --stage', () => {
  test('source shows the text with its lines', async () => {
    const { code, out } = await show('source')
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 3)).toEqual([
      'a.txt  text · source',
      '1 │ 某县2022年绩效目标公开表',
      '2 │ 单位编码\\t单位及项目名称\\t金额(万元)\\t绩效目标\\t绩效指标',
    ])
    expect(out).toContain('<b>良种</b>')
  })

  test('grid shows the cells with their places, without markup', async () => {
    const { out } = await show('grid')
    expect(out).toContain('text 1:1\n    某县2022年绩效目标公开表\n')
    expect(out).toContain('row 2 3:1\n    [2,1] 3:1  —\n    [2,2] 3:2  农技推广\n    [2,3] 3:7  6.00\n')
    expect(out).toContain('[2,4] 3:12  目标1:推广良种。')
  })

  test('grid shows merged cells by the cell that they belong to', async () => {
    const html =
      '<table><tr><td>项目名称</td><td>金额</td></tr><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr></table>'
    const { out } = await show('grid', html)
    expect(out).toMatch(/\[3,1\] \S+ {2}— ⇐ \[2,1\]\n/)
  })

  test('draft shows what the layout took each text for', async () => {
    const { out } = await show('draft')
    expect(out).toContain('layouts: single-cell\n')
    expect(out).toContain('  name: “农技推广” 3:2\n  amount: “6.00” 3:7\n')
    expect(out).toContain('moneyUnit:\n  name: 万元\n  yuan: 10000\n')
  })

  test('formats without lines show addresses', async () => {
    const { out } = await show('source', readFileSync('fixtures/office/menyuan-2022.xlsx'))
    expect(out).toMatch(/^\S+![A-Z]+\d+ │ 264\.79$/m)
  })

  test('a file without a table is shown too, an unreadable one is told', async () => {
    const { code, out } = await show('grid', '只有一行字\n')
    expect({ code, out }).toEqual({ code: 0, out: 'a.txt  text · grid\ntext 1:1\n    只有一行字\n\n' })
    const broken = await show('grid', new Uint8Array([0, 1, 2, 3]))
    expect(broken.code).toBe(2)
    expect(broken.err).toContain('pbo: a.txt: ')
  })

  test.each(['source', 'grid', 'draft'])('%s lets nothing act on a terminal', async (stage) => {
    const { out } = await show(stage, TEXT.replace('良种', '良\u001b[31m种\u202e'))
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
