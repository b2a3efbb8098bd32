import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import { RULE_CRASH } from '../src/model/finding.ts'
import { indicatorsOf, projectsOf } from '../src/model/walk.ts'
import { parseDocument } from '../src/parse.ts'
import { readAnyTags } from '../src/read/any-tags.ts'
import { FragmentBuilder } from '../src/read/fragment-builder.ts'
import { readGrid } from '../src/read/index.ts'
import { readPlainTags } from '../src/read/plain-tags.ts'
import { Source } from '../src/source/source.ts'
import { contains } from '../src/source/span.ts'
import { markupOf, textsOf, uncoveredBy } from './support/coverage.ts'
import { makeFiling } from './support/filing.ts'
import { anyMixture } from './support/fragments.ts'
import { brokenLaws } from './support/laws.ts'
import { printTree } from './support/print-tree.ts'
import { sampleOf, sampleSize } from './support/sample.ts'

const MENYUAN = readFileSync(
  new URL('../fixtures/text/single-cell/menyuan-2022/input.txt', import.meta.url),
  'utf8',
)
const seeded = { seed: 20_220_101, numRuns: sampleSize(1500) } as const
const SEEDS = Array.from({ length: 400 }, (_, seed) => seed)

/** A text, its tree, and what of it belongs to nothing. */
const read = (text: string) => {
  const source = new Source(text)
  const document = { ...readGrid(source), source }
  const { disclosure } = parseDocument(document)
  return { text, disclosure, lost: uncoveredBy(disclosure, text, markupOf(document.grid)) }
}

/** What a place of the source reads as without tags and blanks; entities are left as they are. */
const bare = (text: string): string => text.replace(/<[^<>]*>/g, '').replace(/\s/g, '')

test('any text parses without throwing, no rule fails on it, nothing is lost and nodes lie inside their parents', () => {
  fc.assert(
    fc.property(fc.oneof(anyMixture(), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const { disclosure, lost } = read(text)
      expect(lost).toEqual([])
      expect(brokenLaws(disclosure, text.length)).toEqual([])
      expect(check(disclosure).filter(({ rule }) => rule === RULE_CRASH)).toEqual([])
    }),
    seeded,
  )
})

describe('the markup of a cell', () => {
  test('reads the same by the fast path and by htmlparser2', () => {
    const TAGS = ['<p>', '</p>', '<b>', '</b>', '<br>', ' ', '\n', '一、', '≥40人', '>', '目标1:']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TAGS), { maxLength: 20 }), (pieces) => {
        const raw = pieces.join('')
        const span = { start: 0, end: raw.length }
        const fast = new FragmentBuilder(raw, span)
        const full = new FragmentBuilder(raw, span)
        expect(readPlainTags(raw, fast)).toBe(true)
        readAnyTags(raw, full)
        const describeIt = (builder: FragmentBuilder): unknown => {
          const { text, markup, unclosed } = builder.finish()
          return { text: text.text, ranges: text.ranges, markup: [...markup], unclosed }
        }
        expect(describeIt(fast)).toEqual(describeIt(full))
      }),
      seeded,
    )
  })
})

describe.each([
  ['the Menyuan filing', [MENYUAN]],
  ['made-up filings', sampleOf(SEEDS).map((seed) => makeFiling(seed).text)],
])('%s', (_name, texts) => {
  const all = texts.map(read)

  test('are accounted for to the last character', () => {
    for (const { text, lost } of all) expect(lost, text).toEqual([])
  })

  test('have nodes inside their parents and in order', () => {
    for (const { text, disclosure } of all) expect(brokenLaws(disclosure, text.length), text).toEqual([])
  })

  test('have texts that are found at their places', () => {
    for (const { text, disclosure } of all) {
      for (const leaf of textsOf(disclosure)) {
        const raw = leaf.ranges.map(({ start, end }) => text.slice(start, end)).join('')
        if (!/&|""/.test(raw) && bare(raw) !== bare(leaf.text)) expect(bare(raw)).toBe(bare(leaf.text))
      }
    }
  })

  test('have targets inside their indicators', () => {
    const outside = all.flatMap(({ disclosure }) =>
      projectsOf(disclosure)
        .flatMap(indicatorsOf)
        .filter(
          ({ indicator: { span, target, name } }) =>
            !contains(span, target.span) || !contains(span, name.span),
        ),
    )
    expect(outside).toEqual([])
  })
})

describe('a made-up filing', () => {
  test.each(sampleOf(SEEDS.filter((seed) => seed % 4 === 0)).map((seed) => [seed] as const))(
    'is read as what it says (seeds from %i)',
    (first) => {
      for (let seed = first; seed < first + 4; seed += 1) {
        const { text, lines, style } = makeFiling(seed)
        expect(printTree(read(text).disclosure), `seed ${seed}: ${style.name}`).toEqual(lines)
      }
    },
  )
})
