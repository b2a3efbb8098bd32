import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Times say nothing on a machine that does other things: only that all is measured is looked at. */
test('the bench measures all that its page shows', { timeout: 240_000 }, () => {
  const page = execFileSync(process.execPath, ['bench/speed.mjs', '--quick'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(headingsOf(page)).toEqual([
    'Goals',
    'Parts',
    'Start to exit',
    'Folders',
    'Formats',
    'Memory and size',
    'Others',
  ])
  expect(headingsOf(readFileSync('docs/speed.md', 'utf8'))).toEqual(headingsOf(page))
  const goals = [...page.matchAll(/^\| .+ \| [≥≤f].+ \| .*\d.* \| (?:met|not met) \|$/gm)]
  expect(goals.length).toBeGreaterThan(8)
  expect(page).not.toMatch(/NaN|undefined|Infinity/)
})

const headingsOf = (page: string): (string | undefined)[] =>
  [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
