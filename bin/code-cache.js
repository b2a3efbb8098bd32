'use strict'

// Where the command keeps what V8 has compiled of it, for one version of Node.js. It is executed, so it lies where only
// the user can write, and is only taken from there.

const { closeSync, fstatSync, openSync, readFileSync } = require('node:fs')
const { isAbsolute, join } = require('node:path')

const folderOf = ({ env, platform }) => {
  const { HOME = '', LOCALAPPDATA = '', XDG_CACHE_HOME = '' } = env
  if (env.NODE_DISABLE_COMPILE_CACHE !== undefined) return undefined
  if (env.NODE_COMPILE_CACHE !== undefined) return env.NODE_COMPILE_CACHE
  if (platform === 'win32') return join(LOCALAPPDATA, 'pbo', 'Cache')
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'pbo')
  return platform === 'darwin' ? join(HOME, 'Library', 'Caches', 'pbo') : join(HOME, '.cache', 'pbo')
}

const folder = folderOf(process)

/** The folder; undefined where there is none, or none is wanted (Node's own `NODE_DISABLE_COMPILE_CACHE`). */
exports.cacheFolder = folder !== undefined && isAbsolute(folder) ? folder : undefined

/** The file for this build of the command and this Node.js with its options. */
exports.cachePath = (code) => {
  const options = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ')
  if (exports.cacheFolder === undefined || options.length > 100) return undefined
  const build = code.slice(2, 18)
  const given = Buffer.from(options.trim()).toString('base64url')
  const name = [build, process.version, process.arch, given].filter((part) => part !== '').join('-')
  return join(exports.cacheFolder, `${name}.code`)
}

/** The file, unless somebody else could have written it. */
exports.readOwn = (path) => {
  let file
  try {
    file = openSync(path)
    return exports.isOwn(fstatSync(file)) ? readFileSync(file) : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Whether only this user can have written what this tells of. */
exports.isOwn = ({ uid, mode }) =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
