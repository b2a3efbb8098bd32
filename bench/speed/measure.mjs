// Whole processes, measured in turns, so that all see the same machine; medians are compared.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const PBO = resolve('bin/pbo.js')

/** What a process used at most, in megabytes, is told by itself when it ends. */
const preparePeak = (folder) => {
  const hook = join(folder, 'peak.cjs')
  const told = join(folder, 'peak.txt')
  writeFileSync(
    hook,
    `if (require('node:worker_threads').isMainThread) process.on('exit', () =>
      require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)))`,
  )
  return { hook, told }
}

/** Runs Node with `args` once: milliseconds, megabytes where asked for, and what was printed. */
export const runOnce = (args, { cwd, peakIn, mayFail = false } = {}) => {
  const peak = peakIn === undefined ? undefined : preparePeak(peakIn)
  const before = peak === undefined ? [] : ['--require', peak.hook]
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [...before, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 31 - 1,
  })
  const ms = performance.now() - start
  if ((status === null || status > 1) && !mayFail)
    throw new Error(`${args.join(' ')}: exit ${status}: ${stderr}`)
  const megabytes = peak === undefined ? undefined : Number(readFileSync(peak.told, 'utf8')) / 1024
  if (peak !== undefined) for (const file of Object.values(peak)) rmSync(file, { force: true })
  return { ms, megabytes, status, stdout }
}

/**
 * The median milliseconds of each of `runs`, by name, over so many rounds.
 *
 * @param runs By name: arguments of Node, where to run, and what to do before.
 */
export const compare = (runs, rounds) => {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { args, cwd, before, mayFail }] of Object.entries(runs)) {
      before?.()
      times[name].push(runOnce(args, { cwd, mayFail }).ms)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
