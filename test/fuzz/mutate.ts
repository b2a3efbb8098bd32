import { deflateSync, inflateSync } from 'node:zlib'
import { readArchive } from '../../src/read/archive.ts'
import { makeZip } from '../read/zip-maker.ts'
import type { Random } from '../support/random.ts'
import type { Target } from './seeds.ts'

/** Numbers that counts, lengths and places of a file are replaced by. */
const NUMBERS = [0, 1, 2, 255, 1_024, 65_535, 65_536, 1_048_576, 99_999_999, 2_147_483_647, 4_294_967_295]
const PRINTED = [...NUMBERS.map(String), '-1', '1e9', '99999999999999999999', '0x7fffffff', 'NaN', '', '0.5']

/** A file made of one of the seeds by a few changes that its format suggests. */
export const mutate = async (
  target: Target,
  seeds: readonly Uint8Array[],
  random: Random,
): Promise<Uint8Array> => {
  let bytes = random.pick(seeds)
  const change = CHANGES[target]
  for (let i = random.integer(1, 4); i > 0; i -= 1) bytes = await change(bytes, random, seeds)
  return random.chance(0.1) ? changeBytes(bytes, random, seeds) : bytes
}

type Change = (
  bytes: Uint8Array,
  random: Random,
  seeds: readonly Uint8Array[],
) => Uint8Array | Promise<Uint8Array>

const changeBytes: Change = (bytes, random) => {
  const copy = Uint8Array.from(bytes)
  if (copy.length < 8) return copy
  const at = random.integer(0, copy.length - 1)
  const length = Math.min(random.pick([1, 2, 4, 16, 64, 512]), copy.length - at)
  switch (random.integer(0, 4)) {
    case 0:
      copy[at] = random.integer(0, 255)
      return copy
    case 1:
      new DataView(copy.buffer).setUint32(
        Math.min(at, Math.max(0, copy.length - 4)),
        random.pick(NUMBERS),
        true,
      )
      return copy
    case 2:
      return copy.slice(0, at)
    case 3:
      return joined(copy.subarray(0, at), copy.subarray(at + length))
    default:
      return joined(copy.subarray(0, at + length), copy.subarray(at))
  }
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

const asText =
  (changeText: (text: string, random: Random, others: readonly string[]) => string): Change =>
  (bytes, random, seeds) =>
    new Uint8Array(
      Buffer.from(
        changeText(
          Buffer.from(bytes).toString('utf8'),
          random,
          seeds.map((seed) => Buffer.from(seed).toString('utf8')),
        ),
      ),
    )

/** What tables are cut into: whole lines, cells, words, tags. */
const PIECES = /<[^<>]*>|[^\t\n|,<>]+|[\t\n|,<>]/g
const ODDITIES = [
  '\t',
  '\n',
  '|',
  ',',
  '"',
  '<p>',
  '</p>',
  '<td colspan="1000">',
  '<td rowspan=65534>',
  '<table>',
  '</table>',
  '&#',
  '&amp',
  '&nbsp;',
  '\u0000',
  '\u202e',
  '\ufeff',
  '一、',
  '(一)',
  '目标1:',
  '产出指标',
  '数量指标',
  '项目名称',
  '绩效目标',
  '三级指标',
  '指标值',
  '金额(万元)',
  '合计',
  '≥',
  '9'.repeat(400),
]

const changeText = (text: string, random: Random, others: readonly string[]): string => {
  const pieces = text.match(PIECES) ?? []
  const at = random.integer(0, Math.max(0, pieces.length - 1))
  const length = random.integer(1, 40)
  switch (random.integer(0, 8)) {
    case 0:
      pieces.splice(at, length)
      break
    case 1:
      pieces.splice(at, 0, ...pieces.slice(at, at + length))
      break
    case 2:
      pieces.splice(at, 0, random.pick(ODDITIES))
      break
    case 3:
      pieces[at] = random.pick(ODDITIES)
      break
    case 4:
      pieces.splice(at, 1, ...pieces.splice(random.integer(0, Math.max(0, pieces.length - 1)), 1))
      break
    case 5:
      return text.slice(0, random.integer(0, text.length))
    case 6: {
      const other = random.pick(others).match(PIECES) ?? []
      const from = random.integer(0, Math.max(0, other.length - 1))
      pieces.splice(at, length, ...other.slice(from, from + length))
      break
    }
    case 7:
      return withoutColumn(text, random)
    default:
      return changeBlanks(text, random)
  }
  return pieces.join('')
}

const RUNS = /\n| +|[^\n ]+/g

/** Where blanks align columns: some words are moved, lost, doubled or broken, and blanks become more, fewer or none. */
const changeBlanks = (text: string, random: Random): string => {
  const runs = text.match(RUNS) ?? []
  for (let i = random.integer(1, 6); i > 0 && runs.length > 0; i -= 1) {
    const at = random.integer(0, runs.length - 1)
    const run = runs[at] ?? ''
    const isBlank = run.startsWith(' ')
    const cut = random.integer(0, run.length)
    switch (random.integer(0, 4)) {
      case 0:
        runs.splice(at, 1)
        break
      case 1:
        runs[at] = isBlank
          ? ' '.repeat(random.integer(1, 40))
          : run.slice(0, cut) + random.pick(['\n', ' ', '  ']) + run.slice(cut)
        break
      case 2:
        runs.splice(random.integer(0, runs.length - 1), 0, ...runs.splice(at, random.integer(1, 3)))
        break
      case 3:
        runs[at] = isBlank ? '\n' : run.repeat(2)
        break
      default:
        runs[at] = isBlank ? run.slice(0, cut) : run + ' '.repeat(cut) + random.pick(runs)
    }
  }
  return runs.join('')
}

/** One column is dropped, doubled or moved in all rows. */
const withoutColumn = (text: string, random: Random): string => {
  const delimiter = random.pick(['\t', ',', '|'])
  const column = random.integer(0, 9)
  const other = random.integer(0, 9)
  return text
    .split('\n')
    .map((line) => {
      const cells = line.split(delimiter)
      if (cells.length <= column) return line
      const [cell = ''] = cells.splice(column, 1)
      if (other % 2 === 0) cells.splice(other, 0, cell)
      return cells.join(delimiter)
    })
    .join('\n')
}

const TAG = /<[^<>]*>/g

/** Tags are dropped, doubled, nested and moved; numbers in them, and what stands between them, is replaced. */
const changeXml = (xml: string, random: Random): string => {
  const tags = [...xml.matchAll(TAG)]
  if (tags.length === 0) return xml
  const { index, 0: tag } = random.pick(tags)
  const end = index + tag.length
  const later = random.pick(tags).index
  const part = xml.slice(Math.min(index, later), Math.max(index, later)).slice(0, 20_000)
  switch (random.integer(0, 7)) {
    case 0:
      return xml.slice(0, index) + xml.slice(end)
    case 1:
      return xml.slice(0, end) + tag.repeat(random.pick([1, 3, 500])) + xml.slice(end)
    case 2:
      return xml.slice(0, end) + part + xml.slice(end)
    case 3:
      return xml.replace(part, '')
    case 4:
    case 5: {
      const changed = tag.replace(/"[^"]*"/g, (value) =>
        /\d/.test(value) && random.chance(0.5) ? `"${random.pick(PRINTED)}"` : value,
      )
      return xml.slice(0, index) + changed + xml.slice(end)
    }
    case 6:
      return xml.slice(0, end) + random.pick(ODDITIES) + xml.slice(end)
    default:
      return xml.slice(0, index) + random.pick(tags)[0] + xml.slice(end)
  }
}

const changePackage: Change = async (bytes, random, seeds) => {
  try {
    const entries = [...(await readArchive(bytes))]
    const at = random.integer(0, entries.length - 1)
    const entry = entries[at]
    if (entry === undefined) return changeBytes(bytes, random, seeds)
    const isXml = /\.(xml|rels)$/.test(entry.name)
    if (random.chance(0.05)) entries.splice(at, 1)
    else
      entries[at] = {
        name: random.chance(0.02) ? random.pick(entries).name : entry.name,
        bytes: isXml
          ? new Uint8Array(Buffer.from(changeXml(Buffer.from(entry.bytes).toString('utf8'), random)))
          : await changeBytes(entry.bytes, random, seeds),
      }
    return makeZip(entries.map((one) => ({ name: one.name, data: one.bytes })))
  } catch {
    return changeBytes(bytes, random, seeds)
  }
}

/** Fields of four and two bytes, near to the beginning or anywhere, and records of old workbooks. */
const changeFields: Change = (bytes, random, seeds) => {
  if (bytes.length < 8 || random.chance(0.2)) return changeBytes(bytes, random, seeds)
  const copy = Uint8Array.from(bytes)
  const view = new DataView(copy.buffer)
  const reach = random.chance(0.5) ? copy.length : Math.min(copy.length, random.pick([512, 2_048, 8_192]))
  const at = 2 * random.integer(0, Math.max(0, Math.floor(reach / 2) - 3))
  const kind = random.integer(0, 3)
  if (kind < 2) view.setUint16(at, random.pick(NUMBERS) & 0xffff, true)
  else if (kind === 2) view.setUint32(at, random.pick(NUMBERS), true)
  else view.setUint16(at, view.getUint16(at, true) + random.integer(-3, 3), true)
  return copy
}

const OBJECT = /\d+ \d+ obj\b[\s\S]*?\bendobj/g
const STREAM = /(<<[\s\S]*?)\/Length \d+([\s\S]*?>>\s*stream\r?\n)([\s\S]*?)(\r?\nendstream)/

/** Numbers, names and references of objects are exchanged; the contents of streams are changed unpacked. */
const changePdf: Change = (bytes, random, seeds) => {
  if (random.chance(0.1)) return changeBytes(bytes, random, seeds)
  const text = Buffer.from(bytes).toString('latin1')
  const objects = [...text.matchAll(OBJECT)]
  if (objects.length === 0) return changeBytes(bytes, random, seeds)
  const found = random.pick(objects)
  const changed = changeObject(found[0], random, random.pick(objects)[0])
  return new Uint8Array(
    Buffer.from(text.slice(0, found.index) + changed + text.slice(found.index + found[0].length), 'latin1'),
  )
}

const changeObject = (object: string, random: Random, other: string): string => {
  const stream = STREAM.exec(object)
  if (stream !== null && random.chance(0.6)) {
    const [whole, head = '', tail = '', content = '', end = ''] = stream
    const isPacked = /FlateDecode/.test(head + tail)
    try {
      const plain = isPacked ? inflateSync(Buffer.from(content, 'latin1')).toString('latin1') : content
      const words = changeWords(plain, random)
      const packed = isPacked ? deflateSync(Buffer.from(words, 'latin1')).toString('latin1') : words
      return object.replace(whole, () => `${head}/Length ${packed.length}${tail}${packed}${end}`)
    } catch {
      return object
    }
  }
  if (random.chance(0.1))
    return object.replace(/ obj[\s\S]*/, () => ` obj${other.replace(/^\d+ \d+ obj/, '')}`)
  return changeWords(object, random)
}

const changeWords = (text: string, random: Random): string => {
  const words = text.split(/(?<=\s)|(?=[/[\]<>()])/)
  const at = random.integer(0, Math.max(0, words.length - 1))
  const length = random.integer(1, 12)
  const word = words[at] ?? ''
  switch (random.integer(0, 4)) {
    case 0:
      words.splice(at, length)
      break
    case 1:
      words.splice(
        at,
        0,
        ...Array.from({ length: random.pick([1, 20, 300]) }, () => words.slice(at, at + length)).flat(),
      )
      break
    case 2:
      words[at] = `${random.pick(words)} `
      break
    case 3:
      words.splice(at, 1, ...words.splice(random.integer(0, words.length - 1), length))
      break
    default:
      words[at] = /\d/.test(word) ? word.replace(/-?[\d.]+/, random.pick(PRINTED)) : word
  }
  return words.join('')
}

const text = asText(changeText)
const xml = asText(changeXml)

const CHANGES: Readonly<Record<Target, Change>> = {
  text,
  csv: text,
  markdown: text,
  html: (bytes, random, seeds) => (random.chance(0.5) ? text : xml)(bytes, random, seeds),
  mhtml: (bytes, random, seeds) => (random.chance(0.5) ? text : changeBytes)(bytes, random, seeds),
  docx: changePackage,
  xlsx: changePackage,
  xlsb: changePackage,
  ods: changePackage,
  ofd: changePackage,
  zip: changeBytes,
  xml,
  doc: changeFields,
  xls: changeFields,
  pdf: changePdf,
}
