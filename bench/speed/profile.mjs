// Where the time of parse + check goes: by stage, and how much any single function takes of it.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { filingOf } from './data.mjs'
import { LIBRARY, loadLibrary } from './library.mjs'
import { sampleProfile } from './sample.mjs'

/** Shares of the time by stage (folder of src/), of packages and of collecting garbage; and the largest functions. */
export const profileParts = async ({ filings, iterations }) => {
  const { Source, readGrid, parseDocument, check } = await loadLibrary()
  const texts = Array.from({ length: filings * iterations }, (_, i) => filingOf(i))
  const run = (text) => {
    const source = new Source(text)
    return check(parseDocument({ ...readGrid(source), source }).disclosure)
  }
  texts.forEach(run)
  return sharesOf(await sampleProfile(200, () => texts.forEach(run)))
}

const sharesOf = ({ nodes, samples, timeDeltas }) => {
  const fileAt = filesByLine()
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const stages = new Map()
  const functions = new Map()
  let all = 0
  for (const [i, id] of samples.entries()) {
    const { url, lineNumber, columnNumber, functionName } = frames.get(id)
    if (functionName === '(program)' || functionName === '(idle)') continue
    const time = timeDeltas[i]
    const file = url === LIBRARY_URL ? fileAt[lineNumber] : undefined
    const stage = file?.split('/').at(1)?.replace(/\.ts$/, '') ?? otherStage(url, functionName)
    all += time
    stages.set(stage, (stages.get(stage) ?? 0) + time)
    if (file === undefined) continue
    const key = `${functionName === '' ? 'a function' : functionName} of ${file}:${lineNumber}:${columnNumber}`
    functions.set(key, (functions.get(key) ?? 0) + time)
  }
  const shares = (times) => [...times].map(([name, time]) => [name, time / all]).sort((a, b) => b[1] - a[1])
  return {
    stages: shares(stages),
    functions: shares(functions).map(([name, share]) => [name.replace(/:\d+:\d+$/, ''), share]),
  }
}

const LIBRARY_URL = pathToFileURL(LIBRARY).href

const otherStage = (url, functionName) =>
  functionName === '(garbage collector)'
    ? 'collecting garbage'
    : url.includes('node_modules')
      ? 'packages'
      : 'node'

/** The file that each line of the bundle came from, by the comments that stand over each. */
const filesByLine = () => {
  let file
  return readFileSync(LIBRARY, 'utf8')
    .split('\n')
    .map((line) => {
      file = /^\/\/ (src\/\S+\.ts)$/.exec(line)?.[1] ?? file
      return file
    })
}
