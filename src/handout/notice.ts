import { HANDED_OUT } from '../report/handed-out.ts'
import { printable } from '../report/printable.ts'
import {
  type AgencyFindings,
  baseOf,
  createFindingTexts,
  type FindingTexts,
  findingsByAgency,
} from './by-agency.ts'
import { type Block, writeDocument } from './document.ts'
import type { Handout } from './handout.ts'
import type { FieldNames, FieldValues } from './template.ts'

/**
 * 整改通知: a letter to each agency of which something was found, as a document of Word. The bureau, the date and the
 * day by which it is to be done are left blank. With a template, it is the bureau's own letter.
 */

/** The fields of a template for notices. */
export const NOTICE_FIELDS: FieldNames = {
  single: ['单位', '单位编码', '文件', '文件数', '问题数', '日期'],
  repeated: ['序号', '项目', '位置', '问题', '依据', '建议'],
}

export const noticeFiles: Handout = async function* ({ report, options, names, templates }) {
  const textsOf = createFindingTexts(report)
  for (const agency of findingsByAgency(report, options).agencies) {
    if (agency.findings.length === 0) continue
    const texts = agency.findings.map((found) => ({ ...textsOf(found), file: fileOf(found.file.path) }))
    const template = templates?.notice
    yield {
      name: names.take(`${HANDED_OUT.notice}-${agency.name}`, '.docx'),
      content:
        template === undefined
          ? await writeDocument(letterTo(agency, texts))
          : template.fill(fieldsOf(agency), texts.map(fieldsOfProblem)),
    }
  }
}

type Problem = FindingTexts & { readonly file: string }

/** To be filled in by hand. */
const DATE = '　　　　年　　月　　日'

const fileOf = (path: string): string => `《${printable(baseOf(path))}》`

const filesOf = ({ findings }: AgencyFindings): readonly string[] => [
  ...new Set(findings.map(({ file }) => fileOf(file.path))),
]

const letterTo = (agency: AgencyFindings, problems: readonly Problem[]): readonly Block[] => {
  const files = filesOf(agency)
  return [
    { kind: 'title', text: '关于整改项目支出绩效目标表\n有关问题的通知' },
    { kind: 'addressee', text: `${printable(agency.name)}：` },
    {
      kind: 'text',
      text: `按照预算绩效管理工作要求，我们对你单位报送的项目支出绩效目标表进行了检查，发现 ${problems.length} 个问题。现将有关情况通知如下，请逐条核实、整改，并于　　月　　日前报送整改后的材料；情况特殊、不需修改的，请书面说明。`,
    },
    { kind: 'heading', text: '一、检查的材料' },
    ...files.map((text): Block => ({ kind: 'text', text })),
    { kind: 'heading', text: '二、发现的问题' },
    ...problems.flatMap((problem, i) => problemBlocks(problem, i + 1, files.length > 1)),
    { kind: 'text', text: '联系人：　　　　　　　　联系电话：' },
    { kind: 'text', text: '' },
    { kind: 'signature', text: '（发文单位）　　　' },
    { kind: 'signature', text: `${DATE}　　` },
  ]
}

const problemBlocks = (
  { project, place, problem, basis, advice, file }: Problem,
  number: number,
  isFileNamed: boolean,
): readonly Block[] => {
  const texts = [
    `${number}．${project === '' ? '' : `【${project}】`}${problem}`,
    `位置：${isFileNamed ? `${file} ` : ''}${place.replace('\n', '，')}`,
    ...(basis === '' ? [] : [`依据：${basis}`]),
    `建议：${advice}`,
  ]
  // Lines that are justified are paragraphs, or their last words would be spread.
  return texts.flatMap((text) => text.split('\n')).map((text) => ({ kind: 'text', text }))
}

const fieldsOf = (agency: AgencyFindings): FieldValues => {
  const files = filesOf(agency)
  return {
    单位: printable(agency.name),
    单位编码: printable(agency.code ?? ''),
    文件: files.join('、'),
    文件数: String(files.length),
    问题数: String(agency.findings.length),
    日期: DATE,
  }
}

const fieldsOfProblem = ({ project, place, problem, basis, advice }: Problem, at: number): FieldValues => ({
  序号: String(at + 1),
  项目: project,
  位置: place,
  问题: problem,
  依据: basis,
  建议: advice,
})
