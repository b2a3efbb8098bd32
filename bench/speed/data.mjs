// The filings that speed is measured on: that of Menyuan, each with a number of its own, so that no two
// have the same content. Seeded by their place alone: the same bytes on every machine.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const FILING = 'fixtures/text/single-cell/menyuan-2022/input.txt'

const text = readFileSync(FILING, 'utf8')

/** The three places that something is found at, as they would be right. */
const MENDED = [
  ['≥2020年实际值', '≥2021年实际值'],
  ['≥90个', '≥80个'],
  ['≤1.8万元', '≤0.56万元'],
]

/** A filing with an error and two warnings, or with neither. */
export const filingOf = (i, hasFindings = true) => {
  const own = text.replace('176人', `${1000 + i}人`)
  return hasFindings ? own : MENDED.reduce((mended, [from, to]) => mended.replace(from, to), own)
}

/** A folder of filings, ten counties of as many each; its name. */
export const makeFolder = (parent, count, hasFindings = true) => {
  const folder = join(parent, `${hasFindings ? 'faulty' : 'clean'}-${count}`)
  for (let county = 0; county < 10; county += 1) mkdirSync(join(folder, String(county)), { recursive: true })
  for (let i = 0; i < count; i += 1) {
    writeFileSync(join(folder, String(i % 10), `${i}.txt`), filingOf(i, hasFindings))
  }
  return folder
}

/**
 * One filing of so many megabytes: the table of Menyuan with its department over and over, by other codes,
 * and the total that they add up to.
 */
export const makeLarge = (parent, megabytes) => {
  const lines = text.trimEnd().split('\n')
  const first = lines.findIndex((line) => line.startsWith('501\t'))
  const total = lines.slice(0, first).join('\n')
  const rows = `${lines.slice(first).join('\n')}\n`
  const count = Math.ceil((megabytes * 1e6) / Buffer.byteLength(rows))
  const parts = [total.replace('264.79', ((26479 * count) / 100).toFixed(2)), '\n']
  for (let i = 0; i < count; i += 1) parts.push(rows.replaceAll(/^501/gm, `501${String(i).padStart(6, '0')}`))
  const file = join(parent, `large-${megabytes}.txt`)
  writeFileSync(file, parts.join(''))
  return file
}
