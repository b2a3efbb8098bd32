// The source with its insides as one module. It lies where its packages are found, and they stay outside of
// it, so that a profile tells them apart.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const FOLDER = resolve('node_modules/.cache/pbo-bench')
export const LIBRARY = `${FOLDER}/pbo-source.mjs`

const EXPORTS = `
  export { decode } from './src/source/decode.ts'
  export { Source } from './src/source/source.ts'
  export { readGrid } from './src/read/index.ts'
  export { openFile } from './src/read/open.ts'
  export { recognizeLayout } from './src/layout/index.ts'
  export { compose } from './src/grammar/compose.ts'
  export { parseDocument } from './src/parse.ts'
  export { check } from './src/check.ts'
  export { recordOf } from './src/record.ts'
  export { renderReport } from './src/report/index.ts'`

export const buildLibrary = async () => {
  mkdirSync(FOLDER, { recursive: true })
  await build({
    stdin: { contents: EXPORTS, resolveDir: resolve('.'), loader: 'ts' },
    outfile: LIBRARY,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
}

export const loadLibrary = () => import(pathToFileURL(LIBRARY).href)
