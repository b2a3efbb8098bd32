import type { Paint } from '../report/report.ts'
import type { Io } from './world.ts'

/**
 * Whether to colour: the flag decides, else `FORCE_COLOR` and `NO_COLOR` in the order of Node
 * itself, else whether somebody looks at a terminal that can.
 */
export const wantsColor = (
  flag: boolean | undefined,
  { env, stdout }: Pick<Io, 'env' | 'stdout'>,
): boolean => {
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
