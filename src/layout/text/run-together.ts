import type { Block } from '../../read/grid.ts'
import { rememberFor } from '../../remember.ts'
import { isBlank } from '../../source/fold.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { formPerProject } from '../form-per-project.ts'
import { isTitle } from '../front-matter.ts'
import { type Layout, type Part, partOfForms } from '../layout.ts'
import { rowPerIndicator } from '../row-per-indicator.ts'
import { singleCell } from '../single-cell.ts'
import { tellLabels } from '../told-labels.ts'
import { cellLines, joinLines } from './cell-lines.ts'
import { GluedFormReader } from './glued-form.ts'
import { FormText } from './glued-labels.ts'
import { listRows } from './glued-list.ts'
import { type Head, headInTitle, headsInTitles } from './heads.ts'
import { linesOf, paragraphsOf } from './lines.ts'
import { restoreRows } from './restore-rows.ts'
import { fieldsInLines } from './told-text.ts'

/**
 * L4: a form whose cells have lost their borders: each in a line of its own, set off by blanks, or all glued together
 * (`项目名称某培训项目主管部门某县人社局…一级指标二级指标三级指标指标值产出指标数量指标培训人数≥200人`).
 */
export const runTogether: Layout = {
  id: 'run-together',
  highest: 0.9,

  score: (blocks) => {
    if (blocks.some((block) => block.kind === 'row' && block.cells.length > 1)) return 0
    if (restored(blocks) !== undefined) return 0.9
    return Math.max(0, ...formsIn(blocks).map((form) => (mayBeForm(form.text.folded) ? scoreOf(form) : 0)))
  },

  read: (blocks): Part => {
    const rows = restored(blocks)
    if (rows !== undefined) return { ...(layoutOf(rows)?.read(rows) as Part), rows }
    const reader = new GluedFormReader()
    const forms = formsIn(blocks)
    for (const [i, form] of forms.entries()) {
      const others = forms.filter((other) => other !== form).map(({ text }) => text)
      reader.read(form, i === forms.length - 1, others)
    }
    reader.finish()
    return partOfForms(reader.builder, reader.front)
  },
}

/** The rows, where blanks or the order of a list show what they are; worked out once, to be scored and to be read. */
const restored = rememberFor((blocks: readonly Block[]): readonly Block[] | undefined => {
  for (const restore of [restoreRows, cellLines, listRows]) {
    const found = restore(blocks)
    const rows = found === undefined ? undefined : tellLabels(found)
    if (rows !== undefined && layoutOf(rows) !== undefined) return rows
  }
  return undefined
})

const layoutOf = (rows: readonly Block[]): Layout | undefined =>
  [formPerProject, rowPerIndicator, singleCell].find((layout) => layout.score(rows) > 0)

/** The lines as one text for each form, as far as one begins with a line: to join all would cost more. */
const formsIn = rememberFor((blocks: readonly Block[]): readonly FormText[] => {
  const forms: SpannedText[][] = []
  const lines = linesOf(blocks).filter((line) => line !== undefined)
  // Where no known label names the projects, each form has its title.
  const isNamed = lines.some(({ folded }) => beginsWithName(folded))
  const heads = isNamed ? NO_HEADS : headsInTitles(lines)
  const begins = isNamed
    ? ({ folded }: SpannedText): boolean => beginsWithName(folded)
    : heads.size > 0
      ? (line: SpannedText): boolean => heads.has(line)
      : isTitle
  for (const line of lines) {
    const last = forms.at(-1)
    if (last === undefined || begins(line)) forms.push([line])
    else last.push(line)
  }
  return forms.map((lines) => new FormText(joinLines(lines), heads.get(lines[0] as SpannedText)))
})

const NO_HEADS: ReadonlyMap<SpannedText, Head> = new Map()

const beginsWithName = (folded: string): boolean => /^项\s?目\s?名\s?称/.test(folded)

const mayBeForm = (folded: string): boolean =>
  /项\s?目|部\s?门|单\s?位/.test(folded) && /[目指]\s?标|产\s?出/.test(folded)

/** How sure the header of the indicators, or labels that are glued to what stands before them, make it. */
const scoreOf = ({ text, labels }: FormText): number => {
  const { folded } = text
  const roles = new Set(labels.map(({ role }) => role))
  const header = labels.find((label) => label.header !== undefined)?.header
  // With a name, it says more than the sections of the report that it may stand in.
  if (header !== undefined && header !== 'none')
    return roles.has('name')
      ? 0.88
      : roles.has('goal') || roles.has('agency') || isTitled(text) || fieldsInLines(text, labels).length > 0
        ? 0.82
        : 0
  if (!roles.has('name')) return header === 'none' ? 0.6 : 0
  const glued = labels.filter(
    ({ start }) =>
      start > 0 && !isBlank(folded.charCodeAt(start - 1)) && !MARKS.test(folded[start - 1] ?? ''),
  )
  const isGlued = glued.length >= 2 && roles.has('goal') && (roles.has('indicator') || roles.has('amount'))
  return isGlued || header === 'none' ? 0.85 : 0
}

/** 某县助学金项目绩效评价指标表: a table of indicators whose title names the project. */
const isTitled = (text: SpannedText): boolean =>
  headInTitle(paragraphsOf(text.slice(0, LONGEST_TITLE))) !== undefined

const LONGEST_TITLE = 200

const MARKS = /[;,。、):】]/
