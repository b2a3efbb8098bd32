// Remakes the fixtures of the office formats with LibreOffice (`soffice` on PATH): the Menyuan filing and the
// forms in fixtures/office/*.json become flat OpenDocument files, which LibreOffice converts. Its output has
// dates in it, so the files differ from run to run; commit them only when their content changes.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const FOLDER = 'fixtures/office'
const MENYUAN = 'fixtures/text/single-cell/menyuan-2022/input.txt'
const FONT = 'Noto Sans CJK SC'

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The filing as one table: the header that each page repeats stands once, as in the workbook it was made from. */
const menyuanTable = () => {
  const lines = readFileSync(MENYUAN, 'utf8').split('\n')
  const rows = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t').map(plainText))
  const [header] = rows
  const isHeader = (row) => row.join() === header.join()
  const numbered = (text) => (/^\d+\.\d\d$/.test(text) ? { text, value: Number(text) } : text)
  return {
    sheet: 'Sheet1',
    title: lines.find((line) => line.startsWith('# ')).slice(2),
    lines: [],
    widths: [1.8, 3.4, 1.7, 9.3, 9.5],
    headerRows: 1,
    rows: [header, ...rows.filter((row) => !isHeader(row))].map((row) => row.map(numbered)),
  }
}

const plainText = (markup) =>
  markup
    .replace(/<\/p>\s*<p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .trim()

const cellOf = (cell) => ({ columns: 1, rows: 1, ...(typeof cell === 'string' ? { text: cell } : cell) })

const paragraphs = (text) =>
  text
    .split('\n')
    .map((line) => `<text:p text:style-name="P">${escapeXml(line)}</text:p>`)
    .join('')

/** The data style that prints a number as `text` does: `n2` two decimals, `g2` with separators, `p0` percent. */
const formatOf = (text) => {
  const decimals = /\.(\d+)/.exec(text)?.[1].length ?? 0
  return `${text.endsWith('%') ? 'p' : text.includes(',') ? 'g' : 'n'}${decimals}`
}

const FORMATS = ['n0', 'n2', 'g2', 'p0']
  .map((name) => {
    const kind = name[0] === 'p' ? 'percentage' : 'number'
    const grouping = name[0] === 'g' ? ' number:grouping="true"' : ''
    const number = `<number:number number:min-integer-digits="1" number:decimal-places="${name[1]}" number:min-decimal-places="${name[1]}"${grouping}/>`
    return `<number:${kind}-style style:name="${name}">${number}${kind === 'percentage' ? '<number:text>%</number:text>' : ''}</number:${kind}-style>
<style:style style:name="C${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="${name}"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:wrap-option="wrap"/></style:style>`
  })
  .join('\n')

/** Rows with the covered places that OpenDocument wants written out. */
const rowsXml = (rows, headerRows, isText) => {
  const hanging = []
  const lines = rows.map((row) => {
    const cells = row.map(cellOf)
    let xml = ''
    let column = 0
    const skip = () => {
      while ((hanging[column] ?? 0) > 0) {
        hanging[column] -= 1
        xml += '<table:covered-table-cell/>'
        column += 1
      }
    }
    skip()
    for (const cell of cells) {
      xml += cellXml(cell, isText)
      for (let i = 0; i < cell.columns; i += 1) {
        if (i > 0) xml += '<table:covered-table-cell/>'
        hanging[column] = cell.rows - 1
        column += 1
      }
      skip()
    }
    return `<table:table-row>${xml}</table:table-row>`
  })
  const header = lines.slice(0, headerRows).join('\n')
  const rest = lines.slice(headerRows).join('\n')
  return header === '' ? rest : `<table:table-header-rows>${header}</table:table-header-rows>${rest}`
}

const cellXml = ({ text, value, columns, rows }, isText) => {
  const spans = `${columns > 1 ? ` table:number-columns-spanned="${columns}"` : ''}${rows > 1 ? ` table:number-rows-spanned="${rows}"` : ''}`
  const isNumber = value !== undefined && !isText
  const type = text.endsWith('%') ? 'percentage' : 'float'
  const typed = isNumber
    ? ` office:value-type="${type}" office:value="${value}" table:style-name="C${formatOf(text)}"`
    : ' office:value-type="string" table:style-name="C"'
  return `<table:table-cell${typed}${spans}>${paragraphs(text)}</table:table-cell>`
}

const columnsXml = (widths) =>
  widths.map((width) => `<table:table-column table:style-name="W${width * 10}"/>`).join('')

const NAMESPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
].map((name) => `xmlns:${name}`)

const textProperties = (size) =>
  `<style:text-properties style:font-name="F" style:font-name-asian="F" fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/>`

const documentXml = (kind, tables, body) => {
  const widths = [...new Set(tables.flatMap((table) => table.widths))]
  const styles = widths.map(
    (width) =>
      `<style:style style:name="W${width * 10}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES.join(' ')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${FONT}'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">${textProperties(8)}</style:default-style>
<style:default-style style:family="table-cell">${textProperties(8)}</style:default-style>
<style:style style:name="Default" style:family="table-cell"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm"/></style:page-layout>
<style:style style:name="P" style:family="paragraph">${textProperties(8)}</style:style>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>${textProperties(14)}</style:style>
<style:style style:name="N" style:family="paragraph" style:master-page-name="M"><style:paragraph-properties fo:text-align="center"/>${textProperties(14)}</style:style>
<style:style style:name="A" style:family="table"><style:table-properties style:width="25.7cm" table:align="center" table:border-model="collapsing"/></style:style>
<style:style style:name="C" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05cm" fo:wrap-option="wrap" style:vertical-align="middle"/></style:style>
${FORMATS}
${styles.join('\n')}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles>
<office:body>${body}</office:body>
</office:document>
`
}

const textXml = (tables) => {
  const parts = tables.map(
    ({ title, lines, widths, headerRows = 0, rows }) =>
      `<text:p text:style-name="N">${escapeXml(title)}</text:p>${lines.map(paragraphs).join('')}
<table:table table:style-name="A">${columnsXml(widths)}${rowsXml(rows, headerRows, true)}</table:table>`,
  )
  return documentXml('text', tables, `<office:text>${parts.join('\n')}</office:text>`)
}

const sheetsXml = (tables) => {
  const parts = tables.map(({ sheet, title, lines, widths, rows }) => {
    const above = [title, ...lines].map((text) => [{ text, columns: widths.length }])
    return `<table:table table:name="${sheet}">${columnsXml(widths)}${rowsXml([...above, ...rows], 0, false)}</table:table>`
  })
  return documentXml('spreadsheet', tables, `<office:spreadsheet>${parts.join('\n')}</office:spreadsheet>`)
}

/** What a document may hold beside plain tables: changes, hidden text, notes, links, symbols, tables in cells. */
const detailsXml = () => {
  const tracked = `<text:tracked-changes><text:changed-region xml:id="d" text:id="d"><text:deletion><office:change-info><dc:creator>x</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>`
  const cell = (content) => `<table:table-cell office:value-type="string">${content}</table:table-cell>`
  const table = (...rows) =>
    `<table:table><table:table-column table:number-columns-repeated="2"/>${rows.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
  const p = (content) => `<text:p>${content}</text:p>`
  const link = '<text:a xlink:type="simple" xlink:href="http://example.invalid/">见附件</text:a>'
  const note =
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>含上年结转</text:p></text:note-body></text:note>'
  const body = [
    tracked,
    p('保留<text:change text:change-id="d"/>的文字<text:span text:style-name="H">藏</text:span>'),
    table([
      p('完成率<text:span text:style-name="S">\uf0b3</text:span>95%'),
      p(`${link}，第一行<text:line-break/>第二行${note}`),
    ]),
    p('两表之间'),
    table([
      p('维修渠道长度，合计十二公里，分两处实施'),
      p('其中') + table([p('甲渠'), p('5公里')], [p('乙渠'), p('7公里')]) + p('完'),
    ]),
    '<text:list text:style-name="L1"><text:list-item><text:p>最后一段</text:p></text:list-item></text:list>',
  ].join('')
  return documentXml('text', [], `<office:text>${body}</office:text>`)
    .replace(
      'office:version',
      'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version',
    )
    .replace(
      '</office:automatic-styles>',
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="1"/></text:list-style><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="S" style:family="text"><style:text-properties style:font-name="Symbol"/></style:style></office:automatic-styles>',
    )
    .replace(
      '</office:font-face-decls>',
      '<style:font-face style:name="Symbol" svg:font-family="Symbol" style:font-charset="x-symbol"/></office:font-face-decls>',
    )
}

const convert = (folder, file, format) => {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const { status, stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', format, '--outdir', resolve(FOLDER), file],
    { encoding: 'utf8', timeout: 180_000 },
  )
  if (status !== 0) throw new Error(`soffice could not make ${format} of ${file}:\n${stderr}`)
}

const folder = mkdtempSync(join(tmpdir(), 'office-fixtures-'))
const forms = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const filings = new Map([
  ['menyuan-2022', [menyuanTable()]],
  ...forms.map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))]),
])
for (const [name, tables] of filings) {
  const text = join(folder, `${name}.fodt`)
  const sheets = join(folder, `${name}.fods`)
  writeFileSync(text, textXml(tables))
  writeFileSync(sheets, sheetsXml(tables))
  for (const format of ['pdf', 'docx:MS Word 2007 XML', 'doc:MS Word 97', 'html:HTML (StarWriter)'])
    convert(folder, text, format)
  for (const format of ['xlsx:Calc MS Excel 2007 XML', 'xls:MS Excel 97', 'ods'])
    convert(folder, sheets, format)
}
const details = join(folder, 'details.fodt')
writeFileSync(details, detailsXml())
convert(folder, details, 'doc:MS Word 97')
rmSync(folder, { recursive: true })
