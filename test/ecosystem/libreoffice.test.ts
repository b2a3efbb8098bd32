import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checked, copyOf, partsOf } from '../annotate/copies.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0

const FIXTURES = [
  'office/menyuan-2022.xlsx',
  'real/301-flood-selfeval.xlsx',
  'real/131-media-centre-grid-twin.xlsx',
  'office/menyuan-2022.docx',
  'real/213-veterans-eval-2016.docx',
]

describe.skipIf(!hasOffice)('LibreOffice (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-office-'))
  const pathOf = (index: number, kind: string, extension: string): string =>
    join(folder, `${kind}${index}.${extension}`)
  const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
  const convert = (to: string, paths: readonly string[]): void => {
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [profile, '--headless', '--convert-to', to, '--outdir', folder, ...paths]
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 })
  }
  const annotations = async (path: string): Promise<number> =>
    (await partsOf(new Uint8Array(readFileSync(path))))['content.xml']?.match(/<office:annotation /g)
      ?.length ?? 0

  /** How many cells or words each file is commented on at. */
  const places: number[] = []

  beforeAll(async () => {
    for (const [i, name] of FIXTURES.entries()) {
      const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))
      const record = await checked(bytes)
      const all = record.findings.flatMap(({ at, related = [] }) => [at, ...related.map((one) => one.at)])
      const cells = new Set(all.map(({ address }) => address?.en))
      places.push(name.endsWith('.xlsx') ? cells.size : all.length)
      writeFileSync(pathOf(i, 'original', extensionOf(name)), bytes)
      writeFileSync(pathOf(i, 'copy', extensionOf(name)), await copyOf(bytes, record))
    }
    const copies = (extension: string): readonly string[] =>
      FIXTURES.flatMap((name, i) => (name.endsWith(extension) ? [pathOf(i, 'copy', extensionOf(name))] : []))
    convert('ods', copies('.xlsx'))
    convert('odt', copies('.docx'))
    const originals = FIXTURES.map((name, i) => pathOf(i, 'original', extensionOf(name)))
    convert('pdf', [...originals, ...copies('.xlsx'), ...copies('.docx')])
  }, 240_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(FIXTURES.map((name, i) => [name, i] as const))(
    'finds all comments in a copy of %s',
    async (name, i) => {
      const found = await annotations(pathOf(i, 'copy', name.endsWith('.xlsx') ? 'ods' : 'odt'))
      expect(found).toBeGreaterThanOrEqual(places[i] ?? 0)
      expect(found).toBeGreaterThan(0)
    },
  )

  test.each(FIXTURES.map((name, i) => [name, i] as const))(
    'prints a copy of %s as it does the original',
    (_, i) => {
      const pages = (kind: string): number =>
        readFileSync(pathOf(i, kind, 'pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(pages('copy')).toBe(pages('original'))
      expect(pages('copy')).toBeGreaterThan(0)
    },
  )
})
