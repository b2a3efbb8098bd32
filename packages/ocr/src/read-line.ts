import type { Box } from '../../../src/read/page/geometry.ts'
import type { TextBox } from './detect.ts'
import type { Model } from './model.ts'
import { type Gray, inkOf, resize } from './raster.ts'
import { recognizeLine, type Sign } from './recognize.ts'
import type { Rule } from './rules.ts'

/** A character read from a picture. */
export interface ReadGlyph {
  readonly text: string
  readonly box: Box
  /** About the size of its font, in pixels. */
  readonly size: number
  /** How sure the engine is of it, from 0 to 1. */
  readonly confidence: number
  /** What else it may be, the likeliest first, where it is not sure. */
  readonly others?: string | undefined
}

/** What reads the picture of a line. */
export interface LineReader {
  readonly model: Model
  /** What the classes of the model stand for. */
  readonly signs: readonly string[]
}

/** Text higher than this (of its breadth) stands upright, a character below the other. */
const TALL = 1.7

/** The characters in a box that holds one line. */
export const readLine = async (picture: Gray, box: TextBox, reader: LineReader): Promise<ReadGlyph[]> => {
  const [width, height] = [Math.round(box.right - box.left), Math.round(box.bottom - box.top)]
  if (width < 4 || height < 4) return []
  if (height > TALL * width) return await readColumn(picture, box, reader)
  const line = resize(picture, width, height, box)
  return glyphsOf(await readTwice(line, reader), line, box)
}

/** Less sure characters (0 to 1) are looked at again, */
const DOUBTFUL = 0.9
/** in a picture that is so much wider: digits that stand close are told apart better. */
const WIDER = 1.3

const readTwice = async (line: Gray, { model, signs }: LineReader): Promise<Sign[]> => {
  const first = await recognizeLine(model, signs, line)
  if (first.every(({ confidence }) => confidence >= DOUBTFUL)) return first
  const second = await recognizeLine(model, signs, line, WIDER)
  return surenessOf(second) > surenessOf(first) ? second : first
}

/** How sure (0 to 1) characters are on the average. */
export const surenessOf = (signs: readonly Pick<Sign, 'confidence'>[]): number =>
  signs.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, signs.length)

/** How far (heights) the text may stand that helps to read a sign. */
const FURTHEST = 12
/** Between them, when they are read together. */
const GAP = 0.25

/**
 * A sign or two that stand alone are hardly read by themselves: they are read in one line with the text to the right of them, or as
 * high as the lines around. Empty where nothing is read so.
 */
export const readInk = async (
  picture: Gray,
  box: TextBox,
  lines: readonly TextBox[],
  reader: LineReader,
): Promise<ReadGlyph[]> => {
  const [beside] = linesBeside(box, lines)
  return beside === undefined
    ? await readAlone(picture, box, lines, reader)
    : asWedge(await readBeside(picture, box, beside, reader))
}

/** Reads a box with a sign or two in it that is known to hold text: in one way after the other, until it is sure. */
export const readSign = async (
  picture: Gray,
  box: TextBox,
  lines: readonly TextBox[],
  reader: LineReader,
): Promise<ReadGlyph[]> => {
  const ways = [
    ...linesBeside(box, lines)
      .slice(0, 2)
      .map((line) => () => readBeside(picture, box, line, reader)),
    () => readAlone(picture, box, lines, reader),
  ]
  let [best, most]: [ReadGlyph[], number] = [[], 0]
  for (const way of ways) {
    const signs = await way()
    const likely = surenessOf(signs) * (signs.some(({ text }) => UNLIKELY.test(text)) ? UNLIKELY_SIGN : 1)
    if (likely > most) [best, most] = [signs, likely]
    if (most >= DOUBTFUL) break
  }
  return ways.length > 1 ? asWedge(best) : best
}

/** What a ≥ and a ≤ with slanting bars look like to the engine, so sure at least; how sure they are then. */
const WEDGES = ['VvWw', 'ΛAMN∧']
const [LEAST_WEDGE, OF_WEDGE] = [0.75, 0.5]

/** A sign that stands alone beside a value is hardly a letter. */
const asWedge = (signs: ReadGlyph[]): ReadGlyph[] => {
  const [sign, second] = signs
  const kind = WEDGES.findIndex((letters) => letters.includes(sign?.text ?? ' '))
  if (sign === undefined || second !== undefined || kind < 0 || sign.confidence < LEAST_WEDGE) return signs
  return [{ ...sign, text: kind === 0 ? '≥' : '≤', others: sign.text, confidence: OF_WEDGE }]
}

/** What hardly stands alone in a cell: 9 is read as g, ≥ as V or >\\. */
const UNLIKELY = /[A-Za-z\\/'"]/
const UNLIKELY_SIGN = 0.5

const readBeside = async (
  picture: Gray,
  box: TextBox,
  beside: TextBox,
  reader: LineReader,
): Promise<ReadGlyph[]> => {
  // Beside a value of several lines a sign stands between two of them: it is shown as if it stood on that line.
  const down = middleOf(box.core) - middleOf(beside.core)
  const half = (beside.bottom - beside.top) / 2
  const shift = Math.abs(down) > OFF_LINE * half ? down : 0
  const band = bandOf(picture, box, [
    Math.min(beside.top + shift, box.core.top),
    Math.max(beside.bottom + shift, box.core.bottom),
  ])
  const sign = signIn(picture, box, band)
  const text = resize(picture, Math.max(1, Math.round(beside.right - beside.left)), sign.height, {
    ...beside,
    top: band.top - shift,
    bottom: band.bottom - shift,
  })
  const line = sideBySide(sign, text, Math.round(GAP * sign.height))
  const signs = (await readTwice(line, reader)).filter(({ at }) => at < sign.width)
  return glyphsOf(signs, sign, band)
}

/** So far (half heights) the middle of a sign may be from that of its line. */
const OFF_LINE = 0.4

const middleOf = ({ top, bottom }: Box): number => (top + bottom) / 2

/** The texts to the right of a sign, on its line or at least not a line away, the nearest first. */
const linesBeside = (box: TextBox, lines: readonly TextBox[]): TextBox[] => {
  const away = (line: TextBox): number => Math.abs(middleOf(line) - middleOf(box)) / (line.bottom - line.top)
  return lines
    .filter(
      (line) =>
        away(line) < 1 &&
        line.left >= box.right - 4 &&
        line.left - box.right < FURTHEST * (line.bottom - line.top) &&
        line.bottom - line.top < 2 * (line.right - line.left),
    )
    .sort((a, b) => Number(away(a) >= 0.5) - Number(away(b) >= 0.5) || a.left - b.left)
}

/** Reads a sign in a line as high as those around. */
const readAlone = async (
  picture: Gray,
  box: TextBox,
  lines: readonly TextBox[],
  reader: LineReader,
): Promise<ReadGlyph[]> => {
  const middle = (box.top + box.bottom) / 2
  const half = Math.max(medianOf(lines.map(({ top, bottom }) => bottom - top)), box.bottom - box.top) / 2
  const band = bandOf(picture, box, [middle - half, middle + half])
  const sign = signIn(picture, box, band)
  return glyphsOf(await readTwice(sign, reader), sign, band)
}

const LEAST_HEIGHT = 4

const bandOf = ({ height }: Gray, box: Box, [top, bottom]: readonly [number, number]): Box => {
  const first = Math.max(0, top)
  return { ...box, top: first, bottom: Math.max(first + LEAST_HEIGHT, Math.min(height, bottom)) }
}

/** The picture of a sign in a band, with nothing above and below it. */
const signIn = (picture: Gray, box: Box, band: Box): Gray => {
  const [width, height] = [band.right - band.left, band.bottom - band.top].map((side) =>
    Math.max(1, Math.round(side)),
  ) as [number, number]
  const sign = resize(picture, width, height, band)
  blankOutside(sign, box.top - band.top, box.bottom - band.top)
  return sign
}

/** Leaves nothing of a picture but the rows of a box: above and below may be parts of other lines. */
const blankOutside = ({ width, height, data }: Gray, top: number, bottom: number): void => {
  const paper = data.reduce((most, value) => Math.max(most, value), 0)
  data.fill(paper, 0, Math.max(0, Math.floor(top)) * width)
  data.fill(paper, Math.min(height, Math.ceil(bottom)) * width)
}

const sideBySide = (a: Gray, b: Gray, gap: number): Gray => {
  const width = a.width + gap + b.width
  const paper = b.data.reduce((most, value) => Math.max(most, value), 0)
  const data = new Uint8Array(width * a.height).fill(paper)
  for (let y = 0; y < a.height; y += 1) {
    data.set(a.data.subarray(y * a.width, (y + 1) * a.width), y * width)
    data.set(b.data.subarray(y * b.width, (y + 1) * b.width), y * width + a.width + gap)
  }
  return { width, height: a.height, data }
}

/** Characters below each other, put side by side to be read as one line. */
const readColumn = async (
  picture: Gray,
  box: TextBox,
  { model, signs }: LineReader,
): Promise<ReadGlyph[]> => {
  const [side, height] = [Math.round(box.right - box.left), Math.round(box.bottom - box.top)]
  const column = resize(picture, side, height, box)
  const pieces = piecesDown(column)
  if (pieces.length === 0) return []
  const width = side * pieces.length
  const paper = column.data.reduce((most, value) => Math.max(most, value), 0)
  const line: Gray = { width, height: side, data: new Uint8Array(side * width).fill(paper) }
  for (const [i, [from, to]] of pieces.entries()) {
    const shift = Math.floor((side - (to - from)) / 2) - from
    for (let y = Math.max(from, -shift); y < Math.min(to, side - shift); y += 1)
      line.data.set(column.data.subarray(y * side, (y + 1) * side), (y + shift) * width + i * side)
  }
  return (await recognizeLine(model, signs, line)).map(({ text, confidence, others, at }) => {
    const [from, to] = pieces[Math.min(pieces.length - 1, Math.floor(at / side))] as [number, number]
    const size = Math.max(to - from, side * 0.6)
    return {
      text,
      confidence,
      others,
      size,
      box: { left: box.left, right: box.right, top: box.top + from, bottom: box.top + to },
    }
  })
}

/**
 * Where the characters of a column of text begin and end: at rows without ink.
 *
 * @param joined What is no higher (of its width) together may be parts of one.
 */
const piecesDown = (column: Gray, joined = 0.8): [number, number][] => {
  const { width, height } = column
  const ink = inkOf(column, Math.max(8, width))
  const pieces: [number, number][] = []
  let start = -1
  for (let y = 0; y <= height; y += 1) {
    if (y < height && ink.subarray(y * width, (y + 1) * width).includes(1)) {
      if (start < 0) start = y
      continue
    }
    if (start < 0) continue
    const last = pieces.at(-1)
    // Parts of one character, as of 三 and 各, stand close and make no more than a square together.
    if (last !== undefined && y - last[0] <= joined * width && start - last[1] <= 0.12 * width) last[1] = y
    else pieces.push([start, y])
    start = -1
  }
  return pieces
}

const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/

/** Glyphs with boxes about as wide as they are printed: middles are known, and half the way to the next ones. */
const glyphsOf = (read: readonly Sign[], line: Gray, box: Box): ReadGlyph[] => {
  const [top, bottom] = inkRows(line)
  const hasHan = read.some(({ text }) => HAN.test(text))
  // Characters fill their em, digits and capitals most of its height.
  const size = Math.max(4, (bottom - top) * (hasHan ? 1.05 : 1.35))
  const signs = read
    .filter(({ text }, i) => text !== ' ' || !isInBracket(read, i, size))
    .map((sign, i, all) => asDot(asComparator(sign, all[i + 1]?.text), all[i - 1], all[i + 1]))
  return signs.map(({ text, confidence, others, at }, i) => {
    const before = signs[i - 1]
    const after = signs[i + 1]
    // Beside Han characters brackets are as wide as these, most of it blank.
    const isBracket =
      /[()]/.test(text) && [before, after].some((sign) => sign !== undefined && HAN.test(sign.text))
    const half = (isBracket || HAN.test(text) ? size : size / 2) / 2
    const left = before === undefined ? Math.max(0, at - half) : Math.max(at - half, (before.at + at) / 2)
    const right =
      after === undefined ? Math.min(line.width, at + half) : Math.min(at + half, (after.at + at) / 2)
    return {
      text,
      confidence,
      others,
      size,
      box: { left: box.left + left, right: box.left + right, top: box.top + top, bottom: box.top + bottom },
    }
  })
}

const BARS: ReadonlyMap<string, string> = new Map([
  ['<', '≤'],
  ['＜', '≤'],
  ['>', '≥'],
  ['＞', '≥'],
])

/** Before = there is no ≥ but a >; elsewhere, where it may be either, tables hold ≥ many times as often. */
const asComparator = (sign: Sign, next: string | undefined): Sign => {
  const { text, confidence, others = '' } = sign
  if (next === '=')
    return text === '≥' ? { ...sign, text: '>' } : text === '≤' ? { ...sign, text: '<' } : sign
  const barred = BARS.get(text)
  if (barred === undefined || confidence >= DOUBTFUL || !others.includes(barred)) return sign
  return { ...sign, text: barred, others: others.replace(barred, text) }
}

/** Dots in a row are all of one kind. */
const asDot = (sign: Sign, ...others: readonly (Sign | undefined)[]): Sign =>
  sign.text === '·' && others.some((other) => other?.text === '.' || other?.text === '·')
    ? { ...sign, text: '.' }
    : sign

/** The blank of a bracket of full width, on its outer side: no more than half of it, and what stands between any two. */
const isInBracket = (signs: readonly Sign[], i: number, size: number): boolean => {
  const [before, after] = [signs[i - 1], signs[i + 1]]
  if (before === undefined || after === undefined || after.at - before.at > WIDEST_STEP * size) return false
  return (
    (HAN.test(before.text) && OPENING.test(after.text)) || (CLOSING.test(before.text) && HAN.test(after.text))
  )
}

/** From the middle of a character to that of a bracket beside it: 1.25 in fonts that print both as wide. */
const WIDEST_STEP = 1.6
const OPENING = /[(（]/
const CLOSING = /[)）]/

/** The first row of a line with ink in it and the one behind the last. */
const inkRows = (line: Gray): [number, number] => {
  const { width, height } = line
  const ink = inkOf(line, Math.max(8, height))
  const least = Math.max(1, width * 0.01)
  const isDark = (y: number): boolean =>
    ink.subarray(y * width, (y + 1) * width).reduce((sum, value) => sum + value, 0) >= least
  let top = 0
  let bottom = height
  while (top < height / 3 && !isDark(top)) top += 1
  while (bottom > (2 * height) / 3 && !isDark(bottom - 1)) bottom -= 1
  return [top, bottom]
}

/** A box so much higher than most may hold two lines. */
const TWO_LINES = 1.6
/** Lines are at least so high (of most boxes). */
const LEAST_LINE = 0.4

/** The detector joins lines that stand close: boxes that are higher than most are parted where no ink is between. */
export const partLines = (picture: Gray, boxes: readonly TextBox[]): TextBox[] => {
  const usual = medianOf(boxes.map(({ top, bottom }) => bottom - top))
  return boxes.flatMap((box) => {
    const [width, height] = [Math.round(box.right - box.left), Math.round(box.bottom - box.top)]
    // What is higher than wide may be a column of characters.
    if (height < TWO_LINES * usual || height > TALL * width || width < 4) return [box]
    const lines = piecesDown(resize(picture, width, height, box), 0).filter(
      ([from, to]) => to - from >= LEAST_LINE * usual,
    )
    if (lines.length < 2) return [box]
    const cuts = lines.slice(1).map(([from], i) => box.top + (from + (lines[i] as [number, number])[1]) / 2)
    const edges = [box.top, ...cuts, box.bottom]
    const others = boxes.filter((other) => other !== box)
    return lines.map(([from, to], i) => {
      const [top, bottom] = [box.top + from, box.top + to]
      const core = besides({ ...box.core, top, bottom }, others)
      return {
        left: core.left === box.core.left ? box.left : core.left,
        right: core.right === box.core.right ? box.right : core.right,
        top: edges[i] as number,
        bottom: edges[i + 1] as number,
        core,
      }
    })
  })
}

/** A box without what other boxes have of it: what is joined at one end may reach around others. */
const besides = (box: Box, others: readonly TextBox[]): Box => {
  let { left, right } = box
  for (const { core } of others) {
    const overlap = Math.min(box.bottom, core.bottom) - Math.max(box.top, core.top)
    if (overlap < (core.bottom - core.top) / 2 || core.right <= left || core.left >= right) continue
    if (core.left - left > right - core.right) right = core.left
    else left = core.right
  }
  return right > left ? { ...box, left, right } : box
}

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Rules run along so much of a box that they part. */
const PARTS = 0.7

/** The boxes that the rules through a box make of it: the detector joins what stands close on both sides of one. */
export const cutAtRules = (given: TextBox, rules: readonly Rule[]): TextBox[] => {
  const box = betweenRules(given, rules)
  const { core } = box
  const [width, height] = [core.right - core.left, core.bottom - core.top]
  const cuts = (isVertical: boolean, from: number, to: number, start: number, end: number): number[] =>
    rules
      .filter(
        (rule) =>
          rule.isVertical === isVertical &&
          from < rule.at &&
          rule.at < to &&
          Math.min(rule.to, end) - Math.max(rule.from, start) > PARTS * (end - start),
      )
      .map(({ at }) => at)
      .sort((a, b) => a - b)
  const across = cuts(true, core.left + 2, core.right - 2, core.top, core.bottom)
  const down = cuts(false, core.top + height / 4, core.bottom - height / 4, core.left, core.right)
  if (across.length + down.length === 0 || width === 0) return [box]
  const columns = parts([box.left, ...across, box.right], [core.left, ...across, core.right])
  const lines = parts([box.top, ...down, box.bottom], [core.top, ...down, core.bottom])
  return lines.flatMap(([top, bottom, coreTop, coreBottom]) =>
    columns.map(([left, right, coreLeft, coreRight]) => ({
      left,
      right,
      top,
      bottom,
      core: { left: coreLeft, right: coreRight, top: coreTop, bottom: coreBottom },
    })),
  )
}

/** A box without the upright rules at its ends: what was left of them when they were taken out would be read as 1. */
const betweenRules = (box: TextBox, rules: readonly Rule[]): TextBox => {
  const { core } = box
  const middle = (core.top + core.bottom) / 2
  let { left, right } = box
  for (const { isVertical, at, from, to, thickness } of rules) {
    if (!isVertical || middle < from || to < middle) continue
    const half = thickness / 2 + 1.5
    if (left < at + half && at <= core.left + 2) left = at + half
    if (right > at - half && at >= core.right - 2) right = at - half
  }
  return right - left < 4 ? box : { ...box, left, right }
}

const parts = (edges: readonly number[], inner: readonly number[]): [number, number, number, number][] =>
  edges.slice(1).map((end, i) => [edges[i] as number, end, inner[i] as number, inner[i + 1] as number])
