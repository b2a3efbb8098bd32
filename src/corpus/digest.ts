/**
 * A digest of 64 bits, the same everywhere and always: two FNV-like sums over UTF-16 units. Enough to tell
 * the texts of a million filings apart, and it needs nothing of the platform; nobody gains by
 * making two texts look the same.
 */
export const digest64 = (text: string): string => {
  let a = 0x811c9dc5
  let b = 0x9e3779b1
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
    b ^= b >>> 15
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`
}
