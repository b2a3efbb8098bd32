import type { Message } from '../rule.ts'

/** What is said of the first indicator, and of how many more: 另有 3 项指标也没有. `lacking` is what has none. */
export const andOthers = ({ zh, en }: Message, count: number, lacking = '指标'): Message =>
  count === 0
    ? { zh, en }
    : {
        zh: `${zh}；另有 ${count} 项${lacking}也没有`,
        en: `${en}; ${count} more ${count === 1 ? 'has' : 'have'} none either`,
      }
