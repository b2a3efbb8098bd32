// What is still read when the reader doesn't know one of its labels or headers: each word of the lists is taken out of a
// bundle of the sources in turn, and the files that hold the word are read again. The product has no switch for it.
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { build } from 'esbuild'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The modules that list the words of labels and headers, those that there are; WORD_MODULES names others, with commas. */
const WORD_MODULES = (
  process.env.WORD_MODULES ?? 'src/vocabulary/headers.ts,src/lexicon/headers.ts,src/lexicon/labels.ts'
).split(',')

/** Stands for a word that is left out; no filing has it. */
const NOTHING = '\uE0F0\uE0F1'

/** Modules that were imported stay in memory: a thread takes so many words and ends. */
const WORDS_A_THREAD = 40

/**
 * For each word that a file of `fixtures/` holds: how many of what was read there is read as before without it.
 * @returns {Promise<{ listed: number, words: { word: string, files: number, indicators: number, keptIndicators: number, fields: number, keptFields: number }[] }>}
 */
export const leaveOutWords = async () => {
  const folder = path.join(root, 'node_modules/.cache/pbo-left-out')
  mkdirSync(folder, { recursive: true })
  try {
    const bundle = await bundleText()
    const files = await inThread({ folder, bundle })
    const words = wordsIn(bundle)
    const held = words.filter((word) => files.some(({ text }) => text.includes(word)))
    const results = []
    for (let from = 0; from < held.length; from += WORDS_A_THREAD) {
      const some = held.slice(from, from + WORDS_A_THREAD)
      results.push(...(await inThread({ folder, bundle, files, words: some })))
    }
    return { listed: words.length, words: results }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const inThread = async (work) => {
  const thread = new Worker(fileURLToPath(import.meta.url), { workerData: work })
  const [result] = await once(thread, 'message')
  await thread.terminate()
  return result
}

/** Without words: what is read of all files. With words: of those that hold one, once without it. */
const work = async ({ folder, bundle, files, words }) => {
  const load = async (text) => {
    const file = path.join(folder, 'reader.mjs')
    writeFileSync(file, text)
    // The query makes it another module.
    return await import(`${pathToFileURL(file).href}?${performance.now()}`)
  }
  const results = []
  if (words === undefined) {
    const { readParts } = await load(bundle.join(''))
    for (const file of fixtureFiles()) {
      results.push({ file, ...(await readParts(new Uint8Array(readFileSync(file)))) })
    }
    return results
  }
  for (const word of words) {
    const holding = files.filter(({ text }) => text.includes(word))
    const without = await load(withoutWord(bundle, word))
    results.push({ word, files: holding.length, ...(await compare(holding, without.readParts)) })
  }
  return results
}

const compare = async (files, readParts) => {
  const sum = { indicators: 0, keptIndicators: 0, fields: 0, keptFields: 0 }
  for (const { file, parts } of files) {
    const { parts: now } = await readParts(new Uint8Array(readFileSync(file)))
    sum.indicators += parts.indicators.length
    sum.keptIndicators += shared(parts.indicators, now.indicators)
    sum.fields += parts.fields.length
    sum.keptFields += shared(parts.fields, now.fields)
  }
  return sum
}

/** How many of the first list the second one has, each once. */
const shared = (before, after) => {
  const rest = new Map()
  for (const one of after) rest.set(one, (rest.get(one) ?? 0) + 1)
  return before.filter((one) => {
    const count = rest.get(one) ?? 0
    rest.set(one, count - 1)
    return count > 0
  }).length
}

/** The bundle in pieces, one for each module, each beginning with the comment that names it. */
const bundleText = async () => {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'bench/reading/read-parts.ts')],
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0].text.split(/^(?=\/\/ \S+\.ts$)/m)
}

const isListing = (piece) => WORD_MODULES.some((file) => piece.startsWith(`// ${file}\n`))

const STRING = /(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1/g

/** All words of the lists: what blanks divide in strings of the modules. */
const wordsIn = (bundle) => {
  const words = bundle
    .filter(isListing)
    .flatMap((piece) => [...piece.matchAll(STRING)].flatMap(([, , text]) => text.split(' ')))
  return [...new Set(words)].filter((word) => /^[\p{Script=Han}()（）、/]{2,}$/u.test(word))
}

const withoutWord = (bundle, word) =>
  bundle
    .map((piece) =>
      isListing(piece)
        ? piece.replace(STRING, (_, quote, text) => {
            const words = text.split(' ').map((one) => (one === word ? NOTHING : one))
            return quote + words.join(' ') + quote
          })
        : piece,
    )
    .join('')

/** The cases of fixtures/real and the inputs of the other folders. */
const fixtureFiles = () =>
  readdirSync(path.join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)input\.\w+$/.test(name) || /^real\/.*\.(?:html|md|csv|tsv|txt)$/.test(name))
    .sort()
    .map((name) => path.join(root, 'fixtures', name))

if (!isMainThread) parentPort.postMessage(await work(workerData))
