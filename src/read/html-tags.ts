import { BLOCK_TAGS, INLINE_TAGS } from './fragment-builder.ts'

/** A tag of a page, or a stretch of it that browsers don't show: a comment, a script. */
export interface Tag {
  /** `hidden` stretches have no name. */
  readonly kind: 'open' | 'close' | 'hidden'
  /** In small letters. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Tags that begin a new line of a page, besides those that occur in cells. */
export const LINE_TAGS: ReadonlySet<string> = new Set(
  'html head body title center tfoot caption dl dt dd blockquote pre xmp nav header footer main aside form fieldset legend address figure figcaption details summary select option optgroup textarea menu dir'.split(
    ' ',
  ),
)

const OTHER_TAGS: ReadonlySet<string> = new Set(
  'abbr acronym area audio base basefont bdi bdo bgsound blink button canvas cite data dfn embed frame frameset input kbd link map marquee meta meter nobr object output param picture progress q ruby rb rp rt samp source svg tt var video wbr'.split(
    ' ',
  ),
)

/** What they hold is not shown. Of the others in `RAW` the text is, but it has no tags. */
const HIDDEN_TAGS: ReadonlySet<string> = new Set(
  'script style noscript template iframe noframes noembed xml'.split(' '),
)
const RAW: ReadonlySet<string> = new Set([...HIDDEN_TAGS, 'title', 'textarea'])
/** A page that ends inside these ends in code. */
const CODE: ReadonlySet<string> = new Set(['script', 'style'])

/** The tags of a page in order; not overlapping. What only looks like a tag (`<O&M>`, `<甲级>`) is text. */
export const readTags = (text: string): readonly Tag[] => new TagScanner(text).tags

const CLOSE_TAG = /<\/([a-z][^\s/<>]*)(?![^\s/<>])[^<>]*>/iy
const OPEN_NAME = /<([a-z][\w:.-]*)(?=[\s/>])/iy

class TagScanner {
  readonly tags: Tag[] = []
  readonly #text: string
  readonly #closedNames: ReadonlySet<string>
  /** A quote was opened that never closes: from there on the next `>` ends a tag. */
  #ignoresQuotes = false
  /** Where the next end mark of each kind is; looked up once, so that a page without any stays linear. */
  readonly #nextEnd = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
    this.#closedNames = new Set(
      Array.from(text.matchAll(/<\/([a-z][^\s/<>]*)/gi), (match) => (match[1] as string).toLowerCase()),
    )
    const last = text.lastIndexOf('>')
    for (let at = text.indexOf('<'); at >= 0 && at < last; ) at = text.indexOf('<', this.#readAt(at))
  }

  /** Reads what begins at `<`; gives where to go on. */
  #readAt(at: number): number {
    const next = this.#text.charCodeAt(at + 1)
    if (next === EXCLAMATION || next === QUESTION) return this.#readDeclaration(at)
    if (next === SLASH) {
      CLOSE_TAG.lastIndex = at
      const match = CLOSE_TAG.exec(this.#text)
      if (match === null) return at + 1
      return this.#push('close', (match[1] as string).toLowerCase(), at, at + match[0].length)
    }
    OPEN_NAME.lastIndex = at
    const match = OPEN_NAME.exec(this.#text)
    return match === null ? at + 1 : this.#readOpenTag(at, match[1] as string)
  }

  #readOpenTag(at: number, printed: string): number {
    const name = printed.toLowerCase()
    const end = this.#tagEnd(at + 1 + name.length)
    if (!this.#isTag(name) && !this.#text.slice(at, end).includes('=')) return at + 1
    if (!RAW.has(name)) return this.#push('open', name, at, end)
    const close = this.#closeOf(name, end)
    if (!HIDDEN_TAGS.has(name)) {
      this.#push('open', name, at, end)
      return close ?? end
    }
    if (close !== undefined) {
      const bracket = this.#text.indexOf('>', close)
      return this.#push('hidden', '', at, bracket < 0 ? this.#text.length : bracket + 1)
    }
    return this.#push('hidden', '', at, CODE.has(name) ? this.#text.length : end)
  }

  #isTag(name: string): boolean {
    const isKnown = [BLOCK_TAGS, INLINE_TAGS, LINE_TAGS, OTHER_TAGS, RAW].some((tags) => tags.has(name))
    // Office writes `<o:p>` and `<st1:date>`, content systems `<ucapcontent>…</ucapcontent>`.
    return isKnown || name.includes(':') || this.#closedNames.has(name)
  }

  #readDeclaration(at: number): number {
    if (this.#text.startsWith('<!--', at)) {
      const close = this.#find('-->', at + 2)
      // Browsers hide the rest of a page behind a comment that never ends; here nothing gets lost.
      return this.#push('hidden', '', at, close === undefined ? at + 4 : close + 3)
    }
    if (!/[a-z[]/i.test(this.#text.charAt(at + 2))) return at + 1
    return this.#push('hidden', '', at, this.#text.indexOf('>', at) + 1)
  }

  /** Behind the `>` of the tag whose name ends at `from`; there is one, quotes aside. */
  #tagEnd(from: number): number {
    for (let at = from; at < this.#text.length && !this.#ignoresQuotes; at += 1) {
      const code = this.#text.charCodeAt(at)
      if (code === GREATER) return at + 1
      if (code !== EQUALS) continue
      while (isBlank(this.#text.charCodeAt(at + 1))) at += 1
      const quote = this.#text.charAt(at + 1)
      if (quote !== '"' && quote !== "'") continue
      const close = this.#text.indexOf(quote, at + 2)
      if (close < 0) break
      at = close
    }
    this.#ignoresQuotes = true
    return this.#text.indexOf('>', from) + 1
  }

  #closeOf(name: string, from: number): number | undefined {
    if (!this.#closedNames.has(name)) return undefined
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
    close.lastIndex = from
    return close.exec(this.#text)?.index
  }

  #find(mark: string, from: number): number | undefined {
    const known = this.#nextEnd.get(mark)
    if (known !== undefined && known >= from) return known === Number.POSITIVE_INFINITY ? undefined : known
    const found = this.#text.indexOf(mark, from)
    this.#nextEnd.set(mark, found < 0 ? Number.POSITIVE_INFINITY : found)
    return found < 0 ? undefined : found
  }

  #push(kind: Tag['kind'], name: string, start: number, end: number): number {
    this.tags.push({ kind, name, start, end })
    return end
  }
}

const EXCLAMATION = 33
const SLASH = 47
const EQUALS = 61
const GREATER = 62
const QUESTION = 63

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
