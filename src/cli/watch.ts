import type { Language } from '../model/finding.ts'
import { type ExitCode, exitCodeOfSignal } from './exit-code.ts'
import { fixedFolder } from './inputs.ts'
import { tell } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import type { Io, Watcher } from './world.ts'

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
  const say = (zh: string, en: string): void => tell(io, language === 'zh' ? zh : en)
  const tellWaiting = (): void => say('等待文件变化，按 Ctrl+C 结束', 'waiting for changes; Ctrl+C ends it')
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
      const names = changed.slice(0, NAMED).join(' ') + (changed.length > NAMED ? ' …' : '')
      say(`有变化：${names}`, `changed: ${names}`)
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

/** How long nothing has to happen before changes are told: editors and exports write in several steps. */
const QUIET_MS = 200

/** What a search passes over too, and files that are being written. */
const isPassedOver = (path: string): boolean =>
  /(?:^|[\\/])(?:\.[^.\\/][^\\/]*|node_modules)$|\.tmp$/.test(path)

/** Looks at `paths` by the system's own notices. */
export const watchPaths = async (
  paths: readonly string[],
  onInterruption: (listener: () => void) => void,
): Promise<Watcher> => {
  const { watch } = await import('chokidar')
  const changed = new Set<string>()
  let interrupted = false
  let wake = (): void => undefined
  const watcher = watch([...paths], { ignoreInitial: true, followSymlinks: false, ignored: isPassedOver })
  watcher.on('all', (_, path) => {
    changed.add(path.replaceAll('\\', '/'))
    wake()
  })
  onInterruption(() => {
    interrupted = true
    wake()
  })
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  const event = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
    })
  return {
    next: async () => {
      if (changed.size === 0 && !interrupted) await event()
      let before = -1
      while (!interrupted && changed.size !== before) {
        before = changed.size
        await quiet()
      }
      const paths = [...changed].sort()
      changed.clear()
      return interrupted ? undefined : paths
    },
    close: () => watcher.close(),
  }
}
