import { main, openIo } from '../../src/cli/main.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Opened once: it listens for signals. */
const io = openIo()

/** Runs the command in this process, on real files, as a program that is no terminal would. */
export const runHere = async (...args: string[]): Promise<Outcome> => {
  let out = ''
  let err = ''
  const silent = { isTTY: false, columns: undefined, flush: async () => undefined }
  const code = await main(args, {
    ...io,
    env: { LANG: 'zh_CN.UTF-8' },
    stdout: {
      ...silent,
      write: (text) => {
        out += text
      },
    },
    stderr: {
      ...silent,
      write: (text) => {
        err += text
      },
    },
  })
  return { code, out, err }
}
