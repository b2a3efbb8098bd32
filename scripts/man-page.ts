// The man page, made of what commander knows: what `--help` says is what `man pbo` says.
import type { Command, Option } from 'commander'
import * as help from '../src/cli/help.ts'
import { openIo } from '../src/cli/io.ts'
import { createProgram } from '../src/cli/program.ts'
import { core } from '../src/records/core.ts'

/** `pbo.1`, in English and without a date, so that the same command gives the same bytes. */
export const renderManPage = (): string => {
  const io = openIo()
  const program = createProgram(io, core, 'en', () => undefined)
  const commands = program.createHelp().visibleCommands(program)
  return [
    `.TH PBO 1 "" "pbo ${io.toolVersion()}" "User Commands"`,
    '.SH NAME',
    `pbo \\- ${escapeText(lowerFirst(program.description()))}`,
    '.SH SYNOPSIS',
    ...commands.flatMap((command) => [
      `.B pbo ${escapeText(command.name())}`,
      escapeText(command.usage()),
      '.br',
    ]),
    '.SH COMMANDS',
    ...commands.flatMap((command) => describeCommand(command, program)),
    '.SH EXIT STATUS',
    ...exitCodes(),
    '.SH FILES',
    ...item(
      '.pboignore',
      'What a search leaves out of this folder and those below, in the syntax of .gitignore.',
    ),
    ...item('.pbo-cache', 'Where --cache keeps results. It may be deleted at any time.'),
    '.SH ENVIRONMENT',
    ...item('LC_ALL, LC_MESSAGES, LANG', 'The language of the output, unless --lang says it.'),
    ...item('NO_COLOR, FORCE_COLOR', 'Colour, unless --color or --no-color says it.'),
    ...item('COLUMNS', 'The width of output that goes to no terminal, 100 by default.'),
    ...item(
      'GITHUB_ACTIONS, GITHUB_STEP_SUMMARY',
      "In a GitHub workflow, output is kept from being obeyed as commands, and the report is added to the step's summary.",
    ),
    '',
  ].join('\n')
}

const describeCommand = (command: Command, program: Command): string[] => {
  const format = command.createHelp()
  return [
    `.SS pbo ${escapeText(command.name())} ${escapeText(command.usage())}`,
    escapeText(`${upperFirst(command.description())}.`),
    ...format
      .visibleArguments(command)
      .flatMap((argument) => item(argument.name(), `${upperFirst(argument.description)}.`)),
    ...format
      .visibleOptions(command)
      .flatMap((option: Option) =>
        item(option.flags, `${upperFirst(program.createHelp().optionDescription.call(format, option))}.`),
      ),
  ]
}

/** `  0  ran completely …` of the help, one item each. */
const exitCodes = (): string[] =>
  [...help.EXIT_CODES.en.matchAll(/^ {2}(\d[\d, ]*?) {2}(.*)$/gm)].flatMap(([, code = '', words = '']) =>
    item(code, `${upperFirst(words)}.`),
  )

const item = (term: string, text: string): string[] => ['.TP', `.B ${escapeText(term)}`, escapeText(text)]

/** Troff takes a backslash for a command, a dot or an apostrophe at the start of a line too. */
const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
