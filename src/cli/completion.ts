import type { Argument, Command, Option } from 'commander'
import type { SHELLS } from './options.ts'

/** Prints the script by which a shell asks `pbo complete -- WORDS` for what may come next. */
export const printScript = async (shell: (typeof SHELLS)[number]): Promise<void> => {
  const { script } = await import('@bomb.sh/tab')
  script(shell, 'pbo', 'pbo')
}

/** What the shell does beside the words it is given: nothing, or offer files where there are none. */
const DIRECTIVES = { words: 4, files: 0 } as const

interface Suggestion {
  readonly value: string
  readonly about: string
}

/**
 * What may stand for the last of `words`, the others standing before it: a line each, with its meaning,
 * and a last one that tells the shell whether files may stand there too.
 */
export const renderCompletions = (program: Command, words: readonly string[]): string => {
  const word = words.at(-1) ?? ''
  const suggestions = suggest(program, words.slice(0, -1), word)
  const lines = (suggestions ?? [])
    .filter(({ value }) => value.startsWith(word))
    .map(({ value, about }) => `${value}\t${about}\n`)
  return `${lines.join('')}:${suggestions === undefined ? DIRECTIVES.files : DIRECTIVES.words}\n`
}

/** Undefined where a file may stand. */
const suggest = (
  program: Command,
  before: readonly string[],
  word: string,
): readonly Suggestion[] | undefined => {
  const command = program.commands.find((candidate) => candidate.name() === before[0])
  if (command === undefined) {
    return word.startsWith('-') ? flagsOf(program) : before.length === 0 ? commandsOf(program) : []
  }
  const glued = /^(--[^=]+)=/.exec(word)?.[1]
  if (glued !== undefined) {
    return valuesOf(optionOf(command, glued))?.map(({ value, about }) => ({
      value: `${glued}=${value}`,
      about,
    }))
  }
  const option = optionOf(command, before.at(-1) ?? '')
  if (option?.required === true) return valuesOf(option)
  if (word.startsWith('-')) return flagsOf(command)
  const argument = command.registeredArguments[0]
  return argument === undefined ? [] : valuesOf(argument)
}

const commandsOf = (program: Command): Suggestion[] =>
  program
    .createHelp()
    .visibleCommands(program)
    .map((command) => ({ value: command.name(), about: command.description() }))

const flagsOf = (command: Command): Suggestion[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, short, description }) => ({ value: long ?? short ?? '', about: description }))

const optionOf = (command: Command, flag: string): Option | undefined =>
  command.options.find(({ long, short }) => flag !== '' && (flag === long || flag === short))

/** The words that an option or an argument takes; undefined where it takes others. */
const valuesOf = (taker: Option | Argument | undefined): readonly Suggestion[] | undefined =>
  taker?.argChoices?.map((value) => ({ value, about: '' }))
