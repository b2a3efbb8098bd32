import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { main, openIo } from '../../src/cli/main.ts'
import { SAMPLE_TEXT } from '../support/samples.ts'

// Every call of the file system fails in turn: the first of a run, then the second … until one gets through without.

/** How many calls go well before one fails. */
const calls = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<Record<string, unknown>>()
  const failing = (name: string) => {
    const run = real[name] as (...args: unknown[]) => unknown
    return (...args: unknown[]) => {
      calls.left -= 1
      if (calls.left === -1) throw Object.assign(new Error(`${CODES[name]}: made up`), { code: CODES[name] })
      return run(...args)
    }
  }
  const CODES: Readonly<Record<string, string>> = {
    openSync: 'EMFILE',
    readSync: 'EIO',
    writeSync: 'ENOSPC',
    writeFileSync: 'ENOSPC',
    appendFileSync: 'ENOSPC',
    renameSync: 'EACCES',
    mkdirSync: 'EACCES',
    mkdtempSync: 'ENOSPC',
    readdirSync: 'EIO',
    lstatSync: 'EIO',
    statSync: 'EIO',
    fstatSync: 'EIO',
    realpathSync: 'EIO',
  }
  return { ...real, ...Object.fromEntries(Object.keys(CODES).map((name) => [name, failing(name)])) }
})

const folder = mkdtempSync(join(tmpdir(), 'pbo-breakage-'))
const [inputs, out, temporary] = ['in', 'out', 'tmp'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
process.env['TMPDIR'] = temporary
const world = openIo()
/** What stands in `out` before a run. */
const before = new Map<string, string>()

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  calls.left = Number.POSITIVE_INFINITY
  before.clear()
  for (const path of [inputs, out, temporary]) {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path)
  }
  writeFileSync(join(inputs, 'a.txt'), SAMPLE_TEXT)
  writeFileSync(join(inputs, 'b.txt'), SAMPLE_TEXT.replace('90', '85'))
})

/** All files below a folder with what stands in them. */
const filesBelow = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'latin1')]),
  )

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly files: Readonly<Record<string, string>>
}

/** Runs the command in a folder of outputs as it was before; the call with this number fails. */
const run = async (line: string, failAt = Number.POSITIVE_INFINITY): Promise<Run> => {
  rmSync(out, { recursive: true })
  mkdirSync(out)
  for (const [name, text] of before) writeFileSync(join(out, name), text)
  let [printed, told] = ['', '']
  const io = {
    ...world,
    stdout: {
      isTTY: false,
      columns: undefined,
      write: (text: string | Uint8Array) => {
        printed += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
      },
      flush: async () => undefined,
    },
    stderr: {
      isTTY: false,
      columns: undefined,
      write: (text: string | Uint8Array) => {
        told += text
      },
      flush: async () => undefined,
    },
    openWorker: undefined,
    env: { LANG: 'en' },
  }
  const argv = line.replaceAll('IN', inputs).replaceAll('OUT', out).split(' ')
  calls.left = failAt
  const code = await main([...argv, '--lang', 'en'], io)
  const isFailed = calls.left < 0
  calls.left = Number.POSITIVE_INFINITY
  if (!isFailed && failAt !== Number.POSITIVE_INFINITY) throw new RangeError('no call is left')
  return { code, out: printed, err: told, files: filesBelow(out) }
}

const isZip = (name: string): boolean => /\.(?:xlsx|docx)$/.test(name)

/** Whether a file has its end. */
const isWhole = (name: string, text: string): boolean =>
  isZip(name)
    ? text.slice(-22).startsWith('PK\x05\x06')
    : name.endsWith('.html')
      ? text.trimEnd().endsWith('</html>')
      : name.endsWith('.json')
        ? /^\{[\s\S]*\}\s*$/.test(text)
        : text.endsWith('\n')

/** What a run lacks that doesn't say so. */
const untoldIn = (run: Run, clean: Run): readonly string[] => [
  ...(run.out === clean.out ? [] : ['prints something else, and says nothing']),
  ...Object.entries(clean.files).flatMap(([name, text]) => {
    // Archives hold the time, and what lists the copies says which there are.
    const isSame = isZip(name) || name.endsWith('.txt') ? name in run.files : run.files[name] === text
    return isSame || name.startsWith('cache/') ? [] : [`lacks ${name}, and says nothing`]
  }),
]

/** What may not have come of a run in which a call failed. */
const faultsOf = (run: Run, clean: Run): readonly string[] => {
  const faults: string[] = []
  if (/internal fault|Error:|\.ts:\d/.test(run.err)) faults.push(`unclear: ${run.err}`)
  if (run.code !== clean.code && (run.code !== 2 || run.err === ''))
    faults.push(`ends with ${run.code}: ${run.err}`)
  for (const name of readdirSync(temporary)) faults.push(`left behind: ${name}`)
  for (const [name, text] of Object.entries(run.files)) {
    if (name.startsWith('cache/')) continue
    if (!(name in clean.files)) faults.push(`left behind: ${name}`)
    else if (!isWhole(name, text)) faults.push(`half written: ${name}`)
  }
  return run.code === 2 ? faults : [...faults, ...untoldIn(run, clean)]
}

const CHECK = 'check IN/a.txt --no-config --no-baseline'

test.each([
  `${CHECK} --format json --output html=OUT/a.html --output xlsx=OUT/a.xlsx --cache=OUT/cache`,
  `${CHECK} --output worklist=OUT/w`,
  `${CHECK} --output worklist=OUT/w.xlsx --output notice=OUT/n`,
  `${CHECK} --output review=OUT/r`,
  `${CHECK} --output annotated=OUT/c`,
  'recheck IN/a.txt IN/b.txt --no-config --no-baseline --output json=OUT/r.json --output xlsx=OUT/r.xlsx',
  'baseline update IN --no-config --baseline OUT/base.json',
  'show IN --as csv --output OUT/t.csv',
  'show IN --as datapackage --output OUT/p --data csv',
  'diff IN/a.txt IN/b.txt --format json',
])('%s keeps its promises, whichever call fails', async (line) => {
  before.set('base.json', '{"version": 1, "entries": []}\n')
  const clean = await run(line)
  expect(clean.err).not.toContain('internal fault')
  expect(clean.code).toBeLessThan(2)
  const faults: string[] = []
  let failAt = 0
  for (; failAt < 400; failAt += 1) {
    try {
      faults.push(...faultsOf(await run(line, failAt), clean).map((fault) => `call ${failAt}: ${fault}`))
    } catch (error) {
      if (error instanceof RangeError) break
      throw error
    }
  }
  expect(faults).toEqual([])
  expect(failAt).toBeGreaterThan(5)
})
