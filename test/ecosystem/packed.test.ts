import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePdf, show } from '../read/pdf-maker.ts'

const MEGABYTE = 1e6
const folder = mkdtempSync(join(tmpdir(), 'pbo-packed-'))
const installed = join(folder, 'lib/node_modules/pbo')
/** A project that has the package and nothing else. */
const project = join(folder, 'project')
const npm = (...words: readonly string[]): string =>
  execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

let packed: Packed

/** A PDF that holds no font: what its characters are is only told by UniGB-UCS2-H and Adobe-GB1-UCS2. */
const NAMED_FONTS = join(folder, 'named-fonts.pdf')

beforeAll(() => {
  packed = JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', folder))[0]
  const tarball = join(folder, packed.filename)
  npm('install', '--global', '--prefix', folder, '--no-audit', '--no-fund', '--offline', tarball)
  const rows = ['项目名称', '绩效目标', '绩效指标'].map((text, i) => show(60, 240 - 20 * i, text))
  writeFileSync(NAMED_FONTS, makePdf([rows.join('\n')]))
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }')
  npm('install', '--prefix', project, '--omit=dev', '--no-audit', '--no-fund', '--offline', tarball)
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
  test('is no larger than 3 MB, 15 MB when it is installed', () => {
    // A third of it is the library that reads PDF, with its maps of characters and decoders of pictures.
    expect(packed.size).toBeLessThanOrEqual(3.25 * MEGABYTE)
    expect(sizeOf(join(folder, 'lib'))).toBeLessThanOrEqual(15 * MEGABYTE)
    expect(sizeOf(join(project, 'node_modules'))).toBeLessThanOrEqual(15 * MEGABYTE)
  })

  test('needs no other package, and says which ones it holds', () => {
    expect(readdirSync(join(folder, 'lib/node_modules'))).toEqual(['pbo'])
    expect(existsSync(join(installed, 'node_modules'))).toBe(false)
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'pbo',
    ])
    const notices = readFileSync(join(installed, 'dist/third-party-notices.txt'), 'utf8')
    for (const name of ['commander', 'cheerio', 'zod', 'decimal.js', 'chalk', 'cli-table3', 'pdfjs-dist'])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
    for (const notice of notices.split(/^-{80}$/m).slice(1))
      expect(notice).toMatch(/^(?:Permission |Redistribution |\s+Apache License)/m)
  })

  test('holds none of the sources, tests or tools', () => {
    const folders = new Set(packed.files.map(({ path }) => path.split('/')[0]))
    const names = 'bin dist docs man schema package.json LICENSE README.md CONTRIBUTING.md SECURITY.md'
    expect([...folders].sort()).toEqual(names.split(' ').sort())
    expect(packed.files.filter(({ path }) => /\.(?:vsix|html|map|node)$/.test(path))).toEqual([])
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

/** What a user of the library writes. */
const USE = `import { agenciesOf, check, Decimal, openFile, parseDocument, Source } from 'pbo'
import { core } from 'pbo/core'
import { describeUnopened } from 'pbo/read'
import { renderReport } from 'pbo/report'
`

test.each([
  ['nodenext', { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  ['bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
])('its types need no others, under %s', (_, options) => {
  const path = join(project, 'use.ts')
  writeFileSync(
    path,
    `${USE}
    import type { PdfData } from 'pbo/read'
    import type { Report } from 'pbo/report'
    export const amount: Decimal = new Decimal('1.50').plus(1)
    export const data: PdfData = async () => new Uint8Array()
    export const [file] = await openFile(new Uint8Array(), { isUtf8: () => true, pdfData: data })
    export const used = [agenciesOf, check, parseDocument, core.rules, describeUnopened, renderReport]
    export type Kept = Report
    // @ts-expect-error: a number is no text
    export const source = new Source(1)\n`,
  )
  const program = ts.createProgram([path], {
    ...options,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  })
  const faults = ts.getPreEmitDiagnostics(program)
  expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
})

test('a bundler takes its library for browsers as it is', async () => {
  const { errors, warnings } = await build({
    stdin: {
      contents: `${USE}console.log(agenciesOf, check, Decimal, openFile, parseDocument, Source, core, describeUnopened, renderReport)`,
      resolveDir: project,
    },
    bundle: true,
    splitting: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    outdir: 'none',
    logLevel: 'silent',
  })
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
})

/** Reads files of several formats, and prints what is found in them. */
const PRINT = `${USE}
import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
for (const path of process.argv.slice(2)) {
  const [opened] = await openFile(await readFile(path), { isUtf8 })
  if (opened.kind !== 'document') throw new Error(describeUnopened(opened).en)
  const { disclosure, format } = parseDocument(opened.document)
  const found = check(disclosure).filter(({ severity }) => severity === 'error')
  const isRead = opened.document.source.text.includes('绩效目标')
  console.log(format, agenciesOf(disclosure).length, isRead, ...found.map(({ rule }) => rule))
}
if (core.open !== openFile || typeof renderReport !== 'function') throw new Error('the parts are not of one piece')
`

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
    ['a document of Word', 'office/menyuan-2022.docx'],
    ['HTML', 'office/menyuan-2022.html'],
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

  test('writes Parquet, workbooks, documents of Word, copies with comments and configs', () => {
    const text = filing('text/single-cell/menyuan-2022/input.txt')
    for (const as of ['parquet', 'xlsx']) {
      expect(run('show', text, '--as', as, '--table', 'indicators', '--output', `a.${as}`)).toMatchObject({
        status: 0,
        stderr: '',
      })
    }
    const files = ['xlsx', 'docx', 'pdf'].map((type) => filing(`office/menyuan-2022.${type}`))
    const lists = ['worklist=list.xlsx', 'notice=notices', 'annotated=copies'].flatMap((list) => [
      '--output',
      list,
    ])
    expect(run('check', ...files, ...lists, '--fail-on', 'never')).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(join(folder, 'copies')).sort()).toEqual([
      'menyuan-2022.docx',
      'menyuan-2022.pdf',
      'menyuan-2022.xlsx',
      'pbo-annotations.txt',
    ])
    expect(readdirSync(join(folder, 'notices'))).toHaveLength(1)
    expect(run('config', 'print', dirname(text)).status).toBe(0)
    expect(run('completion', 'bash').stdout).toContain('pbo')
    for (const list of ['copies', 'notices']) rmSync(join(folder, list), { recursive: true })
  }, 120_000)

  test('knows the character maps that PDF refers to', () => {
    expect(run('show', NAMED_FONTS, '--stage', 'source').stdout).toContain('绩效目标')
  }, 120_000)

  test('its library reads and checks the same', () => {
    writeFileSync(join(project, 'print.js'), PRINT)
    const files = ['html', 'xlsx', 'docx', 'pdf'].map((type) => filing(`office/menyuan-2022.${type}`))
    const { stdout, stderr } = spawnSync(
      program,
      [...words, join(project, 'print.js'), ...files, NAMED_FONTS],
      {
        encoding: 'utf8',
        timeout: 120_000,
      },
    )
    expect(stderr).toBe('')
    const formats = ['html', 'xlsx', 'docx', 'pdf']
    const lines = formats.map((format) => `${format} 2 true goal-indicator-mismatch`)
    expect(stdout.trimEnd().split('\n')).toEqual([...lines, 'pdf 0 true missing-column'])
  }, 120_000)
})
