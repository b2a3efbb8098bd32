import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const page = readFileSync('SECURITY.md', 'utf8')

/** Lines of the page that promise something, with the tests that they name. */
const promises = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what |'))
  .map((line) => ({
    what: line.split(' | ')[0]?.slice(2) ?? '',
    tests: [...line.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)].map(([, path = '', name = '']) => ({
      path,
      name,
    })),
  }))

describe('SECURITY.md', () => {
  test.each(promises.map((promise) => [promise.what, promise] as const))(
    '%s has its test',
    (_, { tests }) => {
      expect(tests).not.toEqual([])
      for (const { path, name } of tests) {
        expect(existsSync(path), path).toBe(true)
        expect(readFileSync(path, 'utf8'), path).toContain(name)
      }
    },
  )

  test('promises as much as it did', () => {
    expect(promises.length).toBe(73)
  })
})
