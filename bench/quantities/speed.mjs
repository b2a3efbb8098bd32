// Speed of scanQuantities on filing text, and how time grows with hostile text.
//   node bench/quantities/speed.mjs [file …]
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importSource } from './bundle.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const FILING = path.join(root, 'fixtures/text/single-cell/menyuan-2022/input.txt')
const SIZE = 250_000

const { parseMeasures } = await importSource('src/grammar/quantity/index.ts')
const { HOSTILE_SEEDS } = await importSource('test/support/hostile-seeds.ts')

const time = (text) => {
  const start = process.hrtime.bigint()
  parseMeasures(text)
  return Number(process.hrtime.bigint() - start) / 1e6
}

const files = process.argv.slice(2)
const filing = (
  await Promise.all((files.length > 0 ? files : [FILING]).map((f) => readFile(f, 'utf8')))
).join('\n')
// filings one after another, as a run over a folder reads them
const rounds = Math.ceil(2_000_000 / filing.length)
const bytes = Buffer.byteLength(filing) * rounds
const run = () => {
  const start = process.hrtime.bigint()
  for (let i = 0; i < rounds; i += 1) parseMeasures(filing)
  return Number(process.hrtime.bigint() - start) / 1e6
}
run()
const ms = Math.min(...Array.from({ length: 7 }, run))
console.log(
  `filing text: ${(bytes / 1e6 / (ms / 1e3)).toFixed(1)} MB/s (${((filing.length * rounds) / 1e6).toFixed(1)} M characters in ${ms.toFixed(0)} ms)`,
)

// the same phrases through Recognizers-Text, if it is installed beside the bench
const tests = path.join(root, 'test/grammar/quantity')
const tables = (await readdir(tests)).filter((name) => name.endsWith('.test.ts'))
const phrases = []
for (const name of tables)
  for (const [, phrase] of (await readFile(path.join(tests, name), 'utf8')).matchAll(
    /^ {2}\['([^'\\]+)', '/gm,
  ))
    phrases.push(phrase)
const each = (read) => {
  for (const phrase of phrases) read(phrase)
  const start = process.hrtime.bigint()
  for (const phrase of phrases) read(phrase)
  return Number(process.hrtime.bigint() - start) / 1e3 / phrases.length
}
const own = each(parseMeasures)
console.log(`${phrases.length} phrases: ${own.toFixed(1)} µs each`)
const peer = await import('@microsoft/recognizers-text-suite').catch(() => undefined)
if (peer !== undefined) {
  const { recognizeNumber, recognizeNumberWithUnit, recognizeDateTime, Culture } = peer.default ?? peer
  const theirs = each((phrase) =>
    [recognizeNumber, recognizeNumberWithUnit, recognizeDateTime].map((read) =>
      read?.(phrase, Culture.Chinese),
    ),
  )
  console.log(`recognizers-text-suite: ${theirs.toFixed(1)} µs each, ×${(theirs / own).toFixed(0)}`)
}

let worst = { ratio: 0, seed: '' }
for (const seed of HOSTILE_SEEDS) {
  const half = seed.repeat(Math.ceil(SIZE / seed.length))
  const rest = half + half
  // taking turns, so that a busy machine slows both
  let a = Number.POSITIVE_INFINITY
  let b = Number.POSITIVE_INFINITY
  for (let round = 0; round < 6; round += 1) {
    a = Math.min(a, time(half))
    b = Math.min(b, time(rest))
  }
  const ratio = b / Math.max(a, 1)
  if (b > 20 && ratio > worst.ratio) worst = { ratio, seed }
  const slow = b > 20 && ratio > 2.3 ? '  <-- more than linear' : ''
  console.log(
    `${seed.padEnd(8)} ${a.toFixed(1).padStart(8)} ms ${b.toFixed(1).padStart(8)} ms  ×${(b / a).toFixed(2)}${slow}`,
  )
}
console.log(`worst ratio ×${worst.ratio.toFixed(2)} (${worst.seed})`)
