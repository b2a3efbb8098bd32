import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/** One of `count` parts of all files; `index` counts from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** `--shard 2/5`. */
export const readShard = (text: string): Shard => {
  const [, first, second] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []
  const [index, count] = [Number(first), Number(second)]
  if (index >= 1 && index <= count) return { index, count }
  throw new UsageError({
    zh: `--shard 的写法是 I/N，例如 2/5 表示五份中的第二份，得到的是“${text}”`,
    en: `--shard takes I/N, for example 2/5 for the second of five parts; got '${text}'`,
  })
}

/**
 * Whether a file belongs to a shard, by its path alone: every machine comes to the same, whatever other
 * files there are.
 */
export const inShard = (path: string, shard: Shard | undefined, hash: Io['hash']): boolean => {
  if (shard === undefined) return true
  const digest = hash(path.replace(/^(?:\.\/+)+/, ''))
  return Number.parseInt(digest.slice(0, 12), 16) % shard.count === shard.index - 1
}
