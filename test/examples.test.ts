import { describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { rules } from '../src/rules/index.ts'
import { parseFrozen } from '../src/test-rule.ts'

/** Errors and warnings of the rules other than `id`. */
const othersOf = (id: string, text: string): readonly string[] =>
  check(parseFrozen(text))
    .filter(({ rule, severity }) => rule !== id && severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message.zh}`)

describe.each(rules.map((rule) => [rule.id, rule] as const))('the examples of %s', (id, rule) => {
  const { docs, severity } = rule
  const settings = { rules: { [id]: severity } }

  test('the invalid one has a problem of this rule', () => {
    expect(check(parseFrozen(docs.invalid), settings).some((finding) => finding.rule === id)).toBe(true)
  })

  test('the invalid one has no error or warning of another rule', () => {
    expect(othersOf(id, docs.invalid)).toEqual([])
  })

  test('the words of its problems are one sentence, and the working has none', () => {
    for (const { message, because, working = [] } of check(parseFrozen(docs.invalid), settings)) {
      expect(message.zh).not.toMatch(/[。；\n]/)
      expect(message.en).not.toMatch(/\.\s|\n|\.$/)
      expect(because?.zh ?? '。').toMatch(/。$/)
      // Units are the only words.
      for (const line of working) expect(line).not.toMatch(/[a-z]{3}|\p{Script=Han}{6}/u)
    }
  })

  test('the valid one has no problem at all', () => {
    const found = check(parseFrozen(docs.valid), settings)
    expect(found.map((finding) => `${finding.rule}: ${finding.message.zh}`)).toEqual([])
  })
})
