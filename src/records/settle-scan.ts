import { check } from '../check.ts'
import type { Disclosure } from '../model/disclosure.ts'
import type { Finding } from '../model/finding.ts'
import { ownerAround, sizeOf } from '../model/walk.ts'
import { parseDocument } from '../parse.ts'
import type { Document } from '../read/document.ts'
import type { Cell, Grid } from '../read/grid.ts'
import { type DoubtfulCharacter, type OtherReading, type Scan, withReadings } from '../source/scan.ts'
import { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'

/** Rules that say that numbers don't come to what they must: where a reading makes them, it is the right one. */
const EQUATIONS: ReadonlySet<string> = new Set([
  'execution-rate-mismatch',
  'funding-mismatch',
  'goal-sum-mismatch',
  'score-total-mismatch',
  'subtotal-mismatch',
  'total-mismatch',
  'weight-mismatch',
])

/** Rules that must not find more with another reading: it would only be worse in another way. */
const UNREADABLE = ['invalid-amount', 'unparsed-text']

/** So often a filing is read and checked anew, and so many characters of it all in all. */
const [MOST_TRIALS, MOST_CHARACTERS] = [400, 20_000_000]

/** What engines take for each other, whatever they say of it. */
const LOOK_ALIKES = ['0Oo〇', '1lI|丨', '2Z≥', '5S', '8B', '9g', '6b', '.,', '7?', '≤<', '≥>']

/** What numbers consist of: no reading makes anything else of a character. */
const OF_NUMBERS = /^[\d.,%≥≤<>=]$/

/**
 * A document read from pictures, with doubtful characters settled where exactly one other reading of one of them makes an
 * equation come out that doesn't as it was read; a note says which. Of what remains, it knows where some reading of a doubtful
 * character leaves nothing of an error (`withDoubt`).
 */
export const settleScan = (given: Document): Document => {
  const { source } = given
  if (source.scan === undefined) return given
  const whole = { start: 0, end: source.text.length }
  if (source.scan.doubtfulIn(whole).length === 0) return given
  const trials = new Trials(source.text.length)
  let document = given
  const settled: (OtherReading & { readonly before: string })[] = []
  for (;;) {
    const found = settlingOf(document, trials)
    if (found === undefined) break
    settled.push({ ...found, before: document.source.text.charAt(found.at) })
    document = readAs(document, [found])
  }
  document = withUndoing(document, trials)
  if (settled.length === 0) return document
  const detail = settled
    .map(({ at, before, text }) => `${wordAround(source.text, at)}: ${before} → ${text}`)
    .join(', ')
  return { ...document, notes: [...document.notes, { kind: 'settled-characters', detail }] }
}

/** Counts what was tried: a filing with many doubts must not take for ever. */
class Trials {
  #left: number

  constructor(characters: number) {
    this.#left = Math.min(MOST_TRIALS, Math.floor(MOST_CHARACTERS / Math.max(1, characters)))
  }

  /** What stands in a document, and what `rules` find in it; undefined where enough was tried. */
  run(document: Document, rules: readonly string[]): Trial | undefined {
    this.#left -= 1
    if (this.#left < 0) return undefined
    const { disclosure } = parseDocument(document)
    return { disclosure, findings: check(disclosure, { only: rules }) }
  }
}

interface Trial {
  readonly disclosure: Disclosure
  readonly findings: readonly Finding[]
}

/** The one reading of one character that makes an equation come out; undefined where none does, or several do. */
const settlingOf = (document: Document, trials: Trials): OtherReading | undefined => {
  const { scan } = document.source
  const rules = [...EQUATIONS, ...UNREADABLE]
  const now = trials.run(document, rules)
  if (scan === undefined || now === undefined) return undefined
  // What was read as no amount is a part of sums all the same.
  const unreadable = now.findings.filter(({ rule }) => !EQUATIONS.has(rule)).map(({ at }) => at)
  for (const finding of now.findings.filter(({ rule }) => EQUATIONS.has(rule))) {
    const doubtful = doubtfulAt(scan, [...placesOf(finding), ...unreadable])
    const readings = doubtful.flatMap(likelyReadings)
    const right: OtherReading[] = []
    for (const reading of readings) {
      const then = trials.run(readAs(document, [reading]), rules)
      if (then === undefined) return undefined
      if (isBetter(now, then, finding)) right.push(reading)
    }
    if (right.length === 1) return right[0]
  }
  return undefined
}

/** For each error, a reading of a doubtful character that leaves nothing of it, if there is one. */
const withUndoing = (document: Document, trials: Trials): Document => {
  const { scan, text, addresses } = document.source
  if (scan === undefined) return document
  const { disclosure } = parseDocument(document)
  const undone: { rule: string; at: Span; by: OtherReading }[] = []
  const findings = check(disclosure)
  // What stands on doubtful characters itself comes first: there are not that many trials.
  for (const finding of [...findings.filter(isDoubted), ...findings.filter(isAnError)]) {
    const by = undoingOf(finding, { document, disclosure, scan, trials })
    if (by !== undefined) undone.push({ rule: finding.rule, at: finding.at, by })
  }
  return undone.length === 0
    ? document
    : { ...document, source: new Source(text, addresses, scan.undoneBy(undone)) }
}

const isAnError = ({ severity }: Finding): boolean => severity === 'error'

/** Doubt has made warnings of errors already. */
const isDoubted = ({ severity, data }: Finding): boolean =>
  severity === 'warning' && data?.['ocrCertainty'] !== undefined

interface Reread {
  readonly document: Document
  readonly disclosure: Disclosure
  readonly scan: Scan
  readonly trials: Trials
}

const undoingOf = (
  finding: Finding,
  { document, disclosure, scan, trials }: Reread,
): OtherReading | undefined => {
  const now: Trial = { disclosure, findings: [finding] }
  for (const reading of readingsAround(finding, disclosure, scan)) {
    const then = trials.run(readAs(document, [reading]), [finding.rule])
    if (then === undefined) return undefined
    const isGone = !then.findings.some((other) => isSame(other, finding))
    if (isGone && hasSameSize(now, then)) return reading
  }
  return undefined
}

/**
 * What else may have been read where a finding stands. A sum of what was read surely may lack what stands elsewhere in its project
 * under a name that was not: there it is what the engine thought of.
 */
const readingsAround = (finding: Finding, disclosure: Disclosure, scan: Scan): OtherReading[] => {
  const here = doubtfulAt(scan, placesOf(finding))
  const project = ownerAround(disclosure, finding.at.start)
  if (here.length > 0 || !EQUATIONS.has(finding.rule) || project?.kind !== 'project')
    return here.flatMap(anyReadings)
  return scan.doubtfulIn(project.span).flatMap(thoughtReadings)
}

/** What the engine thought of, and what numbers are most likely to be. */
const thoughtReadings = (character: DoubtfulCharacter): OtherReading[] => {
  const thought = [...character.others].map((text) => ({ at: character.at, text }))
  const likely = likelyReadings(character)
  return [...thought, ...likely.filter(({ text }) => !character.others.includes(text))]
}

const placesOf = ({ at, related = [] }: Finding): Span[] => [at, ...related.map((other) => other.at)]

const doubtfulAt = (scan: Scan, places: readonly Span[]): DoubtfulCharacter[] => [
  ...new Map(places.flatMap((place) => scan.doubtfulIn(place)).map((one) => [one.at, one])).values(),
]

/** What a character most likely is if it isn't what it was read as. */
const likelyReadings = ({ at, text, others }: DoubtfulCharacter): OtherReading[] => {
  const alike = LOOK_ALIKES.filter((group) => group.includes(text)).join('')
  return [...new Set(others + alike)]
    .filter((other) => other !== text && OF_NUMBERS.test(other))
    .map((other) => ({ at, text: other }))
}

/** A digit may be any other where the paper has to be looked at. */
const anyReadings = (character: DoubtfulCharacter): OtherReading[] => {
  const likely = likelyReadings(character)
  if (!/\d/.test(character.text)) return likely
  const known = new Set([character.text, ...likely.map(({ text }) => text)])
  return [
    ...likely,
    ...[...'0123456789'].filter((digit) => !known.has(digit)).map((text) => ({ at: character.at, text })),
  ]
}

/** Whether a problem is gone, nothing else has come, and nothing that was read is missing. */
const isBetter = (now: Trial, then: Trial, gone: Finding): boolean =>
  !then.findings.some((finding) => isSame(finding, gone)) &&
  then.findings.every((finding) => now.findings.some((known) => isSame(finding, known))) &&
  hasSameSize(now, then)

const isSame = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule && a.at.start === b.at.start && a.at.end === b.at.end

const hasSameSize = (a: Trial, b: Trial): boolean =>
  JSON.stringify(sizeOf(a.disclosure)) === JSON.stringify(sizeOf(b.disclosure))

/** The document with some characters read as others. */
const readAs = (document: Document, readings: readonly OtherReading[]): Document => {
  const { text, addresses, scan } = document.source
  const changed = withReadings(text, readings)
  return {
    ...document,
    source: new Source(changed, addresses, scan?.reading(readings)),
    grid: gridOf(document.grid, changed),
  }
}

/** The same grid over a text that differs in single characters. */
const gridOf = ({ blocks }: Grid, text: string): Grid => {
  // Cells that a merged one covers know it.
  const known = new Map<Cell, Cell>()
  const cellOf = (cell: Cell): Cell => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const pieces = cell.text.ranges.map((span) => ({ text: text.slice(span.start, span.end), span }))
    const { mergedInto } = cell
    const copy: Cell = {
      ...cell,
      text: SpannedText.of(pieces, cell.text.span.start),
      ...(mergedInto === undefined ? {} : { mergedInto: cellOf(mergedInto) }),
    }
    known.set(cell, copy)
    return copy
  }
  return {
    blocks: blocks.map((block) =>
      block.kind === 'row'
        ? { ...block, cells: block.cells.map(cellOf) }
        : block.kind === 'text'
          ? { ...block, cell: cellOf(block.cell) }
          : block,
    ),
  }
}

/** The word or number that a character stands in. */
const wordAround = (text: string, at: number): string => {
  const isWord = (offset: number): boolean =>
    Math.abs(offset - at) <= WIDEST_WORD && /\S/.test(text.charAt(offset))
  let [start, end] = [at, at + 1]
  while (isWord(start - 1)) start -= 1
  while (isWord(end)) end += 1
  return text.slice(start, end)
}

const WIDEST_WORD = 12
