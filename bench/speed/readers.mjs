// How much of reading each binary format, cold, is the work of the libraries that know it.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { median } from './measure.mjs'

/** Shares from 0 to 1 by extension, medians. */
export const measureReaders = (extensions, rounds) =>
  Object.fromEntries(
    extensions.map((extension) => {
      const file = resolve(`fixtures/office/menyuan-2022.${extension}`)
      const shares = Array.from({ length: rounds }, () => shareOf(file))
      return [extension, median(shares)]
    }),
  )

const shareOf = (file) => {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve('bench/speed/reader-share.mjs'), file])
  if (stdout.length === 0) throw new Error(String(stderr))
  return JSON.parse(stdout).reading
}
