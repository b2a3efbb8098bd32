import { describe, expect, test } from 'vitest'
import type { Problem, Rule } from '../src/rules/rule.ts'
import { type RuleCases, testRule } from '../src/test-rule.ts'
import { HEADER } from './support/test-rule.ts'

const same = (text: string) => ({ zh: text, en: text })
const docs = { summary: same('s'), finds: same('f'), why: same('w'), fix: same('x'), basis: same('b') }

const shortName = (more: Partial<Problem> = {}): Rule => ({
  id: 'short-name',
  category: 'wording',
  severity: 'info',
  docs: { ...docs, invalid: '', valid: '' },
  *checkProject({ project: { name } }) {
    if (name.text.length < 4)
      yield { at: name.span, message: { zh: `“${name.text}”过短`, en: 'too short' }, ...more }
  },
})

const row = (name: string): string => `${HEADER}\n\t${name}\t4.00\t目标1:维护。\t1.路灯数 ≥20盏`
const VALID = { name: 'a name', table: row('路灯维护') }
const INVALID = { name: 'a short one', table: row('⟦路灯⟧'), problems: ['“路灯”过短'] }

const failure = (cases: Partial<RuleCases>, rule = shortName()): string => {
  try {
    testRule(rule, { valid: [VALID], invalid: [INVALID], ...cases })
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('testRule', () => {
  test('says nothing of a rule that does what its cases say', () => {
    expect(failure({})).toBe('')
    expect(failure({ invalid: [{ ...INVALID, problems: ['too short'] }] })).toBe('')
    expect(failure({ invalid: [{ ...INVALID, problems: [{ message: /过短/, severity: 'info' }] }] })).toBe('')
  })

  test.each<[string, Partial<RuleCases>, Rule | undefined, RegExp]>([
    [
      'what it must not find',
      { valid: [{ name: 'x', table: row('路灯') }] },
      undefined,
      /finds nothing in x: expected 0/,
    ],
    [
      'what it must find',
      { invalid: [{ ...INVALID, table: row('⟦路灯维护好⟧') }] },
      undefined,
      /expected 1 problems, got \[\]/,
    ],
    ['another message', { invalid: [{ ...INVALID, problems: ['过长'] }] }, undefined, /expected 过长, got/],
    ['another place', { invalid: [{ ...INVALID, table: row('⟦路⟧灯') }] }, undefined, /places: expected/],
    [
      'another severity',
      { invalid: [{ ...INVALID, problems: [{ message: /./, severity: 'error' }] }] },
      undefined,
      /severity: expected "error", got "info"/,
    ],
    ['no English', {}, shortName({ message: { zh: '“路灯”过短', en: '' } }), /English is empty/],
    [
      'another reason',
      { invalid: [{ ...INVALID, problems: [{ message: /./, because: 'y' }] }] },
      shortName({ because: same('z') }),
      /expected y/,
    ],
    [
      'a related place',
      { invalid: [{ ...INVALID, table: row('⟦路灯⟧').replace('维护', '⟨维护⟩') }] },
      undefined,
      /related places/,
    ],
    ['cases of one sort only', { valid: [] }, undefined, /the cases are complete/],
    [
      'a name that comes twice',
      { valid: [VALID, { ...VALID, table: row('路灯维护好') }] },
      undefined,
      /names used twice/,
    ],
    ['a mark that is not closed', { valid: [{ name: 'x', table: '⟦' }] }, undefined, /not closed/],
    ['a mark that opens nothing', { valid: [{ name: 'x', table: '⟧' }] }, undefined, /closes nothing/],
    [
      'a rule that changes the tree',
      {},
      {
        ...shortName(),
        *checkProject({ project }) {
          Object.assign(project, { name: undefined })
          yield { at: project.name.span, message: same('none') }
        },
      },
      /rule short-name failed/,
    ],
  ])('tells of %s', (_, cases, rule, said) => {
    expect(failure(cases, rule)).toMatch(said)
  })

  test('makes a test for each case where it is told how', () => {
    const names: string[] = []
    testRule(shortName(), { valid: [VALID], invalid: [INVALID] }, (name) => names.push(name))
    expect(names).toEqual(['the cases are complete', 'finds nothing in a name', 'finds a short one'])
  })
})
