import { type Content, html, type Markup, NOTHING } from './markup.ts'

/** One line of a chart: a label, a number as it is written, and the parts of its bar. */
export interface Bar {
  readonly label: Content
  readonly value: Content
  /** In one measure for all bars of a chart; drawn one behind the other. */
  readonly parts: readonly BarPart[]
  /** Where a click leads. */
  readonly href?: string | undefined
  /** The rule that a click filters by. */
  readonly rule?: string
}

interface BarPart {
  readonly size: number
  readonly kind: 'error' | 'warning' | 'info' | 'money'
}

/**
 * Horizontal bars, each an inline SVG below its label. All lengths are shares of the width, so that
 * letters keep their size on a narrow screen and on paper. `full` is the least that fills the width.
 */
export const renderBars = (bars: readonly Bar[], full = Number.MIN_VALUE): Markup => {
  const longest = Math.max(...bars.map(sizeOf), full)
  return html`<ol class="bars">${bars.map((bar) => html`<li>${renderBar(bar, longest)}</li>`)}</ol>`
}

const renderBar = (bar: Bar, longest: number): Markup => {
  const words = html`<span class="label">${bar.label}</span> <span class="value">${bar.value}</span>`
  let x = 0
  const parts = bar.parts.map(({ size, kind }) => {
    const width = (Math.max(0, size) / longest) * 100
    const rect = html`<rect class="${kind}" x="${percent(x)}" width="${percent(width)}" height="8"/>`
    x += width
    return rect
  })
  const svg = html`<svg width="100%" height="8" aria-hidden="true"><rect class="track" width="100%" height="8"/>${parts}</svg>`
  if (bar.href === undefined) return html`<span class="bar">${words}${svg}</span>`
  const rule = bar.rule === undefined ? NOTHING : html` data-rule="${bar.rule}"`
  return html`<a class="bar" href="${bar.href}"${rule}>${words}${svg}</a>`
}

const sizeOf = ({ parts }: Bar): number => parts.reduce((total, { size }) => total + Math.max(0, size), 0)

const percent = (share: number): string => `${Number(share.toFixed(2))}%`
