import type { Category, Goal, Indicator, Project } from '../../model/disclosure.ts'
import { indicatorsOf } from '../../model/walk.ts'
import { contains, type Span } from '../../source/span.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { type MoneyLine, moneyLinesOf, RESULT_WORDS } from '../target-text.ts'
import type { MarkPainter } from './mark-painter.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { PAGE_WORDS } from './page-words.ts'

/** The goals of a project, as printed, one paragraph each; beside them what became of them, where it is printed. */
export const renderGoals = ({ goals, results }: Project, painter: MarkPainter): Markup => {
  const planned = goals.length === 0 ? NONE : html`${goals.map((goal) => renderGoal(goal, painter))}`
  if (results.length === 0) return planned
  return html`<div class="pair"><div>${planned}</div><div class="result"><div class="aside">${both(RESULT_WORDS.results)}</div>${results.map(
    (result) => renderGoal(result, painter),
  )}</div></div>`
}

/** Headings and indicators of a project, as printed, values in a column of their own, results and scores beside them. */
export const renderIndicators = (project: Project, painter: MarkPainter): Markup => {
  const children = [...project.indicators, ...project.categories]
  if (children.length === 0) return NONE
  const hasResults = indicatorsOf(project).some(
    ({ indicator: { actual, score } }) => actual !== undefined || score !== undefined,
  )
  const rendered = children.map((child) => renderChild(child, painter))
  return hasResults ? html`<div class="evaluated">${RESULT_HEADER}${rendered}</div>` : html`${rendered}`
}

const RESULT_HEADER = html`<div class="i head"><span></span><span class="v">${both(PAGE_WORDS.colTarget)}</span><span class="a">${both(
  RESULT_WORDS.actual,
)}</span><span class="s">${both(RESULT_WORDS.score)}</span></div>`

const NONE = html`<span class="faint">—</span>`

const renderGoal = ({ marker, text }: Goal, painter: MarkPainter): Markup =>
  html`<p>${marker === undefined ? NOTHING : html`<b>${painter.paint(marker.text)}</b>`}${painter.paint(text)}</p>`

const renderChild = (child: Category | Indicator, painter: MarkPainter): Markup => {
  if (child.kind === 'indicator') return renderIndicator(child, painter)
  return html`<div class="c${child.level}">${painter.paint(child.heading)}</div>${child.children.map(
    (inner) => renderChild(inner, painter),
  )}`
}

const renderIndicator = (indicator: Indicator, painter: MarkPainter): Markup => {
  const { text, target, direction, column } = indicator
  const asides = [column, direction?.text]
    .filter((aside) => aside !== undefined && !contains(text.span, aside.span))
    .map((aside) => html` <span class="faint">${painter.paint(aside)}</span>`)
  const value = target.kind === 'blank' ? undefined : rangeOf(target.span, text)
  const results = renderResults(indicator, value === undefined, painter)
  const remarks = renderRemarks(indicator, painter)
  if (value === undefined) {
    return html`<div class="i"><span>${painter.paint(text)}${asides}</span>${results}</div>${remarks}`
  }
  // In the order of the text, so that a mark over all of it is numbered where it begins.
  const name = painter.paint(text.slice(0, value.start).trim())
  const painted = painter.paint(text.slice(value.start, value.end))
  const after = text.slice(value.end).trim()
  const rest = after.text === '' ? NOTHING : html` <span class="faint">${painter.paint(after)}</span>`
  return html`<div class="i"><span>${name}${asides}</span><span class="v">${painted}${rest}</span>${results}</div>${remarks}`
}

/** What was reached and how it was scored; where no target stands, its column stays empty. */
const renderResults = ({ actual, score }: Indicator, isAlone: boolean, painter: MarkPainter): Markup => {
  if (actual === undefined && score === undefined) return NOTHING
  return html`${isAlone ? html`<span class="v"></span>` : NOTHING}<span class="a">${painter.paint(actual?.text)}</span><span class="s">${painter.paint(score?.text)}</span>`
}

const renderRemarks = ({ reason, notes }: Indicator, painter: MarkPainter): Markup =>
  html`${notes.map((note) => html`<p class="remark">${painter.paint(note)}</p>`)}${
    reason === undefined
      ? NOTHING
      : html`<p class="remark"><b>${both(RESULT_WORDS.reason)}</b> ${painter.paint(reason)}</p>`
  }`

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

/** What a project's money table prints beside the planned amounts: a row for each source, a column for each stage. */
export const renderMoneyTable = (project: Project, painter: MarkPainter): Markup => {
  const lines = moneyLinesOf(project)
  if (lines.length === 0) return NOTHING
  const labels = labelsOf(project)
  const header = labels.map((label) => html`<th scope="col">${painter.paint(label)}</th>`)
  const rows = lines.map(
    (line) =>
      html`<tr><th scope="row">${painter.paint(line.source)}</th>${labels.map(
        (label) => html`<td>${renderCells(line, label, painter)}</td>`,
      )}</tr>`,
  )
  return html`<table class="stages"><thead><tr><td></td>${header}</tr></thead><tbody>${rows}</tbody></table>`
}

/** The header of each column, as it is printed first. */
const labelsOf = ({ money }: Project): readonly SpannedText[] => {
  const labels = new Map<string, SpannedText>()
  for (const { label } of money) if (!labels.has(label.meaning)) labels.set(label.meaning, label)
  return [...labels.values()]
}

/** A label that is printed again beside its amount stands there again. */
const renderCells = ({ cells }: MoneyLine, header: SpannedText, painter: MarkPainter): Markup =>
  html`${cells
    .filter(({ label }) => label.meaning === header.meaning)
    .map(({ label, amount }) => {
      const again =
        label.span.start === header.span.start
          ? NOTHING
          : html`<span class="faint">${painter.paint(label)}</span> `
      return html`<div>${again}${painter.paint(amount.text)}</div>`
    })}`
