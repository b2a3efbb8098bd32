import type { Disclosure, Project } from '../model/disclosure.ts'
import { projectsOf } from '../model/walk.ts'

/** Whether what a project lacks may only have been cut off: the last one of an unfinished input. */
export const isCutOff = (project: Project, disclosure: Disclosure): boolean => {
  if (!disclosure.truncated) return false
  return projectsOf(disclosure).every(({ span }) => span.start <= project.span.start)
}
