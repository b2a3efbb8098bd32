import { countBySeverity } from '../model/record.ts'
import { HANDED_OUT } from '../report/handed-out.ts'
import { printable } from '../report/printable.ts'
import type { Report, ReportOptions } from '../report/report.ts'
import { ROLL_CALL_WORDS, rollCallEntries, rollCallVerdict } from '../report/roll-call-words.ts'
import { isComplete } from '../report/verdict.ts'
import { forClerks } from '../report/words.ts'
import {
  type AgencyFindings,
  type ByAgency,
  baseOf,
  createFindingTexts,
  findingsByAgency,
} from './by-agency.ts'
import type { Handout } from './handout.ts'
import { type PrintedSheet, type SheetColumn, type SheetValue, writeWorkbook } from './workbook.ts'

/**
 * 整改清单: what each agency has to mend, to be printed, and to be filled in and sent back.
 *
 * A list is a sheet whose headings stand in the first row that has 序号 in its first cell, with `LIST_COLUMNS` below each
 * other, one finding a row. The last two columns are hidden and tell which finding a row is about when a list comes
 * back: 文件 holds the path of the file as the report calls it, 核对码 the finding's fingerprint, which is unique within
 * the file. 整改情况 holds one of `STATES`, or whatever an agency wrote; it is empty when the list is sent.
 */

/** The headings of a list. */
export const LIST_COLUMNS = [
  '序号',
  '单位',
  '项目',
  '位置',
  '问题',
  '依据',
  '建议',
  '整改情况',
  '文件',
  '核对码',
] as const

/** What an agency may choose for each problem. */
export const STATES = ['已整改', '未整改', '情况说明'] as const

/** 整改清单 in a folder: a workbook for each agency of which something was found, and one that sums them up. */
export const worklistFiles: Handout = async function* ({ report, options, names }) {
  const all = findingsByAgency(report, options)
  const textsOf = createFindingTexts(report)
  const summaryName = names.take(`${HANDED_OUT.worklist}汇总`, '.xlsx')
  const lists = new Map<AgencyFindings, string>()
  for (const agency of all.agencies) {
    if (agency.findings.length === 0) continue
    const name = names.take(`${HANDED_OUT.worklist}-${agency.name}`, '.xlsx')
    lists.set(agency, name)
    yield { name, content: await writeWorkbook([{ ...listSheet(agency, textsOf), name: '整改清单' }]) }
  }
  yield { name: summaryName, content: await writeWorkbook([summarySheet(report, all, lists)]) }
}

/** The same in one workbook: a sheet that sums up, and one for each agency. */
export const renderWorklist = async (report: Report, options: ReportOptions): Promise<Uint8Array> => {
  const all = findingsByAgency(report, options)
  const textsOf = createFindingTexts(report)
  const agencies = all.agencies.filter(({ findings }) => findings.length > 0)
  return writeWorkbook([
    summarySheet(report, all, new Map()),
    ...agencies.map((agency) => listSheet(agency, textsOf)),
  ])
}

const LIST_SHAPE: readonly SheetColumn[] = [
  { width: 5, isCentred: true },
  { width: 16 },
  { width: 18 },
  { width: 16 },
  { width: 38 },
  { width: 24 },
  { width: 22 },
  { width: 12, isCentred: true },
  { width: 12, isHidden: true },
  { width: 12, isHidden: true },
]

const listSheet = (agency: AgencyFindings, textsOf: ReturnType<typeof createFindingTexts>): PrintedSheet => {
  const files = [...new Set(agency.findings.map(({ file }) => file.path))]
  return {
    name: agency.name,
    columns: LIST_SHAPE,
    title: [
      `${printable(agency.name)}项目支出绩效目标表整改清单`,
      `文件：${files.map((path) => `《${printable(baseOf(path))}》`).join('、')}　共 ${agency.findings.length} 个问题`,
    ],
    head: LIST_COLUMNS,
    rows: agency.findings.map((found, i) => {
      const { project, place, problem, basis, advice } = textsOf(found)
      const file = files.length === 1 ? '' : `《${printable(baseOf(found.file.path))}》\n`
      return [
        i + 1,
        printable(agency.name),
        project,
        file + place,
        problem,
        basis,
        advice,
        '',
        found.file.path,
        found.finding.fingerprint,
      ]
    }),
    choices: { column: LIST_COLUMNS.indexOf('整改情况'), values: STATES },
    notes: [
      '填写说明：请逐条核对，在“整改情况”栏选择“已整改”“未整改”或“情况说明”，需要说明的直接写明原因；请勿增删或移动各行各列。',
      '填报人：　　　　　　　　联系电话：　　　　　　　　负责人：　　　　　　　　日期：　　　　年　　月　　日',
    ],
  }
}

const SUMMARY_SHAPE: readonly SheetColumn[] = [
  { width: 6, isCentred: true },
  { width: 30 },
  { width: 44 },
  { width: 8, isCentred: true },
  { width: 8, isCentred: true },
  { width: 8, isCentred: true },
  { width: 8, isCentred: true },
  { width: 36 },
]

const summarySheet = (
  report: Report,
  { agencies, failed, skipped, suppressed, omitted }: ByAgency,
  lists: ReadonlyMap<AgencyFindings, string>,
): PrintedSheet => {
  const rows: SheetValue[][] = []
  const add = (...cells: readonly SheetValue[]): void => {
    rows.push([rows.length + 1, ...cells])
  }
  const total = { error: 0, warning: 0, info: 0 }
  for (const agency of agencies) {
    const { error, warning, info } = countBySeverity(agency.findings.map(({ finding }) => finding))
    total.error += error
    total.warning += warning
    total.info += info
    const files = agency.files.map(({ path }) => printable(baseOf(path))).join('\n')
    const remark = error + warning + info === 0 ? '未发现问题' : (lists.get(agency) ?? '')
    add(printable(agency.name), files, error, warning, info, error + warning + info, remark)
  }
  const all = total.error + total.warning + total.info
  rows.push(['', '合计', '', total.error, total.warning, total.info, all, ''])
  const { rollCall } = report
  for (const { is, agency: name, files } of rollCall === undefined ? [] : rollCallEntries(rollCall))
    add(name, files.map(baseOf).join('\n'), '', '', '', '', ROLL_CALL_WORDS[is].zh)
  for (const { path, error } of failed)
    add('', printable(baseOf(path)), '', '', '', '', `未能检查：${printable(forClerks(error.zh))}`)
  for (const { path, reason } of skipped)
    add('', printable(baseOf(path)), '', '', '', '', `未检查：${printable(forClerks(reason.zh))}`)
  return {
    name: '汇总',
    columns: SUMMARY_SHAPE,
    title: [
      '项目支出绩效目标表整改清单汇总',
      ...(rollCall === undefined ? [] : [`${rollCallVerdict(rollCall, 'zh')}。`]),
      ...(isComplete(report)
        ? []
        : ['注意：检查没有全部做完，本清单不完整。未能检查的文件和原因见表中说明。']),
    ],
    head: ['序号', '单位', '文件', '错误', '警告', '提示', '合计', '说明'],
    rows,
    notes: [
      ...(omitted === 0 ? [] : [`同类问题过多，另有 ${omitted} 个未逐条列出。`]),
      ...(suppressed === 0 ? [] : [`另有 ${suppressed} 个已知问题，按约定不再列出。`]),
    ],
  }
}
