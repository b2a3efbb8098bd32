import { partOf, type TableName, type WordFile } from './word-file.ts'

/** Properties of a stretch of the stream, as a list of modifiers (MS-DOC 2.6). */
export interface Properties {
  readonly start: number
  readonly end: number
  readonly list: DataView
}

const PAGE = 512

/** The properties of all characters, or of all paragraphs, in the order of the stream. */
export const readProperties = (
  file: WordFile,
  name: Extract<TableName, 'characters' | 'paragraphs'>,
): Properties[] => {
  const pages = file.table(name)
  const count = Math.floor((pages.byteLength - 4) / 8)
  // Every page stands once in the stream: who names more of them wants memory.
  if (count * PAGE > file.text.byteLength) throw new RangeError('more pages than there are')
  const found: Properties[] = []
  for (let i = 0; i < count; i += 1) {
    const page = partOf(file.text, (pages.getUint32(4 * (count + 1) + 4 * i, true) & 0x3fffff) * PAGE, PAGE)
    const runs = page.getUint8(PAGE - 1)
    const step = name === 'paragraphs' ? 13 : 1
    for (let run = 0; run < runs; run += 1) {
      const place = 2 * page.getUint8(4 * (runs + 1) + step * run)
      found.push({
        start: page.getUint32(4 * run, true),
        end: page.getUint32(4 * run + 4, true),
        list:
          place === 0
            ? NONE
            : name === 'paragraphs'
              ? paragraphList(page, place)
              : characterList(page, place),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const NONE = new DataView(new ArrayBuffer(0))

const characterList = (page: DataView, place: number): DataView =>
  partOf(page, place + 1, page.getUint8(place))

/** Before the list stands the number of the style. */
const paragraphList = (page: DataView, place: number): DataView => {
  const words = page.getUint8(place)
  const [start, length] = words === 0 ? [place + 2, 2 * page.getUint8(place + 1)] : [place + 1, 2 * words - 1]
  return length < 2 ? NONE : partOf(page, start + 2, length - 2)
}

/** The properties around a byte of the stream, from a list in order. */
export const propertiesAt = (all: readonly Properties[], offset: number): DataView => {
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((all[middle] as Properties).start <= offset) low = middle
    else high = middle - 1
  }
  const found = all[low]
  return found !== undefined && found.start <= offset && offset < found.end ? found.list : NONE
}

/** Bytes of an operand by the upper three bits of its modifier; 6 is as long as it says itself. */
const LENGTHS = [1, 1, 2, 4, 2, 2, undefined, 3] as const

const TABLE_DEFINITION = 0xd608
const TAB_STOPS = 0xc615

/** The modifiers of a list with their operands, without the lengths that stand before these. */
export const modifiersOf = (list: DataView): readonly (readonly [number, DataView])[] => {
  const modifiers: [number, DataView][] = []
  let at = 0
  while (at + 3 <= list.byteLength) {
    const code = list.getUint16(at, true)
    at += 2
    let length: number | undefined = LENGTHS[code >> 13]
    if (code === TABLE_DEFINITION) {
      length = list.getUint16(at, true) - 1
      at += 2
    } else if (length === undefined) {
      length = list.getUint8(at)
      at += 1
      // Longer than one byte can say: what follows can't be found, and isn't needed of a paragraph.
      if (code === TAB_STOPS && length === 255) break
    }
    if (at + length > list.byteLength) break
    modifiers.push([code, partOf(list, at, length)])
    at += length
  }
  return modifiers
}
