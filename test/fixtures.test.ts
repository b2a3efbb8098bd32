import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { parse } from '../src/parse.ts'
import { Source } from '../src/source/source.ts'
import { uncovered } from './support/coverage.ts'
import { printTree } from './support/print-tree.ts'

const ROOT = new URL('../fixtures/text/', import.meta.url)
const CASES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?:^|[/\\])input\.txt$/.test(path))
  .map((path) => path.replaceAll('\\', '/').replace(/\/input\.txt$/, ''))
  .sort()

/**
 * Each folder of fixtures holds a filing as `input.txt`, its tree as `model.txt` and what the rules
 * find as `findings.txt`, one per line. A new case is a new folder; `npm run fixtures` writes the rest.
 */
describe.each(CASES)('fixtures/text/%s', (folder) => {
  const at = (name: string): URL => new URL(`${folder}/${name}`, ROOT)
  const source = new Source(readFileSync(at('input.txt'), 'utf8'))
  const { disclosure } = parse(source)

  test('is read as its model says', async () => {
    await expect(`${printTree(disclosure).join('\n')}\n`).toMatchFileSnapshot(fileURLToPath(at('model.txt')))
  })

  test('gives its findings', async () => {
    const lines = check(disclosure).map(({ at: { start }, severity, rule, message }) => {
      const { line, column } = source.position(start)
      return `${line}:${column} ${severity} ${rule} ${message.zh}\n`
    })
    await expect(lines.join('')).toMatchFileSnapshot(fileURLToPath(at('findings.txt')))
  })

  test('is accounted for to the last character', () => {
    expect(uncovered(source)).toEqual([])
  })
})
