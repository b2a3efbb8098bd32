/** UTF-8 bytes of a name without its extension: most systems allow 255 in all, and 85 Chinese characters take that. */
const MOST_BYTES = 180

/** What stands for a name that has nothing to show. */
const NAMELESS = '未命名'

/**
 * A text as the name of a file or a folder on any system, still to be read: what acts on paths or is forbidden on
 * Windows stands in full width, what can't be seen is gone, and no device is named.
 */
export const safeName = (text: string): string => {
  const seen = text
    .normalize('NFC')
    .replace(/[\t\n\r\u00a0\u3000]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + FULL_WIDTH))
    // Hidden files, lock files of Office, and what a command would take for a flag.
    .replace(/^[.~$ -]+/, '')
    .replace(/(?<![. ])[. ]+$/, '')
  if (seen === '') return NAMELESS
  return isDevice(seen) ? `_${seen}` : seen
}

/** From a sign of ASCII to the same in full width. */
const FULL_WIDTH = 0xfee0

/** Windows opens a device by these names, whatever stands behind a dot. */
const isDevice = (name: string): boolean =>
  /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$) *(?:\.|$)/i.test(name)

/** Gives out names of files, each once: also on systems that don't tell `A` from `a`. */
export class FileNames {
  readonly #taken = new Set<string>()
  readonly #folders = new Map<string, string>()

  /**
   * A name for a file, with its folders in front of it.
   *
   * @param extension As `.xlsx`.
   * @param folders From the outside in; equal ones give the same folder.
   */
  take(stem: string, extension: string, folders: readonly string[] = []): string {
    let folder = ''
    let asked = ''
    for (const part of folders) {
      asked += `${part}\0`
      const known = this.#folders.get(asked)
      folder = known ?? `${this.#unique(folder, part, '')}/`
      this.#folders.set(asked, folder)
    }
    return this.#unique(folder, stem, extension)
  }

  #unique(folder: string, stem: string, extension: string): string {
    const whole = safeName(stem)
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : `-${count}`
      const name = folder + shorten(whole, MOST_BYTES - end.length) + end + extension
      const key = name.normalize('NFKC').toLowerCase()
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      return name
    }
  }
}

/** As many whole characters of a text as take so many bytes. */
const shorten = (text: string, most: number): string => {
  const { read } = ENCODER.encodeInto(text, new Uint8Array(most))
  return read === text.length ? text : safeName(text.slice(0, read))
}

const ENCODER = new TextEncoder()
