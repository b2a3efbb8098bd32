import { printable } from './printable.ts'

/**
 * Text of a filing for the inside of a line of Markdown or of a table's cell: it shows as it is and
 * does nothing. No markup, no HTML, no links (not even of bare addresses), no mentions, no new cells.
 */
export const markdownText = (text: string): string =>
  printable(text)
    .replace(/[\\`*_[\]|~$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // What GitHub and others make links and emoji of without any markup: https://…, www.…, :tada:
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')

/** A row of a table. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
