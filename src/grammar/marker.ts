import type { Marker, MarkerStyle } from '../model/disclosure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed, isHeadingWord } from '../vocabulary/categories.ts'
import { headingEnd } from '../vocabulary/heading-words.ts'
import { endsAsName, endsAsValue } from '../vocabulary/qualities.ts'
import { formAt, mayBeginNumber, type NumberForm, readNumber } from './marker-style.ts'
import { isBlank, isDigit } from './quantity/characters.ts'

/** A marker and where it stands in the text it was found in. */
export interface FoundMarker extends Marker {
  readonly start: number
  readonly end: number
}

/**
 * Finds the markers of an outline or a list: at the start of a paragraph, after a blank, after a
 * colon or the end of a sentence; and glued to what stands before where a known heading or the
 * expected next number leaves no doubt. `3.25万元 二、` has one marker: a digit and a dot before a
 * digit are a decimal.
 */
export const findMarkers = SpannedText.remember((text): readonly FoundMarker[] =>
  new MarkerScanner(text).scan(),
)

/** What a number stands behind: tells how sure it is a marker. */
type Boundary = 'paragraph' | 'blank' | 'sentence' | 'glued'

class MarkerScanner {
  readonly #text: SpannedText
  readonly #folded: string
  readonly #found: FoundMarker[] = []
  /** The last ordinal of each style, as long as its list goes on. */
  readonly #last: Partial<Record<MarkerStyle, number | undefined>> = {}
  #lastDotted = ''
  /** Behind the last marker. */
  #contentStart = 0

  constructor(text: SpannedText) {
    this.#text = text
    this.#folded = text.folded
  }

  scan(): readonly FoundMarker[] {
    const folded = this.#folded
    for (let at = 0; at < folded.length; ) {
      if (!mayBeginNumber(folded.charCodeAt(at)) || isInsideNumber(folded, at)) {
        at += 1
        continue
      }
      const form = this.#markerAt(at)
      if (form === undefined) {
        at += 1
        continue
      }
      this.#add(at, form)
      at = form.end
    }
    return this.#found
  }

  #add(at: number, { style, ordinal, printed, end }: NumberForm): void {
    if (ordinal !== undefined) this.#last[style] = ordinal
    if (style === 'dotted') this.#lastDotted = printed
    // A heading begins the lists under it anew.
    if (style === 'chinese' || style === 'bracketed-chinese') {
      for (const under of UNDER_HEADINGS) this.#last[under] = undefined
      if (style === 'chinese') this.#last['bracketed-chinese'] = undefined
    }
    this.#contentStart = end
    const before = this.#found.at(-1)
    // ★1. and 1.★ are one marker, and so is 2.指标2:
    const isPair =
      before?.end === at && before.style !== style && (before.style === 'bullet' || COMPLETING.has(style))
    const start = isPair ? before.start : at
    if (isPair) this.#found.pop()
    const isBullet = style === 'bullet' && isPair
    this.#found.push({
      text: this.#text.trimmed(start, end),
      style: isBullet ? before.style : style,
      ordinal: isBullet ? before.ordinal : ordinal,
      start,
      end,
    })
  }

  #markerAt(at: number): NumberForm | undefined {
    const form = formAt(this.#folded, at)
    if (form === undefined) return undefined
    const boundary = boundaryBefore(this.#folded, at, this.#found.at(-1)?.end)
    const number = readNumber(form, this.#folded, at)
    if (number !== undefined && this.#isMarker(number, at, boundary)) return number
    return boundary === 'glued' ? undefined : this.#gluedDecimal(at, boundary)
  }

  #isMarker(form: NumberForm, at: number, boundary: Boundary): boolean {
    switch (form.style) {
      case 'goal':
      case 'indicator':
        return this.#isLabelled(form, at, boundary)
      case 'chinese':
        if (this.#folded.slice(at, form.end).trimEnd().endsWith('是'))
          return boundary !== 'glued' && headingEnd(this.#folded, form.end) > 0
        return (
          boundary === 'paragraph' ||
          headsCategory(this.#folded, form.end) ||
          (boundary !== 'glued' && this.#isNext(form)) ||
          (boundary === 'blank' && this.#goesOn(form, at))
        )
      case 'bracketed-chinese':
        return (
          boundary !== 'glued' ||
          headsCategory(this.#folded, form.end) ||
          (this.#isNext(form) && (form.ordinal !== 1 || this.#followsHeading(at)))
        )
      case 'dotted':
        return this.#isDotted(form, boundary)
      case 'decimal':
        return this.#isDecimal(form, at, boundary)
      case 'bracketed-decimal':
      case 'circled':
        return boundary !== 'glued' || (form.ordinal === 1 ? this.#followsHeading(at) : this.#isNext(form))
      case 'bullet':
        return (
          boundary === 'paragraph' ||
          (boundary === 'blank' && !'·*-+'.includes(this.#folded[at] as string) && !this.#isChoice(at))
        )
    }
  }

  #isNext({ style, ordinal }: NumberForm): boolean {
    return ordinal !== undefined && ordinal === (this.#last[style] ?? 0) + 1
  }

  /** □是 □否: the box of an answer, beside that of another. */
  #isChoice(at: number): boolean {
    const before = this.#folded.slice(Math.max(this.#contentStart, at - 16), at)
    return /[□■☐○●][^\s□■☐○●]{1,8}\s*$/.test(before) || TWO_BOXES.test(this.#folded.slice(at, at + 16))
  }

  /** Behind a whole sentence a list goes on, if with the wrong number. */
  #goesOn({ style, ordinal }: NumberForm, at: number): boolean {
    const last = this.#last[style]
    if (last === undefined || ordinal === undefined || ordinal > last + 3) return false
    return /[。;!]$/.test(this.#folded.slice(Math.max(0, at - 8), at).trimEnd())
  }

  /** 目标1: is a marker anywhere; without its colon only where a line or a sentence begins. */
  #isLabelled(form: NumberForm, at: number, boundary: Boundary): boolean {
    const printed = this.#folded.slice(at, form.end)
    if (printed.includes(':')) return true
    if (boundary === 'glued') return false
    if (/[\s、.,]$/.test(printed) || form.end === this.#folded.length) return true
    // 目标1开展…, 指标1项目…: not 目标3个 and not 目标20万.
    return (
      this.#isNext(form) &&
      !/^(?:[\d%个万亿千百人元\u7684]|项(?!目))/.test(this.#folded.slice(form.end, form.end + 2))
    )
  }

  #isDecimal(form: NumberForm, at: number, boundary: Boundary): boolean {
    const folded = this.#folded
    const isNext = this.#isNext(form)
    const ordinal = form.ordinal as number
    switch (boundary) {
      case 'paragraph':
        return true
      case 'blank': {
        if (form.end >= folded.length) return false
        // `≤ 2.效益指标`: the number of a heading, and a value that is missing.
        if (isComparator(folded, at)) return headsCategory(folded, form.end)
        if (isNext || ordinal === 1) return true
        const skipped = ordinal - (this.#last.decimal ?? 0)
        return skipped <= 5 && !endsAsName(folded.slice(Math.max(0, at - 12), at).trimEnd())
      }
      case 'sentence':
        return (
          isNext ||
          (ordinal === 1 && this.#followsHeading(at)) ||
          (this.#goesOn(form, at) && /[\u4e00-\u9fff]/.test(folded[form.end] ?? ''))
        )
      case 'glued':
        // Glued to what stands before: only the number that has to come next, after a whole value.
        if (ordinal === 1) return this.#followsHeading(at)
        if (!isNext) return false
        return folded[form.end - 1] === '.'
          ? /[\u4e00-\u9fff%‰)”》]/.test(folded[at - 1] as string)
          : endsAsValue(folded.slice(Math.max(0, at - 16), at))
    }
  }

  /** 1.1 and 1.1.2: numbers of a list where a heading or the numbers before say so, else decimals. */
  #isDotted(form: NumberForm, boundary: Boundary): boolean {
    const { printed, end } = form
    if (headsCategory(this.#folded, end)) return true
    if (boundary === 'glued') return false
    const isSuccessor = succeeds(printed, this.#lastDotted)
    if (printed.split('.').length > 2) return isSuccessor || boundary === 'paragraph'
    if (boundary !== 'paragraph') return false
    return (isSuccessor || this.#lastDotted === '') && !MEASURED.test(this.#folded.slice(end, end + 3))
  }

  /** `1.2022年…`, `1、65岁以上…` and `2.3个村…`: a list number and a number of the text run together. */
  #gluedDecimal(at: number, boundary: Boundary): NumberForm | undefined {
    GLUED_DECIMAL.lastIndex = at
    const match = GLUED_DECIMAL.exec(this.#folded)
    if (match === null) return undefined
    const [, printed] = match as unknown as [string, string]
    const form = { style: 'decimal', ordinal: Number(printed), printed, end: at + match[0].length } as const
    if (!this.#isNext(form)) return undefined
    const rest = this.#folded.slice(form.end, form.end + 8)
    const isSure =
      OPENS_NAME.test(rest) ||
      (match[0].endsWith('.') && OPENS_DATE.test(rest)) ||
      (match[0].endsWith('、') && IN_NO_LIST.test(rest)) ||
      (boundary === 'paragraph' && this.#last.decimal !== undefined)
    return isSure ? form : undefined
  }

  /** Whether a heading stands right before: 数量指标1.…, 数量指标(50分)(1)… */
  #followsHeading(at: number): boolean {
    const words = this.#folded.slice(Math.max(this.#contentStart, at - 36), at)
    const line = words.slice(words.lastIndexOf('\n') + 1).replace(/[\s:]/g, '')
    const name = line.slice(Math.max(line.lastIndexOf(';'), line.lastIndexOf('。')) + 1)
    return isHeadingWord(name) || categoriesNamed(name).length > 0
  }
}

const UNDER_HEADINGS: readonly MarkerStyle[] = ['decimal', 'bracketed-decimal', 'circled', 'indicator']
/** What may stand right behind another marker as a part of it. */
const COMPLETING: ReadonlySet<MarkerStyle> = new Set(['bullet', 'indicator', 'goal'])
const TWO_BOXES = /^[□■☐○●]\s?[^\s□■☐○●]{1,8}\s*[□■☐○●]/
const GLUED_DECIMAL = /(\d{1,2})[.、)](?=\d)/y
/** 2022年…, 0-6岁儿童…, 2型糖尿病…: a number that no other number before it goes on in. */
const OPENS_NAME = /^(?:20\d\d年|\d+\.\d|\d+(?:[-~至]\d+)?(?:周?岁|型))/
/** 6月30日前…, 9月底前…; not 1.2月份. */
const OPENS_DATE = /^(?:1[0-2]|[1-9])月(?:\d|[底末上中下])/
/** Not 3、4、5月 and not 1、2季度. */
const IN_NO_LIST = /^\d+[\u4e00-\u9fff](?<![月日季号期年级])/
const MEASURED = /^\s*(?:[万亿千百元人个名户次场期份套台%‰倍吨亩米天]|公[里顷斤]|平方|立方|小时)/

/** Whether the digit at `at` goes on a number that began before it: `40.` in `3.40.` */
const isInsideNumber = (folded: string, at: number): boolean => {
  if (at === 0 || !isDigit(folded.charCodeAt(at))) return false
  const before = folded.charCodeAt(at - 1)
  return isDigit(before) || (before === 46 && isDigit(folded.charCodeAt(at - 2)))
}

/** Whether the last thing before the blanks at `at` is a comparator, so that a number is its value. */
const isComparator = (folded: string, at: number): boolean => {
  let end = at
  while (end > 0 && isBlank(folded.charCodeAt(end - 1))) end -= 1
  return end > 0 && '≥≤<>='.includes(folded[end - 1] as string)
}

const boundaryBefore = (folded: string, at: number, lastEnd: number | undefined): Boundary => {
  let start = at
  while (start > 0 && isBlank(folded.charCodeAt(start - 1)) && folded[start - 1] !== '\n') start -= 1
  if (start === 0 || folded[start - 1] === '\n') return 'paragraph'
  // ★1. stands where ★ stands.
  if (lastEnd === at) return 'blank'
  if (start < at) return 'blank'
  return ':;。!?】'.includes(folded[at - 1] as string) ? 'sentence' : 'glued'
}

/** Whether a known heading begins at `from`, or is all that stands up to the next blank or mark. */
const headsCategory = (folded: string, from: number): boolean => {
  if (headingEnd(folded, from) > 0) return true
  const word = /^[^\s\d:;,。、≥≤(]{2,20}/.exec(folded.slice(from, from + 24))
  return word !== null && categoriesNamed(word[0]).length > 0
}

/** Whether `printed` may follow `before` in a dotted list: 1.1.2 after 1.1.1, 1.2 after 1.1.3, 1.1 after 1. */
const succeeds = (printed: string, before: string): boolean => {
  const parts = printed.split('.').map(Number)
  const old = before === '' ? [] : before.split('.').map(Number)
  const i = parts.findIndex((part, k) => part !== old[k])
  if (i < 0) return false
  return parts[i] === (old[i] ?? 0) + 1 && parts.slice(i + 1).every((part) => part === 1)
}
