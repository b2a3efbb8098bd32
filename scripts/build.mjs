// Builds `dist/`: the library as plain modules with declarations (tsc), and the command as one
// CommonJS bundle with V8's code cache beside it. Start-up time is a feature: see bench/start-up.mjs
// for what each of this saves.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const BUNDLE = 'dist/command/main.cjs'

const bundleOnly = process.argv.includes('--bundle-only')

if (!bundleOnly) {
  rmSync('dist', { recursive: true, force: true })
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  })
}

/** htmlparser2 pulls these in for features that are not used; they do nothing when loaded. */
const withoutUnusedParts = {
  name: 'without-unused-parts',
  setup(context) {
    context.onResolve(
      { filter: /^(domutils|domhandler|dom-serializer|domelementtype|entities)/ },
      async (request) => {
        if (request.pluginData === 'seen') return undefined
        const { path, kind, importer, resolveDir } = request
        const resolved = await context.resolve(path, { kind, importer, resolveDir, pluginData: 'seen' })
        return { ...resolved, sideEffects: false }
      },
    )
  },
}

/** commander loads this for subcommands that are programs of their own; there are none, and it is slow. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup(context) {
    context.onResolve({ filter: /^node:child_process$/ }, () => ({
      path: 'child-process',
      namespace: 'empty',
    }))
    context.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }))
  },
}

await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: BUNDLE,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  define: { 'import.meta.url': '__moduleUrl' },
  // Libraries of readers and of the config: large, and loaded only when a file needs one. By require, since
  // code that runs as a script has no import().
  supported: { 'dynamic-import': false },
  external: [
    'cheerio',
    'cheerio/slim',
    '@e965/xlsx',
    'pdfjs-dist',
    'yauzl',
    'zod',
    'hyparquet-writer',
    'chokidar',
    '@bomb.sh/tab',
  ],
  plugins: [withoutUnusedParts, withoutChildProcess],
  logLevel: 'warning',
})

// A function expression around it, so that bin/pbo.js can run the text as it is.
const code = readFileSync(BUNDLE, 'utf8')
writeFileSync(
  BUNDLE,
  `(function(exports,require,module,__filename,__dirname){const __moduleUrl=require('node:url').pathToFileURL(__filename).href;${code}\n})`,
)
execFileSync(process.execPath, ['scripts/write-code-cache.mjs', BUNDLE], { stdio: 'inherit' })
