import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { runPbo } from '../support/run.ts'

const TEXT = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

const run = (line: string) =>
  runPbo(
    line,
    { env: { LANG: 'en_US.UTF-8' }, files: { 'a.txt': TEXT, 'f/b.txt': TEXT, f2: TEXT }, stdin: TEXT },
    core,
  )

describe('pbo FILE is pbo check FILE', () => {
  test.each(['a.txt', 'f', 'f/b.txt', '-', 'f2', 'a.txt f --level error', 'gone.txt'])(
    '%s',
    async (words) => {
      expect(await run(words)).toEqual(await run(`check ${words}`))
    },
  )

  test('but no command is taken for a file, nor a wrong one', async () => {
    expect((await run('rules')).out).toContain('total-mismatch')
    expect((await run('chek a.txt')).err).toContain('Did you mean check?')
  })
})

test.each([
  ['check a.txt -f json', 'check a.txt --format json'],
  ['show a.txt -f csv', 'show a.txt --as csv'],
  ['check a.txt -q', 'check a.txt --level error'],
  ['check a.txt --statistics', 'check a.txt --format statistics'],
  ['-V', '--version'],
  ['-v', '--version'],
])('%s is %s', async (short, long) => {
  expect(await run(short)).toEqual(await run(long))
})

test('--quiet prints nothing where there is no error, and what it is told to where there is', async () => {
  expect(await run('check a.txt --quiet --rule goal-indicator-mismatch=off')).toEqual({
    code: 0,
    out: '',
    err: '',
  })
  expect((await run('check a.txt --quiet --format json --rule goal-indicator-mismatch=off')).out).toMatch(
    /^\{/,
  )
  expect((await run('check gone.txt --quiet')).out).toContain('gone.txt')
})

test('--statistics counts by rule, most often first', async () => {
  expect((await run('check a.txt f gone.txt --statistics --no-corpus')).out).toMatchInlineSnapshot(`
    "2 warning goal-cost-mismatch (2 files)
    2 error goal-indicator-mismatch (2 files)
    2 warning stale-baseline (2 files)
    gone.txt: error no such file or folder; check the spelling of the path
    "
  `)
  expect((await run('check a.txt f --statistics --no-corpus --lang zh')).out).toContain('（2 个文件）')
})

test('help has topics beside the commands', async () => {
  const { out } = await run('help topics')
  for (const topic of out.trim().split('\n')) {
    for (const language of ['zh', 'en'])
      expect((await run(`help ${topic} --lang ${language}`)).out.length).toBeGreaterThan(100)
  }
  expect((await run('help exit-codes')).out).toContain('the run completed')
  expect((await run('help check')).out).toContain('--statistics')
})
