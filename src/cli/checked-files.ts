import type { CheckedFiles } from '../handout/handout.ts'
import { archivesOf } from '../records/originals.ts'
import type { ReadOptions } from '../records/parse-content.ts'
import type { FoundInput } from './inputs.ts'
import { readContent } from './read-inputs.ts'
import type { Io } from './world.ts'

/** Reads files once more that were checked, for copies of them. */
export const checkedFiles = (
  inputs: readonly FoundInput[],
  { encoding, maxFileSize, ocr }: Pick<ReadOptions, 'encoding' | 'maxFileSize' | 'ocr'>,
  io: Io,
): CheckedFiles => {
  const byPath = new Map(inputs.map((input) => [input.path, input]))
  /** The archive that was read last: its files are asked for one behind the other. */
  let open: { readonly path: string; readonly files: ReadonlyMap<string, Uint8Array> } | undefined
  const bytesOf = async (input: FoundInput): Promise<Uint8Array | undefined> => {
    const content = await readContent(input, io, maxFileSize)
    return 'kind' in content ? undefined : content.bytes
  }
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const input = byPath.get(path)
    const bytes = input && (await bytesOf(input))
    if (bytes !== undefined) return bytes
    const archive = archivesOf(path).find((outer) => byPath.has(outer))
    if (archive === undefined) return undefined
    if (open?.path !== archive) {
      const packed = await bytesOf(byPath.get(archive) as FoundInput)
      open = { path: archive, files: packed === undefined ? new Map() : await unzipped(packed) }
    }
    return open.files.get(path.slice(archive.length + 1))
  }
  const pictureReader = ocr === false ? undefined : io.openPictureReader
  return { read, options: { isUtf8: io.isUtf8, encoding, pictureReader } }
}

const unzipped = async (bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> => {
  const { readZippedFiles } = await import('../read/zipped-files.ts')
  const files = new Map<string, Uint8Array>()
  try {
    for await (const file of readZippedFiles(bytes)) if ('bytes' in file) files.set(file.name, file.bytes)
  } catch {
    // What can be read of it by now is not what was checked: its files are told as unreadable.
  }
  return files
}
