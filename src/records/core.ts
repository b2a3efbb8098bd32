import { check } from '../check.ts'
import { corpusRules } from '../corpus/index.ts'
import { parseDocument } from '../parse.ts'
import { openFile } from '../read/open.ts'
import { rules } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'

/** What the command works with: the library's own functions, or a test's. */
export interface Core {
  readonly open: typeof openFile
  readonly parse: typeof parseDocument
  readonly check: typeof check
  /** By id; rules over several filings are among them. */
  readonly rules: readonly Rule[]
  /** Rules of one's own that are among them, by the path of their module. */
  readonly modules?: ReadonlyMap<string, readonly Rule[]>
}

const allRules: readonly Rule[] = [...rules, ...corpusRules].sort((a, b) => (a.id < b.id ? -1 : 1))

export const core: Core = {
  open: openFile,
  parse: parseDocument,
  // Settings name rules over several filings too.
  check: (disclosure, settings, asked = allRules) => check(disclosure, settings, asked),
  rules: allRules,
}
