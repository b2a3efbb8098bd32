import { safeName } from '../handout/file-names.ts'
import type { HandoutFile } from '../handout/handout.ts'
import type { Message } from '../model/finding.ts'
import { formatBytes, tooLarge } from '../records/file-messages.ts'
import { faultAt, UsageError } from './usage-error.ts'
import type { Inspection, Io } from './world.ts'

/** The code by which the system says why it refused. */
export const codeOf = (error: unknown): string | undefined => (error as { readonly code?: string }).code

/** What a thrown file error means to the user. */
export const describe = (error: unknown): Message => {
  const code = codeOf(error) ?? 'EIO'
  const { message = String(error) } = error as { readonly message?: string }
  return code === 'ENOTFILE' ? NOT_A_FILE : unreadable(code, message)
}

export const NOT_A_FILE: Message = {
  zh: '不是普通文件（管道、设备或套接字），不读取。从管道读取请用 -',
  en: 'a pipe, device or socket rather than a regular file, so it is not read; to read a pipe, use -',
}

/** What is wrong, and what to do. */
const unreadable = (code: string, reason: string): Message => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        zh: '没有这个文件或文件夹。请检查路径是否写对',
        en: 'no such file or folder; check the spelling of the path',
      }
    case 'EACCES':
    case 'EPERM':
      return {
        zh: '没有读取权限。请调整文件权限，或换一个有权限的用户运行',
        en: 'permission denied; change the permissions or run as a user who can read it',
      }
    case 'ELOOP':
      return {
        zh: '符号链接绕成了圈。请指明真正的文件',
        en: 'its symbolic links form a loop; name the actual file',
      }
    default:
      return { zh: `无法读取（${code}：${reason}）`, en: `can't be read (${code}: ${reason})` }
  }
}

/**
 * The bytes of a file that `name` stands for in messages.
 *
 * @throws UsageError where it can't be read, or has more bytes than `limit`
 */
export const readNamed = (
  name: string,
  path: string,
  limit: number,
  io: Io,
  tooMuch = tooLarge(limit),
): Uint8Array => {
  let bytes: Uint8Array | undefined
  try {
    bytes = io.files.read(path, limit)
  } catch (error) {
    throw faultAt(name, describe(error))
  }
  if (bytes === undefined) throw faultAt(name, tooMuch)
  return bytes
}

/**
 * The text of a file that need not be there.
 *
 * @param name What messages call it.
 * @throws UsageError where it can't be read, or has more than `limit`, whole megabytes
 */
export const readIfThere = (path: string, limit: number, io: Io, name = path): string | undefined => {
  let bytes: Uint8Array | undefined
  try {
    bytes = io.files.read(path, limit)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error) ?? '')) return undefined
    throw faultAt(name, describe(error))
  }
  if (bytes !== undefined) return new TextDecoder().decode(bytes)
  const most = formatBytes(limit)
  throw new UsageError({
    zh: `${name} 超过 ${most} 的上限`,
    en: `${name} is larger than the limit of ${most}`,
  })
}

/**
 * The paths of a file that is about to be written: from the root on, and behind all links.
 *
 * @throws UsageError where something else stands there
 */
export const requireFile = (path: string, io: Io): ReadonlySet<string> => {
  const { kind, realPath } = standingAt(path, io)
  if (kind === 'file') return new Set([io.files.resolve(path), realPath])
  throw new UsageError({
    zh: `--output 不能写到 ${path}：它不是普通文件`,
    en: `--output can't write to ${path}: it is not a regular file`,
  })
}

/** What stands at a path, behind links; a file of that path where nothing is yet. */
export const standingAt = (path: string, io: Io): Pick<Inspection, 'kind' | 'realPath'> => {
  try {
    return io.files.inspect(path)
  } catch {
    return { kind: 'file', realPath: io.files.resolve(path) }
  }
}

/** Why nothing was written. */
export const notWritten = (path: string, error: unknown): Message => {
  const reason = error instanceof Error ? error.message : String(error)
  return { zh: `无法写入 ${path}：${reason}`, en: `can't write ${path}: ${reason}` }
}

/**
 * Writes what nothing can be done without.
 *
 * @throws UsageError that says why it failed
 */
export const guardWrite = <Value>(path: string, write: () => Value): Value => {
  try {
    return write()
  } catch (error) {
    throw new UsageError(notWritten(path, error))
  }
}

/**
 * Writes a file of settings.
 *
 * @throws UsageError with the system's code where that is impossible
 */
export const writeSettings = (path: string, text: string, io: Io): void => {
  try {
    io.files.write(path, text)
  } catch (error) {
    const code = codeOf(error) ?? 'EIO'
    throw new UsageError({ zh: `无法写入 ${path}（${code}）`, en: `can't write ${path} (${code})` })
  }
}

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
const kindAt = (path: string, io: Io): Inspection['kind'] | undefined => {
  try {
    return io.files.inspect(path).kind
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
