import { type Message, RULE_CRASH } from '../model/finding.ts'
import type { CheckedRecord, FiledAgency, FiledProject, RecordedFinding } from '../model/record.ts'
import type { AgencyGroup } from './agency-groups.ts'
import type { ProjectGroup } from './project-groups.ts'
import type { RoundFinding } from './round.ts'
import { checkedIn, failedIn, type Round } from './round.ts'

/** Which agencies and projects of both rounds are one. */
export interface Groups {
  readonly agencies: ReadonlyMap<FiledAgency, AgencyGroup>
  readonly projects: ReadonlyMap<FiledProject, ProjectGroup>
}

const WHY = {
  agencyMissing: {
    zh: '本次没有收到该单位的公开表',
    en: 'no filing of this agency is in the new round',
  },
  agencyUnread: {
    zh: '本次没有读到该单位的公开表，可能在无法读取的文件中',
    en: 'no filing of this agency was read in the new round; it may be in a file that can’t be read',
  },
  projectMissing: {
    zh: '本次的公开表中没有这个项目，请核实是否已取消或改名',
    en: 'the project is not in the new filing; find out whether it was withdrawn or renamed',
  },
  projectUnread: {
    zh: '本次没有读到这个项目，可能在无法读取的文件中',
    en: 'the project was not read in the new round; it may be in a file that can’t be read',
  },
  partMissing: {
    zh: '上次同一张表中的项目，本次没有全部读到，无法整体核对',
    en: 'not all projects of that table are in the new round, so it can’t be checked as a whole',
  },
  counterpartMissing: {
    zh: '与之比对的另一份公开表本次没有读到',
    en: 'the filing that it was compared with is not in the new round',
  },
  ruleOff: { zh: '本次没有检查此项', en: 'this was not checked in the new round' },
  ruleFailed: { zh: '本次检查此项时程序出错', en: 'the check failed in the new round' },
  unsure: {
    zh: '本次表中内容的含义难以确定，未予核对',
    en: 'it is unclear how to read the new table, so that it was not checked',
  },
  notListed: {
    zh: '本次同类问题过多，没有全部列出',
    en: 'the new round has more findings of this kind than were listed',
  },
  firstFiling: {
    zh: '上次没有收到该单位的公开表',
    en: 'no filing of this agency was in the old round',
  },
  firstRead: {
    zh: '上次没有读到这部分内容',
    en: 'this was not read in the old round',
  },
  firstCheck: { zh: '上次没有检查此项', en: 'this was not checked in the old round' },
  notListedBefore: {
    zh: '上次同类问题过多，没有全部列出',
    en: 'the old round had more findings of this kind than were listed',
  },
} as const satisfies Record<string, Message>

/** Why a finding that is not there any more can't be called mended; undefined where it can. */
export const whyUnknown = (old: RoundFinding, now: Round, groups: Groups): Message | undefined => {
  const isWhole = failedIn(now).length === 0
  const holders = holdersOf(old, 1, groups)
  if (holders.length === 0) {
    const group = old.agency && groups.agencies.get(old.agency)
    const isThere = group === undefined ? old.scope === 'project' : group.isIn[1]
    if (isThere) return isWhole ? WHY.projectMissing : WHY.projectUnread
    return isWhole ? WHY.agencyMissing : WHY.agencyUnread
  }
  if (old.scope === 'project') {
    if (isFewer(old, groups)) return isWhole ? WHY.projectMissing : WHY.projectUnread
  } else if (!areAllThere(old, groups)) return WHY.partMissing
  if (!isCounterpartThere(old, now, groups)) return WHY.counterpartMissing
  return whyUnchecked(old, now, holders)
}

/** Why a finding may be new without anything having become worse; undefined where it has. */
export const whyAdded = (one: RoundFinding, old: Round, groups: Groups): Message | undefined => {
  const holders = holdersOf(one, 0, groups)
  if (holders.length === 0) {
    const group = one.agency && groups.agencies.get(one.agency)
    if (group !== undefined && !group.isIn[0]) return WHY.firstFiling
    return failedIn(old).length > 0 ? WHY.firstRead : undefined
  }
  const why = whyUnchecked(one, old, holders)
  if (why === undefined) return undefined
  return why === WHY.unsure ? WHY.firstRead : why === WHY.notListed ? WHY.notListedBefore : WHY.firstCheck
}

/** Where in a round something stands that a finding could be of. */
interface Holder {
  readonly record: CheckedRecord
  readonly isUnsure: boolean
}

const holdersOf = (
  { scope, project, agency, record }: RoundFinding,
  side: 0 | 1,
  { agencies, projects }: Groups,
): readonly Holder[] => {
  if (project !== undefined) {
    const holders = projects.get(project)?.holders[side] ?? []
    return holders.map((holder) => ({ record: holder.record, isUnsure: holder.project.isUnsure === true }))
  }
  const subjects = new Set(
    scope === 'agency' && agency !== undefined
      ? [agencies.get(agency)]
      : record.agencies.map((one) => agencies.get(one)),
  )
  const records = new Set<CheckedRecord>()
  for (const group of new Set(projects.values())) {
    const isMeant =
      record.agencies.length === 0
        ? group.holders[1 - side]?.some((holder) => holder.record === record) === true
        : group.agency !== undefined && subjects.has(group.agency)
    if (isMeant) for (const holder of group.holders[side]) records.add(holder.record)
  }
  return [...records].map((one) => ({
    record: one,
    isUnsure: one.projects.some(({ isUnsure }) => isUnsure === true),
  }))
}

/** Fewer appearances of a project than before, unless the finding is that it appears too often. */
const isFewer = ({ project, finding, record }: RoundFinding, { projects }: Groups): boolean => {
  const group = project && projects.get(project)
  if (group === undefined || group.holders[1].length >= group.holders[0].length) return false
  const isOfTwin = (finding.related ?? []).some(({ at: { owner } }) => {
    const twin = owner !== undefined && 'project' in owner ? record.projects[owner.project] : undefined
    return twin !== undefined && twin !== project && projects.get(twin) === group
  })
  return !isOfTwin
}

/** Whether every project of a table is there again, or of the part of it that is one agency's. */
const areAllThere = ({ record, scope, agency }: RoundFinding, { projects, agencies }: Groups): boolean => {
  const own = scope === 'agency' && agency !== undefined ? agencies.get(agency) : undefined
  return record.projects.every((project) => {
    const group = projects.get(project)
    if (group === undefined || (own !== undefined && group.agency !== own)) return true
    return group.holders[1].length > 0
  })
}

/** Whether what a finding was compared with is there to be compared with again. */
const isCounterpartThere = ({ finding }: RoundFinding, now: Round, { projects }: Groups): boolean => {
  const files = new Set((finding.elsewhere ?? []).map(({ file }) => file))
  if (files.size === 0) return true
  const isKnown = (file: string): boolean =>
    [...projects.values()].some(({ holders }) => holders[0].some(({ record }) => record.path === file))
  const isBack = (file: string): boolean =>
    [...projects.values()].every(
      ({ holders }) => holders[1].length > 0 || !holders[0].some(({ record }) => record.path === file),
    )
  return [...files].every((file) => (isKnown(file) ? isBack(file) : now.hasEarlier))
}

const whyUnchecked = (
  { finding: { rule, severity, elsewhere } }: RoundFinding,
  round: Round,
  holders: readonly Holder[],
): Message | undefined => {
  const records = holders.map(({ record }) => record)
  if (records.some(({ path }) => round.ranOn(path)?.has(rule) === false)) return WHY.ruleOff
  // A rule that compares filings fails for all of them at once, and the first is told.
  const asked = elsewhere === undefined ? records : checkedIn(round)
  if (asked.some(({ findings }) => findings.some((one) => isCrashOf(one, rule)))) return WHY.ruleFailed
  if (holders.some(({ isUnsure }) => isUnsure)) return WHY.unsure
  if (records.some(({ omitted }) => omitted !== undefined && omitted[severity] > 0)) return WHY.notListed
  return undefined
}

const isCrashOf = (finding: RecordedFinding, rule: string): boolean =>
  finding.rule === RULE_CRASH && (finding.data?.['rule'] ?? rule) === rule
