import type { CommanderError } from 'commander'
import type { Message } from '../model/finding.ts'

/**
 * commander's complaints in both languages. It has them only as English sentences, so the words
 * that matter are taken out of these.
 */
export const explainUsage = (error: CommanderError): Message => {
  const english = error.message.replace(/^error: /, '').replaceAll('\n', ' ')
  const quoted = /'(.*)'/s.exec(english)?.[1] ?? ''
  const meant = /\(Did you mean (?:one of )?([^()]*)\?\)$/.exec(english)?.[1]
  const hint = meant === undefined ? '' : `是不是 ${meant}？`
  const chinese: Readonly<Record<string, string>> = {
    'commander.unknownOption': `没有选项 ${quoted}。${hint}`,
    'commander.unknownCommand': `没有命令“${quoted}”。${hint}`,
    'commander.optionMissingArgument': `选项 ${quoted} 需要一个值`,
    'commander.missingArgument': `缺少参数 ${quoted}`,
    'commander.excessArguments': '参数过多',
    'commander.help': '没有给出命令',
  }
  const ask = { zh: '（pbo --help 查看用法）', en: ' (see pbo --help)' }
  return { zh: (chinese[error.code] ?? english) + ask.zh, en: english + ask.en }
}
