import type { Watcher } from './world.ts'

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
