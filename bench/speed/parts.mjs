// The parts of a check, in one warm process: what each takes of a filing.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { Bench } from 'tinybench'
import { importSource } from '../quantities/bundle.mjs'
import { filingOf } from './data.mjs'
import { loadLibrary } from './library.mjs'

const { makeFiling } = await importSource('test/support/filing.ts')
const MADE_UP = 'parse + check, filings made up (3 kB)'

const plain = (text) => text
const OPTIONS = {
  language: 'zh',
  width: 100,
  ambiguousWidth: 1,
  paint: { error: plain, warning: plain, info: plain, strong: plain, faint: plain, good: plain },
  level: 'warning',
  hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 16),
  wrap: undefined,
}

/** Milliseconds a filing by part: of several filings, so that nothing is measured that is remembered of one. */
export const measureParts = async ({ filings, iterations }) => {
  const { decode, Source, readGrid, recognizeLayout, compose, check, parseDocument, recordOf, renderReport } =
    await loadLibrary()
  const sourceOf = (bytes) => new Source(decode(bytes, { isUtf8 }).text)
  const all = Array.from({ length: filings }, (_, i) => {
    const bytes = Buffer.from(filingOf(i))
    const source = sourceOf(bytes)
    const { grid } = readGrid(source)
    const { draft } = recognizeLayout(grid, source.text)
    return { i, bytes, source, grid, draft }
  })
  const render = async (one, format) => [...(await renderReport(reportOf(one), format, OPTIONS))].join('')
  const reportOf = ({ record }) => ({
    toolVersion: '0',
    skipped: [],
    rules: [],
    files: [record],
  })
  const checked = all.map((one) => {
    const { disclosure } = parseDocument({ ...readGrid(one.source), source: one.source })
    const file = { ...FILE, path: `${one.i}.txt`, source: one.source, disclosure }
    const findings = check(disclosure)
    return { file, findings, record: recordOf(file, findings, { source: 'found' }, OPTIONS.hash) }
  })
  const parts = {
    decode: () => all.map(({ bytes }) => sourceOf(bytes)),
    read: () => all.map(({ source }) => readGrid(source)),
    layout: () => all.map(({ grid, source }) => recognizeLayout(grid, source.text)),
    grammar: () => all.map(({ draft }) => compose(draft)),
    record: () =>
      checked.map(({ file, findings }) => recordOf(file, findings, { source: 'found' }, OPTIONS.hash)),
    'report (pretty)': () => Promise.all(checked.map((one) => render(one, 'pretty'))),
    'report (jsonl)': () => Promise.all(checked.map((one) => render(one, 'jsonl'))),
  }
  const whole = () =>
    all.map(({ bytes }) => {
      const source = sourceOf(bytes)
      return check(parseDocument({ ...readGrid(source), source }).disclosure)
    })
  const bench = new Bench({ time: 0, iterations, warmupTime: 0, warmupIterations: Math.ceil(iterations / 2) })
  for (const [name, run] of Object.entries({ ...parts, 'parse + check': whole })) bench.add(name, run)
  // Rules remember what they work out for a tree: each run gets trees of its own, made beforehand.
  let fresh = []
  bench.add('rules', () => fresh.map((disclosure) => check(disclosure)), {
    beforeEach: () => {
      fresh = all.map(({ draft }) => compose(draft))
    },
  })
  // The filings above repeat each other's texts, which is partly remembered; of these, hardly any comes twice.
  const madeUp = Array.from({ length: filings * (3 + 2 * iterations) }, (_, seed) => makeFiling(seed).text)
  let next = 0
  bench.add(MADE_UP, () => {
    const texts = madeUp.slice(next, next + filings)
    next += filings
    return texts.map((text) => {
      const source = new Source(text)
      return check(parseDocument({ ...readGrid(source), source }).disclosure)
    })
  })
  await bench.run()
  return Object.fromEntries(bench.tasks.map(({ name, result }) => [name, result.latency.p50 / filings]))
}

const FILE = {
  encoding: 'utf-8',
  encoded: undefined,
  format: 'text',
  layouts: ['single-cell'],
  notes: [],
}
