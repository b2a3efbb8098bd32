// The command as people run it: from start to exit.
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FILING, filingOf, makeFolder, makeLarge } from './data.mjs'
import { compare, PBO, runOnce } from './measure.mjs'

const check = (path, ...options) => [PBO, 'check', path, ...options]

/** One small filing, beside the bare start of Node. */
export const measureStart = ({ rounds }) => {
  const times = compare(
    {
      bare: { args: ['-e', '0'] },
      version: { args: [PBO, '--version'] },
      pretty: { args: check(FILING) },
      json: { args: check(FILING, '--format', 'json') },
      show: { args: [PBO, 'show', FILING] },
    },
    rounds,
  )
  return times
}

/** A folder of filings: by jobs, by cache, and with nothing to find; milliseconds. */
export const measureFolder = ({ folder, count, rounds }) => {
  const faulty = makeFolder(folder, count)
  const clean = makeFolder(folder, count, false)
  const cache = join(folder, `cache-${count}`)
  const quiet = ['--format', 'jsonl', '--jobs']
  const wipe = () => rmSync(cache, { recursive: true, force: true })
  return compare(
    {
      one: { args: check(faulty, ...quiet, '1') },
      two: { args: check(faulty, ...quiet, '2') },
      clean: { args: check(clean, ...quiet, '1') },
      cold: { args: check(faulty, ...quiet, '1', '--cache', cache), before: wipe },
      warm: { args: check(faulty, ...quiet, '1', '--cache', cache) },
    },
    rounds,
  )
}

/** What each format takes beside the others on the same folder; milliseconds. */
export const measureOutputs = ({ folder, count, rounds }, formats) => {
  const faulty = makeFolder(folder, count)
  return compare(
    Object.fromEntries(
      formats.map((format) => [format, { args: check(faulty, '--jobs', '1', '--format', format) }]),
    ),
    rounds,
  )
}

/** Peak memory by the number of filings; megabytes. */
export const measureMemory = ({ folder }, counts) =>
  counts.map((count) => {
    const faulty = makeFolder(folder, count)
    const args = check(faulty, '--format', 'jsonl', '--jobs', '1')
    return { count, megabytes: runOnce(args, { peakIn: folder }).megabytes }
  })

/** One filing that grows; undefined where it did not get through. */
export const measureLarge = ({ folder }, sizes) =>
  sizes.map((size) => {
    const file = makeLarge(folder, size)
    const limits = ['--max-file-size', '1G', '--max-line', '1G', '--format', 'compact']
    const result = runOnce(check(file, ...limits), { peakIn: folder, mayFail: true })
    rmSync(file)
    return result.status === 1 ? { size, ...result } : { size, ms: undefined, megabytes: undefined }
  })

/** The same filing in each format that is read; milliseconds from start to exit. */
export const measureInputs = ({ rounds }, extensions) =>
  compare(
    Object.fromEntries(
      extensions.map((extension) => [
        extension,
        { args: check(resolve(`fixtures/office/menyuan-2022.${extension}`), '--format', 'compact') },
      ]),
    ),
    rounds,
  )

/** Bytes of a filing. */
export const filingBytes = () => Buffer.byteLength(filingOf(0)) || readFileSync(FILING).length
