import type { Message } from '../model/finding.ts'
import type { Format } from '../source/format.ts'

/** A file that no copy with comments can be made of, and why. */
export class NoCopyError extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.en)
    this.name = 'NoCopyError'
    this.reason = reason
  }
}

/** The file is left as it is: nothing is to be said in it. */
export const NOTHING_FOUND: Message = {
  zh: '没有要批注的问题',
  en: 'nothing to comment on',
}

export const CHANGED: Message = {
  zh: '检查之后文件有了改动，批注可能对不上位置，请重新检查',
  en: 'it has changed since it was checked, so comments might stand in the wrong places; check it again',
}

export const SIGNED: Message = {
  zh: '文件带有电子签名，加批注会使签名失效；请取未签名的原稿，或使用问题清单',
  en: 'it is signed, and a comment would make the signature invalid; take the unsigned original, or the list of problems',
}

export const ENCRYPTED: Message = {
  zh: '文件已加密，不能加批注；请取未加密的原稿，或使用问题清单',
  en: 'it is encrypted and takes no comments; take the original without encryption, or the list of problems',
}

/** Written by a program in a way that can be read and not be changed safely. */
export const UNCHANGEABLE: Message = {
  zh: '文件的内部写法特殊，加批注可能使其损坏；请用 Office 或 WPS 另存一次，或使用问题清单',
  en: 'a comment might damage it, for it is written in an unusual way; save it again with Office or WPS, or use the list of problems',
}

const INSTEAD: Readonly<Record<'office' | 'text' | 'page', Message>> = {
  office: {
    zh: '请用 Office 或 WPS 另存为新格式（.xlsx、.docx）后再检查，或使用问题清单',
    en: 'save it in a newer format (.xlsx, .docx) and check that, or use the list of problems',
  },
  text: {
    zh: '请看网页报告（--output html=文件），其中标出了每个问题的位置，或使用问题清单',
    en: 'see the report as a page (--output html=FILE), where each problem is marked in its place, or use the list of problems',
  },
  page: {
    zh: '请看网页报告（--output html=文件），其中标出了每个问题的位置，或用同一表格的 PDF 检查',
    en: 'see the report as a page (--output html=FILE), where each problem is marked in its place, or check the same table as PDF',
  },
}

const NEAREST: Readonly<Record<Format, readonly [name: string, instead: Message]>> = {
  text: ['文本', INSTEAD.text],
  csv: ['CSV', INSTEAD.text],
  markdown: ['Markdown', INSTEAD.text],
  xls: ['.xls', INSTEAD.office],
  doc: ['.doc', INSTEAD.office],
  ods: ['.ods', INSTEAD.office],
  ofd: ['OFD', INSTEAD.page],
  html: ['MHTML', INSTEAD.text],
  xlsx: ['.xlsb', INSTEAD.office],
  docx: ['.docx', INSTEAD.office],
  pdf: ['PDF', INSTEAD.page],
  image: ['图片', INSTEAD.page],
}

/** Files of a format that holds no comments, or none that are written here, and what is nearest to a copy. */
export const noComments = (format: Format): Message => {
  const [name, instead] = NEAREST[format]
  return {
    zh: `${name}文件不能加批注；${instead.zh}`,
    en: `${name === '文本' ? 'text' : name} files take no comments here; ${instead.en}`,
  }
}
