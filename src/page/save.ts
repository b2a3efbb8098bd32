/** Gives a file to the user, as the browser does with downloads. */
export const save = (pieces: readonly BlobPart[], name: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([...pieces], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT)
}

/** Long enough for any browser to begin, in milliseconds. */
const KEPT = 60_000
