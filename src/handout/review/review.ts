import type { Disclosure } from '../../model/disclosure.ts'
import { ownersOf } from '../../model/owners.ts'
import type { CheckedRecord } from '../../model/record.ts'
import { HANDED_OUT } from '../../report/handed-out.ts'
import { printable } from '../../report/printable.ts'
import { listedFindings } from '../../report/verdict.ts'
import { forClerks } from '../../report/words.ts'
import { baseOf, createFindingTexts, namedIn } from '../by-agency.ts'
import { type Block, type BlockCell, writeDocument } from '../document.ts'
import type { Handout } from '../handout.ts'
import type { FieldNames, FieldValues } from '../template.ts'
import { type PrintedSheet, type SheetValue, writeWorkbook } from '../workbook.ts'
import { GRADES, type ProjectReview, REVIEW_POINTS, reviewProject } from './project-review.ts'

/**
 * 绩效目标审核表: the form that a reviewer of goals fills in, one for each project, as a workbook and as a document of Word,
 * and a list of all. What facts decide is filled in; judgements and scores are left to the person.
 */
export const reviewFiles: Handout = async function* ({ report, options, names, templates }) {
  const textsOf = createFindingTexts(report)
  const overview: SheetValue[][] = []
  const overviewName = names.take(`${HANDED_OUT.review}汇总`, '.xlsx')
  for (const file of report.files) {
    if (file.kind === 'failed') {
      overview.push([overview.length + 1, '', '', '', '', '', '', '', '', failedText(file)])
      continue
    }
    const disclosure = report.originals?.get(file.path)?.disclosure
    if (disclosure === undefined) continue
    for (const form of formsOf(file, disclosure, (found) => textsOf(found), options.level)) {
      const folders = [form.agency]
      const workbook = names.take(`${HANDED_OUT.review}表-${form.review.name}`, '.xlsx', folders)
      yield { name: workbook, content: await writeWorkbook([sheetOf(form)]) }
      const document = names.take(`${HANDED_OUT.review}表-${form.review.name}`, '.docx', folders)
      const template = templates?.review
      const content =
        template === undefined
          ? await writeDocument(blocksOf(form), 'form')
          : template.fill(fieldsOf(form), [])
      yield { name: document, content }
      overview.push(rowOf(form, overview.length + 1, workbook))
    }
  }
  yield { name: overviewName, content: await writeWorkbook([overviewSheet(overview)]) }
}

/** The fields of a form of the bureau's own: what is known of a project, and what bears on each point. */
export const REVIEW_FIELDS: FieldNames = {
  single: [
    '单位',
    '项目',
    '项目编码',
    '金额',
    '文件',
    '目标数',
    '指标数',
    '定量占比',
    '问题数',
    ...REVIEW_POINTS.map(({ name }) => name),
    '其他',
  ],
  repeated: [],
}

const fieldsOf = ({ agency, file, review }: Form): FieldValues => ({
  单位: agency,
  项目: review.name,
  项目编码: review.code,
  金额: review.amount,
  文件: `《${file}》`,
  目标数: String(review.goals),
  指标数: String(review.indicators),
  定量占比: review.share,
  问题数: String(review.problems),
  ...Object.fromEntries(REVIEW_POINTS.map(({ name }, i) => [name, review.found[i] ?? ''])),
  其他: review.others,
})

/** What is filled in for a project. */
interface Form {
  readonly agency: string
  readonly file: string
  readonly review: ProjectReview
  /** How many problems the file has that belong to no project. */
  readonly beside: number
}

const failedText = ({
  path,
  error,
}: {
  readonly path: string
  readonly error: { readonly zh: string }
}): string => `《${printable(baseOf(path))}》未能检查：${printable(forClerks(error.zh))}`

function* formsOf(
  file: CheckedRecord,
  disclosure: Disclosure,
  textsOf: ReturnType<typeof createFindingTexts>,
  level: Parameters<typeof listedFindings>[1],
): Generator<Form> {
  const findings = listedFindings(file, level).map((finding) => ({ file, finding }))
  const ownerOf = ({ finding }: (typeof findings)[number]): number => {
    const { owner } = finding.at
    return owner !== undefined && 'project' in owner ? owner.project : -1
  }
  const agencies = namedIn(file)
  const beside = findings.filter((found) => ownerOf(found) < 0).length
  for (const [number, { project }] of ownersOf(disclosure).projects.entries()) {
    const agency = agencies[Math.max(0, file.projects[number]?.agency ?? 0)] ?? agencies[0]
    const own = findings.filter((found) => ownerOf(found) === number)
    yield {
      agency: printable(agency?.name ?? ''),
      file: printable(baseOf(file.path)),
      review: reviewProject(project, disclosure, own, textsOf),
      beside,
    }
  }
}

const NOTES = [
  '“核对情况”依据表内数据自动列出，供审核参考；审核意见、得分和总体意见由审核人填写。',
  '审核要点和分值可按本地印发的审核表修改。',
]

const besideNote = ({ beside }: Form): readonly string[] =>
  beside === 0 ? [] : [`所在文件另有 ${beside} 个不属于单个项目的问题，见整改清单。`]

/** With room to write. */
const LAST_ROWS = ['综合评定等级', '总体意见\n\n\n'] as const

const SIGNATURE = '审核人：　　　　　　　　　　　　日期：　　　　年　　月　　日'

const sheetOf = (form: Form): PrintedSheet => {
  const { review, agency, file } = form
  const points = REVIEW_POINTS.map(({ aspect, name, points: most, asks }, i): SheetValue[] => [
    aspect,
    `${name}\n${asks}`,
    most,
    review.found[i] ?? '',
    '',
    '',
  ])
  const others: SheetValue[][] =
    review.others === '' ? [] : [['其他', '表内其他问题', '', review.others, '', '']]
  return {
    name: '绩效目标审核表',
    columns: [
      { width: 9, isCentred: true },
      { width: 36 },
      { width: 7, isCentred: true },
      { width: 64 },
      { width: 10, isCentred: true },
      { width: 9, isCentred: true },
    ],
    title: [
      '项目支出绩效目标审核表',
      `项目名称：${review.name}　　单位：${agency}${review.code === '' ? '' : `　　项目编码：${review.code}`}`,
      `项目金额：${review.amount}　　绩效目标 ${review.goals} 个　　绩效指标 ${review.indicators} 个　　文件：《${file}》`,
    ],
    head: ['审核内容', '审核要点', '分值', '核对情况', '审核意见', '得分'],
    rows: [
      ...points,
      ...others,
      ['', '合计', REVIEW_POINTS.reduce((sum, { points: most }) => sum + most, 0), '', '', ''],
      ...LAST_ROWS.map((text) => ['', text, '', '', '', '']),
    ],
    choices: { column: 4, values: GRADES },
    notes: [...besideNote(form), ...NOTES, SIGNATURE],
  }
}

/** Twentieths of a point, together as wide as the page between its margins. */
const WIDTHS = [1000, 2600, 700, 3564, 1200, 800]

const blocksOf = (form: Form): readonly Block[] => {
  const { review, agency, file } = form
  const label = (text: string): BlockCell => ({ text, isHead: true })
  const wide = (text: string, columns: number): BlockCell => ({ text, columns })
  const points = REVIEW_POINTS.map(({ aspect, name, points: most, asks }, i): readonly BlockCell[] => {
    const rows = REVIEW_POINTS.filter((other) => other.aspect === aspect).length
    const isFirst = REVIEW_POINTS[i - 1]?.aspect !== aspect
    return [
      ...(isFirst ? [{ text: aspect, rows, isHead: true }] : []),
      { text: `${name}：${asks}` },
      { text: String(most), isCentred: true },
      { text: review.found[i] ?? '' },
      { text: GRADES.map((grade) => `${grade}□`).join(' '), isCentred: true },
      { text: '' },
    ]
  })
  return [
    { kind: 'title', text: '项目支出绩效目标审核表' },
    {
      kind: 'table',
      widths: WIDTHS,
      rows: [
        [label('项目名称'), wide(review.name, 5)],
        [
          label('单位'),
          wide(agency, 2),
          wide(`项目金额：${review.amount}${review.code === '' ? '' : `　项目编码：${review.code}`}`, 3),
        ],
        [
          label('文件'),
          wide(`《${file}》　绩效目标 ${review.goals} 个，绩效指标 ${review.indicators} 个`, 5),
        ],
        ['审核内容', '审核要点', '分值', '核对情况', '审核意见', '得分'].map(label),
        ...points,
        ...(review.others === '' ? [] : [[label('其他'), wide('表内其他问题', 2), wide(review.others, 3)]]),
        [
          label('综合评定等级'),
          wide(GRADES.map((grade) => `${grade}□`).join('　　'), 3),
          label('总分'),
          { text: '' },
        ],
        [label('总体意见'), wide('\n\n\n', 5)],
      ],
    },
    ...[...besideNote(form), ...NOTES, SIGNATURE].map((text): Block => ({ kind: 'note', text })),
  ]
}

const rowOf = ({ agency, file, review }: Form, number: number, name: string): SheetValue[] => [
  number,
  agency,
  review.name,
  review.amount,
  review.goals,
  review.indicators,
  review.share,
  review.problems,
  name,
  `《${file}》`,
]

const overviewSheet = (rows: readonly SheetValue[][]): PrintedSheet => ({
  name: '汇总',
  columns: [
    { width: 6, isCentred: true },
    { width: 24 },
    { width: 30 },
    { width: 14, isCentred: true },
    { width: 8, isCentred: true },
    { width: 8, isCentred: true },
    { width: 10, isCentred: true },
    { width: 8, isCentred: true },
    { width: 30 },
    { width: 26 },
  ],
  title: ['项目支出绩效目标审核汇总'],
  head: ['序号', '单位', '项目', '金额', '目标数', '指标数', '定量占比', '问题数', '审核表', '文件'],
  rows,
})
