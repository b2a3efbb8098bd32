import { Tokenizer } from 'htmlparser2'
import { BLOCK_TAGS, type FragmentBuilder, INLINE_TAGS } from './fragment-builder.ts'

const skip = (): void => {}

/**
 * Reads any markup by htmlparser2's tokenizer, which gives exact ranges and has no stack of open tags
 * (its parser's is quadratic on nested ones). A range that it passes over is text: nothing is lost.
 */
export const readAnyTags = (raw: string, builder: FragmentBuilder): void => {
  const reader = new TagReader(raw, builder)
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (_start, end) => reader.flush(end),
      ontextentity: (codepoint, end) => reader.entity(codepoint, end),
      onopentagname: (start, end) => reader.begin(start, end, false),
      onopentagend: (last) => reader.finish(last),
      onselfclosingtag: (last) => reader.finish(last),
      onclosetag: (start, end) => reader.close(start, end),
      oncomment: (start, end) => reader.comment(start, end),
      onattribdata: skip,
      onattribend: skip,
      onattribentity: skip,
      onattribname: skip,
      oncdata: skip,
      ondeclaration: skip,
      onprocessinginstruction: skip,
      onend: skip,
    },
  )
  tokenizer.write(raw)
  tokenizer.end()
  reader.end()
}

class TagReader {
  readonly #raw: string
  readonly #builder: FragmentBuilder
  /** Everything before has been handed on. */
  #at = 0
  #tagStart = -1
  #name = ''
  #isClosing = false

  constructor(raw: string, builder: FragmentBuilder) {
    this.#raw = raw
    this.#builder = builder
  }

  flush(end: number): void {
    this.#builder.text(this.#at, end)
    this.#at = Math.max(this.#at, end)
  }

  entity(codepoint: number, end: number): void {
    const start = this.#raw.lastIndexOf('&', end - 1)
    if (start < this.#at) return
    this.flush(start)
    this.#builder.text(start, end, String.fromCodePoint(codepoint))
    this.#at = end
  }

  begin(nameStart: number, nameEnd: number, isClosing: boolean): void {
    const start = this.#raw.lastIndexOf('<', nameStart)
    if (start < this.#at) return
    this.flush(start)
    this.#tagStart = start
    this.#name = this.#raw.slice(nameStart, nameEnd).toLowerCase()
    this.#isClosing = isClosing
  }

  finish(last: number): void {
    if (this.#tagStart < 0) return
    if (BLOCK_TAGS.has(this.#name) || INLINE_TAGS.has(this.#name)) {
      this.#builder.tag(this.#tagStart, last + 1, this.#name, this.#isClosing)
      this.#at = last + 1
    }
    this.#tagStart = -1
  }

  /** The name of a closing tag ends before its bracket, with blanks between them at most. */
  close(nameStart: number, nameEnd: number): void {
    this.begin(nameStart, nameEnd, true)
    const bracket = this.#raw.indexOf('>', nameEnd)
    if (bracket >= 0) this.finish(bracket)
  }

  comment(start: number, end: number): void {
    const open = this.#raw.lastIndexOf('<!--', start)
    if (open < this.#at) return
    this.flush(open)
    // The tokenizer stands at the last character of `-->`; a comment that never ends has none.
    const close = this.#raw[end] === '>' ? end + 1 : end
    this.#builder.tag(open, close, '!--', false)
    this.#at = close
  }

  end(): void {
    if (/<\/?[a-z]{0,6}$/i.test(this.#raw.slice(this.#at).slice(-8))) this.#builder.cutOff()
    this.flush(this.#raw.length)
  }
}
