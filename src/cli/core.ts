import { check } from '../check.ts'
import { parse } from '../parse.ts'
import { rules } from '../rules/index.ts'

/** What the command works with: the library's own functions, or a test's. */
export interface Core {
  readonly parse: typeof parse
  readonly check: typeof check
  readonly rules: typeof rules
}

export const core: Core = { parse, check, rules }
