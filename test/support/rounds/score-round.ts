import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { CheckedRecord, FailedRecord, RecordedFinding } from '../../../src/model/record.ts'
import { type Recheck, type RecheckStatus, recheck } from '../../../src/recheck/recheck.ts'
import type { Round } from '../../../src/recheck/round.ts'
import { checkContent } from '../../../src/records/check-content.ts'
import { core } from '../../../src/records/core.ts'
import { DEFAULT_LIMITS } from '../../../src/records/limits.ts'
import type { Department, MadeUpRound, ProjectChange, RoundFile } from './make-round.ts'

/** How many findings of made-up rounds got the status that they should have. */
export interface RoundScore {
  readonly findings: number
  readonly right: number
  readonly lost: number
  readonly twice: number
  /** `expected → told: rule message`. */
  readonly mistakes: readonly string[]
  readonly byStatus: ReadonlyMap<RecheckStatus, { all: number; right: number }>
}

const hash = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 16)

/** Checks the files of one side. */
export const checkRound = async (files: readonly RoundFile[]): Promise<Round> => {
  const records: (CheckedRecord | FailedRecord)[] = []
  for (const { name, bytes } of files) {
    const order = { path: name, isSearched: false, content: { bytes }, settings: {}, isCompared: false }
    const terms = { ...DEFAULT_LIMITS, encoding: undefined }
    for (const record of await checkContent(order, terms, { core, isUtf8, hash })) {
      if (record.kind !== 'skipped') records.push(record)
    }
  }
  return { files: records, ranOn: () => undefined, level: 'info', hasEarlier: false }
}

/** Rechecks a round and compares each status with what was changed. */
export const scoreRound = async (made: MadeUpRound): Promise<RoundScore> => {
  const [old, now] = [await checkRound(made.old), await checkRound(made.new)]
  const result = recheck(old, now)
  const truth = new Truth(made, old, now)
  const byStatus = new Map<RecheckStatus, { all: number; right: number }>()
  const mistakes: string[] = []
  for (const { status, old: before, new: after } of result.findings) {
    const { path, finding } = (before ?? after) as NonNullable<typeof before>
    const expected = before === undefined ? truth.ofNew(path, finding) : truth.ofOld(path, finding)
    const count = byStatus.get(expected) ?? { all: 0, right: 0 }
    byStatus.set(expected, count)
    count.all += 1
    if (expected === status) count.right += 1
    else {
      const other = before === undefined || after === undefined ? '' : ` | ${after.finding.message.zh}`
      mistakes.push(`${expected} → ${status}: ${finding.rule} ${path} ${finding.message.zh}${other}`)
    }
  }
  const { lost, twice } = account(result, old, now)
  const findings = result.findings.length
  return { findings, right: findings - mistakes.length, lost, twice, mistakes, byStatus }
}

/** Findings of either round that the result has nowhere, or more than once. */
export const account = (result: Recheck, old: Round, now: Round): { lost: number; twice: number } => {
  const seen = new Map<RecordedFinding, number>()
  const newOnes = new Set<RecordedFinding>()
  for (const row of result.findings) {
    if (row.old !== undefined) seen.set(row.old.finding, (seen.get(row.old.finding) ?? 0) + 1)
    for (const one of [row.new, ...row.parts]) {
      if (one === undefined) continue
      // Findings of several old files may have become one; nothing new is one of them.
      if (row.status === 'added' && newOnes.has(one.finding)) seen.set(one.finding, 2)
      newOnes.add(one.finding)
    }
  }
  const all = (round: Round): readonly RecordedFinding[] =>
    round.files.flatMap((file) => (file.kind === 'checked' ? file.findings : []))
  const lostOld = all(old).filter((finding) => !seen.has(finding)).length
  const lostNew = all(now).filter((finding) => !newOnes.has(finding)).length
  return { lost: lostOld + lostNew, twice: [...seen.values()].filter((count) => count > 1).length }
}

/** What should be told of each finding, by what was changed and by what is found in either round. */
class Truth {
  readonly #made: MadeUpRound
  readonly #sides: readonly [readonly Placed[], readonly Placed[]]

  constructor(made: MadeUpRound, old: Round, now: Round) {
    this.#made = made
    this.#sides = [this.#place(old), this.#place(now)]
  }

  ofOld(path: string, finding: RecordedFinding): RecheckStatus {
    const placed = this.#find(0, path, finding)
    const { departments, change } = placed
    if (departments.some(({ isIn }) => !isIn[1])) return 'unknown'
    if (change?.isWithdrawn === true) return 'unknown'
    const isSame = this.#isSame(placed, 1)
    if (isSame) return 'remaining'
    const isPartial =
      change === undefined && departments.some(({ projects }) => projects.some((one) => one.isWithdrawn))
    return isPartial || this.#isUnsure(placed, 1) ? 'unknown' : 'mended'
  }

  ofNew(path: string, finding: RecordedFinding): RecheckStatus {
    return this.#isSame(this.#find(1, path, finding), 0) ? 'remaining' : 'added'
  }

  /** Whether the other side has the finding too. */
  #isSame({ finding, change, departments, agency }: Placed, side: 0 | 1): boolean {
    const others = this.#sides[side].filter(
      (other) =>
        other.finding.rule === finding.rule &&
        other.change === change &&
        (change !== undefined ||
          (other.departments.some((one) => departments.includes(one)) && other.agency === agency)),
    )
    if (others.some((other) => other.finding.message.zh === finding.message.zh)) return true
    if (change === undefined) return others.length > 0
    const [before, after] = change.faults
    if (before?.name === after?.name && before?.form === after?.form) return others.length > 0
    return others.some((other) => isHalfMended(finding, other.finding))
  }

  #isUnsure({ change, departments }: Placed, side: 0 | 1): boolean {
    return this.#sides[side].some(
      (other) =>
        (change === undefined || other.change === change) &&
        other.departments.some((one) => departments.includes(one)) &&
        other.record.projects.some(({ isUnsure }) => isUnsure === true),
    )
  }

  #find(side: 0 | 1, path: string, finding: RecordedFinding): Placed {
    const found = this.#sides[side].find((one) => one.finding === finding && one.record.path === path)
    if (found === undefined) throw new RangeError(`no such finding in ${path}`)
    return found
  }

  #place({ files }: Round): readonly Placed[] {
    return files.flatMap((record) => {
      if (record.kind !== 'checked') return []
      return record.findings.map((finding): Placed => {
        const owner = finding.at.owner
        const project = owner !== undefined && 'project' in owner ? record.projects[owner.project] : undefined
        const agency =
          owner === undefined
            ? undefined
            : 'agency' in owner
              ? record.agencies[owner.agency]
              : record.agencies[project?.agency ?? -1]
        const names = agency === undefined ? record.agencies.map(({ name }) => name) : [agency.name]
        const departments = this.#made.departments.filter((one) => names.some((name) => isOf(name, one)))
        const change =
          project &&
          departments
            .flatMap(({ projects }) => projects)
            .find(({ names: own }) => own.some((name) => flat(name) === flat(project.name)))
        return {
          finding,
          record,
          departments,
          change,
          agency: project === undefined ? agency?.name : undefined,
        }
      })
    })
  }
}

/** The same place with another value, or some of the same places. */
const isHalfMended = (one: RecordedFinding, other: RecordedFinding): boolean => {
  const nodeOf = ({ path }: RecordedFinding): string =>
    path
      .slice(1)
      .map(({ zh }) => zh.replace(/^\d+\./, ''))
      .join('›')
  const node = nodeOf(one)
  if (node === nodeOf(other) && !node.startsWith('绩效目标')) return true
  const quotes = ({ message }: RecordedFinding): readonly string[] => message.zh.match(/“[^”]*”/g) ?? []
  const isOfPlaces = one.related !== undefined || other.related !== undefined
  return (
    one.rule === 'template-residue' &&
    isOfPlaces &&
    quotes(one).some((quote) => quotes(other).includes(quote))
  )
}

interface Placed {
  readonly finding: RecordedFinding
  readonly record: CheckedRecord
  readonly departments: readonly Department[]
  readonly change: ProjectChange | undefined
  readonly agency: string | undefined
}

const flat = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** 某县教育局(本级) and 某县教育事务中心 are of 某县教育局. */
const isOf = (name: string, department: Department): boolean =>
  flat(name).startsWith(flat(department.name).replace(/局$/, ''))
