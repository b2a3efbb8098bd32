import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FILING_EXTENSIONS } from '../../src/records/filing-names.ts'

interface Hook {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly entry: string
  readonly language: string
  readonly files: string
}

const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))
const [hook] = hooks as [Hook]
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

/** Runs the entry over files as pre-commit does: the program that npm installs, then the names. */
const runEntry = (cwd: string, ...files: string[]) => {
  const [program = '', ...words] = hook.entry.split(' ')
  expect(manifest.bin).toHaveProperty(program, 'bin/pbo.js')
  return spawnSync(process.execPath, [resolve('bin/pbo.js'), ...words, ...files], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8' },
  })
}

/** Python writes the flag in front. */
const PATTERN = new RegExp(hook.files.replace('(?i)', ''), 'i')

describe('.pre-commit-hooks.yaml', () => {
  test('has the one hook with the keys that pre-commit asks for', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['pbo'])
    expect(Object.keys(hook).sort()).toEqual(['description', 'entry', 'files', 'id', 'language', 'name'])
    expect(hook.language).toBe('node')
  })

  test.each([
    ['2022年部门预算项目支出绩效目标公开表.txt', true],
    ['某县/绩效目标.xlsx', true],
    ['某县/预算公开/README.md', false],
    ['docs/绩效.png', false],
    ['README.md', false],
    ['notes.txt', false],
    ['2023预算公开.pdf', true],
  ])('takes %s: %s', (path, taken) => {
    expect(PATTERN.test(path)).toBe(taken)
  })

  test.each(FILING_EXTENSIONS)('takes every format that holds filings, in any case: %s', (extension) => {
    for (const name of [`某县/绩效目标表${extension}`, `预算公开${extension.toUpperCase()}`])
      expect(name).toMatch(PATTERN)
  })

  describe('runs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pbo-hook-'))
    beforeAll(() => {
      cpSync('fixtures/text/single-cell/menyuan-2022/input.txt', join(folder, '绩效目标.txt'))
      cpSync('fixtures/text/single-cell/own-agency-column-yuan/input.txt', join(folder, '公开表.txt'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    test('and fails on a filing with an error, naming its place', () => {
      const { status, stdout } = runEntry(folder, '绩效目标.txt', '公开表.txt')
      expect(status).toBe(1)
      expect(stdout).toMatch(/^绩效目标\.txt:10:129: error goal-indicator-mismatch /m)
    })

    test('and passes one without', () => {
      const { status, stderr } = runEntry(folder, '公开表.txt')
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    })
  })
})
