import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../src/read/pdf.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('what runs anywhere', () => {
  test.each(['index', 'core', 'read', 'report'])(
    'pbo/%s is bundled for browsers with nothing put in its place',
    async (name) => {
      const { errors, warnings, metafile } = await build({
        absWorkingDir: ROOT,
        entryPoints: [`src/${name}.ts`],
        bundle: true,
        platform: 'browser',
        format: 'esm',
        write: false,
        metafile: true,
        outdir: 'none',
        logLevel: 'silent',
      })
      expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
      const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports)
      expect(
        imported.filter(
          ({ external, path }) => path.startsWith('node:') || (external === true && path !== '<runtime>'),
        ),
      ).toEqual([])
    },
  )
})

test('reading a PDF leaves the global scope, the console and arrays as they were', async () => {
  const look = () => [Object.getOwnPropertyNames(globalThis), console.warn, Array.prototype.push]
  const before = look()
  const { source } = await readPdf(readFileSync(join(ROOT, 'fixtures/pdf/form-chromium.pdf')))
  expect(source.text).toContain('项目名称')
  expect(look()).toEqual(before)
})
