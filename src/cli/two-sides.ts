import type { Message } from '../model/finding.ts'
import type { FileOptions } from './file-loop.ts'
import { UsageError } from './usage-error.ts'

/**
 * The two paths of a command that compares; `needed` says what it takes.
 *
 * @throws UsageError where there are not two, or flags name files in another way
 */
export const requireSides = (
  command: string,
  [old, now, ...others]: readonly string[],
  { filesFrom, shard, stdinFilename }: FileOptions,
  needed: Message,
): readonly [old: string, now: string] => {
  if (filesFrom !== undefined || shard !== undefined || stdinFilename !== undefined) {
    throw new UsageError({
      zh: `pbo ${command} 不能使用 --files-from、--shard 和 --stdin-filename`,
      en: `pbo ${command} does not accept --files-from, --shard or --stdin-filename`,
    })
  }
  if (old !== undefined && now !== undefined && others.length === 0 && old !== '-' && now !== '-') {
    return [old, now]
  }
  throw new UsageError(needed)
}
