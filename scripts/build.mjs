// Builds `dist/`: the library as plain modules with declarations (tsc), and the command as one
// CommonJS bundle with V8's code cache beside it. Start-up time is a feature: see bench/speed.mjs
// for what each of this saves.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/**
 * Libraries that few filings need and that build tables when they are loaded: each waits until it is called.
 * By the name that is imported, the name of what is exported and the file that has it.
 */
const LATE = {
  htmlparser2: { Tokenizer: ['./Tokenizer.js', 'default'], Parser: ['./Parser.js', 'Parser'] },
  'fast-string-width': { default: ['./index.js', 'default'] },
}

const withLateParts = {
  name: 'with-late-parts',
  setup(context) {
    for (const [library, parts] of Object.entries(LATE)) {
      const resolveDir = dirname(fileURLToPath(import.meta.resolve(library)))
      context.onResolve({ filter: new RegExp(`^${library}$`) }, () => ({ path: library, namespace: 'late' }))
      context.onLoad({ filter: new RegExp(`^${library}$`), namespace: 'late' }, () => ({
        resolveDir,
        contents: Object.entries(parts)
          .map(([name, [file, exported]]) => lateExport(name, `require('${file}').${exported}`))
          .join('\n'),
      }))
    }
  },
}

/** A function or a class that stands for `real`, called or constructed. */
const lateExport = (name, real) => {
  const local = name === 'default' ? 'late' : name
  return `
    function ${local}(...given) { return new.target ? new (${real})(...given) : (${real})(...given) }
    export { ${local} as ${name} }`
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

/** The parts of zod that the sources name: all of it, with messages in forty languages, is five times as large. */
const usedOfZod = () => {
  const used = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(`src/${name}`, 'utf8').matchAll(/\bz\.([A-Za-z]+)/g)])
  // Types only.
  return [...new Set(used.map(([, part]) => part))]
    .filter((part) => !['core', 'infer', 'ZodType'].includes(part))
    .sort()
}

/**
 * Libraries that only some outputs need, in files of their own beside the bundle: so nothing has to be installed for
 * them, and a check doesn't read them. By the name that is imported, the file and what it holds: to a bundle that is
 * CommonJS, the default export of a module stands for it.
 */
const APART = {
  'write-excel-file/universal': {
    file: 'write-excel-file.cjs',
    contents: "module.exports = require('write-excel-file/universal').default",
  },
  '@cantoo/pdf-lib': {
    file: 'pdf-lib.cjs',
    contents: "export { PDFArray, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'",
  },
  zod: { file: 'zod.cjs', contents: `export { ${usedOfZod().join(', ')} } from 'zod'` },
  'hyparquet-writer': {
    file: 'hyparquet-writer.cjs',
    contents: "export { ByteWriter, ParquetWriter } from 'hyparquet-writer'",
  },
  chokidar: { file: 'chokidar.cjs', contents: "export { watch } from 'chokidar'" },
  '@bomb.sh/tab': { file: 'tab.cjs', contents: "export { script } from '@bomb.sh/tab'" },
  docx: { file: 'docx.cjs', contents: "module.exports = require('docx')" },
  'vscode-languageserver-textdocument': {
    file: 'text-document.cjs',
    contents: "export { TextDocument } from 'vscode-languageserver-textdocument'",
  },
  'vscode-languageserver/node': {
    file: 'lsp.cjs',
    contents: "module.exports = require('vscode-languageserver/node')",
  },
}

const withoutLibrariesApart = {
  name: 'without-libraries-apart',
  setup(context) {
    for (const [library, { file }] of Object.entries(APART)) {
      // What the bundle requires is looked for from bin/pbo.js.
      context.onResolve({ filter: new RegExp(`^${library}$`) }, () => ({
        path: `../dist/command/${file}`,
        external: true,
      }))
    }
  },
}

const TARGET = { bundle: true, platform: 'node', target: 'node20.19', format: 'cjs', minify: true }

for (const { file, contents } of Object.values(APART)) {
  const outfile = `${dirname(BUNDLE)}/${file}`
  await build({ ...TARGET, stdin: { contents, resolveDir: '.' }, outfile, logLevel: 'warning' })
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: BUNDLE,
  ...TARGET,
  define: {
    'import.meta.url': '__module.url',
    'import.meta.resolve': '__module.resolve',
    PBO_VERSION: JSON.stringify(version),
  },
  // Libraries of readers and of the config: large, and loaded only when a file needs one. By require, since
  // code that runs as a script has no import().
  supported: { 'dynamic-import': false },
  external: ['cheerio', 'cheerio/slim', '@e965/xlsx', 'pdfjs-dist', 'pako', 'pbo-ocr'],
  plugins: [withoutLibrariesApart, withoutUnusedParts, withLateParts, withoutChildProcess],
  logLevel: 'warning',
})

// A function expression around it, so that bin/pbo.js can run the text as it is. What isn't ASCII is escaped
// (esbuild leaves patterns and templates as they are): V8 keeps such a text, which is read as Latin-1, in a
// byte a character, and need not decode it. Templates that are read raw (String.raw) are patterns all, in which
// an escape means the same.
const code = readFileSync(BUNDLE, 'utf8')
const escaped = code.replace(
  /[^\0-\x7f]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
)
writeFileSync(
  BUNDLE,
  `(function(exports,require,module,__filename,__dirname){const __module={get url(){return this.of(__filename)},resolve(name){return this.of(require.resolve(name))},of(path){return require('node:url').pathToFileURL(path).href}};${escaped}\n})`,
)
execFileSync(process.execPath, ['scripts/write-code-cache.mjs', BUNDLE], { stdio: 'inherit' })
