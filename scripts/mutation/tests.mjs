// What the tests of single parts take from vitest, for `plugin.mjs`: they register here, and run when asked to.
import { readFileSync } from 'node:fs'
import { format } from 'node:util'
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
export const { expect } = chai
expect.extend(expect, {
  toMatchFileSnapshot: (text, file) => ({
    pass: readFileSync(file, 'utf8') === text,
    message: () => `${file} says something else`,
  }),
})

/** All tests that were registered. The copy that the tests are bundled with and the runner's share them. */
globalThis.pboMutationTests ??= { file: '', within: [], tests: [] }
export const registered = globalThis.pboMutationTests

export const test = (name, body) => {
  const { file, within, tests } = registered
  const id = `${file}#${tests.length} ${[...within, name].join(' › ')}`
  tests.push({ id, name: id, fileName: file, body })
}

export const describe = (name, body) => {
  registered.within.push(name)
  body()
  registered.within.pop()
}

const each = (register) => (cases) => (name, body) => {
  for (const one of cases) {
    const values = Array.isArray(one) ? one : [one]
    register(format(name, ...values), () => body(...values))
  }
}
test.each = each(test)
describe.each = each(describe)
