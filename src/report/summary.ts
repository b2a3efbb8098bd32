import { isUnsure } from '../model/doubt.ts'
import type { Language } from '../model/finding.ts'
import { sizeOf } from '../model/walk.ts'
import { spanName } from './listing.ts'
import { printable } from './printable.ts'
import type { ParsedFile, ShowOptions } from './report.ts'
import { clean, describeAmount } from './target-text.ts'
import { describeReading, describeSize, say } from './words.ts'

/** What stands above a shown disclosure: its title, and its total and size. */
export const summaryLines = (file: ParsedFile, { language, paint }: ShowOptions): string[] => {
  const { disclosure } = file
  const title = disclosure.title === undefined ? printable(file.path) : clean(disclosure.title)
  const total = disclosure.totals[0]
  const facts = [
    ...(disclosure.year === undefined ? [] : [String(disclosure.year.value)]),
    ...(total === undefined
      ? []
      : [`${language === 'zh' ? '合计' : 'total'} ${describeAmount(total.amount, disclosure)}`]),
    describeSize(sizeOf(disclosure), language),
    describeReading(file, language),
  ]
  return [
    paint.strong(title),
    facts.join(' · '),
    ...[...disclosure.readings.filter(isUnsure), ...disclosure.misreadings].map(({ span }) =>
      paint.warning(unsureNote(spanName(file.source, span, language), language)),
    ),
    ...file.notes.map((note) => paint.faint(printable(say(note, language)))),
  ]
}

const unsureNote = (place: string, language: Language): string =>
  language === 'zh'
    ? `位于 ${place} 的表各列含义难以确定，以下内容可能有误`
    : `the table at ${place} may have been read wrongly`
