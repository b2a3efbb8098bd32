import { agencyNameKey, isSameAgency } from '../corpus/agencies.ts'
import { type OtherPlace, RULE_CRASH } from '../model/finding.ts'
import type {
  CheckedRecord,
  FailedRecord,
  FiledAgency,
  Place,
  RecordedFinding,
  SkippedRecord,
} from '../model/record.ts'
import { printable } from '../report/printable.ts'
import type { Report, ReportOptions } from '../report/report.ts'
import { countAll, countSuppressed, listedFindings } from '../report/verdict.ts'
import { forClerks, joinSaid } from '../report/words.ts'
import { AGENCY_NAME } from '../vocabulary/headers.ts'

/** What there is to tell an agency. */
export interface AgencyFindings {
  readonly name: string
  readonly code: string | undefined
  /** The files that it, or the department above it, handed in. */
  readonly files: readonly CheckedRecord[]
  /** By file, in the order of its text. */
  readonly findings: readonly AgencyFinding[]
}

export interface AgencyFinding {
  readonly file: CheckedRecord
  readonly finding: RecordedFinding
}

/** A report sorted by those who have to do something about it. */
export interface ByAgency {
  /** In the order in which the files name them, also those of whom nothing was found. */
  readonly agencies: readonly AgencyFindings[]
  readonly failed: readonly FailedRecord[]
  readonly skipped: readonly SkippedRecord[]
  /** Findings that a baseline knows. */
  readonly suppressed: number
  /** Findings beyond what one file may list. */
  readonly omitted: number
}

export const findingsByAgency = (
  { files, skipped = [] }: Report,
  { level }: Pick<ReportOptions, 'level'>,
): ByAgency => {
  const agencies = new Agencies()
  const failed: FailedRecord[] = []
  let [suppressed, omitted] = [0, 0]
  for (const file of files) {
    if (file.kind === 'failed') {
      failed.push(file)
      continue
    }
    const owners = namedIn(file).map((agency) => agencies.take(agency))
    for (const owner of owners) owner.files.add(file)
    for (const finding of listedFindings(file, level)) {
      // A fault of ours: nothing that an agency could mend.
      if (finding.rule === RULE_CRASH) continue
      // What is of the whole file goes to the first that it names.
      const owner = owners[agencyOf(file, finding)] ?? owners[0]
      owner?.findings.push({ file, finding })
    }
    suppressed += countSuppressed(file)
    if (file.omitted !== undefined) omitted += countAll(file.omitted)
  }
  return { agencies: agencies.all, failed, skipped, suppressed, omitted }
}

/** Where a title tells of the money or the work instead of whose it is, the file has to do for a name. */
export const namedIn = ({ agencies, path }: CheckedRecord): readonly FiledAgency[] => {
  const [first, ...others] = agencies
  const isName = first !== undefined && (first.code !== undefined || AGENCY_NAME.test(first.name))
  return isName || others.length > 0 ? agencies : [{ name: stemOf(path), region: '' }]
}

const agencyOf = ({ projects }: CheckedRecord, { at: { owner } }: RecordedFinding): number => {
  if (owner === undefined) return 0
  return 'agency' in owner ? owner.agency : (projects[owner.project]?.agency ?? 0)
}

/** The name of a file without its folders and its ending. */
const stemOf = (path: string): string => baseOf(path).replace(/(?<=.)\.[^.]*$/, '')

/** The name of a file without its folders; a file in an archive keeps the archive's name. */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

interface Gathered {
  readonly agency: FiledAgency
  readonly files: Set<CheckedRecord>
  readonly findings: AgencyFinding[]
}

/** Agencies of several files, each once. */
class Agencies {
  readonly #byName = new Map<string, Gathered[]>()
  readonly #all: Gathered[] = []

  take(agency: FiledAgency): Gathered {
    const key = agencyNameKey(agency.name)
    const namesakes = this.#byName.get(key) ?? []
    this.#byName.set(key, namesakes)
    const known = namesakes.find((one) => isSameAgency(one.agency, agency))
    if (known !== undefined) return known
    const made: Gathered = { agency, files: new Set(), findings: [] }
    namesakes.push(made)
    this.#all.push(made)
    return made
  }

  get all(): readonly AgencyFindings[] {
    return this.#all.map(({ agency: { name, code }, files, findings }) => ({
      name,
      code,
      files: [...files],
      findings,
    }))
  }
}

/** What a finding says to the clerk of an agency: in Chinese, without names of rules. */
export interface FindingTexts {
  readonly project: string
  /** The cell as Excel or Word shows it, or the line of a text; below it, where in the project that is. */
  readonly place: string
  readonly problem: string
  /** Arithmetic, reasons, and what the forms and the rules of the budget ask for. */
  readonly basis: string
  readonly advice: string
}

/** More places of one finding than this are counted. */
const MOST_PLACES = 12

export const createFindingTexts = ({ rules = [] }: Pick<Report, 'rules'>) => {
  const bases = new Map(rules.map(({ id, docs }) => [id, withoutSources(docs.basis.zh)]))
  return ({ file, finding }: AgencyFinding): FindingTexts => {
    const { path, at, message, working = [], because, fix, rule, related = [], elsewhere = [] } = finding
    const [project = '', ...inside] = path.map(({ zh }) => printable(zh))
    const others = [
      ...related.map((one) => `另见${placeOf(file, one.at)}：${one.note.zh}`),
      ...elsewhere.map((one) => `另见${placeOfOther(one)}：${one.note.zh}`),
    ]
    const left = others.length - MOST_PLACES
    return {
      project,
      place: lines([placeOf(file, at), inside.join(' › ')]),
      problem: lines([
        `${message.zh}。`.replace('。。', '。'),
        ...others.slice(0, MOST_PLACES),
        left > 0 ? `另有 ${left} 处` : '',
      ]),
      basis: lines([...working, because?.zh ?? '', bases.get(rule) ?? '']),
      advice: printable(forClerks(fix.zh)),
    }
  }
}

const lines = (parts: readonly string[]): string => joinSaid(parts.map(printable), '\n')

const placeOf = ({ hasLines }: CheckedRecord, { from, address }: Place): string =>
  hasLines || address === undefined ? `第${from.line}行` : address.zh

const placeOfOther = ({ file, start, address }: OtherPlace): string =>
  `《${baseOf(file)}》${address === undefined ? `第${start.line}行` : address.zh}`

/** Where what the docs say of rules was seen: for those who write rules. */
const withoutSources = (text: string): string => text.replace(/（(?:TEXT|FORM|SYS|INF)）/g, '')
