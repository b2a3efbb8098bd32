import type { Io } from './world.ts'

/**
 * The way from `folder` to `path`, both from the root on with `/`: `2021/a.txt`, `../a.txt`, `.`; the path
 * itself where no way leads there, from one drive to another.
 */
export const relativePath = (folder: string, path: string): string => {
  const from = stepsOf(folder)
  const to = stepsOf(path)
  if (from[0] !== to[0]) return path
  let shared = 0
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.'
}

/** The drive comes first; it is empty where there are none. */
const stepsOf = (path: string): readonly string[] =>
  path
    .replace(/(?<=[^/])\/+$/, '')
    .split('/')
    .filter((step, i) => i === 0 || step !== '')

/** The folder that `path`, from the root on with `/`, lies in. */
export const folderOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')))

export const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:)/.test(path)

/** What stands below a folder by that way, or anywhere. */
export const joined = (folder: string, path: string): string =>
  isAbsolute(path) ? path : `${folder.replace(/\/$/, '')}/${path}`

/** The folder that all of some paths lie in, whatever their order; the current one where none is given. */
export const folderOfAll = (paths: readonly string[], io: Io): string => {
  const [first, ...others] = (paths.length === 0 ? ['.'] : paths).map((path) =>
    io.files.resolve(path === '-' ? '.' : path).split('/'),
  )
  let shared = first ?? []
  for (const steps of others) {
    const end = shared.findIndex((step, i) => steps[i] !== step)
    if (end >= 0) shared = shared.slice(0, end)
  }
  return shared.join('/') || '/'
}
