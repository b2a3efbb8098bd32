import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { afterAll, describe, expect, test } from 'vitest'
import { main, openIo } from '../../src/cli/main.ts'

const FILING = 'fixtures/text/single-cell/menyuan-2022/input.txt'
const folder = mkdtempSync(join(tmpdir(), 'pbo-'))

afterAll(() => rmSync(folder, { recursive: true }))

interface Result {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', NO_COLOR: '', FORCE_COLOR: '0' }

const start = (args: readonly string[], stdout: 'pipe' | number = 'pipe'): ChildProcess =>
  spawn(process.execPath, ['bin/pbo.js', ...args], { stdio: ['pipe', stdout, 'pipe'], env })

const finish = (child: ChildProcess): Promise<Result> =>
  new Promise((resolve) => {
    let out = ''
    let err = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    child.on('close', (code, signal) => resolve({ code, signal, out, err }))
  })

const run = (...args: string[]): Promise<Result> => {
  const child = start(args)
  child.stdin?.end()
  return finish(child)
}

/** Folder with so many copies of the filing that the JSON report is larger than a megabyte. */
const bigFolder = (): string => {
  const text = readFileSync(FILING, 'utf8')
  for (let i = 0; i < 90; i += 1) writeFileSync(join(folder, `${i}.txt`), text)
  return folder
}

describe('the bundle starts fast because', () => {
  test('it is ASCII, so that it can be read without decoding', () => {
    expect(readFileSync('dist/command/main.cjs').every((byte) => byte < 0x80)).toBe(true)
  })

  const caches = join(folder, 'caches')
  const cacheFolder = join(caches, 'pbo')
  const check = (more: Readonly<Record<string, string | undefined>> = {}, path = FILING) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/pbo.js', 'check', path], {
      encoding: 'utf8',
      env: { ...env, XDG_CACHE_HOME: caches, ...more },
    })
    return { status, stdout, stderr }
  }
  const kept = (): string[] => (existsSync(cacheFolder) ? readdirSync(cacheFolder) : [])

  test.each([
    ['nobody wants it', { NODE_DISABLE_COMPILE_CACHE: '1' }, FILING],
    ['nothing could be done', {}, 'nowhere.txt'],
  ])('it keeps no compiled code where %s', (_, more, path) => {
    check(more, path)
    expect(kept()).toEqual([])
  })

  test('the second run keeps what V8 compiled where only the user can write, and the next ones take it', () => {
    const first = check()
    const [name = ''] = kept()
    expect(kept()).toEqual([name])
    expect(statSync(join(cacheFolder, name)).size).toBe(0)
    expect(check()).toEqual(first)
    expect([cacheFolder, join(cacheFolder, name)].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o700, 0o600,
    ])
    const path = resolve('dist/command/main.cjs')
    const cachedData = readFileSync(join(cacheFolder, name))
    const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData })
    expect(script.cachedDataRejected).toBe(false)
    const { mtimeMs } = statSync(join(cacheFolder, name))
    expect(check()).toEqual(first)
    expect(statSync(join(cacheFolder, name)).mtimeMs).toBe(mtimeMs)
  })

  test('code that is damaged, or that others may have written, is compiled anew', () => {
    const whole = check()
    const path = join(cacheFolder, kept()[0] ?? '')
    const compiled = readFileSync(path)
    writeFileSync(path, 'no code')
    expect(check()).toEqual(whole)
    expect(readFileSync(path).length).toBeGreaterThan(compiled.length / 2)
    chmodSync(path, 0o666)
    expect(check()).toEqual(whole)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(kept()).toHaveLength(1)
  })
})

describe('the command as it is built', () => {
  test.each([
    ['check', FILING, '--format', 'json', '--level', 'info'],
    ['check', FILING, '--lang', 'zh'],
    ['show', FILING],
    ['show', FILING, '--as', 'json'],
    ['show', FILING, '--as', 'tree', '--lang', 'zh', '--ambiguous-width', '2'],
    ['rules', '--lang', 'zh'],
    ['--help'],
    ['help', 'show'],
    ['--version'],
    ['explain', 'total-mismatch', '--color'],
    ['check', 'gone.txt', '--formt'],
  ])('pbo %s %s %s %s prints what the source prints', async (...args) => {
    const words = args.filter((word) => word !== undefined)
    let out = ''
    let err = ''
    const silent = { isTTY: false, columns: undefined, isFile: false, flush: async () => undefined }
    const code = await main(words, {
      ...openIo(),
      env,
      stdout: {
        ...silent,
        write: (text) => {
          out += text
        },
      },
      stderr: {
        ...silent,
        write: (text) => {
          err += text
        },
      },
    })
    expect(await run(...words)).toEqual({ code, signal: null, out, err })
    expect(out + err).not.toBe('')
  })
})

describe('files, folders, patterns and standard input in the real world', () => {
  test('all of them, each file once', async () => {
    writeFileSync(join(folder, 'one.txt'), readFileSync(FILING))
    const { out, code } = await run(
      'check',
      '--format',
      'compact',
      '--level',
      'error',
      folder,
      join(folder, '*.txt'),
      join(folder, 'one.txt'),
    )
    expect(code).toBe(1)
    expect(out).toBe(`${join(folder, 'one.txt')}:10:129: ${out.slice(out.indexOf('error'))}`)
    expect(out.trimEnd()).not.toContain('\n')
  })

  test('a PDF of which the library asks for a damaged page ahead, and never looks at it', async () => {
    const { code, err } = await run('check', 'test/read/page-asked-for-ahead.pdf', '--jobs', '1')
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })

  test('patterns relative to the current folder', async () => {
    const { out } = await run(
      'check',
      '--format',
      'compact',
      '--level',
      'error',
      'fixtures/text/single-cell/menyuan-*/input.t?t',
    )
    expect(out).toContain(`${FILING}:10:129: error`)
  })

  test('standard input', async () => {
    const child = start([
      'check',
      '-',
      '--format',
      'compact',
      '--level',
      'error',
      '--stdin-filename',
      'in.txt',
    ])
    child.stdin?.end(readFileSync(FILING))
    const { out, code } = await finish(child)
    expect(out).toMatch(/^in\.txt:10:129: error/)
    expect(code).toBe(1)
  })

  test('a missing file, a folder link in a circle and a pipe end with 2 and do not hang', async () => {
    expect((await run('check', join(folder, 'gone.txt'))).code).toBe(2)
    execFileSync('ln', ['-s', 'loop.txt', join(folder, 'loop.txt')])
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    const { code, err } = await run('check', folder, '--format', 'compact')
    rmSync(join(folder, 'loop.txt'))
    rmSync(join(folder, 'pipe.txt'))
    expect(code).toBe(2)
    expect(err).toContain('loop.txt: 符号链接绕成了圈')
    expect(err).toContain('pipe.txt: 不是普通文件')
  })
})

describe('output', () => {
  test('of more than a megabyte arrives whole through a slow pipe, with the right code', async () => {
    const child = start(['check', '--format', 'json', '--level', 'info', bigFolder()])
    child.stdin?.end()
    let length = 0
    let tail = ''
    const { stdout } = child
    if (stdout === null) throw new Error('stdout is a pipe')
    stdout.setEncoding('utf8')
    const code = new Promise((resolve) => child.on('close', resolve))
    // Reads 64 KB, waits, reads on.
    stdout.on('data', (text: string) => {
      length += text.length
      tail = (tail + text).slice(-100)
      stdout.pause()
      setTimeout(() => stdout.resume(), 5)
    })
    expect(await code).toBe(1)
    expect(length).toBeGreaterThan(1024 * 1024)
    expect(tail.endsWith('}\n')).toBe(true)
  })

  test('into a closed pipe ends quietly, with the code of what was found', async () => {
    const child = start(['check', '--format', 'json', '--level', 'info', bigFolder()])
    child.stdin?.end()
    child.stdout?.destroy()
    const { code, err } = await finish(child)
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })

  test.runIf(process.platform === 'linux')('that can not be written ends with 2 and says why', async () => {
    const child = start(['check', FILING], openSync('/dev/full', 'w'))
    child.stdin?.end()
    const { code, err } = await finish(child)
    expect(code).toBe(2)
    expect(err).toMatch(/^pbo: 无法写出结果: ENOSPC/)
  })
})

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while waiting for standard input ends with %i', async (signal, code) => {
    const child = start(['check', '-', FILING, '--format', 'compact', '--level', 'error'])
    const done = finish(child)
    // There is no sign that it waits; before it listens, a signal ends it as any other program.
    setTimeout(() => child.kill(signal), 1500)
    expect((await done).code).toBe(code)
  })

  test('a second signal ends it at once', async () => {
    const child = start(['check', '--format', 'json', bigFolder(), '-'])
    const done = finish(child)
    setTimeout(() => child.kill('SIGINT'), 400)
    setTimeout(() => child.kill('SIGINT'), 405)
    const { code, signal } = await done
    expect(code === 130 || signal === 'SIGINT').toBe(true)
  })
})
