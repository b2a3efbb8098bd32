import type { Message } from '../../model/finding.ts'
import { printable } from '../printable.ts'

/** Text that is HTML already; everything else is escaped when it goes into a template. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

export type Content = Markup | string | number | undefined | readonly Content[]

/**
 * A template of HTML. Strings put into it become inert text, in elements and in quoted attributes:
 * markup is escaped, and what can't be seen or turns text around stands as `\u202e`. Line ends of the
 * template itself separate attributes and words, and are nothing between elements.
 */
export const html = (strings: TemplateStringsArray, ...values: readonly Content[]): Markup => {
  const fixed = withoutIndent(strings)
  let out = fixed[0] as string
  for (const [i, value] of values.entries()) out += renderContent(value) + fixed[i + 1]
  return new Markup(out)
}

export const NOTHING = new Markup('')

/** `text` as inert text. */
export const escapeHtml = (text: string): string =>
  printable(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] as string)

/** A sentence in both languages; the page shows the one that is chosen. */
export const both = ({ zh, en }: Message): Markup =>
  zh === en ? html`${zh}` : html`<span lang="zh">${zh}</span><span lang="en">${en}</span>`

/** The same for an attribute, which can't hold elements: the page's script changes it. */
export const bothIn = (attribute: string, { zh, en }: Message, now: 'zh' | 'en'): Markup =>
  new Markup(
    `${attribute}="${escapeHtml(now === 'zh' ? zh : en)}" data-${attribute}-zh="${escapeHtml(zh)}" data-${attribute}-en="${escapeHtml(en)}"`,
  )

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

const renderContent = (value: Content): string => {
  if (value === undefined) return ''
  if (value instanceof Markup) return value.html
  if (typeof value === 'string') return escapeHtml(value)
  return typeof value === 'number' ? String(value) : value.map(renderContent).join('')
}

const fixedParts = new WeakMap<TemplateStringsArray, readonly string[]>()

const withoutIndent = (strings: TemplateStringsArray): readonly string[] => {
  let fixed = fixedParts.get(strings)
  if (fixed === undefined) {
    fixed = strings.map((part) =>
      part.replace(/\n\s*([^\s<]?)/g, (_, next: string) => (next === '' ? '' : ` ${next}`)),
    )
    fixedParts.set(strings, fixed)
  }
  return fixed
}
