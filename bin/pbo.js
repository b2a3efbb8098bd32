#!/usr/bin/env node
'use strict'

// Starts the command. It is one CommonJS bundle run from V8's code cache, and this file is CommonJS,
// because both halve the time to the first line of output (bench/speed.mjs). V8 refuses a cache
// made by another version of itself; the bundle is then compiled as usual.

const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

const bundle = join(__dirname, '..', 'dist', 'command', 'main.cjs')

const readCache = () => {
  try {
    return readFileSync(`${bundle}.cache`)
  } catch {
    return undefined
  }
}

const readBundle = () => {
  try {
    return readFileSync(bundle, 'latin1')
  } catch {
    process.stderr.write(`pbo: 尚未构建 / not built yet: run “npm ci” or “npm run build” (${bundle})\n`)
    process.exit(2)
  }
}

// The bundle is one function expression, as Node would wrap a module. It finds the packages that it loads
// later from here as well as from where it lies.
const script = new Script(readBundle(), { filename: bundle, cachedData: readCache() })
const command = { exports: {} }
script.runInThisContext()(command.exports, require, command, bundle, dirname(bundle))

const { main, openIo } = command.exports
// Where the process ends before all was done, nothing was.
let isDone = false
process.on('exit', () => {
  if (!isDone) process.exitCode = 2
})
// A script that V8 runs from text, as the bundle is, has no import().
const importModule = (path) => import(require('node:url').pathToFileURL(path).href)
main(process.argv.slice(2), openIo(importModule)).then((code) => {
  isDone = true
  process.exitCode = code
})
