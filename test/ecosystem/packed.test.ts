import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MEGABYTE = 1024 ** 2
const folder = mkdtempSync(join(tmpdir(), 'pbo-packed-'))
const installed = join(folder, 'lib/node_modules/pbo')
const npm = (...words: readonly string[]): string =>
  execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

let packed: Packed

beforeAll(() => {
  packed = JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', folder))[0]
  npm('install', '--global', '--prefix', folder, '--no-audit', '--no-fund', join(folder, packed.filename))
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true }), 60_000)

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((size, name) => size + sizeOf(join(path, name)), 0)
    : statSync(path).size

/** Versions of Node from the registry, as CI has them; the one that runs this comes first. */
const NODES: readonly (readonly [string, readonly string[]])[] = [
  [process.version, [process.execPath]],
  ...['22.23.3', '24.21.0'].map(
    (version) => [version, ['npx', '--yes', `--package=node@${version}`, '--', 'node']] as const,
  ),
]

describe('the package', () => {
  test('is no larger than 3 MB, and holds none of the sources, tests or tools', () => {
    expect(packed.size).toBeLessThanOrEqual(3 * MEGABYTE)
    const folders = new Set(packed.files.map(({ path }) => path.split('/')[0]))
    const names =
      'bin dist docs man schema package.json LICENSE README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md'
    expect([...folders].sort()).toEqual(names.split(' ').sort())
    expect(packed.files.filter(({ path }) => /\.(?:vsix|html)$|\.map$/.test(path))).toEqual([])
  })

  test('has what the links of its README lead to', () => {
    const text = readFileSync(join(installed, 'README.md'), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
    const targets = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].flatMap(([, target = '']) =>
      /^https?:/.test(target) ? [] : [target],
    )
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter((target) => !existsSync(join(installed, target)))).toEqual([])
  })
})

test('nothing for developers comes with it', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const modules = join(installed, 'node_modules')
  const names = existsSync(modules) ? readdirSync(modules) : []
  expect(names.filter((name) => Object.hasOwn(devDependencies, name) && !ALSO_NEEDED.has(name))).toEqual([])
  // Most of it is pdfjs-dist with a canvas that nothing uses, and what the library reads and annotates with.
  expect(sizeOf(join(folder, 'lib'))).toBeLessThanOrEqual(130 * MEGABYTE)
})

/** What others that are needed need. */
const ALSO_NEEDED: ReadonlySet<string> = new Set(['fflate'])

describe.each(NODES)('installed globally, on Node %s', (_, [program = '', ...words]) => {
  const run = (...args: readonly string[]) =>
    spawnSync(program, [...words, join(folder, 'bin/pbo'), ...args, '--lang', 'en'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
    })
  const filing = (path: string): string => resolve('fixtures', path)

  test.each([
    ['text', 'text/single-cell/menyuan-2022/input.txt'],
    ['a workbook', 'office/menyuan-2022.xlsx'],
    ['PDF', 'office/menyuan-2022.pdf'],
  ])(
    'reads and checks %s, and says nothing else',
    (_name, path) => {
      const { status, stdout, stderr } = run('check', filing(path), '--format', 'compact', '--level', 'error')
      expect(stderr).toBe('')
      expect(stdout).toContain('goal-indicator-mismatch')
      expect(status).toBe(1)
    },
    120_000,
  )

  test('writes Parquet, workbooks and configs', () => {
    const text = filing('text/single-cell/menyuan-2022/input.txt')
    for (const as of ['parquet', 'xlsx']) {
      expect(run('show', text, '--as', as, '--table', 'indicators', '--output', `a.${as}`)).toMatchObject({
        status: 0,
        stderr: '',
      })
    }
    expect(run('check', text, '--output', `worklist=list.xlsx`, '--fail-on', 'never').status).toBe(0)
    expect(run('config', 'print', dirname(text)).status).toBe(0)
  }, 120_000)
})
