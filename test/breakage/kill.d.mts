export declare const COMMANDS: readonly string[]

/** Ends commands at random moments. */
export declare const killAtRandom: (options: {
  readonly times: number
  readonly seed: number
  readonly commands?: readonly string[]
  readonly signals?: readonly NodeJS.Signals[]
}) => Promise<{ readonly faults: readonly string[]; readonly fates: Readonly<Record<string, number>> }>
