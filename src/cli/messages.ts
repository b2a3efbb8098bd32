import type { Message } from '../rules/rule.ts'
import type { BinaryKind, DecodeNote } from '../source/decode.ts'
import type { Encoding } from '../source/source.ts'

/** Why an input could not be read: what is wrong, and what to do. */

export const unreadable = (code: string, reason: string): Message => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        zh: '没有这个文件或文件夹。请检查路径是否写对',
        en: 'no such file or folder; check the spelling of the path',
      }
    case 'EACCES':
    case 'EPERM':
      return {
        zh: '没有读取权限。请调整文件权限，或换一个有权限的用户运行',
        en: 'permission denied; change the permissions, or run as a user who may read it',
      }
    case 'ELOOP':
      return {
        zh: '符号链接绕成了圈。请指明真正的文件',
        en: 'its symbolic links go in a circle; name the real file',
      }
    default:
      return { zh: `无法读取（${code}：${reason}）`, en: `can't be read (${code}: ${reason})` }
  }
}

export const NOT_A_FILE: Message = {
  zh: '不是普通文件（管道、设备或套接字），不读取。从管道读取请用 -',
  en: 'not a regular file but a pipe, device or socket, which are not read; to read a pipe, use -',
}

export const LINK_OUTSIDE: Message = {
  zh: '符号链接指向所给文件夹之外，不读取。需要的话请直接写出该文件',
  en: 'a symbolic link that leads out of the given folder, which is not followed; name the file itself if it is meant',
}

export const tooLarge = (limit: number): Message => ({
  zh: `超过 ${formatBytes(limit)} 的上限。若确实是公开表，可用 --max-file-size 放宽`,
  en: `larger than the limit of ${formatBytes(limit)}; if it really is a disclosure table, raise --max-file-size`,
})

const formatBytes = (bytes: number): string =>
  bytes >= 1048576 && bytes % 1048576 === 0
    ? `${bytes / 1048576} MB`
    : bytes >= 1024 && bytes % 1024 === 0
      ? `${bytes / 1024} KB`
      : `${bytes} B`

export const noFilings = (extensions: readonly string[]): Message => ({
  zh: `文件夹中没有公开表文件（${extensions.join(' ')}）。请换一个文件夹，或直接写出文件名`,
  en: `no disclosure files (${extensions.join(' ')}) in this folder; give another folder, or name the files`,
})

export const NO_MATCH: Message = {
  zh: '没有文件与此模式匹配。请检查模式，并用引号括起以免被 shell 展开',
  en: 'no file matches this pattern; check it, and quote it so that the shell leaves it alone',
}

const BINARY: Readonly<Record<BinaryKind, Message>> = {
  office: {
    zh: '这是 XLSX、DOCX 或 ZIP 文件，不是文本表格。请先另存为制表符分隔的文本（.txt、.tsv）',
    en: 'not a text table but an XLSX, DOCX or ZIP file; save it as tab-separated text (.txt, .tsv) first',
  },
  'old-office': {
    zh: '这是旧版 Office 文件（XLS、DOC），不是文本表格。请先另存为制表符分隔的文本（.txt、.tsv）',
    en: 'not a text table but an old Office file (XLS, DOC); save it as tab-separated text (.txt, .tsv) first',
  },
  pdf: {
    zh: '这是 PDF 文件，不是文本表格。请先转换为制表符分隔的文本（.txt、.tsv）',
    en: 'not a text table but a PDF file; convert it to tab-separated text (.txt, .tsv) first',
  },
  image: {
    zh: '这是图片，不是文本表格。请先识别为文字',
    en: 'not a table but an image; recognise its text first',
  },
  archive: { zh: '这是压缩包，不是文本表格。请先解压', en: 'not a table but an archive; unpack it first' },
  'utf-32': {
    zh: '编码是 UTF-32，不支持。请另存为 UTF-8',
    en: 'encoded as UTF-32, which is not read; save it as UTF-8',
  },
  unknown: {
    zh: '这是二进制文件，不是文本表格。请换成文本文件（.txt、.tsv）',
    en: 'not a table but binary data; give a text file (.txt, .tsv)',
  },
}

export const binaryFile = (kind: BinaryKind): Message => BINARY[kind]

export const malformedText = (encoding: Encoding, at: number | undefined): Message => {
  const name = encoding.toUpperCase()
  return at === undefined
    ? {
        zh: `不是有效的 ${name} 文本。请用 --encoding 指明编码，或另存为 UTF-8`,
        en: `not valid ${name}; name its encoding with --encoding, or save it as UTF-8`,
      }
    : {
        zh: `不是有效的 ${name} 文本：第 ${at} 字节处损坏（从 0 数起）。请重新导出，或用 --encoding 指明编码`,
        en: `not valid ${name}: damaged at byte ${at} (counted from 0); export it again, or name its encoding with --encoding`,
      }
}

export const NO_TABLE: Message = {
  zh: '没有认出项目支出绩效目标表：应有“单位及项目名称、金额、绩效目标、绩效指标”之类的表头。若出现乱码，请用 --encoding 指明编码',
  en: 'no performance-goal table recognised in it: expected a header such as 单位及项目名称, 金额, 绩效目标, 绩效指标; if its text looks garbled, name its encoding with --encoding',
}

export const EMPTY: Message = {
  zh: '文件是空的。请检查导出是否成功',
  en: 'the file is empty; check that it was exported correctly',
}

export const crashed = (reason: string): Message => ({
  zh: `程序内部出错：${reason}。请将此文件和这条信息报告给开发者`,
  en: `internal fault: ${reason}; please report it together with this file`,
})

/** What was assumed while reading. */

export const decodeNote = (note: DecodeNote): Message =>
  note === 'guessed-gb18030'
    ? {
        zh: '不是 UTF-8，按 GB18030 读取；若有乱码请用 --encoding 指明',
        en: 'not UTF-8, read as GB18030; if it looks garbled, name the encoding with --encoding',
      }
    : {
        zh: '没有字节顺序标记，按 UTF-16 读取；若有乱码请用 --encoding 指明',
        en: 'no byte-order mark, read as UTF-16; if it looks garbled, name the encoding with --encoding',
      }

export const ASSUMED_MONEY_UNIT: Message = {
  zh: '表中没有写明金额单位，按万元计算',
  en: 'the table names no unit of money; 万元 (10,000 yuan) is assumed',
}

export const TRUNCATED: Message = {
  zh: '文件似乎在中途截断，缺少的内容可能只是没有收录',
  en: 'the file seems to be cut off; what is missing may only not have been included',
}
