import type { Language } from '../model/finding.ts'
import { printable } from '../report/printable.ts'
import type { Paint, ShowOptions } from '../report/report.ts'
import type { Io, Output } from './world.ts'

/** Says something on stderr, in a line. */
export const tell = ({ stderr }: Pick<Io, 'stderr'>, text: string): void =>
  stderr.write(`pbo: ${printable(text)}\n`)

/**
 * Whether to colour: the flag decides, else `FORCE_COLOR` and `NO_COLOR` in the order of Node
 * itself, else whether somebody looks at a terminal that can.
 */
const wantsColor = (flag: boolean | undefined, { env, stdout }: Pick<Io, 'env' | 'stdout'>): boolean => {
  if (flag !== undefined) return flag
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if ((env['NO_COLOR'] ?? '') !== '') return false
  return stdout.isTTY && env['TERM'] !== 'dumb'
}

/** Colours, or none; chalk is loaded only where it is needed. */
export const createPaint = async (color: boolean): Promise<Paint> => {
  if (!color) {
    const plain = (text: string): string => text
    return { error: plain, warning: plain, info: plain, strong: plain, faint: plain, good: plain }
  }
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  // chalk would print a second argument too, such as the index that map() passes.
  const only =
    (color: (text: string) => string) =>
    (text: string): string =>
      color(text)
  return {
    error: only(chalk.red),
    warning: only(chalk.yellow),
    info: only(chalk.cyan),
    strong: only(chalk.bold),
    faint: only(chalk.dim),
    good: only(chalk.green),
  }
}

/** How the output should look, by flags. */
export interface LookOptions {
  readonly color?: boolean
  readonly ambiguousWidth: '1' | '2'
}

/** How the output should look, from flags, environment and terminal. */
export const readShowOptions = async (
  options: LookOptions,
  io: Io,
  language: Language,
): Promise<ShowOptions> => ({
  language,
  width: terminalWidth(io),
  ambiguousWidth: options.ambiguousWidth === '2' ? 2 : 1,
  paint: await createPaint(wantsColor(options.color, io)),
})

/** Columns: the terminal's; else `COLUMNS`, else 100, so that files and pipes don't depend on a window. */
const terminalWidth = ({ stdout, env }: Io): number => {
  if (stdout.isTTY) return stdout.columns ?? 80
  const asked = Number(env['COLUMNS'])
  return Number.isInteger(asked) && asked >= 20 && asked <= 1000 ? asked : 100
}

/** Whether this runs in a workflow of GitHub, which obeys commands that it finds in what is printed. */
export const isOnGithub = ({ env }: Pick<Io, 'env'>): boolean => env['GITHUB_ACTIONS'] === 'true'

/**
 * On GitHub, a world in which nothing is obeyed that is printed, but by `stdout.writeCommands`; elsewhere
 * the world as it is. What goes into a file or is no text GitHub never sees.
 */
export const withInertOutput = async (io: Io): Promise<Io> => {
  if (!isOnGithub(io)) return io
  const { withoutCommands } = await import('../report/github.ts')
  const { stdout, stderr } = io
  const writeInert: Output['write'] = (content) => {
    const isLeft = typeof content !== 'string' || content === '' || stdout.isFile === true
    stdout.write(isLeft ? content : withoutCommands(content, io.token()))
  }
  // Every line on stderr begins with words of ours, so that only the older commands, `##[error]`, are
  // left, which are looked for anywhere in a line.
  const writeBroken: Output['write'] = (content) =>
    stderr.write(typeof content === 'string' ? content.replace(/##(?=\w*\[)/g, '##\\') : content)
  return {
    ...io,
    stdout: { ...stdout, write: writeInert, writeCommands: stdout.write },
    stderr: { ...stderr, write: writeBroken },
  }
}

/** Work that is done sooner says nothing of itself. */
const PATIENCE_MS = 1000
const INTERVAL_MS = 100

/** How far the work is, on one line of a terminal's stderr that is gone afterwards. */
export class Progress {
  readonly #io: Io
  readonly #total: number
  readonly #language: Language
  readonly #start: number
  #done = 0
  #shown: number | undefined

  constructor(io: Io, total: number, language: Language) {
    this.#io = io
    this.#total = total
    this.#language = language
    this.#start = io.now()
  }

  step(): void {
    this.#done += 1
    if (!this.#io.stderr.isTTY || this.#io.env['TERM'] === 'dumb') return
    const now = this.#io.now()
    if (now - this.#start < PATIENCE_MS || now - (this.#shown ?? 0) < INTERVAL_MS) return
    this.#shown = now
    this.#io.stderr.write(`\r${this.#words()}\x1b[K`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown !== undefined) this.#io.stderr.write('\r\x1b[K')
  }

  #words(): string {
    const share = `${this.#done}/${this.#total} (${Math.floor((100 * this.#done) / this.#total)}%)`
    return this.#language === 'zh' ? `已检查 ${share}` : `checked ${share}`
  }
}
