import { type Gray, inkOf } from './raster.ts'

/** A drawn straight line, upright or level, in pixels. */
export interface Rule {
  readonly isVertical: boolean
  /** The middle of its breadth: x of a vertical rule, y of a level one. */
  readonly at: number
  readonly from: number
  readonly to: number
  readonly thickness: number
}

/** How long (points) a run of dark pixels is that can be a piece of a rule; strokes of letters are shorter. */
const PIECE = 11
/** A rule that is not held at both ends by others is at least so long (points). */
const FREE = 36
/** Rules end this near (points) to those that they meet. */
const MEETS = 4
/** Thicker ones (points) are bars. */
const THICKEST = 5
/** Dust and creases break a rule for no more than this (points). */
const BREAK = 2.5

/** The ruling lines of a level picture of `dpi` dots an inch. */
export const rulesOf = (picture: Gray, dpi: number): Rule[] => {
  const point = dpi / 72
  const ink = inkOf(picture, Math.round(9 * point))
  const found = [false, true].flatMap((isVertical) =>
    joinRuns(runsAlong(ink, picture, isVertical, point), isVertical, point),
  )
  return heldOf(
    found.filter((rule) => crossingShare(rule, ink, picture) < MOST_CROSSED),
    point,
  )
}

/** So much of a rule may be crossed: rows of letters look like rules where their level strokes touch, but have all the upright ones. */
const MOST_CROSSED = 0.08

/** How much of a rule has ink close by on both sides. */
const crossingShare = (rule: Rule, ink: Uint8Array, { width, height }: Gray): number => {
  const { isVertical, at, from, to, thickness } = rule
  const reach = Math.ceil(thickness / 2) + 2
  const [lanes, across, along] = isVertical ? [width, 1, width] : [height, width, 1]
  const [before, behind] = [Math.floor(at - reach), Math.floor(at + reach)]
  if (before < 0 || behind >= lanes) return 0
  let crossed = 0
  for (let i = from; i < to; i += 1)
    if (ink[before * across + i * along] === 1 && ink[behind * across + i * along] === 1) crossed += 1
  return crossed / (to - from)
}

interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Runs of dark pixels, row by row or column by column, each one or its neighbours across dark: rules may lean a little. */
const runsAlong = (ink: Uint8Array, { width, height }: Gray, isVertical: boolean, point: number): Run[] => {
  const [lanes, length] = isVertical ? [width, height] : [height, width]
  const [across, along] = isVertical ? [1, width] : [width, 1]
  const least = PIECE * point
  const gap = Math.max(2, Math.round(BREAK * point * 0.5))
  const runs: Run[] = []
  for (let lane = 1; lane < lanes - 1; lane += 1) {
    const base = lane * across
    let [start, last, dark] = [-1, -1, 0]
    const end = (): void => {
      // Most of it must be dark in this very lane or in one beside it, not merely here and there.
      if (start >= 0 && last - start + 1 >= least && dark >= 0.85 * (last - start + 1))
        runs.push({ at: lane, from: start, to: last + 1 })
    }
    for (let i = 0; i < length; i += 1) {
      const at = base + i * along
      const isDark = ink[at] === 1 || (ink[at - across] === 1 && ink[at + across] === 1)
      if (!isDark) continue
      if (start < 0 || i - last > gap) {
        end()
        start = i
        dark = 0
      }
      last = i
      dark += 1
    }
    end()
  }
  return runs
}

/** Runs side by side as one rule with its thickness, and pieces of one rule behind each other as one. */
const joinRuns = (runs: readonly Run[], isVertical: boolean, point: number): Rule[] => {
  const open: { last: number; from: number; to: number; weight: number; sum: number }[] = []
  const done: typeof open = []
  const near = Math.max(2, Math.round(0.7 * point))
  for (const run of runs) {
    for (let i = open.length - 1; i >= 0; i -= 1)
      if (run.at - (open[i]?.last ?? 0) > near) done.push(...open.splice(i, 1))
    const length = run.to - run.from
    const touching = open.filter(
      ({ from, to }) => run.from <= to + BREAK * point && from <= run.to + BREAK * point,
    )
    const [first, ...others] = touching
    if (first === undefined) {
      open.push({ last: run.at, from: run.from, to: run.to, weight: length, sum: length * run.at })
      continue
    }
    first.last = run.at
    first.from = Math.min(first.from, run.from)
    first.to = Math.max(first.to, run.to)
    first.weight += length
    first.sum += length * run.at
    for (const other of others) {
      first.from = Math.min(first.from, other.from)
      first.to = Math.max(first.to, other.to)
      first.weight += other.weight
      first.sum += other.sum
      open.splice(open.indexOf(other), 1)
    }
  }
  done.push(...open)
  return done
    .map(({ from, to, weight, sum }) => ({
      isVertical,
      at: sum / weight + 0.5,
      from,
      to,
      thickness: weight / (to - from),
    }))
    .filter(({ thickness }) => thickness <= THICKEST * point)
}

/** Short ones are rules only where others hold them at both ends; strokes of large letters are not held. */
const heldOf = (rules: readonly Rule[], point: number): Rule[] => {
  let kept = rules.filter(({ from, to }) => to - from >= FREE * point)
  let rest = rules.filter((rule) => !kept.includes(rule))
  for (let turns = 0; turns < 4; turns += 1) {
    const meets = (rule: Rule, end: number): boolean =>
      kept.some(
        (other) =>
          other.isVertical !== rule.isVertical &&
          Math.abs(other.at - end) <= MEETS * point &&
          other.from - MEETS * point <= rule.at &&
          rule.at <= other.to + MEETS * point,
      )
    const held = rest.filter((rule) => meets(rule, rule.from) && meets(rule, rule.to))
    if (held.length === 0) break
    kept = [...kept, ...held]
    rest = rest.filter((rule) => !held.includes(rule))
  }
  return kept
}

/** The picture without its rules: they would be read as letters. */
export const withoutRules = (picture: Gray, rules: readonly Rule[]): Gray => {
  const { width, height } = picture
  const data = Uint8Array.from(picture.data)
  for (const { isVertical, at, from, to, thickness } of rules) {
    const half = Math.ceil(thickness / 2 + 1)
    const [lanes, along] = isVertical ? [width, height] : [height, width]
    const first = Math.max(0, Math.floor(at - half))
    const last = Math.min(lanes - 1, Math.ceil(at + half))
    for (let i = Math.max(0, from - 1); i < Math.min(along, to + 1); i += 1) {
      const place = (lane: number): number => (isVertical ? i * width + lane : lane * width + i)
      // The paper beside it: the lighter of both sides.
      const paper = Math.max(
        data[place(Math.max(0, first - 1))] as number,
        data[place(Math.min(lanes - 1, last + 1))] as number,
      )
      for (let lane = first; lane <= last; lane += 1) data[place(lane)] = paper
    }
  }
  return { width, height, data }
}
