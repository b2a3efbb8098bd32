import { UnreadableError } from './document.ts'

const EXTERNAL_SHEETS = 0x17
const END = 0x0a

/**
 * Refuses records of an old workbook that the library would never come to an end with: of a list of external
 * sheets too short for its length, it counts down from nothing, and fills the memory.
 *
 * @throws UnreadableError `damaged`
 */
export const checkRecords = (stream: Uint8Array): void => {
  let before = 0
  for (let at = 0; at + 4 <= stream.length; ) {
    const kind = uint16(stream, at)
    const length = uint16(stream, at + 2)
    // What fills up the last block.
    if (kind === 0 && before === END) return
    at += 4
    if (kind === EXTERNAL_SHEETS && Math.min(length, stream.length - at) < 2)
      throw new UnreadableError('damaged', 'external sheets')
    at += length
    before = kind
  }
}

const uint16 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
