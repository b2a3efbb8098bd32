import type { Message } from '../model/finding.ts'

/** The words of `--help` on rounds of corrections. */

export const RECHECK: Message = {
  zh: '核对整改情况，先旧后新（文件、文件夹或保存的 json、jsonl 报告）：哪些问题已整改、未整改、新增、无法核对（没有遗留为 0，有为 1）',
  en: 'compare two rounds, the old one first (files, folders, or reports saved as json or jsonl): which problems were mended, which were not, which are new, and of which that can’t be told (exits with 0 if nothing is left, 1 if something)',
}

export const RECHECK_LEVEL: Message = {
  zh: '核对此级别及以上的问题',
  en: 'compare findings of this level and above',
}

export const RECHECK_FAIL_ON: Message = {
  zh: '还有此级别及以上的问题未整改、新增或无法核对时退出码为 1',
  en: 'exit with 1 if a finding of this level or above is not mended, new, or can’t be told',
}

export const RECHECK_OUTPUT: Message = {
  zh: '另以一种格式写入文件；可重复，例如 --output 整改核对.xlsx',
  en: 'also write a file in a format; may be repeated, such as --output recheck.xlsx',
}

export const EXPECT: Message = {
  zh: '应报送单位的名单（文本、CSV 或 XLSX，可带编码）：报告未报送、重复报送、无法读取的单位和名单以外的文件；--fail-on warning 时有出入则退出码为 1',
  en: 'a list of the agencies that have to file (text, CSV or XLSX, with codes or without): says who has not, who did twice, whose file can’t be read, and which file is nobody’s; with --fail-on warning it exits with 1 if there is any',
}

export const SINCE: Message = {
  zh: '上一次保存的报告（json、jsonl）：同时核对整改情况；--output recheck=文件 按扩展名写出（txt json csv md html xlsx）',
  en: 'the report saved of an earlier round (json, jsonl): also says what was mended since; --output recheck=FILE writes that by its ending (txt, json, csv, md, html, xlsx)',
}

export const ANSWERS: Message = {
  zh: '单位填好“整改情况”后交回的整改清单（文件或文件夹）：说明列在所说的问题旁；可重复',
  en: 'lists that came back with 整改情况 filled in (a file or folder): what they say stands beside the problem; may be repeated',
}

export const ACCEPT_ANSWERS: Message = {
  zh: '认可清单中的情况说明：仍存在的问题连同说明记入基线，以后不再报告',
  en: 'accept the explanations in the lists: what is still there goes into the baseline with them and is not reported again',
}
