import { type CategoryWord, Lexer, skipBlanks, type Word } from '../../lexicon/lexer.ts'
import type { ColumnRole } from '../../model/disclosure.ts'
import { isBlank } from '../../source/fold.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import type { StageWord } from '../../vocabulary/form-words.ts'
import {
  GOES_ON_AS_GOAL,
  LINE_LABEL,
  NAMES_BODY,
  REMARK,
  SENTENCE,
  SIGNED,
  TITLE,
  TITLE_GOES_ON,
} from '../../vocabulary/glued-words.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { isLevelOfState, OF_THESE_LABEL } from '../../vocabulary/money-words.ts'
import { headerAt, type Place, type TableHeader } from './columns.ts'
import type { Head } from './heads.ts'

/** What a label of a form without borders says. */
export type FieldRole = ColumnRole | 'stage' | 'plan' | 'outcome'

/** A label in a text without separators. */
export interface FieldLabel extends Place {
  /** Without a remark in brackets and a colon, which `end` is behind. */
  readonly word: string
  readonly role: FieldRole
  readonly stage?: StageWord
  /** The header of the indicators; with no length where only their headings tell that they begin. */
  readonly header?: TableHeader | 'none'
}

/** A text that may be a form, or several: what stands where in it is found once. */
export class FormText {
  readonly text: SpannedText
  readonly lexer: Lexer
  /** The project, where the first line is a title that names it: 路灯维护项目绩效目标. */
  readonly head: Head | undefined
  #labels: readonly FieldLabel[] | undefined

  constructor(text: SpannedText, head?: Head) {
    this.text = text
    this.head = head
    this.lexer = new Lexer(text.folded)
  }

  get labels(): readonly FieldLabel[] {
    this.#labels ??=
      this.head === undefined
        ? findFieldLabels(this.lexer)
        : new LabelScanner(this.lexer, 'fields').scan(this.text.folded.indexOf('\n') + 1)
    return this.#labels
  }
}

/** The labels of the forms in a text without separators, in order and not overlapping. */
const findFieldLabels = (lexer: Lexer): readonly FieldLabel[] => {
  const labels = new LabelScanner(lexer, 'front').scan()
  if (labels.length > 0) return labels
  // A form for a whole department names no project; in others, nobody knows the word that does.
  const others = new LabelScanner(lexer, 'fields').scan(TITLE.exec(lexer.folded)?.[0].length)
  const header = others.find((label) => label.header !== undefined)
  if (header === undefined) return labels
  const isHeaded = header.header !== 'none' && lexer.folded.includes('级')
  return isHeaded || isTable(lexer.folded.slice(header.start)) ? others : labels
}

/** Whether several lines end with a number and its unit, or hold a value with its sign, as rows do. */
const isTable = (folded: string): boolean => {
  const lines = folded.split('\n')
  const rows = lines.filter((line) => ROW.test(line) || SIGNED.test(line)).length
  return rows >= FEW_ROWS && rows * 2 > lines.length
}
const FEW_ROWS = 3
const LONGEST_SENTENCE = 250
const LONGEST_ROW = 200
const LONGEST_LABEL = 24
const LONGEST_KIND = 4
/** 省级, 中央. */
const LEVEL_LENGTH = 2
const ROW = /\d\s?[^\s\d,。;]{0,12}$/

/** What the text is in the middle of. */
type Stage = 'front' | 'name' | 'fields' | 'goal' | 'indicators'

class LabelScanner {
  readonly #lexer: Lexer
  readonly #folded: string
  readonly #found: FieldLabel[] = []
  #stage: Stage

  constructor(lexer: Lexer, stage: Stage) {
    this.#stage = stage
    this.#lexer = lexer
    this.#folded = lexer.folded
  }

  scan(from = 0): readonly FieldLabel[] {
    for (let at = from; at < this.#folded.length; ) {
      const label = isBlank(this.#folded.charCodeAt(at))
        ? undefined
        : (this.#headerAt(at) ?? this.#labelAt(at))
      if (label !== undefined) {
        this.#found.push(label)
        this.#stage = STAGES[label.role] ?? (label.header === undefined ? 'fields' : 'indicators')
      }
      at = Math.max(at + 1, label?.end ?? 0)
    }
    return this.#found
  }

  /** The header of the indicators, or the place where they begin without one. */
  #headerAt(at: number): FieldLabel | undefined {
    if (this.#stage === 'front' || this.#stage === 'indicators') {
      // Printed again on the next page, it heads the same table.
      return undefined
    }
    const header = headerAt(this.#lexer, at)
    if (header !== undefined)
      return { start: header.start, end: header.end, word: '', role: 'indicator', header }
    return this.#beginsRows(at)
      ? { start: at, end: at, word: '', role: 'indicator', header: 'none' }
      : undefined
  }

  /** 产出指标数量指标: two headings, one under the other, or one of level 1 at the start of a line. */
  #beginsRows(at: number): boolean {
    if ('【[-—'.includes(this.#folded[at - 1] ?? '.')) return false
    return this.#plainCategories(at).some((category) => {
      if (category.level === 2) return false
      const next = skipBlanks(this.#folded, category.end)
      const below = this.#plainCategories(next)
      if (below.length > 0) return below.some(({ level }) => level !== 1)
      const isHeading = category.isFull && category.level === 1 && this.#isLineStart(at)
      // 产出指标成本…≤24.18万元: a row from begin to end.
      if (isHeading && this.#lexer.categories(next).length > 0 && ROW.test(this.#lineFrom(at))) return true
      const isSetOff = isBlank(this.#folded.charCodeAt(category.end))
      return isHeading && isSetOff && this.#lexer.heading(next) === undefined
    })
  }

  /** Headings of indicators that no colon, bracket or dash sets off, as sentences do; without 指标, blanks have to. */
  #plainCategories(at: number): readonly CategoryWord[] {
    const isCell = (end: number): boolean =>
      isBlank(this.#folded.charCodeAt(end)) && (at === 0 || isBlank(this.#folded.charCodeAt(at - 1)))
    return this.#lexer.categories(at).filter(({ isFull, isDamaged, end }) => {
      if (isDamaged || !(isFull || isCell(end))) return false
      const next = this.#folded[skipBlanks(this.#folded, end)] ?? ''
      return next === '' || !':】]-—(['.includes(next)
    })
  }

  #isLineStart(at: number): boolean {
    return at === 0 || this.#folded[at - 1] === '\n'
  }

  #lineFrom(at: number): string {
    const end = this.#folded.indexOf('\n', at)
    return this.#folded.slice(at, end < 0 ? at + LONGEST_ROW : Math.min(end, at + LONGEST_ROW))
  }

  #labelAt(at: number): FieldLabel | undefined {
    const start = OF_THESE_LABEL.exec(this.#folded.slice(at, at + 6))?.[0].length ?? 0
    const special = this.#specialAt(at)
    if (special !== undefined) return special
    const isSetOff = this.#isSetOff(at)
    const candidates = this.#lexer.words('label', at + start)
    for (const found of candidates) {
      const { word } = found
      const [sense, end] = this.#senseOf(found)
      const label = {
        start: sense === 'agency' ? this.#agencyStart(at, end) : at,
        end: behindRemark(this.#folded, this.#lineEnd(at, end, sense)),
        word,
        role: sense,
      }
      if (!this.#isLabel(label, isSetOff, start > 0) || this.#isCut(label)) continue
      // …培训项目主管部门: what the standard form prints is 主管部门.
      if (sense === 'agency' && word.startsWith('项目') && !isSetOff && this.#stage === 'name') {
        const inner = this.#lexer.words('label', skipBlanks(this.#folded, at + 2))
        if (inner.some((other) => other.sense === 'agency' && other.end === end)) return undefined
      }
      return label
    }
    const whole = this.#lineLabelAt(at)
    // 年度部门预算(万元) is more than 年度.
    return candidates.length === 0 || whole?.role === 'amount' ? whole : undefined
  }

  /** What a label says, and where it ends. */
  #senseOf({ word, sense, end }: Word<'label'>): readonly [sense: ColumnRole, end: number] {
    // 财政拨款小计 stands over its parts.
    if (sense === 'funding' && /^[小合]计/.test(this.#folded.slice(end, end + 2))) return ['amount', end + 2]
    return [NAMES_BODY.test(word) ? 'agency' : sense, end]
  }

  /** 省级主管部门 is a label with all its words where it is alone in its line, or stands behind a name. */
  #agencyStart(at: number, end: number): number {
    const level = at - LEVEL_LENGTH
    if (this.#stage === 'name' && isLevelOfState(this.#folded.slice(level, at))) return level
    const start = this.#folded.lastIndexOf('\n', at) + 1
    const isWhole =
      at - start <= LONGEST_KIND && start > 0 && this.#lineFrom(start).trimEnd().length === end - start
    return isWhole ? start : at
  }

  /** 县级财政部门, which nothing sets off from the name in front. */
  #isOfLevel({ word, start }: FieldLabel): boolean {
    return word.endsWith('部门') && isLevelOfState(this.#folded.slice(start, start + LEVEL_LENGTH))
  }

  /** 主管部门(单位)名称及预算编码 as the whole of a line says what its first words do. */
  #lineEnd(at: number, end: number, role: FieldRole): number {
    if (!this.#isLineStart(at)) return end
    const line = this.#lineFrom(at)
    const isWhole = line.length <= LONGEST_LABEL && headerRole(line) === role
    return isWhole ? Math.max(end, at + line.length) : end
  }

  /** 项目 at the end of a name, in front of a line that begins with 预算金额: */
  #isCut({ start, end }: FieldLabel): boolean {
    const line = this.#folded.lastIndexOf('\n', end - 1) + 1
    if (line <= start) return false
    return this.#lexer
      .words('label', line)
      .some((own) => this.#folded[behindRemark(this.#folded, own.end) - 1] === ':')
  }

  /** What stands in front of a colon at the start of a line, or fills it, and is composed as labels are: 政策或项目名称:. */
  #lineLabelAt(at: number): FieldLabel | undefined {
    if (!this.#isLineStart(at)) return undefined
    const word = LINE_LABEL.exec(this.#folded.slice(at, at + 32))?.[1]
    const role = word === '目标' ? 'goal' : word === undefined ? undefined : headerRole(word)
    if (word === undefined || role === undefined) return undefined
    const label = { start: at, end: behindRemark(this.#folded, at + word.length), word, role }
    return this.#isLabel(label, true, false) ? label : undefined
  }

  /** Headers of money at a stage, and of plan and result beside each other. */
  #specialAt(at: number): FieldLabel | undefined {
    if (this.#stage === 'front' || this.#stage === 'indicators') return undefined
    const stage = this.#lexer.word('stage', at)
    if (stage !== undefined && (this.#stage !== 'goal' || this.#isFirstOfStages(stage.end))) {
      const end = behindRemark(this.#folded, stage.end)
      if (this.#isStage(stage.sense, stage.end, end))
        return { start: at, end, word: stage.word, role: 'stage', stage: stage.sense }
    }
    const plan = this.#lexer.word('plan', at)
    if (plan === undefined) return undefined
    const last = this.#found.at(-1)
    const isBehindGoal =
      last !== undefined &&
      (last.role === 'goal' || last.role === 'plan') &&
      isBetween(this.#folded, last.end, at)
    const isResult = plan.sense === 'outcome' && this.#stage === 'goal' && this.#isSetOffOrStop(at)
    if (!isBehindGoal && !isResult) return undefined
    return { start: at, end: behindRemark(this.#folded, plan.end), word: plan.word, role: plan.sense }
  }

  /** In a goal, 预算数 is a word; headers of money stand one behind another. */
  #isFirstOfStages(end: number): boolean {
    return this.#lexer.word('stage', skipBlanks(this.#folded, behindRemark(this.#folded, end))) !== undefined
  }

  #isStage(stage: StageWord, wordEnd: number, end: number): boolean {
    const next = skipBlanks(this.#folded, end)
    const isNumber = /[\d¥—/-]/.test(this.#folded[next] ?? '')
    const isMoney = stage !== 'weight' && stage !== 'score'
    if (isMoney && this.#stage === 'name' && !isNumber && this.#lexer.word('stage', next) === undefined)
      return false
    const isNext =
      this.#lexer.word('stage', next) !== undefined ||
      this.#lexer.words('label', next).some(({ word }) => word.length >= 4)
    const isBehind = this.#found.at(-1)?.role === 'stage'
    return isNumber || isNext || (isBehind && (isMoney || wordEnd <= end))
  }

  /** Whether a line, a blank or another label ends right before. */
  #isSetOff(at: number): boolean {
    const before = this.#folded.charCodeAt(at - 1)
    return at === 0 || isBlank(before) || this.#found.at(-1)?.end === at
  }

  #isSetOffOrStop(at: number): boolean {
    return this.#isSetOff(at) || /[。;]/.test(this.#folded[at - 1] ?? '')
  }

  #isLabel(label: FieldLabel, isSetOff: boolean, isPart: boolean): boolean {
    const { word, role, end } = label
    const hasColon = this.#folded[end - 1] === ':'
    if (word.length < 4 && !isPart && !this.#mayBeShort(label, hasColon)) return false
    if (this.#stage === 'indicators') return role === 'name' && this.#isNameLabel(label, isSetOff)
    switch (role) {
      case 'name':
        return this.#isNameLabel(label, isSetOff)
      case 'goal':
        if (this.#stage === 'front' || TITLE_GOES_ON.test(this.#folded.slice(end, end + 4))) return false
        return isSetOff || hasColon || this.#stage === 'fields' || this.#beginsGoal(label)
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
          (this.#isAmongFields
            ? isSetOff || hasColon || word.startsWith('项目') || this.#isOfLevel(label)
            : hasColon || this.#endsGoal(label))
        )
      default:
        return false
    }
  }

  /** 总金额, 项目期2023年, and at the start of a line 资金:, or 资金(万元) over its number. */
  #mayBeShort(label: FieldLabel, hasColon: boolean): boolean {
    const { word, role, start } = label
    if (word.length >= 3 && (role === 'amount' || this.#isBeforeYear(label))) return true
    if (!this.#isLineStart(start)) return false
    return hasColon ? SHORT.has(role) : role === 'amount' && this.#fillsLine(label)
  }

  #fillsLine({ end }: FieldLabel): boolean {
    return /^ ?\n/.test(this.#folded.slice(end, end + 2))
  }

  /** 项目期2023年-2030年 */
  #isBeforeYear({ role, end }: FieldLabel): boolean {
    return role === 'period' && /^\s?20\d\d年/.test(this.#folded.slice(end, end + 6))
  }

  /** Behind a sentence the label of the next goal, and behind a name one that a sentence follows: …工程建设总体目标完成7个…。 */
  #beginsGoal({ word, start, end }: FieldLabel): boolean {
    if (word.length < 4 || GOES_ON_AS_GOAL.test(this.#folded.slice(end, end + 3))) return false
    if (this.#stage === 'goal') return word.length > 4 && /[。;]/.test(this.#folded[start - 1] ?? '')
    return this.#stage === 'name' && SENTENCE.test(this.#folded.slice(end, end + LONGEST_SENTENCE))
  }

  /** 项目概况(100字以内): a label behind the last sentence of a goal. */
  #endsGoal({ word, start, end }: FieldLabel): boolean {
    const isAfterStop = this.#isLineStart(start) || /[。;]/.test(this.#folded[start - 1] ?? '')
    return word.length >= 4 && isAfterStop && /^[\s(]/.test(this.#folded[end] ?? ' ')
  }

  #isNameLabel({ word, start, end }: FieldLabel, isSetOff: boolean): boolean {
    if (/^(?:单位|部门)名称/.test(word)) return false
    // In a sentence, 资金名称 is a word; in a form, the department stands behind it.
    if (word === '资金名称' && !/主管部门|实施单位/.test(this.#folded.slice(end, end + 80))) return false
    if (this.#stage !== 'indicators') return true
    return (
      isSetOff || (word.length >= 4 && !/[\u4e00-\u9fff]{2}率$/.test(this.#folded.slice(start, start + 8)))
    )
  }

  get #isAmongFields(): boolean {
    return this.#stage === 'name' || this.#stage === 'fields'
  }

  #precedesMoney(end: number): boolean {
    const next = skipBlanks(this.#folded, end)
    const rest = this.#folded.slice(next, next + 8)
    if (rest === '' || /^(?:[合共总]计)?[\d¥\-/—]|^其中/.test(rest)) return true
    if (this.#lexer.word('stage', next) !== undefined) return true
    // Inside a name, 财政资金绩效目标管理 are no labels; behind other fields, an empty cell has no number.
    return this.#lexer
      .words('label', next)
      .some(
        ({ word, sense }) =>
          ((word.length > 2 || next > end) && (sense === 'amount' || sense === 'funding')) ||
          (this.#stage === 'fields' && word.length >= 4),
      )
  }

  #opensIndicators(end: number): boolean {
    const next = skipBlanks(this.#folded, end)
    if (this.#lexer.heading(next) !== undefined) return true
    return headerAt(this.#lexer, next) !== undefined
  }
}

const STAGES: Partial<Record<FieldRole, Stage>> = {
  name: 'name',
  goal: 'goal',
  plan: 'goal',
  outcome: 'goal',
}
/** Behind a remark in brackets and a colon. */
export const behindRemark = (folded: string, at: number): number => {
  REMARK.lastIndex = at
  const end = REMARK.test(folded) ? REMARK.lastIndex : at
  const colon = skipBlanks(folded, end)
  return folded[colon] === ':' ? colon + 1 : end
}

/** Whether only blanks stand between two places. */
const isBetween = (folded: string, from: number, to: number): boolean => skipBlanks(folded, from) >= to

/** A line may begin with two characters of them and a colon: 资金:37.6万元. */
const SHORT: ReadonlySet<FieldLabel['role']> = new Set(['name', 'goal', 'amount'])
