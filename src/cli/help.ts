import type { Command } from 'commander'
import type { Language, Message } from '../model/finding.ts'
import { textWidth } from '../report/text-width.ts'

/** The words of `--help`. */

export const PROGRAM: Message = {
  zh: '读取并检查部门预算项目支出绩效目标公开表：哪里对不上，为什么，怎么办',
  en: 'Reads and checks the performance-goal tables (部门预算项目支出绩效目标公开表) that Chinese agencies publish with their budgets',
}
export const CHECK: Message = {
  zh: '检查文件、文件夹、通配模式或标准输入（-），列出问题',
  en: 'check files, folders, glob patterns or standard input (-) and list the problems',
}
export const SHOW: Message = {
  zh: '显示表中内容：整理后的表格、树或 JSON',
  en: 'show what a filing says, as a normalised table, a tree or JSON',
}
export const RULES: Message = { zh: '列出全部规则', en: 'list all rules' }
export const EXPLAIN: Message = {
  zh: '解释一条规则：为什么、怎么办、依据、例子',
  en: 'explain a rule: the reason for it, what to do, its basis and examples',
}
export const LSP: Message = {
  zh: '为编辑器提供语言服务（LSP）：文本、CSV、Markdown 公开表中的问题、读法和改正',
  en: 'run the language server (LSP): findings, readings and fixes for text, CSV and Markdown filings',
}
export const STDIO: Message = {
  zh: '经标准输入输出通信（总是如此；编辑器会加上它）',
  en: 'communicate over standard input and output (always on; editors pass this flag)',
}
export const PATHS: Message = {
  zh: '文件、文件夹、通配模式或 -；缺省为当前文件夹',
  en: 'files, folders, glob patterns or - (default: the current folder)',
}
export const RULE: Message = { zh: '规则名，例如 total-mismatch', en: 'a rule, such as total-mismatch' }
export const FORMAT: Message = { zh: '输出格式', en: 'output format' }
export const LEVEL: Message = {
  zh: '列出此级别及以上的问题；其余只计数',
  en: 'list findings at this level or above and only count the others',
}
export const FAIL_ON: Message = {
  zh: '发现此级别及以上的问题时退出码为 1',
  en: 'exit with 1 if any finding is at this level or above',
}
export const STATISTICS: Message = {
  zh: '只列出每条规则的问题数（同 --format statistics）',
  en: 'print only the number of findings per rule (same as --format statistics)',
}
export const QUIET: Message = {
  zh: '只列出错误（同 --level error）；没有错误时不输出',
  en: 'list errors only (same as --level error) and print nothing if there are none',
}
export const FIX: Message = {
  zh: '先改正文本、CSV 和 Markdown 文件中不必斟酌的问题（全角数字、编号、连续的空格、比例的“≥100%”），再检查；不改动金额和目标的含义',
  en: 'before checking, fix what needs no judgement in text, CSV and Markdown files (full-width digits, numbering, repeated spaces, “≥100%” for a share); never changes an amount or the meaning of a target',
}
export const FIX_DRY_RUN: Message = {
  zh: '不改动文件，只输出 --fix 会作的改动（unified diff）；有改动时退出码为 1',
  en: 'print what --fix would change as a unified diff, without changing any file; exit with 1 if there are changes',
}
export const RULE_LEVEL: Message = {
  zh: '改变一条规则的级别，或关闭它；可重复，例如 --rule missing-unit=off',
  en: 'change the level of a rule or turn it off, for example --rule missing-unit=off; can be repeated',
}
export const RULE_OPTION: Message = {
  zh: '设置一条规则的选项；可重复，例如 satisfaction-below-floor.floor=85（pbo explain 列出各规则的选项）',
  en: 'set an option of a rule, for example satisfaction-below-floor.floor=85 (pbo explain lists the options); can be repeated',
}
export const ONLY: Message = {
  zh: '只按这些规则检查，包括默认关闭的',
  en: 'run only these rules, including any that are off by default',
}
export const SCHEME: Message = {
  zh: '指标框架：old 成本在产出下，new（2021 年起）成本为一级指标，auto 看表格本身',
  en: 'category scheme: old puts cost under output, new (since 2021) makes it a level-1 category, auto decides by the table',
}
export const EXPLAIN_MATCHING: Message = {
  zh: '改为显示绩效目标中的数字与哪些指标对应、为什么，哪些没有对应',
  en: 'show which numbers in the goals were matched with which indicators and why, and which were not matched',
}
export const MAX_WARNINGS: Message = {
  zh: '警告多于此数时退出码为 1',
  en: 'exit with 1 if there are more warnings than this',
}
export const LANG: Message = {
  zh: '输出语言；缺省看系统语言',
  en: 'output language (default: the system language)',
}
export const AMBIGUOUS_WIDTH: Message = {
  zh: '终端中“ ” ≥ ① 占几列',
  en: 'width in columns of “ ” ≥ ① in your terminal',
}
export const COLOR: Message = {
  zh: '总是用颜色（缺省：仅在终端中）',
  en: 'always use colour (default: only in a terminal)',
}
export const NO_COLOR: Message = { zh: '从不用颜色', en: 'never use colour' }
export const STDIN_FILENAME: Message = {
  zh: '标准输入在报告中的名字',
  en: 'name of standard input in reports',
}
export const ENCODING: Message = {
  zh: '文件编码：utf-8 utf-16le utf-16be gb18030（缺省：自动判断）',
  en: 'file encoding: utf-8, utf-16le, utf-16be, gb18030 (default: detected)',
}
export const OCR: Message = {
  zh: '识别扫描件（OCR），需要另装 pbo-ocr；装了它，没有文字的页缺省就识别',
  en: 'read scans by OCR; needs the package pbo-ocr and is the default for pages without text if that is installed',
}
export const NO_OCR: Message = { zh: '不识别扫描件', en: 'do not read scans' }
export const MAX_FILE_SIZE: Message = {
  zh: '不读取更大的文件',
  en: 'skip files larger than this and report them',
}
export const ALLOW_EMPTY: Message = {
  zh: '文件夹或模式中没有文件时不算失败',
  en: 'do not fail if a folder or pattern contains no files',
}
export const OUTPUT: Message = {
  zh: '另把结果写成文件；可重复，例如 --output sarif=a.sarif --output 报告.html（只写文件名时，按 --format 或扩展名定格式）。worklist=文件夹（每个单位一份整改清单）或 worklist=清单.xlsx（合为一册）；notice=文件夹（每个单位一份整改通知，DOCX）；review=文件夹（每个项目一份绩效目标审核表，XLSX 和 DOCX）；annotated=文件夹（在每个文件的副本中标注问题）',
  en: 'also write the report to a file, for example --output sarif=a.sarif --output report.html (without a format, --format or else the file extension decides); can be repeated. worklist=FOLDER writes one list of corrections per agency (整改清单), worklist=FILE.xlsx puts them all in one workbook; notice=FOLDER writes a letter to each agency (整改通知, DOCX); review=FOLDER writes a review form for each project (绩效目标审核表, XLSX and DOCX); annotated=FOLDER writes a copy of each file with its findings as comments',
}
export const TEMPLATE: Message = {
  zh: '整改通知（或 review=文件：审核表）用本单位自己的 Word 文书（DOCX），其中写字段，例如 {{单位}}、{{日期}}；通知中 {{序号}} {{项目}} {{位置}} {{问题}} {{依据}} {{建议}} 所在的段落或表格行每个问题重复一次',
  en: 'use your own Word document as the template of the notices (or, as review=FILE, of the review forms), with fields such as {{单位}} and {{日期}}; in a notice, the paragraph or table row that contains {{序号}} {{项目}} {{位置}} {{问题}} {{依据}} {{建议}} is repeated for each problem',
}
export const FILES_FROM: Message = {
  zh: '从文件（- 为标准输入）读取路径清单，每行一个，或以 NUL 分隔',
  en: 'read paths from a file (- for standard input), one per line or separated by NUL',
}
export const IGNORE: Message = {
  zh: '搜索时跳过匹配的文件，写法同 .gitignore；可重复（文件夹中的 .pboignore 同样有效）',
  en: 'skip files that match, with the syntax of .gitignore; can be repeated (a .pboignore file in a folder works too)',
}
export const SHARD: Message = {
  zh: '只处理全部文件的第 I 份（共 N 份）；各份结果用 pbo merge 合并',
  en: 'process only part I of N of the files; pbo merge combines the reports',
}
export const JOBS: Message = {
  zh: '同时使用的线程数（缺省：文件多时自动决定）；不影响结果',
  en: 'number of threads (default: as many as are worthwhile); never changes the result',
}
export const CACHE: Message = {
  zh: '记住检查结果，没有改动的文件不再检查；缺省文件夹为 .pbo-cache',
  en: 'store results and check only files that have changed (default folder: .pbo-cache)',
}
export const WATCH: Message = { zh: '文件有变化时重新检查', en: 'check again when a file changes' }
export const MAX_FILES: Message = { zh: '文件总数上限', en: 'maximum number of files' }
export const FILE_TIMEOUT: Message = {
  zh: '读取和检查一个文件的秒数上限；大文件每 MB 另加 3 秒',
  en: 'time limit for reading and checking one file, plus 3 seconds per MB',
}
export const FILE_MEMORY: Message = {
  zh: '读取和检查一个文件的内存上限；大文件按大小另加',
  en: 'memory limit for reading and checking one file; raised for large files',
}
export const MAX_DEPTH: Message = { zh: '文件夹嵌套层数上限', en: 'maximum depth of nested folders' }
export const MAX_LINE: Message = { zh: '一行文字的大小上限', en: 'maximum size of a line of text' }
export const MAX_CELL: Message = { zh: '一个单元格的大小上限', en: 'maximum size of a table cell' }
export const MAX_FINDINGS: Message = {
  zh: '每个文件中每条规则最多列出的问题数，其余只计数',
  en: 'maximum number of findings to list per rule and file; the others are only counted',
}
export const REPORT: Message = {
  zh: '把保存的报告（json 或 jsonl）转成其他格式',
  en: 'convert saved reports (json or jsonl) to another format',
}
export const MERGE: Message = {
  zh: '把各份（--shard）的报告合并成一份，与一次检查全部文件的结果相同',
  en: 'combine the reports of shards into one, identical to that of a single run',
}
export const SAVED: Message = {
  zh: '用 --format json 或 jsonl 保存的报告，或 -',
  en: 'reports saved with --format json or jsonl, or -',
}
export const REPORT_LEVEL: Message = {
  zh: '列出此级别及以上的问题（缺省：保存了的全部级别）',
  en: 'list findings at this level or above (default: every level that was saved)',
}
export const MERGE_FORMAT: Message = {
  zh: '输出格式（缺省：与第一份相同）',
  en: 'output format (default: that of the first report)',
}
export const COMPLETION: Message = {
  zh: '输出命令行补全脚本，例如 source <(pbo completion bash)',
  en: 'print a shell completion script, for example source <(pbo completion bash)',
}
export const SHELL: Message = { zh: '外壳程序', en: 'the shell' }
export const HELP: Message = { zh: '显示帮助', en: 'show help' }
export const VERSION: Message = { zh: '显示版本', en: 'show the version' }
export const EXIT_CODES: Message = {
  zh: `
退出码：
  0  检查完成，没有达到 --fail-on 级别的问题
  1  检查完成，有这样的问题
  2  未能完成：参数有误、文件无法读取、规则出错、输出无法写入
  130, 143  被信号（SIGINT、SIGTERM）中断，已完成的部分照常输出`,
  en: `
Exit codes:
  0  the run completed with no findings at or above --fail-on
  1  the run completed with findings at or above --fail-on
  2  the run could not complete: invalid flag, unreadable file, crashed rule or output that could not be written
  130, 143  interrupted by a signal (SIGINT, SIGTERM); results up to then are printed`,
}

// On config files and baselines.

export const INIT: Message = {
  zh: '在当前文件夹写一份配置文件 pbo.config.json',
  en: 'create a config file, pbo.config.json, in the current folder',
}
export const FORCE: Message = { zh: '覆盖已有的配置文件', en: 'overwrite an existing config file' }
export const CONFIG: Message = {
  zh: '所有文件都用这份配置；缺省用各文件上方最近的 pbo.config.json',
  en: 'config file for all files (default: the nearest pbo.config.json above each file)',
}
export const ALLOW_CODE: Message = {
  zh: '允许运行当前文件夹的配置（及其 extends）所列的自编规则模块；--config 指定的配置总是允许',
  en: 'allow custom rules listed by the config of the current folder, or by a config it extends, to run their code; a config given with --config is always allowed to',
}
export const CONFIG_COMMAND: Message = {
  zh: '显示一个文件按哪些配置、哪些规则和选项检查',
  en: 'show which configs, rules and options apply to a file',
}
export const CONFIG_ACTION: Message = { zh: 'print 以 JSON 显示', en: 'print writes them as JSON' }
export const CONFIG_FILE: Message = { zh: '文件；不必存在', en: 'the file, which need not exist' }
export const OWN_RULES: Message = {
  zh: '另加这份配置所列的自编规则',
  en: 'include the custom rules listed by this config',
}
export const NO_CONFIG: Message = { zh: '不用配置文件', en: 'ignore config files' }
export const BASELINE: Message = {
  zh: '基线：更新、清理或列出已知、不再报告的问题',
  en: 'update, prune or show the baseline: known findings that are no longer reported',
}
export const BASELINE_ACTION: Message = {
  zh: 'update 记入当前发现的问题并清除已不存在的，add 只记入所给指纹的问题（指纹写在文件前；unreadable 为无法读取的文件），prune 只清除，show 列出',
  en: 'update adds current findings and removes those that no longer exist, add adds only the findings whose fingerprints are given before the files (unreadable: files that cannot be read), prune only removes, show lists',
}
export const BASELINE_FILE: Message = {
  zh: '基线文件：其中的问题不再报告；缺省为当前文件夹的 pbo-baseline.json，如果有',
  en: 'baseline file, whose findings are not reported (default: pbo-baseline.json in the current folder, if it exists)',
}
export const NO_BASELINE: Message = { zh: '不用基线', en: 'ignore the baseline' }
export const BASELINE_LEVEL: Message = {
  zh: '记入此级别及以上的问题',
  en: 'add findings at this level or above',
}
export const REASON: Message = { zh: '新记入的问题为何可以保留', en: 'why the added findings are acceptable' }
export const UNTIL: Message = { zh: '同 --expires', en: 'same as --expires' }
export const EXPIRES: Message = {
  zh: '新记入的问题到哪一天为止不报告，例如 2026-12-31',
  en: 'last day on which the added findings are not reported, for example 2026-12-31',
}

// On rounds of corrections.

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

/** What `pbo help TOPIC` explains beside the commands. */
const TOPICS: Readonly<Record<string, Message>> = {
  'exit-codes': EXIT_CODES,
  configuration: {
    zh: `
配置：
  每个文件用它上方最近的 pbo.config.json；语言、级别、格式、基线等整次运行的设置，用所有路径上方最近的一份。
  extends 以其他配置为基础；overrides 按路径改变规则；命令行优先于配置。
  pbo init             写一份配置
  pbo config print F   显示文件 F 按哪些配置、规则和选项检查
  --config F           所有文件都用 F；--no-config 不用配置`,
    en: `
Configuration:
  Each file uses the nearest pbo.config.json above it. Settings of the whole run (language, levels, format,
  baseline) come from the nearest one above all paths. extends builds on other configs, overrides change rules
  by path, and flags take precedence over configs.
  pbo init             writes a config file
  pbo config print F   shows which configs, rules and options apply to the file F
  --config F           uses F for all files; --no-config uses none`,
  },
  formats: {
    zh: `
格式（--format，或 --output 格式=文件）：
  阅读    pretty compact statistics html markdown xlsx csv
  程序    json jsonl
  持续集成  sarif github gitlab junit
  分发    worklist notice review annotated（只用于 --output）
pbo show --as：table tree json，或 csv markdown jsonl xlsx parquet 中每项一行（--table），或 datapackage`,
    en: `
Formats (--format, or --output FORMAT=FILE):
  people      pretty compact statistics html markdown xlsx csv
  programs    json jsonl
  CI          sarif github gitlab junit
  to hand out worklist notice review annotated (--output only)
pbo show --as: table tree json, or one row per item (--table) as csv markdown jsonl xlsx parquet, or datapackage`,
  },
  'many-files': {
    zh: `
大批文件：
  --jobs N        同时使用 N 个线程
  --cache         没有改动的文件不再检查
  --files-from -  从标准输入读取路径，例如 git diff --name-only | pbo check --files-from -
  --shard I/N     只处理第 I 份；pbo merge 合并各份的报告`,
    en: `
Many files:
  --jobs N        uses N threads
  --cache         checks only files that have changed
  --files-from -  reads paths from standard input, for example git diff --name-only | pbo check --files-from -
  --shard I/N     processes part I of N; pbo merge combines the reports`,
  },
}

/** The text of a topic; `topics` lists them. Undefined for what is none. */
export const topicOf = (name: string, language: Language): string | undefined => {
  if (name === 'topics') return `${Object.keys(TOPICS).join('\n')}\n`
  const topic = Object.hasOwn(TOPICS, name) ? TOPICS[name] : undefined
  return topic && `${topic[language].trim()}\n`
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
