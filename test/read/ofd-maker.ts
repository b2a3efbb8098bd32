import { makeZip } from './zip-maker.ts'

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'

const xml = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ofd:${name} ${NAMESPACE}>${content}</ofd:${name}>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** How far a character moves on, of the font size: letters and digits half as far as others. */
const widthOf = (character: string): number => (character < '\u2000' ? 0.5 : 1)

/** A line of text with its upper left corner at a place, in millimetres. */
export const show = (x: number, y: number, text: string, size = 3.5, more = ''): string => {
  const steps = Array.from(text, (character) => widthOf(character) * size)
  const width = steps.reduce((sum, step) => sum + step, 0)
  return `<ofd:TextObject ID="1" Boundary="${x} ${y} ${width} ${size}" Font="1" Size="${size}" ${more}><ofd:FillColor Value="0 0 0"/><ofd:TextCode X="0" Y="${size * 0.88}" DeltaX="${steps.slice(0, -1).join(' ')}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
}

export const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `<ofd:PathObject ID="2" Boundary="${x0} ${y0} ${x1 - x0} ${y1 - y0}" LineWidth="0.25"><ofd:StrokeColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`

/** All lines of a table, given the positions of its edges. */
export const grid = (xs: readonly number[], ys: readonly number[]): string =>
  [
    ...ys.map((y) => line(Math.min(...xs), y, Math.max(...xs), y)),
    ...xs.map((x) => line(x, Math.min(...ys), x, Math.max(...ys))),
  ].join('')

export const page = (objects: string, before = '', box = '0 0 210 297'): string =>
  xml(
    'Page',
    `<ofd:Area><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:Area>${before}<ofd:Content><ofd:Layer ID="3" Type="Body">${objects}</ofd:Layer></ofd:Content>`,
  )

/** What an OFD may have beside its pages. */
export interface MadeParts {
  /** Elements of the document's common data, and of the document. */
  readonly common?: string
  readonly document?: string
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

export const makeOfd = (
  pages: readonly string[],
  { common = '', document = '', files = {} }: MadeParts = {},
) => {
  const references = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
  const parts: Record<string, string | Uint8Array> = {
    'OFD.xml': xml('OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    'Doc_0/Document.xml': xml(
      'Document',
      `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${references.join('')}</ofd:Pages>${document}`,
    ),
    ...files,
  }
  for (const [i, content] of pages.entries()) parts[`Doc_0/Pages/Page_${i}/Content.xml`] = content
  return makeZip(Object.entries(parts).map(([name, data]) => ({ name, data })))
}

const SIZE = 3
const MARGIN = 1
const STEP = 4

/** A table with lines of text wrapped into its columns, as objects, from `top` downwards; and where it ends. */
export const table = (
  rows: readonly (readonly string[])[],
  xs: readonly number[],
  top: number,
): { readonly objects: string; readonly bottom: number } => {
  const ys = [top]
  const objects: string[] = []
  for (const row of rows) {
    const start = ys.at(-1) as number
    const cells = row.map((text, i) => wrap(text, (xs[i + 1] as number) - (xs[i] as number) - 2 * MARGIN))
    for (const [i, lines] of cells.entries())
      for (const [k, text] of lines.entries())
        if (text !== '') objects.push(show((xs[i] as number) + MARGIN, start + MARGIN + k * STEP, text, SIZE))
    ys.push(start + 2 * MARGIN + STEP * Math.max(1, ...cells.map((lines) => lines.length)))
  }
  return { objects: objects.join('') + grid(xs, ys), bottom: ys.at(-1) as number }
}

const wrap = (text: string, width: number): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines = ['']
    let used = 0
    for (const character of paragraph) {
      used += widthOf(character) * SIZE
      if (used > width) {
        lines.push('')
        used = widthOf(character) * SIZE
      }
      lines[lines.length - 1] += character
    }
    return lines
  })
