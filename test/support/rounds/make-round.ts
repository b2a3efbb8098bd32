import { type Fault, type Mutable, plus } from '../fault.ts'
import { FAULTS } from '../faults.ts'
import { makeFiling } from '../filing.ts'
import { writeForms } from '../filing-forms.ts'
import { writeRows } from '../filing-rows.ts'
import { type SheetRow, toText } from '../filing-sheet.ts'
import { makeTree, type TrueAgency, type TrueFiling, type TrueProject } from '../filing-tree.ts'
import { Random } from '../random.ts'
import { writeBook, writeCsv, writeDocx, writeHtml } from './write-sheet.ts'

/** A round of corrections that was made up: what forty agencies handed in, what came back, and what was changed. */
export interface MadeUpRound {
  readonly old: readonly RoundFile[]
  readonly new: readonly RoundFile[]
  readonly departments: readonly Department[]
}

export interface RoundFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A department, and what it did. */
export interface Department {
  readonly name: string
  readonly projects: readonly ProjectChange[]
  /** Whether it is in a readable file of the old and of the new round. */
  readonly isIn: readonly [old: boolean, now: boolean]
}

/** A project before and after. */
export interface ProjectChange {
  readonly names: readonly [old: string, now: string]
  /** The fault in it, and which of its forms; undefined where there is none. */
  readonly faults: readonly [old: FaultForm | undefined, now: FaultForm | undefined]
  /** It isn't handed in again. */
  readonly isWithdrawn: boolean
}

export interface FaultForm {
  readonly name: string
  readonly form: number
}

/** The round of a seed, the same on every machine. */
export const makeRound = (seed: number, departments = 40): MadeUpRound => {
  const random = new Random(seed * 7919 + 3)
  const made = Array.from({ length: departments }, (_, i) => makeDepartment(seed, i, random))
  return {
    old: hand(made, 0, random),
    new: hand(made, 1, random),
    departments: made,
  }
}

/** Forty names of places. */
const PLACES = ['岭', '沙', '溪', '桥'].flatMap((end) =>
  Array.from('青白云枫柳石桃龙银梅', (first) => `${first}${end}`),
)

type Layout = 'single-cell' | 'rows' | 'form'

interface MadeDepartment extends Department {
  readonly seed: number
  readonly layout: Layout
  readonly trees: readonly [TrueFiling, TrueFiling]
  readonly way: 'whole' | 'divided' | 'merged' | 'missing' | 'broken' | 'late'
}

const makeDepartment = (round: number, index: number, random: Random): MadeDepartment => {
  const seed = round * 1000 + index + 1
  const place = `${PLACES[index % PLACES.length]}县`
  const clean = JSON.parse(
    JSON.stringify(makeTree(new Random(seed))).replaceAll('某县', place),
    // Codes tell departments of one place apart.
    (key, value: unknown) =>
      key === 'code' && typeof value === 'string' ? `${200 + index}${value.slice(3)}` : value,
  ) as TrueFiling
  const slots = faultsOf(clean, random)
  const [before, after] = [structuredClone(clean), structuredClone(clean)] as [
    Mutable<TrueFiling>,
    Mutable<TrueFiling>,
  ]
  const changes = unitsOf(clean).flatMap(({ projects }, unit) =>
    projects.map((project, number) =>
      changeProject(project, slots.get(`${unit}.${number}`) ?? [], random, (side, now) => {
        const units = unitsOf(side === 0 ? before : after) as Mutable<TrueAgency>[]
        ;(units[unit] as Mutable<TrueAgency>).projects[number] = now as Mutable<TrueProject>
      }),
    ),
  )
  const units = unitsOf(after) as Mutable<TrueAgency>[]
  let at = 0
  for (const unit of units) {
    const kept = unit.projects.filter(() => changes[at++]?.isWithdrawn !== true)
    unit.projects = random.sample(kept, kept.length)
  }
  if (random.chance(0.2)) before.total = plus(before.total, random.pick([100, 2000]))
  if (random.chance(0.1)) after.total = plus(after.total, random.pick([100, 3000]))
  const layout = random.pick(['single-cell', 'single-cell', 'rows', 'form'] as const)
  const way = random.pick([
    ...(['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole'] as const),
    ...(['missing', 'broken', 'late'] as const),
    ...(layout === 'single-cell' ? (['divided', 'merged', 'divided', 'merged'] as const) : []),
  ])
  const isEmpty = units.some(({ projects }) => projects.length === 0)
  return {
    name: clean.agencies[0]?.name ?? '',
    projects: changes,
    isIn: [way !== 'late', way !== 'missing' && way !== 'broken'],
    seed,
    layout,
    trees: [before as TrueFiling, after as TrueFiling],
    way: isEmpty && way === 'divided' ? 'whole' : way,
  }
}

const unitsOf = (tree: TrueFiling): readonly TrueAgency[] => tree.agencies.flatMap(({ agencies }) => agencies)

interface FaultyProject extends FaultForm {
  readonly project: TrueProject
}

/** Faults that change one project alone, by that project; each in up to three forms. */
const faultsOf = (clean: TrueFiling, random: Random): Map<string, FaultyProject[]> => {
  const slots = new Map<string, FaultyProject[]>()
  for (const fault of random.sample(FAULTS, 40)) {
    for (let form = 0; form < 3; form += 1) {
      const found = changedProject(clean, fault, random.integer(1, 1_000_000))
      if (found === undefined) continue
      const known = slots.get(found.slot) ?? []
      known.push({ name: fault.name, form, project: found.project })
      slots.set(found.slot, known)
    }
  }
  return slots
}

const changedProject = (
  clean: TrueFiling,
  { change }: Fault,
  seed: number,
): { readonly slot: string; readonly project: TrueProject } | undefined => {
  const tree = structuredClone(clean) as Mutable<TrueFiling>
  if (change?.(tree, new Random(seed)) === undefined) return undefined
  const [before, after] = [unitsOf(clean), unitsOf(tree as TrueFiling)]
  const slots = before.flatMap(({ projects }, unit) =>
    projects.flatMap((project, number) => {
      const now = after[unit]?.projects[number]
      return now === undefined || JSON.stringify(now) === JSON.stringify(project)
        ? []
        : [{ slot: `${unit}.${number}`, project: now }]
    }),
  )
  const rest = (of: TrueFiling): string =>
    JSON.stringify([of.total, unitsOf(of).map(({ projects, ...unit }) => [unit, projects.length])])
  const [only, ...others] = slots
  return only === undefined || others.length > 0 || rest(clean) !== rest(tree as TrueFiling)
    ? undefined
    : only
}

const changeProject = (
  clean: TrueProject,
  faults: readonly FaultyProject[],
  random: Random,
  put: (side: 0 | 1, project: TrueProject) => void,
): ProjectChange => {
  const isWithdrawn = random.chance(0.03)
  const isRenamed = random.chance(0.06)
  const name = isRenamed ? `${clean.name}项目` : clean.name
  const [old, now] = faults.length === 0 ? [] : pickForms(faults, random)
  put(0, old?.project ?? clean)
  const project = now?.project ?? clean
  put(1, isRenamed ? { ...project, name } : project)
  const formOf = (one: FaultyProject | undefined): FaultForm | undefined =>
    one && { name: one.name, form: one.form }
  return { names: [clean.name, name], faults: [formOf(old), formOf(now)], isWithdrawn }
}

type Forms = readonly [FaultyProject | undefined, FaultyProject | undefined]

const pickForms = (faults: readonly FaultyProject[], random: Random): Forms => {
  const one = random.pick(faults)
  const others = faults.filter((other) => other !== one)
  const other = others.length === 0 ? undefined : random.pick(others)
  return random.pick([
    [one, undefined],
    [one, undefined],
    [one, undefined],
    [one, one],
    [one, one],
    [undefined, one],
    [one, other],
    [one, other],
  ] as const)
}

/** The files of a round, under names that say nothing. */
const hand = (made: readonly MadeDepartment[], side: 0 | 1, random: Random): readonly RoundFile[] => {
  const merged = side === 0 ? [] : made.filter(({ way }) => way === 'merged')
  const files = [
    ...made.filter((one) => !merged.includes(one)).flatMap((one) => handIn(one, side, random)),
    ...pairsOf(merged).map(([one, other]) =>
      print(
        other === undefined ? one.trees[1] : merge(one.trees[1], other.trees[1]),
        one.layout,
        one.seed,
        random,
      ),
    ),
  ]
  return random.sample(files, files.length).map(({ extension, bytes }, i) => ({
    name: `${side === 0 ? '报送' : '修改'}${i + 1}.${extension}`,
    bytes,
  }))
}

const handIn = (
  { way, layout, seed, trees }: MadeDepartment,
  side: 0 | 1,
  random: Random,
): readonly Printed[] => {
  const tree = trees[side]
  if ((way === 'late' && side === 0) || (way === 'missing' && side === 1)) return []
  if (way === 'broken' && side === 1) {
    return [{ extension: 'pdf', bytes: new TextEncoder().encode(`%PDF-1.7 ${seed}`) }]
  }
  const parts = way === 'divided' && side === 1 ? divide(tree) : [tree]
  return parts.map((part) => print(part, layout, seed, random))
}

const pairsOf = <Item>(items: readonly Item[]): readonly (readonly [Item, Item?])[] =>
  items.flatMap((item, i) => {
    const next = items[i + 1]
    return i % 2 === 1 ? [] : [next === undefined ? ([item] as const) : ([item, next] as const)]
  })

const divide = (tree: TrueFiling): readonly TrueFiling[] =>
  tree.agencies.flatMap((department) =>
    department.agencies.map((unit) => ({
      ...tree,
      total: unit.amount,
      agencies: [{ ...department, amount: unit.amount, agencies: [unit] }],
    })),
  )

const merge = (a: TrueFiling, b: TrueFiling): TrueFiling => ({
  ...a,
  title: `某市${a.year}年部门预算项目支出绩效目标公开表`,
  total: (Number(a.total) + Number(b.total)).toFixed(2),
  agencies: [...a.agencies, ...b.agencies],
})

interface Printed {
  readonly extension: string
  readonly bytes: Uint8Array
}

const print = (tree: TrueFiling, layout: Layout, seed: number, random: Random): Printed => {
  const asText = (extension: string, text: string): Printed => ({
    extension,
    bytes: new TextEncoder().encode(text),
  })
  if (layout === 'single-cell') return asText('txt', makeFiling(seed, () => tree).text)
  const rows: readonly SheetRow[] =
    layout === 'rows'
      ? writeRows(tree, 'rows', new Random(seed)).rows
      : writeForms(tree, 'form', new Random(seed)).rows
  const extension = random.pick(['txt', 'csv', 'html', 'xlsx', 'xls', 'ods', 'docx'] as const)
  switch (extension) {
    case 'txt':
      return asText(extension, toText(rows, 'again'))
    case 'csv':
      return asText(extension, writeCsv(toText(rows, 'again')))
    case 'html':
      return asText(extension, writeHtml(rows))
    case 'docx':
      return { extension, bytes: writeDocx(rows) }
    default:
      return { extension, bytes: writeBook(rows, extension === 'xls' ? 'biff8' : extension) }
  }
}
