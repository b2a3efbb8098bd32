/** What the hash of no text is. */
export const EMPTY_HASH = 0x811c9dc5
const PRIME = 0x01000193

/** The hash behind one code unit more (FNV-1a). */
export const hashCode = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME)

/** A hash of 32 bits over UTF-16 units, the same everywhere; `before`: that of what stands in front. */
export const hashText = (text: string, before = EMPTY_HASH): number => {
  let hash = before
  for (let i = 0; i < text.length; i += 1) hash = hashCode(hash, text.charCodeAt(i))
  return hash
}
