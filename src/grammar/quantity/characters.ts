/** What a character is, by its UTF-16 code; `NaN` (past the end) is nothing. */

export const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

export const isIdeograph = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** The first position from `at` on that is not blank. */
export const skipBlanks = (text: string, at: number): number => {
  let i = at
  while (isBlank(text.charCodeAt(i))) i += 1
  return i
}

/** `text` without the blanks in it. */
export const withoutBlanks = (text: string): string => {
  for (let i = 0; i < text.length; i += 1)
    if (isBlank(text.charCodeAt(i))) return text.replaceAll(/[\t-\r ]/g, '')
  return text
}

/** The end of what stands before the blanks before `end`. */
export const skipBlanksBack = (text: string, end: number, floor: number): number => {
  let i = end
  while (i > floor && isBlank(text.charCodeAt(i - 1))) i -= 1
  return i
}
