import type { Message } from '../model/finding.ts'

/** The words of `--help` on rounds of corrections. */

export const RECHECK: Message = {
  zh: '核对整改情况，先旧后新（文件、文件夹或保存的 json、jsonl 报告）：哪些问题已整改、未整改、新增、无法核对（没有遗留为 0，有为 1）',
  en: 'compare two rounds of review, the old one first (files, folders or saved json or jsonl reports), and list which problems were corrected, which remain, which are new and which could not be verified (exits with 0 if none are left, otherwise 1)',
}

export const RECHECK_LEVEL: Message = {
  zh: '核对此级别及以上的问题',
  en: 'compare findings at this level or above',
}

export const RECHECK_FAIL_ON: Message = {
  zh: '还有此级别及以上的问题未整改、新增或无法核对时退出码为 1',
  en: 'exit with 1 if a finding at this level or above remains, is new or could not be verified',
}

export const RECHECK_OUTPUT: Message = {
  zh: '另以一种格式写入文件；可重复，例如 --output 整改核对.xlsx',
  en: 'also write the result to a file, for example --output recheck.xlsx; can be repeated',
}

export const EXPECT: Message = {
  zh: '应报送单位的名单（文本、CSV 或 XLSX，可带编码）：报告未报送、重复报送、无法读取的单位和名单以外的文件；--fail-on warning 时有出入则退出码为 1',
  en: 'a list of the agencies that must file (text, CSV or XLSX, with or without codes); reports missing, duplicate and unreadable filings and files that belong to no agency on the list; with --fail-on warning, any of these makes the exit code 1',
}

export const SINCE: Message = {
  zh: '上一次保存的报告（json、jsonl）：同时核对整改情况；--output recheck=文件 按扩展名写出（txt json csv md html xlsx）',
  en: 'a saved report of an earlier round (json, jsonl); also lists what was corrected since; --output recheck=FILE writes that list, in the format of the file extension (txt, json, csv, md, html, xlsx)',
}

export const ANSWERS: Message = {
  zh: '单位填好“整改情况”后交回的整改清单（文件或文件夹）：说明列在所说的问题旁；可重复',
  en: 'lists returned by agencies with 整改情况 filled in (a file or folder); their explanations are shown beside the problems; can be repeated',
}

export const ACCEPT_ANSWERS: Message = {
  zh: '认可清单中的情况说明：仍存在的问题连同说明记入基线，以后不再报告',
  en: 'accept the explanations in the lists: problems that remain are added to the baseline with them and are not reported again',
}
