import type { Project } from '../../model/disclosure.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { type MoneyLine, moneyLinesOf } from '../result-text.ts'
import type { MarkPainter } from './mark-painter.ts'
import { html, type Markup, NOTHING } from './markup.ts'

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
