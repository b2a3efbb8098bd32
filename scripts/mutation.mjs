// How many faults put into the source the tests of single parts find: mutants of Stryker, as many of each folder as
// are asked for, drawn by a seed from all that there are.
//   node scripts/mutation.mjs FOLDER|FILE … [--mutants 150] [--seed 1] [--keep] [--again]
// Prints the score and the mutants that survived; `--keep` writes them to docs/mutation.md, and `--again` asks only those
// that survived there, when there are new tests.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { globSync } from 'tinyglobby'
import { placeOf } from './mutation/plugin.mjs'

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutants: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean' },
    again: { type: 'boolean' },
  },
})
async function measure(target) {
  const all = await mutantsOf(target)
  const sample = drawn(all, Number(values.mutants))
  const lines = values.again ? await askAgain(target, sample) : await ask(target, sample, all.length)
  console.log([`## ${target}`, '', ...lines, ''].join('\n'))
  if (values.keep) keep(target, lines)
}

async function ask(target, sample, count) {
  const results = await run(target, sample)
  const missed = missedOf(results)
  const found = results.filter(({ status }) => ['Killed', 'Timeout'].includes(status)).length
  const others = results.length - found - missed.length
  return [
    `* ${count} mutants, of which ${sample.length} were drawn (seed ${values.seed}); ${others} of these act only at module load and were left out.`,
    ...told(found + missed.length, missed),
  ]
}

/** Asks only the mutants that survived before; the others of the sample were found then. */
async function askAgain(target, sample) {
  const [first, second, , ...before] = sectionOf(target).trim().split('\n')
  const withoutLine = (line) => line.replace(/:\d+:/, ':').replace(NOT_RUN, '')
  const listed = new Set(before.map(withoutLine))
  const still = sample.filter((mutant) => listed.has(withoutLine(described(mutant))))
  // What isn't there any more is no part of the sample.
  const asked = Number(/ of (\d+)/.exec(second)[1]) - (before.length - still.length)
  return [first, ...told(asked, missedOf(await run(target, still)))]
}

const told = (asked, missed) => [
  `* Found: ${asked - missed.length} of ${asked}, **${((100 * (asked - missed.length)) / asked).toFixed(1)} %**.`,
  '',
  ...missed.map(described).sort(),
]

const missedOf = (results) => results.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status))

/** All mutants of the files of a folder. */
async function mutantsOf(target) {
  const names = statSync(target).isDirectory()
    ? globSync(`${target}/**/*.ts`, { absolute: true })
    : [path.resolve(target)]
  const quiet = { debug() {}, info() {}, isDebugEnabled: () => false }
  const { mutants } = await new Instrumenter(quiet).instrument(
    names.sort().map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  )
  return mutants
}

/** So many mutants, the same for the same seed; a change elsewhere in a file hardly draws others. */
function drawn(mutants, count) {
  const times = new Map()
  const ranked = mutants.map((mutant) => {
    const what = `${path.relative('.', mutant.fileName)} ${originalOf(mutant)} → ${mutant.replacement}`
    const time = (times.get(what) ?? 0) + 1
    times.set(what, time)
    return { mutant, rank: createHash('sha256').update(`${values.seed} ${what} ${time}`).digest('hex') }
  })
  return ranked
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant)
}

/** What becomes of the mutants of the sample. */
async function run(target, sample) {
  const file = path.join(temporary, 'sample.json')
  writeFileSync(file, JSON.stringify(sample.map(placeOf)))
  process.env['PBO_MUTATION_SAMPLE'] = file
  process.env['PBO_MUTATION_TARGET'] = target
  const results = await new Stryker({
    mutate: sample.map(({ fileName, location: { start, end } }) => {
      const range = `${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`
      return `${path.relative('.', fileName)}:${range}`
    }),
    plugins: [path.resolve('scripts/mutation/plugin.mjs')],
    testRunner: 'in-one-process',
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    disableTypeChecks: false,
    concurrency: 1,
    timeoutMS: 30_000,
    dryRunTimeoutMinutes: 30,
    tempDirName: path.join(temporary, 'sandbox'),
    cleanTempDir: 'always',
    ignorePatterns: ['/dist', '/docs', '/editors', '/packages', '/bench/*', '!/bench/digest'],
    reporters: ['progress-append-only'],
    logLevel: 'warn',
  }).runMutationTest()
  const keys = new Set(sample.map(placeOf))
  // Results count lines and columns from 1, mutants from 0.
  const fromZero = ({ line, column }) => ({ line: line - 1, column: column - 1 })
  return results
    .map((result) => {
      const { start, end } = result.location
      return { ...result, location: { start: fromZero(start), end: fromZero(end) } }
    })
    .filter((result) => keys.has(placeOf(result)))
}

/** Behind a mutant at a place that no test runs. */
const NOT_RUN = ' (not run)'

/** A mutant as a line of a list. */
function described(mutant) {
  const [original, replacement] = [originalOf(mutant), mutant.replacement].map((text) => {
    const line = text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ')
    return line.length > 80 ? `${line.slice(0, 79)}…` : line
  })
  const place = `${path.relative('.', mutant.fileName)}:${mutant.location.start.line + 1}`
  return `* ${place}: \`${original}\` → \`${replacement}\`${mutant.status === 'NoCoverage' ? NOT_RUN : ''}`
}

function originalOf({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1)
  lines.push(lines.pop().slice(0, end.column))
  lines[0] = lines[0].slice(start.column)
  return lines.join('\n')
}

const PAGE = 'docs/mutation.md'

const marks = (target) => [`<!-- ${target} -->\n`, `<!-- end of ${target} -->\n`]

/** What docs/mutation.md says of a folder. */
function sectionOf(target) {
  const [begin, end] = marks(target)
  const [, behind] = readFileSync(PAGE, 'utf8').split(begin)
  if (behind === undefined) throw new Error(`${PAGE} has no place for ${target}`)
  return behind.slice(0, behind.indexOf(end))
}

/** Puts the result of a folder in the place of the one before. */
function keep(target, lines) {
  const [begin] = marks(target)
  const text = readFileSync(PAGE, 'utf8')
  writeFileSync(
    PAGE,
    text.replace(begin + sectionOf(target), () => `${begin}${lines.join('\n')}\n`),
  )
}

const temporary = mkdtempSync(path.join(tmpdir(), 'pbo-mutation-'))
try {
  for (const target of positionals) await measure(target.replace(/\/$/, ''))
} finally {
  rmSync(temporary, { recursive: true })
}
