import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { core } from '../../src/records/core.ts'
import { readAction } from '../ecosystem/action-steps.ts'
import { runPbo } from '../support/run.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const PAGES = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path.replaceAll('\\', '/')}`)
  .concat('README.md', 'CONTRIBUTING.md', 'SECURITY.md')
  .sort()

const yamlIn = (page: string): unknown[] =>
  [...readFileSync(page, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, code = '']) => parse(code))

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  const local = targets.filter((target) => !/^(?:https?:|#)/.test(target))
  expect(local.filter((target) => !existsSync(join(dirname(page), target.replace(/#.*/, ''))))).toEqual([])
})

describe('docs/ci.md', () => {
  test('uses inputs that the action has, and describes each', () => {
    const inputs = Object.keys(readAction().inputs)
    const [workflow] = yamlIn('docs/ci.md') as [
      { jobs: { pbo: { steps: { uses: string; with?: Record<string, string> }[] } } },
    ]
    const used = workflow.jobs.pbo.steps.find(({ uses }) => uses.startsWith('OWNER/pbo@'))?.with ?? {}
    expect(Object.keys(used).length).toBeGreaterThan(0)
    expect(inputs).toEqual(expect.arrayContaining(Object.keys(used)))
    const rows = readFileSync('docs/ci.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name))
    expect(rows.sort()).toEqual(inputs.sort())
  })
})

test('the problem matcher of docs/ci.md takes what pbo prints', async () => {
  const [, code = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/ci.md', 'utf8')) ?? []
  const { problemMatcher: matcher, command } = JSON.parse(code).tasks[0]
  expect(command).toMatch(/^pbo check \. --format compact$/)
  const { out } = await runPbo(
    'check f/menyuan.txt --format compact --lang en',
    { files: { 'f/menyuan.txt': MENYUAN } },
    core,
  )
  const lines = out.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) {
    const match = new RegExp(matcher.pattern.regexp).exec(line) ?? []
    const { file, line: at, column, severity, code: rule, message } = matcher.pattern
    expect(
      `${match[file]}:${match[at]}:${match[column]}: ${match[severity]} ${match[rule]} ${match[message]}`,
    ).toBe(line)
    expect(match[file]).toBe('f/menyuan.txt')
  }
})

test('docs/pre-commit.md names the hook that there is, and files that a pattern can match', () => {
  const [config] = yamlIn('docs/pre-commit.md') as [{ repos: { hooks: { id: string; files: string }[] }[] }]
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[]
  const [used] = config.repos[0]?.hooks ?? []
  expect(hooks.map(({ id }) => id)).toContain(used?.id)
  expect('filings/2022/某县.xlsx').toMatch(new RegExp((used?.files ?? '$^').replace('(?i)', ''), 'i'))
})

test.each(PAGES)('the YAML of %s can be read', (page) => {
  expect(() => yamlIn(page)).not.toThrow()
})

test('the way of docs/ci.md to check only what a change touches works in a repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-changed-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [, command = ''] =
    /```sh\n(git diff --name-only[^\n]*)\n```/.exec(readFileSync('docs/ci.md', 'utf8')) ?? []
  const [listing = '', check = ''] = command.split(' | ')
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
      cwd: folder,
      encoding: 'utf8',
    })
  mkdirSync(join(folder, 'filings'))
  git('init', '-q')
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `filings/${name}.txt`), MENYUAN)
  git('add', '.')
  git('commit', '-qm', 'one')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  writeFileSync(join(folder, 'filings/b.txt'), MENYUAN.replace('90个', '91个'))
  rmSync(join(folder, 'filings/c.txt'))
  writeFileSync(join(folder, 'other.txt'), 'x')
  git('add', '.')
  git('commit', '-qm', 'two')
  expect(git(...listing.split(' ').slice(1))).toBe('filings/b.txt\n')
  expect(check).toBe('pbo check --files-from - --no-corpus --allow-empty')
})
