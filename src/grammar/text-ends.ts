/** Plain loops, because `/[x]*$/` takes quadratic time on a long run of x inside a text. */

export const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** The length of `folded` without the blanks and the characters of `marks` at its end. */
export const endBefore = (folded: string, marks: string): number => {
  let end = folded.length
  while (end > 0 && (isBlank(folded.charCodeAt(end - 1)) || marks.includes(folded[end - 1] as string)))
    end -= 1
  return end
}

/** The first place at or behind `at` that is no blank. */
export const startBehind = (folded: string, at: number): number => {
  let start = at
  while (start < folded.length && isBlank(folded.charCodeAt(start))) start += 1
  return start
}
