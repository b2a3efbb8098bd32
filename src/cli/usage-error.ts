import type { CommanderError } from 'commander'
import type { Message } from '../model/finding.ts'

/** The command line can't be understood; the message says what is wrong and what was meant. */
export class UsageError extends Error {
  readonly words: Message

  constructor(words: Message) {
    super(words.en)
    this.name = 'UsageError'
    this.words = words
  }
}

/** What is wrong with something that a flag or a path names. */
export const faultAt = (name: string, { zh, en }: Message): UsageError =>
  new UsageError({ zh: `${name}：${zh}`, en: `${name}: ${en}` })

/** `word` is none of `known`. */
export const unknownWord = (flag: string, word: string, known: readonly string[]): UsageError => {
  const meant = suggest(word, known)
  return new UsageError({
    zh: `${flag} 不认识“${word}”。${meant === undefined ? '' : `是不是“${meant}”？`}可用的有：${known.join(' ')}`,
    en: `${flag} doesn't know '${word}'.${meant === undefined ? '' : ` Did you mean '${meant}'?`} Choose from: ${known.join(', ')}`,
  })
}

const MOST_SHOWN = 60

/** As much of a text of somebody's as a message quotes. */
export const shorten = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text

/** The word among `known` that was probably meant by `word`, if one is near enough. */
export const suggest = (word: string, known: readonly string[]): string | undefined => {
  const wanted = word.slice(0, 100).toLowerCase()
  let best: string | undefined
  let least = Math.max(2, Math.floor(wanted.length * 0.4)) + 1
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase())
    // A word of three letters is not "near" one that shares none of them.
    if (distance < least && distance < candidate.length) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
const editDistance = (a: string, b: string): number => {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (row[j - 1] as number) + 1,
        (old[j] as number) + 1,
        (old[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] as number) + 1)
      }
      row.push(cost)
    }
    older = old
    old = row
  }
  return old[b.length] as number
}

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
