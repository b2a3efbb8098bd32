/** Bytes as a text with one character for each, so that places in one are places in the other. */
export const byteText = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += STEP)
    text += String.fromCharCode(...bytes.subarray(at, at + STEP))
  return text
}

/** As many arguments as every engine takes. */
const STEP = 4_096

/** The bytes that stand for the characters of such a text. */
export const bytesOfText = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** The numbers in bytes. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)
