import { Argument, type Command, Option } from 'commander'
import type { Language, Message } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { BaselineAction, BaselineOptions } from './baseline-command.ts'
import type { ConfigFlags } from './config-file.ts'
import * as words from './config-help.ts'
import type { IsGiven } from './config-terms.ts'
import type { ExitCode } from './exit-code.ts'
import type { InitOptions } from './init-command.ts'
import { type COMMANDS, collect, LEVELS, readChoice, requireInput } from './options.ts'
import { withAllowedRules } from './own-rules.ts'
import { PREVIOUS } from './show-words.ts'
import type { Io } from './world.ts'

/** A command, and how it gets its arguments, options and action. */
export interface CommandDefinition {
  readonly name: (typeof COMMANDS)[number]
  readonly about: Message
  readonly define: (command: Command) => void
}

/** What the commands here share with the others. */
interface Shared {
  readonly io: Io
  readonly core: Core
  readonly language: Language
  readonly done: (code: ExitCode) => void
  readonly addReading: (target: Command) => Command
  readonly addRules: (target: Command) => Command
  readonly addLook: (target: Command) => Command
}

/** The flags on configs and baselines of commands that check. */
export const addConfigFlags = (target: Command, language: Language): Command =>
  target
    .addOption(new Option('--config <file>', words.CONFIG[language]))
    .addOption(new Option('--no-config', words.NO_CONFIG[language]))
    .addOption(new Option('--allow-code', words.ALLOW_CODE[language]))
    .addOption(new Option('--baseline <file>', words.BASELINE_FILE[language]))
    .addOption(new Option('--no-baseline', words.NO_BASELINE[language]))

/** `isGiven` for a command that has been parsed; what a flag implies is given with it. */
export const givenIn =
  (command: Command): IsGiven =>
  (flag) =>
    ['cli', 'implied'].includes(command.getOptionValueSource(flag) ?? '')

const ACTIONS: readonly BaselineAction[] = ['update', 'add', 'prune', 'show']

/** `pbo config`, `pbo init` and `pbo baseline`. */
export const configCommands = (shared: Shared): readonly CommandDefinition[] => [
  { name: 'config', about: words.CONFIG_COMMAND, define: (config) => defineConfig(config, shared) },
  { name: 'init', about: words.INIT, define: (init) => defineInit(init, shared) },
  { name: 'baseline', about: words.BASELINE, define: (baseline) => defineBaseline(baseline, shared) },
]

const defineInit = (init: Command, { io, language, done, addLook }: Shared): void => {
  addLook(init.addOption(new Option('--force', words.FORCE[language]))).action(async (given: InitOptions) => {
    const { runInit } = await import('./init-command.ts')
    done(await runInit(given, io, language))
  })
}

const defineConfig = (config: Command, { io, core, language, done, addLook }: Shared): void => {
  const action = new Argument('<action>', words.CONFIG_ACTION[language]).choices(['print'])
  action.argParser(readChoice('config', ['print']))
  config.addArgument(action).argument('<file>', words.CONFIG_FILE[language])
  config
    .addOption(new Option('--config <file>', words.CONFIG[language]))
    .addOption(new Option('--no-config', words.NO_CONFIG[language]))
    .addOption(new Option('--allow-code', words.ALLOW_CODE[language]))
  addLook(config).action(async (_: string, file: string, given: ConfigFlags) => {
    const { runConfigPrint } = await import('./config-print.ts')
    done(await runConfigPrint(file, given, io, await withAllowedRules(given, io, core), language))
  })
}

const defineBaseline = (baseline: Command, shared: Shared): void => {
  const { io, core, language, done, addReading, addRules, addLook } = shared
  const action = new Argument('<action>', words.BASELINE_ACTION[language]).choices(ACTIONS)
  action.argParser(readChoice('baseline', ACTIONS))
  baseline.addArgument(action)
  const level = new Option(`--level <${LEVELS.join('|')}>`, words.BASELINE_LEVEL[language])
  addConfigFlags(addRules(addReading(baseline)), language)
    .addOption(level.choices(LEVELS).argParser(readChoice('--level', LEVELS)).default('warning'))
    .addOption(new Option('--previous <path>', PREVIOUS[language]).argParser(collect))
    .addOption(new Option('--reason <text>', words.REASON[language]))
    .addOption(new Option('--expires <date>', words.EXPIRES[language]))
    .addOption(new Option('--until <date>', words.UNTIL[language]))
  addLook(baseline).action(async (name: BaselineAction, paths: string[], given: BaselineOptions) => {
    requireInput(paths, given)
    const { readDay, runBaseline } = await import('./baseline-command.ts')
    const { expires, until = expires } = given
    const options = until === undefined ? given : { ...given, until: readDay(until) }
    const all = await withAllowedRules(given, io, core)
    done(await runBaseline(name, { paths, options, isGiven: givenIn(baseline) }, io, all, language))
  })
}
