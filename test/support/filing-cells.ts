import type { TrueCategory, TrueIndicator, TrueProject, TrueValue } from './filing-tree.ts'
import { HEADINGS } from './filing-words.ts'
import type { Random } from './random.ts'

/** How the columns that make up an indicator are printed. */
export interface CellsPrint {
  /** One cell for a target, the unit in its own, or comparator, value and unit each. */
  readonly parts: 'whole' | 'with unit' | 'three'
  readonly signs: Readonly<Record<'≥' | '≤', string>>
  /** What stands in the cell of the comparator where a value has none. */
  readonly noSign: string
  readonly wordsSign: string
  /** Now and then the unit is printed in the value as well. */
  readonly isUnitRepeated: boolean
  readonly hasDirection: boolean
  readonly valueHeader: string
  readonly hasWeight: boolean
  readonly headings: Readonly<Record<string, string>>
  /** In front of the names: 1. ★ or nothing. */
  readonly marker: (ordinal: number) => string
}

/** The words of headings (FORM: all of them seen), most often the usual ones. */
const HEADING_WORDS: readonly Readonly<Record<string, string>>[] = [
  {},
  {},
  { output: '产出指标(50分)', benefit: '效益指标(30分)', satisfaction: '满意度指标(10分)' },
  {
    output: '产出',
    benefit: '效益',
    quantity: '数量',
    quality: '质量',
    timeliness: '时效',
    social: '社会效益',
  },
  {
    output: '项目完成指标',
    benefit: '项目效益指标',
    timeliness: '进度指标',
    'sustained-impact': '可持续影响',
  },
  {
    output: '产出目标',
    benefit: '效果目标',
    satisfaction: '满意度',
    quantity: '数量 指标',
    cost: '项目成本指标',
  },
  { satisfaction: '社会公众或服务对象满意度指标', 'recipient-satisfaction': '服务对象满意度' },
]

export const makeCells = (random: Random, parts: CellsPrint['parts']): CellsPrint => {
  const headings = random.pick(HEADING_WORDS)
  const hasPoints = headings['output']?.includes('分') ?? false
  return {
    parts,
    signs: random.pick([
      { '≥': '≥', '≤': '≤' },
      { '≥': '≥', '≤': '≤' },
      { '≥': '>=', '≤': '<=' },
      { '≥': '≧', '≤': '≦' },
      parts === 'three' ? { '≥': '大于等于', '≤': '小于等于' } : { '≥': '不低于', '≤': '不超过' },
    ]),
    noSign: random.pick(['', '', '/']),
    wordsSign: random.pick(['定性', '', '/']),
    isUnitRepeated: parts !== 'whole' && random.chance(0.3),
    valueHeader: random.pick(
      parts === 'whole' ? ['指标值', '指标值及单位', '年度指标值'] : ['指标值', '目标值', '年度指标值'],
    ),
    hasDirection: random.chance(parts === 'three' ? 0.3 : 0.05),
    hasWeight: hasPoints || random.chance(0.4),
    headings: { ...HEADINGS, ...headings },
    marker: random.pick([() => '', () => '', (ordinal: number) => `${ordinal}.`, () => '★']),
  }
}

/** The header words of the columns behind the headings, in order. */
export const indicatorHeaders = (print: CellsPrint, random: Random): readonly string[] => [
  random.pick(['三级指标', '三级指标', '指标名称', '指标内容']),
  ...(print.parts === 'three' ? [random.pick(['指标性质', '计算符号', '指标方向'])] : []),
  print.valueHeader,
  ...(print.parts === 'whole' ? [] : [random.pick(['度量单位', '计量单位', '单位'])]),
  ...(print.hasDirection ? ['指标方向性'] : []),
  ...(print.hasWeight ? [random.pick(['分值', '权重', '分值(权重)'])] : []),
]

/** The texts under those headers. */
export const indicatorCells = (
  indicator: TrueIndicator,
  ordinal: number,
  weight: string | undefined,
  print: CellsPrint,
  random: Random,
): readonly string[] => {
  const { name, value } = indicator
  const { comparator, number, unit } = targetCells(value, print, random)
  return [
    `${print.marker(ordinal)}${name}`,
    ...(print.parts === 'three' ? [comparator] : []),
    number,
    ...(print.parts === 'whole' ? [] : [unit]),
    ...(print.hasDirection ? [isLowerBetter(value) ? '反向指标' : '正向指标'] : []),
    ...(print.hasWeight ? [weight ?? ''] : []),
  ]
}

const isLowerBetter = (value: TrueValue): boolean => value.kind === 'measured' && value.comparator === '≤'

interface TargetCells {
  readonly comparator: string
  readonly number: string
  readonly unit: string
}

const targetCells = (value: TrueValue, print: CellsPrint, random: Random): TargetCells => {
  const { parts, signs, noSign, wordsSign, isUnitRepeated } = print
  if (value.kind !== 'measured') {
    const sign = parts === 'three' ? /^[≥≤]/.exec(value.printed)?.[0] : undefined
    const rest = value.printed.slice(sign?.length ?? 0)
    const other = value.kind === 'qualitative' ? wordsSign : noSign
    return { comparator: sign === undefined ? other : signs[sign as '≥' | '≤'], number: rest, unit: '' }
  }
  const { comparator, number, unit } = value
  const sign = comparator === '≥' || comparator === '≤' ? signs[comparator] : ''
  if (parts === 'whole') return { comparator: '', number: `${sign}${number}${unit}`, unit: '' }
  const isTwice = isUnitRepeated && random.chance(0.5)
  if (parts === 'with unit') return { comparator: '', number: `${sign}${number}${isTwice ? unit : ''}`, unit }
  return { comparator: sign === '' ? noSign : sign, number: `${number}${isTwice ? unit : ''}`, unit }
}

/** One indicator with the headings over it. */
export interface HeadedIndicator {
  readonly indicator: TrueIndicator
  readonly one: TrueCategory
  readonly two: TrueCategory | undefined
  /** Its place among those of its lowest heading, from 1. */
  readonly ordinal: number
}

export const headedIndicators = ({ categories }: TrueProject): readonly HeadedIndicator[] =>
  categories.flatMap((one) =>
    one.children.flatMap((child, i): readonly HeadedIndicator[] =>
      'name' in child
        ? [{ indicator: child, one, two: undefined, ordinal: i + 1 }]
        : child.children.map((indicator, k) => ({
            indicator: indicator as TrueIndicator,
            one,
            two: child,
            ordinal: k + 1,
          })),
    ),
  )

const POINTS: Readonly<Record<string, number>> = { output: 50, benefit: 30, satisfaction: 10 }

/** Points that add up to those of each level 1, in tenths where they don't divide evenly. */
export const weightsOf = (project: TrueProject): ReadonlyMap<TrueIndicator, string> => {
  const weights = new Map<TrueIndicator, string>()
  for (const one of project.categories) {
    const own = headedIndicators(project).filter((headed) => headed.one === one)
    const share = Math.floor(((POINTS[one.id] ?? 0) * 10) / own.length)
    for (const [i, { indicator }] of own.entries()) {
      const tenths = i === 0 ? (POINTS[one.id] ?? 0) * 10 - share * (own.length - 1) : share
      weights.set(indicator, String(tenths / 10))
    }
  }
  return weights
}

/** Several goals in one cell. */
export const printGoals = (goals: readonly string[], random: Random): string => {
  if (goals.length === 1) return goals[0] as string
  const mark = random.pick([(i: number) => `目标${i}:`, (i: number) => `${i}.`, (i: number) => `${i}、`])
  return goals.map((goal, i) => `${mark(i + 1)}${goal}`).join(random.pick(['', '\n']))
}
