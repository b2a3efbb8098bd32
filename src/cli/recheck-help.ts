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
  zh: '另以一种格式写入文件；可重复，例如 --output xlsx=整改核对.xlsx',
  en: 'also write a file in a format; may be repeated, such as --output xlsx=recheck.xlsx',
}
