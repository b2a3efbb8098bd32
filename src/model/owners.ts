import { rememberFor } from '../remember.ts'
import { overlap } from '../source/span.ts'
import type { Agency, Disclosure, Project } from './disclosure.ts'
import { unsurePlacesOf } from './doubt.ts'
import type { Owner } from './record.ts'
import { ownerAround } from './walk.ts'

/** Whose a disclosure is, and what it holds, by the numbers that `Owner` gives. */
export interface Owners {
  /** In the order of the text, parents first; rows that group projects or sum up others are none. */
  readonly agencies: readonly Agency[]
  readonly projects: readonly OwnedProject[]
}

/** A project and the innermost agency that it stands under. */
export interface OwnedProject {
  readonly project: Project
  /** Its number; -1 where the table names none. */
  readonly agency: number
  /** What depends on how it was read may be wrong, or it may go on behind the end of what was read. */
  readonly isUnsure: boolean
}

interface NumberedOwners extends Owners {
  readonly numberOf: ReadonlyMap<Agency | Project, number>
}

/** All owners of a disclosure. */
export const ownersOf = (disclosure: Disclosure): Owners => numberedOwners(disclosure)

const numberedOwners = rememberFor((disclosure: Disclosure): NumberedOwners => {
  const agencies: Agency[] = []
  const projects: OwnedProject[] = []
  const numberOf = new Map<Agency | Project, number>()
  const unsure = unsurePlacesOf(disclosure)
  const addProject = (project: Project, agency: number): void => {
    numberOf.set(project, projects.length)
    projects.push({ project, agency, isUnsure: unsure.some((span) => overlap(span, project.span)) })
  }
  const addAgency = (agency: Agency, above: number): void => {
    const own = agency.role === 'agency' ? agencies.push(agency) - 1 : above
    numberOf.set(agency, own)
    for (const project of agency.projects) addProject(project, own)
    for (const child of agency.agencies) addAgency(child, own)
  }
  for (const project of disclosure.projects) addProject(project, NOBODY)
  for (const agency of disclosure.agencies) addAgency(agency, NOBODY)
  return { agencies, projects: disclosure.truncated ? lastUnsure(projects) : projects, numberOf }
})

const NOBODY = -1

const lastUnsure = (projects: readonly OwnedProject[]): readonly OwnedProject[] => {
  const end = projects.reduce((last, { project }) => Math.max(last, project.span.end), 0)
  return projects.map((one) => (one.project.span.end === end ? { ...one, isUnsure: true } : one))
}

/** Whose the text at an offset is; undefined where it is of the filing as a whole. */
export const ownerAt = (disclosure: Disclosure, offset: number): Owner | undefined => {
  const owner = ownerAround(disclosure, offset)
  const number = owner && numberedOwners(disclosure).numberOf.get(owner)
  if (owner === undefined || number === undefined || number === NOBODY) return undefined
  return owner.kind === 'project' ? { project: number } : { agency: number }
}
