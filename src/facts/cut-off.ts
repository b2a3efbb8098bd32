import type { Disclosure, Project } from '../model/disclosure.ts'
import { projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'

/** Whether what a project lacks may only have been cut off: the last one of an unfinished input. */
export const isCutOff = (project: Project, disclosure: Disclosure): boolean =>
  disclosure.truncated && project.span.start >= lastStartOf(disclosure)

const lastStartOf = rememberFor((disclosure: Disclosure): number => {
  let last = 0
  for (const { span } of projectsOf(disclosure)) last = Math.max(last, span.start)
  return last
})
