// How much of filings is read as it is printed.
//   node bench/reading.mjs [--made-up COUNT] [--mistakes FILE] [folder of cases]…
// Reads the cases of fixtures/real and of the folders given. Writes the tables to docs/reading.md, unless folders or a
// count were given: then it prints them, since the page is about what everybody has.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { importSource } from './quantities/bundle.mjs'
import { leaveOutWords } from './reading/left-out-words.mjs'

const { values, positionals } = parseArgs({
  options: { 'made-up': { type: 'string' }, mistakes: { type: 'string' } },
  allowPositionals: true,
})
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const isQuick = positionals.length > 0 || values['made-up'] !== undefined
const { measureReading } = await importSource('bench/reading/main.ts')
const folders = [path.join(root, 'fixtures/real'), ...positionals]
const { listed, words } = isQuick ? {} : await leaveOutWords()
const leftOut = isQuick ? undefined : [listed, words]
const { lines, mistakes } = await measureReading(folders, Number(values['made-up'] ?? 2000), leftOut)
const page = `${lines.join('\n')}\n`
if (isQuick) process.stdout.write(page)
else writeFileSync(path.join(root, 'docs/reading.md'), page)
if (values.mistakes !== undefined) writeFileSync(values.mistakes, `${mistakes.join('\n')}\n`)
