import { DONE_BEHIND, ENDS_WITH_TIME, OF_THE_WHOLE, REACHING } from '../vocabulary/goal-words.ts'
import type { Candidate } from './matching.ts'
import type { Promised } from './promises.ts'

/**
 * 联办事项办结时间 and 办结时间压缩至3个工作日: how much of a name the words right before a time end with, unless both say before that
 * whose it is, in other words.
 */
export const sharedTail = ({ kind, preceding, following }: Promised, { name }: Candidate): number => {
  if (kind !== 'time') return 0
  // 作出决定后10日内发放 is of a 发放期限.
  const [, done = ''] = DONE_BEHIND.exec(following) ?? []
  const [end = ''] = (done === '' ? null : ENDS_WITH_TIME.exec(name)) ?? []
  const isDoneBehind = name.endsWith(done + end) && end !== ''
  const said = isDoneBehind ? preceding + done + end : preceding.replace(REACHING, '').trimEnd()
  let length = 0
  while (length < said.length && length < name.length && said.at(-1 - length) === name.at(-1 - length))
    length += 1
  if (length < LEAST_TAIL) return 0
  const owner = said.slice(0, said.length - length).replace(OF_THE_WHOLE, '')
  const named = name.slice(0, name.length - length)
  const isSame = owner === '' || named === '' || [...owner].some((character) => named.includes(character))
  return isSame ? 0.2 + (0.8 * length) / name.length : 0
}

/** 办结时间: a shorter tail says nothing but that it is a time. */
const LEAST_TAIL = 4
