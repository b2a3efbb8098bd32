import type { Misfit } from '../facts/unit-misfit.ts'
import type { Message, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '计量单位应与指标名称和类别相符。',
      en: 'The unit fits the name and the category of the indicator.',
    },
    finds: {
      zh: '与指标名称、类别或单位列矛盾的单位，以及漏写或多写的“万”。',
      en: 'A unit that contradicts the name, the category or the unit column of its indicator, or a 万 that is missing or one too many.',
    },
    why: {
      zh: '“人数”用 %、“率”用人、成本不用货币单位，多为错行或选错单位；同一数字在目标或其他指标中大 10,000 倍的（19.699亩与19.699万亩），多为漏写“万”；目标中的同一数字也是依据，不再另报目标与指标不一致。超支率、控制率、节约率是比率，社会成本和生态环境成本不是货币。',
      en: 'A number of people in %, a rate in people or a cost without a money unit usually comes from a shifted row or the wrong choice of unit. If the same number is 10,000 times larger in a goal or another indicator (19.699亩 and 19.699万亩), 万 was probably left out; that this contradicts the goal is not reported again. Overrun, control and saving rates are rates; social and ecological costs are not money.',
    },
    fix: { zh: '更正计量单位。', en: 'Correct the unit.' },
    basis: {
      zh: '定量指标应有相应的计量单位（SYS）。',
      en: 'A quantitative indicator should have a fitting unit (SYS).',
    },
    invalid: example(
      projectRow(
        '村医培训',
        '目标1:培训乡村医生。',
        '一、产出指标 (一)数量指标 1.培训村医人数 ≥80% (二)成本指标 1.村医培训成本 ≤5人',
      ),
    ),
    valid: example(
      projectRow(
        '村医培训',
        '目标1:培训乡村医生。',
        '一、产出指标 (一)数量指标 1.培训村医人数 ≥80人 (二)成本指标 1.村医培训成本 ≤5万元 2.成本超支率 ≤5%',
      ),
    ),
  },

  *checkProject({ misfits }) {
    for (const [{ name, target }, misfit] of misfits) {
      const why = WHY[misfit.why](misfit.printed)
      const [title, value] = [name.meaning, target.text.meaning]
      yield {
        message: {
          zh: `指标${quoted(title)}的值“${value}”单位不符：${why.zh}`,
          en: `the unit of “${value}” does not fit the indicator ${quoted(title)}: ${why.en}`,
        },
        at: target.span,
        ...(misfit.at === undefined
          ? {}
          : { related: [{ at: misfit.at, note: PLACES[misfit.why] ?? ELSEWHERE }] }),
      }
    }
  },
}

const ELSEWHERE: Message = { zh: '另一处', en: 'the other place' }
const ACTUAL: Message = { zh: '实际完成值', en: 'actual value' }
const PLACES: Readonly<Partial<Record<Misfit['why'], Message>>> = {
  goal: { zh: '绩效目标', en: 'goal' },
  result: ACTUAL,
  spent: ACTUAL,
}

const WHY: Readonly<Record<Misfit['why'], (printed: string) => Message>> = {
  'count-in-shares': () => ({
    zh: '人数、次数、数量不是比率',
    en: 'a number of people, times or things is not a rate',
  }),
  'money-in-shares': () => ({ zh: '总额、金额不是比率', en: 'a sum of money is not a rate' }),
  'no-share': () => ({
    zh: '名称不是比率，数值也远大于 100%',
    en: 'the name is of no rate, and the value far above 100 %',
  }),
  'rate-in-counts': () => ({ zh: '比率应以 % 等为单位', en: 'a rate is given in % or the like' }),
  'other-dimension': () => ({
    zh: '与名称所说的人数、次数、面积、长度、时间不符',
    en: 'the name speaks of people, of times, an area, a length or a time',
  }),
  'cost-in-counts': () => ({ zh: '成本应以货币为单位', en: 'a cost is an amount of money' }),
  name: () => ({ zh: '与名称中的单位不一致', en: 'the name has another unit' }),
  column: (printed) => ({ zh: `单位一栏为“${printed}”`, en: `the column of units says “${printed}”` }),
  elsewhere: (printed) => ({
    zh: `同一数字在别处为“${printed}”`,
    en: `the same number is “${printed}” elsewhere`,
  }),
  goal: (printed) => ({ zh: `绩效目标中为“${printed}”`, en: `the goal says “${printed}”` }),
  spent: (printed) => ({
    zh: `实际完成值为“${printed}”，与项目金额相当`,
    en: `the actual value is “${printed}”, about as much as the project's amount`,
  }),
  result: (printed) => ({
    zh: `实际完成值为“${printed}”，按此单价和数量测算远超项目金额`,
    en: `the actual value is “${printed}”, and at this price the quantities would cost far more than the project's amount`,
  }),
}
