#!/usr/bin/env node
'use strict'

// Starts the command. It is one CommonJS bundle run from V8's code cache, and this file is CommonJS,
// because both halve the time to the first line of output (bench/speed.mjs).

const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')
const { cachePath, readOwn } = require('./code-cache.js')

const bundle = join(__dirname, '..', 'dist', 'command', 'main.cjs')

const readBundle = () => {
  try {
    return readFileSync(bundle, 'latin1')
  } catch {
    process.stderr.write(`pbo: 尚未构建 / not built yet: run “npm ci” or “npm run build” (${bundle})\n`)
    process.exit(2)
  }
}

/** What is loaded later is found from here: a script that V8 runs from text, as the bundle is, has no `import()`. */
const importModule = (name) => {
  keepCompiled()
  return import(name)
}

/** From Node 22 on, Node keeps what it compiles of modules itself, where it is told to. */
const keepCompiled = () => {
  const { enableCompileCache } = require('node:module')
  const folder = enableCompileCache && require('./write-code-cache.js').openFolder()
  if (folder !== undefined) enableCompileCache(folder)
}

const code = readBundle()
const cache = cachePath(code)
const script = new Script(code, { filename: bundle, cachedData: cache && readOwn(cache) })
// The bundle is one function expression, as Node would wrap a module.
const command = { exports: {} }
script.runInThisContext()(command.exports, require, importModule, command, bundle)

const { main, openIo } = command.exports
// Where the process ends before all was done, nothing was.
let isDone = false
process.on('exit', () => {
  if (!isDone) process.exitCode = 2
})
const io = openIo((path) => importModule(require('node:url').pathToFileURL(path).href))
main(process.argv.slice(2), io).then((exitCode) => {
  isDone = true
  process.exitCode = exitCode
  // Of a run that did what it was asked; V8 takes it only with the settings that it was compiled with.
  if (cache === undefined || script.cachedDataRejected === false || exitCode > 1) return
  if (io.isSettledIn() || process.argv[2] === '--pbo-worker') return
  const { writeCodeCache } = require('./write-code-cache.js')
  return writeCodeCache(cache, { main, io, compiled: () => script.createCachedData() })
})
