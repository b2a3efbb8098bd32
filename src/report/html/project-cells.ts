import type { Category, Goal, Indicator, Project } from '../../model/disclosure.ts'
import { contains, type Span } from '../../source/span.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { MarkPainter } from './mark-painter.ts'
import { html, type Markup, NOTHING } from './markup.ts'

/** The goals of a project, as printed, one paragraph each. */
export const renderGoals = ({ goals }: Project, painter: MarkPainter): Markup =>
  goals.length === 0 ? NONE : html`${goals.map((goal) => renderGoal(goal, painter))}`

/** Headings and indicators of a project, as printed, values in a column of their own. */
export const renderIndicators = ({ indicators, categories }: Project, painter: MarkPainter): Markup =>
  indicators.length + categories.length === 0
    ? NONE
    : html`${[...indicators, ...categories].map((child) => renderChild(child, painter))}`

const NONE = html`<span class="faint">—</span>`

const renderGoal = ({ marker, text }: Goal, painter: MarkPainter): Markup =>
  html`<p>${marker === undefined ? NOTHING : html`<b>${painter.paint(marker.text)}</b>`}${painter.paint(text)}</p>`

const renderChild = (child: Category | Indicator, painter: MarkPainter): Markup => {
  if (child.kind === 'indicator') return renderIndicator(child, painter)
  return html`<div class="c${child.level}">${painter.paint(child.heading)}</div>${child.children.map(
    (inner) => renderChild(inner, painter),
  )}`
}

const renderIndicator = ({ text, target, direction, column }: Indicator, painter: MarkPainter): Markup => {
  const asides = [column, direction?.text]
    .filter((aside) => aside !== undefined && !contains(text.span, aside.span))
    .map((aside) => html` <span class="faint">${painter.paint(aside)}</span>`)
  const value = target.kind === 'blank' ? undefined : rangeOf(target.span, text)
  if (value === undefined) return html`<div class="i"><span>${painter.paint(text)}${asides}</span></div>`
  // In the order of the text, so that a mark over all of it is numbered where it begins.
  const name = painter.paint(text.slice(0, value.start).trim())
  const painted = painter.paint(text.slice(value.start, value.end))
  const after = text.slice(value.end).trim()
  const rest = after.text === '' ? NOTHING : html` <span class="faint">${painter.paint(after)}</span>`
  return html`<div class="i"><span>${name}${asides}</span><span class="v">${painted}${rest}</span></div>`
}

/** Which part of `text` was read from `place`: from its first character there to its last. */
const rangeOf = (place: Span, text: SpannedText): Span | undefined => {
  let start = -1
  let end = -1
  for (let i = 0; i < text.length; i += 1) {
    if (!contains(place, text.slice(i, i + 1).span)) continue
    if (start < 0) start = i
    end = i + 1
  }
  return start < 0 ? undefined : { start, end }
}
