// Builds `dist/pbo.html`: the whole check as one page that asks nothing of any network. Its program and its style are
// let in by their digests, and its worker is a text in it. Where the optional package is installed (`npm run install:ocr`),
// `dist/pbo-ocr.html` too: the same page with what reads scans.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { deflateSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { noticesOf } from './build/notices.mjs'
import { engineFiles, engineLicences, ocrOptions } from './build/ocr.mjs'
import { pdfCmaps, pdfDecoders, readPdfFile } from './build/third-party.mjs'

const TARGET = ['chrome110', 'firefox115', 'safari16.4']

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

const inBase64 = (names) =>
  Object.fromEntries(names.map((name) => [name, readPdfFile(name).toString('base64')]))

/** Files packed as one: what they have in common is packed once. */
const packed = (names) => {
  const files = names.map(readPdfFile)
  return {
    lengths: Object.fromEntries(names.map((name, i) => [name, files[i].length])),
    bytes: deflateSync(Buffer.concat(files), { level: 9 }).toString('base64'),
  }
}
const pdfData = packed(pdfCmaps())

const metafiles = []
const ocrMetafiles = []

const bundle = async (entry, { metafiles: taken = metafiles, ...options } = {}) => {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'eof',
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
    // Only where data for reading PDF are not given.
    logOverride: { 'empty-import-meta': 'silent' },
    define: { PBO_VERSION: JSON.stringify(version), PBO_PDF_DATA: JSON.stringify(pdfData) },
    // The policy lets no code be made of text, and Firefox tells of each attempt: zod makes none when it is told so.
    banner: { js: 'globalThis.__zod_globalConfig={jitless:true};' },
    ...options,
  })
  taken.push(metafile)
  return outputFiles[0].text
}

/** A program as it may stand in a page: nothing in it looks like the end of its element. */
const inElement = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const report = await bundle('src/page/report-parts.ts', { format: 'esm' })
const { PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } = await import(
  `data:text/javascript;base64,${Buffer.from(report).toString('base64')}`
)

const style = PAGE_STYLE + (await bundle('src/page/page.css', { loader: { '.css': 'css' } }))
const script = inElement(await bundle('src/page/main.ts'))
const worker = inElement(await bundle('src/page/work.ts'))

const CMAPS = { title: 'Character maps of Adobe', text: readPdfFile('cmaps/LICENSE').toString() }
const asText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Writes a page; `ocr` is what reads scans: its program and the files of its engine. */
const writePage = (path, notices, ocr) => {
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)} '${PAGE_SCRIPT_HASH}'${ocr ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src ${digest(style)} '${PAGE_STYLE_HASH}'`,
    // What findings stand on, cut out of scans.
    ...(ocr ? ['img-src data:'] : []),
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const files = Object.entries(ocr?.files ?? {}).map(
    ([name, packed]) => `<script type="text/plain" id="ocr-${name}">${packed}</script>\n`,
  )
  const parts = {
    '%POLICY%': policy,
    '%VERSION%': version,
    '/*STYLE*/': style,
    '%PICTURES%': ocr ? ' · PNG · JPG · TIFF · WEBP' : '',
    '%NOTICES%': asText(notices),
    '/*OCR*/': ocr?.program ?? '',
    '/*WORKER*/': worker,
    '/*SCRIPT*/': script,
    '%ENGINE%': files.join(''),
  }
  let page = readFileSync('src/page/page.html', 'utf8')
  for (const [mark, part] of Object.entries(parts)) page = page.replace(mark, () => part)
  // Whoever reads it meanwhile has the one before.
  writeFileSync(`${path}.new`, page)
  renameSync(`${path}.new`, path)
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`
  process.stdout.write(
    `${path}: ${megabytes(Buffer.byteLength(page))}, ${megabytes(gzipSync(page, { level: 9 }).length)} gzipped\n`,
  )
}

mkdirSync('dist', { recursive: true })
writePage('dist/pbo.html', noticesOf(metafiles, [CMAPS]))
if (existsSync('packages/ocr/node_modules')) {
  const decoders = pdfDecoders().filter((name) => name.endsWith('.wasm'))
  const program = inElement(
    await bundle('packages/ocr/src/page.ts', { ...ocrOptions(inBase64(decoders)), metafiles: ocrMetafiles }),
  )
  const licences = pdfDecoders()
    .filter((name) => !decoders.includes(name))
    .map((name) => ({ title: `Of pdfjs-dist: ${name}`, text: readPdfFile(name).toString() }))
  const notices = noticesOf([...metafiles, ...ocrMetafiles], [CMAPS, ...licences, ...engineLicences()])
  writePage('dist/pbo-ocr.html', notices, { program, files: engineFiles() })
} else process.stdout.write('dist/pbo-ocr.html is not built: run `npm run install:ocr` first\n')
