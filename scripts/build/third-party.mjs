// What of other packages becomes part of this one, so that nothing has to be installed beside it.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

/**
 * Packages that the sources load when they need them: modules of their own, which the library and the command share.
 * By the name that is imported, the file in `dist/` and what it holds.
 */
export const LOADED = {
  // On Node pdf.js looks for a package for drawing from where it lies; `read/pdf/pdfjs.ts` knows it by this name.
  'pdfjs-dist/legacy/build/pdf.mjs': {
    file: 'pdfjs-dist/pdf.js',
    contents: "export { getDocument, OPS, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'",
  },
  'pdfjs-dist/legacy/build/pdf.worker.mjs': {
    file: 'pdfjs-dist/pdf.worker.js',
    contents: "export { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'",
  },
  '@e965/xlsx': {
    file: 'third-party/xlsx.js',
    contents: "export { CFB, read, set_cptable, SSF, write } from '@e965/xlsx'",
  },
  'cheerio/slim': { file: 'third-party/cheerio.js', contents: "export { load } from 'cheerio/slim'" },
  '@cantoo/pdf-lib': {
    file: 'third-party/pdf-lib.js',
    contents: "export { PDFArray, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'",
  },
  docx: { file: 'third-party/docx.js', contents: "export * from 'docx'" },
  'write-excel-file/universal': {
    file: 'third-party/write-excel-file.js',
    contents: "export { default } from 'write-excel-file/universal'",
  },
  chokidar: { file: 'third-party/chokidar.js', contents: "export { watch } from 'chokidar'" },
  '@bomb.sh/tab': { file: 'third-party/tab.js', contents: "export { script } from '@bomb.sh/tab'" },
  'vscode-languageserver-textdocument': {
    file: 'third-party/text-document.js',
    contents: "export { TextDocument } from 'vscode-languageserver-textdocument'",
  },
  // It asks for modules of Node as no module can.
  'vscode-languageserver/node': {
    file: 'third-party/language-server.cjs',
    contents: `export { createConnection, StreamMessageReader, StreamMessageWriter, TextDocuments }
      from 'vscode-languageserver/node'`,
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

/** What parts of the command that are loaded late import as they are loaded: files beside it, so that a check reads none of them. */
export const REQUIRED = {
  zod: { file: 'third-party/zod.cjs', contents: `export { ${usedOfZod().join(', ')} } from 'zod'` },
  'hyparquet-writer': {
    file: 'third-party/hyparquet-writer.cjs',
    contents: "export { ByteWriter, ParquetWriter } from 'hyparquet-writer'",
  },
}

/** These packages are what `fileOf` says, and not bundled. */
export const outside = (packages, fileOf) => ({
  name: 'outside',
  setup(context) {
    for (const [name, { file }] of Object.entries(packages))
      context.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: fileOf(file), external: true }))
  },
})

/** Packages that htmlparser2 and cheerio bring: their modules do nothing when they are loaded, and don't say so. */
const WITHOUT_EFFECTS = /node_modules\/(?:domutils|domhandler|dom-serializer|domelementtype|entities)\//

/** What pdf-lib holds for drawing and filling in, of which nothing is done here. */
const UNUSED_OF_PDF_LIB = /standard-fonts\/(?:Courier|Helvetica|Symbol|Times|Zapf)[\w-]*\.compressed\.json$/
const UNUSED_BY_PDF_LIB = /^(?:culori|html-entities|node-html-better-parser)$/
const UNUSED = `
  const unused = () => { throw new Error('left out of the bundle') }
  export const converter = () => unused
  export const NodeType = {}
  export { unused as encode, unused as parse }`

/** Large sheets are compressed in workers of the browser, which Node doesn't have. */
const ZIPS_IN_WORKERS = /write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/
const ZIPS_HERE = `
  import { zipSync } from 'fflate'
  export default async (files) => zipSync(files).buffer`

export const withoutUnusedParts = {
  name: 'without-unused-parts',
  setup(context) {
    context.onResolve({ filter: /^(?:\.|dom|entities)/, namespace: 'file' }, async (request) => {
      const { path, kind, importer, resolveDir, pluginData } = request
      if (pluginData === 'seen' || !importer.includes('node_modules')) return undefined
      const resolved = await context.resolve(path, { kind, importer, resolveDir, pluginData: 'seen' })
      return WITHOUT_EFFECTS.test(resolved.path) ? { ...resolved, sideEffects: false } : resolved
    })
    context.onLoad({ filter: UNUSED_OF_PDF_LIB }, () => ({ contents: '""', loader: 'json' }))
    context.onLoad({ filter: ZIPS_IN_WORKERS }, ({ path }) => ({
      contents: ZIPS_HERE,
      resolveDir: dirname(path),
    }))
    context.onResolve({ filter: UNUSED_BY_PDF_LIB }, ({ path }) => ({ path, namespace: 'unused' }))
    context.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: UNUSED }))
  },
}

/**
 * Packages that few filings need and that build tables when they are loaded: each waits until it is called.
 * By the name that is imported, the name of what is exported and the file that has it.
 */
const LATE = {
  htmlparser2: { Tokenizer: ['./Tokenizer.js', 'default'], Parser: ['./Parser.js', 'Parser'] },
  'fast-string-width': { default: ['./index.js', 'default'] },
}

export const withLateParts = {
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
export const withoutChildProcess = {
  name: 'without-child-process',
  setup(context) {
    context.onResolve({ filter: /^node:child_process$/ }, () => ({
      path: 'child-process',
      namespace: 'empty',
    }))
    context.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const PDFJS = 'node_modules/pdfjs-dist'

/** PDF refers to character maps by these names (ISO 32000-1, table 118), of which none is in UTF-8 or UTF-32. */
const isReferredTo = (name) => name.endsWith('.bcmap') && !/UTF(?:8|32)/.test(name)

export const pdfCmaps = () =>
  readdirSync(`${PDFJS}/cmaps`)
    .filter(isReferredTo)
    .map((name) => `cmaps/${name}`)

export const readPdfFile = (name) => readFileSync(`${PDFJS}/${name}`)

/** Decoders of what scanners write; all others are for drawing. */
const DECODERS = /(?:^LICENSE.*(?:JBIG2|OPENJPEG)|^(?:jbig2|openjpeg)\.wasm)$/

const pdfDecoderFiles = () => readdirSync(`${PDFJS}/wasm`).filter((name) => DECODERS.test(name))

/** Decoders of what scanners write, by the names that pdf.js asks for them by, and their licences. */
export const pdfDecoders = () => pdfDecoderFiles().map((name) => `wasm/${name}`)

/** Data files of pdf.js, as `src/read/pdf/read-data-file.ts` reads them, with their licences. */
export const writePdfFiles = (folder) => {
  mkdirSync(`${folder}/wasm`, { recursive: true })
  for (const name of pdfDecoderFiles()) copyFileSync(`${PDFJS}/wasm/${name}`, `${folder}/wasm/${name}`)
  const cmaps = pdfCmaps().map((name) => [name, readPdfFile(name)])
  const lengths = Object.fromEntries(cmaps.map(([name, { length }]) => [name, length]))
  const all = Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...cmaps.map(([, bytes]) => bytes)])
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 20 }
  writeFileSync(`${folder}/cmaps.br`, brotliCompressSync(all, { params }))
  copyFileSync(`${PDFJS}/cmaps/LICENSE`, `${folder}/cmaps.LICENSE`)
}
