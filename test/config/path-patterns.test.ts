import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePatterns, isModestPattern } from '../../src/config/path-patterns.ts'

describe('compilePatterns', () => {
  test.each<[readonly string[], readonly string[], readonly string[]]>([
    [['2021/'], ['2021/a.txt', '某县/2021/b/c.xlsx', '2021/'], ['2021', 'x2021/a.txt', '2021.txt']],
    [['/2021/'], ['2021/a.txt'], ['某县/2021/a.txt']],
    [['某县/2021'], ['某县/2021/a.txt', '某县/2021'], ['省/某县/2021/a.txt']],
    [['*.bak.txt'], ['a.bak.txt', 'x/y/某.bak.txt'], ['a.txt', 'a.bak.txt.md']],
    [['**/草稿/**'], ['草稿/a.txt', 'a/b/草稿/c.txt'], ['草稿', '定稿/a.txt']],
    [
      ['*.txt', '!保留.txt'],
      ['a.txt', 'x/a.txt'],
      ['保留.txt', 'x/保留.txt'],
    ],
    [['DATA/'], ['DATA/a.txt'], ['data/a.txt']],
    [
      ['a?.txt', '[xy].txt'],
      ['a1.txt', 'x.txt'],
      ['a.txt', 'z.txt'],
    ],
    [['# a comment', '\\#a.txt'], ['#a.txt'], ['a.txt']],
    [[], [], ['a.txt']],
  ])('%j', (patterns, meant, others) => {
    const matches = compilePatterns(patterns)
    expect(meant.filter((path) => !matches(path))).toEqual([])
    expect(others.filter((path) => matches(path))).toEqual([])
  })

  test('no path at all is too strange', () => {
    const matches = compilePatterns(['*'])
    for (const path of ['', '../a.txt', './a.txt', '/a.txt', 'C:/a.txt']) {
      expect(() => matches(path)).not.toThrow()
    }
    expect(matches('../a.txt')).toBe(false)
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.string(),
        (some, path) => compilePatterns(some)(path) !== undefined,
      ),
    )
  })
})

test.each([
  ['**/2021/**/*绩效*目标*.xls*', true],
  ['*a*b*c*', true],
  ['*a*b*c*d*', false],
  ['a/**/b/**/c/**/d/**', true],
  ['a/**/b/**/c/**/d/**/e/**', false],
  ['x'.repeat(500), true],
  ['x'.repeat(501), false],
])('%s is modest: %s', (pattern, isModest) => {
  expect(isModestPattern(pattern)).toBe(isModest)
})
