/** How many numbers follow each letter, and as what kind (see path-rules.ts) the step is written. */
const STEPS: ReadonlyMap<string, { readonly count: number; readonly kind: number }> = new Map([
  ['S', { count: 2, kind: 0 }],
  ['M', { count: 2, kind: 0 }],
  ['L', { count: 2, kind: 1 }],
  ['B', { count: 6, kind: 2 }],
  ['Q', { count: 4, kind: 3 }],
  ['A', { count: 7, kind: 3 }],
  ['C', { count: 0, kind: 4 }],
])

/** `M 0 0 L 73 0 C` as the paths that rules are found in; of an arc only its end counts. */
export const pathOf = (data: string): number[] => {
  const words = data.trim().split(/[\s,]+/)
  const path: number[] = []
  for (let i = 0; i < words.length; i += 1) {
    const step = STEPS.get(words[i] as string)
    if (step === undefined) continue
    const numbers = words.slice(i + 1, i + 1 + step.count).map(Number)
    if (numbers.length < step.count || !numbers.every(Number.isFinite)) break
    path.push(step.kind, ...(words[i] === 'A' ? [0, 0, ...numbers.slice(-2)] : numbers))
    i += step.count
  }
  return path
}
