/** A short digest of a text or of bytes, the same everywhere and always. */
export const hash = (content: string | Uint8Array): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex').slice(0, 16)
