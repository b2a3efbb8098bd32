/** One step into JSON: a key of an object, an index of an array. */
export type JsonStep = string | number

/** Where a member of an object or array stands in the text: offsets of its key, if it has one, and its value. */
export interface JsonPlace {
  readonly key: number | undefined
  readonly value: number
}

/**
 * Where the value that `path` leads to stands in `text`, which must be valid JSON. Of two members with one
 * key it is the last, which is what `JSON.parse` takes.
 */
export const placeInJson = (text: string, path: readonly JsonStep[]): JsonPlace | undefined => {
  let found: JsonPlace | undefined
  walkJson(text, (frames, value) => {
    if (frames.length === path.length && frames.every(({ step }, i) => step === path[i])) {
      found = { key: frames.at(-1)?.keyAt, value }
    }
  })
  return found
}

/** The first key that an object in `text`, valid JSON, has twice, and where; `JSON.parse` says nothing of it. */
export const findDoubleKey = (text: string): { readonly key: string; readonly at: number } | undefined => {
  let found: { key: string; at: number } | undefined
  walkJson(text, (frames) => {
    const frame = frames.at(-1)
    if (found !== undefined || frame?.keys === undefined) return
    const { step, keyAt } = frame
    if (keyAt !== undefined && frame.keys.has(step)) found = { key: String(step), at: keyAt }
    frame.keys.add(step)
  })
  return found
}

/** An object or array that is open. */
interface Frame {
  /** The member that is being read. */
  step: JsonStep
  keyAt: number | undefined
  /** The keys of an object so far, kept by whoever walks; `undefined` for arrays. */
  readonly keys: Set<JsonStep> | undefined
  awaitsKey: boolean
}

/** Strings, signs, and everything else that is no blank: numbers and words. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|[^\s[\]{},:"]+/g

/** Calls `visit` at the start of each value, with what is open around it. Not recursive: depth is the input's choice. */
const walkJson = (text: string, visit: (frames: readonly Frame[], at: number) => void): void => {
  const frames: Frame[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const frame = frames.at(-1)
    if (token === '}' || token === ']') frames.pop()
    else if (token === ',') passOn(frame)
    else if (frame?.awaitsKey === true) {
      frame.step = JSON.parse(token) as string
      frame.keyAt = index
      frame.awaitsKey = false
    } else if (token !== ':') {
      visit(frames, index)
      if (token === '{') frames.push({ step: '', keyAt: undefined, keys: new Set(), awaitsKey: true })
      if (token === '[') frames.push({ step: 0, keyAt: undefined, keys: undefined, awaitsKey: false })
    }
  }
}

const passOn = (frame: Frame | undefined): void => {
  if (frame === undefined) return
  if (typeof frame.step === 'number') frame.step += 1
  else frame.awaitsKey = true
}
