import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Finding, Message } from '../../src/model/finding.ts'
import type { CheckedRecord } from '../../src/model/record.ts'
import { parse } from '../../src/parse.ts'
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH } from '../../src/report/html/page-script.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../../src/report/html/page-style.ts'
import type { FileResult, Report, ReportOptions } from '../../src/report/report.ts'
import { Source } from '../../src/source/source.ts'
import { reportOptions } from '../support/options.ts'
import { renderHtml } from '../support/render.ts'
import { checkedFile, MISMATCH, plainFinding } from '../support/samples.ts'

const render = (
  files: readonly FileResult[],
  options: Partial<ReportOptions> = {},
  part: Partial<Report> = {},
): string =>
  renderHtml({ toolVersion: '1.2.3', files, ...part }, reportOptions({ level: 'info', ...options }))

/** A filing that is parsed and checked, as the command does it. */
const checkedText = (
  text: string,
  path = 'filing.txt',
  more: readonly Finding[] = [],
  notes: readonly Message[] = [],
) => {
  const source = new Source(text)
  const { disclosure, layouts } = parse(source)
  return checkedFile([...check(disclosure), ...more], {
    path,
    notes,
    layouts,
    source,
    encoded: undefined,
    disclosure,
  })
}

const FIXTURES = new URL('../../fixtures/text/', import.meta.url)
const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[/\\]input\.txt$/.test(path))
  .sort()
const fixture = (path: string): string => readFileSync(new URL(path, FIXTURES), 'utf8')
const MENYUAN = fixture('single-cell/menyuan-2022/input.txt')

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Every element of a page, those inside `noscript` too, in order. */
const elementsOf = (html: string): Element[] => {
  const elements: Element[] = []
  const parser = new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }) })
  parser.end(html)
  return elements
}

const textOf = (html: string): string => {
  let text = ''
  const parser = new Parser({ ontext: (part) => (text += part) }, { decodeEntities: true })
  parser.end(html)
  return text
}

/** The table of the first filing, as the page holds it. */
const tableOf = (html: string): string => /<noscript>(.*?)<\/noscript>/s.exec(html)?.[1] ?? ''

describe('the page', () => {
  test('lets in its own script and style, and nothing else', () => {
    const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
    expect(digest(PAGE_SCRIPT)).toBe(PAGE_SCRIPT_HASH)
    expect(digest(PAGE_STYLE)).toBe(PAGE_STYLE_HASH)
    const [policy] = elementsOf(render([])).filter(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )
    expect(policy?.attributes['content']).toBe(
      `default-src 'none'; script-src '${PAGE_SCRIPT_HASH}'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`,
    )
  })

  test('refers to nothing outside itself and styles no element', () => {
    for (const { name, attributes } of elementsOf(render([checkedText(MENYUAN)]))) {
      for (const attribute of ['href', 'src', 'action', 'data', 'poster', 'srcset']) {
        expect(attributes[attribute] ?? '#', `${name} ${attribute}`).toMatch(/^#/)
      }
      expect(Object.keys(attributes).filter((key) => key === 'style' || /^on/.test(key))).toEqual([])
    }
  })

  test('is in the language asked for and has both', () => {
    const zh = render([checkedFile([MISMATCH])])
    const en = render([checkedFile([MISMATCH])], { language: 'en' })
    expect(zh).toContain('<html lang="zh-CN" data-lang="zh">')
    expect(en).toContain('<html lang="en" data-lang="en">')
    for (const page of [zh, en]) {
      expect(page).toContain('<span lang="zh">年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个</span>')
      expect(page).toContain(
        '<span lang="en">new posts this year: the goal says 80人以上, the indicator ≥90个</span>',
      )
    }
  })

  test('is the same for the same report', () => {
    expect(render([checkedText(MENYUAN)])).toBe(render([checkedText(MENYUAN)]))
  })
})

describe('the verdict', () => {
  const failed: FileResult = {
    kind: 'failed',
    path: 'gone.txt',
    error: { zh: '没有这个文件', en: 'no such file' },
  }
  const verdictOf = (html: string): string => /<h1>.*?<span lang="zh">(.*?)<\/span>/s.exec(html)?.[1] ?? ''

  test.each<[string, FileResult[], string, string]>([
    ['nothing found', [checkedFile([])], 'ok', '没有发现问题'],
    ['an error', [checkedFile([MISMATCH])], 'error', '1 个错误'],
    ['a warning', [checkedFile([plainFinding('176人')])], 'warning', '1 个警告'],
    ['a notice', [checkedFile([plainFinding('176人', { severity: 'info' })])], 'ok', '1 个提示'],
    ['a file that could not be read', [checkedFile([]), failed], 'error', '1 个文件未能检查'],
  ])('of %s', (_name, files, kind, words) => {
    const html = render(files)
    expect(html).toContain(`<div class="verdict ${kind}">`)
    expect(verdictOf(html)).toBe(words)
  })

  test('counts what is not listed and says so', () => {
    const html = render([checkedFile([MISMATCH, plainFinding('≥95%', { severity: 'info' })])], {
      level: 'error',
    })
    expect(verdictOf(html)).toBe('1 个错误，1 个提示')
    expect(html).toContain('另有 1 条级别较低的问题未列出')
    expect(html.match(/<li class="finding /g)).toHaveLength(1)
  })

  test('names files that could not be read or are no filings, with the reason', () => {
    const skipped = [{ kind: 'skipped' as const, path: 'a.txt', reason: { zh: '没有表格', en: 'no table' } }]
    const html = render([checkedFile([]), failed], {}, { skipped })
    const lines = [
      ...html.matchAll(
        /<li>(?:<span class="sign error">✗<\/span>)? <span class="path">(.*?)<\/span> <span lang="zh">(.*?)<\/span>/g,
      ),
    ]
    expect(lines.map(([, path, why]) => [path, why])).toEqual([
      ['gone.txt', '没有这个文件'],
      ['a.txt', '没有表格'],
    ])
  })
})

describe('a finding', () => {
  test('tells what, where, both ends, the arithmetic, why and what to do', () => {
    const html = render([checkedFile([MISMATCH])])
    const card = /<li class="finding .*?<\/dl><\/li>/s.exec(html)?.[0] ?? ''
    const zh = textOf(card.replace(/<span lang="en">.*?<\/span>/g, ''))
    for (const words of [
      '错误',
      '年内新增岗位：绩效目标为 80人以上',
      '绩效目标 1',
      '5:71',
      '5:171',
      '数量指标 2',
      '80 < 90',
      '两处都说“三支一扶”岗位',
      '使目标与指标一致，或说明差异',
      '目标中承诺的数字应与衡量它的指标一致。',
      'goal-indicator-mismatch',
      '一致性',
    ]) {
      expect(zh).toContain(words)
    }
    expect(card).toContain('年内新增“三支一扶”岗位<mark class="m error">80人以上</mark>,并')
    expect(card.match(/href="#[^"]*"/g)).toEqual(['href="#f1p1"', 'href="#f1p1"', 'href="#f1r1-1"'])
  })

  test('stands under its project, in the order of the text', () => {
    const html = render([checkedText(MENYUAN)])
    const groups = [...html.matchAll(/<section class="group"><h3>(.*?) <span/g)].map(([, name]) => name)
    expect(groups).toEqual([
      '“三支一扶”考录考务费',
      '“三支一扶”人员生活费、交通费、社保补贴',
      '行政事业单位公开招录考务费',
      '“三支一扶”慰问金',
      '干部及人事档案管理经费',
    ])
  })

  test('of a format without lines is placed by its address', () => {
    const source = new Source('表\t176人', [
      { span: { start: 2, end: 6 }, name: { zh: '表1 B1', en: 'Sheet1!B1' } },
    ])
    const finding = { ...plainFinding('176人'), at: { start: 2, end: 6 } }
    const html = render([checkedFile([finding], { source, encoded: undefined })])
    expect(html).toContain(
      '<a class="place" href="#f1p1"><span lang="zh">表1 B1</span><span lang="en">Sheet1!B1</span></a>',
    )
  })
})

describe.each(fixtures)('the table of %s', (path) => {
  const file = checkedText(fixture(path))
  const { findings: finding, ...shown } =
    file.findings.length > 0
      ? file
      : checkedText(fixture(path), undefined, [plainFinding('', { at: { start: 0, end: 1 } })])
  const html = render([{ ...shown, findings: finding }])
  const table = tableOf(html)

  test('marks every end of every finding once', () => {
    const ids = elementsOf(table).flatMap(({ attributes }) => attributes['id'] ?? [])
    const ends = finding.flatMap(({ related = [] }, i) => [
      `f1p${i + 1}`,
      ...related.map((_, k) => `f1r${i + 1}-${k + 1}`),
    ])
    expect(ids.filter((id) => /^f1[pr]/.test(id)).sort()).toEqual(ends.sort())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('leads only to what is there', () => {
    const elements = elementsOf(html)
    const ids = new Set(elements.map(({ attributes }) => attributes['id']))
    for (const { attributes } of elements) {
      if (attributes['href'] !== undefined) expect(ids).toContain(attributes['href'].slice(1))
    }
  })

  test('holds all words and numbers of the filing', () => {
    const shown = textOf(table.replace(/<span class="to">.*?<\/span>/g, ''))
    for (const word of file.source.text
      .replace(/<[^<>]*>|&\w+;/g, ' ')
      .match(/\p{Script=Han}+|\d[\d.,]*\d/gu) ?? []) {
      // Text without separators is printed in cells: its words are no longer beside each other.
      const pieces = file.layouts.includes('run-together') ? [...word] : [word]
      for (const piece of pieces) expect(shown).toContain(piece)
    }
  })
})

describe('sums', () => {
  const checksOf = (html: string): string[] =>
    [...tableOf(html).matchAll(/<details class="check (\w+)"><summary>(.*?)<\/summary>/gs)].map(
      ([, kind, words]) => `${kind}: ${textOf((words ?? '').replace(/<span lang="en">.*?<\/span>/g, ''))}`,
    )

  test('that are right get a tick, with their addends', () => {
    const html = render([checkedText(MENYUAN)])
    expect(checksOf(html)).toEqual(['ok: ✓ 等于 1 项之和', 'ok: ✓ 等于 1 项之和', 'ok: ✓ 等于 7 项之和'])
    expect(textOf(tableOf(html))).toContain('干部及人事档案管理经费2.00 万元')
  })

  test('that are wrong show the difference, in the table and with the finding', () => {
    const wrong = MENYUAN.replace('<b>合计</b>\t264.79', '<b>合计</b>\t268.79')
    const html = render([checkedText(wrong)])
    expect(checksOf(html)[0]).toBe('error: ✗ 1 项之和为 264.79 万元')
    const card = /<li class="finding .*?<\/dl><\/li>/s.exec(html)?.[0] ?? ''
    const rows = [...card.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      textOf(row.replace(/<span lang="en">.*?<\/span>/g, '')),
    )
    expect(rows).toEqual([
      '门源县人社局264.79 万元',
      'Σ 各项之和264.79 万元',
      '表中所列268.79 万元',
      '差额4.00 万元',
    ])
    expect(card).toContain('<a href="#f1r1-1">门源县人社局</a>')
  })

  test('of the money of a project stand with it', () => {
    const form = (own: string): string =>
      `项目支出绩效目标表
项目名称\t养老服务补贴
资金总额（万元）\t24.00
其中：财政拨款\t20.00
其他资金\t${own}
年度目标\t为老年人发放补贴。
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t补贴老年人人数\t≥300人
`
    const lineOf = (text: string): string | undefined =>
      /<div class="aside check (\w+"><span lang="zh">.*?)<\/span>/.exec(render([checkedText(text)]))?.[1]
    expect(lineOf(form('4.00'))).toBe('ok"><span lang="zh">✓ 等于 2 项之和')
    expect(lineOf(form('5.00'))).toBe('error"><span lang="zh">✗ 2 项之和为 25.00 万元')
  })
})

describe('charts', () => {
  const chart = (html: string, title: string): string[] => {
    const [section] = html
      .split('<section class="chart">')
      .filter((part) => part.startsWith(`<h2><span lang="zh">${title}<`))
    return [...(section ?? '').matchAll(/<(?:a|span) class="bar".*?<\/svg>/gs)].map(([bar]) => {
      const widths = [...bar.matchAll(/<rect class="(?!track)(\w+)"[^>]*? width="([\d.]+%)"/g)]
      const words = textOf(bar.replace(/<span lang="en">.*?<\/span>/g, ''))
      return `${words} ${widths
        .filter(([, , width]) => width !== '0%')
        .map(([, kind, width]) => `${kind} ${width}`)
        .join(' ')}`
    })
  }

  test('of money by project, the largest filling the width', () => {
    const bars = chart(render([checkedText(MENYUAN)]), '资金：各项目')
    expect(bars).toHaveLength(7)
    expect(bars[0]).toBe('“三支一扶”人员生活费、交通费、社保补贴 240.00 万元 money 100%')
    expect(bars.at(-1)).toBe('干部及人事档案管理经费 2.00 万元 money 0.83%')
  })

  test('of findings by rule, by severity', () => {
    const bars = chart(render([checkedText(MENYUAN)]), '按规则')
    expect(bars[0]).toBe('目标中承诺的数字应与衡量它的指标一致 1 error 20%')
    expect(bars).toContain('目标中承诺的数量应有指标衡量 2 info 40%')
  })

  test('of a thousand projects show the largest and count the others', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, i) => `\t第${i + 1}号项目\t${i + 1}.00\t目标1:供餐。\t一、产出指标`,
    )
    const text = ['单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标', ...rows].join('\n')
    const html = render([{ ...checkedText(text), findings: [] }])
    expect(chart(html, '资金：各项目')).toHaveLength(8)
    expect(html).toContain('其余 992 项')
  })
})

describe('a folder', () => {
  const clean = (i: number): CheckedRecord => checkedFile([], { path: `clean-${i}.txt` })
  const found = (i: number): CheckedRecord => checkedFile([MISMATCH], { path: `found-${i}.txt` })

  test('holds the text of filings with findings only; the others are a line each', () => {
    const html = render([clean(1), found(2), clean(3)])
    expect(html.match(/<noscript>/g)).toHaveLength(1)
    expect(html.match(/补贴发放人数/g)).toHaveLength(1)
    expect(textOf(html)).toContain('clean-3.txt')
    expect(html).toContain('，其中 2 个没有发现问题')
  })

  test('keeps the ids of its filings apart', () => {
    const ids = elementsOf(render([found(1), clean(2), found(3)])).flatMap(
      ({ attributes }) => attributes['id'] ?? [],
    )
    expect(ids).toContain('f3p1')
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('of 500 filings takes a few hundred bytes for each without findings', () => {
    const size = render(Array.from({ length: 500 }, (_, i) => clean(i))).length
    expect((size - render([]).length) / 500).toBeLessThan(700)
  })
})

test('hostile text is inert wherever it comes from', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)></noscript></script><a href="javascript:alert(1)">\u202e\u0007`
  const message = { zh: evil, en: `${evil}!` }
  const finding = {
    ...MISMATCH,
    rule: evil,
    message,
    because: message,
    fix: message,
    path: [message, message],
    working: [evil],
    related: [{ at: MISMATCH.at, note: message }],
  }
  const text = `某局2022年${evil.replace(/[\t\n]/g, '')}绩效目标公开表\n单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\n\t${evil}\t5.00\t目标1:${evil}\t一、产出指标 (一)数量指标 1.${evil} ≥5人`
  const wide = {
    ...finding,
    at: { start: 5, end: 30 },
    related: [{ at: { start: 6, end: 20 }, note: message }],
  }
  const file = checkedText(text, `${evil}.txt`, [wide], [message])
  const html = render(
    [file, checkedFile([finding], { path: evil }), { kind: 'failed', path: evil, error: message }],
    {},
    { toolVersion: evil },
  )
  const elements = elementsOf(html)
  expect(elements.filter(({ name }) => name === 'script')).toHaveLength(1)
  expect(elements.filter(({ name }) => ['img', 'iframe', 'object', 'base', 'form'].includes(name))).toEqual(
    [],
  )
  for (const { attributes } of elements) {
    expect(Object.keys(attributes).filter((key) => /^on/i.test(key))).toEqual([])
    expect(attributes['href'] ?? '#').toMatch(/^#/)
  }
  for (const character of '\u202e\u0007') expect(html).not.toContain(character)
  expect(html.match(/<\/noscript>/g)).toHaveLength(2)
})
