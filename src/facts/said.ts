import type { Goal } from '../model/disclosure.ts'
import { meaning } from '../source/fold.ts'
import type { Named } from './named.ts'
import { FAR, type Promised, type Stretch } from './promises.ts'
import {
  type Contrasts,
  commonStreamOf,
  contrastsIn,
  narrowingIn,
  type Pairs,
  pairKey,
  pairsIn,
  type Stream,
  streamOf,
  tellingCodesOf,
} from './words.ts'

/** How much a word counts by where the goal says it: right around the number, in its sentence, elsewhere. */
const [NEAR, CLAUSE, ELSEWHERE] = [1, 0.85, 0.5]
/** A word that one side abbreviates. */
const ABBREVIATED = 0.7

/** All pairs that the names of a project have, numbered. */
export class PairIds {
  readonly #ids = new Map<number, number>()

  constructor(names: readonly Named[]) {
    for (const { pairs, gapped } of names) {
      for (const { key } of pairs) this.#add(key)
      for (const { key } of gapped) this.#add(key)
    }
  }

  get size(): number {
    return this.#ids.size
  }

  /** -1 for a pair that no name has. */
  idOf(key: number): number {
    return this.#ids.get(key) ?? -1
  }

  /** In how many of some names each pair stands, by its id. */
  countIn(names: readonly string[]): Int32Array {
    const counts = new Int32Array(this.size)
    const lastIn = new Int32Array(this.size).fill(-1)
    for (const [i, name] of names.entries()) {
      const codes = tellingCodesOf(name)
      for (let k = 1; k < codes.length; k += 1) {
        const id = this.idOf(pairKey(codes[k - 1] as number, codes[k] as number))
        if (id < 0 || lastIn[id] === i) continue
        lastIn[id] = i
        counts[id] = (counts[id] as number) + 1
      }
    }
    return counts
  }

  #add(key: number): void {
    if (!this.#ids.has(key)) this.#ids.set(key, this.#ids.size)
  }
}

/** A goal, read once for all of its numbers. */
interface ReadGoal {
  readonly stream: Stream
  /** The pairs that names have too: their ids, and where in the goal each ends. */
  readonly ids: readonly number[]
  readonly places: readonly number[]
  /** What it is narrowed by, once that was asked for. */
  narrowing: readonly string[] | undefined
}

/** The characters around a number, before it and behind it, as stretches of the stream of its goal. */
export interface Around {
  readonly stream: Stream
  readonly before: Stretch
  readonly behind: Stretch
}

const EMPTY: Stream = { codes: [], from: [], to: [], actions: [] }
const NOWHERE: Stretch = { from: 0, to: 0 }

/** What a goal says around one of its numbers, by the ids of pairs. */
export class Said {
  /** How near to the number each pair is said: 0 if it isn't. */
  readonly levels: Float32Array
  /** The same for pairs that the goal says with other characters between them: 辅…具. */
  readonly loose: Float32Array
  /** The characters around the number, before it and behind it, in the stream of the goal. */
  around: Around = { stream: EMPTY, before: NOWHERE, behind: NOWHERE }
  readonly #ids: PairIds
  readonly #goals = new Map<Goal, ReadGoal>()
  readonly #project: Stream | undefined
  #touched: number[] = []
  #promise: Promised | undefined
  #contrasts: Contrasts | undefined
  #common: Pairs | undefined
  #words: string | undefined
  #goal: ReadGoal | undefined

  constructor(ids: PairIds, [first]: readonly Promised[]) {
    this.#ids = ids
    this.levels = new Float32Array(ids.size)
    this.loose = new Float32Array(ids.size)
    this.#project = first === undefined ? undefined : streamOf(first.project.name.folded)
  }

  /** Turns to one number. */
  look(promise: Promised): void {
    for (const id of this.#touched) {
      this.levels[id] = 0
      this.loose[id] = 0
    }
    this.#touched = []
    this.#promise = promise
    this.#contrasts = undefined
    this.#common = undefined
    this.#words = undefined
    this.#goal = this.#read(promise)
    const { stream, ids, places } = this.#goal
    const { sentence, before, behind } = promise
    const placed = ({ from, to }: Stretch): Stretch => ({
      from: indexFrom(stream, from),
      to: indexFrom(stream, to),
    })
    this.around = { stream, before: placed(before), behind: placed(behind) }
    for (let i = firstFrom(places, sentence.from - FAR); i < ids.length; i += 1) {
      const at = places[i] as number
      if (at > sentence.to + FAR) break
      const isNear = isIn(at, before) || isIn(at, behind)
      this.#mark(ids[i] as number, isNear ? NEAR : isIn(at, sentence) ? CLAUSE : ELSEWHERE)
    }
    if (this.#project !== undefined) this.#markAll(this.#project, ELSEWHERE)
    const { unit } = promise.measure
    if (unit !== undefined && unit.printed.length > 2) this.#markAll(streamOf(unit.printed), NEAR)
    this.#markAbbreviated(stream, before)
    this.#markAbbreviated(stream, behind)
  }

  /** What the words right around it exclude. */
  get contrasts(): Contrasts {
    const { phrase = '', goal, sentence, statement } = this.#promise ?? {}
    this.#contrasts ??= withSubject(
      contrastsIn(phrase),
      contrastsIn(goal?.text.folded.slice(sentence?.from, statement?.from) ?? ''),
    )
    return this.#contrasts
  }

  /** Pairs that stand right around the number or in its sentence, common words too. */
  get common(): Pairs {
    const { phrase = '', clause = '' } = this.#promise ?? {}
    this.#common ??= pairsIn(commonStreamOf(`${phrase} ${clause}`))
    return this.#common
  }

  /** The words around the number and those of its sentence. */
  get words(): string {
    const { phrase = '', clause = '' } = this.#promise ?? {}
    this.#words ??= meaning(`${phrase}\n${clause}`)
    return this.#words
  }

  /** Whether the goal or the name of the project has a word that narrows what it is about. */
  narrows(word: string): boolean {
    const read = this.#goal
    if (read === undefined || this.#promise === undefined) return false
    const { goal, project } = this.#promise
    read.narrowing ??= narrowingIn(meaning(`${goal.text.folded}\n${project.name.folded}`))
    return read.narrowing.includes(word)
  }

  #read({ goal }: Promised): ReadGoal {
    const known = this.#goals.get(goal)
    if (known !== undefined) return known
    const stream = streamOf(goal.text.folded)
    const { codes } = stream
    const [ids, places]: [number[], number[]] = [[], []]
    for (let i = 1; i < codes.length; i += 1) {
      const id = this.#ids.idOf(pairKey(codes[i - 1] as number, codes[i] as number))
      if (id < 0) continue
      ids.push(id)
      places.push(stream.from[i] as number)
    }
    const read: ReadGoal = { stream, ids, places, narrowing: undefined }
    this.#goals.set(goal, read)
    return read
  }

  #markAll({ codes }: Stream, level: number): void {
    for (let i = 1; i < codes.length; i += 1) {
      const id = this.#ids.idOf(pairKey(codes[i - 1] as number, codes[i] as number))
      if (id >= 0) this.#mark(id, level)
    }
  }

  /** The goal says 辅助器具, the name 辅具. */
  #markAbbreviated(stream: Stream, { from, to }: Stretch): void {
    const { codes, actions } = stream
    const start = indexFrom(stream, from)
    for (let i = start; i < codes.length && (stream.from[i] as number) < to; i += 1) {
      if (codes[i] === 0 || codes[i + 1] === 0 || actions[i] === 1 || actions[i + 1] === 1) continue
      for (let k = i + 2; k <= i + 4; k += 1) {
        const code = codes[k] ?? 0
        if (code === 0 || actions[k] === 1 || (stream.from[k] as number) >= to) break
        const id = this.#ids.idOf(pairKey(codes[i] as number, code))
        if (id < 0) continue
        this.#touched.push(id)
        this.loose[id] = ABBREVIATED
      }
    }
  }

  #mark(id: number, level: number): void {
    const known = this.levels[id] as number
    if (known === 0) this.#touched.push(id)
    if (level > known) this.levels[id] = level
  }
}

/** 城区管网由公司更新,里程24公里: what the statements before the number's own exclude, where that says nothing of it. */
const withSubject = (own: Contrasts, before: Contrasts): Contrasts => {
  const open = [...before].filter(([row, bits]) => !own.has(row) && (bits & (bits - 1)) === 0)
  return open.length === 0 ? own : new Map([...own, ...open])
}

const isIn = (at: number, { from, to }: Stretch): boolean => at >= from && at < to

/** The first character of a stream at or behind a place of its text. */
const indexFrom = ({ from }: Stream, place: number): number => firstFrom(from, place)

/** Where the first of ascending `places` stands that is `least` or more. */
const firstFrom = (places: readonly number[], least: number): number => {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}
