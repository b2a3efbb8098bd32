import type { MoneyUnit } from '../model/disclosure.ts'
import type { Message } from '../model/finding.ts'
import type { ReadNote, UnreadableReason } from '../read/document.ts'
import type { Counted } from '../read/limits.ts'
import type { Unopened } from '../read/open.ts'
import type { BinaryKind, DecodeNote, MalformedText } from '../source/decode.ts'

/** What is said of a file that was not checked, and of one that was: what is wrong, and what to do. */

export const tooLarge = (limit: number): Message => ({
  zh: `超过 ${formatBytes(limit)} 的上限。若确实是公开表，可用 --max-file-size 放宽`,
  en: `larger than the limit of ${formatBytes(limit)}; if it really is a disclosure table, raise --max-file-size`,
})

/** `20 MB`, `512 KB`, `10 B`. */
export const formatBytes = (bytes: number): string =>
  bytes >= 1048576 && bytes % 1048576 === 0
    ? `${bytes / 1048576} MB`
    : bytes >= 1024 && bytes % 1024 === 0
      ? `${bytes / 1024} KB`
      : `${bytes} B`

export const NO_FILING: Message = {
  zh: '按文件名是检查后发出的清单、通知或审核表，不是公开表，没有检查',
  en: 'by its name a list, letter or form that a check handed out, no filing; not checked',
}

export const NO_FORMAT: Message = {
  zh: '不是可读取的表格格式，没有检查。若是公开表，请另存为 XLSX、DOCX、PDF 或文本文件，或直接写出文件名',
  en: 'not a format that tables are read from, not checked; if it is a disclosure, save it as XLSX, DOCX, PDF or text, or name the file itself',
}

export const LOCK_FILE: Message = {
  zh: '文档打开时产生的临时文件，没有检查',
  en: 'a lock file of an open document, not checked',
}

/** Files whose bytes are no text and no format that is read. */
const NO_TEXT: Readonly<Record<Exclude<BinaryKind, 'image'>, Message>> = {
  office: { zh: '无法识别的 Office 文件', en: 'an office file of an unknown kind' },
  'old-office': { zh: '无法识别的旧版 Office 文件', en: 'an old office file of an unknown kind' },
  pdf: { zh: '无法识别的 PDF 文件', en: 'a PDF of an unknown kind' },
  archive: {
    zh: '这是 RAR、7Z 或 GZ 压缩包。请先解压，或改用 ZIP',
    en: 'a RAR, 7Z or GZ archive; unpack it first, or use ZIP',
  },
  'utf-32': {
    zh: '编码是 UTF-32，不支持。请另存为 UTF-8',
    en: 'encoded as UTF-32, which is not read; save it as UTF-8',
  },
  unknown: {
    zh: '这是二进制文件，不是表格。请换成 XLSX、DOCX、PDF 或文本文件',
    en: 'not a table but binary data; give an XLSX, DOCX, PDF or text file',
  },
}

const COUNTED: Readonly<Record<Counted, string>> = {
  MB: 'MB',
  cells: '个单元格',
  characters: '个字符',
  columns: '列',
  elements: '个元素',
  files: '个文件',
  levels: '层嵌套',
  marks: '个字符和线条',
  'merged columns': '列合并单元格',
  'million pixels': '百万像素',
  objects: '个对象',
  operations: '个绘图操作',
  pages: '页',
  rows: '行',
}

/** `> 2000000 cells` */
const limitInChinese = (limit: string): string => {
  const [, most = '', what = ''] = /^> (\d+) (.+)$/.exec(limit) ?? []
  return `超过 ${most} ${COUNTED[what as Counted] ?? ''}`.trim()
}

/** Where pbo runs: what reads scans is to be had for each in another way. */
export type Place = 'command' | 'page'

const OCR: Readonly<Record<Place, Message>> = {
  command: {
    zh: '或安装可选的 pbo-ocr 后识别（npm install -g pbo-ocr，见 docs/scans.md）',
    en: 'or install the optional pbo-ocr, which reads scans (npm install -g pbo-ocr, see docs/scans.md)',
  },
  page: {
    zh: '或改用 pbo-ocr.html 打开，它能识别扫描件和照片（与 pbo.html 在同一处下载，用法相同）',
    en: 'or open it with pbo-ocr.html, which reads scans and photographs (to be had where pbo.html is, and used in the same way)',
  },
}

const image = (place: Place): Message => ({
  zh: `这是图片，不是表格。请使用原始的电子文件，${OCR[place].zh}`,
  en: `not a table but an image; use the original file, ${OCR[place].en}`,
})

const scanned = (place: Place): Message => ({
  zh: `文件由扫描图片组成，没有文字层。请使用原始的电子文件，${OCR[place].zh}`,
  en: `scanned pages without a text layer; use the original file, ${OCR[place].en}`,
})

/** Pages that were looked at, and nothing was seen on them. */
const UNRECOGNISED: Message = {
  zh: '图片中没有识别出文字。请检查扫描是否完整、清楚',
  en: 'no text was recognised in its pictures; check that the scan is whole and clear',
}

/** The package that reads scans is of another version than pbo. */
const OTHER_VERSION: Message = {
  zh: '已安装的 pbo-ocr 与这个版本的 pbo 不配套。请同时更新两者：npm install -g pbo pbo-ocr',
  en: 'the installed pbo-ocr does not match this version of pbo; update both: npm install -g pbo pbo-ocr',
}

const INCOMPLETE: Message = {
  zh: '已安装的 pbo-ocr 无法加载，可能没有装完整。请重新安装：npm install -g pbo-ocr',
  en: "the installed pbo-ocr can't be loaded and may be incomplete; install it again: npm install -g pbo-ocr",
}

const UNREADABLE: Readonly<Record<UnreadableReason, (detail: string, place: Place) => Message>> = {
  encrypted: () => ({
    zh: '文件有密码保护。请去掉密码后另存',
    en: 'protected by a password; save it without one',
  }),
  damaged: () => ({
    zh: '文件已损坏或不完整，无法打开。请重新下载或导出',
    en: "damaged or incomplete, can't be opened; download or export it again",
  }),
  'no-text-layer': (detail, place) => (detail === 'unrecognised' ? UNRECOGNISED : scanned(place)),
  'picture-reader': (detail) => (detail === 'version' ? OTHER_VERSION : INCOMPLETE),
  'too-large': (detail) => ({
    zh: `解开后过大（${limitInChinese(detail)}），不读取。若确实是公开表，请拆分后再查`,
    en: `too large once unpacked (${detail.replace('>', 'more than')}), not read; if it really is a disclosure, divide it`,
  }),
  unsupported: (detail) => UNSUPPORTED[detail] ?? unsupported(detail),
  'no-cells': () => ({
    zh: '文件中没有任何文字。请检查导出是否成功',
    en: 'there is no text in it; check that it was exported correctly',
  }),
}

const unsupported = (detail: string): Message => ({
  zh: `不支持的格式（${detail}）。请另存为 XLSX、DOCX 或 PDF`,
  en: `a format that is not read (${detail}); save it as XLSX, DOCX or PDF`,
})

const UNSUPPORTED: Readonly<Record<string, Message>> = {
  image: {
    zh: '这种图片格式不支持。请另存为 PNG、JPEG 或 PDF',
    en: 'a kind of image that is not read; save it as PNG, JPEG or PDF',
  },
  doc: {
    zh: '这份 .doc 由 Word 95 或更早的版本写成，不支持。请在 Word 或 WPS 中另存为 .docx',
    en: 'a document of Word 95 or before, which is not read; save it as .docx in Word or WPS',
  },
  rtf: {
    zh: 'RTF 文件不支持（有的 .doc 其实是 RTF）。请在 Word 或 WPS 中另存为 .docx',
    en: 'an RTF file, which is not read (some .doc files are RTF); save it as .docx in Word or WPS',
  },
  'word-xml': {
    zh: 'Word 2003 的 XML 文件不支持。请在 Word 或 WPS 中另存为 .docx',
    en: 'a Word document in one file of XML, which is not read; save it as .docx in Word or WPS',
  },
}

/** Why one file could not be opened. */
export const unopened = (why: Unopened, place: Place = 'command'): Message => {
  if (why.kind === 'empty') return EMPTY
  if (why.kind === 'malformed') return malformedText(why)
  if (why.kind === 'unreadable') return UNREADABLE[why.reason](why.detail, place)
  return why.is === 'image' ? image(place) : NO_TEXT[why.is]
}

const malformedText = ({ encoding, at, line }: MalformedText): Message => {
  const name = encoding.toUpperCase()
  return {
    zh: `不是有效的 ${name} 文本：第 ${line} 行、第 ${at} 字节处损坏（字节从 0 数起）。请重新导出，或用 --encoding 指明编码`,
    en: `not valid ${name}: damaged in line ${line}, at byte ${at} (counted from 0); export it again, or name its encoding with --encoding`,
  }
}

export const NO_TABLE: Message = {
  zh: '没有认出项目支出绩效目标表：应有“单位及项目名称、金额、绩效目标、绩效指标”之类的表头。若出现乱码，请用 --encoding 指明编码',
  en: 'no performance-goal table recognised in it: expected a header such as 单位及项目名称, 金额, 绩效目标, 绩效指标; if its text looks garbled, name its encoding with --encoding',
}

const EMPTY: Message = {
  zh: '文件是空的。请检查导出是否成功',
  en: 'the file is empty; check that it was exported correctly',
}

export const crashed = (reason: string): Message => ({
  zh: `程序内部出错：${reason}。请将此文件和这条信息报告给开发者`,
  en: `internal fault: ${reason}; please report it together with this file`,
})

/** A signal came in before a file and `others` more were checked. */
export const interrupted = (others: number): Message => ({
  zh: `运行被中断，本文件${others === 0 ? '' : `及另外 ${others} 个文件`}没有处理完。请重新运行`,
  en: `interrupted before this file ${others === 0 ? 'was' : `and ${others} more were`} done; run it again`,
})

export const tookTooLong = (seconds: number): Message => ({
  zh: `读取和检查超过 ${seconds} 秒的上限，已中止。文件可能已损坏；若确实是公开表，请拆分后再查，或用 --file-timeout 放宽`,
  en: `reading and checking it took longer than the limit of ${seconds} s and was ended; the file may be damaged; if it really is a disclosure table, divide it or raise --file-timeout`,
})

/** What was assumed while reading. */

export const decodeNote = (note: DecodeNote): Message => DECODE_NOTES[note]

const DECODE_NOTES: Readonly<Record<DecodeNote, Message>> = {
  'guessed-gb18030': {
    zh: '不是 UTF-8，按 GB18030 读取；若有乱码请用 --encoding 指明',
    en: 'not UTF-8, read as GB18030; if it looks garbled, name the encoding with --encoding',
  },
  'guessed-utf-16': {
    zh: '没有字节顺序标记，按 UTF-16 读取；若有乱码请用 --encoding 指明',
    en: 'no byte-order mark, read as UTF-16; if it looks garbled, name the encoding with --encoding',
  },
  'ends-in-character': {
    zh: '文件在一个字的中间断开，像是没有下载或复制完整',
    en: 'the file ends in the middle of a character, as if it had not been downloaded or copied to the end',
  },
}

const READ_NOTES: Readonly<Record<ReadNote['kind'], (detail: string) => Message>> = {
  'hidden-rows': (detail) => ({
    zh: `隐藏的行或列也读取了：${detail}`,
    en: `hidden rows or columns were read too: ${detail}`,
  }),
  'hidden-sheets': (detail) => ({
    zh: `隐藏的工作表没有读取：${detail}`,
    en: `hidden sheets were not read: ${detail}`,
  }),
  'pages-without-text': (detail) => ({
    zh: `这些页是图片，没有文字，没有检查：第 ${detail} 页`,
    en: `pages that are images without text were not checked: ${detail}`,
  }),
  'scanned-pages': (detail) => ({
    zh: `这些页是图片，文字由识别（OCR）得到，可能有误：第 ${detail} 页`,
    en: `text of these pages was recognised from images (OCR) and may be wrong in places: ${detail}`,
  }),
  'settled-characters': (detail) => ({
    zh: `识别时没有把握的字符，按合计核定：${detail}`,
    en: `characters that were not read surely, settled by sums: ${detail}`,
  }),
  'damaged-pages': (detail) => ({
    zh: `这些页有损坏，可能缺字：第 ${detail} 页。请重新下载或导出`,
    en: `damaged pages, of which text may be missing: ${detail}; download or export the file again`,
  }),
  'tracked-changes': (detail) => ({
    zh: `文件中有修订记录，已删除的文字没有读取（${detail}）`,
    en: `the file has tracked changes; deleted text was not read (${detail})`,
  }),
  'hidden-text': (detail) => ({
    zh: `文件中有隐藏文字，没有读取（${detail}）`,
    en: `the file has hidden text, which was not read (${detail})`,
  }),
  'automatic-numbers': (detail) => ({
    zh: `${detail} 个段落的自动编号没有读取。需要编号请在 Word 或 WPS 中另存为 .docx`,
    en: `automatic numbers of paragraphs were not read (${detail}); save it as .docx in Word or WPS if they matter`,
  }),
  uncalculated: (detail) => ({
    zh: `这些单元格是公式，文件里没有存计算结果：${detail}。请在 Excel 或 WPS 中打开并保存，再查一遍`,
    en: `formulas whose results are not in the file: ${detail}; open it in Excel or WPS, save it and check again`,
  }),
}

export const readNote = ({ kind, detail }: ReadNote): Message => READ_NOTES[kind](detail)

/** The unit that was taken because none is printed. */
export const assumedMoneyUnit = ({ name }: MoneyUnit): Message =>
  name === '元'
    ? {
        zh: '表中没有写明金额单位；按元计算，与成本指标、绩效目标中的金额一致',
        en: 'the table names no unit of money; 元 (yuan) is assumed, which its costs or goals agree with',
      }
    : {
        zh: '表中没有写明金额单位，按万元计算',
        en: 'the table names no unit of money; 万元 (10,000 yuan) is assumed',
      }

export const TRUNCATED: Message = {
  zh: '文件似乎在中途截断，缺少的内容可能只是没有收录',
  en: 'the file seems to be cut off; what is missing may only not have been included',
}

/** The browser could not give the content of a file. */
export const unreadableFile = (reason: string): Message => ({
  zh: `无法读取（${reason}）。文件可能已移动、改名或正被其他程序占用，请重新选择`,
  en: `can't be read (${reason}); it may have been moved, renamed or locked by another program: choose it again`,
})
