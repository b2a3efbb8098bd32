import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Message } from '../src/model/finding.ts'
import * as ruleIndex from '../src/rules/index.ts'

const { rules } = ruleIndex

const folder = (path: string): readonly string[] => readdirSync(new URL(path, import.meta.url))

const RULE_FILES = folder('../src/rules')
  .filter((name) => name.endsWith('.ts') && name !== 'rule.ts' && name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length))

const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What a Chinese sentence may not have between its words; names and values stand in quotes. */
const HALF_WIDTH = /(?<=[\u4e00-\u9fff”）])\s*[,;:!?()]|[,;:!?()]\s*(?=[\u4e00-\u9fff“（])/

describe('the catalogue of rules', () => {
  test('lists every file of the folder, by id', () => {
    expect(rules.map(({ id }) => id)).toEqual([...RULE_FILES].sort())
  })

  test('has a test file for every rule', () => {
    const tested = folder('rules').map((name) => name.replace(/\.test\.ts$/, ''))
    expect(rules.map(({ id }) => id).filter((id) => !tested.includes(id))).toEqual([])
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('is exported by its file under its name in camel case', async () => {
    const file = (await import(`../src/rules/${id}.ts`)) as Record<string, unknown>
    expect(file[camelCase(id)]).toBe(rule)
    expect(Object.keys(file)).toEqual([camelCase(id)])
  })

  const { summary, finds, why, fix, basis } = rule.docs
  const texts: readonly (readonly [string, Message])[] = Object.entries({ summary, finds, why, fix, basis })

  test.each(texts)('says its %s in both languages, as sentences', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}.*。$/u)
    expect(en).toMatch(/^\p{Lu}.*\.$/u)
  })

  test.each(texts)('writes its %s in Chinese with Chinese punctuation', (_, { zh }) => {
    expect(zh.replace(/“[^”]*”/g, '“”')).not.toMatch(HALF_WIDTH)
  })

  test('says what its demand stands on', () => {
    expect(basis.zh).toMatch(/算术|（(?:TEXT|FORM|SYS)）/)
    expect(basis.en).toMatch(/Arithmetic|\((?:TEXT|FORM|SYS)\)/)
  })

  test('has its words in the source in full width', () => {
    const source = readFileSync(new URL(`../src/rules/${id}.ts`, import.meta.url), 'utf8')
    const messages = [...source.matchAll(/\bzh:\s*(?:'([^']*)'|`([^`]*)`)/g)].map(([, a, b]) => a ?? b ?? '')
    const bare = messages.map((text) => text.replace(/\$\{[^}]*\}/g, '').replace(/“[^”]*”/g, '“”'))
    expect(bare.filter((text) => HALF_WIDTH.test(text))).toEqual([])
  })
})
