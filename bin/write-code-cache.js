'use strict'

const { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const { cacheFolder, isOwn } = require('./code-cache.js')

/** In milliseconds. What is older is of a version that is no longer used, or written anew. */
const LONGEST = 30 * 24 * 60 * 60 * 1000

/** The folder, which exists and is the user's own; undefined where there is none. */
exports.openFolder = () => {
  try {
    if (cacheFolder !== undefined) mkdirSync(cacheFolder, { recursive: true, mode: 0o700 })
    return cacheFolder !== undefined && isOwn(statSync(cacheFolder)) ? cacheFolder : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether nothing stands at `path`. From then on an empty file does: where the command runs once and all is forgotten, as
 * on build servers, what would be kept is never used.
 */
const isFirst = (path) => {
  try {
    writeFileSync(path, '', { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    return error.code !== 'EEXIST'
  }
}

/** Texts of which each lies in other rows and cells. */
const SAMPLES = join(__dirname, '..', 'dist', 'command', 'samples')

/**
 * Checks samples, so that V8 has compiled what most runs need, keeps what `compiled` gives at `path`, and removes what
 * is old. Where nothing can be written, nothing is kept.
 */
exports.writeCodeCache = async (path, { main, io, compiled }) => {
  const folder = exports.openFolder()
  if (folder === undefined || isFirst(path)) return
  const silent = { ...io.stderr, write: () => {}, flush: async () => undefined }
  for (const language of ['zh', 'en'])
    await main(['check', SAMPLES, '--no-config', '--lang', language, '--level', 'info'], {
      ...io,
      stdout: silent,
      stderr: silent,
    })
  const draft = join(folder, `${process.pid}-${basename(path)}`)
  try {
    writeFileSync(draft, compiled(), { mode: 0o600, flag: 'wx' })
    renameSync(draft, path)
    for (const name of readdirSync(folder)) {
      const other = join(folder, name)
      if (name.endsWith('.code') && Date.now() - statSync(other).mtimeMs > LONGEST) rmSync(other)
    }
  } catch {
    rmSync(draft, { force: true })
  }
}
