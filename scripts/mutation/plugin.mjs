// A test runner for Stryker that loads all tests once and asks them about one mutant of the sample after the other in the
// same process. Stryker's own runner starts vitest anew for each mutant, which takes some hundred times as long.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleTests, testFilesFor } from './bundle-tests.mjs'
import { registered } from './tests.mjs'

/** Where Stryker's instrumented code looks for the mutant that is active, and counts what it covers. */
globalThis.__stryker__ ??= {}
const stryker = globalThis.__stryker__

class InOneProcess {
  #tests = new Map()
  /** How long each test takes. */
  #times = new Map()
  /** Stryker mutates what lies within the places of the mutants that were drawn, too. */
  #drawn = new Set(JSON.parse(readFileSync(process.env['PBO_MUTATION_SAMPLE'], 'utf8')))
  /** Whether no mutant has run in this process yet. */
  #isFresh = true

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    const files = testFilesFor(process.env['PBO_MUTATION_TARGET'])
    if (!existsSync('test/support/setup.mjs')) await bundleTests(files)
    // The same examples for each mutant
    process.env['CI'] = '1'
    for (const file of ['test/support/setup.ts', ...files]) {
      registered.file = file
      await import(pathToFileURL(path.resolve(file.replace(/\.ts$/, '.mjs'))).href)
    }
    this.#tests = new Map(registered.tests.map((test) => [test.id, test]))
  }

  async dryRun() {
    const tests = []
    for (const { id, name, fileName, body } of this.#tests.values()) {
      stryker.currentTestId = id
      const start = performance.now()
      const failure = await failureOf(body)
      const timeSpentMs = performance.now() - start
      this.#times.set(id, timeSpentMs)
      tests.push({
        id,
        name,
        fileName,
        timeSpentMs,
        ...(failure === undefined ? { status: 0 } : { status: 1, failureMessage: failure }),
      })
    }
    stryker.currentTestId = undefined
    return {
      status: 'complete',
      tests,
      mutantCoverage: stryker.mutantCoverage ?? { static: {}, perTest: {} },
    }
  }

  async mutantRun({ testFilter = [...this.#tests.keys()], activeMutant, hitLimit }) {
    if (!this.#drawn.has(placeOf(activeMutant))) return { status: 'error', errorMessage: 'not drawn' }
    const own = `/${path.basename(activeMutant.fileName, '.ts')}.`
    // Its own tests find most, and quick ones cost least.
    const costOf = (id) => (id.includes(own) ? 0 : 1000) + (this.#times.get(id) ?? 0)
    const ids = [...testFilter].sort((a, b) => costOf(a) - costOf(b))
    Object.assign(stryker, { hitCount: 0, hitLimit })
    let killer
    let failureMessage
    for (const id of ids) {
      stryker.activeMutant = activeMutant.id
      failureMessage = await failureOf(this.#tests.get(id).body)
      stryker.activeMutant = undefined
      if (failureMessage !== undefined) {
        killer = id
        break
      }
    }
    const { hitCount } = stryker
    const isTold =
      // What was kept from before answered in the mutant's place, …
      (hitCount > 0 || ids.length === 0) &&
      // … or another mutant's answer did.
      (killer === undefined || (await failureOf(this.#tests.get(killer).body)) === undefined)
    // A new process has kept nothing; Stryker starts one, and asks again.
    if (!isTold && !this.#isFresh) process.exit(1)
    this.#isFresh = false
    if (hitLimit !== undefined && hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit' }
    return killer === undefined
      ? { status: 'survived', nrOfTests: ids.length }
      : { status: 'killed', killedBy: [killer], failureMessage, nrOfTests: ids.length }
  }
}

/** What a test fails with. */
const failureOf = async (body) => {
  try {
    await body()
    return undefined
  } catch (error) {
    return String(error?.message ?? error)
  }
}

/** What tells a mutant from all others. */
export const placeOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(':')

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-one-process', injectableClass: InOneProcess }]
