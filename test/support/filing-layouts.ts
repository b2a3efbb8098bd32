import type { Disclosure } from '../../src/model/disclosure.ts'
import { parseDocument } from '../../src/parse.ts'
import type { Document } from '../../src/read/document.ts'
import { readGrid } from '../../src/read/index.ts'
import { Source } from '../../src/source/source.ts'
import { expectedLines, firstDifference, readLines } from './filing-content.ts'
import { writeForms } from './filing-forms.ts'
import { writeRows } from './filing-rows.ts'
import { type Covered, type SheetRow, toGrid, toText } from './filing-sheet.ts'
import { makeTree } from './filing-tree.ts'
import { Random } from './random.ts'

export const LAYOUTS = ['rows', 'rows in columns', 'matrix', 'flat', 'form', 'form in columns'] as const

/** How a made-up table is handed over: as text, or as cells with real merges. */
export type Print = Covered | 'merged'

/** A filing of a seed in a layout: what it says, and how to read it. */
export interface LaidOut {
  readonly layout: (typeof LAYOUTS)[number]
  readonly print: Print
  readonly document: Omit<Document, 'notes'>
  readonly source: Source
  readonly read: () => Disclosure
  /** Where what is read differs from what is printed; `undefined` where it doesn't. */
  readonly difference: (disclosure: Disclosure) => string | undefined
}

/** The filing of a seed in a layout; `print` is one of those that the layout allows. */
export const makeLaidOut = (layout: LaidOut['layout'], seed: number): LaidOut => {
  const random = new Random(seed)
  const tree = makeTree(random)
  const { rows, expected, covered, isShuffled } =
    layout === 'form' || layout === 'form in columns'
      ? writeForms(tree, layout, random)
      : writeRows(tree, layout, random)
  const print: Print = random.pick(['merged', ...covered])
  const lines = expected.flatMap(expectedLines)
  const difference = (disclosure: Disclosure): string | undefined =>
    isShuffled
      ? firstDifference(inAnyOrder(readLines(disclosure)), inAnyOrder(lines))
      : firstDifference(readLines(disclosure), lines)
  const document = print === 'merged' ? inCells(rows) : inText(toText(rows, print))
  return {
    layout,
    print,
    document,
    source: document.source,
    read: () => parseDocument(document).disclosure,
    difference,
  }
}

const inText = (text: string): LaidOut['document'] => {
  const source = new Source(text)
  return { ...readGrid(source), source }
}

const inCells = (rows: readonly SheetRow[]): LaidOut['document'] => ({ ...toGrid(rows), format: 'xlsx' })

/** Each line with its project, sorted. */
const inAnyOrder = (lines: readonly string[]): readonly string[] => {
  let project = ''
  return lines
    .map((line) => {
      if (line.startsWith('project ')) project = line
      return `${project}: ${line}`
    })
    .sort()
}
