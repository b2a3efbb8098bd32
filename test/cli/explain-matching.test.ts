import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { textWidth } from '../../src/report/text-width.ts'
import { type Outcome, runPbo } from '../support/run.ts'
import { projectFiling } from '../support/test-rule.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const show = (flags: string, text = MENYUAN, columns = 100): Promise<Outcome> =>
  runPbo(
    `show filing.txt --explain-matching ${flags}`,
    { files: { 'filing.txt': text }, isTTY: true, columns },
    core,
  )

const projectOf = (out: string, name: string): readonly string[] => {
  const lines = out.split('\n')
  const start = lines.indexOf(name)
  return lines.slice(start, lines.indexOf('', start))
}

describe('pbo show --explain-matching on the filing of Menyuan', () => {
  test('says which numbers belong together, why, and what they are to each other', async () => {
    const { out, code } = await show('--lang zh --no-color')
    expect(code).toBe(0)
    expect(projectOf(out, '“三支一扶”人员生活费、交通费、社保补贴').slice(1, 6)).toEqual([
      '  相互对应',
      '    目标 1 “176人” ↔ 1 “三支一扶”补贴发放人数 (=)176人  88%',
      '      目标与指标都提到“三支一扶”“补贴”，单位相容。数值一致。',
      '    目标 2 “80人以上” ↔ 2 “三支一扶”新增岗位 ≥90个  59%',
      '      目标与指标都提到“三支一扶”“新增”“岗位”，单位相容。指标高于目标。',
    ])
  })

  test('says what stands alone on either side, and why', async () => {
    const { out } = await show('--lang zh --no-color')
    expect(projectOf(out, '行政事业单位公开招录考务费')).toEqual([
      '行政事业单位公开招录考务费',
      '  没有对应指标的目标数字',
      '    目标 2 “40人以上”',
      '      没有词语相近、单位相容的指标。',
      '  没有对应目标数字的指标',
      '    1 考官、工作人员人数 ≥70人',
      '    2 面试试卷印刷数量 ≥40份',
      '      没有词语相近、单位相容的目标数字。',
      '    1 考务费成功发放率 (=)100%',
      '    2 面试试卷印刷刊误率 ≤5%',
      '    1 考官到位及时率 (=)100%',
      '    2 面试试卷印刷及时率 (=)100%',
      '    2 行政事业单位公开制度落实率 (=)100%',
      '    1 事业单位招聘人员满意度 ≥95%',
      '      目标中没有比率。',
      '    1 考官、工作人员考务成本 ≤500元/位',
      '    2 考官、工作人员及面试考生餐费 ≤50元/位',
      '      目标中没有单价。',
      '    3 面试试卷成本 ≤5000元',
      '    4 考官、监督封闭住宿费及就餐费 ≤6000元',
      '      目标中没有金额。',
      '  另有 3 项指标没有数字，不参与对应',
    ])
  })

  test('in English, within the terminal', async () => {
    const { out } = await show('--lang en --no-color', MENYUAN, 72)
    expect(out).toContain('  numbers of the goals without an indicator')
    expect(out).toContain('      No indicator shares words and a compatible unit with it.')
    for (const line of out.split('\n')) expect(textWidth(line, 1)).toBeLessThanOrEqual(72)
  })

  test('as JSON, with the place of each number', async () => {
    const { out } = await show('--as json')
    const [file] = JSON.parse(out).files
    const pairs = file.projects.flatMap(({ pairs: own }: { pairs: object[] }) => own)
    expect(pairs).toHaveLength(8)
    for (const { promise, indicator, score } of pairs) {
      expect(MENYUAN.slice(promise.start, promise.end).replace(/\s/g, '')).toBe(
        promise.text.replace(/\s/g, ''),
      )
      expect(MENYUAN.slice(indicator.start, indicator.end)).toContain(indicator.target.replace(/^[≥≤]/, ''))
      expect(score).toBeGreaterThanOrEqual(0.26)
    }
    const count = (key: string): number =>
      file.projects.reduce(
        (total: number, project: Record<string, unknown[]>) => total + (project[key]?.length ?? 0),
        0,
      )
    // Every number is either in a pair or alone.
    expect([count('alonePromises'), count('aloneIndicators') + pairs.length]).toEqual([3, 71])
  })
})

describe('what numbers are to each other', () => {
  const explain = async (goal: string, ...indicators: string[]): Promise<string> =>
    (
      await show(
        '--lang zh --no-color',
        projectFiling({ goal: `目标1:${goal}`, indicators: { 数量: indicators } }),
        200,
      )
    ).out

  test('parts of a goal that one indicator measures', async () => {
    const out = await explain('资助困难学生，其中小学生100人、初中生200人。', '资助困难学生人数 ≥300人')
    expect(out).toMatch(/目标中的 \d+人 \+ \d+人 合计与指标一致。/)
  })

  test('of one time and of the whole year', async () => {
    expect(await explain('每季度开展安全检查1次。', '开展安全检查次数 ≥4次')).toContain('期限或口径不同')
  })

  test('a number whose nearest indicator belongs to another', async () => {
    const out = await explain('培训种植大户200人、种植散户80人。', '培训种植大户人数 ≥200人')
    expect(out).toContain('最接近的是“培训种植大户人数”')
    expect(out).toContain('但它与别处更相配。')
  })
})

test('--explain-matching has no other forms', async () => {
  const { code, out, err } = await show('--as tree --lang en')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('--explain-matching can only be shown as a table or json, not as tree')
})
