import { describe, expect, test } from 'vitest'
import type { FileResult, ReportOptions } from '../../src/report/report.ts'
import { textWidth } from '../../src/report/text-width.ts'
import { wrapText } from '../../src/report/wrap.ts'
import { Source } from '../../src/source/source.ts'
import { MARKED, reportOptions } from '../support/options.ts'
import { renderPretty } from '../support/render.ts'
import { checkedFile, fileOfText, MISMATCH, plainFinding, spanOf } from '../support/samples.ts'

const render = (files: readonly FileResult[], options: Partial<ReportOptions> = {}): string =>
  renderPretty({ toolVersion: '0', files }, reportOptions(options))

const failed: FileResult = {
  kind: 'failed',
  path: 'data/gone.txt',
  error: { zh: '没有这个文件', en: 'no such file' },
}
const info = plainFinding('≥95%', { severity: 'info', rule: 'vague-target' })
const full = [MISMATCH, plainFinding('176人'), info]

describe('one file', () => {
  test('in Chinese', () => {
    expect(render([checkedFile(full)])).toMatchInlineSnapshot(`
      "✗ data/sample.txt  1 个错误，1 个警告，1 个提示 · 1 个项目，1 个绩效目标，3 个指标 · 文本，一格多指标

      错误 goal-indicator-mismatch  data/sample.txt:5:71
        年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个
        “三支一扶”补贴 › 绩效目标 1
        5 │ …年内新增“三支一扶”岗位80人以上,并按月落实岗位补贴和社会保险补…
          │                        ^^^^^^^^
        另见 5:171  数量指标 2
        5 │ 2.“三支一扶”新增岗位 ≥90个
          │                      ^^^^^
          80 < 90
        依据：两处都说“三支一扶”岗位
        → 使目标与指标一致，或说明差异

      警告 missing-unit  data/sample.txt:5:146
        176人 没有单位
        5 │ 1.“三支一扶”补贴发放人数 176人
          │                          ^^^^^
        → 补上单位

      另有 1 条级别较低的未列出，加 --level info 可查看
      "
    `)
  })

  test('in English, narrow', () => {
    expect(render([checkedFile(full)], { language: 'en', width: 50, level: 'info' })).toMatchInlineSnapshot(`
      "✗ data/sample.txt  1 error, 1 warning, 1 info · 1 project, 1 goal, 3 indicators · text, single-cell

      error goal-indicator-mismatch  data/sample.txt:5:71
        new posts this year: the goal says 80人以上, the indicator ≥90个
        “三支一扶”补贴 › goal 1
        5 │ …增“三支一扶”岗位80人以上,并按月落实岗位补…
          │                  ^^^^^^^^
        see also 5:171  quantity indicator 2
        5 │ 2.“三支一扶”新增岗位 ≥90个
          │                      ^^^^^
          80 < 90
        because both speak of 三支一扶 posts
        → make goal and indicator agree, or explain the difference

      warning missing-unit  data/sample.txt:5:146
        176人 has no unit
        5 │ 1.“三支一扶”补贴发放人数 176人
          │                          ^^^^^
        → add the unit

      info vague-target  data/sample.txt:5:206
        ≥95% has no unit
        5 │ 1.人员满意度 ≥95%
          │              ^^^^
        → add the unit
      "
    `)
  })

  test('without findings', () => {
    expect(render([checkedFile([])])).toBe(
      '✓ data/sample.txt  没有发现问题 · 1 个项目，1 个绩效目标，3 个指标 · 文本，一格多指标\n',
    )
  })

  test('with findings that are not listed says how to see them', () => {
    const text = render([checkedFile([info])], { language: 'en' })
    expect(text).toContain('✓ data/sample.txt  1 info · ')
    expect(text).toContain('1 finding of lower severity not listed: --level info shows it')
    expect(text).not.toContain('vague-target')
    expect(render([checkedFile([plainFinding('176人')])], { level: 'error' })).toContain(
      '另有 1 条级别较低的未列出，加 --level warning 可查看',
    )
  })

  test('says what was assumed', () => {
    const notes = [{ zh: '按 GB18030 读取', en: 'read as GB18030' }]
    expect(render([checkedFile([], { notes })])).toContain('\n  说明：按 GB18030 读取\n')
  })
})

test('several files: the verdict on all of them first, failures among them', () => {
  const files = [
    checkedFile([plainFinding('176人')], { path: 'a.txt' }),
    failed,
    checkedFile([], { path: 'z.txt' }),
  ]
  const lines = render(files).split('\n')
  expect(lines[0]).toBe('✗ 3 个文件  1 个警告，1 个文件未能检查')
  expect(lines).toContain('! a.txt  1 个警告 · 1 个项目，1 个绩效目标，3 个指标 · 文本，一格多指标')
  expect(lines).toContain('✗ data/gone.txt  未能检查')
  expect(lines).toContain('  没有这个文件')
  expect(render(files, { language: 'en' })).toMatch(/^✗ 3 files {2}1 warning, 1 file could not be checked\n/)
  expect(render([checkedFile([]), checkedFile([])])).toMatch(/^✓ 2 个文件 {2}没有发现问题\n/)
})

test('colours tell severities, not more', () => {
  const text = render([checkedFile([MISMATCH])], { paint: MARKED })
  expect(text).toContain('<e>✗</e> <b>data/sample.txt</b>  <e>1 个错误</e>')
  expect(text).toContain('岗位<e>80人以上</e>,并')
  expect(text).toContain('^^^^^^^^</e>')
})

test('carets stand below what they mean, in every width of terminal', () => {
  for (const ambiguousWidth of [1, 2] as const) {
    for (const width of [40, 60, 80, 120]) {
      const lines = render([checkedFile([MISMATCH])], { width, ambiguousWidth }).split('\n')
      const at = lines.findIndex((line) => line.includes('80人以上') && line.includes('│'))
      const line = lines[at] as string
      const carets = lines[at + 1] as string
      expect(textWidth(line.slice(0, line.indexOf('80人')), ambiguousWidth)).toBe(
        textWidth(carets.slice(0, carets.indexOf('^')), ambiguousWidth),
      )
      expect(carets.match(/\^+/)?.[0].length).toBe(8)
      expect(textWidth(line, ambiguousWidth)).toBeLessThanOrEqual(width)
    }
  }
})

test('sentences are broken to the terminal where there is one, and stay whole for files', () => {
  const words = '绩效目标与指标不一致，'.repeat(9)
  const long = { zh: words, en: words }
  const finding = { ...MISMATCH, message: long, fix: long, because: long, path: [long] }
  const lines = (wrap: ReportOptions['wrap']): string[] =>
    render([checkedFile([finding], { notes: [long] })], { width: 50, wrap }).split('\n')
  const broken = lines(wrapText).slice(1)
  for (const line of broken) expect(textWidth(line, 1)).toBeLessThanOrEqual(50)
  expect(broken).toContain('  → 绩效目标与指标不一致，绩效目标与指标不一致，绩')
  expect(broken).toContain('    效目标与指标不一致，绩效目标与指标不一致，绩效')
  expect(lines(undefined)).toContain(`  → ${words}`)
})

test('many related places are counted after the first twelve', () => {
  const related = Array.from({ length: 15 }, () => ({ at: spanOf('≥90个'), note: { zh: '处', en: 'place' } }))
  const text = render([checkedFile([{ ...MISMATCH, related }])], { language: 'en' })
  expect(text.match(/see also/g)).toHaveLength(12)
  expect(text).toContain('… and 3 more places')
})

test('a place without lines is named by its address', () => {
  const source = new Source('264.79', [
    { span: { start: 0, end: 6 }, name: { zh: 'Sheet1!C5', en: 'Sheet1!C5' } },
  ])

  const text = render([fileOfText('264.79', [plainFinding('', { at: { start: 0, end: 6 } })], { source })])
  expect(text).toContain('missing-unit  data/sample.txt:Sheet1!C5')
  expect(text).toContain('   │ 264.79')
})

test('nothing from the input acts on the terminal', () => {
  const evil = 'a\x1b[2J\u202eb'
  const message = { zh: evil, en: evil }
  const finding = plainFinding('', {
    at: { start: 0, end: evil.length },
    message,
    fix: message,
    because: message,
    path: [message],
    working: [evil],
    related: [{ at: { start: 0, end: 1 }, note: message }],
  })
  const text = render([
    { ...fileOfText(evil, [finding]), path: evil, notes: [message] },
    { ...failed, path: evil, error: message },
  ])
  expect(text.match(/a\\x1b\[2J\\u202eb/g)?.length).toBeGreaterThan(9)
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
