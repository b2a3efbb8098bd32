import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../src/check.ts'
import type { Disclosure } from '../src/model/disclosure.ts'
import { RULE_CRASH } from '../src/model/finding.ts'
import { indicatorsOf, projectsOf } from '../src/model/walk.ts'
import { parse } from '../src/parse.ts'
import { readAnyTags } from '../src/read/any-tags.ts'
import { FragmentBuilder } from '../src/read/fragment-builder.ts'
import { readPlainTags } from '../src/read/plain-tags.ts'
import { Source } from '../src/source/source.ts'
import { contains } from '../src/source/span.ts'
import { textsOf, uncovered } from './support/coverage.ts'
import { makeFiling } from './support/filing.ts'
import { anyMixture } from './support/fragments.ts'
import { brokenLaws } from './support/laws.ts'
import { printTree } from './support/print-tree.ts'

const MENYUAN = readFileSync(
  new URL('../fixtures/text/single-cell/menyuan-2022/input.txt', import.meta.url),
  'utf8',
)
const seeded = { seed: 20_220_101, numRuns: 1500 } as const
const SEEDS = Array.from({ length: 400 }, (_, seed) => seed)

const parseText = (text: string): Disclosure => parse(new Source(text)).disclosure

/** What a place of the source reads as without tags and blanks; entities are left as they are. */
const bare = (text: string): string => text.replace(/<[^<>]*>/g, '').replace(/\s/g, '')

describe('any text', () => {
  test('parses without throwing, and no rule fails on it', () => {
    fc.assert(
      fc.property(fc.oneof(anyMixture(), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const findings = check(parseText(text))
        expect(findings.filter(({ rule }) => rule === RULE_CRASH)).toEqual([])
      }),
      seeded,
    )
  })

  test('is accounted for to the last character', () => {
    fc.assert(
      fc.property(anyMixture(), (text) => {
        expect(uncovered(new Source(text))).toEqual([])
      }),
      seeded,
    )
  })

  test('gives nodes inside their parents and in order', () => {
    fc.assert(
      fc.property(anyMixture(), (text) => {
        expect(brokenLaws(parseText(text), text.length)).toEqual([])
      }),
      seeded,
    )
  })
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
  ['made-up filings', SEEDS.map((seed) => makeFiling(seed).text)],
])('%s', (_name, texts) => {
  test('are accounted for to the last character', () => {
    for (const text of texts) expect(uncovered(new Source(text)), text).toEqual([])
  })

  test('have nodes inside their parents and in order', () => {
    for (const text of texts) expect(brokenLaws(parseText(text), text.length), text).toEqual([])
  })

  test('have texts that are found at their places', () => {
    for (const text of texts) {
      for (const leaf of textsOf(parseText(text))) {
        const raw = leaf.ranges.map(({ start, end }) => text.slice(start, end)).join('')
        if (!/&|""/.test(raw)) expect(bare(raw)).toBe(bare(leaf.text))
      }
    }
  })

  test('have targets inside their indicators', () => {
    for (const text of texts) {
      for (const project of projectsOf(parseText(text))) {
        for (const { indicator } of indicatorsOf(project)) {
          expect(contains(indicator.span, indicator.target.span)).toBe(true)
          expect(contains(indicator.span, indicator.name.span)).toBe(true)
        }
      }
    }
  })
})

describe('a made-up filing', () => {
  test.each(SEEDS.filter((seed) => seed % 4 === 0).map((seed) => [seed] as const))(
    'is read as what it says (seeds from %i)',
    (first) => {
      for (let seed = first; seed < first + 4; seed += 1) {
        const { text, lines, style } = makeFiling(seed)
        expect(printTree(parseText(text)), `seed ${seed}: ${style.name}`).toEqual(lines)
      }
    },
  )
})

describe('a cell of 200 kB', () => {
  const UNITS = [
    '(',
    '（',
    '1.',
    '1.1',
    '一、',
    '(一)',
    '<p>',
    '</p',
    '<',
    '&',
    '&#0',
    '目标1:',
    '目标1',
    '指标',
    '"',
    '""',
    ' ',
    '\t',
    '\n',
  ]
  const MORE = [
    '产出指标',
    '数量指标:',
    '≥',
    '≥40人',
    '≥40人;',
    '培训人数 ',
    '★',
    '①',
    '合计',
    '健全 ',
    ':',
    '。',
    ';',
    '(10分)',
    '<!--',
    '4.00\t',
    '. ',
  ]
  test.each([...UNITS, ...MORE])('of %j alone is read in no time', (unit) => {
    const filler = unit.repeat(Math.ceil(200_000 / unit.length))
    const header = '单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\n'
    expect(parseText(`${header}\t河道清淤\t4.00\t${filler}\t${filler}x`)).toBeDefined()
    expect(parseText(`一、产出指标${filler}x`)).toBeDefined()
  })
})
