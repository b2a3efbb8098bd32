// What `pbo recheck` tells of made-up rounds of corrections.
//   node bench/recheck.mjs [rounds] [departments] [--mistakes]
// Prints how many findings got the status that they should have, and with --mistakes each that didn't.
import { importSource } from './quantities/bundle.mjs'

const [rounds = 20, departments = 40] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number)
const { makeRound } = await importSource('test/support/rounds/make-round.ts')
const { scoreRound } = await importSource('test/support/rounds/score-round.ts')

const whole = { findings: 0, right: 0, lost: 0, twice: 0 }
const byStatus = {}
const mistakes = []
for (let seed = 1; seed <= rounds; seed += 1) {
  const score = await scoreRound(makeRound(seed, departments))
  for (const key of Object.keys(whole)) whole[key] += score[key]
  for (const [status, { all, right }] of score.byStatus) {
    byStatus[status] ??= { all: 0, right: 0 }
    byStatus[status].all += all
    byStatus[status].right += right
  }
  mistakes.push(...score.mistakes.map((mistake) => `round ${seed}: ${mistake}`))
}
const percent = (right, all) => `${((100 * right) / all).toFixed(2)} %`
console.log(`${rounds} rounds of ${departments} departments: ${whole.findings} findings`)
console.log(`status right: ${whole.right} = ${percent(whole.right, whole.findings)}`)
for (const [status, { all, right }] of Object.entries(byStatus))
  console.log(`  ${status}: ${right} of ${all}`)
console.log(`lost: ${whole.lost}, counted twice: ${whole.twice}`)
if (process.argv.includes('--mistakes')) console.log(mistakes.join('\n'))
