// How long one file takes from nothing, beside the bare start of Node: whole processes, in turns, so
// that both see the same machine. Medians are compared. The budget is twice the bare start.
//
//   node bench/start-up.mjs [runs]
import { spawnSync } from 'node:child_process'

const FILING = 'fixtures/text/single-cell/menyuan-2022/input.txt'
const BUDGET = 2

const runs = Number(process.argv[2] ?? 31)
const commands = {
  'node -e 0': ['-e', '0'],
  'pbo --version': ['bin/pbo.js', '--version'],
  'pbo check': ['bin/pbo.js', 'check', FILING],
  'pbo check --format json': ['bin/pbo.js', 'check', FILING, '--format', 'json'],
  'pbo show': ['bin/pbo.js', 'show', FILING],
}

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let i = 0; i < runs; i += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    times[name].push(performance.now() - start)
    if (status === null || status > 1) throw new Error(`${name}: exit ${status}: ${stderr}`)
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const bare = median(times['node -e 0'])
process.stdout.write(`medians of ${runs} runs, Node ${process.version}\n`)
for (const [name, values] of Object.entries(times)) {
  const ms = median(values)
  process.stdout.write(`${ms.toFixed(1).padStart(7)} ms  ×${(ms / bare).toFixed(2)}  ${name}\n`)
}

const ratio = median(times['pbo check']) / bare
process.stdout.write(`pbo check takes ${ratio.toFixed(2)} times a bare start; the budget is ${BUDGET}\n`)
process.exitCode = ratio <= BUDGET ? 0 : 1
