import type { DraftGoals, DraftProject } from '../model/draft.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { beginsOutline } from './text/lines.ts'
import { outlineStart } from './text/pieces.ts'

/** Cells that hold the goals and, under their first heading, the indicators as well. */
export const partGoals = (cells: readonly DraftGoals[]): Pick<DraftProject, 'goals' | 'indicators'> => {
  const goals: DraftGoals[] = []
  const indicators: SpannedText[] = []
  for (const { text, term } of cells) {
    const at = startOfIndicators(text)
    const goal = at < 0 ? text : text.slice(0, at).trim()
    if (!goal.isBlank) goals.push({ text: goal, term })
    if (at >= 0) indicators.push(text.slice(at).trim())
  }
  return { goals, indicators }
}

/** Where the first line begins that is a heading of indicators, or the first such heading in a line. */
const startOfIndicators = (text: SpannedText): number => {
  const { folded } = text
  for (let start = 0; start < folded.length; ) {
    const end = folded.indexOf('\n', start)
    const line = folded.slice(start, end < 0 ? folded.length : end)
    if (beginsOutline(line.trimStart())) return start
    const inside = outlineStart(line)
    if (inside > 0) return start + inside
    if (end < 0) break
    start = end + 1
  }
  return -1
}
