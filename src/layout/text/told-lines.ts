import type { SpannedText } from '../../source/spanned-text.ts'
import { NO_PROJECT, PROJECT_END } from '../../vocabulary/report-words.ts'
import { isMoney } from '../form-rows.ts'
import type { Told, ToldLabels } from '../labels.ts'
import { type Pair, pairOf, tellPairs, wordOf } from '../told-labels.ts'
import { hintsIn } from '../words-of.ts'
import { type Line, markLength } from './lines.ts'
import { beginsIndicators } from './run-in.ts'

/**
 * Tells the labels in front of the indicators of a running text by what stands behind their colons, as those of a form
 * are told by the cells beside them: `本年拟用款(元):1074100.00`.
 */
export const tellLines = (lines: readonly Line[]): ToldLabels => {
  const told = new Map<string, Told>()
  const sections = sectionsOf(lines)
  for (const pairs of sections) {
    for (const [word, one] of tellPairs(pairs))
      if (one.role !== 'name' || isSureName(word, sections)) told.set(word, one)
  }
  return told
}

/** The labelled lines in front of each list of indicators. */
const sectionsOf = (lines: readonly Line[]): readonly (readonly Pair[])[] => {
  const sections: Pair[][] = []
  let pairs: Pair[] = []
  for (const line of lines) {
    if (line === undefined) continue
    if (beginsIndicators(line.folded)) {
      if (pairs.length > 0) sections.push(pairs)
      pairs = []
      continue
    }
    const pair = pairIn(line)
    if (pair !== undefined) pairs.push(pair)
  }
  return sections
}

const LABEL = /^(?!其中)[^:;,。、\d≥≤<>=%]{2,20}:(?=.)/

const pairIn = (line: SpannedText): Pair | undefined => {
  const mark = markLength(line.folded)
  const label = LABEL.exec(line.folded.slice(mark, mark + 24))?.[0].length
  if (label === undefined) return undefined
  const colon = mark + label
  return pairOf(line.slice(mark, colon - 1), line.slice(colon).trim())
}

/**
 * In running text many a short text stands behind a colon. A name looks like one, or its label speaks of names, or it
 * stands first in front of the money, in each form of the text.
 */
const isSureName = (word: string, sections: readonly (readonly Pair[])[]): boolean => {
  const all = sections.flatMap((pairs) => pairs.filter(({ label }) => wordOf(label) === word))
  if (all.some(({ label }) => (hintsIn(label.text).get('name') ?? 0) > 0)) return true
  if (all.every(({ value }) => isProject(value.text.meaning))) return true
  return sections.every(
    ([first, second]) =>
      first !== undefined && wordOf(first.label) === word && second !== undefined && isMoney(second.value),
  )
}

const isProject = (words: string): boolean => PROJECT_END.test(words) && !NO_PROJECT.test(words)
