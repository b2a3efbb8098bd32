import { mapped } from './collect.ts'
import { ProjectFacts } from './facts/project-facts.ts'
import { surveyOf } from './facts/survey.ts'
import type { Disclosure } from './model/disclosure.ts'
import { hasUnsureIndicators, isInUnsureReading, withDoubt } from './model/doubt.ts'
import { compareFindings, type Finding, type Message, type Problem, RULE_CRASH } from './model/finding.ts'
import type { SchemeInForce } from './model/record.ts'
import { pathTo, projectsOf } from './model/walk.ts'
import { rememberAlways } from './remember.ts'
import { rules as allRules } from './rules/index.ts'
import type { Rule, RuleContext } from './rules/rule.ts'
import { type PlannedRule, planCheck, type SchemeChoice, type Settings, severityOf } from './settings.ts'
import { LARGE } from './source/source.ts'
import { contains } from './source/span.ts'

/**
 * Runs the rules over the tree: findings sorted by position, then rule, without doubles. A rule that
 * throws, or reports a place outside the text, becomes a finding of its own; the others go on.
 *
 * @throws SettingsError where settings name a rule, an option or a value that there is none of
 */
export const check = (
  disclosure: Disclosure,
  settings: Settings = NONE,
  rules: readonly Rule[] = allRules,
): readonly Finding[] => {
  const plan = plansFor(rules)(settings)
  const scheme = schemeInForce(disclosure, plan.scheme)
  // What nobody tells is not left out either.
  const areToldUnsure = plan.rules.some(({ rule }) => rule.reads === 'readings')
  const runs = mapped(plan.rules, (planned) => new Run(planned, disclosure, scheme, areToldUnsure))
  for (const run of runs) run.checkWhole()
  const ofProjects = runs.filter(({ seesProjects }) => seesProjects)
  const projects = projectsOf(disclosure)
  const together = isLarge(disclosure) ? 1 : TOGETHER
  for (let at = 0; at < projects.length; at += together) {
    const facts = mapped(
      projects.slice(at, at + together),
      (project) => new ProjectFacts(project, disclosure),
    )
    for (const run of ofProjects) for (const one of facts) run.checkProject(one)
  }
  const findings = runs.flatMap((run) => run.findings)
  findings.sort(compareFindings)
  return findings.filter((finding, i) => !isDouble(finding, findings[i - 1]))
}

/**
 * A rule sees so many projects before the next one does: the code of all rules is larger than what a processor keeps at
 * hand, and is fetched once for all of them. Of a large filing only one project is there at a time.
 */
const TOGETHER = 16

/** Whether it is not all kept. */
const isLarge = ({ span }: Disclosure): boolean => span.end - span.start > LARGE

const NONE: Settings = {}

/** Settings are worked out once, not for every filing. */
const plansFor = rememberAlways((rules: readonly Rule[]) =>
  rememberAlways((settings: Settings) => planCheck(settings, rules)),
)

/** The scheme that a table is checked by: the one set, or else the one it follows. */
export const schemeInForce = (disclosure: Disclosure, choice: SchemeChoice = 'auto'): SchemeInForce =>
  choice === 'auto' ? { name: surveyOf(disclosure).scheme, source: 'found' } : { name: choice, source: 'set' }

const READ_FROM_TREE: ReadonlySet<Rule['reads']> = new Set(['tree', 'indicators'])

/** One rule at work on one filing. */
class Run {
  readonly findings: Finding[] = []
  readonly #planned: PlannedRule
  readonly #context: RuleContext
  readonly #disclosure: Disclosure
  readonly #leavesOutUnsure: boolean
  readonly #needsAllIndicators: boolean
  /** Rules have one shape each: what is asked of all of them for every project is kept here. */
  readonly #rule: Rule
  readonly #check: Rule['check']
  readonly #checkProject: Rule['checkProject']
  #hasCrashed = false

  constructor(planned: PlannedRule, disclosure: Disclosure, scheme: SchemeInForce, areToldUnsure: boolean) {
    const { rule } = planned
    this.#planned = planned
    this.#rule = rule
    this.#check = rule.check
    this.#checkProject = rule.checkProject
    this.#leavesOutUnsure = areToldUnsure && (rule.reads === undefined || READ_FROM_TREE.has(rule.reads))
    this.#needsAllIndicators = areToldUnsure && rule.reads === 'indicators'
    this.#disclosure = disclosure
    this.#context = { scheme, settingOf: planned.settingOf }
  }

  get seesProjects(): boolean {
    return this.#checkProject !== undefined
  }

  checkWhole(): void {
    this.#run(this.#check, this.#disclosure)
  }

  checkProject(facts: ProjectFacts): void {
    if (this.#needsAllIndicators && hasUnsureIndicators(this.#disclosure, facts.project)) return
    this.#run(this.#checkProject, facts)
  }

  #run<Subject>(
    check: ((subject: Subject, context: RuleContext) => Iterable<Problem>) | undefined,
    subject: Subject,
  ): void {
    if (check === undefined || this.#hasCrashed) return
    const disclosure = this.#disclosure
    try {
      for (const problem of check.call(this.#rule, subject, this.#context)) {
        requirePlaces(problem, disclosure)
        if (this.#leavesOutUnsure && isUnsureProblem(problem, disclosure)) continue
        this.findings.push(findingOf(this.#planned, problem, disclosure))
      }
    } catch (error) {
      this.#hasCrashed = true
      this.findings.push(crashOf(this.#rule, error, disclosure))
    }
  }
}

/** A contradiction with a place that may have been read wrongly may be none. */
const isUnsureProblem = ({ at, related = [] }: Problem, disclosure: Disclosure): boolean =>
  isInUnsureReading(disclosure, at) || related.some((other) => isInUnsureReading(disclosure, other.at))

const requirePlaces = ({ at, related = [], edits = [] }: Problem, { span }: Disclosure): void => {
  for (const place of [at, ...mapped([...related, ...edits], (other) => other.at)]) {
    if (place.start > place.end || !contains(span, place)) {
      throw new RangeError(`reported ${place.start}–${place.end}, outside ${span.start}–${span.end}`)
    }
  }
}

const findingOf = (planned: PlannedRule, problem: Problem, disclosure: Disclosure): Finding => {
  const { rule } = planned
  const path = mapped(pathTo(disclosure, problem.at.start), labelOf)
  const ownsText = isLarge(disclosure)
  const finding: Finding = {
    fix: rule.docs.fix,
    ...(ownsText ? ownCopyOf(problem) : problem),
    rule: rule.id,
    category: rule.category,
    severity: severityOf(problem.severity, planned.severity, rule.severity),
    path: ownsText ? ownCopyOf(path) : path,
  }
  return disclosure.scan === undefined ? finding : withDoubt(finding, disclosure.scan)
}

/** The same plain data in strings of its own: a word in a message holds on to the whole text that it was cut from. */
const ownCopyOf = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data

const crashOf = (rule: Rule, error: unknown, disclosure: Disclosure): Finding => {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    rule: RULE_CRASH,
    category: 'structure',
    severity: 'error',
    message: {
      zh: `规则 ${rule.id} 运行出错，本文件未按此规则检查：${reason}`,
      en: `rule ${rule.id} failed, and this file was not checked by it: ${reason}`,
    },
    fix: { zh: '请将该文件提交给 pbo 的维护者。', en: 'Please send the file to the maintainers of pbo.' },
    at: { start: disclosure.span.start, end: disclosure.span.start },
    data: { rule: rule.id },
    path: [],
  }
}

const isDouble = (a: Finding, b: Finding | undefined): boolean =>
  b !== undefined &&
  a.rule === b.rule &&
  a.at.start === b.at.start &&
  a.at.end === b.at.end &&
  a.message.en === b.message.en

type PathNode = ReturnType<typeof pathTo>[number]

/** How a node is called in a path: projects and headings by name, goals and indicators by number. */
const labelOf = (node: PathNode): Message => {
  if (node.kind === 'goal') {
    const number = node.marker?.ordinal ?? ''
    return { zh: `绩效目标 ${number}`.trimEnd(), en: `goal ${number}`.trimEnd() }
  }
  const name = node.name.meaning
  if (node.kind === 'indicator' && node.marker?.ordinal !== undefined) {
    return { zh: `${node.marker.ordinal}.${name}`, en: `${node.marker.ordinal}. ${name}` }
  }
  return { zh: name, en: name }
}
