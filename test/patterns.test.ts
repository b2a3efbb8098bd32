import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { expect, test } from 'vitest'

// A pattern that looks at a run of characters again from each of them takes hours for a run of a hundred
// thousand, and any cell may hold one.

const slowFor = (pattern: RegExp): readonly string[] =>
  analyse({ source: pattern.source, flags: pattern.flags }, { reportTypes: { Move: true } }).reports.map(
    ({ type, exponential, character }) =>
      `${exponential ? 'exponential' : type} for ${character.literal.source}`,
  )

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort()

const literalsIn = (file: string): readonly RegExp[] => {
  const found: RegExp[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join('src', file), 'utf8'), ts.ScriptTarget.Latest, false))
  return found
}

test('finds a pattern that is slow', () => {
  expect(slowFor(/0+$/)).toEqual(['Move for 0'])
  expect(slowFor(/^\s*,?\s*$/)).toEqual(['Trade for \\s'])
  expect(slowFor(/^(?:a+b?)+$/)).toEqual(['exponential for a'])
  expect(slowFor(/(?<!0)0+$/)).toEqual([])
})

test('every pattern takes a time in proportion to the text', () => {
  const literals = files.flatMap((file) => literalsIn(file).map((pattern) => ({ file, pattern })))
  expect(literals.length).toBeGreaterThan(500)
  const slow = literals.flatMap(({ file, pattern }) =>
    slowFor(pattern).map((why) => `${file}: ${pattern}: ${why}`),
  )
  expect(slow).toEqual([])
})

test('so does every pattern that is put together', async () => {
  const made = new Set<RegExp>()
  const Plain = RegExp
  globalThis.RegExp = new Proxy(Plain, {
    construct: (target, given) => {
      const pattern = Reflect.construct(target, given) as RegExp
      made.add(pattern)
      return pattern
    },
  })
  try {
    const { parse, check, Source } = await import('../src/index.ts')
    const text = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')
    check(parse(new Source(text)).disclosure)
    // The patterns of headers are made when a header ends as they do.
    const { composedRole } = await import('../src/vocabulary/header-grammar.ts')
    const printed = readFileSync('src/vocabulary/header-grammar.ts', 'utf8')
    for (const end of new Set(printed)) composedRole(`年度目标${end}`)
  } finally {
    globalThis.RegExp = Plain
  }
  expect(made.size).toBeGreaterThan(20)
  const slow = [...made].flatMap((pattern) => slowFor(pattern).map((why) => `${pattern}: ${why}`))
  expect(slow).toEqual([])
})
