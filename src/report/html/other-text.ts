import type { Leftover } from '../../model/disclosure.ts'
import { quoteAt } from '../../source/quote.ts'
import { contains, type Span } from '../../source/span.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { fitQuote } from '../fragment.ts'
import { spanName } from '../place.ts'
import type { DrawnFile } from './filing.ts'
import type { MarkPainter } from './mark-painter.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { inBoth, PAGE_WORDS } from './page-words.ts'

/** The text of a filing that is in no cell of the page's table: nothing of the input is left out. */
export class OtherText {
  readonly #file: DrawnFile
  readonly #painter: MarkPainter
  readonly #claimed = new Set<SpannedText>()

  constructor(file: DrawnFile, painter: MarkPainter) {
    this.#file = file
    this.#painter = painter
  }

  /** Takes out a text that is shown elsewhere. */
  claim(text: SpannedText): void {
    this.#claimed.add(text)
  }

  /** Remarks and what could not be read in the row of a project, to stand with it. */
  renderWithin(row: Span): Markup {
    const inside = this.#file.disclosure.leftovers.filter(
      ({ text, reason }) =>
        (reason === 'unplaced' || reason === 'column') &&
        contains(row, text.span) &&
        !this.#claimed.has(text),
    )
    for (const { text } of inside) this.claim(text)
    return html`${inside.map(({ text, reason }) => html`<p class="left ${reason}">${this.#painter.paint(text)}</p>`)}`
  }

  /** Titles of other pages, notes, page numbers; then the marks that nothing shown so far holds. */
  renderRest(): Markup {
    const { headings, leftovers } = this.#file.disclosure
    const texts = [...headings, ...leftovers]
      .map(({ text }: Pick<Leftover, 'text'>) => text)
      .filter((text) => !this.#claimed.has(text) && !text.isBlank)
      .sort((a, b) => a.span.start - b.span.start)
    const isOpen = texts.some(({ span }) => this.#painter.isMarked(span))
    const items = texts.map(
      (text) =>
        html`<li><span class="place">${this.#placeOf(text.span)}</span> ${this.#painter.paint(text)}</li>`,
    )
    const rest =
      items.length === 0
        ? NOTHING
        : html`<details class="others"${isOpen ? html` open` : NOTHING}><summary>${both(PAGE_WORDS.others)}
          <span class="count">${items.length}</span></summary><ul>${items}</ul></details>`
    return html`${rest}${this.#renderUnplaced()}`
  }

  #renderUnplaced(): Markup {
    const { source } = this.#file
    const marks = this.#painter.unplaced
    if (marks.length === 0) return NOTHING
    const items = marks.map((mark) => {
      const { before, marked, after } = fitQuote(quoteAt(source.text, mark.at), 90, 1)
      return html`<li><span class="place">${this.#placeOf(mark.at)}</span> ${before}${this.#painter.paintAlone(mark, marked)}${after}</li>`
    })
    return html`<div class="others"><p class="faint">${both(PAGE_WORDS.unplaced)}</p><ul>${items}</ul></div>`
  }

  #placeOf(span: Span): Markup {
    return both(inBoth((language) => spanName(this.#file.source, span, language)))
  }
}
