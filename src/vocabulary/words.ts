/** The words of a list, which stand in one text with blanks between them. */
export const words = (list: string): readonly string[] => list.split(' ')

/** The same, each with what it stands for. */
export const wordsFor = <const Value>(value: Value, list: string): readonly (readonly [string, Value])[] =>
  words(list).map((word) => [word, value] as const)
