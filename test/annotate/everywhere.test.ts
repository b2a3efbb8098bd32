import { readdirSync, readFileSync } from 'node:fs'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import type { Source } from '../../src/source/source.ts'
import { copyOf, partsOf, recordAt, sourceOf } from './copies.ts'

const FOLDER = new URL('../../fixtures/', import.meta.url)

const filesOf = (extension: string): readonly string[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`.${extension}`))
    .sort()

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')

/** Every cell and line that has text, and every second word of it, and all that have none. */
const spansIn = ({ addresses, text }: Source) =>
  addresses
    .filter(({ name }) => !/footnote/.test(name.en))
    .slice(0, 400)
    .flatMap(({ name, span: { start, end } }) => {
      // Blank lines outside tables are distances.
      if (text.slice(start, end).trim() === '') return /column|!/.test(name.en) ? [{ start, end: start }] : []
      const middle = start + Math.floor((end - start) / 2)
      return [
        { start, end },
        ...(withoutBlanks(text.slice(middle, end)) === '' ? [] : [{ start: middle, end }]),
      ]
    })

const copied = async (path: string) => {
  const bytes = new Uint8Array(readFileSync(new URL(path, FOLDER)))
  const { source } = await sourceOf(bytes)
  const spans = spansIn(source)
  const copy = await copyOf(bytes, await recordAt(bytes, spans))
  expect((await sourceOf(copy)).source.text).toBe(source.text)
  const parts = await partsOf(copy)
  for (const [name, xml] of Object.entries(parts))
    if (/\.(xml|rels|vml)$/.test(name)) expect(XMLValidator.validate(xml), name).toBe(true)
  return { source, spans, parts }
}

describe('a comment at every cell of', () => {
  test.each(filesOf('xlsx'))('%s', async (path) => {
    const { source, spans, parts } = await copied(path)
    const cells = new Set(
      Object.entries(parts).flatMap(([name, xml]) =>
        name.includes('comments')
          ? Array.from(xml.matchAll(/<comment ref="([^"]+)"/g), ([, ref]) => ref)
          : [],
      ),
    )
    // In merged cells nothing is read but what stands in the first.
    for (const span of spans) expect(cells).toContain(source.address(span)?.en.replace(/^.*!/, ''))
  })

  test.each(filesOf('docx'))('%s', async (path) => {
    const { source, spans, parts } = await copied(path)
    const body = parts['word/document.xml'] ?? ''
    const ids = Array.from((parts['word/comments.xml'] ?? '').matchAll(/w:id="(\d+)"/g), ([, id]) => id)
    const first = Number(ids.at(-spans.length))
    for (const [i, { start, end }] of spans.entries()) {
      const id = first + i
      const inside = new RegExp(
        `<w:commentRangeStart w:id="${id}"/>([^]*)<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
      ).exec(body)?.[1]
      const words = Array.from(
        (inside ?? '?').matchAll(/<w:t(?: [^<>]*)?>([^<]*)<\/w:t>/g),
        ([, text]) => text,
      ).join('')
      const plain = withoutBlanks(
        words.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''),
      )
      const expected = withoutBlanks(source.text.slice(start, end))
      // A run with escaped characters or line ends is marked as a whole.
      if (words.includes('&') || inside?.includes('<w:br/>')) expect(plain).toContain(expected)
      // What Word numbers a paragraph with is no text of it.
      else if (!/numbering/.test(Object.keys(parts).join())) expect(plain).toBe(expected)
      else expect(expected.endsWith(plain) || plain.includes(expected), `${plain} / ${expected}`).toBe(true)
    }
  })
})

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
