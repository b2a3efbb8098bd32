import { isUtf8 } from 'node:buffer'
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/parse.ts'
import { readArchive } from '../../src/read/archive.ts'
import { openFile } from '../../src/read/open.ts'
import { makeZip, type ZipPart } from './make-zip.ts'
import { runHere } from './run-here.ts'

const TABLE =
  '项目名称\t金额(万元)\t绩效目标\t绩效指标\n路灯维护\t4.00\t目标1:维护路灯200盏。\t维护路灯数 ≥200盏\n'
const filing = (name: string): ZipPart => ({ name, content: TABLE })

/** What becomes of a file, in a word: the names of filings, or why there are none. */
const fateOf = async (bytes: Uint8Array): Promise<string> => {
  const all = await openFile(bytes, { isUtf8 })
  return all
    .map((one) =>
      (one.kind === 'unreadable' ? `${one.reason} ${one.detail}` : `${one.kind} ${one.name}`).trim(),
    )
    .join(', ')
}

const MEGABYTE = 1024 * 1024

describe('an archive', () => {
  test('of filings is read', async () => {
    expect(await fateOf(makeZip([filing('a.txt'), filing('b/c.txt')]))).toBe(
      'document a.txt, document b/c.txt',
    )
  })

  test.each<[string, () => Uint8Array, string]>([
    [
      'whose entry inflates to more than 200 times its size',
      () => makeZip([{ name: 'a.txt', content: new Uint8Array(20 * MEGABYTE) }]),
      'too-large > 3 MB',
    ],
    [
      'whose entry says that it is small',
      () => makeZip([{ name: 'a.txt', content: new Uint8Array(20 * MEGABYTE), claimedSize: 10 }]),
      'too-large > 3 MB',
    ],
    [
      'that says that it is larger than 300 MB',
      () => makeZip([{ ...filing('a.txt'), claimedSize: 301 * MEGABYTE }]),
      'too-large > 300 MB',
    ],
    [
      'whose entries share their data, and are larger than 300 MB together',
      () => makeZip([{ name: 'a.txt', content: new Uint8Array(MEGABYTE), copies: 300 }]),
      'too-large > 300 MB',
    ],
    [
      'with more than 2,000 entries',
      () => makeZip([{ ...filing('a.txt'), copies: 2000 }]),
      'too-large > 2000 files',
    ],
    [
      'in an archive, in an archive, in an archive',
      () => {
        let bytes = makeZip([filing('a.txt')])
        for (let i = 0; i < 3; i += 1) bytes = makeZip([{ name: 'in.zip', content: bytes }])
        return bytes
      },
      'too-large > 3 levels',
    ],
    ['with a password', () => makeZip([{ ...filing('a.txt'), encrypted: true }]), 'encrypted'],
    ['that is cut off', () => makeZip([filing('a.txt')]).subarray(0, 100), 'damaged'],
  ])('%s is refused', async (_, make, fate) => {
    expect(await fateOf(make())).toBe(fate)
  })

  test('whose names lead out of it: they are names, nothing is written', async () => {
    const names = ['./inside.txt', '../../outside.txt', '/etc/outside.txt', 'C:/outside.txt']
    expect(await fateOf(makeZip(names.map(filing)))).toBe(names.map((name) => `document ${name}`).join(', '))
  })
})

describe('XML and HTML', () => {
  test('entities that name one another are not multiplied', async () => {
    const entries = await readArchive(new Uint8Array(readFileSync('fixtures/office/row-per-indicator.xlsx')))
    const laughs = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${i === 0 ? 'ha' : `&e${i};`.repeat(10)}">`,
    )
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [${laughs.join('')}]>`
    const parts = entries.map(({ name, bytes }) => {
      const content = Buffer.from(bytes).toString('utf8')
      return name.endsWith('.xml') && name.startsWith('xl/')
        ? { name, content: content.replace(/^<\?xml[^>]*\?>/, bomb).replace(/(<t[^>]*>)/, '$1&e12;') }
        : { name, content: bytes }
    })
    expect(parts.filter(({ content }) => String(content).includes('&e12;')).length).toBeGreaterThan(0)
    const [opened] = await openFile(makeZip(parts), { isUtf8 })
    expect(opened?.kind).toMatch(/^(?:document|unreadable)$/)
    if (opened?.kind === 'document') expect(opened.document.source.text.length).toBeLessThan(100_000)
  })

  test.each(['<table><tr><td>', '<div>', '<p>', '<b><i>'])(
    'a hundred thousand %s inside one another',
    async (tags) => {
      const page = `<html><body>${tags.repeat(100_000)}${TABLE}`
      const [opened] = await openFile(new TextEncoder().encode(page), { isUtf8 })
      if (opened?.kind !== 'document') return expect(opened?.kind).toBe('unreadable')
      expect(parseDocument(opened.document).disclosure.kind).toBe('disclosure')
    },
  )
})

describe('what is written', () => {
  test('replaces a file as a whole, and leaves nothing beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pbo-output-'))
    try {
      const filing = join(folder, 'filing.txt')
      const report = join(folder, 'report.json')
      writeFileSync(filing, TABLE)
      writeFileSync(report, 'old')
      // The same file by another name: it keeps its content only if the new one comes by renaming.
      linkSync(report, join(folder, 'kept'))
      await runHere('check', filing, '--format', 'compact', '--output', `json=${report}`)
      expect(readdirSync(folder).sort()).toEqual(['filing.txt', 'kept', 'report.json'])
      expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe('old')
      expect(JSON.parse(readFileSync(report, 'utf8'))).toHaveProperty('schemaVersion', 1)
      expect(readFileSync(filing, 'utf8')).toBe(TABLE)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the program itself', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) =>
      ts.createSourceFile(path, readFileSync(`src/${path}`, 'utf8'), ts.ScriptTarget.Latest, true),
    )

  const nodesOf = (file: ts.SourceFile): ts.Node[] => {
    const all: ts.Node[] = []
    const visit = (node: ts.Node): void => {
      all.push(node)
      ts.forEachChild(node, visit)
    }
    visit(file)
    return all
  }
  const nodes = files.flatMap((file) => nodesOf(file))

  test('has no way to the network or to other programs', () => {
    const modules = nodes.flatMap((node) => {
      if (ts.isStringLiteral(node) && node.text.startsWith('node:')) return [node.text]
      return []
    })
    expect([...new Set(modules)].sort()).toEqual(expect.arrayContaining(['node:fs']))
    expect(modules.filter((name) => !ALLOWED.has(name))).toEqual([])
    const globals = nodes.filter((node) => ts.isIdentifier(node) && NETWORK.has(node.text))
    expect(globals.map((node) => node.getSourceFile().fileName)).toEqual([])
  })

  test('runs no code that it is given', () => {
    const runs = nodes.filter(
      (node) =>
        ((ts.isCallExpression(node) || ts.isNewExpression(node)) &&
          ts.isIdentifier(node.expression) &&
          ['eval', 'Function', 'require'].includes(node.expression.text)) ||
        (ts.isCallExpression(node) &&
          node.expression.kind === ts.SyntaxKind.ImportKeyword &&
          !ts.isStringLiteral(node.arguments[0] as ts.Expression)),
    )
    expect(runs.map((node) => `${node.getSourceFile().fileName}: ${node.getText()}`)).toEqual([])
  })
})

/** Files, texts, digests, worker threads of this program, settings of the engine, and the address of its own modules. */
const ALLOWED: ReadonlySet<string> = new Set(
  'node:buffer node:crypto node:fs node:fs/promises node:module node:os node:path node:tty node:url node:v8 node:worker_threads node:zlib'.split(
    ' ',
  ),
)

const NETWORK: ReadonlySet<string> = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'])
