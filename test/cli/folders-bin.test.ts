import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECK_FORMATS } from '../../src/cli/options.ts'

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')
const BIN = resolve('bin/pbo.js')
const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', NO_COLOR: '', FORCE_COLOR: '0' }
const folder = mkdtempSync(join(tmpdir(), 'pbo-'))
const COUNT = 24

beforeAll(() => {
  for (let i = 0; i < COUNT; i += 1) {
    mkdirSync(join(folder, 'in', String(i % 3)), { recursive: true })
    writeFileSync(join(folder, 'in', String(i % 3), `${i}.txt`), MENYUAN.replace('≥90个', `≥${50 + i}个`))
  }
  writeFileSync(join(folder, 'in', 'bad.txt'), '你好')
})
afterAll(() => rmSync(folder, { recursive: true }))

const start = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [BIN, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env, cwd: folder })

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const end = (child: ChildProcess, onText: (err: string) => void = () => undefined): Promise<Ended> =>
  new Promise((done) => {
    let out = ''
    let err = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      err += text
      onText(err)
    })
    child.on('close', (code) => done({ code, out, err }))
  })

const run = (...args: readonly string[]): Promise<Ended> => {
  const child = start(...args)
  child.stdin?.end()
  return end(child)
}

describe('real threads', () => {
  test('give the same bytes, whether 1, 2 or 8', async () => {
    const flags = ['check', 'in', '--level', 'info', '--output', 'json=all.json']
    const one = await run(...flags, '--jobs', '1')
    expect(one.code).toBe(2)
    expect(one.out).toContain('23.txt')
    const json = readFileSync(join(folder, 'all.json'))
    for (const jobs of ['2', '8']) {
      expect(await run(...flags, '--jobs', jobs)).toEqual(one)
      expect(readFileSync(join(folder, 'all.json')).equals(json)).toBe(true)
    }
  })

  test('shards with threads and a cache, merged, are one run', async () => {
    const flags = ['check', 'in', '--format', 'jsonl', '--jobs', '2', '--cache', 'kept']
    const whole = await run(...flags)
    for (const shard of ['1', '2']) {
      const { out } = await run(...flags, '--shard', `${shard}/2`)
      writeFileSync(join(folder, `shard-${shard}`), out)
    }
    expect((await run('merge', 'shard-1', 'shard-2')).out).toBe(whole.out)
    const records = readdirSync(join(folder, 'kept')).filter((name) => name !== '.gitignore')
    expect(records).toHaveLength(COUNT + 1)
    expect(records.every((name) => /^[0-9a-f]{16}\.json$/.test(name))).toBe(true)
  })

  test('SIGINT ends them, and what is done is printed', async () => {
    const child = start('check', 'in', '-', '--jobs', '2', '--format', 'jsonl')
    const ended = end(child)
    // Standard input comes after all files, and stays open.
    setTimeout(() => child.kill('SIGINT'), 1500)
    const { code, out } = await ended
    expect(code).toBe(130)
    expect(out.startsWith('{"schemaVersion"')).toBe(true)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^\{"complete":false,"counts"/)
  })
})

describe('files', () => {
  test('are written whole, in the place of older ones, and nothing is left beside them', async () => {
    mkdirSync(join(folder, 'reports'))
    writeFileSync(join(folder, 'reports', 'a.json'), 'old')
    await run('check', 'in/0', '--output', 'json=reports/a.json', '--output', 'xlsx=reports/b.xlsx')
    expect(JSON.parse(readFileSync(join(folder, 'reports', 'a.json'), 'utf8')).files).toHaveLength(COUNT / 3)
    expect(
      readFileSync(join(folder, 'reports', 'b.xlsx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect(readdirSync(join(folder, 'reports'))).toEqual(['a.json', 'b.xlsx'])
  })

  test('can not be written where there is no folder', async () => {
    const { code, err } = await run('check', 'in/0', '--output', 'json=gone/a.json')
    expect(code).toBe(2)
    expect(err).toContain('无法写入 gone/a.json：ENOENT')
  })

  test('are listed by find, between NULs', async () => {
    const child = start('check', '--files-from', '-', '--format', 'compact', '--level', 'error')
    child.stdin?.end(execFileSync('find', ['in/1', '-name', '*.txt', '-print0'], { cwd: folder }))
    const { out } = await end(child)
    expect(new Set(out.match(/^in\/1\/\d+\.txt/gm)).size).toBe(COUNT / 3)
  })

  test('are watched: a change is checked, a signal ends it', async () => {
    mkdirSync(join(folder, 'watched'))
    writeFileSync(join(folder, 'watched', 'a.txt'), MENYUAN)
    const flags = ['--format', 'compact', '--level', 'error', '--cache', 'watched/.kept']
    const child = start('check', 'watched', '--watch', '--output', 'json=watched/all.json', ...flags)
    let step = 0
    const { code, out, err } = await end(child, (text) => {
      if (text.split('等待文件变化').length - 1 <= step) return
      step += 1
      if (step === 1) writeFileSync(join(folder, 'watched', 'b.txt'), MENYUAN)
      else child.kill('SIGINT')
    })
    expect(code).toBe(130)
    expect(err.match(/有变化：.*/g)).toEqual(['有变化：watched/b.txt'])
    expect(out.match(/^watched\/[ab]\.txt/gm)?.slice(-2)).toEqual(['watched/a.txt', 'watched/b.txt'])
  })
})

describe('completion', () => {
  test.each([
    ['bash', 'complete -o default -F', 'pbo complete -- '],
    ['zsh', '#compdef pbo', 'pbo complete -- '],
    ['fish', 'complete -c pbo', 'pbo complete -- '],
    ['powershell', 'Register-ArgumentCompleter', "pbo complete '--' "],
  ])('for %s is a script', async (shell, words, request) => {
    const { code, out, err } = await run('completion', shell)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(words)
    expect(out).toContain(request)
  })

  const inBash = (words: readonly string[]): readonly string[] => {
    const script = `
      pbo() { "${process.execPath}" "${BIN}" "$@"; }
      source <(pbo completion bash)
      COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      "$(complete -p pbo | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
      printf '%s\\n' "\${COMPREPLY[@]}"`
    const out = execFileSync('bash', ['--norc', '-c', script, 'bash', ...words], { encoding: 'utf8', env })
    return out.trim().split('\n')
  }

  test.each<[readonly string[], readonly string[]]>([
    [['pbo', 'ch'], ['check']],
    [['pbo', 'check', '--format', 'ju'], ['junit']],
    // Bash parts words at = and takes what comes behind it alone.
    [['pbo', 'check', '--format', '=', 'ju'], ['junit']],
    [['pbo', 'check', '--format', '='], [...CHECK_FORMATS]],
    [['pbo', 'check', '--rule', 'total-'], ['total-mismatch=']],
    [['pbo', 'check', '--rule', 'total-mismatch', '=', 'o'], ['off']],
    [['pbo', 'check', 'in/'], ['']],
    [['pbo', 'check', '$(touch owned)', '`touch owned`', '--watc'], ['--watch']],
  ])('in bash itself, without bash-completion: %j', (words, expected) => {
    expect(inBash(words)).toEqual(expected)
    expect(existsSync('owned')).toBe(false)
  })
})
