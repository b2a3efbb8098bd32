import type { SkippedRecord } from '../model/record.ts'
import { isOwnFile, reasonToPass } from '../records/filing-names.ts'
import type { PageFile } from './protocol.ts'

/** What was chosen or dropped. */
export interface GatheredFiles {
  readonly files: readonly PageFile[]
  /** What lies in a folder and nobody looks into. */
  readonly skipped: readonly SkippedRecord[]
}

/** A file with its path, from the folder on that was chosen. */
interface FoundFile {
  readonly path: string
  readonly isSearched: boolean
  readonly file: File
}

/** Files as a command finds them in a folder: in order, without hidden ones; those of no format that is read apart. */
export const sortFound = (found: readonly FoundFile[]): GatheredFiles => {
  const files: PageFile[] = []
  const skipped: SkippedRecord[] = []
  for (const one of found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const { path, isSearched } = one
    if (isSearched && isHidden(path)) continue
    const reason = isSearched ? reasonToPass(path) : undefined
    if (reason === undefined) files.push(one)
    else if (!isOwnFile(path)) skipped.push({ kind: 'skipped', path, reason, isUnread: true })
  }
  return { files, skipped }
}

/** Names that are taken get another one, so that both files are told apart. */
export const withFreePaths = (
  found: readonly PageFile[],
  taken: ReadonlySet<string>,
): readonly PageFile[] => {
  const used = new Set(taken)
  return found.map((one) => {
    let { path } = one
    for (let n = 2; used.has(path); n += 1) path = one.path.replace(/(\.[^./]*)?$/, ` (${n})$1`)
    used.add(path)
    return { ...one, path }
  })
}

/** Below the folder that was chosen, which may be called anything. */
const isHidden = (path: string): boolean =>
  path
    .split('/')
    .slice(1)
    .some((name) => name.startsWith('.') || name === 'node_modules')

/** Files of an `<input>`, alone or with the folder that they were chosen by. */
export const filesOfInput = (list: Iterable<File>): readonly FoundFile[] =>
  [...list].map((file) => {
    const { webkitRelativePath, name } = file
    return { path: webkitRelativePath || name, isSearched: webkitRelativePath !== '', file }
  })

/** What is dropped has to be asked for at once: afterwards it is gone. */
export const filesOfDrop = async (items: Iterable<DataTransferItem>): Promise<readonly FoundFile[]> => {
  const asked = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry?.() ?? null
      const handle = entry?.isDirectory === true ? handleOf(item) : undefined
      return { entry, handle, file: item.getAsFile() }
    })
  const found: FoundFile[] = []
  for (const { entry, handle, file } of asked) {
    const folder = await handle
    if (folder?.kind === 'directory') await walkHandle(folder as FolderHandle, folder.name, found)
    else if (entry?.isDirectory === true) await walkEntry(entry as FileSystemDirectoryEntry, found)
    else if (file !== null) found.push({ path: file.name, isSearched: false, file })
  }
  return found
}

/** Folders lie no deeper in each other; a link may lead back. */
const MOST_DEEP = 64

// Chromium opens folders that are dropped on a page from the disk by handles only, Firefox by entries only.

interface FolderHandle extends FileSystemHandle {
  readonly values: () => AsyncIterable<FileSystemHandle>
}

const handleOf = (item: DataTransferItem): Promise<FileSystemHandle | null> | undefined =>
  (item as { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> })
    .getAsFileSystemHandle?.()
    .catch(() => null)

const walkHandle = async (
  folder: FolderHandle,
  path: string,
  found: FoundFile[],
  depth = 0,
): Promise<void> => {
  if (depth > MOST_DEEP) return
  for await (const handle of folder.values()) {
    const below = `${path}/${handle.name}`
    if (handle.kind === 'directory') await walkHandle(handle as FolderHandle, below, found, depth + 1)
    else found.push({ path: below, isSearched: true, file: await (handle as FileSystemFileHandle).getFile() })
  }
}

const walkEntry = async (folder: FileSystemDirectoryEntry, found: FoundFile[], depth = 0): Promise<void> => {
  if (depth > MOST_DEEP) return
  const reader = folder.createReader()
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (entries.length === 0) return
    for (const entry of entries) {
      if (entry.isDirectory) await walkEntry(entry as FileSystemDirectoryEntry, found, depth + 1)
      else {
        const file = await new Promise<File>((resolve, reject) => {
          ;(entry as FileSystemFileEntry).file(resolve, reject)
        })
        found.push({ path: entry.fullPath.replace(/^\//, ''), isSearched: true, file })
      }
    }
  }
}
