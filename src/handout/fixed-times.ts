import { viewOf } from '../read/bytes.ts'

/**
 * A zip archive as a library of ours has just written it (no comment, no zip64), with the first day that its times can
 * tell instead of the moment: the same content gives the same bytes.
 */
export const fixedTimes = (bytes: Uint8Array): Uint8Array => {
  const view = viewOf(bytes)
  const end = bytes.length - END_BYTES
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    setTime(view, at + 12)
    setTime(view, view.getUint32(at + 42, true) + 10)
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return bytes
}

/** APPNOTE 4.3.16 and 4.3.12, without names and fields. */
const END_BYTES = 22
const ENTRY_BYTES = 46

/** 1980-01-01 00:00: time, then date. */
const setTime = (view: DataView, at: number): void => view.setUint32(at, 0x0021 << 16, true)
