import type { Shortfall } from '../../facts/shortfall.ts'
import type { Message } from '../rule.ts'

const HOW: Readonly<Record<Shortfall['how'], Message>> = {
  below: { zh: '低于指标值', en: 'below its target' },
  above: { zh: '高于指标值', en: 'above its target' },
  late: { zh: '晚于指标值', en: 'later than its target' },
  unmet: { zh: '未达到指标值', en: 'short of its target' },
}

/** `实际完成“48盏”，低于指标值“≥60盏”`, to be said of an indicator. */
export const missedWords = ({ how, target, actual }: Shortfall): Message => {
  const [planned, done] = [target.text.meaning, actual.text.meaning]
  return {
    zh: `实际完成“${done}”，${HOW[how].zh}“${planned}”`,
    en: `came to “${done}”, ${HOW[how].en} of “${planned}”`,
  }
}
