import type { IndicatorFacts } from '../facts/project-facts.ts'
import { sideOf } from '../model/comparator.ts'
import { Decimal } from '../model/decimal.ts'
import { baseValue } from '../model/unit.ts'
import type { NumberOption, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const FLOOR: NumberOption = {
  kind: 'number',
  name: 'floor',
  initial: new Decimal(90),
  least: new Decimal(0),
  most: new Decimal(100),
  unit: '%',
  docs: { zh: '满意度的下限。', en: 'The lowest satisfaction target that is not reported.' },
}

export const satisfactionBelowFloor: Rule = {
  id: 'satisfaction-below-floor',
  category: 'consistency',
  severity: 'info',
  offByDefault: true,
  options: [FLOOR],
  docs: {
    summary: {
      zh: '满意度指标值不应低于设定的下限。',
      en: 'Satisfaction targets are not below the floor you set.',
    },
    finds: {
      zh: '以百分比表示、且低于下限的满意度指标值；方向相反的（≤）由其他规则报告。',
      en: 'A satisfaction target, given as a percentage, that is below the floor. Targets with the opposite comparator (≤) are reported by other rules.',
    },
    why: {
      zh: '目标定得过低，考核就没有意义。下限是各地的习惯做法，不是规定，因此本规则默认关闭。',
      en: 'A target set too low makes the assessment meaningless. The floor is local practice, not a regulation, so this rule is off by default.',
    },
    fix: { zh: '提高指标值，或说明理由。', en: 'Raise the target, or give a reason.' },
    basis: {
      zh: '各地表样多为 85% 至 100%，以 90% 最为常见（FORM）。',
      en: 'Local forms mostly set 85% to 100%, most often 90% (FORM).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善 三、满意度指标 1.居民满意度 ≥75%',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善 三、满意度指标 1.居民满意度 ≥90%',
      ),
    ),
  },

  *checkProject({ indicators }, { settingOf }) {
    const floor = settingOf(FLOOR)
    for (const facts of indicators) {
      const planned = plannedSatisfaction(facts)
      if (planned === undefined || planned.gte(floor)) continue
      const { target } = facts.indicator
      const [title, value] = [quoted(facts.name), target.text.meaning]
      yield {
        message: {
          zh: `满意度指标${title}的值“${value}”低于下限 ${floor}%`,
          en: `“${value}”, the target of ${title}, is below the floor of ${floor} %`,
        },
        at: target.span,
        data: { value: planned.toFixed(), floor: floor.toFixed() },
      }
    }
  },
}

/** The least satisfaction that the indicator is content with, in per cent. */
const plannedSatisfaction = ({ indicator, levelOne, is }: IndicatorFacts): Decimal | undefined => {
  const { target } = indicator
  if (!is('about-satisfaction') && levelOne !== 'satisfaction') return undefined
  if (is('dissatisfaction') || target.kind !== 'measured' || sideOf(target.comparator) < 0) return undefined
  const { measure } = target
  return measure.unit?.dimension === 'share' && measure.change === undefined ? baseValue(measure) : undefined
}
