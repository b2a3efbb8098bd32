/** One page of a made-up PDF: drawing operators, and what its page dictionary says beside them. */
export interface MadePage {
  readonly content: string
  /** More entries of the page dictionary: `/Rotate 90`, `/CropBox[…]`. */
  readonly entries?: string
}

/** The text of `text` as the fonts below are fed: UTF-16, big end first, in hexadecimal. */
export const hex = (text: string): string =>
  `<${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`

/** Text at a place; F1 runs to the right, F2 down. Letters and digits are half as wide as the font size. */
export const show = (x: number, y: number, text: string, size = 10, font = 'F1'): string =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj ET`

export const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `${x0} ${y0} m ${x1} ${y1} l S`

/** All lines of a table, given the positions of its edges. */
export const grid = (xs: readonly number[], ys: readonly number[]): string =>
  [
    ...ys.map((y) => line(Math.min(...xs), y, Math.max(...xs), y)),
    ...xs.map((x) => line(x, Math.min(...ys), x, Math.max(...ys))),
  ].join('\n')

/** A PDF of pages 400 × 300 points (or as their entries say), with fonts that are not in the file. */
export const makePdf = (pages: readonly (string | MadePage)[], forms: readonly string[] = []): Uint8Array => {
  const font = (name: string, descendant: number): string =>
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${name}/DescendantFonts[${descendant} 0 R]>>`
  const descendant =
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>'
  const descriptor =
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>'
  const firstForm = 8
  const firstPage = firstForm + forms.length
  const names = forms.map((_, i) => `/X${i + 1} ${firstForm + i} 0 R`).join('')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ')}]/Count ${pages.length}/MediaBox[0 0 400 300]/Resources 7 0 R>>`,
    font('UniGB-UCS2-H', 4),
    descendant,
    descriptor,
    font('UniGB-UCS2-V', 4),
    `<</Font<</F1 3 0 R/F2 6 0 R>>/XObject<<${names}>>>>`,
    ...forms,
    ...pages.flatMap((page, i) => {
      const { content, entries = '' } = typeof page === 'string' ? { content: page } : page
      return [
        `<</Type/Page/Parent 2 0 R/Contents ${firstPage + 2 * i + 1} 0 R${entries}>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ]
    }),
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  pdf += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`
  return Uint8Array.from(pdf, (char) => char.charCodeAt(0))
}

/** A form for `makePdf`, drawn by `/X1 Do`, `/X2 Do` … */
export const makeForm = (content: string, entries = ''): string =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 400 400]/Resources 7 0 R${entries}/Length ${content.length}>>stream\n${content}\nendstream`
