import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { OpenPictureReader, PictureReader } from '../read/page/picture-reader.ts'
import { KnownPages, remembering } from '../records/known-pages.ts'
import { fromBase64 } from './base64.ts'
import { ENGINE_FILES, type EngineFiles, type OCR } from './built-in.ts'
import type { Asked, Said } from './protocol.ts'

// Reading scans in the worker: by the engine of the page, which comes when the first of them needs it.

const known = new KnownPages()

let equip: (files: EngineFiles<Blob>) => void
const equipped = new Promise<EngineFiles<Blob>>((resolve) => {
  equip = resolve
})

/** Takes what the page knows of scans, or the files of the engine. */
export const takeForScans = (given: Asked & { ask: 'know' | 'engine' }): void => {
  if (given.ask === 'know') known.add(given.page)
  else equip(given.files)
}

/** What reads scans, and says which page it is at. */
export const pictureReader = (
  { decode, pageReader }: NonNullable<typeof OCR>,
  say: (said: Said) => void,
): OpenPictureReader => {
  const readPage = pageReader(async () => {
    say({ is: 'unequipped' })
    const files = await equipped
    return Object.fromEntries(
      await Promise.all(ENGINE_FILES.map(async (name) => [name, await unpacked(files[name])])),
    ) as EngineFiles<Uint8Array>
  })
  const reader: PictureReader = {
    decode,
    readPage: (page) => {
      if (page.place !== undefined) say({ is: 'scanning', ...page.place })
      return readPage(page)
    },
  }
  const pages: Pick<KnownPages, 'add' | 'get'> = {
    get: (key) => known.get(key),
    add: (page) => {
      known.add(page)
      say({ is: 'scanned', page })
    },
  }
  return remembering(async () => reader, pages, digest)
}

/** A file as the page has it: packed, in base64. */
const unpacked = async (packed: Blob): Promise<Uint8Array> => {
  const bytes = new Blob([fromBase64(await packed.text())])
  const stream = bytes.stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const digest = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = sha256.create()
  for (const part of parts) hash.update(typeof part === 'string' ? utf8ToBytes(part) : part)
  return bytesToHex(hash.digest())
}
