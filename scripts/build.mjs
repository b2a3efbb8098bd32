// Builds `dist/`: the library as modules with declarations, the command as one CommonJS bundle, and beside them what both
// need of other packages. Start-up time is a feature: see bench/speed.mjs for what each of this saves.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { writeDeclarations } from './build/declarations.mjs'
import { noticesOf } from './build/notices.mjs'
import {
  LOADED,
  outside,
  REQUIRED,
  withLateParts,
  withoutChildProcess,
  withoutUnusedParts,
  writePdfFiles,
} from './build/third-party.mjs'

const FOLDER = 'dist'
const BUNDLE = `${FOLDER}/command/main.cjs`
const ENTRIES = ['index', 'core', 'read', 'report']
/** Beside the folders of the library and of the command. */
const PDF_FOLDER = 'pdfjs-dist/'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const metafiles = []

const bundle = async (options) => {
  const { metafile } = await build({
    bundle: true,
    target: 'node20.19',
    minify: true,
    legalComments: 'eof',
    metafile: true,
    logLevel: 'warning',
    // What is only there for the sources.
    logOverride: { 'empty-import-meta': 'silent' },
    ...options,
    define: { PBO_PDF_FOLDER: JSON.stringify(`../${PDF_FOLDER}`), ...options.define },
    plugins: [withoutUnusedParts, ...(options.plugins ?? [])],
  })
  metafiles.push(metafile)
}

/** Modules for any platform; what is only for Node is so by what it imports. */
const MODULES = {
  platform: 'neutral',
  format: 'esm',
  mainFields: ['module', 'main'],
  conditions: ['import'],
  external: ['node:*'],
}

const SCRIPT = { platform: 'node', format: 'cjs' }

const buildThirdParty = async () => {
  for (const { file, contents } of [...Object.values(LOADED), ...Object.values(REQUIRED)]) {
    const kind = file.endsWith('.cjs') ? SCRIPT : MODULES
    await bundle({ ...kind, stdin: { contents, resolveDir: '.' }, outfile: `${FOLDER}/${file}` })
  }
  writePdfFiles(`${FOLDER}/${PDF_FOLDER}`)
}

const buildLibrary = async () => {
  writeDeclarations(ENTRIES, `${FOLDER}/types`)
  await bundle({
    ...MODULES,
    entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
    outdir: `${FOLDER}/library`,
    splitting: true,
    charset: 'utf8',
    plugins: [outside(LOADED, (file) => `../${file}`)],
  })
}

const buildCommand = async () => {
  await bundle({
    ...SCRIPT,
    entryPoints: ['src/cli/main.ts'],
    outfile: BUNDLE,
    define: { 'import.meta.url': '__here.url', PBO_VERSION: JSON.stringify(version) },
    external: ['pbo-ocr'],
    plugins: [
      // What the bundle requires and imports is looked for from bin/pbo.js.
      outside({ ...LOADED, ...REQUIRED }, (file) => `../${FOLDER}/${file}`),
      withLateParts,
      withoutChildProcess,
    ],
  })
  writeFileSync(BUNDLE, asFunction(readFileSync(BUNDLE, 'utf8')))
  mkdirSync(`${FOLDER}/command/samples`, { recursive: true })
  for (const name of SAMPLES)
    copyFileSync(`fixtures/text/${name}/input.txt`, `${FOLDER}/command/samples/${name.replace('/', '-')}.txt`)
}

/** What bin/write-code-cache.js checks: cells of outlines, rows of indicators, forms. */
const SAMPLES = [
  'single-cell/menyuan-2022',
  'row-per-indicator/merged-names-two-row-header',
  'form-per-project/usual-form',
]

/**
 * A function expression around the bundle, so that bin/pbo.js can run the text as it is, with an `import()` that it is
 * given: text has none. What isn't ASCII is escaped (esbuild leaves patterns and templates as they are): V8 keeps such a
 * text, which is read as Latin-1, in a byte a character, and need not decode it. Templates that are read raw (String.raw)
 * are patterns all, in which an escape means the same. It begins with its digest, by which bin/code-cache.js knows it.
 */
const asFunction = (code) => {
  const escaped = code
    .replace(/\bimport\((?="(?:\.\.\/dist\/|pbo-ocr"))/g, '__import(')
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const here = "const __here={get url(){return require('node:url').pathToFileURL(__filename).href}};"
  const build = createHash('sha256').update(escaped).digest('hex').slice(0, 16)
  return `/*${build}*/(function(exports,require,__import,module,__filename){${here}${escaped}\n})`
}

const isCommandOnly = process.argv.includes('--command')

if (!isCommandOnly) rmSync(FOLDER, { recursive: true, force: true })
await buildThirdParty()
await buildCommand()
if (!isCommandOnly) await buildLibrary()
if (!isCommandOnly) writeFileSync(`${FOLDER}/third-party-notices.txt`, noticesOf(metafiles))
