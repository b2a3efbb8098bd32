import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A short digest of a text or of bytes, the same everywhere and always. */
export const hash = (content: string | Uint8Array): string =>
  (typeof content === 'string' && content.length < LONG
    ? bytesToHex(digest(utf8ToBytes(content)))
    : sha256(content)
  ).slice(0, 16)

/** Shorter texts are done before Node has loaded what it digests with. */
const LONG = 2000

/** SHA-256 in hexadecimal digits, as other tools print it. */
export const sha256 = (content: string | Uint8Array): string => sha256OfAll([content])

/** The same of texts and bytes one behind the other. */
export const sha256OfAll = (parts: readonly (string | Uint8Array)[]): string => {
  const digest = process.getBuiltinModule('node:crypto').createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest('hex')
}
