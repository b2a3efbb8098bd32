import { Command, Option } from 'commander'
import type { Language, Message } from '../rules/rule.ts'
import { type CheckOptions, runCheck } from './check-command.ts'
import type { Core } from './core.ts'
import type { ExitCode } from './exit-code.ts'
import { DEFAULT_MAX_FILE_SIZE } from './file-loop.ts'
import * as help from './help.ts'
import * as options from './options.ts'
import { runExplain, runRules } from './rule-commands.ts'
import { runShow, type ShowCommandOptions } from './show-command.ts'
import type { Io } from './world.ts'

/** The command line as commander understands it; `done` receives the exit code of what ran. */
export const createProgram = (
  io: Io,
  core: Core,
  language: Language,
  done: (code: ExitCode) => void,
): Command => {
  const say = (message: Message): string => message[language]
  const command = (parent: Command, name: string, about: Message): Command =>
    help.translateHelp(parent.command(name), language).description(say(about))
  const option = (flags: string, about: Message): Option => new Option(flags, say(about))
  const choice = (name: string, about: Message, choices: readonly string[], initial: string): Option =>
    option(`${name} <${choices.join('|')}>`, about)
      .argParser(options.readChoice(name, choices))
      .default(initial)

  const program = help
    .translateHelp(new Command('pbo'), language)
    .description(say(help.PROGRAM))
    .version(io.toolVersion(), '-V, --version', say(help.VERSION))
    .helpOption('-h, --help', say(help.HELP))
    .helpCommand('help [command]', say(help.HELP))
    .exitOverride()
    .configureOutput({ writeOut: io.stdout.write, writeErr: () => {} })
    .addHelpText('after', say(help.EXIT_CODES))

  const addLook = (target: Command): Command =>
    target
      .addOption(
        option('--lang <zh|en>', help.LANG).argParser(options.readChoice('--lang', options.LANGUAGES)),
      )
      .addOption(choice('--ambiguous-width', help.AMBIGUOUS_WIDTH, options.AMBIGUOUS_WIDTHS, '1'))
      .addOption(option('--color', help.COLOR))
      .addOption(option('--no-color', help.NO_COLOR))
      .helpOption('-h, --help', say(help.HELP))

  const addReading = (target: Command): Command =>
    target
      .argument('[paths...]', say(help.PATHS))
      .addOption(option('--stdin-filename <name>', help.STDIN_FILENAME))
      .addOption(option('--encoding <name>', help.ENCODING).argParser(options.readEncoding))
      .addOption(
        option('--max-file-size <size>', help.MAX_FILE_SIZE)
          .argParser(options.readBytes('--max-file-size'))
          .default(DEFAULT_MAX_FILE_SIZE, '20M'),
      )
      .addOption(option('--allow-empty', help.ALLOW_EMPTY))

  addLook(
    addReading(command(program, 'check', help.CHECK))
      .addOption(choice('--format', help.FORMAT, options.CHECK_FORMATS, 'pretty'))
      .addOption(choice('--level', help.LEVEL, options.LEVELS, 'warning'))
      .addOption(choice('--fail-on', help.FAIL_ON, options.FAIL_LEVELS, 'error'))
      .addOption(
        option('--max-warnings <count>', help.MAX_WARNINGS).argParser(options.readCount('--max-warnings')),
      ),
  ).action(async (paths: string[], given: CheckOptions) => {
    options.requireStdin(paths, given.stdinFilename)
    done(await runCheck(paths, given, io, core, language))
  })

  addLook(
    addReading(command(program, 'show', help.SHOW)).addOption(
      choice('--as', help.AS, options.SHOW_FORMATS, 'table'),
    ),
  ).action(async (paths: string[], given: ShowCommandOptions) => {
    options.requireStdin(paths, given.stdinFilename)
    done(await runShow(paths, given, io, core, language))
  })

  addLook(
    command(program, 'rules', help.RULES).addOption(
      choice('--format', help.FORMAT, options.RULE_FORMATS, 'table'),
    ),
  ).action(async (given) => done(await runRules(given, io, core, language)))

  addLook(command(program, 'explain', help.EXPLAIN).argument('<rule>', say(help.RULE))).action(
    async (rule: string, given) => done(await runExplain(rule, given, io, core, language)),
  )
  return program
}
