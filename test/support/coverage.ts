import type { Agency, Category, Disclosure, Indicator, Marker, Project } from '../../src/model/disclosure.ts'
import { parseDocument } from '../../src/parse.ts'
import type { Document } from '../../src/read/document.ts'
import type { Grid } from '../../src/read/grid.ts'
import { readGrid } from '../../src/read/index.ts'
import { fold } from '../../src/source/fold.ts'
import type { Source } from '../../src/source/source.ts'
import type { Span } from '../../src/source/span.ts'
import type { SpannedText } from '../../src/source/spanned-text.ts'

/**
 * The stretches of a source, blanks aside, that belong to nothing: to no text of the tree, no
 * leftover and no markup that the reader knows. Nothing may be dropped silently, so there are none.
 */
export const uncovered = (source: Source): string[] => uncoveredIn({ ...readGrid(source), source })

/** The same for a file of any format: the text that its reader made or took. */
export const uncoveredIn = (document: Omit<Document, 'notes'>): string[] => {
  const { source } = document
  return uncoveredBy(parseDocument(document).disclosure, source.text, markupOf(document.grid))
}

/** The same for a tree, however it was made, of `text`; `markup` is where tags, quotes and comments stand. */
export const uncoveredBy = (disclosure: Disclosure, text: string, markup: readonly Span[] = []): string[] => {
  const covered = new Uint8Array(text.length)
  const mark = ({ start, end }: Span): void => {
    covered.fill(1, start, end)
  }
  for (const span of markup) mark(span)
  for (const { ranges } of textsOf(disclosure)) for (const span of ranges) mark(span)
  const folded = fold(text)
  const missed: string[] = []
  let start = -1
  for (let at = 0; at <= folded.length; at += 1) {
    const isMissed = at < folded.length && covered[at] === 0 && folded.charAt(at).trim() !== ''
    if (isMissed && start < 0) start = at
    if (!isMissed && start >= 0) {
      const stretch = text.slice(start, at)
      if (!BLANK_ENTITIES.test(stretch)) missed.push(stretch)
      start = -1
    }
  }
  return missed
}

/**
 * Blanks that are printed as entities are taken off the ends of texts as other blanks are; a delimiter may have
 * taken the semicolon.
 */
const BLANK_ENTITIES =
  /^(?:&(?:nbsp|ensp|emsp|thinsp|Tab|NewLine|#0*(?:9|1[0-3]|32|160|12288)|#x0*(?:9|[a-d]|20|a0|3000));?)+$/i

/** Where tags, quotes and comments stand. */
export const markupOf = ({ blocks }: Grid): Span[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'row') return block.cells.flatMap((cell) => [...cell.markup])
    return block.kind === 'text' ? [...block.cell.markup] : [...block.markup]
  })

/** Every text of a tree, with those that hold others (an indicator's line) rather than their parts. */
export const textsOf = (disclosure: Disclosure): SpannedText[] => {
  const { title, year, moneyUnit, headings, totals, agencies, projects, leftovers } = disclosure
  return [
    ...present(title, year?.text, moneyUnit.text),
    ...headings.map(({ text }) => text),
    ...totals.flatMap(({ name, amount }) => [name, amount.text]),
    ...agencies.flatMap(textsOfAgency),
    ...projects.flatMap(textsOfProject),
    ...leftovers.map(({ text }) => text),
  ]
}

const textsOfAgency = ({ code, name, amount, agencies, projects }: Agency): SpannedText[] => [
  ...present(code),
  name,
  amount.text,
  ...agencies.flatMap(textsOfAgency),
  ...projects.flatMap(textsOfProject),
]

const textsOfProject = ({
  code,
  name,
  amount,
  funding,
  money,
  period,
  goals,
  results,
  categories,
  indicators,
  totalScore,
}: Project): SpannedText[] => [
  ...present(code, period?.text, totalScore?.name, totalScore?.weight?.text, totalScore?.score?.text),
  ...funding.flatMap((part) => [part.name, part.amount.text]),
  ...money.flatMap((cell) => [...present(cell.source), cell.label, cell.amount.text]),
  name,
  amount.text,
  ...[...goals, ...results].flatMap(({ marker, text }) => [...textsOfMarker(marker), text]),
  ...[...indicators, ...categories].flatMap(textsOfChild),
]

const textsOfMarker = (marker: Marker | undefined): SpannedText[] => present(marker?.text)

const textsOfChild = (node: Category | Indicator): SpannedText[] =>
  node.kind === 'indicator'
    ? [node.text, ...present(node.actual?.text, node.score?.text, node.reason), ...node.notes]
    : [node.heading, ...present(node.weight?.text), ...node.children.flatMap(textsOfChild)]

const present = (...texts: (SpannedText | undefined)[]): SpannedText[] =>
  texts.filter((text) => text !== undefined)
