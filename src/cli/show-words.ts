import type { Message } from '../model/finding.ts'
import type { TableName } from '../report/long/tables.ts'

/** Names and words of `pbo show`, `pbo diff` and of the comparison of filings that start-up needs. */

/** Formats of long tables: one row for each indicator, project, goal, amount or finding. */
export const LONG_FORMATS = ['csv', 'markdown', 'jsonl', 'xlsx', 'parquet'] as const
export type LongFormat = (typeof LONG_FORMATS)[number]
export const SHOW_FORMATS = ['table', 'tree', 'json', ...LONG_FORMATS, 'datapackage'] as const
export const DATA_FORMATS = ['parquet', 'csv'] as const
export const LONG_TABLES = [
  'indicators',
  'projects',
  'goals',
  'money',
  'agencies',
  'filings',
  'files',
  'findings',
] as const satisfies readonly TableName[]

/** The stages on the way from a file to its tree, in order. */
export const STAGES = ['source', 'grid', 'draft'] as const

export type Stage = (typeof STAGES)[number]

export const DIFF: Message = {
  zh: '比较两份公开表或两个文件夹，先旧后新：项目、金额、绩效目标和指标有哪些变化（相同为 0，不同为 1）',
  en: 'compare two filings or folders, the old one first, and list changes in projects, amounts, goals and indicators (exits with 0 if there are none, otherwise 1)',
}

export const TABLE: Message = {
  zh: 'csv、markdown、jsonl、xlsx、parquet 的内容，每项一行（缺省 indicators）',
  en: 'what each row of csv, markdown, jsonl, xlsx and parquet output describes (default: indicators)',
}

export const AS: Message = {
  zh: '显示方式（缺省看 --output 的扩展名，否则为 table）；datapackage 把所有表写入一个文件夹',
  en: 'output format (default: that of the --output file extension, otherwise table); datapackage writes all tables to a folder',
}

export const SHOW_OUTPUT: Message = {
  zh: '写入文件，而不是输出到终端；datapackage 为文件夹',
  en: 'write to this file (for datapackage, this folder) instead of standard output',
}

export const DATA: Message = {
  zh: 'datapackage 中各表的格式（缺省 parquet）',
  en: 'table format of a datapackage (default: parquet)',
}

export const STAGE: Message = {
  zh: '改为显示读取的一个阶段，用于查找读错的原因：文本、单元格、版式识别结果',
  en: 'show one stage of reading instead, to find where it goes wrong: the text, the cells, or the layout found in them',
}

export const NO_CORPUS: Message = {
  zh: '不在文件之间相互比较（重复的公开表、同一编码的不同单位等）；分片运行时，各片因此只读自己的文件',
  en: 'do not compare filings with each other (duplicate filings, one code used by two agencies); a shard then reads only its own files',
}

export const PREVIOUS: Message = {
  zh: '往年的公开表（文件或文件夹），用于核对“上年实际值”之类的基准；本身不检查。可重复',
  en: 'filings of earlier years (a file or folder) to compare baselines such as 上年实际值 with; they are not checked themselves; can be repeated',
}
