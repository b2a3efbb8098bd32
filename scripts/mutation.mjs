// How many faults put into the source the tests of single parts find: mutants of Stryker, as many of each folder as
// are asked for, drawn by a seed from all that there are.
//   node scripts/mutation.mjs FOLDER|FILE … [--mutants 150] [--seed 1] [--keep]
// Prints the score and the mutants that survived; `--keep` writes them to docs/mutation.md.
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
  },
})
const temporary = mkdtempSync(path.join(tmpdir(), 'pbo-mutation-'))
try {
  for (const target of positionals) await measure(target.replace(/\/$/, ''))
} finally {
  rmSync(temporary, { recursive: true })
}

async function measure(target) {
  const all = await mutantsOf(target)
  const sample = drawn(all, Number(values.mutants))
  const results = await run(target, sample)
  const by = (...statuses) => results.filter(({ status }) => statuses.includes(status))
  const [found, missed] = [by('Killed', 'Timeout'), by('Survived', 'NoCoverage')]
  const others = results.length - found.length - missed.length
  const score = (100 * found.length) / (found.length + missed.length)
  const lines = [
    `* ${all.length} mutants, of which ${sample.length} were drawn (seed ${values.seed}); ${others} of them act only while modules load, and were left out.`,
    `* Found: ${found.length} of ${found.length + missed.length}, **${score.toFixed(1)} %**. No test runs the place of ${by('NoCoverage').length}.`,
    '',
    ...missed.map(described).sort(),
  ]
  console.log([`## ${target}`, '', ...lines, ''].join('\n'))
  if (values.keep) keep(target, lines)
}

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
    tempDirName: path.join(temporary, 'sandbox'),
    cleanTempDir: 'always',
    ignorePatterns: ['/dist', '/docs', '/editors', '/fixtures/real', '/packages', '/bench'],
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

/** A mutant as a line of a list. */
function described(mutant) {
  const [original, replacement] = [originalOf(mutant), mutant.replacement].map((text) => {
    const line = text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ')
    return line.length > 80 ? `${line.slice(0, 79)}…` : line
  })
  const place = `${path.relative('.', mutant.fileName)}:${mutant.location.start.line + 1}`
  return `* ${place}: \`${original}\` → \`${replacement}\`${mutant.status === 'NoCoverage' ? ' (not run)' : ''}`
}

function originalOf({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1)
  lines.push(lines.pop().slice(0, end.column))
  lines[0] = lines[0].slice(start.column)
  return lines.join('\n')
}

/** Puts the result of a folder in the place of the one before. */
function keep(target, lines) {
  const page = 'docs/mutation.md'
  const text = readFileSync(page, 'utf8')
  const [begin, end] = [`<!-- ${target} -->\n`, `<!-- end of ${target} -->\n`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1) throw new Error(`${page} has no place for ${target}`)
  writeFileSync(page, `${text.slice(0, from)}${begin}${lines.join('\n')}\n${text.slice(to)}`)
}
