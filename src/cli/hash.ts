/** A short digest of a text or of bytes, the same everywhere and always. */
export const hash = (content: string | Uint8Array): string => sha256(content).slice(0, 16)

/** SHA-256 in hexadecimal digits, as other tools print it. */
export const sha256 = (content: string | Uint8Array): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex')
