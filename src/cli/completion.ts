import type { Argument, Command, Option } from 'commander'
import { RULE_LEVELS, type SHELLS } from './options.ts'

/** Prints the script by which a shell asks `pbo complete -- WORDS` for what may come next. */
export const printScript = async (
  shell: (typeof SHELLS)[number],
  write: (text: string) => void,
): Promise<void> => {
  if (shell === 'bash') return write(BASH)
  const { script } = await import('@bomb.sh/tab')
  script(shell, 'pbo', 'pbo')
}

/**
 * Our own: the library's evaluates what was typed, needs the package bash-completion, and offers no files.
 * Bash parts words at `=` and `:`, and puts an answer in the place of the last part alone. Runs in bash 3.2 too.
 */
const BASH = `# bash completion for pbo
__pbo_complete() {
    local words=() part prefix line value directive=0 i
    for ((i = 1; i <= COMP_CWORD; i++)); do
        part=\${COMP_WORDS[i]}
        if ((i > 1)) && [[ $part == [=:]* || \${COMP_WORDS[i - 1]} == [=:] ]]; then
            words[\${#words[@]} - 1]+=$part
        else
            words+=("$part")
        fi
    done
    part=\${COMP_WORDS[COMP_CWORD]}
    [[ $part == [=:] ]] && part=
    prefix=\${words[\${#words[@]} - 1]}
    prefix=\${prefix%"$part"}
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :* ]]; then
            directive=\${line#:}
        else
            value=\${line%%$'\\t'*}
            COMPREPLY+=("\${value#"$prefix"}")
        fi
    done < <(pbo complete -- "\${words[@]}" 2>/dev/null)
    if ((directive & 2)); then compopt -o nospace 2>/dev/null; fi
    if ((directive & 4)); then compopt +o default 2>/dev/null; fi
    return 0
}
complete -o default -F __pbo_complete pbo
`

/** What the shell does beside the words it is given: nothing, go on in the same word, or offer files where there are none. */
const DIRECTIVES = { words: 4, beginnings: 6, files: 0 } as const

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
  const isBegun = suggestions?.some(({ value }) => value.endsWith('='))
  const directive = suggestions === undefined ? 'files' : isBegun ? 'beginnings' : 'words'
  return `${lines.join('')}:${DIRECTIVES[directive]}\n`
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
    return valuesOf(program, optionOf(command, glued), word.slice(glued.length + 1))?.map(
      ({ value, about }) => ({
        value: `${glued}=${value}`,
        about,
      }),
    )
  }
  const option = optionOf(command, before.at(-1) ?? '')
  if (option?.required === true) return valuesOf(program, option, word)
  if (word.startsWith('-')) return flagsOf(command)
  const argument = command.registeredArguments[0]
  return argument === undefined ? [] : choicesOf(argument)
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

/** The words that an option takes; undefined where it takes others. */
const valuesOf = (
  program: Command,
  option: Option | undefined,
  word: string,
): readonly Suggestion[] | undefined => {
  if (option?.long === '--only') return rulesOf(program)
  if (option?.long !== '--rule') return choicesOf(option)
  const id = /^([^=]*)=/.exec(word)?.[1]
  return id === undefined
    ? rulesOf(program)?.map(({ value, about }) => ({ value: `${value}=`, about }))
    : RULE_LEVELS.map((level) => ({ value: `${id}=${level}`, about: '' }))
}

/** `explain` takes any rule. */
const rulesOf = (program: Command): readonly Suggestion[] | undefined =>
  choicesOf(program.commands.find((command) => command.name() === 'explain')?.registeredArguments[0])

const choicesOf = (taker: Option | Argument | undefined): readonly Suggestion[] | undefined =>
  taker?.argChoices?.map((value) => ({ value, about: '' }))
