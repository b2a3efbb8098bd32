import path from 'node:path'
import { reportCases } from './cases-report.ts'
import { reportLeftOut } from './left-out-report.ts'
import { reportMadeUp } from './made-up-report.ts'
import { reportPerturbed } from './perturb/perturb-report.ts'

/** What a run writes. */
interface ReadingReport {
  /** The page. */
  readonly lines: readonly string[]
  /** Every mistake in words, for those who want to mend one. */
  readonly mistakes: readonly string[]
}

/**
 * Reads the cases of all folders, the project's own first, and so many made-up filings; `leftOut` is what
 * `leaveOutWords` found.
 */
export const measureReading = async (
  folders: readonly string[],
  madeUp: number,
  leftOut: Parameters<typeof reportLeftOut> | undefined,
): Promise<ReadingReport> => {
  const [own = '', ...others] = folders
  const cases = await reportCases(own)
  const more = await Promise.all(
    others.map(async (folder) => ({ name: path.basename(folder), ...(await reportCases(folder)) })),
  )
  const perturbed = await reportPerturbed(folders)
  const filings = await reportMadeUp(madeUp)
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
    '',
    ...more.flatMap(({ name, lines }) => [`### Cases of ${name}`, '', ...lines, '']),
    '## The same content printed otherwise',
    '',
    'Changes to the real filings that have a grid, after which a person reads the same. Of what was read rightly from the unchanged print, the share that still is;',
    'invented: what was read beside it and was not before. A renamed label gets a word that says nothing, so that what it stands over or beside has to say it.',
    '',
    ...perturbed,
    '',
    ...(leftOut === undefined
      ? []
      : [
          '## One word less',
          '',
          'Each word that the reader lists as a header or a label, taken out of the lists in turn: how much of what is read of the fixtures that hold it is still read the same.',
          'A reader that needs no word loses nothing.',
          '',
          ...reportLeftOut(...leftOut),
          '',
        ]),
    '## Made-up filings',
    '',
    'The official forms with contents and words of their own (`test/support/made-up/`). A tree is exact when all projects, amounts, goals and indicators are as printed, and',
    'nothing else is in it; results and scores are counted apart.',
    '',
    ...filings,
  ]
  return { lines, mistakes: [cases, ...more].flatMap(({ mistakes }) => mistakes) }
}
