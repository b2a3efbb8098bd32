import { rememberFor } from '../remember.ts'
import type { Candidate } from './matching.ts'
import type { Promised } from './promises.ts'
import { type Pairs, pairsOf } from './words.ts'

/** What the words right around a number tell: each indicator asks for it. */
export const pairsAround = rememberFor(({ phrase }: Promised): Pairs => pairsOf(phrase))

/** What the name of an indicator tells: each number asks for it. */
export const pairsNamed = rememberFor(({ name }: Candidate): Pairs => pairsOf(name))
