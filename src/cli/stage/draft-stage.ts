import { Decimal } from '../../model/decimal.ts'
import type { Draft, LayoutId } from '../../model/draft.ts'
import type { Language } from '../../model/finding.ts'
import { spanName } from '../../report/place.ts'
import { printable } from '../../report/printable.ts'
import type { Source } from '../../source/source.ts'
import { SpannedText } from '../../source/spanned-text.ts'

/** What a layout made of the grid: every field that isn't empty, indented, with the place of each text. */
export const renderDraft = (
  { layouts, draft }: { readonly layouts: readonly LayoutId[]; readonly draft: Draft },
  source: Source,
  language: Language,
): string => [`layouts: ${layouts.join(', ')}`, ...linesOf(draft, '', source, language), ''].join('\n')

const linesOf = (value: object, indent: string, source: Source, language: Language): readonly string[] =>
  Object.entries(value).flatMap(([name, field]) => {
    if (field === undefined || name === 'span' || (Array.isArray(field) && field.length === 0)) return []
    if (!Array.isArray(field)) return fieldLines(`${indent}${name}:`, field, indent, source, language)
    return field.flatMap((item, i) =>
      fieldLines(`${indent}${name}[${i + 1}]:`, item, indent, source, language),
    )
  })

const fieldLines = (
  label: string,
  field: unknown,
  indent: string,
  source: Source,
  language: Language,
): readonly string[] => {
  if (field instanceof SpannedText) {
    return [`${label} “${printable(field.text)}” ${printable(spanName(source, field.span, language))}`]
  }
  if (Decimal.isDecimal(field)) return [`${label} ${field.toFixed()}`]
  if (typeof field !== 'object' || field === null) return [`${label} ${printable(String(field))}`]
  return [label, ...linesOf(field, `${indent}  `, source, language)]
}
