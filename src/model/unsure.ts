import { rememberFor } from '../remember.ts'
import { contains, type Span } from '../source/span.ts'
import { type Disclosure, type Project, type Reading, SURE_READING } from './disclosure.ts'
import { Places } from './places.ts'
import { categoriesOf, indicatorsOf } from './walk.ts'

/** Whether a reading may be wrong. */
export const isUnsure = ({ confidence }: Reading): boolean => confidence < SURE_READING

/** The tables, rows and projects that may have been read wrongly. */
export const unsurePlacesOf = rememberFor(({ readings, misreadings }: Disclosure): readonly Span[] => [
  ...readings.filter(isUnsure).map(({ span }) => span),
  ...misreadings.flatMap(({ places }) => places),
])

const unsurePlaces = rememberFor(
  (disclosure: Disclosure) => new Places(unsurePlacesOf(disclosure), (span) => span),
)

/** Whether a place lies in what may have been read wrongly. */
export const isInUnsureReading = (disclosure: Disclosure, at: Span): boolean =>
  unsurePlaces(disclosure)
    .around(at.start)
    .some((span) => contains(span, at))

/** Whether one of a project's indicators may have been read wrongly, so that nothing is certain about all of them together. */
export const hasUnsureIndicators = (disclosure: Disclosure, project: Project): boolean => {
  if (unsurePlacesOf(disclosure).length === 0) return false
  const rows = [...categoriesOf(project), ...indicatorsOf(project).map(({ indicator }) => indicator)]
  return [project, ...rows].some(({ span }) => isInUnsureReading(disclosure, span))
}
