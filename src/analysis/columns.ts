import type { ColumnRole, Disclosure } from '../model/disclosure.ts'

/** Whether the table has a header, and no column for `role` in it. */
export const lacksColumn = ({ headings }: Disclosure, role: ColumnRole): boolean =>
  headings.length > 0 && headings.every((heading) => heading.role !== role)
