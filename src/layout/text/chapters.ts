import { matchesIn } from '../../collect.ts'
import { HOLDS_HEADINGS, HOLDS_INDICATORS } from '../../vocabulary/form-words.ts'
import { CHAPTER } from '../../vocabulary/head-words.ts'
import type { Place } from './columns.ts'
import { isPartOfReport } from './heads.ts'
import { markStyle } from './lines.ts'

/**
 * Where the next chapter of a document begins behind the rows of a table: `六、国有资产占用情况`; the end of the place where none
 * does. Its number goes on with no number in front of a row, and nothing behind it is an indicator.
 */
export const chapterStart = (folded: string, { start, end }: Place): number => {
  const text = folded.slice(start, end)
  const styles = new Set<string>()
  for (const { index, 0: found } of matchesIn(text, CHAPTER)) {
    const at = index + found.length - found.trimStart().length
    const line = text.slice(at).split('\n', 1)[0] as string
    const style = markStyle(line)
    const isNew = !styles.has(style)
    styles.add(style)
    const isFirst = FIRST.test(found)
    if (!isNew || (isFirst && !isPartOfReport(line))) continue
    if (!(isFirst ? HOLDS_INDICATORS : HOLDS_HEADINGS).test(text.slice(at))) return start + at
  }
  return end
}

/** 一、 may be the number of a row. */
const FIRST = /^\s*[第(]?一(?![二三四五六七八九十])/
