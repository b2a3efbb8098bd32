import type { Match } from '../../facts/matching.ts'
import type { Message, Problem } from '../rule.ts'

/** Why a goal and an indicator are taken to speak of the same thing. */
export const sameThing = ({ shared }: Match): Message => {
  const words = listed(shared)
  if (words === '') return { zh: '目标与指标的单位相容。', en: 'goal and indicator have compatible units.' }
  return {
    zh: `目标与指标都提到${words}，单位相容。`,
    en: `goal and indicator both speak of ${words}, in compatible units.`,
  }
}

/** A score in per cent; nothing is certain. */
export const percent = (score: number): number => Math.round(Math.min(score, 0.99) * 100)

/** The words that goal and indicator share, as the only reason; nothing where they share none. */
export const sharedWords = (words: readonly string[]): Pick<Problem, 'because'> =>
  words.length === 0
    ? {}
    : {
        because: {
          zh: `目标与指标都提到${listed(words)}。`,
          en: `goal and indicator both speak of ${listed(words)}.`,
        },
      }

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('')
