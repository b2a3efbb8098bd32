import type { TrueCategory, TrueIndicator, TrueValue } from './filing-tree.ts'
import { HEADINGS } from './filing-words.ts'

/** One way to print the goals and the outline of indicators of a project in their cells. */
export interface CellStyle {
  readonly name: string
  /** Markers; the path has the ordinal of each level above and its own, from 1. */
  readonly goal: (ordinal: number) => string
  readonly levelOne: (path: readonly number[]) => string
  readonly levelTwo: (path: readonly number[]) => string
  readonly item: (path: readonly number[]) => string
  /** Behind a heading's name. */
  readonly headingEnd: string
  /** Between an indicator's name and its value. */
  readonly gap: string
  readonly itemEnd: string
  /** `≥` as it is printed, before the number or, with 以上, behind the unit. */
  readonly comparator: (sign: '≥' | '≤') => string
  readonly cell: (lines: readonly string[]) => string
  /** Digits, brackets and signs in full width. */
  readonly isWide: boolean
  /** Whether a page may end between two lines without hiding where one ends. */
  readonly canBeCut: boolean
}

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const last = (path: readonly number[]): number => path.at(-1) as number
const chinese = (path: readonly number[]): string => CHINESE[last(path)] as string

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join(' ')
const breaks = (lines: readonly string[]): string => lines.join('<br>')
const oneParagraph = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<p>${lines.join(' ')}</p>`
const untagged = (lines: readonly string[]): string => lines.join(' ')
const glued = (lines: readonly string[]): string => lines.join('')
/** As spreadsheets copy cells: in quotes only where there is a line end inside. */
const quoted = (lines: readonly string[]): string =>
  lines.length > 1 ? `"${lines.join('\n')}"` : lines.join('')

const USUAL: CellStyle = {
  name: '一、 (一) 1. in paragraphs',
  goal: (n) => `目标${n}:`,
  levelOne: (path) => `${chinese(path)}、`,
  levelTwo: (path) => `(${chinese(path)})`,
  item: (path) => `${last(path)}.`,
  headingEnd: '',
  gap: ' ',
  itemEnd: '',
  comparator: (sign) => sign,
  cell: paragraphs,
  isWide: false,
  canBeCut: true,
}

/** The writing styles of filings (FORM), and mixtures of their parts. */
export const STYLES: readonly CellStyle[] = [
  USUAL,
  { ...USUAL, name: 'in one paragraph', cell: oneParagraph },
  { ...USUAL, name: 'without tags', cell: untagged, gap: '' },
  { ...USUAL, name: 'in full width', isWide: true, headingEnd: ':' },
  {
    ...USUAL,
    name: '一、 （一） 1、 with colons and semicolons',
    item: (path) => `${last(path)}、`,
    goal: (n) => `目标${CHINESE[n]}:`,
    headingEnd: ':',
    gap: ':',
    itemEnd: ';',
    isWide: true,
    cell: breaks,
  },
  {
    ...USUAL,
    name: '1. (1) ①',
    goal: (n) => `${n}.`,
    levelOne: (path) => `${last(path)}.`,
    levelTwo: (path) => `(${last(path)})`,
    item: (path) => '①②③④⑤'[last(path) - 1] as string,
    cell: oneParagraph,
  },
  {
    ...USUAL,
    name: '一、 1. (1)',
    goal: (n) => `${CHINESE[n]}、`,
    levelTwo: (path) => `${last(path)}.`,
    item: (path) => `(${last(path)})`,
  },
  {
    ...USUAL,
    name: '1. 1.1 1.1.1',
    goal: (n) => `${n}、`,
    levelOne: (path) => `${last(path)}.`,
    levelTwo: (path) => path.join('.'),
    item: (path) => path.join('.'),
    headingEnd: '',
  },
  {
    ...USUAL,
    name: '一、 (一) 指标1:',
    item: (path) => `指标${last(path)}:`,
    comparator: (sign) => (sign === '≥' ? '>=' : '<='),
  },
  {
    ...USUAL,
    name: 'without numbers',
    goal: (n) => `目标${n}:`,
    levelOne: () => '',
    levelTwo: () => '',
    item: () => '',
  },
  { ...USUAL, name: 'headings without numbers', levelOne: () => '', levelTwo: () => '', cell: breaks },
  { ...USUAL, name: 'without any blanks', gap: '', cell: glued, canBeCut: false },
  { ...USUAL, name: 'quoted cells', cell: quoted, headingEnd: ':' },
  {
    ...USUAL,
    name: 'comparators in words and entities',
    comparator: (sign) => (sign === '≥' ? '不少于' : '&le;'),
    gap: '&nbsp;',
  },
  { ...USUAL, name: 'comparators with blanks', comparator: (sign) => `${sign} `, cell: oneParagraph },
  { ...USUAL, name: '★ before numbers', item: (path) => `★${last(path)}.` },
]

/** Level 1 over its indicators has no level between; then only what the numbers say differs. */
export const printOutline = (categories: readonly TrueCategory[], style: CellStyle): string[] => {
  const print = (node: TrueCategory | TrueIndicator, path: readonly number[]): string[] => {
    if ('name' in node)
      return [`${style.item(path)}${node.name}${style.gap}${printValue(node.value, style)}${style.itemEnd}`]
    const marker = node.level === 1 ? style.levelOne(path) : style.levelTwo(path)
    return [
      `${marker}${HEADINGS[node.id]}${style.headingEnd}`,
      ...node.children.flatMap((child, i) => print(child, [...path, i + 1])),
    ]
  }
  return categories.flatMap((category, i) => print(category, [i + 1])).map((line) => widened(line, style))
}

export const printGoals = (goals: readonly string[], style: CellStyle): string[] =>
  goals.map((goal, i) => widened(`${style.goal(i + 1)}${goal}`, style))

const printValue = (value: TrueValue, style: CellStyle): string => {
  if (value.kind !== 'measured') return value.printed
  const { comparator, number, unit } = value
  const sign = comparator === '≥' || comparator === '≤' ? style.comparator(comparator) : ''
  return `${sign}${number}${unit}`
}

const widened = (line: string, { isWide }: CellStyle): string =>
  isWide ? line.replace(/[0-9():;%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : line
