import type { Unit } from '../../model/measure.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { countedUnit } from './as-counter.ts'
import { skipBlanks } from './characters.ts'
import { prepareText } from './prepare-text.ts'
import { readUnit } from './read-unit.ts'

/** Whether a table holds the unit that is printed so: 盏, and not 基. */
export const isListedUnit = (printed: string): boolean => readUnit(printed, 0)?.end === printed.length

/** The unit that `text` consists of (a cell of a 计量单位 column); `undefined` for anything else. */
export const parseUnit = (text: SpannedText): Unit | undefined => {
  const folded = prepareText(text.text)
  const read = readUnit(folded, 0)
  return read !== undefined && skipBlanks(folded, read.end) === folded.length
    ? countedUnit(read.unit)
    : undefined
}
