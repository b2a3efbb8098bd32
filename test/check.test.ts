import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { type Problem, RULE_CRASH } from '../src/model/finding.ts'
import { indicatorsOf, projectsOf } from '../src/model/walk.ts'
import { rules } from '../src/rules/index.ts'
import type { Rule } from '../src/rules/rule.ts'
import type { Span } from '../src/source/span.ts'
import { parseFrozen } from '../src/test-rule.ts'
import { filing, projectFiling, projectRow } from './support/test-rule.ts'

const words = { zh: '有误', en: 'wrong' }

const ruleOf = (id: string, problems: (span: Span) => Iterable<Problem>): Rule => ({
  id,
  category: 'structure',
  severity: 'warning',
  docs: { summary: words, finds: words, why: words, fix: words, basis: words, invalid: '', valid: '' },
  check: ({ span }) => problems(span),
})

const at = (start: number, end: number): Problem => ({ message: words, at: { start, end } })

const disclosure = parseFrozen(
  projectFiling({ indicators: { 数量: ['推广品种 ≥3种'], 质量: ['合格率 ≥90%'] } }),
)

describe('check', () => {
  test('gives each problem the severity, category and advice of its rule', () => {
    const [finding] = check(disclosure, {}, [ruleOf('some-rule', () => [at(0, 4)])])
    expect(finding).toMatchObject({
      rule: 'some-rule',
      category: 'structure',
      severity: 'warning',
      fix: words,
    })
  })

  test('lets a problem be milder than its rule and advise more exactly', () => {
    const problem: Problem = { ...at(0, 4), severity: 'info', fix: { zh: '改', en: 'do' } }
    const [finding] = check(disclosure, {}, [ruleOf('some-rule', () => [problem])])
    expect(finding).toMatchObject({ severity: 'info', fix: { zh: '改', en: 'do' } })
  })

  test('sorts by place, then by rule', () => {
    const found = check(disclosure, {}, [
      ruleOf('b-rule', () => [at(9, 12), at(0, 4)]),
      ruleOf('a-rule', () => [at(9, 12), at(9, 10)]),
    ])
    expect(found.map(({ rule, at: { start, end } }) => `${start}-${end} ${rule}`)).toEqual([
      '0-4 b-rule',
      '9-10 a-rule',
      '9-12 a-rule',
      '9-12 b-rule',
    ])
  })

  test('does not depend on the order of the rules', () => {
    const text = filing(projectRow({ amount: '1.00' }), projectRow({ amount: '', goal: '' }), '\t合计\t3.00')
    const forwards = check(parseFrozen(text))
    expect(forwards.length).toBeGreaterThan(2)
    expect(check(parseFrozen(text), {}, [...rules].reverse())).toEqual(forwards)
  })

  test('drops doubles, but keeps other words at the same place', () => {
    const other: Problem = { ...at(0, 4), message: { zh: '又', en: 'again' } }
    const found = check(disclosure, {}, [ruleOf('some-rule', () => [at(0, 4), other, at(0, 4)])])
    expect(found.map(({ message }) => message.en).sort()).toEqual(['again', 'wrong'])
  })

  test('goes on when a rule throws, and reports the rule', () => {
    const crashing = ruleOf('bad-rule', function* () {
      yield at(0, 4)
      throw new Error('no such row')
    })
    const found = check(disclosure, {}, [crashing, ruleOf('good-rule', () => [at(5, 6)])])
    expect(found.map(({ rule }) => rule)).toContain('good-rule')
    const crash = found.find(({ rule }) => rule === RULE_CRASH)
    expect(crash?.severity).toBe('error')
    expect(crash?.message.en).toContain('bad-rule')
    expect(crash?.message.en).toContain('no such row')
  })

  test.each([
    ['behind the text', ({ end }: Span) => at(end, end + 1)],
    ['that ends before it begins', () => at(4, 0)],
    [
      'that is related and behind the text',
      ({ end }: Span) => ({ ...at(0, 4), related: [{ at: { start: 0, end: end + 1 }, note: words }] }),
    ],
  ])('takes a place %s for a failure of the rule', (_, problem: (span: Span) => Problem) => {
    const [finding] = check(disclosure, {}, [ruleOf('bad-rule', (span) => [problem(span)])])
    expect(finding?.rule).toBe(RULE_CRASH)
    expect(finding?.message.en).toContain('bad-rule')
  })

  test('lets all rules see some projects, one rule after the other, before any sees the next', () => {
    const names = Array.from({ length: 20 }, (_, i) => `项目${i}`)
    const twenty = parseFrozen(filing(...names.map((name) => projectRow({ name }))))
    const seen: string[] = []
    const watching = (id: string): Rule => ({
      ...ruleOf(id, () => []),
      checkProject: ({ project }) => {
        seen.push(`${id} ${project.name.text}`)
        return []
      },
    })
    check(twenty, {}, [watching('a'), watching('b')])
    expect(seen.slice(0, 2)).toEqual(['a 项目0', 'a 项目1'])
    expect(seen.indexOf('b 项目0')).toBeLessThan(seen.indexOf('a 项目19'))
    expect(seen).toHaveLength(40)
  })

  test('drops a rule that failed at a project, and keeps what it found before', () => {
    const three = parseFrozen(
      filing(projectRow({ name: '甲' }), projectRow({ name: '乙' }), projectRow({ name: '丙' })),
    )
    const failing: Rule = {
      ...ruleOf('bad-rule', () => []),
      checkProject: ({ project: { name } }) => {
        if (name.text === '乙') throw new Error('no')
        return [at(name.span.start, name.span.end)]
      },
    }
    expect(check(three, {}, [failing]).map(({ rule }) => rule)).toEqual([RULE_CRASH, 'bad-rule'])
  })

  test('names the way to a place, from the project inwards', () => {
    const [first, second] = projectsOf(disclosure).flatMap(indicatorsOf)
    const places = [first, second].map((placed) => placed?.indicator.target.span as Span)
    const found = check(disclosure, {}, [
      ruleOf('some-rule', () => places.map(({ start, end }) => at(start, end))),
    ])
    expect(found.map(({ path }) => path.map(({ zh }) => zh))).toEqual([
      ['农技推广', '产出指标', '数量指标', '1.推广品种'],
      ['农技推广', '产出指标', '质量指标', '1.合格率'],
    ])
  })
})

/** Pieces of filings, put together as no clerk would. */
const PIECES =
  '合计|小计|501|501001|某局(本级)|项目甲|4.00|-1|24O|待定|\t|\t|\t|\n|\n|目标1:|目标3:|培训农民600人次,|每人每月50元,|各2场|约10%|三年内|' +
  '一、产出指标|(一)数量指标|(四)成本指标|二、效益指标|三、满意度指标|1.|2.|培训人数 ≥60人|补助标准 ≤50元/人·月|≥2020年实际值|292%|≥|5～10天|0|。|、| '
const TABLE_TEXT = fc
  .array(fc.constantFrom(...PIECES.split('|'), '|'), { maxLength: 60 })
  .map((pieces) => filing(pieces.join('')))

test('no rule fails on any table', () => {
  fc.assert(
    fc.property(TABLE_TEXT, (text) => {
      expect(check(parseFrozen(text)).filter(({ rule }) => rule === RULE_CRASH)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('where the reading of a table is not sure', () => {
  const reading = (confidence: number, span: Span) => ({ span, confidence, inferred: [], leftovers: [] })
  const doubtful = {
    ...disclosure,
    readings: [reading(0.3, { start: 10, end: 30 }), reading(0.9, { start: 40, end: 60 })],
  }
  const tells: Rule = { ...ruleOf('tells', () => [at(10, 30)]), reads: 'readings' }
  const idsOf = (rules: readonly Rule[]): readonly string[] =>
    check(doubtful, {}, rules).map(({ rule, at: { start, end } }) => `${rule} ${start}-${end}`)
  const places = [at(0, 4), at(10, 12), at(28, 30), at(28, 32), at(40, 44)]

  test('what rules make of the tree is left out there, and what is printed stays', () => {
    const tree = ruleOf('tree', () => places)
    expect(idsOf([tells, tree])).toEqual(['tree 0-4', 'tells 10-30', 'tree 28-32', 'tree 40-44'])
    expect(idsOf([tells, { ...tree, id: 'text', reads: 'text' }])).toEqual([
      'text 0-4',
      'text 10-12',
      'tells 10-30',
      'text 28-30',
      'text 28-32',
      'text 40-44',
    ])
  })

  test('so is a contradiction with something there', () => {
    const related = [{ at: { start: 12, end: 14 }, note: words }]
    expect(idsOf([tells, ruleOf('tree', () => [{ ...at(0, 4), related }, at(5, 6)])])).toEqual([
      'tree 5-6',
      'tells 10-30',
    ])
  })

  test('a project is looked at like the whole', () => {
    const { check: _, ...rest } = ruleOf('tree', () => [])
    const tree: Rule = { ...rest, checkProject: () => places }
    expect(idsOf([tells, tree])).toEqual(['tree 0-4', 'tells 10-30', 'tree 28-32', 'tree 40-44'])
  })

  test('nothing is left out where nobody tells of it', () => {
    expect(idsOf([ruleOf('tree', () => places)])).toHaveLength(places.length)
    expect(check(doubtful, { only: ['tree'] }, [tells, ruleOf('tree', () => places)])).toHaveLength(
      places.length,
    )
  })

  test('these rules speak of what is printed, and all others are silent', () => {
    expect(rules.filter(({ reads }) => reads === 'text').map(({ id }) => id)).toEqual([
      'invalid-agency-code',
      'template-residue',
      'untidy-text',
    ])
  })
})
