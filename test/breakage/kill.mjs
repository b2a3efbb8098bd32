// Starts the command again and again, ends it by a signal at a random moment, and looks whether it kept its promises: no
// output is half written or looks complete, the exit code tells, and no temporary file is left.
//   npm run kill -- [--times 200] [--seed 1]     for each of SIGINT, SIGTERM and SIGKILL
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROGRAM = join(ROOT, 'bin/pbo.js')
const CODES = { SIGINT: 130, SIGTERM: 143 }

export const COMMANDS = [
  'check in --jobs 2 --no-config --no-baseline --format json --output sarif=out/a.sarif --output jsonl=out/a.jsonl --output html=out/a.html --output xlsx=out/a.xlsx',
  'check in --no-config --no-baseline --format json --output worklist=out/w --output notice=out/n --output annotated=out/c',
  'check in/0.txt --no-config --no-baseline --format json --output review=out/r',
  'recheck in in2 --no-config --no-baseline --format json --output json=out/r.json --output xlsx=out/r.xlsx',
  'show in --as datapackage --data csv --output out/p',
  'baseline update in --no-config --baseline out/base.json',
]

export async function killAtRandom({
  times,
  seed,
  commands = COMMANDS,
  signals = ['SIGINT', 'SIGTERM', 'SIGKILL'],
}) {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-kill-'))
  const world = { folder, temporary: join(folder, 'tmp') }
  mkdirSync(world.temporary)
  makeInputs(folder)
  const faults = []
  const fates = {}
  const durations = []
  for (const line of commands) durations.push(await timeOf(line, world))
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  for (const signal of signals) {
    for (let i = 0; i < times; i += 1) {
      const which = i % commands.length
      const ended = await run(commands[which], world, { signal, after: random() * durations[which] * 1.1 })
      const fate = `${signal}: ${ended.code ?? ended.signal}`
      fates[fate] = (fates[fate] ?? 0) + 1
      for (const fault of faultsOf(ended, signal, world))
        faults.push(`${signal} ${i} ${commands[which]}: ${fault}`)
    }
  }
  rmSync(folder, { recursive: true })
  return { faults, fates }
}

function makeInputs(folder) {
  const text = readFileSync(join(ROOT, 'fixtures/text/single-cell/menyuan-2022/input.txt'), 'utf8')
  for (const name of ['in', 'in2']) {
    mkdirSync(join(folder, name))
    for (let i = 0; i < 6; i += 1)
      writeFileSync(join(folder, name, `${i}.txt`), text.replace('90', String(80 + i)))
    copyFileSync(join(ROOT, 'fixtures/office/row-per-indicator.xlsx'), join(folder, name, 'a.xlsx'))
  }
}

const timeOf = async (line, world) => {
  const start = performance.now()
  await run(line, world)
  return performance.now() - start
}

/** Runs the command over empty outputs; `kill` says by which signal it is ended, and after how many milliseconds. */
async function run(line, { folder, temporary }, kill) {
  rmSync(join(folder, 'out'), { recursive: true, force: true })
  mkdirSync(join(folder, 'out'))
  const child = spawn(process.execPath, [PROGRAM, ...line.split(' '), '--lang', 'en'], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const timer = kill && setTimeout(() => child.kill(kill.signal), kill.after)
  return await new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ line, code, signal, out, err })
    })
  })
}

function* faultsOf({ line, code, signal: endedBy, out, err }, signal, { folder, temporary }) {
  // Before it listens to signals they end it, as they do when it has started to end.
  const isDone = code === 0 || code === 1
  if (!isDone && code !== CODES[signal] && endedBy !== signal) yield `ends with ${code ?? endedBy}: ${err}`
  if (/internal fault|^\s+at .*:\d+/m.test(err)) yield `unclear: ${err}`
  for (const name of readdirSync(temporary)) {
    yield `left behind: ${name}`
    rmSync(join(temporary, name), { recursive: true })
  }
  for (const entry of readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const fault = faultOfFile(entry.name, readFileSync(path, 'latin1'), isDone, endedBy !== null)
    if (fault !== undefined) yield `${fault}: ${path.slice(folder.length + 5)}`
  }
  // Where only the outputs beside it were cut short, what is printed is complete.
  if (isDone || !line.startsWith('check') || !isJson(out)) return
  const { complete, files } = JSON.parse(out)
  if (complete && files.length < (line.startsWith('check in ') ? 7 : 1))
    yield 'what is printed looks complete'
}

function faultOfFile(name, text, isDone, isKilled) {
  // A process that is killed can take nothing away.
  if (/\.\d+\.tmp$/.test(name)) return isKilled ? undefined : 'left behind'
  if (!isWhole(name, text)) return 'half written'
  const looksComplete = /"(?:complete|executionSuccessful)": ?true/.test(text)
  return !isDone && !isKilled && looksComplete ? 'looks complete' : undefined
}

function isWhole(name, text) {
  if (/\.(?:xlsx|docx)$/.test(name)) return text.slice(-22).startsWith('PK\x05\x06')
  if (name.endsWith('.html')) return text.trimEnd().endsWith('</html>')
  if (/\.(?:json|sarif)$/.test(name)) return isJson(text)
  return text.endsWith('\n')
}

function isJson(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { times: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  })
  const { faults, fates } = await killAtRandom({ times: Number(values.times), seed: Number(values.seed) })
  for (const fault of faults) console.log(fault)
  console.log(JSON.stringify(fates), faults.length, 'faults')
  if (faults.length > 0) process.exitCode = 1
}
