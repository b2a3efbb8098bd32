import { groupBy } from '../collect.ts'
import { compactName } from '../corpus/agencies.ts'
import { similarity } from '../diff/pair-up.ts'
import type { CheckedRecord, FiledAgency, FiledProject } from '../model/record.ts'
import type { AgencyGroup } from './agency-groups.ts'

/** All appearances of one project in both rounds: it may stand in several files, or twice in one. */
export interface ProjectGroup {
  readonly name: string
  readonly agency: AgencyGroup | undefined
  readonly holders: readonly [old: readonly Holder[], now: readonly Holder[]]
}

/** One appearance of a project. */
export interface Holder {
  readonly record: CheckedRecord
  readonly project: FiledProject
}

interface OpenGroup {
  readonly name: string
  readonly agency: AgencyGroup | undefined
  readonly holders: readonly [Holder[], Holder[]]
}

/**
 * Tells which projects of two rounds are one: those of one agency and name, whatever file they stand in; then those whose
 * agency one side doesn't name, and those of an agency whose name was changed.
 */
export const groupProjects = (
  rounds: readonly [old: readonly CheckedRecord[], now: readonly CheckedRecord[]],
  agencies: ReadonlyMap<FiledAgency, AgencyGroup>,
): ReadonlyMap<FiledProject, ProjectGroup> => {
  const groups = new Map<string, OpenGroup>()
  const groupOf = new Map<FiledProject, OpenGroup>()
  for (const side of [0, 1] as const) {
    for (const record of rounds[side]) {
      for (const project of record.projects) {
        const filed = record.agencies[project.agency]
        const agency = filed && agencies.get(filed)
        const name = compactName(project.name)
        const key = `${agency?.id ?? ''}\n${name}`
        const group: OpenGroup = groups.get(key) ?? { name, agency, holders: [[], []] }
        groups.set(key, group)
        group.holders[side].push({ record, project })
        groupOf.set(project, group)
      }
    }
  }
  const joined = joinOneSided([...groups.values()])
  return new Map([...groupOf].map(([project, group]) => [project, joined.get(group) ?? group]))
}

/** Groups of the new side by those of the old side that they are one with. */
const joinOneSided = (groups: readonly OpenGroup[]): ReadonlyMap<OpenGroup, OpenGroup> => {
  const joined = new Map<OpenGroup, OpenGroup>()
  const join = (old: OpenGroup, now: OpenGroup): void => {
    joined.set(now, old)
    old.holders[1].push(...now.holders[1])
  }
  const isOldOnly = ({ holders }: OpenGroup): boolean => holders[1].length === 0
  const isNewOnly = (group: OpenGroup): boolean => group.holders[0].length === 0 && !joined.has(group)
  const olds = groupBy(groups.filter(isOldOnly), ({ name }) => name)
  const news = groupBy(groups.filter(isNewOnly), ({ name }) => name)
  for (const [name, [old, ...others]] of olds) {
    const [now, ...more] = news.get(name) ?? []
    if (old === undefined || now === undefined || others.length + more.length > 0) continue
    if (old.agency === undefined || now.agency === undefined || isBelow(old.agency, now.agency))
      join(old, now)
  }
  const [before, after] = [groups.filter(isOldOnly), groups.filter(isNewOnly)]
  const likely = before
    .flatMap((old) =>
      after.flatMap((now) => {
        if (old.agency === undefined || old.agency !== now.agency) return []
        const likeness = numerals(old.name) === numerals(now.name) ? similarity(old.name, now.name) : 0
        return likeness >= SAME_NAME ? [{ old, now, likeness }] : []
      }),
    )
    .sort((a, b) => b.likeness - a.likeness)
  for (const { old, now } of likely) if (isOldOnly(old) && isNewOnly(now)) join(old, now)
  return joined
}

/** From here on two names are one name that was changed. */
const SAME_NAME = 0.6

/** 一期 is not 二期, however alike the rest is. */
const numerals = (name: string): string => name.replace(/[^\d一二三四五六七八九十甲乙丙丁]/g, '')

/** Whether one is part of the other: the child's code extends the parent's. */
const isBelow = (a: AgencyGroup, b: AgencyGroup): boolean =>
  a.members.some(({ code = '' }) =>
    b.members.some(({ code: other = '' }) => {
      const [short = '', long = ''] = [code, other].sort((x, y) => x.length - y.length)
      return short !== '' && long.startsWith(short)
    }),
  )
