import { percent, type Row, row, table } from './markdown.ts'

/** What is still read without one word of the lists, in the files that hold it. */
interface LeftOut {
  readonly word: string
  readonly files: number
  readonly indicators: number
  readonly keptIndicators: number
  readonly fields: number
  readonly keptFields: number
}

/** Words that the report names. */
const WORST = 25

/** The lines of a report on `leaveOutWords`. */
export const reportLeftOut = (listed: number, words: readonly LeftOut[]): readonly string[] => {
  const shareOf = (kept: 'keptIndicators' | 'keptFields', all: 'indicators' | 'fields'): number => {
    const counting = words.filter((word) => word[all] > 0)
    return counting.reduce((sum, word) => sum + word[kept] / word[all], 0) / Math.max(1, counting.length)
  }
  const harmless = words.filter(
    ({ indicators, keptIndicators, fields, keptFields }) =>
      indicators === keptIndicators && fields === keptFields,
  )
  const lostBy = (word: LeftOut): number =>
    word.indicators - word.keptIndicators + word.fields - word.keptFields
  const worst = [...words].sort((a, b) => lostBy(b) - lostBy(a) || (a.word < b.word ? -1 : 1)).slice(0, WORST)
  return [
    `Of ${listed} listed words the fixtures hold ${words.length}; without one of them, all is still read the same for ${harmless.length}.`,
    `On average ${percent(shareOf('keptIndicators', 'indicators'), 1)} of the indicators and ${percent(shareOf('keptFields', 'fields'), 1)} of the names, amounts and goals of projects are.`,
    '',
    ...table(
      ['word', 'files with it', 'indicators kept', 'names, amounts and goals kept'],
      worst.filter((word) => lostBy(word) > 0).map(wordRow),
    ),
  ]
}

const wordRow = (word: LeftOut): Row =>
  row(
    word.word,
    word.files,
    percent(word.keptIndicators, word.indicators),
    percent(word.keptFields, word.fields),
  )
