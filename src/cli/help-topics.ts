import type { Language, Message } from '../model/finding.ts'
import { EXIT_CODES } from './help.ts'

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
