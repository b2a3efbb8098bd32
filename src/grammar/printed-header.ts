import type { SpannedText } from '../source/spanned-text.ts'
import { type ColumnRole, headerRole, INDICATOR_COLUMNS } from '../vocabulary/headers.ts'

/**
 * The length of the header that a cell of indicators begins with, where it holds a table of its own: 一级指标 二级指标
 * 三级指标 指标值, each in its line or behind a blank; 0 where it begins with none.
 */
export const headerLength = ({ folded }: SpannedText): number => {
  const roles = new Set<ColumnRole>()
  let end = 0
  for (let word = wordAt(folded, end); word !== undefined; word = wordAt(folded, end)) {
    const role = headerRole(word.trim())
    if (role === undefined || !INDICATOR_COLUMNS.has(role)) break
    roles.add(role)
    end += word.length
  }
  return roles.size > 2 && roles.has('indicator') && roles.has('target') ? end : 0
}

/** The word at a place, with the blanks around it. */
const wordAt = (folded: string, at: number): string | undefined =>
  /^\s*[\u4e00-\u9fff()]{1,12}(?:\s+|$)/.exec(folded.slice(at, at + 40))?.[0]
