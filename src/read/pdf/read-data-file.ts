import type { PdfData } from '../document.ts'

// The data files of pdfjs-dist on Node, for which nobody has to give them.

interface NodeModules {
  readonly fs: typeof import('fs')
  readonly module: typeof import('module')
  readonly zlib: typeof import('zlib')
}

interface NodeScope {
  readonly process?: {
    readonly getBuiltinModule?: <Name extends keyof NodeModules>(name: Name) => NodeModules[Name]
  }
}

/** A module that Node has beside other platforms; undefined on these. */
export const nodeModule = <Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined =>
  (globalThis as NodeScope).process?.getBuiltinModule?.(name)

/** Where the build puts the files, from the module that this becomes part of; without it, they are in their package. */
declare const PBO_PDF_FOLDER: string | undefined

/** Reads a data file from the disk. */
export const readDataFile: PdfData = async (name) => {
  const fs = nodeModule('fs')
  if (fs === undefined) throw new Error(`nobody gives ${name}`)
  if (typeof PBO_PDF_FOLDER !== 'string')
    return new Uint8Array(fs.readFileSync(new URL(name, import.meta.resolve('pdfjs-dist/package.json'))))
  const folder = new URL(`${import.meta.url}/../${PBO_PDF_FOLDER}`)
  if (!name.startsWith('cmaps/')) return new Uint8Array(fs.readFileSync(new URL(name, folder)))
  cmaps ??= unpack(fs.readFileSync(new URL('cmaps.br', folder)))
  const file = cmaps.get(name)
  if (file === undefined) throw new Error(`there is no ${name}`)
  // The library may pass it on to its other half, and leave nothing here.
  return file.slice()
}

let cmaps: ReadonlyMap<string, Uint8Array> | undefined

/**
 * Files that the build has packed into one: names with lengths, as a line of JSON, and their bytes. CMaps share most of
 * what they hold, and each for itself they would be a sixth of the package.
 */
const unpack = (packed: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const bytes = new Uint8Array(nodeModule('zlib')?.brotliDecompressSync(packed) ?? [])
  let at = bytes.indexOf(10) + 1
  const lengths = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at))) as Record<string, number>
  return new Map(
    Object.entries(lengths).map(([name, length]) => {
      at += length
      return [name, bytes.subarray(at - length, at)]
    }),
  )
}
