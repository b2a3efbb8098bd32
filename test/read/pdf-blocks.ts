import type { Document } from '../../src/read/document.ts'

/**
 * Blocks as short lines: the cells of a row between bars, `^` where a merged cell covers a place, ` / `
 * between paragraphs, `=` where a table ends, text as it is.
 */
export const blocksOf = ({ grid }: Document): string[] =>
  grid.blocks.map((block) => {
    if (block.kind === 'gap') return block.endsTable === true ? '=' : '-'
    if (block.kind === 'text') return block.cell.text.text
    const cells = block.cells.map((cell) => (cell.mergedInto === undefined ? cell.text.text : '^'))
    return `|${cells.join('|').replaceAll('\n', ' / ')}|`
  })

/** The characters of a text, in order of their codes and without blanks. */
export const sortedCharacters = (text: string): string => Array.from(text.replace(/\s/g, '')).sort().join('')
