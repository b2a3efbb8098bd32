import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check.ts'
import type { Finding, Message } from '../../src/model/finding.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { testRule as makeTests, parseFrozen, type RuleCases, readMarks } from '../../src/test-rule.ts'

/**
 * Tests a rule in a test for each case; one has two problems, so that no rule stops at its first. All that it says in
 * its cases, in both languages and for machines, is kept in `test/rules/said/`, which `vitest --update` writes anew.
 */
export const testRule = (rule: Rule, cases: RuleCases): void => {
  describe(rule.id, () => {
    test('some case has two problems', () => {
      expect(Math.max(...cases.invalid.map(({ problems }) => problems.length))).toBeGreaterThan(1)
    })
    makeTests(rule, cases, test)
    test('says what is kept', async () => {
      const said = cases.invalid.flatMap(({ name, table }) => {
        const { text } = readMarks(table)
        const findings = check(parseFrozen(text), { only: [rule.id] }, [rule])
        return [`# ${name}`, ...findings.flatMap((finding) => saidBy(finding, rule, text)), '']
      })
      await expect(`${[...said, ...besides(rule, cases)].join('\n')}\n`).toMatchFileSnapshot(
        resolve(`test/rules/said/${rule.id}.txt`),
      )
    })
  })
}

/** What other rules say of the cases. Nearly all lack categories, since they are short. */
const besides = (rule: Rule, { valid, invalid }: RuleCases): readonly string[] => {
  const said = [...valid, ...invalid].flatMap(({ name, table }) =>
    check(parseFrozen(readMarks(table).text))
      .filter((finding) => finding.rule !== rule.id && finding.rule !== 'missing-category')
      .map((finding) => `${name}: ${finding.severity} ${finding.rule}: ${finding.message.zh}`),
  )
  return said.length === 0 ? [] : ['# Besides', ...said]
}

const saidBy = (finding: Finding, { docs }: Rule, text: string): string[] => {
  const both = (what: string, message: Message | undefined): string[] =>
    message === undefined ? [] : [`  ${what}: ${message.zh}`, `  ${what}: ${message.en}`]
  const { message, severity, because, fix, working, data, related, edits } = finding
  return [
    `${severity}: ${message.zh}`,
    `${severity}: ${message.en}`,
    ...both('because', because),
    ...(fix.zh === docs.fix.zh ? [] : both('fix', fix)),
    ...(working ?? []).map((line) => `  working: ${line}`),
    ...(data === undefined ? [] : [`  data: ${JSON.stringify(data)}`]),
    ...(related ?? []).flatMap(({ at, note }) => both(`at “${text.slice(at.start, at.end)}”`, note)),
    ...(edits ?? []).map(({ at, text: other }) => `  edit: “${text.slice(at.start, at.end)}” → “${other}”`),
  ]
}

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
