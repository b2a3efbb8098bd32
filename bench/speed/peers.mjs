// Others that read text for faults or numbers, on the same files in the same run. They are installed for
// the bench alone, in a folder of their own; without a network they are left out.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { FILING, filingOf, makeFolder } from './data.mjs'
import { compare, PBO } from './measure.mjs'

const PEERS = {
  'markdownlint-cli2': '0.18.1',
  textlint: '15.2.2',
  'textlint-rule-no-todo': '2.0.1',
  '@microsoft/recognizers-text-suite': '1.3.1',
}

/** The folder they are installed in; undefined where they can't be. */
export const installPeers = (folder) => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }))
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']
  spawnSync(npm, options, { cwd: folder, shell: process.platform === 'win32', timeout: 180_000 })
  return existsSync(join(folder, 'node_modules', 'textlint')) ? folder : undefined
}

/** A folder of filings, checked by pbo and read by other linters; milliseconds. */
export const comparePeers = ({ folder, rounds }, peers, count) => {
  const filings = makeFolder(folder, count)
  const bin = (...path) => join(peers, 'node_modules', ...path)
  const glob = `${filings.replaceAll('\\', '/')}/**/*.txt`
  const textlint = ['--no-textlintrc', '--rule', 'no-todo']
  return compare(
    {
      pbo: { args: [PBO, 'check', filings, '--jobs', '1', '--format', 'compact'] },
      'markdownlint-cli2': {
        args: [bin('markdownlint-cli2', 'markdownlint-cli2-bin.mjs'), glob],
        cwd: peers,
        mayFail: true,
      },
      'textlint, one rule': {
        args: [bin('textlint', 'bin', 'textlint.js'), ...textlint, glob],
        cwd: peers,
        mayFail: true,
      },
    },
    rounds,
  )
}

/** Milliseconds a filing, warm, in this process: `cheerio.load` alone on its cells. */
export const timeCheerio = async (rounds) => {
  const { load } = await import('cheerio')
  const filings = Array.from({ length: 20 }, (_, i) => filingOf(i).split(/[\t\n]/))
  return fastest(rounds, filings.length, () => {
    for (const cells of filings) for (const cell of cells) if (cell.includes('<')) load(cell, null, false)
  })
}

/** Milliseconds a filing, warm, in this process: numbers, units and dates by recognizers-text. */
export const timeRecognizers = (peers, rounds) => {
  const suite = createRequire(join(peers, 'package.json'))('@microsoft/recognizers-text-suite')
  const { Culture, recognizeNumberWithUnit, recognizeDateTime, recognizeNumber } = suite
  const lines = readFileSync(FILING, 'utf8').split(/<[^<>]*>|[\t\n]/)
  const readers = [recognizeNumber, recognizeNumberWithUnit, recognizeDateTime].filter(Boolean)
  return fastest(rounds, 1, () => {
    for (const line of lines) for (const recognize of readers) recognize(line, Culture.Chinese)
  })
}

const fastest = (rounds, count, run) => {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now()
    run()
    least = Math.min(least, (performance.now() - start) / count)
  }
  return least
}
