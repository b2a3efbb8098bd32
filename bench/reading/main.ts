import { reportCases } from './cases-report.ts'

/** What a run writes. */
interface ReadingReport {
  /** The page. */
  readonly lines: readonly string[]
  /** Every mistake in words, for those who want to mend one. */
  readonly mistakes: readonly string[]
}

/** Reads the cases of all folders; the first are the project's own. */
export const measureReading = async (folders: readonly string[]): Promise<ReadingReport> => {
  const cases = await reportCases(folders)
  const lines = [
    '# Reading',
    '',
    'Made by `npm run bench:reading`: what is read of filings, compared field by field with what they say.',
    '',
    '## Real filings',
    '',
    'The cases of [fixtures/real](../fixtures/real/README.md): filings as bureaus published them. An indicator is exact when its name, both categories, comparator,',
    'value and unit are as printed; an invented one is none that the filing has.',
    '',
    ...cases.lines,
  ]
  return { lines, mistakes: cases.mistakes }
}
