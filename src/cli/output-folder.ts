import { safeName } from '../handout/file-names.ts'
import type { HandoutFile } from '../handout/handout.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/** What systems put into folders that people look at. */
const NO_CONTENT: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/**
 * A folder that files are about to be written into has to be a new one, or empty: so nothing is written over, and
 * nothing that an earlier run left is sent out with what is new.
 *
 * @throws UsageError where it isn't
 */
export const requireEmptyFolder = (path: string, io: Io): void => {
  const there = kindAt(path, io)
  if (there === undefined) return
  if (there !== 'folder') {
    throw new UsageError({
      zh: `--output 不能写到 ${path}：它不是文件夹`,
      en: `--output can't write to ${path}: it is not a folder`,
    })
  }
  const [first, ...rest] = io.files.list(path).filter((name) => !NO_CONTENT.has(name))
  if (first === undefined) return
  throw new UsageError({
    zh: `--output 要写入的文件夹 ${path} 不是空的，其中有 ${first}${rest.length === 0 ? '' : ` 等 ${rest.length + 1} 项`}。为免新旧文件混在一起，请换一个文件夹，或先把它清空`,
    en: `--output needs an empty folder, but ${path} contains ${first}${rest.length === 0 ? '' : ` and ${rest.length} more`}; choose another folder or empty this one, so that old and new files don't mix`,
  })
}

/**
 * Writes files into a folder, which is made where it isn't there: all of them, or after a failure or a signal none.
 *
 * @throws Error as `FileAccess` does
 */
export const writeFolder = async (
  folder: string,
  files: AsyncIterable<HandoutFile>,
  io: Io,
): Promise<void> => {
  /** What was made, folders before what is in them. */
  const made: string[] = []
  const makeFolder = (path: string): void => {
    if (kindAt(path, io) !== undefined) return
    io.files.makeFolder(path)
    made.push(path)
  }
  try {
    makeFolder(folder)
    for await (const { name, content } of files) {
      await io.turn()
      const signal = io.interruption()
      if (signal !== undefined) throw new Error(signal)
      const parts = name.split('/')
      if (parts.some((part) => part !== safeName(part))) throw new Error(`not a file name: ${name}`)
      for (let depth = 1; depth < parts.length; depth += 1)
        makeFolder([folder, ...parts.slice(0, depth)].join('/'))
      const path = `${folder}/${name}`
      if (kindAt(path, io) !== undefined)
        throw Object.assign(new Error(`EEXIST: ${name}`), { code: 'EEXIST' })
      io.files.write(path, content)
      made.push(path)
    }
  } catch (error) {
    for (const path of made.reverse()) io.files.remove(path)
    throw error
  }
}

/** What stands at a path; undefined for nothing. */
const kindAt = (path: string, io: Io): 'file' | 'folder' | 'other' | undefined => {
  try {
    return io.files.inspect(path).kind
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
