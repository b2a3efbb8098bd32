/** Whether all made-up examples are tried, as `npm run test:all` does, or a part of them. */
const isThorough = process.env['PBO_THOROUGH'] === '1'

/** All of many examples that are alike, or one in `of`. */
export const sampleOf = <Example>(examples: readonly Example[], of = 4): readonly Example[] =>
  isThorough ? examples : examples.filter((_, i) => i % of === 0)

/** How many examples fast-check makes up: so many, or a part of them. */
export const sampleSize = (most: number): number => (isThorough ? most : Math.ceil(most / 4))
