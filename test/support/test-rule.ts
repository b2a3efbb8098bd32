import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Disclosure } from '../../src/model/disclosure.ts'
import type { Finding, Severity } from '../../src/model/finding.ts'
import { parse } from '../../src/parse.ts'
import type { Rule } from '../../src/rules/rule.ts'
import type { Settings } from '../../src/settings.ts'
import { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'

export interface ValidCase {
  readonly name: string
  readonly table: string
}

/** What a problem must say; a text or pattern alone is its Chinese message. */
export interface ExpectedProblem {
  readonly message: string | RegExp
  readonly severity?: Severity
  readonly because?: string | RegExp
  readonly working?: readonly string[]
}

export interface InvalidCase {
  readonly name: string
  /** `⟦…⟧` marks where each problem is, in order; `⟨…⟩`, if there are any, all related places. */
  readonly table: string
  readonly problems: readonly (string | RegExp | ExpectedProblem)[]
}

export interface RuleCases {
  readonly valid: readonly ValidCase[]
  readonly invalid: readonly InvalidCase[]
}

/**
 * Tests a rule on small filings with the expected places marked in the input itself. Strict: at least
 * one case of each sort, none twice, and one with two problems, so that no rule stops at its first.
 */
export const testRule = (rule: Rule, { valid, invalid }: RuleCases): void => {
  describe(rule.id, () => {
    test('its cases are complete', () => {
      expect(valid.length, 'valid cases').toBeGreaterThan(0)
      expect(invalid.length, 'invalid cases').toBeGreaterThan(0)
      const cases = [...valid, ...invalid]
      expect(repeated(cases.map(({ name }) => name)), 'names used twice').toEqual([])
      expect(repeated(cases.map(({ table }) => table)), 'tables used twice').toEqual([])
      expect(
        Math.max(...invalid.map(({ problems }) => problems.length)),
        'problems in one case',
      ).toBeGreaterThan(1)
    })

    describe('finds nothing in', () => {
      for (const { name, table } of valid) {
        test(name, () => {
          const { text, places } = readMarks(table)
          expect(places, 'marks in a valid case').toEqual([])
          expect(findingsOf(rule, text).map(({ message }) => message.zh)).toEqual([])
        })
      }
    })

    describe('finds', () => {
      for (const { name, table, problems } of invalid) {
        test(name, () => expectProblems(rule, table, problems))
      }
    })
  })
}

const expectProblems = (rule: Rule, table: string, problems: InvalidCase['problems']): void => {
  const { text, places, related } = readMarks(table)
  const findings = findingsOf(rule, text)
  const sliceOf = ({ start, end }: Span): string => `${start}: ${text.slice(start, end)}`
  expect(findings.map(({ message }) => message.zh)).toHaveLength(problems.length)
  for (const [i, problem] of problems.entries()) {
    const finding = findings[i] as Finding
    const expected = typeof problem === 'string' || problem instanceof RegExp ? { message: problem } : problem
    expectText(finding.message.zh, expected.message)
    expect(finding.message.en, 'English message').toMatch(/\S/)
    if (expected.severity !== undefined) expect(finding.severity).toBe(expected.severity)
    if (expected.because !== undefined) expectText(finding.because?.zh ?? '', expected.because)
    if (expected.working !== undefined) expect(finding.working).toEqual(expected.working)
  }
  expect(findings.map(({ at }) => sliceOf(at))).toEqual(places.map(sliceOf))
  if (related.length > 0) {
    const others = findings.flatMap((finding) => finding.related ?? []).map(({ at }) => at)
    expect([...new Set(others.sort(byStart).map(sliceOf))]).toEqual(related.map(sliceOf))
  }
}

const expectText = (text: string, expected: string | RegExp): void => {
  if (typeof expected === 'string') expect(text).toBe(expected)
  else expect(text).toMatch(expected)
}

const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** The rule as it is, also where it is off by default. */
const settings = ({ id }: Rule): Settings => ({ only: [id] })

/** What one rule finds in a text whose tree it cannot change. */
const findingsOf = (rule: Rule, text: string): readonly Finding[] => {
  const findings = check(parseFrozen(text), settings(rule), [rule])
  const crash = findings.find((finding) => finding.rule !== rule.id)
  if (crash !== undefined) throw new Error(crash.message.en)
  return findings
}

/** The tree of a text, frozen through and through. */
export const parseFrozen = (text: string): Disclosure => deepFreeze(parse(new Source(text)).disclosure)

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) deepFreeze(inner)
  return value
}

const MARKS = { '⟦': 'places', '⟨': 'related' } as const

/** A table without its marks, and the ranges they enclosed. */
export const readMarks = (
  marked: string,
): { readonly text: string; readonly places: readonly Span[]; readonly related: readonly Span[] } => {
  const found = { places: [] as Span[], related: [] as Span[] }
  const open: { start: number; list: Span[] }[] = []
  let text = ''
  for (const c of marked) {
    if (c === '⟦' || c === '⟨') open.push({ start: text.length, list: found[MARKS[c]] })
    else if (c === '⟧' || c === '⟩') {
      const mark = open.pop()
      if (mark === undefined) throw new Error(`${c} closes nothing`)
      mark.list.push({ start: mark.start, end: text.length })
    } else text += c
  }
  if (open.length > 0) throw new Error('a mark is not closed')
  return { text, places: found.places.sort(byStart), related: found.related.sort(byStart) }
}

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, i) => values.indexOf(value) !== i)

export const HEADER = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标'

/** A filing of the usual columns: its rows under the header. */
export const filing = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n')

export interface ProjectParts {
  readonly name?: string
  readonly amount?: string
  readonly goal?: string
  /** The indicator cell as printed, or its indicators by category. */
  readonly indicators?: string | Indicators
}

/** Indicators by the stem of their category: `{ 数量: ['培训人数 ≥60人'] }`. */
export type Indicators = Partial<Record<CategoryStem, readonly string[]>>

type CategoryStem = (typeof OUTLINE)[number][1][number]

const OUTLINE = [
  ['产出', ['数量', '质量', '时效', '成本']],
  ['效益', ['经济效益', '社会效益', '生态效益', '可持续影响']],
  ['满意度', ['服务对象满意度']],
] as const

const NUMERALS = '一二三四五'

/** The indicator cell of a project, numbered as the forms print it. */
const outline = (indicators: Indicators): string => {
  const used = OUTLINE.filter(([, stems]) => stems.some((stem) => indicators[stem] !== undefined))
  const lines = used.flatMap(([levelOne, stems], i) => [
    `${NUMERALS[i]}、${levelOne}指标`,
    ...stems
      .filter((stem) => indicators[stem] !== undefined)
      .flatMap((stem, j) => [
        `(${NUMERALS[j]})${stem}指标`,
        ...(indicators[stem] ?? []).map((indicator, k) => `${k + 1}.${indicator}`),
      ]),
  ])
  return lines.map((line) => `<p>${line}</p>`).join(' ')
}

/** The row of one project; what isn't given is something that no rule minds. */
export const projectRow = ({
  name = '农技推广',
  amount = '6.00',
  goal = '目标1:推广农业技术。',
  indicators = { 数量: ['推广品种 ≥3种'] },
}: ProjectParts): string =>
  `\t${name}\t${amount}\t${goal}\t${typeof indicators === 'string' ? indicators : outline(indicators)}`

/** A filing of one project. */
export const projectFiling = (parts: ProjectParts): string => filing(projectRow(parts))

/**
 * A filing with a row for each indicator: `columns` are those behind the name of the indicator, and each
 * row is its category (`产出/数量`), its name and their cells.
 */
export const rowsFiling = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { name = '农技推广', amount = '6.00', goal = '推广农业技术。' }: Omit<ProjectParts, 'indicators'> = {},
): string =>
  [
    ['单位及项目名称', '金额(万元)', '绩效目标', '一级指标', '二级指标', '三级指标', ...columns].join('\t'),
    ...rows.map(([category = '', ...cells], i) => {
      const [levelOne, levelTwo] = category.split('/')
      const project = i === 0 ? [name, amount, goal] : ['', '', '']
      return [...project, `${levelOne}指标`, `${levelTwo}指标`, ...cells].join('\t')
    }),
  ].join('\n')
