import { Session } from 'node:inspector'
import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'

/** Runs something, and tells how much work that was: how often each part of the program ran, the same on any machine. */
export type WorkOf = (run: () => void) => number

/** A module, bundled with all that it imports, whose work can be counted. */
export const loadCounted = async <Module>(
  entry: string,
): Promise<{ readonly module: Module; readonly workOf: WorkOf }> => {
  const session = new Session()
  session.connect()
  const post = (method: string, parameters = {}): unknown => {
    let answer: unknown
    // It is there before this returns.
    session.post(method, parameters, (_, result) => {
      answer = result
    })
    return answer
  }
  post('Profiler.enable')
  // What was loaded before isn't counted.
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: 'counted',
    write: false,
  })
  const code = `${outputFiles[0]?.text ?? ''}\n;counted`
  const module = runInThisContext(code, { filename: NAME }) as Module
  const takeCount = (): number => {
    const { result } = post('Profiler.takePreciseCoverage') as Coverage
    const own = result.filter(({ url }) => url === NAME).flatMap(({ functions }) => functions)
    return own.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0)
  }
  const workOf: WorkOf = (run) => {
    takeCount()
    run()
    return takeCount()
  }
  return { module, workOf }
}

const NAME = 'counted.js'

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}
