import { describe, expect, test } from 'vitest'
import { folderOf, relativePath } from '../../src/cli/paths.ts'

describe('relativePath', () => {
  test.each([
    ['/a/b', '/a/b/c.txt', 'c.txt'],
    ['/a/b', '/a/c/d.txt', '../c/d.txt'],
    ['/a/b', '/a/bc/d.txt', '../bc/d.txt'],
    ['/a/b', '/a', '..'],
    ['/a/b', '/a/b', '.'],
    ['/', '/a.txt', 'a.txt'],
    ['/', '/', '.'],
    ['/a', '/', '..'],
    ['/a/', '/a/b/', 'b'],
    ['C:/a', 'C:/a/b.txt', 'b.txt'],
    ['C:/a', 'D:/a/b.txt', 'D:/a/b.txt'],
  ])('from %s to %s: %s', (folder, path, way) => {
    expect(relativePath(folder, path)).toBe(way)
  })
})

test.each([
  ['/a/b.txt', '/a'],
  ['/a', '/'],
  ['/', '/'],
])('%s lies in %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder)
})
