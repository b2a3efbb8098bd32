import type { Source } from '../source/source.ts'
import { blockOf, readLine, TABS } from './delimited.ts'
import type { Block, Grid } from './grid.ts'

/**
 * Tab-separated text. A line with a tab is a row; one without is text around the tables; a blank
 * line is a gap. A cell in `"` may hold line ends and tabs, as spreadsheets copy it.
 */
export const readText = (source: Source): Grid => {
  const { text } = source
  const blocks: Block[] = []
  let at = 0
  while (at < text.length) {
    const line = readLine(text, at, TABS)
    at = line.next
    blocks.push(blockOf(text, line, TABS))
  }
  return { blocks }
}
