import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { parseDocument } from '../src/parse.ts'
import { openFile } from '../src/read/open.ts'
import { spanName } from '../src/report/listing.ts'
import { uncoveredIn } from './support/coverage.ts'
import { printTree } from './support/print-tree.ts'

const ROOT = new URL('../fixtures/', import.meta.url)

/** Paths such as `text/single-cell/menyuan-2022/input.txt`. */
const INPUTS = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\/input\.\w+$/.test(path))
  .sort()

const openInput = async (path: string) => {
  const bytes = new Uint8Array(readFileSync(new URL(path, ROOT)))
  const [opened] = await openFile(bytes, { isUtf8 })
  if (opened?.kind !== 'document') throw new Error(`${path} is no filing: ${opened?.kind}`)
  return { folder: path.replace(/\/input\.\w+$/, ''), document: opened.document }
}

const CASES = (await Promise.all(INPUTS.map(openInput))).map((input) => [input.folder, input] as const)

/**
 * Each folder `fixtures/<format>/<layout>/<case>` holds a filing as `input.<extension>`, its tree as
 * `model.txt` and what the rules find as `findings.txt`, one per line. A new case is a new folder;
 * `npm run fixtures` writes the rest.
 */
describe.each(CASES)('fixtures/%s', (folder, { document }) => {
  const at = (name: string): string => fileURLToPath(new URL(`${folder}/${name}`, ROOT))

  test('is read as its folder and its model say', async () => {
    const { disclosure, format, layouts } = parseDocument(document)
    const [expectedFormat, expectedLayout] = folder.split('/')
    expect(format).toBe(expectedFormat)
    expect(layouts.join('+')).toBe(expectedLayout)
    await expect(`${printTree(disclosure).join('\n')}\n`).toMatchFileSnapshot(at('model.txt'))
  })

  test('gives its findings', async () => {
    const lines = check(parseDocument(document).disclosure).map(
      ({ at: span, severity, rule, message }) =>
        `${spanName(document.source, span, 'zh')} ${severity} ${rule} ${message.zh}\n`,
    )
    await expect(lines.join('')).toMatchFileSnapshot(at('findings.txt'))
  })

  test('is accounted for to the last character', () => {
    expect(uncoveredIn(document)).toEqual([])
  })
})
