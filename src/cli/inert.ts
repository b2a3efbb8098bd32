import type { Io, Output } from './world.ts'

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
