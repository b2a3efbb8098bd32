import { agencyNameKey, compactName } from '../corpus/agencies.ts'
import type { Recheck, RecheckedFinding } from './recheck.ts'

/** What an agency wrote into 整改情况 of one row of a list that came back. */
export interface ListAnswer {
  readonly agency: string
  readonly project: string
  readonly problem: string
  readonly answer: string
  /** What tells which finding the row is about, where the list still has it: the path of the file and the fingerprint. */
  readonly file: string
  readonly fingerprint: string
}

const COLUMNS = {
  agency: '单位',
  project: '项目',
  problem: '问题',
  answer: '整改情况',
  file: '文件',
  fingerprint: '核对码',
} as const satisfies Record<keyof ListAnswer, string>

/**
 * The answers in the rows of a list, whatever columns were moved, left out or added; undefined where no row has its
 * headings. Rows without an answer give none.
 */
export const readAnswers = (rows: readonly (readonly string[])[]): readonly ListAnswer[] | undefined => {
  let places: Readonly<Record<keyof ListAnswer, number>> | undefined
  const answers: ListAnswer[] = []
  for (const row of rows) {
    const heads = row.map(compactName)
    if (
      heads.includes(COLUMNS.answer) &&
      (heads.includes(COLUMNS.problem) || heads.includes(COLUMNS.fingerprint))
    ) {
      places = Object.fromEntries(
        Object.entries(COLUMNS).map(([key, head]) => [key, heads.indexOf(head)]),
      ) as Record<keyof ListAnswer, number>
    } else if (places !== undefined) {
      const at = places
      const cell = (key: keyof ListAnswer): string => row[at[key]]?.trim() ?? ''
      const [answer, problem, fingerprint] = [cell('answer'), cell('problem'), cell('fingerprint')]
      // Lines below the table stand in one cell over all columns.
      if (answer === '' || (problem === '' && fingerprint === '') || answer === problem) continue
      answers.push({
        agency: cell('agency'),
        project: cell('project'),
        problem,
        answer,
        file: cell('file'),
        fingerprint,
      })
    }
  }
  return places && answers
}

/** A recheck with what agencies say, and what of it belongs to no finding. */
export interface Answered {
  readonly recheck: Recheck
  readonly unmatched: readonly ListAnswer[]
}

/**
 * Puts the answers of lists beside the findings of the old round that they are about: known by their fingerprint, or else
 * by agency, project and sentence. What a baseline says of a finding goes before.
 */
export const withAnswers = (result: Recheck, answers: readonly ListAnswer[]): Answered => {
  const byPrint = new Map<string, number[]>()
  const byText = new Map<string, number[]>()
  const add = (map: Map<string, number[]>, key: string, row: number): void => {
    map.set(key, [...(map.get(key) ?? []), row])
  }
  for (const [number, row] of result.findings.entries()) {
    if (row.old === undefined) continue
    add(byPrint, row.old.finding.fingerprint, number)
    add(byText, keyOf(row.agency.name, row.old.finding.path[0]?.zh ?? '', row.old.finding.message.zh), number)
  }
  const textOf = new Map<number, string>()
  const unmatched: ListAnswer[] = []
  for (const answer of answers) {
    const [line = ''] = answer.problem.split('\n')
    const printed = byPrint.get(answer.fingerprint) ?? []
    const own = printed.filter((number) => isSameFile(result.findings[number], answer.file))
    const said = byText.get(keyOf(answer.agency, answer.project, line)) ?? []
    const candidates = own.length > 0 ? own : printed.length === 1 ? printed : said
    const number = candidates.find((one) => !textOf.has(one)) ?? candidates[0]
    if (number === undefined) unmatched.push(answer)
    else textOf.set(number, answer.answer)
  }
  return {
    recheck: { ...result, findings: result.findings.map((row, i) => answered(row, textOf.get(i))) },
    unmatched,
  }
}

const keyOf = (agency: string, project: string, message: string): string =>
  [agencyNameKey(agency), compactName(project), compactName(message).replace(/[。.]$/, '')].join('\n')

const isSameFile = (row: RecheckedFinding | undefined, file: string): boolean =>
  row?.old !== undefined && (row.old.path === file || baseOf(row.old.path) === baseOf(file))

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const answered = (row: RecheckedFinding, text: string | undefined): RecheckedFinding =>
  text === undefined || row.answer !== undefined ? row : { ...row, answer: { text, isAccepted: false } }

/** Whether an agency explains a problem, and doesn't only say whether it was mended. */
export const explanationIn = (text: string): string => {
  const reason = text.replace(/^情况说明[\s:：,，。]*/, '').trim()
  return /^(?:已整改|未整改|整改中|无|是|否)?[。.]?$/.test(reason) ? '' : reason
}
