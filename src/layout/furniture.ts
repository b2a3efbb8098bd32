import type { Block } from '../read/grid.ts'
import { cellKind, isLevel, isTyped } from '../vocabulary/cell-kinds.ts'
import { PAGE_FURNITURE } from '../vocabulary/page-words.ts'

/** A grid without what a page prints below its text: 上一篇, 扫一扫在手机打开当前页, 分享到. */
export interface Cleared {
  readonly blocks: readonly Block[]
  readonly furniture: readonly Block[]
}

/** Sets apart the lines from the first of those on, if neither a table nor a value or a category stands below it. */
export const clearFurniture = (blocks: readonly Block[]): Cleared => {
  let at = blocks.length
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    const block = blocks[i] as Block
    if (block.kind === 'gap') continue
    if (block.kind === 'row') break
    const { folded, meaning } = block.cell.text
    if (PAGE_FURNITURE.test(folded.trim())) at = i
    else if (holdsValue(meaning)) break
  }
  return { blocks: blocks.slice(0, at), furniture: blocks.slice(at) }
}

const holdsValue = (meaning: string): boolean => {
  const kind = cellKind(meaning)
  return isLevel(kind) || (isTyped(kind) && kind !== 'date')
}
