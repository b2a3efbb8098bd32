import type { Block } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { INDICATOR_COLUMNS } from '../vocabulary/headers.ts'
import { FormBuilder } from './form-builder.ts'
import { findNextTitle } from './front-matter.ts'
import { type Label, labelOf } from './labels.ts'
import type { Layout, Part } from './layout.ts'
import { moneyIn } from './narrative-amounts.ts'
import { linesOf, paragraphsOf } from './narrative-lines.ts'
import type { WeightPlace } from './run-together-items.ts'
import { findGluedLabels } from './run-together-labels.ts'
import { readGluedRows } from './run-together-rows.ts'
import { type GluedWord, isBlank, labelsAt } from './run-together-words.ts'

/**
 * L4: a form whose cells have lost their borders: each in a line of its own, or all glued together
 * (`项目名称某培训项目主管部门某县人社局…一级指标二级指标三级指标指标值产出指标数量指标培训人数≥200人`).
 */
export const runTogether: Layout = {
  id: 'run-together',
  highest: 0.85,

  score: (blocks) => {
    if (blocks.some((block) => block.kind === 'row' && block.cells.length > 1)) return 0
    return formTexts(blocks).some(({ folded }) => mayBeForm(folded) && isForm(folded)) ? 0.85 : 0
  },

  read: (blocks): Part => {
    const reader = new GluedFormReader()
    const texts = formTexts(blocks)
    for (const [i, text] of texts.entries()) reader.read(text, i === texts.length - 1)
    reader.finish()
    const { front, builder } = reader
    const { headings, entries, leftovers } = builder
    return {
      tables: [{ title: findNextTitle(front), front, headings, entries, isForms: true }],
      leftovers,
      irregularRows: [],
      truncated: false,
    }
  },
}

/** The lines as one text for each form, as far as one begins with a line: to join all would cost more. */
const formTexts = (blocks: readonly Block[]): readonly SpannedText[] => {
  const forms: SpannedText[][] = []
  for (const line of linesOf(blocks)) {
    if (line === undefined) continue
    const last = forms.at(-1)
    if (last === undefined || beginsWithName(line.folded)) forms.push([line])
    else last.push(line)
  }
  return forms.map((lines) => SpannedText.join(lines, '\n'))
}

const beginsWithName = (folded: string): boolean =>
  labelsAt(folded, 0).some(({ role, word }) => role === 'name' && word.startsWith('项目名称'))

const mayBeForm = (folded: string): boolean => /项\s?目/.test(folded) && /目\s?标/.test(folded)

/** Whether the header of the indicators is there, or labels are glued to what stands before them. */
const isForm = (folded: string): boolean => {
  const labels = findGluedLabels(folded)
  const roles = new Set(labels.map(({ role }) => role))
  if (!roles.has('name')) return false
  if (labels.some(({ role }) => role === 'level-one' || role === 'level-two')) return true
  const glued = labels.filter(
    ({ start }) => start > 0 && !isBlank(folded[start - 1]) && !MARKS.test(folded[start - 1] ?? ''),
  )
  return glued.length >= 2 && roles.has('goal') && (roles.has('indicator') || roles.has('amount'))
}

const MARKS = /[;,。、):】]/

class GluedFormReader {
  readonly builder = new FormBuilder()
  readonly front: SpannedText[] = []
  #columns: GluedWord[] = []
  /** Texts of the indicators of the project that is open. */
  #indicators: SpannedText[] = []

  /** Reads the text of a form; `isLast` says that none follows. */
  read(text: SpannedText, isLast: boolean): void {
    const labels = findGluedLabels(text.folded)
    for (const line of paragraphsOf(text.slice(0, labels[0]?.start ?? text.length))) this.front.push(line)
    for (const [i, word] of labels.entries()) {
      const before = labels[i - 1]
      if (isColumn(word) && (before === undefined || !isColumn(before))) this.#columns = []
      const next = labels[i + 1]
      const isBeforeName = next === undefined ? !isLast : next.role === 'name'
      this.#readLabel(text.slice(word.start, next?.start ?? text.length), word, isBeforeName)
    }
  }

  finish(): void {
    this.#finishProject()
  }

  #readLabel(text: SpannedText, word: GluedWord, isBeforeName: boolean): void {
    const valueAt = word.end - word.start
    const label = labelOf(text, valueAt, word.role, text.folded.startsWith('其中'))
    const isOpen = this.builder.has('name') || this.builder.hasIndicators || this.#indicators.length > 0
    if (word.role === 'name' && isOpen) this.#finishProject()
    this.builder.label({ ...label, value: label.value.slice(0, 0) })
    if (isColumn(word)) this.#columns.push(word)
    const value = isBeforeName ? this.#withoutTitle(label.value) : label.value
    if (value.isBlank) return
    if (isColumn(word)) this.#indicators.push(value)
    else this.#readField(label, value)
  }

  #readField(label: Label, value: SpannedText): void {
    if (label.role === 'amount' || label.role === 'funding') {
      const { amount, rest } = moneyIn(value)
      if (amount !== undefined) this.builder.field(label, amount)
      for (const words of rest) this.builder.leave(words, 'column')
    } else this.builder.field(label, value)
  }

  /** The title of the next form, which the last value before its first label ends with. */
  #withoutTitle(value: SpannedText): SpannedText {
    const from = Math.max(0, value.length - TITLE_LENGTH)
    const match = TITLE.exec(value.folded.slice(from))
    if (match === null) return value
    const line = value.text.lastIndexOf('\n', from + match.index)
    const start = line >= from ? line + 1 : from + match.index
    this.builder.leave(value.slice(start).trim(), 'surrounding')
    return value.slice(0, start).trim()
  }

  #finishProject(): void {
    const { rows, unplaced, asides } = readGluedRows(this.#indicators, weightPlace(this.#columns))
    this.builder.rows(rows)
    for (const text of unplaced) this.builder.leave(text, 'unplaced')
    for (const text of asides) this.builder.leave(text, 'surrounding')
    this.#indicators = []
    this.builder.finish()
  }
}

const TITLE_LENGTH = 90
const TITLE =
  /(?:20\d\d年(?:度)?)?(?:部门预算|部门|预算)?(?:项目)?(?:支出)?(?:绩效目标|绩效)(?:申报|公开|批复|情况)?表/
const SHORT: ReadonlySet<string> = new Set('单位 备注 序号 说明 得分'.split(' '))

const isColumn = ({ role, word }: GluedWord): boolean => INDICATOR_COLUMNS.has(role) || SHORT.has(word)

const weightPlace = (columns: readonly GluedWord[]): WeightPlace => {
  const weight = columns.findIndex(({ role }) => role === 'weight')
  const target = columns.findIndex(({ role }) => role === 'target')
  if (weight < 0) return undefined
  return weight < target ? 'before' : 'behind'
}
