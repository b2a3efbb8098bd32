import { groupBy } from '../collect.ts'
import { type Message, RULE_CRASH, type Severity } from '../model/finding.ts'
import type { CheckedRecord, FiledAgency, FiledProject, Place, RecordedFinding } from '../model/record.ts'
import { type AgencyGroup, groupAgencies } from './agency-groups.ts'
import { type FindingPair, isPartOf, pairFindings } from './pair-findings.ts'
import { groupProjects, type ProjectGroup } from './project-groups.ts'
import { checkedIn, failedIn, type Round, type RoundFinding, roundFinding } from './round.ts'
import { type Groups, whyAdded, whyUnknown } from './why.ts'

/**
 * What became of a finding: mended; still there, with the same or another value; new; or nobody can tell, because what
 * it is of was not handed in again, can't be read or was not checked.
 */
export type RecheckStatus = 'mended' | 'remaining' | 'added' | 'unknown'

/** In the order of a report: what is left to do first. */
export const RECHECK_STATUSES = [
  'remaining',
  'added',
  'unknown',
  'mended',
] as const satisfies readonly RecheckStatus[]

/** A finding of either round in its file. */
export interface FiledFinding {
  readonly path: string
  readonly finding: RecordedFinding
}

/** One finding and what became of it. */
export interface RecheckedFinding {
  readonly status: RecheckStatus
  /** Its number among the totals. */
  readonly total: number
  /** As the new round calls them, else as the old one does; empty where nothing tells. */
  readonly agency: AgencyName
  readonly project: string
  readonly old?: FiledFinding
  readonly new?: FiledFinding
  /** Further findings of the new round that it was divided into. */
  readonly parts: readonly FiledFinding[]
  /** Why nobody can tell, or why it may be no news that it is new. */
  readonly why?: Message
  /** What the agency says about it, or why a baseline knows it. */
  readonly answer?: Answer
}

/** An explanation of a problem that stays. */
export interface Answer {
  readonly text: string
  /** Whether it was accepted: a baseline has it as its reason. */
  readonly isAccepted: boolean
}

export interface AgencyName {
  readonly code?: string
  readonly name: string
}

export type RecheckCounts = Readonly<Record<RecheckStatus, number>>

/** What is left of an agency's findings. */
export interface AgencyTotal {
  readonly agency: AgencyName
  readonly counts: RecheckCounts
}

/** A file that could not be read. */
export interface UnreadFile {
  readonly side: 'old' | 'new'
  readonly path: string
  readonly reason: Message
}

/** What a round of corrections came to. */
export interface Recheck {
  /** By agency and project, what is left first; each finding of the old round once. */
  readonly findings: readonly RecheckedFinding[]
  readonly agencies: readonly AgencyTotal[]
  readonly counts: RecheckCounts
  readonly unread: readonly UnreadFile[]
}

/** What of a recheck is still to be done: all but what was mended, and what a baseline knows. */
export const isLeft = ({ status, answer }: RecheckedFinding): boolean =>
  status !== 'mended' && answer?.isAccepted !== true

/** A recheck with the findings at or above a severity alone, counted anew; an agency of which none is left is gone. */
export const recheckAtLevel = (result: Recheck, level: Severity): Recheck => {
  const kept = result.findings.filter((row) => RANK[severityOf(row)] >= RANK[level])
  if (kept.length === result.findings.length) return result
  const numbers = [...new Set(kept.map(({ total }) => total))]
  return {
    ...result,
    findings: kept.map((row) => ({ ...row, total: numbers.indexOf(row.total) })),
    agencies: numbers.map((number) => ({
      agency: result.agencies[number]?.agency ?? NOBODY,
      counts: countStatuses(kept.filter(({ total }) => total === number)),
    })),
    counts: countStatuses(kept),
  }
}

/** How grave a finding is: now, or as it was. */
export const severityOf = ({ old, new: now }: RecheckedFinding): Severity =>
  (now ?? old)?.finding.severity ?? 'info'

/**
 * Compares the findings of a round with those of the round before: by agency, project and cause, whatever the files are
 * called and wherever rows moved.
 */
export const recheck = (old: Round, now: Round): Recheck => {
  const rounds = [checkedIn(old), checkedIn(now)] as const
  const agencies = groupAgencies(rounds)
  const projects = groupProjects(rounds, agencies)
  return new Comparison(old, now, { agencies, projects }).run()
}

class Comparison {
  readonly #old: Round
  readonly #now: Round
  readonly #groups: Groups
  readonly #before: readonly RoundFinding[]
  readonly #after: readonly RoundFinding[]
  /** What stands for a finding of the old round, and what of the new one is accounted for. */
  readonly #partnerOf = new Map<RoundFinding, RoundFinding>()
  readonly #partsOf = new Map<RoundFinding, RoundFinding[]>()
  readonly #known = new Set<RoundFinding>()

  constructor(old: Round, now: Round, groups: Groups) {
    this.#old = old
    this.#now = now
    this.#groups = groups
    this.#before = findingsOf(old, now.level)
    this.#after = findingsOf(now, old.level)
  }

  run(): Recheck {
    this.#pairOwned()
    this.#pairFilings()
    this.#joinParts()
    const findings = [
      ...this.#before.flatMap((one) => this.#ofOld(one) ?? []),
      ...this.#after.flatMap((one) => this.#ofNew(one) ?? []),
    ]
    return {
      ...sortRows(findings.map(({ one, row }) => ({ row, group: this.#agencyOf(one) }))),
      unread: [...unreadOf(this.#old, 'old'), ...unreadOf(this.#now, 'new')],
    }
  }

  #join({ old, new: now }: FindingPair): void {
    this.#partnerOf.set(old, now)
    this.#known.add(now)
  }

  /** Findings of projects and agencies. */
  #pairOwned(): void {
    const keyOf = (one: RoundFinding): string | undefined => {
      if (one.scope === 'filing') return undefined
      const group = one.scope === 'project' ? this.#projectOf(one.project) : this.#agencyOf(one)
      return `${one.finding.rule}\n${one.scope}\n${this.#numberOf(group)}`
    }
    const owned = (all: readonly RoundFinding[]) =>
      groupBy(
        all.filter(({ scope }) => scope !== 'filing'),
        (one) => keyOf(one) ?? '',
      )
    const after = owned(this.#after)
    for (const [key, before] of owned(this.#before)) {
      for (const pair of pairFindings(before, after.get(key) ?? [])) this.#join(pair)
    }
  }

  /**
   * Findings of filings as wholes, among those that have an agency in common. What is found in the filings of several
   * agencies is found once where they are merged, and the other way around.
   */
  #pairFilings(): void {
    const isMeant = ({ scope }: RoundFinding): boolean => scope !== 'project'
    const [before, after] = [this.#before.filter(isMeant), this.#after.filter(isMeant)]
    const byRule = groupBy(after, ({ finding }) => finding.rule)
    for (const old of before) {
      if (this.#partnerOf.has(old)) continue
      const candidates = (byRule.get(old.finding.rule) ?? []).filter(
        (one) => !this.#known.has(one) && this.#mayBeOne(old, one),
      )
      const [pair] = pairFindings([old], candidates)
      if (pair !== undefined) this.#join(pair)
    }
    for (const old of before) {
      if (this.#partnerOf.has(old)) continue
      const merged = after.find(
        (one) =>
          one.finding.rule === old.finding.rule &&
          this.#known.has(one) &&
          this.#mayBeOne(old, one) &&
          pairFindings([old], [one]).length > 0 &&
          !before.some((other) => this.#partnerOf.get(other) === one && other.record === old.record),
      )
      if (merged !== undefined) this.#partnerOf.set(old, merged)
    }
    for (const one of after) {
      if (this.#known.has(one)) continue
      const divided = before.find((old) => {
        const partner = this.#partnerOf.get(old)
        return (
          partner !== undefined &&
          old.finding.rule === one.finding.rule &&
          partner.record !== one.record &&
          this.#mayBeOne(old, one) &&
          pairFindings([old], [one]).length > 0
        )
      })
      if (divided !== undefined) this.#addPart(divided, one)
    }
  }

  /** Findings that stood for several places and now stand for one each, and the other way around. */
  #joinParts(): void {
    const isOne =
      (part: RoundFinding) =>
      (at: Place, record: CheckedRecord): boolean => {
        const owner =
          at.owner !== undefined && 'project' in at.owner ? record.projects[at.owner.project] : undefined
        return owner !== undefined && this.#projectOf(owner) === this.#projectOf(part.project)
      }
    const after = groupBy(this.#after, ({ finding }) => finding.rule)
    for (const old of this.#before) {
      if (this.#partnerOf.has(old)) continue
      const all = after.get(old.finding.rule) ?? []
      const now = all.find((one) => isPartOf(old, one, isOne(old)) || isPartOf(one, old, isOne(one)))
      if (now !== undefined) this.#join({ old, new: now })
    }
    const before = groupBy(this.#before, ({ finding }) => finding.rule)
    for (const one of this.#after) {
      if (this.#known.has(one)) continue
      const whole = (before.get(one.finding.rule) ?? []).find((old) => isPartOf(one, old, isOne(one)))
      if (whole !== undefined) this.#addPart(whole, one)
    }
  }

  #addPart(old: RoundFinding, part: RoundFinding): void {
    const parts = this.#partsOf.get(old) ?? []
    parts.push(part)
    this.#partsOf.set(old, parts)
    this.#known.add(part)
  }

  /** What became of a finding of the old round; undefined where a baseline knew it then and nothing says otherwise. */
  #ofOld(old: RoundFinding): Row | undefined {
    const now = this.#partnerOf.get(old)
    const wasKnown = old.finding.suppressed !== undefined
    const accepted = now?.finding.suppressed
    if (wasKnown && (now === undefined || accepted !== undefined)) return undefined
    const why = now === undefined ? whyUnknown(old, this.#now, this.#groups) : undefined
    const status = now !== undefined ? 'remaining' : why === undefined ? 'mended' : 'unknown'
    return {
      one: now ?? old,
      row: {
        status,
        ...namesOf(now ?? old),
        old: filed(old),
        ...(now === undefined ? {} : { new: filed(now) }),
        parts: (this.#partsOf.get(old) ?? []).map(filed),
        ...(why === undefined ? {} : { why }),
        ...(accepted === undefined ? {} : { answer: { text: accepted.reason, isAccepted: true } }),
      },
    }
  }

  #ofNew(one: RoundFinding): Row | undefined {
    if (this.#known.has(one) || one.finding.suppressed !== undefined) return undefined
    const why = whyAdded(one, this.#old, this.#groups)
    return {
      one,
      row: {
        status: 'added',
        ...namesOf(one),
        new: filed(one),
        parts: [],
        ...(why === undefined ? {} : { why }),
      },
    }
  }

  /** Whether at least one is of a filing as a whole, and both have an owner in common. */
  #mayBeOne(a: RoundFinding, b: RoundFinding): boolean {
    if (a.scope !== 'filing' && b.scope !== 'filing') return false
    const subjects = new Set(this.#subjectsOf(a))
    return this.#subjectsOf(b).some((subject) => subjects.has(subject))
  }

  /** Whose it is; of a filing of which nothing tells that, what is in it. */
  #subjectsOf({ scope, agency, record: { agencies, projects } }: RoundFinding): readonly unknown[] {
    const groups = this.#groups
    if (scope === 'agency' && agency !== undefined) return [groups.agencies.get(agency)]
    return agencies.length > 0
      ? agencies.map((one) => groups.agencies.get(one))
      : projects.map((project) => groups.projects.get(project))
  }

  #projectOf(project: FiledProject | undefined): ProjectGroup | undefined {
    return project && this.#groups.projects.get(project)
  }

  #agencyOf(one: RoundFinding): AgencyGroup | undefined {
    const agency = tellerOf(one)
    return (agency && this.#groups.agencies.get(agency)) ?? this.#projectOf(one.project)?.agency
  }

  readonly #numbers = new Map<unknown, number>()

  #numberOf(group: unknown): number {
    const number = this.#numbers.get(group) ?? this.#numbers.size
    this.#numbers.set(group, number)
    return number
  }
}

interface Row {
  readonly one: RoundFinding
  readonly row: Omit<RecheckedFinding, 'total'>
}

/** Rows by agency, in the order in which the rounds name them, those of nobody last; what is left first. */
const sortRows = (
  rows: readonly { readonly row: Row['row']; readonly group: AgencyGroup | undefined }[],
): Omit<Recheck, 'unread'> => {
  const groups = [...groupBy(rows, ({ group }) => String(group?.id ?? ''))]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : Number(a) - Number(b)))
    .map(([, group]) => group.map(({ row }) => row))
  const agencies = groups.map((group) => ({
    agency: group[0]?.agency ?? NOBODY,
    counts: countStatuses(group),
  }))
  const findings = groups.flatMap((group, total) =>
    group
      .toSorted((a, b) => RECHECK_STATUSES.indexOf(a.status) - RECHECK_STATUSES.indexOf(b.status))
      .map((row) => ({ ...row, total })),
  )
  return { findings, agencies, counts: countStatuses(findings) }
}

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** The findings of a round that the other round would list as well; that a rule failed is none about a table. */
const findingsOf = (round: Round, level: Severity): readonly RoundFinding[] =>
  checkedIn(round).flatMap((record) =>
    record.findings
      .filter(({ rule, severity }) => rule !== RULE_CRASH && RANK[severity] >= RANK[level])
      .map((finding) => roundFinding(record, finding)),
  )

const NOBODY: AgencyName = { name: '' }

const namesOf = (one: RoundFinding): Pick<RecheckedFinding, 'agency' | 'project'> => {
  const agency = tellerOf(one)
  return { agency: agency === undefined ? NOBODY : nameOf(agency), project: one.project?.name ?? '' }
}

/** The agency that a finding is told to: what is of a filing as a whole goes to the first that it names. */
const tellerOf = ({ agency, project, record }: RoundFinding): FiledAgency | undefined =>
  agency ?? (project === undefined ? record.agencies[0] : undefined)

const nameOf = ({ code, name }: AgencyName): AgencyName => (code === undefined ? { name } : { code, name })

const filed = ({ record, finding }: RoundFinding): FiledFinding => ({ path: record.path, finding })

const countStatuses = (rows: readonly Pick<RecheckedFinding, 'status'>[]): RecheckCounts => {
  const counts = { mended: 0, remaining: 0, added: 0, unknown: 0 }
  for (const { status } of rows) counts[status] += 1
  return counts
}

const unreadOf = (round: Round, side: UnreadFile['side']): readonly UnreadFile[] =>
  failedIn(round).map(({ path, error }) => ({ side, path, reason: error }))
