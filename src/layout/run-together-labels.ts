import type { ColumnRole } from '../model/disclosure.ts'
import { INDICATOR_COLUMNS } from '../vocabulary/headers.ts'
import { headingEnd } from '../vocabulary/heading-words.ts'
import { type GluedWord, isBlank, labelsAt, skipBlanks } from './run-together-words.ts'

/** The labels of forms in a text without separators, in order and not overlapping. */
export const findGluedLabels = (folded: string): readonly GluedWord[] => {
  const scanner = new LabelScanner(folded)
  return scanner.scan()
}

/** Short words that head columns: labels only beside other headers. */
const SHORT_COLUMNS: ReadonlySet<string> = new Set(
  '分值 权重 单位 备注 序号 说明 指标 符号 性质 得分'.split(' '),
)

/** No table of indicators has more columns. */
const MOST_COLUMNS = 24

/** What the text is in the middle of. */
type Stage = 'front' | 'name' | 'fields' | 'goal' | 'indicators'

class LabelScanner {
  readonly #folded: string
  readonly #found: GluedWord[] = []
  #stage: Stage = 'front'

  constructor(folded: string) {
    this.#folded = folded
  }

  scan(): readonly GluedWord[] {
    for (let at = 0; at < this.#folded.length; ) {
      const run = this.#headerAt(at)
      const label = run.length > 0 ? undefined : this.#labelAt(at)
      for (const word of run) this.#found.push(word)
      if (label !== undefined) this.#found.push(label)
      if (run.length > 0) this.#stage = 'indicators'
      else if (label !== undefined) this.#stage = STAGES[label.role] ?? 'fields'
      at = Math.max(at + 1, this.#found.at(-1)?.end ?? 0)
    }
    return this.#found
  }

  /** 一级指标二级指标三级指标指标值: the header of the indicators, from its first column on. */
  #headerAt(at: number): readonly GluedWord[] {
    if (this.#stage === 'front' || !'一二三指'.includes(this.#folded[at] as string)) return []
    const run: GluedWord[] = []
    for (let next = at; run.length < MOST_COLUMNS; ) {
      const word = labelsAt(this.#folded, next).find((candidate) => this.#isColumn(candidate, run.length))
      // No header has one column twice.
      if (word === undefined || run.some((other) => other.word === word.word)) break
      run.push(word)
      next = skipBlanks(this.#folded, word.end)
    }
    const roles = new Set(run.map(({ role }) => role))
    return roles.size >= 2 && (roles.has('level-one') || roles.has('level-two') || roles.has('target'))
      ? run
      : []
  }

  #isColumn({ word, role, end }: GluedWord, count: number): boolean {
    if (this.#folded[end - 1] === ':') return false
    if (word === '指标' && /[\d①-⑳]/.test(this.#folded[skipBlanks(this.#folded, end)] ?? '')) return false
    if (SHORT_COLUMNS.has(word)) return count > 0
    return INDICATOR_COLUMNS.has(role) && word.length >= 3
  }

  #labelAt(at: number): GluedWord | undefined {
    const start = /^其中\s?[:,]?\s?/.exec(this.#folded.slice(at, at + 6))?.[0].length ?? 0
    const candidates = labelsAt(this.#folded, at + start)
    if (candidates.length === 0) return undefined
    const isSetOff = this.#isSetOff(at)
    const label = candidates.find((candidate) => this.#isLabel(candidate, isSetOff, start > 0))
    if (label === undefined) return undefined
    // …培训项目主管部门: what the standard form prints is 主管部门.
    if (label.role === 'agency' && label.word.startsWith('项目') && !isSetOff && this.#stage === 'name') {
      const inner = labelsAt(this.#folded, at + 2).find(
        ({ role, end }) => role === 'agency' && end === label.end,
      )
      if (inner !== undefined) return undefined
    }
    return { ...label, start: at }
  }

  /** Whether a line, a blank or another label ends right before. */
  #isSetOff(at: number): boolean {
    const before = this.#folded[at - 1]
    return before === undefined || isBlank(before) || this.#found.at(-1)?.end === at
  }

  #isLabel(label: GluedWord, isSetOff: boolean, isPart: boolean): boolean {
    const { word, role, end } = label
    if (word.length < 4 && !(role === 'amount' && word.length >= 3) && !isPart) return false
    const hasColon = this.#folded[end - 1] === ':'
    switch (role) {
      case 'name':
        return !/^(?:单位|部门)名称|^资金名称/.test(word)
      case 'goal':
        if (this.#stage === 'front' || this.#stage === 'indicators') return false
        return isSetOff || hasColon || this.#stage === 'fields'
      case 'indicator':
        return this.#stage !== 'front' && this.#opensIndicators(end)
      case 'amount':
      case 'funding':
        return this.#isAmongFields && this.#precedesMoney(end)
      case 'agency':
        return this.#isAmongFields
      case 'code':
      case 'period':
        return this.#isAmongFields && /[\d\s:]/.test(this.#folded[skipBlanks(this.#folded, end)] ?? ':')
      case 'other':
        return (
          this.#stage !== 'front' &&
          (this.#isAmongFields ? isSetOff || hasColon || word.startsWith('项目') : hasColon)
        )
      default:
        return false
    }
  }

  get #isAmongFields(): boolean {
    return this.#stage === 'name' || this.#stage === 'fields'
  }

  #precedesMoney(end: number): boolean {
    const next = skipBlanks(this.#folded, end)
    const rest = this.#folded.slice(next, next + 8)
    if (rest === '' || /^[\d¥\-/—]|^其中/.test(rest)) return true
    // Inside a name, 财政资金绩效目标管理 are no labels; behind other fields, an empty cell has no number.
    const isNext = ({ word, role }: GluedWord): boolean =>
      role === 'amount' || role === 'funding' || (this.#stage === 'fields' && word.length >= 4)
    return labelsAt(this.#folded, next).some(isNext)
  }

  #opensIndicators(end: number): boolean {
    const next = skipBlanks(this.#folded, end)
    if (headingEnd(this.#folded, next) > 0) return true
    return labelsAt(this.#folded, next).some(({ role }) => role === 'level-one' || role === 'level-two')
  }
}

const STAGES: Partial<Record<ColumnRole, Stage>> = { name: 'name', goal: 'goal', indicator: 'indicators' }
