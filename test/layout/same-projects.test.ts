import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse.ts'
import { Source } from '../../src/source/source.ts'
import { categoryEntry } from '../../src/vocabulary/categories.ts'
import { projectsWithAgencies, readLines } from '../support/filing-content.ts'
import {
  makeTree,
  type TrueCategory,
  type TrueIndicator,
  type TrueProject,
  type TrueValue,
} from '../support/filing-tree.ts'
import { Random } from '../support/random.ts'
import { sampleOf } from '../support/sample.ts'

/** One indicator with its headings, outermost first. */
interface Placed {
  readonly one: string
  readonly two: string
  readonly indicator: TrueIndicator
}

const headingOf = ({ id }: TrueCategory): string => `${categoryEntry(id).name}指标`

const placedIn = ({ categories }: TrueProject): readonly Placed[] =>
  categories.flatMap((one) =>
    one.children.flatMap((child) =>
      'name' in child
        ? [{ one: headingOf(one), two: '', indicator: child }]
        : child.children.map((indicator) => ({
            one: headingOf(one),
            two: headingOf(child),
            indicator: indicator as TrueIndicator,
          })),
    ),
  )

const whole = (value: TrueValue): string =>
  value.kind === 'measured' ? `${value.comparator ?? ''}${value.number}${value.unit}` : value.printed

const inThree = (value: TrueValue): readonly string[] =>
  value.kind === 'measured' ? [value.comparator ?? '', value.number, value.unit] : ['', value.printed, '']

const table = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

/** Headings once, as merged cells are in text. */
const rowsOf = (project: TrueProject, value: (value: TrueValue) => readonly string[]): string[][] => {
  const placed = placedIn(project)
  return placed.map(({ one, two, indicator }, i) => {
    const above = placed[i - 1]
    const isSameOne = above?.one === one
    return [
      isSameOne ? '' : one,
      isSameOne && above.two === two ? '' : two,
      indicator.name,
      ...value(indicator.value),
    ]
  })
}

const WHOLE = ['指标值']
const THREE = ['指标性质', '指标值', '度量单位']
const LEVELS = ['一级指标', '二级指标', '三级指标']

const outlineOf = (project: TrueProject): string => {
  const lines: string[] = []
  const placed = placedIn(project)
  for (const [i, { one, two, indicator }] of placed.entries()) {
    const above = placed[i - 1]
    if (above?.one !== one) lines.push(one)
    if (two !== '' && (above?.one !== one || above.two !== two)) lines.push(two)
    const { value } = indicator
    lines.push(`${indicator.name}${value.kind === 'measured' ? ' ' : ':'}${whole(value)}`)
  }
  return lines.map((line) => `<p>${line}</p>`).join('')
}

const goalsOf = ({ goals }: TrueProject): string => goals.join('')

const asRows = (projects: readonly TrueProject[], value: (value: TrueValue) => readonly string[]): string =>
  table([
    ['项目名称', '金额(万元)', '绩效目标', ...LEVELS, ...(value === inThree ? THREE : WHOLE)],
    ...projects.flatMap((project) =>
      rowsOf(project, value).map((row, i) => [
        ...(i === 0 ? [project.name, project.amount, goalsOf(project)] : ['', '', '']),
        ...row,
      ]),
    ),
  ])

const asForms = (projects: readonly TrueProject[], value: (value: TrueValue) => readonly string[]): string =>
  projects
    .map((project) =>
      table([
        ['项目名称', project.name],
        ['资金总额(万元)', project.amount],
        ['绩效目标', goalsOf(project)],
        [...LEVELS, ...(value === inThree ? THREE : WHOLE)],
        ...rowsOf(project, value),
      ]),
    )
    .join('\n\n')

const WRITERS: readonly (readonly [string, (projects: readonly TrueProject[]) => string])[] = [
  [
    'a cell for all indicators',
    (projects) =>
      table([
        ['项目名称', '金额(万元)', '绩效目标', '绩效指标'],
        ...projects.map((project) => [project.name, project.amount, goalsOf(project), outlineOf(project)]),
      ]),
  ],
  ['a form for each project', (projects) => asForms(projects, (value) => [whole(value)])],
  ['rows with signs, values and units in columns', (projects) => asRows(projects, inThree)],
  ['forms with signs, values and units in columns', (projects) => asForms(projects, inThree)],
]

const SEEDS = sampleOf(Array.from({ length: 40 }, (_, i) => i + 1))

/** Without the numbers in front of names, which one layout prints and the other doesn't. */
const treeOf = (text: string): readonly string[] => readLines(parse(new Source(text)).disclosure)

describe('the same projects have the same tree as in a table with a row for each indicator', () => {
  test.each(WRITERS)('%s', (_, write) => {
    for (const seed of SEEDS) {
      const projects = projectsWithAgencies(makeTree(new Random(seed))).map(({ project }) => project)
      const rows = treeOf(asRows(projects, (value) => [whole(value)]))
      expect(treeOf(write(projects)), `seed ${seed}`).toEqual(rows)
    }
  })
})
