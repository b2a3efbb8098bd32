// Mutates the project's fixtures and reads them in a child process that is watched: nothing may be thrown, hang, take
// too much memory, lose a character or come out different the second time.
//   npm run fuzz -- TARGET --minutes N [--seed S]    one target, or `all`, each for so long; S is the first input's number
//   npm run fuzz -- TARGET --only S --write FILE     writes the input with this number
//   npm run fuzz -- --files FOLDER                   reads all files below a folder instead
import { fork } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { importSource } from '../../bench/quantities/bundle.mjs'

/** For an input; a busy machine doesn't count. */
const MOST_SECONDS = 10
const MOST_MEGABYTES = 600

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      write: { type: 'string' },
      files: { type: 'string' },
    },
  })
  const { TARGETS, makeInput } = await importSource('test/fuzz/main.ts')
  if (values.only !== undefined) {
    writeFileSync(values.write, await makeInput(positionals[0], root, Number(values.only)))
    return
  }
  const targets = positionals[0] === 'all' ? TARGETS : positionals
  const unknown = targets.filter((target) => !TARGETS.includes(target))
  if (unknown.length > 0 || (targets.length === 0 && values.files === undefined)) {
    console.error(`usage: npm run fuzz -- all|${TARGETS.join('|')} --minutes N [--seed S]`)
    process.exitCode = 2
    return
  }
  const child = new Child()
  if (values.files !== undefined) await run('files', filesBelow(values.files), child)
  for (const target of targets)
    await run(target, seedsFor(target, Number(values.seed), Number(values.minutes)), child)
  child.end()
}

function* seedsFor(target, first, minutes) {
  const end = Date.now() + minutes * 60_000
  for (let seed = first; Date.now() < end; seed += 1)
    yield { name: `seed ${seed}`, job: { target, root, seed } }
}

function* filesBelow(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name)
    if (statSync(file).isFile()) yield { name, job: { path: file } }
  }
}

async function run(target, jobs, child) {
  const fates = new Map()
  let count = 0
  let faulty = 0
  let slowest = { seconds: 0, name: '' }
  for (const { name, job } of jobs) {
    let answer = await child.ask(job)
    // What the inputs before it have left may be too much: a new process says whether it is this one.
    if (answer.isTooLarge) answer = await child.ask(job)
    const { fates: found, faults, seconds } = answer
    count += 1
    for (const fate of found) fates.set(fate, (fates.get(fate) ?? 0) + 1)
    if (faults.length > 0) faulty += 1
    for (const fault of faults) console.log(`${target} ${name}: ${fault}`)
    if (seconds > slowest.seconds) slowest = { seconds, name }
  }
  const kinds = [...fates].sort((a, b) => b[1] - a[1]).slice(0, 12)
  console.log(
    `${target}: ${count} inputs, ${faulty} with faults; slowest ${slowest.seconds.toFixed(1)} s (${slowest.name}); ${kinds.map(([fate, times]) => `${times} ${fate}`).join(', ')}`,
  )
  if (faulty > 0) process.exitCode = 1
}

/** A child process that is replaced when it hangs, dies or grows too large. */
class Child {
  #process

  async ask(job) {
    this.#process ??= await this.#start()
    const child = this.#process
    return await new Promise((resolve) => {
      let started = cpuSeconds(child.pid)
      const fail = (fault, isTooLarge = false) => {
        finish({ fates: [fault], faults: [fault], isTooLarge })
        this.end()
      }
      const watch = setInterval(() => {
        if (cpuSeconds(child.pid) - started > MOST_SECONDS) fail(`takes more than ${MOST_SECONDS} s`)
        else if (megabytes(child.pid) > MOST_MEGABYTES) fail(`takes more than ${MOST_MEGABYTES} MB`, true)
      }, 100)
      const finish = (result) => {
        clearInterval(watch)
        child.removeAllListeners()
        resolve({ ...result, seconds: cpuSeconds(child.pid) - started })
      }
      child.on('message', (message) => {
        if (message.started) started = cpuSeconds(child.pid)
        else finish(message)
      })
      child.on('exit', (code, signal) => fail(`the process ended (${code ?? signal})`))
      child.send(job)
    })
  }

  async #start() {
    const child = fork(fileURLToPath(import.meta.url), {
      execArgv: ['--max-old-space-size=500', '--unhandled-rejections=strict'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    await new Promise((resolve) => {
      child.once('message', resolve)
    })
    return child
  }

  end() {
    this.#process?.removeAllListeners()
    this.#process?.kill('SIGKILL')
    this.#process = undefined
  }
}

function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

function megabytes(pid) {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4) / 1024
  } catch {
    return 0
  }
}

if (process.send !== undefined) {
  const { serve } = await importSource('test/fuzz/main.ts')
  serve()
  process.send({ ready: true })
} else await main()
