import type { Random } from '../random.ts'
import type { AmountUnit } from '../reading/case.ts'
import { inTenThousands } from './content.ts'
import { CATEGORY_WORDS, type CategoryName, Labels } from './labels.ts'

/** How one filing is written: the same throughout the file. */
export interface Style {
  readonly labels: Labels
  readonly categories: Readonly<Record<CategoryName, string>>
  /** Where the comparator stands; `none` leaves bare values. */
  readonly comparator: 'in the value' | 'column' | 'none'
  readonly unit: 'in the value' | 'column' | 'in the name'
  readonly signs: Signs
  /** Whether a planned number without slack is printed with `=`, or bare. */
  readonly printsEquals: boolean
  readonly moneyUnit: Extract<AmountUnit, '元' | '万元'>
  readonly moneyUnitAt: 'title' | 'label' | 'cell'
  readonly hasSeparators: boolean
  readonly points: boolean
  readonly explanation: 'none' | 'before the value' | 'at the end'
  readonly standard: boolean
  /** 绩效指标 in a column of its own on the left. */
  readonly side: boolean
  readonly marksLabels: boolean
  readonly gluedCode: boolean
  /** In front of the names: `指标1：`, `1.`, or nothing. */
  readonly numbering: 'none' | '指标' | 'decimal'
  /** 产出指标(50分). */
  readonly categoryPoints: boolean
  /** A category of the form that nobody filled in keeps its row. */
  readonly unusedRow: 'none' | 'blank' | 'residue'
  /** 定性 in the column of comparators. */
  readonly marksQualitative: boolean
}

interface Signs {
  readonly '≥': readonly [before: string, behind: string]
  readonly '≤': readonly [before: string, behind: string]
  readonly '=': readonly [before: string, behind: string]
}

const PLAIN: Signs = { '≥': ['≥', ''], '≤': ['≤', ''], '=': ['=', ''] }
const SIGNS: readonly Signs[] = [
  PLAIN,
  PLAIN,
  PLAIN,
  { '≥': ['>=', ''], '≤': ['<=', ''], '=': ['=', ''] },
  { '≥': ['不低于', ''], '≤': ['不超过', ''], '=': ['', ''] },
  { '≥': ['', '以上'], '≤': ['', '以内'], '=': ['', ''] },
]
const COLUMN_SIGNS: readonly Signs[] = [
  PLAIN,
  PLAIN,
  { '≥': ['大于等于', ''], '≤': ['小于等于', ''], '=': ['等于', ''] },
]

export const makeStyle = (random: Random): Style => {
  const comparator = random.pick(['in the value', 'in the value', 'column', 'none'] as const)
  const unit = random.pick(['in the value', 'in the value', 'in the value', 'column', 'in the name'] as const)
  return {
    labels: new Labels(random, random.chance(1 / 3)),
    categories: Object.fromEntries(
      Object.entries(CATEGORY_WORDS).map(([name, words]) => [name, random.pick<string>(words)]),
    ) as Style['categories'],
    comparator,
    unit,
    signs: random.pick(comparator === 'column' ? COLUMN_SIGNS : SIGNS),
    printsEquals: random.chance(0.4),
    moneyUnit: random.chance(0.75) ? '万元' : '元',
    moneyUnitAt: random.pick(['title', 'label', 'cell'] as const),
    hasSeparators: random.chance(0.3),
    points: random.chance(0.5),
    explanation: random.pick(['none', 'none', 'none', 'before the value', 'at the end'] as const),
    standard: random.chance(0.15),
    side: random.chance(0.5),
    marksLabels: random.chance(0.15),
    gluedCode: random.chance(0.25),
    numbering: random.pick(['none', 'none', 'none', 'none', '指标', 'decimal'] as const),
    categoryPoints: random.chance(0.12),
    unusedRow: random.pick(['none', 'none', 'none', 'none', 'none', 'blank', 'residue'] as const),
    marksQualitative: random.chance(0.3),
  }
}

/** A sum as the filing prints it, without its unit. */
const moneyNumber = (hundredths: number, { moneyUnit, hasSeparators }: Style): string => {
  const number = moneyUnit === '万元' ? inTenThousands(hundredths) : `${hundredths * 100}.00`
  return hasSeparators ? number.replace(/\B(?=(?:\d{3})+\.)/g, ',') : number
}

export const printMoney = (hundredths: number, style: Style): string =>
  moneyNumber(hundredths, style) + (style.moneyUnitAt === 'cell' ? style.moneyUnit : '')

/** The number without separators, as the truth states it. */
export const trueMoney = (hundredths: number, style: Style): string =>
  moneyNumber(hundredths, { ...style, hasSeparators: false })

/** A label over or beside money. */
export const moneyLabel = (label: string, { moneyUnitAt, moneyUnit }: Style): string =>
  moneyUnitAt === 'label' && !label.includes('元') ? `${label}（${moneyUnit}）` : label

/** The line that says in what money is counted, where the file has one. */
export const unitLine = ({ moneyUnitAt, moneyUnit }: Style): readonly string[] =>
  moneyUnitAt === 'title' ? [`单位：${moneyUnit}`] : []

/** A project's name, with its code glued to it where the file does so. */
export const printName = (name: string, code: string, { gluedCode }: Style): string =>
  gluedCode ? `${code}-${name}` : name
