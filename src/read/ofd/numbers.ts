/** Numbers with blanks between them; none if one of them is no number. */
export const numbersOf = (text: string | undefined): number[] => {
  const numbers = (text ?? '').trim().split(/\s+/).map(Number)
  return text === undefined || text.trim() === '' || !numbers.every(Number.isFinite) ? [] : numbers
}

/** More steps than any line of text has characters. */
const MOST_STEPS = 100_000

/** The steps between characters: `g 3 4.2` stands for 4.2 three times. */
export const stepsOf = (text: string | undefined): number[] | undefined => {
  if (text === undefined) return undefined
  const words = text.trim().split(/\s+/)
  const steps: number[] = []
  for (let i = 0; i < words.length && steps.length < MOST_STEPS; i += 1) {
    const isRepeated = words[i] === 'g'
    const count = isRepeated ? Number(words[i + 1]) : 1
    const step = Number(words[isRepeated ? i + 2 : i])
    for (let k = 0; k < Math.min(count, MOST_STEPS); k += 1) steps.push(Number.isFinite(step) ? step : 0)
    if (isRepeated) i += 2
  }
  return steps
}
