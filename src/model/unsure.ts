import { rememberFor } from '../remember.ts'
import { contains, type Span } from '../source/span.ts'
import { type Disclosure, type Reading, SURE_READING } from './disclosure.ts'
import { Places } from './places.ts'

/** Whether a reading may be wrong. */
export const isUnsure = ({ confidence }: Reading): boolean => confidence < SURE_READING

const unsurePlaces = rememberFor(
  ({ readings }: Disclosure) => new Places(readings.filter(isUnsure), ({ span }) => span),
)

/** Whether a place lies in a table whose reading may be wrong. */
export const isInUnsureReading = (disclosure: Disclosure, at: Span): boolean =>
  unsurePlaces(disclosure)
    .around(at.start)
    .some(({ span }) => contains(span, at))
