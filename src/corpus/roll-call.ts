import type { CheckedRecord, FailedRecord, FiledAgency, SkippedRecord } from '../model/record.ts'
import { agencyNameKey, compactName, isSameAgency, regionOf } from './agencies.ts'

/** An agency that is expected to file; one of both is empty where a list gives only the other. */
export interface ExpectedAgency {
  readonly code: string
  readonly name: string
}

/** Who filed and who did not, of those that were expected to. */
export interface RollCall {
  /** In the order of the list. */
  readonly agencies: readonly CalledAgency[]
  /** Files that nobody on the list handed in. */
  readonly strangers: readonly string[]
}

export interface CalledAgency extends ExpectedAgency {
  /**
   * `twice`: the same projects in several files. `unread`: no file of it was read, and the name of one that can't be, or
   * in which no table was recognised, names it.
   */
  readonly is: 'filed' | 'twice' | 'missing' | 'unread'
  readonly files: readonly string[]
}

/** Whether everybody filed once, and nobody else did. */
export const isAsExpected = ({ agencies, strangers }: RollCall): boolean =>
  strangers.length === 0 && agencies.every(({ is }) => is === 'filed')

/** What of the results of a check a roll call needs. */
export type CalledRecord =
  | Pick<CheckedRecord, 'kind' | 'path' | 'agencies' | 'projects'>
  | FailedRecord
  | SkippedRecord

/**
 * Calls the roll: agencies are known as when filings are compared with each other, by name and code; then by a code that
 * the list has once; then by a name without its place, where that fits one alone. A file may hold several.
 */
export const callRoll = (expected: readonly ExpectedAgency[], records: Iterable<CalledRecord>): RollCall => {
  const roll = new Roll(expected)
  for (const record of records) roll.take(record)
  return roll.call
}

interface Filing {
  readonly path: string
  readonly projects: ReadonlySet<string>
}

class Roll {
  readonly #expected: readonly ExpectedAgency[]
  readonly #filings = new Map<ExpectedAgency, Filing[]>()
  readonly #unread: (FailedRecord | SkippedRecord)[] = []
  readonly #strangers: string[] = []

  constructor(expected: readonly ExpectedAgency[]) {
    this.#expected = expected
  }

  take(record: CalledRecord): void {
    if (record.kind !== 'checked') {
      this.#unread.push(record)
      return
    }
    const { path, agencies } = record
    const called = agencies.map((agency) => this.#find(agency))
    for (const [number, one] of called.entries()) {
      if (one === undefined) continue
      const names = projectsUnder(number, record)
      const filings = this.#filings.get(one) ?? []
      this.#filings.set(one, filings)
      const known = filings.findIndex((filing) => filing.path === path)
      if (known < 0) filings.push({ path, projects: new Set(names) })
      else filings[known] = { path, projects: new Set([...(filings[known]?.projects ?? []), ...names]) }
    }
    if (called.every((one) => one === undefined)) this.#strangers.push(path)
  }

  get call(): RollCall {
    const agencies = this.#expected.map((one): CalledAgency => {
      const filings = this.#filings.get(one) ?? []
      const files = filings.map(({ path }) => path).sort()
      if (filings.length > 0) return { ...one, is: isTwice(filings) ? 'twice' : 'filed', files }
      const unread = this.#unread.filter(({ path }) => isNamedIn(path, one)).map(({ path }) => path)
      return { ...one, is: unread.length > 0 ? 'unread' : 'missing', files: unread.sort() }
    })
    return { agencies, strangers: this.#strangers.toSorted() }
  }

  #find(agency: FiledAgency): ExpectedAgency | undefined {
    const key = keyOf(agency.name)
    return (
      this.#expected.find((one) => one.name !== '' && isSameAgency(asFiled(one), agency)) ??
      only(this.#expected.filter(({ code }) => code !== '' && code === agency.code)) ??
      only(
        this.#expected.filter(
          ({ name, code }) =>
            name !== '' &&
            (code === '' || agency.code === undefined || code === agency.code) &&
            isSameButPlace(keyOf(name), key),
        ),
      )
    )
  }
}

type Holdings = Pick<CheckedRecord, 'agencies' | 'projects'>

/** Names of the projects of an agency and of those below it; where it has none, those of the file that names it. */
const projectsUnder = (number: number, { agencies, projects }: Holdings): readonly string[] => {
  const { code } = agencies[number] as FiledAgency
  const isBelow = (agency: number): boolean =>
    agency === number || (code !== undefined && agencies[agency]?.code?.startsWith(code) === true)
  const own = projects.filter(({ agency }) => isBelow(agency))
  return (own.length > 0 ? own : projects).map(({ name }) => compactName(name))
}

const asFiled = ({ code, name }: ExpectedAgency): FiledAgency => ({
  ...(code === '' ? {} : { code }),
  name,
  region: regionOf(name),
})

const keyOf = (name: string): string => agencyNameKey(name) || compactName(name)

/** 教育局 and 某市某县教育局: one of both says where it is, or says more of it. */
const isSameButPlace = (a: string, b: string): boolean => {
  const [short = '', long = ''] = [a, b].sort((x, y) => x.length - y.length)
  if (short.length < 3 || !long.endsWith(short)) return false
  const before = long.slice(0, long.length - short.length)
  return before === '' || /(?:省|市|州|盟|县|区|旗)$/.test(before)
}

const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined)

/** Whether the same project stands in two of its files; different ones are one filing in parts. */
const isTwice = (filings: readonly Filing[]): boolean => {
  if (filings.length < 2) return false
  const seen = new Set<string>()
  for (const { projects } of filings) {
    if (projects.size === 0 || [...projects].some((name) => seen.has(name))) return true
    for (const name of projects) seen.add(name)
  }
  return false
}

/** Whether the name of a file, or of a folder that it lies in, names an agency. */
const isNamedIn = (path: string, { code, name }: ExpectedAgency): boolean => {
  const text = compactName(path)
  const key = keyOf(name)
  return (
    (key.length > 2 && text.includes(key)) ||
    (code.length > 2 && new RegExp(`(?<!\\d)${escaped(code)}(?!\\d)`).test(text))
  )
}

const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '\\$&')

/** Words over the columns of a list, and below them. */
const NO_AGENCY =
  /^(?:序号|编号|编码|代码|(?:预算|应报|报送)?单位(?:名称|编码|代码|名单|清单)?|(?:主管)?部门(?:名称|编码|代码)?|名称|机构名称|备注|合计|总计|小计|code|name|agency)$/i

const CODE = /^[0-9A-Za-z]{3,12}$/

/**
 * The agencies of a list, whose rows have a name, a code or both, glued together or in cells of their own; headings,
 * ordinals and comments are no agencies. An agency that stands twice is one.
 */
export const readAgencyList = (rows: readonly (readonly string[])[]): readonly ExpectedAgency[] => {
  const found = new Map<string, ExpectedAgency>()
  for (const row of rows) {
    const cells = row.map(compactName).filter((cell) => cell !== '' && !NO_AGENCY.test(cell))
    if (cells[0]?.startsWith('#')) continue
    const named = cells.find((cell) => /[\p{Script=Han}]{2}/u.test(cell)) ?? ''
    const [, glued = '', name = named] =
      /^\[?([0-9A-Za-z]{3,12})\]?[-_:.]?(?=\p{Script=Han})(.+)$/u.exec(named) ?? []
    const code = glued || (cells.find((cell) => CODE.test(cell) && /\d/.test(cell)) ?? '')
    if (name === '' && code === '') continue
    const key = `${code}\n${name}`
    if (!found.has(key)) found.set(key, { code, name })
  }
  return [...found.values()]
}
