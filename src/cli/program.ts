import { Argument, Command, Option } from 'commander'
import type { Language, Message } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import type { BaselineAction, BaselineOptions } from './baseline-command.ts'
import { type CheckOptions, runCheck } from './check-command.ts'
import type { ConfigFlags } from './config-file.ts'
import type { ExitCode } from './exit-code.ts'
import * as help from './help.ts'
import type { LspFlags } from './lsp.ts'
import * as options from './options.ts'
import { isPathAlone, nameFormats, OUTPUT_FORMATS, readOutputIn, readTemplateFlag } from './outputs.ts'
import { withAllowedRules } from './own-rules.ts'
import type { RecheckOptions } from './recheck-command.ts'
import type { ShowCommandOptions } from './show-command.ts'
import { type IsGiven, readRuleFlag, readRuleList, readRuleOptionFlag } from './terms.ts'
import type { Io } from './world.ts'

/** Columns that the words of an option may take where its name stands. */
const MOST_WORDS = 30

/**
 * The command line as commander understands it; `done` receives the exit code of what ran.
 *
 * @param asked The first word that was given. Where it names a command, the others have no options: to make
 * them all takes longer than to check a filing.
 */
export const createProgram = (
  io: Io,
  core: Core,
  language: Language,
  done: (code: ExitCode) => void,
  asked?: string,
): Command => {
  const say = (message: Message): string => message[language]
  const option = (flags: string, about: Message): Option => new Option(flags, say(about))
  const choice = (name: string, about: Message, choices: readonly string[], initial?: string): Option => {
    const words = choices.join('|')
    // A long list would push all descriptions off the terminal.
    const made = (
      words.length > MOST_WORDS
        ? option(`${name} <name>`, {
            zh: `${about.zh}：${choices.join(' ')}`,
            en: `${about.en}: ${choices.join(', ')}`,
          })
        : option(`${name} <${words}>`, about)
    )
      .choices(choices)
      .argParser(options.readChoice(name.replace(/^-\w, /, ''), choices))
    return initial === undefined ? made : made.default(initial)
  }
  /** An argument of a command that is one of a few words. */
  const word = (name: string, command: string, about: Message, choices: readonly string[]): Argument =>
    new Argument(`<${name}>`, say(about)).choices(choices).argParser(options.readChoice(command, choices))
  const limit = (name: string, about: Message, initial: number, shown?: string): Option =>
    shown === undefined
      ? option(`${name} <count>`, about)
          .argParser(options.readCount(name, 1))
          .default(initial, String(initial))
      : option(`${name} <size>`, about).argParser(options.readBytes(name)).default(initial, shown)

  const program = help
    .translateHelp(new Command('pbo'), language)
    .description(say(help.PROGRAM))
    .version(io.toolVersion(), '-v, --version', say(help.VERSION))
    .helpOption('-h, --help', say(help.HELP))
    .helpCommand('help [command]', say(help.HELP))
    .exitOverride()
    .configureOutput({ writeOut: io.stdout.write, writeErr: () => {} })
    .addHelpText('after', say(help.EXIT_CODES))

  const addLook = (target: Command): Command =>
    target
      .addOption(choice('--lang', help.LANG, options.LANGUAGES))
      .addOption(choice('--ambiguous-width', help.AMBIGUOUS_WIDTH, options.AMBIGUOUS_WIDTHS, '1'))
      .addOption(option('--color', help.COLOR))
      .addOption(option('--no-color', help.NO_COLOR))
      .helpOption('-h, --help', say(help.HELP))

  const addReading = (target: Command): Command =>
    target
      .argument('[paths...]', say(help.PATHS))
      .addOption(option('--files-from <list>', help.FILES_FROM))
      .addOption(option('--ignore <pattern>', help.IGNORE).argParser(options.collect))
      .addOption(option('--shard <i/n>', help.SHARD).argParser(options.readShard))
      .addOption(option('--stdin-filename <name>', help.STDIN_FILENAME))
      .addOption(option('--encoding <name>', help.ENCODING).argParser(options.readEncoding))
      .addOption(option('--ocr', help.OCR))
      .addOption(option('--no-ocr', help.NO_OCR))
      .addOption(option('--allow-empty', help.ALLOW_EMPTY))
      .addOption(limit('--max-file-size', help.MAX_FILE_SIZE, DEFAULT_LIMITS.maxFileSize, '20M'))
      .addOption(limit('--max-line', help.MAX_LINE, DEFAULT_LIMITS.maxLine, '1M'))
      .addOption(limit('--max-cell', help.MAX_CELL, DEFAULT_LIMITS.maxCell, '256K'))
      .addOption(limit('--max-files', help.MAX_FILES, DEFAULT_LIMITS.maxFiles))
      .addOption(limit('--max-depth', help.MAX_DEPTH, DEFAULT_LIMITS.maxDepth))
      .addOption(
        option('--file-timeout <seconds>', help.FILE_TIMEOUT)
          .argParser(options.readCount('--file-timeout', 1))
          .default(DEFAULT_LIMITS.fileTimeout),
      )
      .addOption(limit('--file-memory', help.FILE_MEMORY, DEFAULT_LIMITS.fileMemory, '300M'))

  const addOutputs = (target: Command, about: Message, formats: readonly string[]): Command =>
    target
      .addOption(option('-o, --output <format=file>', about).argParser(readOutputIn(formats)))
      .hook('preAction', (command) => {
        const { output, format } = command.opts()
        if (output === undefined) return
        const isGiven = givenIn(command)('format')
        command.setOptionValueWithSource(
          'output',
          nameFormats(output, isGiven ? format : undefined, formats),
          'cli',
        )
        // What --format was for is in a file.
        if (isGiven && output.some(isPathAlone))
          command.setOptionValueWithSource('format', 'pretty', 'default')
      })

  const addReport = (target: Command, level: Option): Command =>
    addOutputs(
      target
        .addOption(choice('-f, --format', help.FORMAT, options.CHECK_FORMATS, 'pretty'))
        .addOption(option('--statistics', help.STATISTICS).implies({ format: 'statistics' }))
        .addOption(option('-q, --quiet', help.QUIET).implies({ level: 'error' })),
      help.OUTPUT,
      OUTPUT_FORMATS,
    )
      .addOption(option('--template <file>', help.TEMPLATE).argParser(readTemplateFlag))
      .addOption(level)
      .addOption(choice('--fail-on', help.FAIL_ON, options.FAIL_LEVELS, 'error'))
      .addOption(
        option('--max-warnings <count>', help.MAX_WARNINGS).argParser(options.readCount('--max-warnings')),
      )

  const addRules = (target: Command): Command =>
    target
      .addOption(option('--rule <rule=level>', help.RULE_LEVEL).argParser(readRuleFlag))
      .addOption(option('--rule-option <rule.option=value>', help.RULE_OPTION).argParser(readRuleOptionFlag))
      .addOption(option('--only <rules>', help.ONLY).argParser(readRuleList))
      .addOption(choice('--scheme', help.SCHEME, options.SCHEMES, 'auto'))

  const addConfig = (target: Command): Command =>
    target
      .addOption(option('--config <file>', help.CONFIG))
      .addOption(option('--no-config', help.NO_CONFIG))
      .addOption(option('--allow-code', help.ALLOW_CODE))

  const addBaseline = (target: Command): Command =>
    target
      .addOption(option('--baseline <file>', help.BASELINE_FILE))
      .addOption(option('--no-baseline', help.NO_BASELINE))

  const defineCheck = (check: Command): void => {
    addReport(addReading(check), choice('--level', help.LEVEL, options.LEVELS, 'warning')).addOption(
      limit('--max-findings', help.MAX_FINDINGS, DEFAULT_LIMITS.maxFindings),
    )
    addBaseline(addConfig(addRules(check)))
      .addOption(option('--jobs <count>', help.JOBS).argParser(options.readCount('--jobs', 1)))
      .addOption(option('--cache [folder]', help.CACHE))
      .addOption(option('--watch', help.WATCH))
      .addOption(option('--fix', help.FIX))
      .addOption(option('--fix-dry-run', help.FIX_DRY_RUN))
      .addOption(option('--previous <path>', help.PREVIOUS).argParser(options.collect))
      .addOption(option('--no-corpus', help.NO_CORPUS))
      .addOption(option('--expect <list>', help.EXPECT))
      .addOption(option('--since <report>', help.SINCE))
    addLook(check).action(async (paths: string[], given: CheckOptions) => {
      options.requireInput(paths, given)
      const all = await withAllowedRules(given, io, core)
      done(await runCheck({ paths, flags: given, isGiven: givenIn(check), language }, io, all))
    })
  }

  const defineConfig = (config: Command): void => {
    config
      .addArgument(word('action', 'config', help.CONFIG_ACTION, ['print']))
      .argument('<file>', say(help.CONFIG_FILE))
    addLook(addConfig(config)).action(async (_: string, file: string, given: ConfigFlags) => {
      const { runConfigPrint } = await import('./config-commands.ts')
      done(await runConfigPrint(file, given, io, await withAllowedRules(given, io, core), language))
    })
  }

  const defineInit = (init: Command): void => {
    addLook(init.addOption(option('--force', help.FORCE))).action(async (given) => {
      const { runInit } = await import('./config-commands.ts')
      done(await runInit(given, io, language))
    })
  }

  const defineBaseline = (baseline: Command): void => {
    baseline.addArgument(word('action', 'baseline', help.BASELINE_ACTION, BASELINE_ACTIONS))
    addBaseline(addConfig(addRules(addReading(baseline))))
      .addOption(choice('--level', help.BASELINE_LEVEL, options.LEVELS, 'warning'))
      .addOption(option('--previous <path>', help.PREVIOUS).argParser(options.collect))
      .addOption(option('--reason <text>', help.REASON))
      .addOption(option('--expires <date>', help.EXPIRES))
      .addOption(option('--until <date>', help.UNTIL))
    addLook(baseline).action(async (name: BaselineAction, paths: string[], given: BaselineOptions) => {
      options.requireInput(paths, given)
      const { runBaseline } = await import('./baseline-command.ts')
      const all = await withAllowedRules(given, io, core)
      done(await runBaseline(name, { paths, flags: given, isGiven: givenIn(baseline), language }, io, all))
    })
  }

  const defineShow = (show: Command): void => {
    addLook(
      addReading(show)
        .addOption(choice('-f, --as', help.AS, options.SHOW_FORMATS))
        .addOption(choice('--table', help.TABLE, options.LONG_TABLES))
        .addOption(option('-o, --output <path>', help.SHOW_OUTPUT))
        .addOption(choice('--data', help.DATA, options.DATA_FORMATS))
        .addOption(choice('--stage', help.STAGE, options.STAGES))
        .addOption(option('--explain-matching', help.EXPLAIN_MATCHING)),
    ).action(async (paths: string[], given: ShowCommandOptions) => {
      options.requireInput(paths, given)
      const { runShow } = await import('./show-command.ts')
      done(await runShow(paths, given, io, core, language))
    })
  }

  const defineDiff = (diff: Command): void => {
    addLook(
      addReading(diff).addOption(choice('-f, --format', help.FORMAT, options.DIFF_FORMATS, 'pretty')),
    ).action(async (paths: string[], given) => {
      const { runDiff } = await import('./diff-command.ts')
      done(await runDiff(paths, given, io, core, language))
    })
  }

  const defineRecheck = (command: Command): void => {
    addOutputs(
      addReading(command).addOption(choice('-f, --format', help.FORMAT, options.RECHECK_FORMATS, 'pretty')),
      help.RECHECK_OUTPUT,
      options.RECHECK_FORMATS,
    )
      .addOption(choice('--level', help.RECHECK_LEVEL, options.LEVELS, 'warning'))
      .addOption(choice('--fail-on', help.RECHECK_FAIL_ON, options.FAIL_LEVELS, 'error'))
    addBaseline(addConfig(addRules(command)))
      .addOption(option('--previous <path>', help.PREVIOUS).argParser(options.collect))
      .addOption(option('--no-corpus', help.NO_CORPUS))
      .addOption(option('--answers <path>', help.ANSWERS).argParser(options.collect))
      .addOption(option('--accept-answers', help.ACCEPT_ANSWERS))
    addLook(command).action(async (paths: string[], given: RecheckOptions) => {
      const { runRecheck } = await import('./recheck-command.ts')
      const all = await withAllowedRules(given, io, core)
      done(await runRecheck({ paths, flags: given, isGiven: givenIn(command), language }, io, all))
    })
  }

  const defineReport = (report: Command): void => {
    report.argument('<files...>', say(help.SAVED))
    addLook(addReport(report, choice('--level', help.REPORT_LEVEL, options.LEVELS))).action(
      async (paths: string[], given) => {
        const { runReport } = await import('./report-command.ts')
        done(await runReport(paths, given, io, core, language))
      },
    )
  }

  const defineMerge = (merge: Command): void => {
    addLook(
      merge
        .argument('<files...>', say(help.SAVED))
        .addOption(choice('-f, --format', help.MERGE_FORMAT, options.MERGE_FORMATS)),
    ).action(async (paths: string[], given) => {
      const { runMerge } = await import('./report-command.ts')
      done(await runMerge(paths, given, io, core))
    })
  }

  const addOwnRules = (target: Command): Command =>
    target
      .addOption(option('--config <file>', help.OWN_RULES))
      .addOption(option('--allow-code', help.ALLOW_CODE))

  const defineRules = (list: Command): void => {
    list.addOption(choice('-f, --format', help.FORMAT, options.RULE_FORMATS, 'table'))
    addLook(addOwnRules(list)).action(async (given) => {
      const { runRules } = await import('./rule-commands.ts')
      done(await runRules(given, io, await withAllowedRules(given, io, core), language))
    })
  }

  const defineExplain = (explain: Command): void => {
    // Completion knows all rules.
    const rule = new Argument('<rule>', say(help.RULE))
    rule.argChoices = core.rules.map(({ id }) => id)
    explain.addArgument(rule).addOption(choice('-f, --format', help.FORMAT, options.EXPLAIN_FORMATS, 'text'))
    addLook(addOwnRules(explain)).action(async (id: string, given) => {
      const { runExplain } = await import('./rule-commands.ts')
      done(await runExplain(id, given, io, await withAllowedRules(given, io, core), language))
    })
  }

  const defineLsp = (lsp: Command): void => {
    addBaseline(addConfig(lsp))
      .addOption(choice('--level', help.LEVEL, options.LEVELS))
      .addOption(choice('--lang', help.LANG, options.LANGUAGES))
      .addOption(option('--stdio', help.STDIO))
      .helpOption('-h, --help', say(help.HELP))
      .action(async (flags: LspFlags) => {
        const { runLsp } = await import('./lsp.ts')
        done(await runLsp({ flags, isGiven: givenIn(lsp), language }, io, core))
      })
  }

  const defineCompletion = (completion: Command): void => {
    addLook(completion.addArgument(word('shell', 'completion', help.SHELL, options.SHELLS))).action(
      async (name) => {
        const { printScript } = await import('./completion.ts')
        await printScript(name, io.stdout.write)
      },
    )
  }

  const commands: readonly CommandDefinition[] = [
    { name: 'check', about: help.CHECK, define: defineCheck },
    { name: 'config', about: help.CONFIG_COMMAND, define: defineConfig },
    { name: 'init', about: help.INIT, define: defineInit },
    { name: 'baseline', about: help.BASELINE, define: defineBaseline },
    { name: 'show', about: help.SHOW, define: defineShow },
    { name: 'diff', about: help.DIFF, define: defineDiff },
    { name: 'recheck', about: help.RECHECK, define: defineRecheck },
    { name: 'report', about: help.REPORT, define: defineReport },
    { name: 'merge', about: help.MERGE, define: defineMerge },
    { name: 'rules', about: help.RULES, define: defineRules },
    { name: 'explain', about: help.EXPLAIN, define: defineExplain },
    { name: 'lsp', about: help.LSP, define: defineLsp },
    { name: 'completion', about: help.COMPLETION, define: defineCompletion },
  ]
  const isAsked = commands.some(({ name }) => name === asked)
  for (const { name, about, define } of commands) {
    const command = help.translateHelp(program.command(name), language).description(say(about))
    if (!isAsked || name === asked) define(command)
  }
  return program
}

/** A command, and how it gets its arguments, options and action. */
interface CommandDefinition {
  readonly name: (typeof options.COMMANDS)[number]
  readonly about: Message
  readonly define: (command: Command) => void
}

/** `isGiven` for a command that has been parsed; what a flag implies is given with it. */
const givenIn =
  (command: Command): IsGiven =>
  (flag) =>
    ['cli', 'implied'].includes(command.getOptionValueSource(flag) ?? '')

const BASELINE_ACTIONS: readonly BaselineAction[] = ['update', 'add', 'prune', 'show']
