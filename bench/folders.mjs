// How long a folder of small filings takes: whole processes with one thread and with two, with a cold
// cache and with a warm one, in turns, so that all see the same machine. Medians are compared. That all of
// them print the same bytes is checked on the way.
//
//   node bench/folders.mjs [files] [rounds]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const FILING = 'fixtures/text/single-cell/menyuan-2022/input.txt'

const files = Number(process.argv[2] ?? 1000)
const rounds = Number(process.argv[3] ?? 3)
const command = resolve('bin/pbo.js')
const folder = mkdtempSync(join(tmpdir(), 'pbo-bench-'))

/** Each has a number of its own, so that no two have the same content. */
const makeFilings = () => {
  const text = readFileSync(FILING, 'utf8')
  for (let i = 0; i < files; i += 1) {
    const county = join(folder, 'filings', String(i % 10))
    mkdirSync(county, { recursive: true })
    writeFileSync(join(county, `${i}.txt`), text.replace('176人', `${1000 + i}人`))
  }
}

const cache = join(folder, 'cache')
const runs = {
  '1 job': { args: ['--jobs', '1'] },
  '2 jobs': { args: ['--jobs', '2'] },
  'as many as pay': { args: [] },
  'cold cache': {
    args: ['--jobs', '1', '--cache', cache],
    before: () => rmSync(cache, { recursive: true, force: true }),
  },
  'warm cache': { args: ['--jobs', '1', '--cache', cache] },
}

const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
let expected
const measure = (name, { args, before }) => {
  before?.()
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'check', 'filings', '--format', 'jsonl', ...args],
    { cwd: folder, maxBuffer: 2 ** 30 },
  )
  times[name].push(performance.now() - start)
  if (status === null || status > 1) throw new Error(`${name}: exit ${status}: ${stderr}`)
  expected ??= stdout
  if (!stdout.equals(expected)) throw new Error(`${name}: prints other bytes`)
}

try {
  makeFilings()
  for (let i = 0; i < rounds; i += 1) for (const [name, how] of Object.entries(runs)) measure(name, how)
} finally {
  rmSync(folder, { recursive: true })
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const one = median(times['1 job'])
process.stdout.write(`${files} filings, medians of ${rounds} rounds, Node ${process.version}\n`)
for (const [name, values] of Object.entries(times)) {
  const ms = median(values)
  const rate = Math.round((1000 * files) / ms)
  process.stdout.write(
    `${(ms / 1000).toFixed(2).padStart(7)} s  ×${(ms / one).toFixed(2)}  ${String(rate).padStart(6)} files/s  ${name}\n`,
  )
}
