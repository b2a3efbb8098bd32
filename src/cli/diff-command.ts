import { diffFilings } from '../diff/diff-filings.ts'
import { isSame, type UnreadFile } from '../diff/filing-diff.ts'
import type { Language, Message } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { ParsedFile } from '../report/report.ts'
import { type ExitCode, exitCodeOfSignal } from './exit-code.ts'
import { type DIFF_FORMATS, requireSides } from './options.ts'
import { complain, type FileOptions, failedAmong, parseFiles } from './read-files.ts'
import { readShowOptions } from './terminal.ts'
import type { Io } from './world.ts'

interface DiffOptions extends FileOptions {
  readonly format: (typeof DIFF_FORMATS)[number]
}

/**
 * `pbo diff OLD NEW`: 0 if the filings say the same, 1 if not, as `diff` does; 2 if one could not be read: the others
 * are compared all the same.
 */
export const runDiff = async (
  paths: readonly string[],
  options: DiffOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  const [oldPath, newPath] = requireSides('diff', paths, options, SIDES)
  const old = await parseFiles([oldPath], options, io, core)
  const now = await parseFiles([newPath], options, io, core)
  const signal = io.interruption()
  if (signal !== undefined) return exitCodeOfSignal(signal)
  complain(failedAmong([...old, ...now]), io, language, false)
  const unread = [...unreadAmong('old', old), ...unreadAmong('new', now)]
  // Where a side is missing as a whole there is nothing to say but that.
  if (unread.length > 0 && ![old, now].every((files) => files.some(isParsed))) return 2
  const diff = diffFilings(old.filter(isParsed), now.filter(isParsed), unread)
  const show = await readShowOptions(options, io, language)
  if (options.format === 'json') {
    const { renderDiffJson } = await import('../report/diff-json.ts')
    io.stdout.write(renderDiffJson(diff, io.toolVersion(), show))
  } else {
    const { renderDiff } = await import('../report/diff-pretty.ts')
    io.stdout.write(renderDiff(diff, show))
  }
  if (unread.length > 0) return 2
  return isSame(diff) ? 0 : 1
}

const unreadAmong = (side: UnreadFile['side'], files: Files): readonly UnreadFile[] =>
  failedAmong(files).map(({ path, error }) => ({ side, path, reason: error }))

const SIDES: Message = {
  zh: 'pbo diff 需要两个路径：原来的和现在的文件或文件夹',
  en: 'pbo diff needs two paths: the old file or folder, then the new one',
}

type Files = Awaited<ReturnType<typeof parseFiles>>

const isParsed = (file: Files[number]): file is ParsedFile => file.kind === 'parsed'
