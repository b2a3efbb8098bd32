import { describe, expect, test } from 'vitest'
import { checkCorpus } from '../../src/corpus/check-corpus.ts'
import { readExampleFilings } from '../../src/corpus/example.ts'
import { corpusRules } from '../../src/corpus/index.ts'
import { rules } from '../../src/rules/index.ts'
import { extractOf, filingOf, findAmong, ROW } from './filings.ts'

describe.each(corpusRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const among = (example: string) =>
    findAmong(Object.fromEntries(readExampleFilings(example)), { only: [id] })

  test('finds something in its invalid example and nothing in its valid one', () => {
    expect(among(rule.docs.invalid)).toHaveLength(1)
    expect(among(rule.docs.valid)).toEqual([])
  })

  test('has examples of two filings that the parser reads', () => {
    for (const example of [rule.docs.invalid, rule.docs.valid]) {
      const filings = readExampleFilings(example)
      expect(filings).toHaveLength(2)
      for (const [path, text] of filings) expect(extractOf(path, text).projects).toHaveLength(1)
    }
  })

  const { summary, finds, why, fix, basis } = rule.docs
  test.each(Object.entries({ summary, finds, why, fix, basis }))(
    'says its %s in both languages',
    (_, words) => {
      expect(words.zh).toMatch(/\p{Script=Han}.*。$/u)
      expect(words.en).toMatch(/^\p{Lu}.*\.$/u)
      expect(words.zh.replace(/“[^”]*”/g, '“”')).not.toMatch(/(?<=[\u4e00-\u9fff”）])\s*[,;:!?()]/)
    },
  )
})

test('corpus rules have ids of their own, in order', () => {
  const ids = corpusRules.map(({ id }) => id)
  expect(ids).toEqual([...ids].sort())
  expect(rules.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([])
})

describe('agency-renamed', () => {
  const other = (title: string, agency: string) =>
    filingOf({ title, agency, rows: [ROW.replace('5.00', '6.00')] })
  const TITLE = '清河县2022年部门预算项目支出绩效目标公开表'
  const only = { only: ['agency-renamed'] }

  test('the name that most filings have is taken for the right one', () => {
    expect(
      findAmong(
        {
          'a.txt': filingOf({ agency: '501\t清河县农技站' }),
          'b.txt': filingOf(),
          'c.txt': filingOf({ title: `${TITLE}（续）` }),
        },
        only,
      ),
    ).toEqual([
      'a.txt: warning agency-renamed 单位编码 501 在这里是“清河县农技站”，在 2022 年的另一份公开表中是“清河县农业农村局” → b.txt:3:5',
    ])
  })

  test.each([
    ['another year', '清河县2023年部门预算项目支出绩效目标公开表', '501\t清河县农技站'],
    ['another county', '青山县2022年部门预算项目支出绩效目标公开表', '501\t青山县林业局'],
    ['no year', '清河县部门预算项目支出绩效目标公开表', '501\t清河县农技站'],
    ['the own level', TITLE, '501\t清河县农业农村局(本级)'],
    ['blanks and widths', TITLE, '501\t清河县 农业　农村局'],
    ['another code', TITLE, '502\t清河县农技站'],
  ])('nothing in %s', (_, title, agency) => {
    expect(findAmong({ 'a.txt': filingOf(), 'b.txt': other(title, agency) }, only)).toEqual([])
  })

  test('where no place is named, one folder is asked for, and it is an info', () => {
    const [first, second] = [
      filingOf({ title: '2022年部门预算项目支出绩效目标公开表', agency: '501\t农业农村局' }),
      filingOf({ title: '2022年部门预算项目支出绩效目标公开表', agency: '501\t林业局' }),
    ]
    expect(findAmong({ 'x/a.txt': first, 'x/b.txt': second }, only)).toEqual([
      'x/b.txt: info agency-renamed 单位编码 501 在这里是“林业局”，在 2022 年的另一份公开表中是“农业农村局” → x/a.txt:3:5',
    ])
    expect(findAmong({ 'x/a.txt': first, 'y/b.txt': second }, only)).toEqual([])
  })
})

describe('duplicate-filing', () => {
  const only = { only: ['duplicate-filing'] }
  const markdown = [
    '# 清河县2022年部门预算项目支出绩效目标公开表',
    '',
    '| 单位编码 | 单位及项目名称 | 金额(万元) | 绩效目标 | 绩效指标 |',
    '|---|---|---|---|---|',
    '| 501 | 清河县农业农村局 | 5.00 | | |',
    `|${ROW.split('\t').join(' | ')} |`,
    '',
  ].join('\n')

  test('the same but for blanks is a warning, in another format an info', () => {
    expect(
      findAmong(
        { 'a.txt': filingOf(), 'b.txt': `\n${filingOf().replaceAll('\n', '\r\n')}\r\n`, 'c.md': markdown },
        only,
      ),
    ).toEqual([
      'b.txt: warning duplicate-filing 与“a.txt”内容相同 → a.txt:1:1',
      'c.md: info duplicate-filing 与“a.txt”是同一份公开表的两种格式（markdown、text） → a.txt:1:1',
    ])
  })

  test.each([
    ['an amount', '5.00\t目标', '5.01\t目标'],
    ['a target', '≥3种', '≤3种'],
    ['a goal', '水稻', '小麦'],
    ['the year', '2022', '2023'],
    ['the agency', '农业农村局', '农技站'],
  ])('%s makes another filing', (_, from, to) => {
    expect(filingOf().replace(from, to)).not.toBe(filingOf())
    expect(findAmong({ 'a.txt': filingOf(), 'b.txt': filingOf().replace(from, to) }, only)).toEqual([])
  })

  test('4 and 4.00 are one amount', () => {
    const other = filingOf().replace('5.00\t目标', '5\t目标')
    expect(findAmong({ 'a.txt': filingOf(), 'b.txt': other }, only)).toHaveLength(1)
  })
})

describe('previous-baseline', () => {
  const only = { only: ['previous-baseline'] }
  const row = (target: string, name = '良种普及率') =>
    `\t农技推广\t5.00\t目标1:推广水稻良种。\t一、效益指标 (一)社会效益指标 1.${name} ${target} 二、满意度指标 1.农民满意度 ≥90%`
  const inYear = (year: number, target: string, name?: string) =>
    filingOf({ title: `清河县${year}年部门预算项目支出绩效目标公开表`, rows: [row(target, name)] })

  test.each(['≥2021年实际值', '不低于上年水平'])('says what was planned then for %s', (target) => {
    const said = `指标“良种普及率”为“${target}”；2021 年公开表中计划的指标值是“≥92%”`
    expect(findAmong({ 'now.txt': inYear(2022, target), 'then.txt': inYear(2021, '≥92%') }, only)).toEqual([
      `now.txt: info previous-baseline ${said} → then.txt:4:49`,
    ])
  })

  test('looks into filings given to compare with, of which nothing is reported', () => {
    expect(
      findAmong(
        { 'now.txt': inYear(2022, '≥2021年实际值'), 'old/then.txt': inYear(2021, '≥2020年实际值') },
        only,
      ),
    ).toEqual([
      'now.txt: info previous-baseline 指标“良种普及率”为“≥2021年实际值”；2021 年公开表中计划的指标值是“≥2020年实际值” → old/then.txt:4:49',
    ])
  })

  test('says that the project had no such indicator', () => {
    expect(
      findAmong(
        { 'now.txt': inYear(2022, '≥2021年实际值'), 'old/then.txt': inYear(2021, '≥92%', '良种覆盖率') },
        only,
      ),
    ).toEqual([
      'now.txt: info previous-baseline 指标“良种普及率”为“≥2021年实际值”，但同一项目在 2021 年的公开表中没有这项指标，基准无从查起 → old/then.txt:4:2',
    ])
  })

  test.each([
    ['another year', inYear(2020, '≥92%')],
    ['another agency', inYear(2021, '≥92%').replace('501\t清河县农业农村局', '502\t清河县林业局')],
    ['another county', inYear(2021, '≥92%').replaceAll('清河县', '青山县')],
    ['another project', inYear(2021, '≥92%').replace('农技推广', '良种补贴')],
  ])('nothing from a filing of %s', (_, then) => {
    expect(findAmong({ 'now.txt': inYear(2022, '≥2021年实际值'), 'then.txt': then }, only)).toEqual([])
  })

  test('two indicators of one name tell nothing', () => {
    const twice = inYear(2021, '≥92% 2.良种普及率 ≥80%')
    expect(findAmong({ 'now.txt': inYear(2022, '≥2021年实际值'), 'then.txt': twice }, only)).toEqual([
      expect.stringContaining('基准无从查起'),
    ])
  })
})

describe('copied-across-agencies', () => {
  const only = { only: ['copied-across-agencies'] }
  const GOAL = (county: string) =>
    `目标1:组织开展${county}实用技术培训60人次，提高群众生产技能，带动产业发展和群众增收致富。`
  const make = (county: string, agency: string, goal = GOAL(county)) =>
    filingOf({
      title: `${county}2022年部门预算项目支出绩效目标公开表`,
      agency: `501\t${county}${agency}`,
      rows: [ROW.replace('目标1:推广水稻良种。', goal)],
    })

  test('goals that differ in place and numbers only', () => {
    expect(
      findAmong(
        {
          'a.txt': make('清河县', '农业局'),
          'b.txt': make('青山县', '林业局', GOAL('青山县').replace('60', '80')),
        },
        only,
      ),
    ).toEqual([
      'b.txt: info copied-across-agencies 项目“农技推广”的绩效目标与清河县农业局的项目“农技推广”相同 → a.txt:4:2',
    ])
  })

  test.each([
    ['of one agency in two years', make('清河县', '农业局').replace('2022', '2023')],
    ['in a duplicate', make('清河县', '农业局')],
    [
      'that differ',
      make('青山县', '林业局', '目标1:完成荒山造林任务，抓好林木管护，提高成活率，改善全县的生态环境。'),
    ],
  ])('nothing in goals %s', (_, text) => {
    expect(findAmong({ 'a.txt': make('清河县', '农业局'), 'b.txt': text }, only)).toEqual([])
  })

  test('short goals and few indicators are the same by chance', () => {
    const short = (county: string) => make(county, '农业局', '目标1:保障机构正常运转。')
    expect(findAmong({ 'a.txt': short('清河县'), 'b.txt': short('青山县') }, only)).toEqual([])
  })

  test('whole sets of indicators', () => {
    const set =
      '一、产出指标 (一)数量指标 1.开展技术培训班次 ≥3期 2.培训农民人数 ≥60人 (二)质量指标 1.培训合格率 ≥95% 二、满意度指标 1.参训农民满意度 ≥90%'
    const withSet = (county: string, goal: string) => make(county, '农业局', goal).replace(/一、产出.*$/, set)
    expect(
      findAmong({ 'a.txt': withSet('清河县', '目标1:甲。'), 'b.txt': withSet('青山县', '目标1:乙。') }, only),
    ).toEqual([expect.stringContaining('的绩效指标与清河县农业局的项目')])
  })
})

describe('settings', () => {
  const texts = { 'a.txt': filingOf(), 'b.txt': filingOf() }

  test('turn a rule off, or change its level', () => {
    expect(findAmong(texts)).toEqual(['b.txt: warning duplicate-filing 与“a.txt”内容相同 → a.txt:1:1'])
    expect(findAmong(texts, { rules: { 'duplicate-filing': 'off' } })).toEqual([])
    expect(findAmong(texts, { rules: { 'duplicate-filing': 'error' } })).toEqual([
      'b.txt: error duplicate-filing 与“a.txt”内容相同 → a.txt:1:1',
    ])
    expect(findAmong(texts, { only: ['total-mismatch'] })).toEqual([])
  })

  test('are those of the filing that it is reported of', () => {
    const extracts = ['a.txt', 'b.txt', 'c.txt'].map((path) => extractOf(path, filingOf()))
    const found = checkCorpus({ filings: extracts, previous: [] }, (path) =>
      path === 'b.txt' ? { rules: { 'duplicate-filing': 'off' } } : {},
    )
    expect([...found.keys()]).toEqual(['c.txt'])
  })

  test('a rule that fails is a finding', () => {
    const [rule] = corpusRules
    if (rule === undefined) throw new Error('no rules')
    const failing = {
      ...rule,
      checkCorpus: () => {
        throw new Error('made up')
      },
    }
    const found = checkCorpus({ filings: [extractOf('a.txt', filingOf())], previous: [] }, undefined, [
      failing,
    ])
    expect(found.get('a.txt')?.map(({ finding }) => finding.rule)).toEqual(['rule-crash'])
  })
})
