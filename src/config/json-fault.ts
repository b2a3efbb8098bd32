/**
 * Where `text` stops being JSON: the offset of the first character that can't stand there, or the end of
 * a text that ends too early; `undefined` for valid JSON. `JSON.parse` says it in words only, and not always.
 */
export const findJsonFault = (text: string): number | undefined => {
  const state: State = { open: [], awaited: 'value' }
  let at = skipBlanks(text, 0)
  while (at < text.length) {
    const end = takeToken(state, text, at)
    if (end === undefined) return at
    at = skipBlanks(text, end)
  }
  return state.awaited === 'separator' && state.open.length === 0 ? undefined : text.length
}

interface State {
  /** The signs that close what is open, from the outside in. */
  readonly open: ('}' | ']')[]
  /** `first` is what an object or array begins with, which may also be its end. */
  awaited: 'value' | 'key' | 'first' | 'colon' | 'separator'
}

/** The end of the token at `at`, or `undefined` if it can't stand there. */
const takeToken = (state: State, text: string, at: number): number | undefined => {
  const sign = text[at] as string
  const closing = state.open.at(-1)
  if (sign === closing && (state.awaited === 'separator' || state.awaited === 'first')) {
    state.open.pop()
    state.awaited = 'separator'
    return at + 1
  }
  switch (state.awaited) {
    case 'separator':
      state.awaited = closing === '}' ? 'key' : 'value'
      return sign === ',' && closing !== undefined ? at + 1 : undefined
    case 'colon':
      state.awaited = 'value'
      return sign === ':' ? at + 1 : undefined
    case 'first':
      return closing === '}' ? takeKey(state, text, at) : takeValue(state, text, at)
    case 'key':
      return takeKey(state, text, at)
    default:
      return takeValue(state, text, at)
  }
}

const takeKey = (state: State, text: string, at: number): number | undefined => {
  state.awaited = 'colon'
  return text[at] === '"' ? endOfScalar(text, at) : undefined
}

const takeValue = (state: State, text: string, at: number): number | undefined => {
  const sign = text[at]
  if (sign !== '{' && sign !== '[') {
    state.awaited = 'separator'
    return endOfScalar(text, at)
  }
  state.open.push(sign === '{' ? '}' : ']')
  state.awaited = 'first'
  return at + 1
}

const skipBlanks = (text: string, from: number): number => {
  let at = from
  while (BLANKS.includes(text[at] ?? 'x')) at += 1
  return at
}

const BLANKS = ' \t\n\r'

/** In strings: what is no control character, quote or backslash. */
const SCALAR =
  /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const endOfScalar = (text: string, at: number): number | undefined => {
  SCALAR.lastIndex = at
  return SCALAR.test(text) ? SCALAR.lastIndex : undefined
}
