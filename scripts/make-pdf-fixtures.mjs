// Makes the PDFs of fixtures/pdf with LibreOffice and Chromium, which must be on PATH. Run by hand: both
// put dates into what they make, so the files differ from run to run and only their text is tested.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'

const TARGET = 'fixtures/pdf'

const page = (style, body) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><style>
body { font-family: 'Noto Sans CJK SC', sans-serif; font-size: 10pt; margin: 0 }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #000; padding: 3px 4px; text-align: left; vertical-align: middle; font-weight: normal }
h1 { font-size: 14pt; font-weight: normal; text-align: center }
p { margin: 0 }
${style}</style></head><body>${body}</body></html>`

const rowsOf = (rows) => rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n')
const td = (text, attributes = '') => `<td ${attributes}>${text}</td>`

/** One project on a form: label and value head, then indicators with merged category cells. */
const form = page(
  'table { table-layout: fixed } @page { size: A4; margin: 2cm }',
  `<h1>项目支出绩效目标表</h1><p>（2024年度）</p>
<table border="1" cellspacing="0"><colgroup><col style="width:12%"><col style="width:16%"><col style="width:18%"><col style="width:32%"><col style="width:22%"></colgroup>
${rowsOf([
  [td('项目名称', 'colspan="2"'), td('乡镇综合文化站免费开放补助', 'colspan="3"')],
  [td('主管部门', 'colspan="2"'), td('某县文化和旅游局'), td('实施单位'), td('某县文化馆')],
  [
    td('项目资金（万元）', 'colspan="2" rowspan="3"'),
    td('年度资金总额', 'colspan="2"'),
    td('36.50', 'style="text-align:right"'),
  ],
  [td('其中：财政拨款', 'colspan="2"'), td('30.00', 'style="text-align:right"')],
  [td('其他资金', 'colspan="2"'), td('6.50', 'style="text-align:right"')],
  [
    td('年度目标'),
    td(
      '<p>目标1：支持12个乡镇综合文化站向群众免费开放，全年开放时间不少于2400小时，保障基本公共文化服务项目正常开展。</p><p>目标2：组织文化活动48场次，培训基层文化骨干120人。</p>',
      'colspan="4"',
    ),
  ],
  [td('一级指标'), td('二级指标'), td('三级指标', 'colspan="2"'), td('指标值')],
  [
    td('产出指标', 'rowspan="4"'),
    td('数量指标', 'rowspan="2"'),
    td('免费开放文化站数量', 'colspan="2"'),
    td('≥12个'),
  ],
  [td('组织文化活动场次', 'colspan="2"'), td('≥48场次')],
  [td('质量指标'), td('培训合格率', 'colspan="2"'), td('≥95%')],
  [td('成本指标'), td('每站补助标准', 'colspan="2"'), td('≤3万元')],
  [td('效益指标'), td('社会效益指标'), td('群众文化生活丰富程度', 'colspan="2"'), td('有所提升')],
  [td('满意度指标'), td('服务对象满意度指标'), td('群众满意度', 'colspan="2"'), td('≥90%')],
])}
</table>`,
)

/** Columns told by blank space alone. */
const borderless = page(
  'td { border: none; padding: 2px 14px } table { width: auto } @page { size: A4; margin: 2cm }',
  `<h1>2024年部门预算项目支出绩效指标</h1>
<table>${rowsOf([
    [td('项目名称'), td('金额（万元）'), td('指标名称'), td('指标值')],
    [
      td('图书购置'),
      td('12.00', 'style="text-align:right"'),
      td('购置图书数量'),
      td('≥2400册', 'style="white-space:nowrap"'),
    ],
    [
      td('设备维护'),
      td('105.60', 'style="text-align:right"'),
      td('设备完好率'),
      td('≥98%', 'style="white-space:nowrap"'),
    ],
    [td('讲座活动'), td('4.80', 'style="text-align:right"'), td('举办讲座场次'), td('24场')],
  ])}</table><p>注：金额含上年结转。</p>`,
)

/** More rows than a page holds; the cell of a goal is cut by the end of the page. */
const twoPages = page(
  '@page { size: A5 landscape; margin: 1.2cm } td:nth-child(1) { width: 22% } td:nth-child(2) { width: 14% } td:nth-child(4) { width: 18% }',
  `<h1>2024年部门预算项目支出绩效目标公开表</h1>
<table border="1" cellspacing="0">${rowsOf([
    [td('项目名称'), td('金额（万元）'), td('绩效目标'), td('指标值')],
    ...Array.from({ length: 5 }, (_, i) => [
      td(`农村公路养护工程第${i + 1}标段`),
      td(`${i + 3}.${i}0`),
      td(
        `完成第${i + 1}标段路面病害处治${12 + i}公里，及时修复水毁路段，保障沿线群众出行安全，延长道路使用年限，降低后期养护费用。`,
      ),
      td(`≥${12 + i}公里`),
    ]),
    [
      td('农村公路养护工程监理'),
      td('2.60'),
      td(
        `${Array.from({ length: 12 }, (_, i) => `第${i + 1}月对各标段的原材料、施工工艺和工程量进行检查并形成记录`).join('；')}。`,
      ),
      td('100%'),
    ],
  ])}</table>`,
)

/** Page numbers as LibreOffice reads them out of HTML. */
const pageNumbers =
  '<div type="footer"><p align="center">- <sdfield type="page" subtype="random" format="page">1</sdfield> -</p></div>'

const work = mkdtempSync(join(tmpdir(), 'pbo-pdf-'))
mkdirSync(TARGET, { recursive: true })

const write = (name, html) => {
  const file = join(work, `${name}.html`)
  writeFileSync(file, html)
  return file
}

const byChromium = (name, html) => {
  const file = write(name, html)
  const browser = '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking'
  execFileSync(
    'chromium',
    [...browser.split(' '), '--no-pdf-header-footer', `--print-to-pdf=${TARGET}/${name}.pdf`, file],
    { stdio: 'ignore' },
  )
}

const byLibreOffice = (name, html, filter = 'pdf:writer_web_pdf_Export') => {
  const file = write(name, html)
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', work, file], {
    stdio: 'ignore',
  })
  renameSync(join(work, `${name}.pdf`), `${TARGET}/${name}.pdf`)
}

/** Adds `/Rotate 90` to the only page, by an update at the end of the file as editors write it. */
const rotated = (name, from) => {
  const pdf = readFileSync(`${TARGET}/${from}.pdf`, 'latin1')
  const [whole, number, dictionary] = /(\d+) 0 obj\s*<<(\/Type\s*\/Page\b(?!s)[\s\S]*?)>>\s*endobj/.exec(pdf)
  if (!whole) throw new Error('no page in the file')
  const [, root] = /\/Root (\d+ 0 R)/.exec(pdf)
  const [, size] = /\/Size (\d+)/.exec(pdf)
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)[1]
  const object = `${number} 0 obj\n<<${dictionary}/Rotate 90>>\nendobj\n`
  const table = pdf.length + object.length
  const entry = `${String(pdf.length).padStart(10, '0')} 00000 n \n`
  const end = `xref\n${number} 1\n${entry}trailer\n<</Size ${size}/Root ${root}/Prev ${previous}>>\nstartxref\n${table}\n%%EOF\n`
  writeFileSync(`${TARGET}/${name}.pdf`, pdf + object + end, 'latin1')
}

/** A page with nothing but a picture of bars, as a scanner leaves it. */
const scanned = (name) => {
  const [width, height] = [400, 560]
  const bits = Array.from({ length: height }, (_, y) => (y % 40 < 12 && y > 60 ? 0 : 255))
  const pixels = deflateSync(Buffer.concat(bits.map((byte) => Buffer.alloc(width / 8, byte)))).toString(
    'latin1',
  )
  const draw = 'q 595 0 0 842 0 0 cm /Im1 Do Q'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Im1 5 0 R>>>>>>',
    `<</Length ${draw.length}>>stream\n${draw}\nendstream`,
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode/Length ${pixels.length}>>stream\n${pixels}\nendstream`,
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
  writeFileSync(`${TARGET}/${name}.pdf`, pdf, 'latin1')
}

const LOCKED = { EncryptFile: { type: 'boolean', value: 'true' } }
LOCKED.DocumentOpenPassword = { type: 'string', value: 'secret' }

byChromium('form-chromium', form)
byLibreOffice('form-libreoffice', form)
byChromium('borderless', borderless)
byChromium('two-pages-chromium', twoPages)
byLibreOffice('two-pages-libreoffice', twoPages.replace('</table>', `</table>${pageNumbers}`))
byLibreOffice('encrypted', borderless, `pdf:writer_web_pdf_Export:${JSON.stringify(LOCKED)}`)
rotated('form-rotated', 'form-libreoffice')
scanned('scanned')
rmSync(work, { recursive: true, force: true })
