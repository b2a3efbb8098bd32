// A digest of what pbo reads and finds in all fixtures and in 2,000 made-up filings: a change that is meant to change
// nothing leaves it as it is.
//   node bench/digest.mjs                 compares with the kept digest, and names the filings that changed
//   node bench/digest.mjs --update        keeps the new one
//   node bench/digest.mjs --print NAME    prints findings and tree of one filing (`real/01-….html`, `filing seed 7`)
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { importSource } from './quantities/bundle.mjs'

const { values } = parseArgs({ options: { update: { type: 'boolean' }, print: { type: 'string' } } })
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const kept = path.join(root, 'bench/digest/kept.json')
const { digestAll, printFiling, unpacked } = await importSource('bench/digest/main.ts')

if (values.print !== undefined) {
  const lines = await printFiling(root, values.print)
  console.log(lines?.join('\n') ?? `There is no filing “${values.print}”.`)
  process.exitCode = lines === undefined ? 2 : 0
} else {
  const now = await digestAll(root)
  if (values.update) {
    writeFileSync(kept, `${JSON.stringify(now, undefined, 1)}\n`)
    console.log(`Kept the digest of ${filingsIn(now)} filings.`)
  } else {
    const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
    const changes = Object.keys({ ...before, ...now }).flatMap((family) =>
      changesOf(family, before[family], now[family]),
    )
    console.log(changes.length === 0 ? `No change in ${filingsIn(now)} filings.` : changes.join('\n'))
    process.exitCode = changes.length === 0 ? 0 : 1
  }
}

function filingsIn(digest) {
  return Object.values(digest).reduce((sum, { filings }) => sum + filings, 0)
}

function changesOf(family, before, now) {
  if (before?.all === now?.all) return []
  const [old, current] = [unpacked(before), unpacked(now)]
  const names = [...new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
    const [one, other] = [old.get(name), current.get(name)]
    if (one === undefined) return [`${name} (new)`]
    if (other === undefined) return [`${name} (gone)`]
    const what = ['findings', 'tree'].filter((_, i) => one[i] !== other[i]).join(', ')
    return what === '' ? [] : [`${name} (${what})`]
  })
  const rules = Object.keys({ ...before?.rules, ...now?.rules }).flatMap((rule) => {
    const [one, other] = [before?.rules[rule] ?? 0, now?.rules[rule] ?? 0]
    return one === other ? [] : [`${rule}: ${one} → ${other}`]
  })
  return [
    `${family}: ${names.length} of ${Math.max(old.size, current.size)} filings changed`,
    ...names.map((name) => `    ${name}`),
    ...rules.map((rule) => `  ${rule}`),
  ]
}
