import type { Truth, TruthIndicator, TruthProject } from '../../../test/support/reading/case.ts'
import { squeeze } from '../../../test/support/reading/plain-text.ts'
import { type CellGrid, copyGrid, type GridCell } from './cell-grid.ts'
import { blocksIn, type IndicatorBlock } from './indicator-block.ts'
import { printed, type Variant } from './perturbations.ts'

/**
 * Prints of a case with other contents in its cells, and the truth that goes with them: what stands in a cell must not
 * decide what the cell is.
 */
export const withOtherContents = (original: readonly CellGrid[], truth: Truth): readonly Variant[] =>
  CHANGES.flatMap(([change, apply]) => {
    const grids = original.map(copyGrid)
    const changed = apply(grids, truth)
    return changed === undefined ? [] : [printed(change, grids, changed)]
  })

type Change = (grids: readonly CellGrid[], truth: Truth) => Truth | undefined

const SHORT_GOALS = [
  '保障机构正常运转',
  '养护乡村公路36公里',
  '完成全年工作任务',
  '按时发放补助',
  '购置设备3台',
  '做好日常管护',
] as const

const LONG_GOAL =
  '为深入贯彻上级关于基层治理的部署，进一步夯实工作基础，计划在全年内分批推进各项任务：一是完成12个站点的改造；二是组织培训4期、覆盖300人次；三是更新设备25台套，使群众办事更加便利、服务水平稳步提高、队伍建设得到加强'

const SHORT_NAMES = [
  '公用经费',
  '路灯',
  '三保支出',
  '村组道路',
  '劳务费',
  '禁毒',
  '水质监测',
  '2024年培训',
  '其他支出',
  '食堂',
] as const

const CLAUSE_NAMES = [
  '用于保障基层站所正常运转的补助',
  '2023年第二批（含结转）站点改造',
  '关于拨付某县老旧管网更新改造资金的项目',
  '“一村一品”及“厕所革命”奖补',
] as const

/** Each goal that fills a cell, replaced. */
const goalsBy =
  (textFor: (at: number) => string): Change =>
  (grids, truth) => {
    const next = new Map<string, string>()
    const cells = cellsOf(grids)
    const projects = truth.projects.map((project): TruthProject => {
      const goals = (project.goals ?? []).map((goal) => {
        const text = typeof goal === 'string' ? goal : goal.text
        const found = cells.filter((cell) => squeeze(cell.text) === squeeze(text))
        if (found.length === 0) return goal
        const own = next.get(squeeze(text)) ?? textFor(next.size)
        next.set(squeeze(text), own)
        return typeof goal === 'string' ? own : { ...goal, text: own }
      })
      return { ...project, goals }
    })
    for (const cell of cells) cell.text = next.get(squeeze(cell.text)) ?? cell.text
    return next.size === 0 ? undefined : { ...truth, projects }
  }

/** How the names of departments end, which are projects in their own forms and are called as no project is. */
const BODY = /(?:[局厅委办院校所站园馆室镇乡团会处队]|中心|公司|政府|机关)(?:[(（][^()（）]*[)）])?$/

/** Each project's name that fills a cell, replaced where it stands alone. */
const namesBy =
  (names: readonly string[]): Change =>
  (grids, truth) => {
    const next = new Map<string, string>()
    const cells = cellsOf(grids)
    const projects = truth.projects.map((project): TruthProject => {
      const old = squeeze(project.name)
      if (!cells.some((cell) => squeeze(cell.text) === old) || BODY.test(old) || next.size >= names.length)
        return project
      const own = next.get(old) ?? (names[next.size] as string)
      next.set(old, own)
      return { ...project, name: own, alsoName: [] }
    })
    // The name inside a title or a goal, or of an indicator, would be another one.
    const isIndicator = truth.projects.some(({ indicators }) =>
      indicators.some(({ name }) => next.has(squeeze(name))),
    )
    const isElsewhere = grids.some(({ before, after, rows }) =>
      [...before, ...after, ...rows.flat().map(({ text }) => text)].some((text) =>
        [...next.keys()].some((old) => squeeze(text) !== old && squeeze(text).includes(old)),
      ),
    )
    if (next.size === 0 || isIndicator || isElsewhere) return undefined
    for (const cell of cells) cell.text = next.get(squeeze(cell.text)) ?? cell.text
    return { ...truth, projects }
  }

const WORDS = ['完成', '达标', '逐步改善', '符合要求', '长期', '显著提升', '按时完成', '有所提高'] as const

/** Each target that stands in one cell with its comparator and unit, replaced. */
const targetsBy =
  (targetFor: (at: number) => readonly [text: string, fields: Partial<TruthIndicator>]): Change =>
  (grids, truth) =>
    onRows(grids, truth, ({ block, cell, indicator }, at) => {
      const { target, comparator, unit } = block.columns
      if (target === undefined || comparator !== undefined || unit !== undefined) return undefined
      if (indicator.value === null || indicator.unitColumn !== undefined || indicator.column) return undefined
      if (indicator.unitFrom !== undefined) return undefined
      const place = block.grid.rows[cell]?.[target]
      const printed = squeeze(place?.text).replaceAll(',', '')
      const whole = squeeze(`${indicator.comparator ?? ''}${indicator.value}${indicator.unit ?? ''}`)
      if (place === undefined || printed !== whole) return undefined
      const [text, fields] = targetFor(at)
      place.text = text
      return fields
    })

interface Place {
  readonly block: IndicatorBlock
  /** The row. */
  readonly cell: number
  readonly indicator: TruthIndicator
}

/** Changes the rows of indicators one by one; those that change differ in the truth. */
const onRows = (
  grids: readonly CellGrid[],
  truth: Truth,
  change: (place: Place, at: number) => Partial<TruthIndicator> | undefined,
): Truth | undefined => {
  const changed = new Map<TruthIndicator, Partial<TruthIndicator>>()
  for (const block of blocksIn(grids, truth))
    for (const { at, indicator } of block.rows) {
      if (changed.has(indicator)) continue
      const fields = change({ block, cell: at, indicator }, changed.size)
      if (fields !== undefined) changed.set(indicator, fields)
    }
  if (changed.size === 0) return undefined
  const renew = (one: TruthIndicator): TruthIndicator => {
    const fields = changed.get(one)
    return fields === undefined ? one : { ...one, ...fields, also: [] }
  }
  return {
    ...truth,
    projects: truth.projects.map((project) => ({ ...project, indicators: project.indicators.map(renew) })),
  }
}

const cellsOf = (grids: readonly CellGrid[]): readonly GridCell[] => [
  ...new Set(grids.flatMap(({ rows }) => rows.flat())),
]

const number = (at: number): string => String(((at * 37) % 90) + 3)
const UNITS = ['个', '次', '公里', '人', '户', '台', '万元', '%', '元/人', '天'] as const
const unitAt = (at: number): string => UNITS[at % UNITS.length] as string
const kindAt = (at: number): TruthIndicator['kind'] => (unitAt(at) === '%' ? 'percent' : 'number')

const CHANGES: readonly (readonly [string, Change])[] = [
  ['short goals', goalsBy((at) => SHORT_GOALS[at % SHORT_GOALS.length] as string)],
  ['long goals', goalsBy((at) => `${LONG_GOAL}${at === 0 ? '' : `，第${at + 1}批`}。`)],
  ['short names of projects', namesBy(SHORT_NAMES)],
  ['names of projects that are clauses', namesBy(CLAUSE_NAMES)],
  [
    'targets in words',
    targetsBy((at) => {
      const value = WORDS[at % WORDS.length] as string
      return [value, { comparator: null, value, unit: null, kind: 'qualitative' }]
    }),
  ],
  [
    'targets without units',
    targetsBy((at) => [number(at), { comparator: null, value: number(at), unit: null, kind: 'number' }]),
  ],
  [
    'targets with the comparator in words',
    targetsBy((at) => [
      `不少于${number(at)}${unitAt(at)}`,
      { comparator: '≥', value: number(at), unit: unitAt(at), kind: kindAt(at) },
    ]),
  ],
]

/** The changes that print another content, not the same in another way. */
export const CONTENTS: ReadonlySet<string> = new Set(CHANGES.map(([change]) => change))
