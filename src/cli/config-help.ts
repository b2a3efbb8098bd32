import type { Message } from '../model/finding.ts'

/** The words of `--help` on config files and baselines. */

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
