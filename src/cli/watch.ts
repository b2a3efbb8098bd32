import type { Language } from '../model/finding.ts'
import { printable } from '../report/printable.ts'
import { type ExitCode, exitCodeOfSignal } from './exit-code.ts'
import { fixedFolder } from './inputs.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/**
 * Runs `check` now and after every change to what `paths` name, until a signal comes in.
 *
 * @param outputs What a check itself writes, from the root on.
 */
export const watchAndRepeat = async (
  paths: readonly string[],
  outputs: ReadonlySet<string>,
  check: () => Promise<ExitCode>,
  io: Io,
  language: Language,
): Promise<ExitCode> => {
  const watcher = await io.watch(watchedPaths(paths))
  const tell = (zh: string, en: string): void => io.stderr.write(`pbo: ${language === 'zh' ? zh : en}\n`)
  const tellWaiting = (): void => tell('等待文件变化，按 Ctrl+C 结束', 'waiting for changes; Ctrl+C ends it')
  try {
    let code = await check()
    tellWaiting()
    for (;;) {
      const all = await watcher.next()
      const signal = io.interruption()
      if (signal !== undefined) return exitCodeOfSignal(signal)
      if (all === undefined) return code
      const changed = all.filter((path) => !outputs.has(io.files.resolve(path)))
      if (changed.length === 0) continue
      const names = changed.slice(0, NAMED).map(printable).join(' ') + (changed.length > NAMED ? ' …' : '')
      tell(`有变化：${names}`, `changed: ${names}`)
      code = await check()
      tellWaiting()
    }
  } finally {
    await watcher.close()
  }
}

/** More changed files than this are not named. */
const NAMED = 5

/** Of a pattern, the folder that all its matches are in: a new file may come to match. */
const watchedPaths = (paths: readonly string[]): readonly string[] => {
  if (paths.includes('-')) {
    throw new UsageError({
      zh: '--watch 不能监视标准输入（-）',
      en: "--watch can't watch standard input (-)",
    })
  }
  return paths.length === 0 ? ['.'] : paths.map(fixedFolder)
}
