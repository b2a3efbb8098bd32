import type { FilingExtract } from '../model/filing-extract.ts'
import { quoted } from '../rules/shared/quoted.ts'
import type { CorpusProblem, CorpusRule } from './corpus-rule.ts'
import { exampleFilings, exampleTable } from './example.ts'
import { recurring } from './key-set.ts'
import { otherPlace } from './place.ts'

export const duplicateFiling: CorpusRule = {
  id: 'duplicate-filing',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: { zh: '一份公开表只出现一次。', en: 'Each filing appears only once.' },
    finds: {
      zh: '两个文件的年度、单位、项目、金额、绩效目标和指标全部相同，只有空格、换行、标记或文件格式不同。同一份表的两种格式（如网页和 XLSX）只作为提示。',
      en: 'Two files with the same year, agencies, projects, amounts, goals and indicators, which differ only in spaces, line breaks, markup or file format. The same filing in two formats (such as HTML and XLSX) is only a notice.',
    },
    why: {
      zh: '重复的文件会使汇总金额重复计算，也可能是上传时误用了另一个单位的文件。',
      en: 'Totals over the folder count a duplicate twice; or the file of another agency was uploaded by mistake.',
    },
    fix: {
      zh: '删除多余的一份，或换成应当提交的文件。',
      en: 'Remove one of the files, or replace it with the right one.',
    },
    basis: {
      zh: '算术：同一笔预算只计算一次。',
      en: 'Arithmetic: a budget is counted only once.',
    },
    invalid: exampleFilings(
      ['first.txt', exampleTable('清河县2023年部门预算项目支出绩效目标公开表', '301\t清河县农业农村局')],
      ['invalid.txt', exampleTable('清河县2023年部门预算项目支出绩效目标公开表', '301\t清河县 农业农村局')],
    ),
    valid: exampleFilings(
      ['first.txt', exampleTable('清河县2022年部门预算项目支出绩效目标公开表', '301\t清河县农业农村局')],
      ['valid.txt', exampleTable('清河县2023年部门预算项目支出绩效目标公开表', '301\t清河县农业农村局')],
    ),
  },

  *checkCorpus({ filings }) {
    const twice = recurring(contentsOf(filings))
    const known = new Map<string, FilingExtract[]>()
    for (const filing of filings) {
      const { content, format } = filing
      if (content === '' || !twice.has(content)) continue
      // The first, and the first of each format.
      const firsts = known.get(content) ?? []
      if (firsts.length === 0) known.set(content, firsts)
      const alike = firsts.find((first) => first.format === format)
      const first = alike ?? firsts[0]
      if (alike === undefined) firsts.push(filing)
      if (first !== undefined) yield duplicate(filing, first)
    }
  },
}

function* contentsOf(filings: readonly FilingExtract[]): Generator<string> {
  for (const { content } of filings) yield content
}

const duplicate = (filing: FilingExtract, first: FilingExtract): CorpusProblem => {
  const isOtherFormat = filing.format !== first.format
  const other = quoted(first.path)
  return {
    file: filing.path,
    at: filing.at,
    path: [],
    message: isOtherFormat
      ? {
          zh: `与${other}是同一份公开表的两种格式（${filing.format}、${first.format}）`,
          en: `the same filing as ${other} in another format (${filing.format}, ${first.format})`,
        }
      : { zh: `与${other}内容相同`, en: `the same filing as ${other}` },
    elsewhere: [otherPlace(first.path, first.at, { zh: '同一份公开表', en: 'the same filing' })],
    data: { other: first.path, format: filing.format, otherFormat: first.format },
    ...(isOtherFormat ? { severity: 'info' as const } : {}),
  }
}
