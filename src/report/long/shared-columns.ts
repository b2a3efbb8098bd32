import type { Amount } from '../../model/disclosure.ts'
import type { Language } from '../../model/finding.ts'
import type { Span } from '../../source/span.ts'
import { spanPlace } from '../listing.ts'
import type { ParsedFile } from '../report.ts'
import { type ColumnOf, type OwnedProject, plain } from './long-table.ts'

/** Which filing a row is of. */
export const FILE_COLUMNS: readonly ColumnOf<{ readonly file: ParsedFile }>[] = [
  { name: 'path', type: 'text', of: ({ file }) => file.path },
  { name: 'format', type: 'text', of: ({ file }) => file.format },
  { name: 'year', type: 'integer', of: ({ file }) => file.disclosure.year?.value },
]

/** Whose project a row is of. */
export const OWNER_COLUMNS: readonly ColumnOf<OwnedProject>[] = [
  ...FILE_COLUMNS,
  { name: 'agency_code', type: 'text', of: ({ agency }) => plain(agency?.code) },
  { name: 'agency', type: 'text', of: ({ agency }) => plain(agency?.name) },
  { name: 'project_code', type: 'text', of: ({ project }) => plain(project.code) },
  { name: 'project', type: 'text', of: ({ project }) => plain(project.name) },
]

/** An amount in 元: exact as text, and as a double. */
export const yuanColumns = <Item>(
  name: string,
  amountOf: (item: Item) => Amount | undefined,
): readonly ColumnOf<Item>[] => [
  { name: `${name}_yuan`, type: 'text', of: (item) => yuanOf(amountOf(item))?.toFixed() },
  { name: `${name}_yuan_number`, type: 'number', of: (item) => yuanOf(amountOf(item))?.toNumber() },
]

const yuanOf = (amount: Amount | undefined) => (amount?.kind === 'amount' ? amount.money : undefined)

/** Where a row stands in its file. */
export const placeColumns = <Item extends { readonly file: ParsedFile }>(
  spanOf: (item: Item) => Span,
  language: Language,
): readonly ColumnOf<Item>[] => {
  const place = (item: Item) => spanPlace(item.file.source, spanOf(item), language)
  return [
    { name: 'line', type: 'integer', of: (item) => place(item).lines?.start.line },
    { name: 'column', type: 'integer', of: (item) => place(item).lines?.start.column },
    { name: 'address', type: 'text', of: (item) => place(item).address },
  ]
}
