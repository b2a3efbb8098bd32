import { agencyNameKey, compactName, isSameAgency } from '../corpus/agencies.ts'
import type { CheckedRecord, FiledAgency } from '../model/record.ts'

/** What stands for all of one agency in both rounds. */
export interface AgencyGroup {
  readonly id: number
  readonly members: readonly FiledAgency[]
  readonly isIn: readonly [old: boolean, now: boolean]
}

interface OpenGroup {
  id: number
  members: FiledAgency[]
  isIn: [boolean, boolean]
  /** Names of its projects on either side. */
  readonly projects: readonly [Set<string>, Set<string>]
}

/**
 * Tells which agencies of two rounds are one: by name and code, as filings are compared with each other; then, where only
 * one of each side is left, by a code that is printed once, or by a name that grew or shrank over the same projects.
 */
export const groupAgencies = (
  rounds: readonly [old: readonly CheckedRecord[], now: readonly CheckedRecord[]],
): ReadonlyMap<FiledAgency, AgencyGroup> => {
  const { groups, groupOf } = groupByName(rounds)
  const joined = new Map<OpenGroup, OpenGroup>()
  for (const [old, now] of renamedIn(groups)) {
    old.members.push(...now.members)
    old.isIn[1] = true
    joined.set(now, old)
  }
  return new Map([...groupOf].map(([agency, group]) => [agency, joined.get(group) ?? group]))
}

const groupByName = (
  rounds: readonly [readonly CheckedRecord[], readonly CheckedRecord[]],
): { readonly groups: readonly OpenGroup[]; readonly groupOf: ReadonlyMap<FiledAgency, OpenGroup> } => {
  const groups: OpenGroup[] = []
  const byName = new Map<string, OpenGroup[]>()
  const groupFor = (agency: FiledAgency): OpenGroup => {
    const alike = byName.get(nameKey(agency)) ?? []
    const known = alike.find(({ members }) => members.some((member) => isSameAgency(member, agency)))
    if (known !== undefined) return known
    const made: OpenGroup = {
      id: groups.length,
      members: [],
      isIn: [false, false],
      projects: [new Set(), new Set()],
    }
    groups.push(made)
    byName.set(nameKey(agency), [...alike, made])
    return made
  }
  const groupOf = new Map<FiledAgency, OpenGroup>()
  const take = (side: 0 | 1, { agencies, projects }: CheckedRecord): void => {
    for (const agency of agencies) {
      const group = groupFor(agency)
      group.members.push(agency)
      group.isIn[side] = true
      groupOf.set(agency, group)
    }
    for (const { agency, name } of projects) {
      const filed = agencies[agency]
      if (filed !== undefined) groupOf.get(filed)?.projects[side].add(compactName(name))
    }
  }
  for (const record of rounds[0]) take(0, record)
  for (const record of rounds[1]) take(1, record)
  return { groups, groupOf }
}

/** 本级 alone says nothing of whose. */
const nameKey = ({ name }: FiledAgency): string => agencyNameKey(name) || compactName(name)

/** Pairs of groups of one side each that are one agency under two names. */
const renamedIn = (groups: readonly OpenGroup[]): readonly (readonly [old: OpenGroup, now: OpenGroup])[] => {
  const pairs: [OpenGroup, OpenGroup][] = []
  const isFree = (group: OpenGroup): boolean => pairs.every((pair) => !pair.includes(group))
  for (const isOne of [haveOneCode, isSameUnderLongerName]) {
    const olds = groups.filter((group) => !group.isIn[1] && isFree(group))
    const news = groups.filter((group) => !group.isIn[0] && isFree(group))
    for (const old of olds) {
      const [now, ...others] = news.filter((one) => isOne(old, one))
      if (now === undefined || others.length > 0) continue
      if (olds.some((other) => other !== old && isOne(other, now))) continue
      pairs.push([old, now])
    }
  }
  return pairs
}

const haveOneCode = (a: OpenGroup, b: OpenGroup): boolean =>
  pairsOf(a, b).some(([one, other]) => one.code !== undefined && one.code === other.code) && mayBeNear(a, b)

const mayBeNear = (a: OpenGroup, b: OpenGroup): boolean =>
  pairsOf(a, b).every(
    ([one, other]) => one.region === '' || other.region === '' || one.region === other.region,
  )

/** 农业局 became 农业农村局 and kept most of its projects; 第一中学 is not 第二中学. */
const isSameUnderLongerName = (a: OpenGroup, b: OpenGroup): boolean => {
  const [before, after] = [a.projects[0], b.projects[1]]
  const shared = [...before].filter((name) => after.has(name)).length
  return (
    shared > 0 &&
    2 * shared >= before.size &&
    mayBeNear(a, b) &&
    pairsOf(a, b).some(([one, other]) => {
      if (one.code !== undefined && other.code !== undefined) return false
      const [short = '', long = ''] = [nameKey(one), nameKey(other)].sort((x, y) => x.length - y.length)
      return short.length > 2 && isWithin(short, long)
    })
  )
}

const pairsOf = (a: OpenGroup, b: OpenGroup): readonly (readonly [FiledAgency, FiledAgency])[] =>
  a.members.flatMap((one) => b.members.map((other) => [one, other] as const))

/** Whether all characters of one text stand in another, in this order. */
const isWithin = (short: string, long: string): boolean => {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}
