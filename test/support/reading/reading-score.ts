import { type Amount, Decimal, type Disclosure, type Project } from '../../../src/index.ts'
import { decimalOf } from './amounts.ts'
import type { AmountUnit, Truth, TruthIndicator, TruthProject } from './case.ts'
import { type Comparison, compareIndicator, EXACT, FIELDS, isInOtherColumn } from './compare-indicator.ts'
import { bareGoal, bareName, nfkc, squeeze } from './plain-text.ts'
import { sequenceRatio } from './sequence-ratio.ts'
import { indicatorsIn, projectsIn, type ReadIndicator, textOf } from './tree-view.ts'

/** What was read of some filings, counted. */
export type ReadingScore = Record<(typeof COUNTS)[number], number>

const COUNTS = [
  'cases',
  'notRead',
  /** Cases without a single mistake. */
  'whole',
  'projects',
  'projectNames',
  'projectsInvented',
  'amounts',
  'goals',
  'goalsFound',
  'goalsInvented',
  'indicators',
  'read',
  /** Aligned with an indicator of the tree. */
  'found',
  /** Name, value, comparator, unit and both categories agree. */
  'exact',
  'invented',
  /** Of the invented: rows without name and value. */
  'empty',
  'weighted',
  /** What a self-evaluation says of what became of the plan; no part of `exact` and `whole`. */
  'results',
  'resultsRight',
  'actuals',
  'actualsRight',
  'scores',
  'scoresRight',
  'reasons',
  'reasonsRight',
  'money',
  'moneyRight',
  'funding',
  'fundingRight',
  ...FIELDS,
] as const

export const noScore = (): ReadingScore =>
  Object.fromEntries(COUNTS.map((count) => [count, 0])) as ReadingScore

export const addScore = (into: ReadingScore, score: ReadingScore): void => {
  for (const count of COUNTS) into[count] += score[count]
}

/** The score of one filing, and its mistakes in words. */
export interface ScoredReading {
  readonly score: ReadingScore
  readonly mistakes: readonly string[]
  /** For each indicator of the truth in order, whether it was read exactly. */
  readonly exact: readonly boolean[]
}

/**
 * Compares a tree with what its filing says, project by project and field by field. `undefined` is a filing in
 * which no table was recognised.
 */
export const scoreReading = (truth: Truth, disclosure: Disclosure | undefined): ScoredReading => {
  const score = noScore()
  const mistakes: string[] = []
  const read = disclosure === undefined ? [] : projectsIn(disclosure)
  const partners = pairProjects(truth, read)
  score.cases = 1
  score.notRead = disclosure === undefined ? 1 : 0
  score.projects = truth.projects.length
  score.projectsInvented = read.length - partners.size
  for (const [i, project] of truth.projects.entries()) {
    scoreProject(truth, project, read[partners.get(i) ?? -1], score, mistakes)
  }
  const taken = new Set(partners.values())
  const tasks = new Set(truth.projects.flatMap((project) => project.tasks ?? []).map(squeeze))
  for (const [k, { name }] of read.entries()) {
    if (taken.has(k)) continue
    if (tasks.has(squeeze(textOf(name)))) score.projectsInvented -= 1
    else mistakes.push(`project invented: ${textOf(name)}`)
  }
  const exact = scoreIndicators(truth, partners, read, score, mistakes)
  score.whole = isWhole(score) ? 1 : 0
  return { score, mistakes, exact }
}

const isWhole = (score: ReadingScore): boolean =>
  score.exact === score.indicators &&
  score.invented === 0 &&
  score.amounts === score.projects &&
  score.goals === score.goalsFound &&
  score.goalsInvented === 0

// Projects

/** The index of a project of the tree for each of the truth. */
const pairProjects = (truth: Truth, read: readonly Project[]): ReadonlyMap<number, number> => {
  const pairs = truth.projects.flatMap((project, i) =>
    read.flatMap((other, k) => {
      const likeness = likenessOf(project, other, truth.amountUnit)
      return likeness < 0.5 ? [] : [{ likeness: likeness - 0.001 * Math.abs(i - k), i, k }]
    }),
  )
  pairs.sort((a, b) => b.likeness - a.likeness || b.i - a.i || b.k - a.k)
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, k } of pairs) {
    if (partners.has(i) || taken.has(k)) continue
    partners.set(i, k)
    taken.add(k)
  }
  return partners
}

const likenessOf = (project: TruthProject, other: Project, unit: Truth['amountUnit']): number => {
  const name = textOf(other.name)
  const wanted = new Set(project.indicators.map((indicator) => bareName(indicator.name)))
  const shared = new Set(
    indicatorsIn(other, 0)
      .map((indicator) => bareName(indicator.name))
      .filter((indicator) => wanted.has(indicator)),
  )
  return (
    (isProjectName(project.name, name, textOf(other.code))
      ? 2
      : likeness(bareName(project.name), bareName(name))) +
    Math.min(shared.size, 5) * 0.3 +
    (isAmount(project.amount, unit, other.amount) ? 0.2 : 0)
  )
}

const isProjectName = (wanted: string, got: string, code = ''): boolean => {
  const bare = (text: string): string => text.replace(/[,，.。;；:：、()（）\-—·[\]【】]+/g, '')
  const [w, g] = [squeeze(wanted), squeeze(got)]
  if (bare(w) === bare(g) || bare(w) === bare(squeeze(code) + g)) return true
  const before = w.replace(g, '') || 'x'
  return g !== '' && w.endsWith(g) && /^[[\]\dA-Za-z\-—]+$/.test(before)
}

const YUAN: Readonly<Record<AmountUnit, number>> = { 元: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 }

const isAmount = (wanted: string | null, unit: Truth['amountUnit'], amount: Amount | undefined): boolean => {
  if (wanted === null) return amount?.kind !== 'amount'
  if (amount?.kind !== 'amount') return false
  const number = decimalOf(wanted)
  const got = new Decimal(amount.numeral.value.toFixed())
  if (number === undefined) return false
  if (!unit) return got.equals(number)
  return got.times(amount.yuanPerUnit.toFixed()).equals(number.times(YUAN[unit]))
}

const scoreProject = (
  truth: Truth,
  project: TruthProject,
  read: Project | undefined,
  score: ReadingScore,
  mistakes: string[],
): void => {
  const unit = truth.amountUnit
  const goals = read?.goals.map(({ text }) => textOf(text)) ?? []
  if (read === undefined) mistakes.push(`project missing: ${project.name}`)
  else {
    const name = textOf(read.name)
    const names = project.alsoName ?? []
    if (
      isProjectName(project.name, name, textOf(read.code)) ||
      names.some((other) => isProjectName(other, name))
    ) {
      score.projectNames += 1
    } else mistakes.push(`project name: ${project.name} | read: ${name}`)
    if (
      [project.amount, ...(project.alsoAmount ?? [])].some((amount) => isAmount(amount, unit, read.amount))
    ) {
      score.amounts += 1
    } else {
      mistakes.push(
        `amount of ${project.name}: ${project.amount}${unit ?? ''} | read: ${textOf(read.amount.text)} (${read.amount.kind})`,
      )
    }
  }
  if (project.goals !== undefined) scoreGoals(project.goals.map(wordsOfGoal), goals, score, mistakes)
  scoreOutcome(project, read, score)
}

/** Results of goals, parts of the amount, and the cells of a money table. */
const scoreOutcome = (project: TruthProject, read: Project | undefined, score: ReadingScore): void => {
  const results = read?.results.map(({ text }) => textOf(text)) ?? []
  for (const result of project.results ?? []) {
    score.results += 1
    if (placesSaying(result, results) !== undefined) score.resultsRight += 1
  }
  const funding = new Set((read?.funding ?? []).map(({ name, amount }) => cellKey(textOf(name), '', amount)))
  for (const [label, amount] of project.moneyParts ?? []) {
    score.funding += 1
    if (funding.has(keyOf(label, '', amount))) score.fundingRight += 1
  }
  const money = new Set(
    (read?.money ?? []).map(({ source, stage, amount }) => cellKey(textOf(source), stage, amount)),
  )
  for (const [source, stage, amount] of project.moneyCells ?? []) {
    score.money += 1
    if (money.has(keyOf(source, stage, amount))) score.moneyRight += 1
  }
}

const keyOf = (label: string, stage: string, amount: string): string =>
  `${bareMoneyLabel(label)} ${stage} ${decimalOf(amount.replace('%', ''))?.toFixed() ?? '-'}`

const cellKey = (label: string, stage: string, amount: Amount): string =>
  keyOf(label, stage, amount.kind === 'amount' ? amount.numeral.value.toFixed() : '')

const bareMoneyLabel = (label: string): string =>
  squeeze(label).replace(/^其中[:：]?|[:：]$|[(（][^()（）]*[)）]$/g, '')

const wordsOfGoal = (goal: string | { readonly text: string }): string =>
  typeof goal === 'string' ? goal : goal.text

const scoreGoals = (
  wanted: readonly string[],
  read: readonly string[],
  score: ReadingScore,
  mistakes: string[],
): void => {
  const told = new Set<number>()
  for (const goal of wanted) {
    score.goals += 1
    const at = placesSaying(goal, read)
    if (at === undefined) {
      mistakes.push(`goal: ${goal.slice(0, 70)} | read: ${read.join(' / ').slice(0, 90)}`)
      continue
    }
    score.goalsFound += 1
    for (const k of at) told.add(k)
  }
  const whole = wanted.map(bareGoal).join('')
  for (const [k, goal] of read.entries()) {
    const bare = bareGoal(goal)
    if (told.has(k) || bare === '' || whole.includes(bare)) continue
    if (wanted.some((other) => bare.includes(bareGoal(other)))) continue
    score.goalsInvented += 1
    mistakes.push(`goal invented: ${goal.slice(0, 70)}`)
  }
}

/** Where `wanted` is said by one goal or several in a row, and nothing more. */
const placesSaying = (wanted: string, read: readonly string[]): readonly number[] | undefined => {
  const goal = bareGoal(wanted)
  const goals = read.map(bareGoal)
  for (let start = 0; start < goals.length; start += 1) {
    for (let end = start + 1; end <= goals.length; end += 1) {
      const said = goals
        .slice(start, end)
        .join('')
        .replace(/^(?:【[^】]{2,8}】|\[[^\]]{2,8}\])/, '')
      if (said === goal || (goal.length > 8 && sequenceRatio(goal, said) >= 0.975)) {
        return Array.from({ length: end - start }, (_, i) => start + i)
      }
    }
  }
  return undefined
}

// Indicators

interface Wanted {
  readonly indicator: TruthIndicator
  /** The project of the tree that was taken for its project. */
  readonly project: number | undefined
}

const scoreIndicators = (
  truth: Truth,
  partners: ReadonlyMap<number, number>,
  projects: readonly Project[],
  score: ReadingScore,
  mistakes: string[],
): readonly boolean[] => {
  const read = projects.flatMap((project, k) => indicatorsIn(project, k))
  const wanted = truth.projects.flatMap(({ indicators }, i) =>
    indicators.map((indicator): Wanted => ({ indicator, project: partners.get(i) })),
  )
  const aligned = align(wanted, read)
  score.indicators = wanted.length
  score.read = read.length
  const exact = wanted.map(({ indicator, project }, i) => {
    if (indicator.weight !== undefined && indicator.weight !== null) score.weighted += 1
    if (indicator.actual) score.actuals += 1
    if (indicator.score) score.scores += 1
    if (indicator.reason) score.reasons += 1
    const pair = aligned.get(i)
    if (pair === undefined) {
      mistakes.push(`missing: ${wordsOfTruth(indicator)}`)
      return false
    }
    const other = read[pair.k] as ReadIndicator
    if (project !== undefined && other.project !== project) {
      mistakes.push(`in another project: ${wordsOfTruth(indicator)}`)
    }
    return countFields(indicator, other, pair.comparison, score, mistakes)
  })
  const used = new Set([...aligned.values()].map(({ k }) => k))
  for (const [k, indicator] of read.entries()) {
    if (used.has(k)) continue
    score.invented += 1
    if (isEmptyRow(indicator)) score.empty += 1
    else mistakes.push(`invented: ${wordsOfRead(indicator)}`)
  }
  return exact
}

const isEmptyRow = ({ name, text }: ReadIndicator): boolean =>
  nfkc(name).replace(/[…\s\d.]|指标/g, '') === '' && squeeze(text) === ''

/** What was reached, its score and why it is less. */
const scoreResult = (wanted: TruthIndicator, read: ReadIndicator, score: ReadingScore): void => {
  const actual = squeeze(read.actual)
  // A unit of its own column may be read as part of it.
  if (
    wanted.actual &&
    [wanted.actual, `${wanted.actual}${wanted.unit ?? ''}`].map(squeeze).includes(actual)
  ) {
    score.actualsRight += 1
  }
  if (wanted.score && decimalOf(wanted.score)?.equals(decimalOf(read.score) ?? Number.NaN))
    score.scoresRight += 1
  if (wanted.reason && squeeze(wanted.reason) === squeeze(read.reason)) score.reasonsRight += 1
}

const countFields = (
  wanted: TruthIndicator,
  read: ReadIndicator,
  comparison: Comparison,
  score: ReadingScore,
  mistakes: string[],
): boolean => {
  score.found += 1
  scoreResult(wanted, read, score)
  for (const field of FIELDS) if (comparison[field]) score[field] += 1
  const wrong = FIELDS.filter((field) => comparison[field] === false)
  const isExact = EXACT.every((field) => comparison[field])
  if (isExact) score.exact += 1
  if (wrong.length > 0) {
    mistakes.push(
      `${isExact ? 'beside' : 'wrong'} ${wrong.join('+')}: ${wordsOfTruth(wanted)} | read: ${wordsOfRead(read)}`,
    )
  }
  return isExact
}

interface Pair {
  readonly rank: number
  readonly i: number
  readonly k: number
  readonly comparison: Comparison
}

/** One to one, best pairs first. */
const align = (wanted: readonly Wanted[], read: readonly ReadIndicator[]): ReadonlyMap<number, Pair> => {
  const pairs = wanted.flatMap((one, i) =>
    read.flatMap((other, k) => {
      const order = Math.abs(i / wanted.length - k / read.length)
      const pair = pairOf(one, other)
      return pair === undefined ? [] : [{ ...pair, rank: pair.rank - 0.001 * order, i, k }]
    }),
  )
  pairs.sort((a, b) => b.rank - a.rank)
  const aligned = new Map<number, Pair>()
  const taken = new Set<number>()
  for (const pair of pairs) {
    if (aligned.has(pair.i) || taken.has(pair.k)) continue
    aligned.set(pair.i, pair)
    taken.add(pair.k)
  }
  return aligned
}

/** A pair needs a like name, or the same value under the same labels. */
const pairOf = (
  { indicator, project }: Wanted,
  read: ReadIndicator,
): Pick<Pair, 'rank' | 'comparison'> | undefined => {
  const alike = nameLikeness(indicator, read)
  // Most pairs are such; nothing else can make up for it.
  if (alike < 0.3) return undefined
  const comparison = compareIndicator(indicator, read)
  const isLabelled = comparison.l1 && comparison.l2
  if (alike < 0.55 && !(comparison.value && (isLabelled || comparison.unit))) return undefined
  if (isInOtherColumn(indicator, read)) return undefined
  const rank =
    rankOf(alike, comparison) +
    (project !== undefined && read.project === project ? 1.5 : 0) +
    (indicator.column && read.column !== '' ? 1 : 0) +
    termRank(indicator, read)
  return { rank, comparison }
}

const rankOf = (alike: number, { value, unit, comparator, l1, l2 }: Comparison): number =>
  6 * alike + (value ? 2 : 0) + (unit ? 0.5 : 0) + (comparator ? 0.5 : 0) + (l1 ? 0.7 : 0) + (l2 ? 0.7 : 0)

const termRank = ({ term }: TruthIndicator, read: ReadIndicator): number =>
  !term || read.term === undefined ? 0 : term === read.term ? 0.5 : -0.5

const nameLikeness = (wanted: TruthIndicator, read: ReadIndicator): number =>
  Math.max(
    likeness(bareName(wanted.name, wanted.unit), bareName(read.name, wanted.unit)),
    ...(wanted.also ?? []).map(({ name }) =>
      name === undefined ? 0 : likeness(bareName(name), bareName(read.name)),
    ),
  )

const likeness = (a: string, b: string): number => {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const ratio = sequenceRatio(a, b)
  // Glued to its neighbours.
  return a.length >= 3 && b.includes(a) ? Math.max(ratio, 0.75) : ratio
}

// Words

const wordsOfTruth = (indicator: TruthIndicator): string => {
  const { l1, l2, name, comparator, value, unit, weight, column } = indicator
  return `${l1 ?? '-'} / ${l2 ?? '-'} / ${name} / ${comparator ?? ''}${value ?? ''}${unit ?? ''}${weight ? ` [${weight}]` : ''}${column ? ` {${column}}` : ''}`
}

const wordsOfRead = (read: ReadIndicator): string => {
  const { l1, l2, name, text, kind, comparator, number, unit, weight } = read
  const flat = (words: string): string => words.replace(/\s+/g, ' ')
  return `${l1[0] ?? '-'} / ${l2[0] ?? '-'} / ${flat(name)} / ${flat(text)} (${kind} ${comparator ?? ''}${number ?? ''}${unit ?? ''})${weight === undefined ? '' : ` [${weight}]`}`
}
