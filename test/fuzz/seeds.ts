import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { grid, makeOfd, page, show, table } from '../read/ofd-maker.ts'

/** What is mutated for each format: the project's own fixtures. */
export type Target = keyof typeof EXTENSIONS

const EXTENSIONS = {
  text: ['.txt', '.tsv'],
  csv: ['.csv'],
  markdown: ['.md'],
  html: ['.html'],
  mhtml: [],
  docx: ['.docx'],
  doc: ['.doc'],
  xlsx: ['.xlsx'],
  xlsb: [],
  xml: [],
  xls: ['.xls'],
  ods: ['.ods'],
  pdf: ['.pdf'],
  ofd: [],
  zip: [],
} as const

export const TARGETS = Object.keys(EXTENSIONS) as readonly Target[]

/** Larger ones make few inputs in a minute. */
const LARGEST = 120_000

/** The files of a target, the same for every run. */
export const seedsOf = async (target: Target, root: string): Promise<readonly Uint8Array[]> =>
  // Copies of plain bytes: parts of Node's own kind would share their memory.
  (await filesOf(target, root)).map((bytes) => Uint8Array.from(bytes))

const filesOf = async (target: Target, root: string): Promise<readonly Uint8Array[]> => {
  const files = (extensions: readonly string[]): Uint8Array[] =>
    readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => extensions.some((extension) => name.endsWith(extension)) && !name.endsWith('README.md'),
      )
      .sort()
      .map((name) => new Uint8Array(readFileSync(join(root, 'fixtures', name))))
      .filter(({ length }) => length > 0 && length <= LARGEST)
  if (target === 'ofd') return madeOfds()
  if (target === 'mhtml') return files(['.html']).map(asMhtml)
  if (target === 'xlsb' || target === 'xml') return await savedAs(files(['.xlsx']), target)
  if (target === 'zip') return [...files(['.docx']), ...files(['.xlsx']), ...files(['.ods'])]
  return files(EXTENSIONS[target])
}

const asMhtml = (page: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.from(Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n')),
    Buffer.from('\r\n--b--\r\n'),
  ])

const savedAs = async (workbooks: readonly Uint8Array[], target: 'xlsb' | 'xml'): Promise<Uint8Array[]> => {
  const library = await import('@e965/xlsx')
  return workbooks.map((bytes) =>
    library.write(library.read(bytes), { bookType: target === 'xml' ? 'xlml' : 'xlsb', type: 'buffer' }),
  )
}

const ROWS = [
  ['项目名称', '金额（万元）', '绩效目标', '三级指标', '指标值'],
  ['培训', '4.00', '培训护林员40人。', '培训人数', '≥40人'],
]

const madeOfds = (): Uint8Array[] => [
  makeOfd([page(grid([10, 50, 90], [10, 20, 30]) + show(12, 12, '项目名称') + show(52, 12, '绩效目标'))]),
  makeOfd([page(table(ROWS, [10, 40, 70, 110, 140, 170], 20).objects)]),
]
