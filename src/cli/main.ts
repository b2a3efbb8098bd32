import { CommanderError } from 'commander'
import type { Language } from '../model/finding.ts'
import { type Core, core as library } from '../records/core.ts'
import type { ExitCode } from './exit-code.ts'
import { topicOf } from './help.ts'
import { COMMANDS } from './options.ts'
import { createProgram } from './program.ts'
import { tell, withInertOutput } from './terminal.ts'
import { WORKER_ARGUMENT } from './thread.ts'
import { explainUsage, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export { openIo } from './io.ts'

/**
 * The command: arguments and a world in, exit code out. Never throws, and leaves ending the process
 * to its caller, so that everything written arrives.
 */
export const main = async (argv: readonly string[], world: Io, core: Core = library): Promise<ExitCode> => {
  const io = await withInertOutput(world)
  const language = detectLanguage(argv, io)
  const code = await run(argv, io, core, language)
  const failure = await io.stdout.flush()
  if (failure === undefined) return code
  const words = language === 'zh' ? '无法写出结果' : "can't write the output"
  tell(io, `${words}: ${failure}`)
  return 2
}

const run = async (argv: readonly string[], io: Io, core: Core, language: Language): Promise<ExitCode> => {
  let code: ExitCode = 0
  try {
    // Threads and shells ask by words of their own, which no help shows.
    if (argv[0] === WORKER_ARGUMENT && (await import('./crew.ts')).runWorker(core, io)) return 0
    const done = (result: ExitCode): void => {
      code = result
    }
    if (argv[0] === 'help' && argv[1] !== undefined) {
      const topic = topicOf(argv[1], language)
      if (topic !== undefined) {
        io.stdout.write(topic)
        return 0
      }
    }
    const words = withCommand(argv, io)
    const program = createProgram(io, core, language, done, words[0])
    if (argv.length === 0) {
      io.stderr.write(program.helpInformation())
      return 2
    }
    if (argv[0] === 'complete' && argv[1] === '--') {
      const { renderCompletions } = await import('./completion.ts')
      io.stdout.write(renderCompletions(program, argv.slice(2)))
      return 0
    }
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    tell(io, complaint(error, language))
    return 2
  }
}

/** Whether the system refused what it was asked, as on a full disk. */
const isOfSystem = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^E[A-Z0-9]+$/.test(String(error.code))

/** `pbo FILE` means `pbo check FILE`; `-V` is what `-v` once was. */
const withCommand = (argv: readonly string[], { files }: Io): readonly string[] => {
  const [first = ''] = argv
  if (first === '-V') return ['-v', ...argv.slice(1)]
  const isFile = (): boolean => {
    try {
      return files.inspect(first).kind !== 'other'
    } catch {
      // What looks like a path is told as a missing file, any other word as an unknown command.
      return /[./\\*]/.test(first)
    }
  }
  const isWord = COMMANDS.some((name) => name === first)
  return first === '-' || (first !== '' && !first.startsWith('-') && !isWord && isFile())
    ? ['check', ...argv]
    : argv
}

const complaint = (error: unknown, language: Language): string => {
  if (error instanceof UsageError) return error.words[language]
  if (error instanceof CommanderError) return explainUsage(error)[language]
  if (isOfSystem(error)) {
    const { message } = error
    return language === 'zh'
      ? `读写文件失败：${message}。请处理后重试`
      : `reading or writing failed: ${message}; try again when that is mended`
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return language === 'zh'
    ? `程序内部出错，请报告给开发者：${reason}`
    : `internal fault, please report it: ${reason}`
}

/**
 * The language to speak: the flag, else the first locale variable that is set, else the system's.
 * `argv` is looked through by hand since complaints about the other flags need the language too.
 */
const detectLanguage = (argv: readonly string[], { env, locale }: Pick<Io, 'env' | 'locale'>): Language => {
  const flag = argv.findLast((_, i) => argv[i - 1] === '--lang' || argv[i]?.startsWith('--lang='))
  const asked = flag?.replace(/^--lang=/, '')
  if (asked === 'zh' || asked === 'en') return asked
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  return /^zh\b|^zh[_-]/i.test(set ?? locale()) ? 'zh' : 'en'
}
