import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agencyNameKey, issuerOf, regionOf } from '../../src/corpus/agencies.ts'
import { checkCorpus } from '../../src/corpus/check-corpus.ts'
import { extractFiling } from '../../src/corpus/extract.ts'
import { otherPlace, packPlace } from '../../src/corpus/place.ts'
import { PlanWriter, plannedOf } from '../../src/corpus/plan.ts'
import { parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'
import { Source } from '../../src/source/source.ts'
import { extractOf, filingOf, linesOf } from './filings.ts'

test.each([
  ['门源县人社局', '门源县'],
  ['海北州门源县人社局', '门源县'],
  ['门源县', '门源县'],
  ['清河市青山区教育局', '青山区'],
  ['青海省财政厅', '青海省'],
  ['凉山彝族自治州教育局', '凉山彝族自治州'],
  ['某某市市场监督管理局', '某某市'],
  ['人社局', ''],
  ['农村市场服务中心', ''],
  ['城市管理局', ''],
  ['幸福社区服务中心', ''],
  ['工业园区管委会', ''],
  ['', ''],
])('the place of %s is %s', (name, region) => {
  expect(regionOf(name)).toBe(region)
})

test.each([
  ['门源县人社局（本级）', '门源县人社局'],
  ['门源县 人社局本级', '门源县人社局'],
  ['776001-门源县人社局', '门源县人社局'],
  ['门源县人社局', '门源县人社局'],
])('%s is known as %s', (name, key) => {
  expect(agencyNameKey(name)).toBe(key)
})

test.each([
  ['# 门源县人社局2022年部门预算项目支出绩效目标公开表', '门源县人社局'],
  ['2022年门源县人社局项目支出绩效目标表', '门源县人社局'],
  ['附件3：清河县教育局2022年度项目绩效目标', '清河县教育局'],
  ['部门预算项目支出绩效目标公开表', ''],
])('the issuer of %s is %s', (title, issuer) => {
  expect(issuerOf(title)).toBe(issuer)
})

describe('places', () => {
  test('packed and unpacked are the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.boolean(), (text, a, b, isAddressed) => {
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)]
        const span = { start: Math.min(from, to), end: Math.max(from, to) }
        const name = { zh: '表1!A1', en: 'Sheet1!A1' }
        const source = new Source(text, isAddressed ? [{ span: { start: 0, end: text.length }, name }] : [])
        const packed = packPlace(source, span)
        const note = { zh: '', en: '' }
        expect(otherPlace('f', packed, note)).toEqual({
          file: 'f',
          start: { ...source.position(span.start), offset: span.start },
          end: { ...source.position(span.end), offset: span.end },
          ...(isAddressed ? { address: name } : {}),
          note,
        })
      }),
    )
  })
})

describe('plans', () => {
  const planOf = (...lines: readonly (readonly [string, string])[]) => {
    const writer = new PlanWriter()
    for (const [key, target] of lines) writer.add(key, target, '[1]')
    return writer.finish()
  }

  test('give back what was planned', () => {
    expect(plannedOf(planOf(['a', '≥1'], ['b', '≥\n2']), 'b')).toEqual({ target: '≥ 2', at: '[1]' })
  })

  test.each([
    ['nothing', planOf()],
    ['no such key', planOf(['aa', '1'])],
    ['the key twice', planOf(['a', '1'], ['a', '1'])],
  ])('know nothing of %s', (_, plan) => {
    expect(plannedOf(plan, 'a')).toBeUndefined()
  })
})

test('an extract is plain data that survives JSON', () => {
  const extract = extractOf('a.txt', filingOf())
  expect(JSON.parse(JSON.stringify(extract))).toEqual(extract)
  expect(extract.agencies).toEqual([
    { code: '501', name: '清河县农业农村局', region: '清河县', at: expect.any(String) },
  ])
  expect(extract.projects.map(({ name, agency }) => [name, agency])).toEqual([['农技推广', 0]])
  expect(extract.year).toBe(2022)
})

test('without rows of agencies, the title says whose filing it is', () => {
  const text = filingOf().split('\n').toSpliced(2, 1).join('\n').replace('清河县', '清河县教育局')
  const { agencies, projects } = extractOf('a.txt', text)
  expect(agencies.map(({ name, region }) => [name, region])).toEqual([['清河县教育局', '清河县']])
  expect(projects.map(({ agency }) => agency)).toEqual([0])
})

test('the order in which filings come changes nothing', () => {
  const names = ['清河县农业农村局', '清河县农技站', '清河县林业局']
  const extracts = names.flatMap((name, i) => [
    extractOf(`${i}.txt`, filingOf({ agency: `501\t${name}` })),
    extractOf(`${i}-copy.txt`, filingOf({ agency: `501\t${name}` })),
  ])
  const sorted = (filings: typeof extracts) => linesOf(checkCorpus({ filings, previous: [] })).toSorted()
  const expected = sorted(extracts)
  expect(expected.length).toBeGreaterThan(3)
  fc.assert(
    fc.property(fc.shuffledSubarray(extracts, { minLength: extracts.length }), (shuffled) => {
      expect(sorted(shuffled)).toEqual(expected)
    }),
  )
})

const inFormat = async (path: string) => {
  const [opened] = await openFile(readFileSync(path), { isUtf8, encoding: undefined })
  if (opened?.kind !== 'document') throw new Error(`not read: ${path}`)
  const { disclosure, format } = parseDocument(opened.document)
  return extractFiling({ path, source: opened.document.source, disclosure, format, encoded: opened.encoded })
}

test('the filing of Menyuan is the same filing in every format', async () => {
  const paths = [
    'fixtures/text/single-cell/menyuan-2022/input.txt',
    ...['xlsx', 'html', 'pdf'].map((ending) => `fixtures/office/menyuan-2022.${ending}`),
  ]
  const extracts = await Promise.all(paths.map(inFormat))
  const found = checkCorpus({ filings: extracts, previous: [] }, () => ({ only: ['duplicate-filing'] }))
  expect(linesOf(found)).toHaveLength(paths.length - 1)
})

test('an extract is small: 20,000 of them have to fit into 200 MB', () => {
  const text = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')
  const extract = extractOf('menyuan.txt', text)
  expect(extract.projects).toHaveLength(7)
  expect(JSON.stringify(extract).length).toBeLessThan(12_000)
  // Text is one kilobyte of it: keys and places are plain ASCII, which takes a byte a character.
  expect(extract.plan.keys + extract.plan.places).toMatch(/^[\x20-\x7e\n]*$/)
})
