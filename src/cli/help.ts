import type { Command } from 'commander'
import { textWidth } from '../report/text-width.ts'
import type { Language, Message } from '../rules/rule.ts'

/** The words of `--help`. */

export const PROGRAM: Message = {
  zh: '读取并检查部门预算项目支出绩效目标公开表：哪里对不上，为什么，怎么办',
  en: 'Reads and checks the performance-goal tables (部门预算项目支出绩效目标公开表) that Chinese agencies publish with their budgets',
}
export const CHECK: Message = {
  zh: '检查文件、文件夹、通配模式或标准输入（-），列出问题',
  en: 'check files, folders, patterns or standard input (-) and list what is wrong',
}
export const SHOW: Message = {
  zh: '显示表中内容：整理后的表格、树或 JSON',
  en: 'show what a table says: as a table in normal form, a tree or JSON',
}
export const RULES: Message = { zh: '列出全部规则', en: 'list all rules' }
export const EXPLAIN: Message = {
  zh: '解释一条规则：为什么、怎么办、依据、例子',
  en: 'explain a rule: why, what to do, its basis, examples',
}
export const PATHS: Message = {
  zh: '文件、文件夹（其中的 .txt 和 .tsv）、通配模式或 -；缺省为当前文件夹',
  en: 'files, folders (their .txt and .tsv), patterns or -; the current folder if none is given',
}
export const RULE: Message = { zh: '规则名，例如 total-mismatch', en: 'the rule, such as total-mismatch' }
export const FORMAT: Message = { zh: '输出格式', en: 'output format' }
export const AS: Message = { zh: '显示方式', en: 'how to show it' }
export const LEVEL: Message = {
  zh: '列出此级别及以上的问题；其余只计数',
  en: 'list findings of this level and above; the rest is counted',
}
export const FAIL_ON: Message = {
  zh: '发现此级别及以上的问题时退出码为 1',
  en: 'exit with 1 if there is a finding of this level or above',
}
export const MAX_WARNINGS: Message = {
  zh: '警告多于此数时退出码为 1',
  en: 'exit with 1 if there are more warnings',
}
export const LANG: Message = {
  zh: '输出语言；缺省看系统语言',
  en: "language of the output; by default the system's",
}
export const AMBIGUOUS_WIDTH: Message = {
  zh: '终端中“ ” ≥ ① 占几列',
  en: 'columns that “ ” ≥ ① take in your terminal',
}
export const COLOR: Message = {
  zh: '总是用颜色（缺省：仅在终端中）',
  en: 'colour, always (by default in terminals only)',
}
export const NO_COLOR: Message = { zh: '从不用颜色', en: 'never colour' }
export const STDIN_FILENAME: Message = {
  zh: '标准输入在报告中的名字',
  en: 'what to call standard input in reports',
}
export const ENCODING: Message = {
  zh: '文件编码：utf-8 utf-16le utf-16be gb18030（缺省：自动判断）',
  en: 'encoding of the files: utf-8, utf-16le, utf-16be, gb18030 (by default found out)',
}
export const MAX_FILE_SIZE: Message = { zh: '不读取更大的文件', en: 'do not read larger files' }
export const ALLOW_EMPTY: Message = {
  zh: '文件夹或模式中没有文件时不算失败',
  en: 'a folder or pattern that gives no file is no failure',
}
export const HELP: Message = { zh: '显示帮助', en: 'show help' }
export const VERSION: Message = { zh: '显示版本', en: 'show the version' }
export const EXIT_CODES: Message = {
  zh: `
退出码：
  0  检查完成，没有达到 --fail-on 级别的问题
  1  检查完成，有这样的问题
  2  未能完成：参数有误、文件无法读取、规则出错、输出无法写入`,
  en: `
Exit codes:
  0  ran completely and found nothing at or above --fail-on
  1  ran completely and found something
  2  could not do what was asked: wrong flag, unreadable file, a rule crashed, output not writable`,
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** Makes a command's help speak `language`; commander knows only English headings. */
export const translateHelp = (command: Command, language: Language): Command =>
  command.configureHelp({
    displayWidth: (text) => textWidth(text, 1),
    ...(language === 'zh' ? { styleTitle: (title) => TITLES[title] ?? title } : {}),
    optionDescription: (option) => {
      const shown = option.defaultValueDescription ?? option.defaultValue
      if (typeof shown !== 'string') return option.description
      return `${option.description}${language === 'zh' ? `（缺省 ${shown}）` : ` (default: ${shown})`}`
    },
  })
