import { describe, expect, test } from 'vitest'
import { renderGithubSummary, renderMarkdown } from '../../src/report/markdown.ts'
import { markdownText } from '../../src/report/printable.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'
import { ADDRESSED, HOSTILE_TEXTS, hostileReport, REPORT, SKIPPED } from '../support/report-files.ts'
import { checkedFile, plainFinding } from '../support/samples.ts'

/** Cells of a row as GitHub's Markdown cuts them: at every `|` without a backslash before it. */
const cellsOf = (row: string): string[] =>
  row
    .split(/(?<!\\)(?:\\\\)*\|/)
    .slice(1, -1)
    .map((cell) => cell.trim())

describe('the Markdown report', () => {
  test('is a verdict and a table per file', () => {
    expect(renderMarkdown(REPORT, reportOptions())).toBe(
      [
        '## 绩效目标公开表检查结果',
        '',
        '**2 个文件，1 个错误，1 个警告，1 个提示，1 个文件未能检查**',
        '',
        '### data/gone.txt',
        '',
        '**未能检查** 文件不存在',
        '',
        '### data/sample.txt',
        '',
        '1 个错误，1 个警告，1 个提示',
        '',
        '- 按 GB18030 读取',
        '',
        '| 位置 | 级别 | 规则 | 问题 | 说明 |',
        '| --- | --- | --- | --- | --- |',
        '| 5:71 | 错误 | goal-indicator-mismatch | 年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个 | “三支一扶”补贴 › 绩效目标 1<br>另见 5:171 数量指标 2<br>80 &lt; 90<br>依据：两处都说“三支一扶”岗位<br>建议：使目标与指标一致，或说明差异 |',
        '| 5:146 | 警告 | missing-unit | 176人 没有单位 | 建议：补上单位 |',
        '',
      ].join('\n'),
    )
  })

  test('speaks English, and has a line for a file without findings', () => {
    const report: Report = { toolVersion: '0', files: [checkedFile([])] }
    expect(renderMarkdown(report, reportOptions({ language: 'en' }))).toBe(
      '## Check of performance-goal tables\n\n**1 file, no problems**\n\n### data/sample.txt\n\nno problems\n',
    )
  })

  test('lists files that are no filings at the end', () => {
    const report: Report = { toolVersion: '0', files: [checkedFile([])], skipped: [SKIPPED] }
    const [zh, en] = (['zh', 'en'] as const).map((language) =>
      renderMarkdown(report, reportOptions({ language })),
    )
    expect(zh).toMatch(/\*\*1 个文件，没有发现问题，1 个文件不含绩效目标表\*\*/)
    expect(zh?.endsWith('\n### 不含绩效目标表\n\n- data/notes.txt 没有表格\n')).toBe(true)
    expect(en).toMatch(/\*\*1 file, no problems, 1 file without a performance-goal table\*\*/)
  })

  test('has addresses where the format has no lines', () => {
    const row =
      renderMarkdown({ toolVersion: '0', files: [ADDRESSED] }, reportOptions())
        .split('\n')
        .at(-2) ?? ''
    expect(cellsOf(row)[0]).toBe('Sheet1!D5')
    expect(cellsOf(row)[4]).toContain('另见 Sheet1!C5 合计')
  })

  test.each([
    ['a|b', 'a\\|b'],
    ['`x`', '\\`x\\`'],
    ['*a* _b_ ~c~', '\\*a\\* \\_b\\_ \\~c\\~'],
    ['[a](b)', '\\[a\\](b)'],
    ['![a](b)', '!\\[a\\](b)'],
    ['<script>', '&lt;script&gt;'],
    ['&lt;', '&amp;lt;'],
    ['\\|', '\\\\\\|'],
    ['a\nb', 'a\\\\nb'],
    ['https://x.cn', 'https\\://x.cn'],
    ['www.x.cn', 'www\\.x.cn'],
    ['a@x.cn', 'a\\@x.cn'],
    [':tada:', '\\:tada:'],
    ['$x$', '\\$x\\$'],
    ['年内新增：80人以上(1.5)', '年内新增：80人以上(1.5)'],
  ])('makes %j inert as %j', (text, inert) => {
    expect(markdownText(text)).toBe(inert)
  })

  test.each(HOSTILE_TEXTS)('keeps its rows, and shows what is unseen: hostile text %#', (words) => {
    const text = renderMarkdown(hostileReport(words), reportOptions())
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    expect(text.replaceAll('<br>', '')).not.toMatch(/[<>]/)
    expect(text).not.toMatch(/^(?:::|##\[)/m)
    const lines = text.split('\n')
    expect(lines).toHaveLength(22)
    expect(lines.filter((line) => line.startsWith('#')).map((line) => line.slice(0, 5))).toEqual([
      '## 绩效',
      '### a',
      '### b',
      '### 不',
    ])
    const rows = lines.filter((line) => line.startsWith('|'))
    expect(rows).toHaveLength(3)
    for (const row of rows) expect(cellsOf(row)).toHaveLength(5)
    expect(text.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[`[\]~$@]/)
  })
})

describe('the summary for GitHub', () => {
  const many: Report = {
    toolVersion: '0',
    files: [
      checkedFile(
        Array.from({ length: 40 }, () => plainFinding('176人')),
        { path: 'a.txt' },
      ),
      checkedFile([plainFinding('≥95%')], { path: 'b.txt' }),
    ],
  }

  test('is the Markdown report where there is room', () => {
    expect(renderGithubSummary(REPORT, reportOptions())).toBe(renderMarkdown(REPORT, reportOptions()))
  })

  test.each([
    ['zh', 1000, /\n篇幅所限，另有 (\d+) 项未列出。\n$/],
    ['zh', 2000, /\n篇幅所限，另有 (\d+) 项未列出。\n$/],
    ['en', 2000, /\n(\d+) more entries are left out for want of room\.\n$/],
  ] as const)('says in %s within %d bytes how many findings are left', (language, bytes, closing) => {
    const text = renderGithubSummary(many, reportOptions({ language }), bytes)
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(bytes)
    const left = Number(closing.exec(text)?.[1])
    const rows = text.split('\n').filter((line) => /^\| \d/.test(line)).length
    expect(rows).toBeGreaterThan(0)
    expect(rows + left).toBe(41)
  })

  test('holds to one MiB', () => {
    const files = [checkedFile(Array.from({ length: 20_000 }, () => plainFinding('176人')))]
    const text = renderGithubSummary({ toolVersion: '0', files }, reportOptions())
    const { length } = new TextEncoder().encode(text)
    expect(length).toBeLessThanOrEqual(1024 * 1024)
    expect(length).toBeGreaterThan(1024 * 1024 - 1000)
  })
})
