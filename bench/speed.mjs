// How fast pbo is, beside its goals and beside others. Writes docs/speed.md.
//
//   node bench/speed.mjs [--quick] [--output FILE] [--filings N] [--many N] [--large MB,MB] [--rounds N]
//
// With --quick it takes some seconds, says little, and writes only to a file that is named. The other flags are
// for machines that have less time: how many filings folders have, how large one filing gets, how often all is run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  measureFolder,
  measureInputs,
  measureLarge,
  measureMemory,
  measureOutputs,
  measureStart,
} from './speed/commands.mjs'
import { buildLibrary } from './speed/library.mjs'
import { writePage } from './speed/page.mjs'
import { measureParts } from './speed/parts.mjs'
import { comparePeers, installPeers, timeCheerio, timeRecognizers } from './speed/peers.mjs'
import { profileParts } from './speed/profile.mjs'
import { measureReaders } from './speed/readers.mjs'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    output: { type: 'string' },
    filings: { type: 'string', default: '1000' },
    many: { type: 'string', default: '20000' },
    large: { type: 'string', default: '1,10,100' },
    rounds: { type: 'string', default: '3' },
  },
})
const quick = values.quick === true
const output = values.output ?? (quick ? undefined : 'docs/speed.md')

const INPUTS = ['html', 'docx', 'xlsx', 'xls', 'ods', 'pdf']
const OUTPUTS = [
  'pretty',
  'compact',
  'json',
  'jsonl',
  'csv',
  'markdown',
  'html',
  'xlsx',
  'sarif',
  'junit',
  'github',
  'gitlab',
]

const sizes = quick
  ? {
      start: 3,
      folder: 20,
      many: 40,
      memory: [20, 40],
      large: [0.1, 0.2],
      parts: { filings: 5, iterations: 2 },
      rounds: 1,
    }
  : {
      start: 41,
      folder: Number(values.filings),
      many: Number(values.many),
      memory: [Number(values.many) / 10, Number(values.many)],
      large: values.large.split(',').map(Number),
      parts: { filings: 50, iterations: 10 },
      rounds: Number(values.rounds),
    }

const folder = mkdtempSync(join(tmpdir(), 'pbo-bench-'))
const say = (what) => process.stderr.write(`${what} …\n`)

try {
  await buildLibrary()
  const measured = {}
  const measure = async (name, work) => {
    say(name)
    measured[name] = await work()
  }
  await measure('start', () => measureStart({ rounds: sizes.start }))
  await measure('parts', () => measureParts(sizes.parts))
  await measure('profile', () => profileParts(sizes.parts))
  await measure('cheerio', () => timeCheerio(sizes.rounds * 5))
  await measure('folder', () => measureFolder({ folder, count: sizes.folder, rounds: sizes.rounds }))
  await measure('outputs', () =>
    measureOutputs({ folder, count: sizes.folder, rounds: sizes.rounds }, quick ? ['pretty'] : OUTPUTS),
  )
  await measure('inputs', () => measureInputs({ rounds: sizes.rounds }, INPUTS))
  if (!quick) {
    await measure('readers', () => measureReaders(INPUTS, sizes.rounds))
    const peers = join(folder, 'peers')
    mkdirSync(peers)
    say('peers')
    const installed = installPeers(peers)
    if (installed !== undefined) {
      const count = Math.min(1000, sizes.folder)
      measured.peers = comparePeers({ folder, rounds: sizes.rounds }, installed, count)
      measured.recognizers = timeRecognizers(installed, 1)
    }
    await measure('many', () => measureFolder({ folder, count: sizes.many, rounds: 1 }))
  }
  await measure('memory', () => measureMemory({ folder }, sizes.memory))
  await measure('large', () => measureLarge({ folder }, sizes.large))
  const page = writePage({ ...measured, sizes })
  if (output === undefined) process.stdout.write(page)
  else writeFileSync(output, page)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
