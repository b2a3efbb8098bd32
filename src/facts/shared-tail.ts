import {
  DONE_AND,
  DONE_BEHIND,
  ENDS_WITH_TIME,
  OF_THE_WHOLE,
  PUTS_BEFORE,
  REACHING,
} from '../vocabulary/goal-words.ts'
import type { Candidate } from './matching.ts'
import type { Promised } from './promises.ts'

/**
 * 联办事项办结时间 and 办结时间压缩至3个工作日: how much of a name the words right before a time end with, unless both say before that
 * whose it is, in other words.
 */
export const sharedTail = ({ kind, preceding, following }: Promised, { name }: Candidate): number => {
  if (kind !== 'time') return 0
  // 作出决定后10日内发放 is of a 发放期限, 20秒内人工接听 of a 人工接听等待时间.
  const [, done = ''] = DONE_BEHIND.exec(following) ?? []
  const own = name.replace(ENDS_WITH_TIME, '')
  const isTime = own !== name
  // 装好并调试 is of 安装调试.
  const steps = done.split(DONE_AND)
  if (isTime && done.length >= LEAST_TAIL && steps.every((step) => own.includes(step)))
    return tailOf(steps.join('').length, own)
  const isDoneBehind = isTime && done !== '' && own.endsWith(done)
  const printed = preceding.replace(REACHING, '').trimEnd()
  // 平均住院日 is a 平均住院天数.
  const said = isDoneBehind ? preceding + done : printed.replace(ENDS_WITH_TIME, '')
  let length = 0
  while (length < said.length && length < own.length && said.at(-1 - length) === own.at(-1 - length))
    length += 1
  if (length < LEAST_TAIL - 2 || (said.length === printed.length && length < LEAST_TAIL)) return 0
  const owner = said
    .slice(0, said.length - length)
    .replace(OF_THE_WHOLE, '')
    .replace(PUTS_BEFORE, '')
  const named = own.slice(0, own.length - length)
  const isSame = owner === '' || named === '' || [...owner].some((character) => named.includes(character))
  return isSame ? tailOf(length, own) : 0
}

const tailOf = (length: number, { length: all }: string): number => 0.2 + (0.8 * length) / all

/** 办结时间: a shorter tail says nothing but that it is a time. */
const LEAST_TAIL = 4
