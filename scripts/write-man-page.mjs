// Writes `man/pbo.1`. Part of `npm run docs`; CI runs it and fails if that changes anything.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Two folders below the root, as the command itself is: it looks for package.json from there.
const MODULE = 'dist/command/man-page.mjs'

await build({
  entryPoints: ['scripts/man-page.ts'],
  outfile: MODULE,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
})
const { renderManPage } = await import(pathToFileURL(MODULE))
rmSync(MODULE)
mkdirSync('man', { recursive: true })
writeFileSync('man/pbo.1', renderManPage())
