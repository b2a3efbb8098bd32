// Bundles one TypeScript module of src/ and imports it, so that the benches run what stands there now.
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

export const importSource = async (entry) => {
  // Inside the project, where packages that read their own files (pdfjs-dist) are found.
  const folder = await mkdtemp(path.join(root, 'node_modules/.pbo-bench-'))
  const outfile = path.join(folder, 'bundle.mjs')
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['pdfjs-dist', 'pdfjs-dist/*'],
    // Libraries that are no modules ask for those of Node.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
    },
    logLevel: 'error',
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(folder, { recursive: true })
  }
}
