import { Random } from '../random.ts'
import type { Truth } from '../reading/case.ts'
import { declaration } from './forms/declaration.ts'
import { department } from './forms/department.ts'
import type { Form } from './forms/form.ts'
import { halvesBelow, halvesBeside } from './forms/halves.ts'
import { flatList, rowPerIndicator } from './forms/list.ts'
import { transferMatrix } from './forms/matrix.ts'
import { type Change, changedEvaluation, selfEvaluation } from './forms/self-evaluation.ts'
import { narrative, singleCell } from './forms/written.ts'
import { type Borderless, type Covered, pickFormat, printParts, type SheetPart, toText } from './sheet.ts'
import { makeStyle, type Style } from './style.ts'

/** A filing made up from a seed: its text, and what it says. */
export interface MadeUpFiling {
  readonly seed: number
  readonly form: FormName
  /** Whether labels and headers are words that no list has. */
  readonly hasOwnWords: boolean
  readonly text: string
  readonly truth: Truth
}

const GRIDS = {
  申报表: declaration,
  '公开表, halves beside each other': halvesBeside,
  '公开表, halves below each other': halvesBelow,
  自评表: selfEvaluation,
  '转移支付, target by district': transferMatrix,
  '部门整体, with tasks': department,
  'row per indicator': rowPerIndicator,
  'flat list': flatList,
  'single cell': singleCell,
} as const satisfies Record<string, Form>

/** Forms whose borders are lost, by how. */
const TEXTS = {
  '申报表, blanks between cells': 'blanks',
  '申报表, aligned text': 'aligned',
  '申报表, cells glued': 'glued',
} as const satisfies Record<string, Borderless>

export type FormName = keyof typeof GRIDS | keyof typeof TEXTS | 'narrative'

export const FORMS: readonly FormName[] = [
  ...(Object.keys(GRIDS) as (keyof typeof GRIDS)[]),
  ...(Object.keys(TEXTS) as (keyof typeof TEXTS)[]),
  'narrative',
]

/** The filing of a seed; the forms take turns. The same on every machine. */
export const makeMadeUp = (seed: number): MadeUpFiling =>
  makeOf(FORMS[seed % FORMS.length] as FormName, seed, GRIDS.自评表)

/** The self-evaluation of a seed, with something in it changed. */
export const makeEvaluation = (seed: number, change: Change): MadeUpFiling =>
  makeOf('自评表', seed, changedEvaluation(change))

const makeOf = (form: FormName, seed: number, evaluation: Form): MadeUpFiling => {
  const random = new Random(seed * 7919 + 104_729)
  const style = makeStyle(random)
  const hasOwnWords = style.labels.isOwn
  if (form === 'narrative') {
    const { text, projects } = narrative(random, style)
    const truth: Truth = { layout: form, format: 'txt', amountUnit: style.moneyUnit, projects }
    return { seed, form, hasOwnWords, text, truth }
  }
  const isText = form in TEXTS
  const grid = form === '自评表' ? evaluation : GRIDS[form as keyof typeof GRIDS]
  const pages = (isText ? declaration : grid)(random, style)
  const format = isText ? 'txt' : pickFormat(random)
  const covered: Covered = random.chance(0.25) ? 'repeated' : 'blank'
  const breaksLabels = format === 'html' && random.chance(0.2)
  const parts = pages.map(({ part }) => (breaksLabels ? withBrokenLabels(part, style) : part))
  return {
    seed,
    form,
    hasOwnWords,
    text: isText ? toText(parts, TEXTS[form as keyof typeof TEXTS]) : printParts(parts, format, covered),
    truth: {
      layout: form,
      format,
      amountUnit: style.moneyUnit,
      projects: pages.flatMap(({ projects }) => projects),
    },
  }
}

/** The categories of a narrow column go on over a line end: 服务对象 / 满意度指标. */
const withBrokenLabels = (part: SheetPart, { categories }: Style): SheetPart => {
  const labels = new Set(Object.values(categories).filter(({ length }) => length > 4))
  const broken = (text: string): string =>
    labels.has(text) ? `${text.slice(0, text.length - 3)}\n${text.slice(-3)}` : text
  return { ...part, rows: part.rows.map((row) => row.map((one) => ({ ...one, text: broken(one.text) }))) }
}
