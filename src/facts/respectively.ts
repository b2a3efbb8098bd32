import { BETWEEN_LISTED, LISTED_NAMES, RESPECTIVELY } from '../vocabulary/goal-words.ts'
import { SEVERALLY } from '../vocabulary/price-words.ts'
import type { Promised, Stretch } from './promises.ts'

/**
 * 小学、初中、高中补助标准分别为每课时50元、60元和80元: each number of such a list is of the name that stands where it does among as many,
 * and whatever else is said of the first is said of all of them.
 */
export const namedInTurn = (promised: readonly Promised[]): readonly Promised[] => {
  const named = [...promised]
  for (let i = 0; i < promised.length; i += 1) {
    const first = promised[i] as Promised
    const { folded } = first.goal.text
    const told = RESPECTIVELY.exec(folded.slice(first.sentence.from, startOf(first)))
    if (told === null) continue
    let end = i + 1
    while (end < promised.length && isNext(promised[end - 1] as Promised, promised[end] as Promised)) end += 1
    const names = namesIn(
      folded,
      { from: first.sentence.from, to: first.sentence.from + told.index },
      end - i,
    )
    for (const [k, before] of names.entries()) {
      const { measure, following } = promised[i + k] as Promised
      // Each has a number of its own.
      const eaches = first.eaches.filter((each) => each !== SEVERALLY)
      // The last name may end with what is said of all: 高中补助标准.
      const others = names.filter((_, at) => at !== k && at < names.length - 1)
      const rest = others.reduce(
        (words, { from, to }) => words.replace(folded.slice(from, to), ''),
        first.preceding,
      )
      const preceding = `${folded.slice(before.from, before.to)} ${rest}`
      const phrase = `${preceding} ${following}`
      const statement = { from: Math.min(before.from, first.statement.from), to: first.statement.to }
      named[i + k] = {
        ...first,
        each: eaches[0],
        eaches,
        measure,
        before,
        statement,
        preceding,
        phrase,
        following,
      }
    }
    i = end - 1
  }
  return named
}

const startOf = ({ measure, goal }: Promised): number => measure.text.offsetIn(goal.text)

/** Whether a number goes on with the list of the one before it. */
const isNext = (one: Promised, next: Promised): boolean => {
  const end = startOf(one) + one.measure.text.length
  return (
    one.goal === next.goal &&
    one.measure.unit?.base === next.measure.unit?.base &&
    BETWEEN_LISTED.test(one.goal.text.folded.slice(end, startOf(next)))
  )
}

/** The last statement of a stretch that lists so many names, as the stretches of these; empty if none does. */
const namesIn = (folded: string, { from, to }: Stretch, count: number): readonly Stretch[] => {
  let end = to
  while (count > 1 && end > from) {
    const start = Math.max(from, folded.lastIndexOf(',', end - 1) + 1)
    const names = folded.slice(start, end).split(LISTED_NAMES)
    if (names.length === count) {
      let at = start
      return names.map((name) => {
        const found = folded.indexOf(name, at)
        at = found + name.length
        return { from: found, to: at }
      })
    }
    end = start - 1
  }
  return []
}
