import { check } from './check.ts'
import type { Disclosure } from './model/disclosure.ts'
import { type Finding, RULE_CRASH, type Severity } from './model/finding.ts'
import { parse } from './parse.ts'
import type { Rule } from './rules/rule.ts'
import { Source } from './source/source.ts'
import type { Span } from './source/span.ts'

/** A table that a rule must find nothing in. */
export interface ValidCase {
  readonly name: string
  readonly table: string
}

/** What a problem must say; a text is the whole message in one of its languages. */
export interface ExpectedProblem {
  readonly message: string | RegExp
  readonly severity?: Severity
  readonly because?: string | RegExp
  readonly working?: readonly string[]
}

/** A table that a rule must find problems in. */
export interface InvalidCase {
  readonly name: string
  /** `⟦…⟧` marks where each problem is, in order; `⟨…⟩`, if there are any, all related places. */
  readonly table: string
  readonly problems: readonly (string | RegExp | ExpectedProblem)[]
}

/** What a rule must find, and what it must not. */
export interface RuleCases {
  readonly valid: readonly ValidCase[]
  readonly invalid: readonly InvalidCase[]
}

/**
 * Tests a rule on small tables, as text, with the places that are expected marked in them. There has to be a case of each
 * sort, and none may come twice. The tree that the rule is given is frozen.
 *
 * @param run Makes a test of a name and what it does, such as `test` of node:test or of vitest.
 * @throws Error that lists all cases that failed, where no `run` is given
 */
export const testRule = (
  rule: Rule,
  { valid, invalid }: RuleCases,
  run?: (name: string, body: () => void) => void,
): void => {
  const failures: string[] = []
  const runNow = (name: string, body: () => void): void => {
    try {
      body()
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const test = run ?? runNow
  test('the cases are complete', () => requireComplete([...valid, ...invalid], valid.length, invalid.length))
  for (const { name, table } of valid) {
    test(`finds nothing in ${name}`, () => expectProblems(rule, { name, table, problems: [] }))
  }
  for (const one of invalid) test(`finds ${one.name}`, () => expectProblems(rule, one))
  if (failures.length > 0) throw new Error(`rule ${rule.id}:\n${failures.join('\n')}`)
}

const requireComplete = (cases: readonly ValidCase[], valid: number, invalid: number): void => {
  expectSame('cases of each sort', [valid > 0, invalid > 0], [true, true])
  const repeated = (values: readonly string[]): readonly string[] =>
    values.filter((value, i) => values.indexOf(value) !== i)
  expectSame('names used twice', repeated(cases.map(({ name }) => name)), [])
  expectSame('tables used twice', repeated(cases.map(({ table }) => table)), [])
}

const expectProblems = (rule: Rule, { table, problems }: InvalidCase): void => {
  const { text, places, related } = readMarks(table)
  const findings = findingsOf(rule, text)
  const said = findings.map(({ message }) => message.zh)
  if (said.length !== problems.length) {
    throw new Error(`expected ${problems.length} problems, got ${JSON.stringify(said)}`)
  }
  for (const [i, problem] of problems.entries()) expectProblem(findings[i] as Finding, problem)
  const sliceOf = ({ start, end }: Span): string => `${start}: ${text.slice(start, end)}`
  expectSame(
    'places',
    findings.map(({ at }) => sliceOf(at)),
    places.map(sliceOf),
  )
  if (related.length === 0) return
  const others = findings.flatMap((finding) => finding.related ?? []).map(({ at }) => at)
  expectSame('related places', [...new Set(others.sort(byStart).map(sliceOf))], related.map(sliceOf))
}

const expectProblem = (finding: Finding, problem: InvalidCase['problems'][number]): void => {
  const { message, because, ...rest } =
    typeof problem === 'string' || problem instanceof RegExp ? { message: problem } : problem
  expectText([finding.message.zh, finding.message.en], message)
  if (finding.message.en.trim() === '') throw new Error('the message in English is empty')
  if (because !== undefined) expectText([finding.because?.zh ?? '', finding.because?.en ?? ''], because)
  for (const key of ['severity', 'working'] as const) {
    if (rest[key] !== undefined) expectSame(key, finding[key], rest[key])
  }
}

const expectText = (texts: readonly string[], expected: string | RegExp): void => {
  const fits = texts.some((text) => (typeof expected === 'string' ? text === expected : expected.test(text)))
  if (!fits) throw new Error(`expected ${expected}, got ${JSON.stringify(texts)}`)
}

const expectSame = (what: string, got: unknown, expected: unknown): void => {
  const [a, b] = [JSON.stringify(got), JSON.stringify(expected)]
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`)
}

const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** What one rule, as it is also where it is off by default, finds in a text whose tree it cannot change. */
const findingsOf = (rule: Rule, text: string): readonly Finding[] => {
  const findings = check(parseFrozen(text), { only: [rule.id] }, [rule])
  const crash = findings.find((finding) => finding.rule === RULE_CRASH)
  if (crash !== undefined) throw new Error(crash.message.en)
  return findings
}

/**
 * The tree of a text, frozen through and through.
 *
 * @internal
 */
export const parseFrozen = (text: string): Disclosure => deepFreeze(parse(new Source(text)).disclosure)

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) deepFreeze(inner)
  return value
}

const MARKS = { '⟦': 'places', '⟨': 'related' } as const

/**
 * A table without its marks, and the ranges they enclosed.
 *
 * @internal
 */
export const readMarks = (
  marked: string,
): { readonly text: string; readonly places: readonly Span[]; readonly related: readonly Span[] } => {
  const found = { places: [] as Span[], related: [] as Span[] }
  const open: { start: number; list: Span[] }[] = []
  let text = ''
  for (const c of marked) {
    if (c === '⟦' || c === '⟨') open.push({ start: text.length, list: found[MARKS[c]] })
    else if (c === '⟧' || c === '⟩') {
      const mark = open.pop()
      if (mark === undefined) throw new Error(`${c} closes nothing`)
      mark.list.push({ start: mark.start, end: text.length })
    } else text += c
  }
  if (open.length > 0) throw new Error('a mark is not closed')
  return { text, places: found.places.sort(byStart), related: found.related.sort(byStart) }
}
