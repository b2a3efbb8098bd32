import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FILING_EXTENSIONS } from '../../src/records/filing-names.ts'

const folder = mkdtempSync(join(tmpdir(), 'pbo-scale-'))

const RIGHT = readFileSync('fixtures/text/single-cell/own-agency-column-yuan/input.txt')
const WRONG = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt')

beforeAll(() => {
  mkdirSync(join(folder, 'programs'))
  writeFileSync(
    join(folder, 'programs/pbo'),
    `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/pbo.js')}" "$@"\n`,
  )
  chmodSync(join(folder, 'programs/pbo'), 0o755)
  for (let i = 0; i < 12; i += 1) {
    const county = join(folder, `filings/县 ${i % 3}`)
    mkdirSync(county, { recursive: true })
    writeFileSync(join(county, `${i}.txt`), i % 4 === 0 ? WRONG : RIGHT)
  }
  writeFileSync(join(folder, 'filings', 'two\nlines.txt'), RIGHT)
})

afterAll(() => rmSync(folder, { recursive: true }))

const shell = (script: string, input?: string) =>
  spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { PATH: `${folder}/programs:${process.env['PATH']}`, HOME: folder, LC_ALL: 'C.UTF-8' },
  })

/** The report of one run over everything. */
const single = (flags = ''): string => shell(`pbo check filings ${flags} --format jsonl`).stdout

/** The code below `<!-- example:NAME -->`. */
const exampleOf = (name: string): string => {
  const page = readFileSync('docs/scale-out.md', 'utf8')
  const code = new RegExp(`<!-- example:${name} -->\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1]
  if (code === undefined) throw new Error(`docs/scale-out.md has no example “${name}”`)
  return code
}

test('one run reads them all, and finds what is wrong in three', () => {
  const picture = join(folder, 'filings', 'picture.png')
  writeFileSync(picture, 'no filing')
  const { stdout, status } = shell('pbo check filings --format jsonl --level error')
  rmSync(picture)
  const lines = stdout.split('\n').filter((line) => line.includes('"status"'))
  const files = lines.filter((line) => !line.includes('"status":"skipped"'))
  expect(files.length).toBe(13)
  expect(lines.length).toBe(14)
  expect(files.filter((line) => line.includes('"rule":"goal-indicator-mismatch"')).length).toBe(3)
  expect(status).toBe(1)
})

test('the folder at once, as the page begins: again from the cache, with the same report', () => {
  const [, command = ''] =
    /`(pbo check filings --jobs[^`]*)`/.exec(readFileSync('docs/scale-out.md', 'utf8')) ?? []
  const first = shell(`${command} --format jsonl`)
  expect(first).toMatchObject({ status: 1, stderr: '', stdout: single() })
  expect(shell(`${command} --format jsonl`).stdout).toBe(first.stdout)
  expect(shell('ls .pbo-cache').stdout).not.toBe('')
})

test('the list of files that batches are made of takes every format that holds filings', () => {
  const [, pattern = ''] = /-iregex '([^']*)'/.exec(exampleOf('parallel')) ?? []
  for (const extension of FILING_EXTENSIONS)
    expect(`filings/a${extension}`).toMatch(new RegExp(`^${pattern}$`))
})

test('what is compared afterwards is named by rules that there are', () => {
  const [, only = ''] = /`--only ([^`]*)`/.exec(readFileSync('docs/scale-out.md', 'utf8')) ?? []
  const { status, stderr } = shell(`pbo check filings --only ${only} --fail-on never --format jsonl`)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

const hasParallel = /GNU parallel/.test(
  spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)

describe.skipIf(!hasParallel)('with GNU parallel (skipped where it is not installed)', () => {
  test('batches merged are the report of one run, and the code is that of the check', () => {
    const script = exampleOf('parallel')
    expect(script).toContain('-N 200')
    const { status, stderr } = shell(`set -o pipefail; ${script.replace('-N 200', '-N 4')}`)
    expect(stderr).toBe('')
    expect(status).toBe(1)
    expect(shell('ls parts | wc -l').stdout.trim()).toBe('4')
    expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).toBe(single('--no-corpus'))
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i)
    expect(readFileSync(join(folder, 'findings.csv'), 'utf8')).toContain('goal-indicator-mismatch')
  })
})

describe('as a CI matrix', () => {
  interface Workflow {
    readonly jobs: Readonly<
      Record<
        'check' | 'report',
        {
          readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } }
          readonly steps: readonly { readonly run?: string }[]
        }
      >
    >
  }

  test('shards merged are the report of one run, and the last job has its code', () => {
    const { check, report } = (parse(exampleOf('matrix')) as Workflow).jobs
    const scripts = (steps: readonly { readonly run?: string }[]): string[] =>
      steps.flatMap(({ run }) => (run === undefined || run.startsWith('npm ') ? [] : [run]))
    for (const shard of check.strategy?.matrix.shard ?? []) {
      for (const script of scripts(check.steps)) {
        expect(shell(script.replace(/\$\{\{ matrix\.shard \}\}/g, String(shard)))).toMatchObject({
          status: 0,
          stderr: '',
        })
      }
    }
    expect(shell('ls shard-*.jsonl | wc -l').stdout.trim()).toBe('4')
    const codes = scripts(report.steps).map((script) => shell(script).status)
    expect(codes).toEqual([0, 1])
    expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).toBe(single())
    expect(single()).toContain('"rule":"duplicate-filing"')
  })
})

describe('with Spark', () => {
  test('the piped command takes paths in lines, and its lines with a status are the files', () => {
    const piped = /pipe\(\s*"([^"]+)"/.exec(exampleOf('spark'))?.[1]
    if (piped === undefined) throw new Error('the example pipes into a command')
    const paths = ['filings/县 1/1.txt', 'filings/县 2/2.txt', 'filings/县 0/0.txt']
    const { stdout, status } = shell(piped, `${paths.join('\n')}\n`)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.filter((line) => 'status' in line).map(({ path }) => path)).toEqual([...paths].sort())
    expect(status).toBe(1)
  })

  test('an empty partition is a report of no files', () => {
    const { stdout } = shell('pbo check --files-from - --format jsonl', '')
    expect(stdout).not.toContain('"status"')
  })
})
