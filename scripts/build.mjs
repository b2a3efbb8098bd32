// Builds `dist/`: the library as plain modules with declarations (tsc), and the command as one
// bundle with lazily loaded chunks (esbuild), because start-up time is a feature.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

const bundleOnly = process.argv.includes('--bundle-only')

if (!bundleOnly) {
  rmSync('dist', { recursive: true, force: true })
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  })
}

await build({
  entryPoints: { main: 'src/cli/main.ts' },
  outdir: 'dist/command',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: 'chunk-[hash]',
  outExtension: { '.js': '.mjs' },
  banner: {
    // commander and cli-table3 are CommonJS and call require() for Node's own modules.
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
