import type { Disclosure } from '../model/disclosure.ts'
import { projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { indexAtOrBefore } from '../source/source.ts'

/**
 * Which table of a filing a place is in, as a number that only tells tables apart. A reading says where its table
 * lies; without readings, a project with header cells of its own (the labels of a form) begins a table.
 */
export const tableOf = (disclosure: Disclosure, offset: number): number =>
  indexAtOrBefore(startsOf(disclosure), offset, (start) => start)

const startsOf = rememberFor((disclosure: Disclosure): readonly number[] => {
  const { readings, headings } = disclosure
  if (readings.length > 0) return readings.map(({ span }) => span.start).sort(ascending)
  const headers = headings.map(({ text }) => text.span.start).sort(ascending)
  return projectsOf(disclosure)
    .filter(({ span }) => {
      const last = headers[indexAtOrBefore(headers, span.end, (start) => start)]
      return last !== undefined && last > span.start
    })
    .map(({ span }) => span.start)
    .sort(ascending)
})

const ascending = (a: number, b: number): number => a - b
