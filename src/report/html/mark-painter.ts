import type { Finding, Severity } from '../../model/finding.ts'
import type { Source } from '../../source/source.ts'
import type { Span } from '../../source/span.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { escapeHtml, html, Markup, NOTHING } from './markup.ts'

/** Stretches of text that have the same marks. */
interface Run {
  text: string
  readonly marks: readonly Mark[]
}

/** Stands where something is missing that a finding speaks of. */
const GAP = '‸'

/** More badges than this at one place hide the text. */
const SHOWN_ENDS = 4

/** Puts marks into the texts of one filing, by position alone. */
export class MarkPainter {
  readonly #source: Source
  readonly #marks: readonly Mark[]
  /** The furthest end of the marks up to the i-th: where to begin looking. */
  readonly #reach: readonly number[]
  readonly #placed = new Set<Mark>()
  readonly #badged = new Set<Mark>()

  constructor(source: Source, marks: readonly Mark[]) {
    this.#source = source
    this.#marks = [...marks].sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end)
    let furthest = -1
    this.#reach = this.#marks.map(({ at }) => {
      furthest = Math.max(furthest, at.end)
      return furthest
    })
  }

  /** `text` with every mark that touches it. */
  paint(text: SpannedText | undefined): Markup {
    if (text === undefined) return NOTHING
    const marks = this.#touching(text.span)
    if (marks.length === 0) return linesOf(text.text)
    return this.#paintRuns(text.text === '' ? runsOfBlank(marks) : this.#runsOf(text, marks))
  }

  /** What a mark points at, where no text of the filing's table shows it. */
  paintAlone(mark: Mark, text: string): Markup {
    return this.#paintRuns([{ text: text === '' ? GAP : text, marks: [mark] }])
  }

  /** Whether a finding has a place in `span`. */
  isMarked(span: Span): boolean {
    return this.#touching(span).length > 0
  }

  /** Marks for which no text has come by yet. */
  get unplaced(): readonly Mark[] {
    return this.#marks.filter((mark) => !this.#placed.has(mark))
  }

  /** A place between two texts is marked at the end of the first, and once. */
  #touching(span: Span): readonly Mark[] {
    const found: Mark[] = []
    for (let i = firstReaching(this.#reach, span.start); i < this.#marks.length; i += 1) {
      const mark = this.#marks[i] as Mark
      if (mark.at.start > span.end) break
      if (touches(mark.at, span) && !(isPoint(mark.at) && this.#placed.has(mark))) found.push(mark)
    }
    return found
  }

  #runsOf(text: SpannedText, marks: readonly Mark[]): readonly Run[] {
    const placeOf = this.#placesIn(text)
    const ranges = marks.filter(({ at }) => !isPoint(at))
    let points = marks.filter(({ at }) => isPoint(at))
    const runs: Run[] = []
    const addPoints = (isReached: (point: Mark) => boolean): void => {
      for (const point of points.filter(isReached)) runs.push({ text: GAP, marks: [point] })
      points = points.filter((point) => !isReached(point))
    }
    let i = 0
    for (const character of text.text) {
      const place = placeOf(i, i + character.length)
      addPoints(({ at }) => at.start <= place.start)
      const here = ranges.filter(({ at }) => at.start < place.end && place.start < at.end)
      const last = runs.at(-1)
      if (last !== undefined && last.text !== GAP && areSame(last.marks, here)) last.text += character
      else runs.push({ text: character, marks: here })
      i += character.length
    }
    addPoints(() => true)
    return runs
  }

  /** Where a part of `text` stands; without asking piece by piece if it stands there verbatim. */
  #placesIn(text: SpannedText): (from: number, to: number) => Span {
    const { start, end } = text.span
    const isVerbatim = end - start === text.length && this.#source.text.startsWith(text.text, start)
    return isVerbatim
      ? (from, to) => ({ start: start + from, end: start + to })
      : (from, to) => text.slice(from, to).span
  }

  #paintRuns(runs: readonly Run[]): Markup {
    return html`${runs.map((run, i) => {
      if (run.marks.length === 0) return linesOf(run.text)
      const ending = run.marks.filter((mark) => !runs[i + 1]?.marks.includes(mark))
      return html`${this.#paintRun(run)}${this.#badges(ending)}`
    })}`
  }

  #paintRun({ text, marks }: Run): Markup {
    const fresh = marks.filter((mark) => !this.#placed.has(mark))
    for (const mark of fresh) this.#placed.add(mark)
    const [own, ...others] = fresh
    const { severity, isPrimary } = gravest(marks)
    const names = `m ${severity}${isPrimary ? '' : ' end'}${text === GAP ? ' gap' : ''}`
    const numbers = [...new Set(marks.map(({ number }) => number))].join(' ')
    const id = own === undefined ? NOTHING : html` id="${own.id}"`
    // Several findings may begin at one place; each keeps an anchor of its own.
    return html`${others.map((mark) => html`<i id="${mark.id}"></i>`)}<mark class="${names}" data-m="${numbers}"${id}>${linesOf(text)}</mark>`
  }

  /** A place can be the other end of a thousand findings; those about it are all numbered. */
  #badges(all: readonly Mark[]): Markup {
    // One number is enough where several ends of one finding meet.
    const ending = all.filter(
      (mark, i) => all.findIndex(({ number }) => number === mark.number) === i || mark.isPrimary,
    )
    const others = ending.filter(({ isPrimary }) => !isPrimary)
    const left = others.slice(SHOWN_ENDS)
    const shown = ending.filter((mark) => !left.includes(mark))
    const more = left.length === 0 ? NOTHING : html`<span class="faint">+${left.length}</span>`
    return html`${shown.map((mark) => this.#badge(mark))}${more}`
  }

  /** The number that leads to the finding, and the arrow that leads to its other end. */
  #badge(mark: Mark): Markup {
    if (this.#badged.has(mark)) return NOTHING
    this.#badged.add(mark)
    const { number, severity, card, next } = mark
    const hop =
      next === undefined ? NOTHING : html`<a class="hop ${severity}" href="#${next}" data-m="${number}">⇄</a>`
    return html`<span class="to"><a class="no ${severity}" href="#${card}" data-m="${number}">${number}</a>${hop}</span>`
  }
}

/** Where nothing is printed only a finding about just that place is marked. */
const runsOfBlank = (marks: readonly Mark[]): readonly Run[] => {
  const here = marks.filter(({ at }) => isPoint(at))
  return here.length === 0 ? [] : [{ text: GAP, marks: here }]
}

/** The first index from which `reach` is at or behind `start`. */
const firstReaching = (reach: readonly number[], start: number): number => {
  let low = 0
  let high = reach.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reach[middle] as number) < start) low = middle + 1
    else high = middle
  }
  return low
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const

/** The mark whose colour is shown where several meet. */
const gravest = (marks: readonly Mark[]): Mark =>
  [...marks].sort(
    (a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || Number(b.isPrimary) - Number(a.isPrimary),
  )[0] as Mark

const isPoint = ({ start, end }: Span): boolean => start === end

/** A point belongs to the text at whose edge it stands; a range has to share a character. */
const touches = (at: Span, span: Span): boolean =>
  isPoint(at) || isPoint(span)
    ? at.start <= span.end && span.start <= at.end
    : at.start < span.end && span.start < at.end

const areSame = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, i) => mark === b[i])

/** Line ends stay, for the style sheet to break at; what else can't be seen is spelled out. */
const linesOf = (text: string): Markup =>
  new Markup(
    text
      .split(/\r\n?|\n/)
      .map(escapeHtml)
      .join('\n'),
  )

/** One end of a finding, to be marked where it stands. */
export interface Mark {
  /** The id of the mark in the page. */
  readonly id: string
  /** The number of its finding. */
  readonly number: number
  readonly severity: Severity
  readonly isPrimary: boolean
  readonly at: Span
  /** The id of the finding's card. */
  readonly card: string
  /** The id of the end to go on to, where the finding has several. */
  readonly next: string | undefined
}

/** A listed finding with its number in its filing, from 1. */
export interface NumberedFinding {
  readonly finding: Finding
  readonly number: number
  readonly card: string
  /** The place of the finding first, then its related places in order. */
  readonly marks: readonly [Mark, ...Mark[]]
}

/** Numbers the findings of the filing with the id `filing`, and names all their ends. */
export const numberFindings = (findings: readonly Finding[], filing: string): readonly NumberedFinding[] =>
  findings.map((finding, i) => {
    const number = i + 1
    const card = `${filing}n${number}`
    const primary = `${filing}p${number}`
    const related = (finding.related ?? []).map(({ at }, k) => ({ at, id: `${filing}r${number}-${k + 1}` }))
    const shared = { number, severity: finding.severity, card }
    const marks: [Mark, ...Mark[]] = [
      { ...shared, id: primary, isPrimary: true, at: finding.at, next: related[0]?.id },
      // From any other end back to the place that the finding is about.
      ...related.map(({ id, at }) => ({ ...shared, id, isPrimary: false, at, next: primary })),
    ]
    return { finding, number, card, marks }
  })
