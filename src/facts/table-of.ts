import { mapped } from '../collect.ts'
import type { Disclosure } from '../model/disclosure.ts'
import { Places } from '../model/places.ts'
import { projectsOf } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { indexAtOrBefore } from '../source/source.ts'

/**
 * Which table of a filing a place is in, as a number that only tells tables apart. A project with header cells of its own
 * (the labels of a form) is a table, whatever of it was read as columns; a list begins where its reading does.
 */
export const tableOf = (disclosure: Disclosure, offset: number): number =>
  indexAtOrBefore(startsOf(disclosure), offset, (start) => start)

const startsOf = rememberFor((disclosure: Disclosure): readonly number[] => {
  const { readings, headings } = disclosure
  const headers = mapped(headings, ({ text }) => text.span.start).sort(ascending)
  const forms = mapped(projectsOf(disclosure), ({ span }) => span).filter((span) => {
    const last = headers[indexAtOrBefore(headers, span.end, (start) => start)]
    return last !== undefined && last > span.start
  })
  const places = new Places(forms, (span) => span)
  const lists = readings.filter(({ span }) => places.around(span.start).length === 0)
  return mapped([...forms, ...mapped(lists, ({ span }) => span)], ({ start }) => start).sort(ascending)
})

const ascending = (a: number, b: number): number => a - b
