// The types of the library: what tsc makes of its entries, and of that what these lead to.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/** Packages whose types ours name; the rest of what is bundled stays inside. */
const INLINED = { 'decimal.js': 'node_modules/decimal.js/decimal.d.ts' }

/** Writes the declarations of `entries` (`index`, `core` …) into `folder`, which nothing outside of it is needed for. */
export const writeDeclarations = (entries, folder) => {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder]
  execFileSync(process.execPath, tsc, { stdio: 'inherit' })
  const kept = new Set()
  const keep = (path) => {
    if (kept.has(path)) return
    kept.add(path)
    writeFileSync(path, withImports(path, folder, keep))
  }
  for (const entry of entries) keep(join(folder, `${entry}.d.ts`))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !kept.has(path)) rmSync(path)
  }
  removeEmpty(folder)
}

/** A declaration file whose imports are the files that stand beside it, each of which is kept. */
const withImports = (path, folder, keep) => {
  const text = readFileSync(path, 'utf8')
  let written = ''
  let end = 0
  for (const { fileName, pos } of ts.preProcessFile(text, true, true).importedFiles) {
    const target = fileName.startsWith('.') ? join(dirname(path), fileName) : inlined(fileName, folder, path)
    keep(target.replace(/\.ts$/, '.d.ts'))
    const at = text.indexOf(fileName, pos)
    const name = relative(dirname(path), target).replaceAll('\\', '/')
    written += text.slice(end, at) + (name.startsWith('.') ? name : `./${name}`).replace(/\.ts$/, '.js')
    end = at + fileName.length
  }
  return written + text.slice(end)
}

const inlined = (name, folder, path) => {
  if (!Object.hasOwn(INLINED, name)) throw new Error(`${path} needs the types of “${name}”`)
  const target = join(folder, name.replace(/(?:\.js)?$/, '.ts'))
  writeFileSync(target.replace(/\.ts$/, '.d.ts'), readFileSync(INLINED[name]))
  return target
}

const removeEmpty = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
}
