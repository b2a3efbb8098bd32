import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import type { Entry } from '../support/fake-io.ts'
import { printPage } from '../support/made-up/page-print.ts'
import { cell } from '../support/made-up/sheet.ts'
import { HEADER } from '../support/test-rule.ts'
import { openSession } from './session.ts'

const GOOD = `目标1:培训６０人。目标2:推广。\t一、产出指标 (一)数量指标 1.培训人数 ≥６０人 2.推广品种 ≥3种 (二)质量指标 1.合格率 =100%`
const BAD = GOOD.replace('目标2', '目标3').replace('2.推广', '3.推广').replace('=100%', '≥100%')
const FIXED = GOOD.replaceAll('６０', '60')

const filing = (cells: string, name = '农技  推广'): string =>
  `某县2024年部门预算项目支出绩效目标公开表\n${HEADER}\n\t${name}\t６.00\t${cells}\n`

const open = (files: Readonly<Record<string, Entry>>, more = {}) =>
  openSession({ env: { LANG: 'en_US.UTF-8' }, files, ...more }, core)

/** What one file is after `--fix`. */
const fixed = async (
  content: string | Uint8Array,
  line = 'check --fix a.txt',
): Promise<string | Uint8Array> => {
  const session = open({ 'a.txt': content })
  const { code } = await session.run(line)
  expect(code).toBeLessThan(2)
  return session.io.written()['a.txt'] ?? content
}

const textOf = (content: string | Uint8Array, encoding = 'utf-8'): string =>
  typeof content === 'string' ? content : new TextDecoder(encoding, { ignoreBOM: true }).decode(content)

describe('pbo check --fix', () => {
  test('mends numbers of lists, widths, blanks and the sign of a whole, and checks what is left', async () => {
    const session = open({ 'a.txt': filing(BAD) })
    const { out, err } = await session.run('check --fix --format compact --level info a.txt')
    expect(textOf(session.io.written()['a.txt'] as Uint8Array)).toBe(filing(FIXED, '农技 推广'))
    expect(err).toBe(
      'pbo: fixed 6 findings in 1 file: numbering-gap 2, percent-out-of-range 1, untidy-text 3\n',
    )
    expect(out).not.toMatch(/numbering-gap|percent-out-of-range/)
  })

  test('keeps money, the amounts of goals, and what a target means', async () => {
    const cells =
      '目标1:投入５万元，补助３００元/人。\t一、产出指标 (一)成本指标 1.培训成本 ≤５万元 (二)质量指标 1.增长率 ≥100%'
    expect(textOf(await fixed(filing(cells, '推广')))).toBe(filing(cells, '推广'))
  })

  test('keeps numbers that a text names goals by', async () => {
    const cells = '目标1:培训。目标3:推广。\t一、产出指标 (一)数量指标 1.培训人数（对应目标3） ≥60人'
    expect(textOf(await fixed(filing(cells, '推广')))).toBe(filing(cells, '推广'))
  })

  test.each([
    ['二、', '三、', '一、产出指标 (一)数量指标 1.人数 ≥6人 三、效益指标 (一)社会效益指标 1.就业 ≥3人'],
    ['(二)', '(三)', '一、产出指标 (一)数量指标 1.人数 ≥6人 (三)质量指标 1.合格率 ≥90%'],
    ['②', '③', '①培训人数 ≥6人 ③推广品种 ≥3种'],
    ['２．', '３．', '一、产出指标 (一)数量指标 １．人数 ≥6人 ３．品种 ≥3种'],
  ])('numbers anew as it is numbered: %s', async (right, wrong, indicators) => {
    const text = filing(`目标1:推广。\t${indicators}`, '推广')
    expect(textOf(await fixed(text))).toBe(text.replace(wrong, right))
  })

  test.each<[string, string, readonly number[], (text: string) => Uint8Array]>([
    ['UTF-8 with a mark', 'utf-8', [0xef, 0xbb, 0xbf], (text) => new TextEncoder().encode(text)],
    ['UTF-16LE', 'utf-16le', [0xff, 0xfe], (text) => new Uint8Array(Buffer.from(text, 'utf16le'))],
    ['UTF-16BE', 'utf-16be', [0xfe, 0xff], (text) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())],
  ])('keeps %s and line ends', async (_, encoding, mark, encode) => {
    const bytes = (text: string): Uint8Array =>
      Uint8Array.of(...mark, ...encode(text.replaceAll('\n', '\r\n')))
    expect(textOf(await fixed(bytes(filing(BAD))), encoding)).toBe(
      textOf(bytes(filing(FIXED, '农技 推广')), encoding),
    )
  })

  test('keeps GB18030, and writes Chinese and circled numbers in it', async () => {
    const encode = (text: string): Uint8Array =>
      Uint8Array.from([...text].flatMap((c) => GB18030.get(c) ?? [c.charCodeAt(0)]))
    const text = filing(
      '①推广。③培训。\t一、产出指标 (一)数量指标 1.人数 ≥6人 (三)质量指标 1.合格率 ≥90%',
      '推广',
    )
    expect(textOf(await fixed(encode(text)), 'gb18030')).toBe(text.replace('③', '②').replace('(三)', '(二)'))
  })

  test('keeps CSV as it is quoted, makes no formula of a cell, and mends Markdown', async () => {
    const rows = (sign: string, people: string): string[][] => [
      ['项目名称', '金额(万元)', '绩效目标', '一级指标', '二级指标', '三级指标', '指标值'],
      ['推广', '6.00', '推广, 培训', '产出指标', '质量指标', '合格率', `${sign}100%`],
      ['', '', '', '产出指标', '数量指标', '培训人数', `≥${people}人`],
    ]
    const csv = (table: string[][]): string =>
      table.map((row) => row.map((cell) => (/,/.test(cell) ? `"${cell}"` : cell)).join(',')).join('\n')
    expect(textOf(await fixed(csv(rows('≥', '６０'))))).toBe(csv(rows('≥', '60')))
    const markdown = (table: string[][]): string =>
      [table[0], table[0]?.map(() => '---'), ...table.slice(1)]
        .map((row) => `| ${row?.join(' | ')} |`)
        .join('\n')
    expect(textOf(await fixed(markdown(rows('≥', '６０'))))).toBe(markdown(rows('=', '60')))
  })

  test('leaves widths and blanks where blanks align columns', async () => {
    const row = (...cells: readonly string[]) => cells.map((text) => cell(text))
    const page = printPage(
      [
        [cell('项目名称'), cell('沟渠清淤', 3)],
        [cell('绩效目标'), cell('目标1:清淤沟渠３８公里。\n目标3:修补护岸1200米。', 3)],
        row('一级指标', '二级指标', '三级指标', '指标值'),
        row('产出指标', '数量指标', '清淤沟渠长度', '≥３８公里'),
        row('满意度指标', '服务对象满意度指标', '沿渠农户满意度', '≥90%'),
      ],
      'top',
    ).join('\n')
    expect(textOf(await fixed(page))).toBe(page.replace('目标3', '目标2'))
  })

  test('leaves what a baseline knows, and what is left out by rule, level or --only', async () => {
    const text = filing(BAD, '推广')
    const session = open({ 'a.txt': text })
    await session.run('baseline update --only numbering-gap --reason 已说明 a.txt')
    await session.run('check --fix a.txt')
    expect(textOf(session.io.written()['a.txt'] as Uint8Array)).toContain('目标3')
    const off = await fixed(text, 'check --fix --rule untidy-text=off --rule numbering-gap=off a.txt')
    expect(textOf(off)).toBe(text.replace('≥100%', '=100%'))
    expect(textOf(await fixed(text, 'check --fix --only percent-out-of-range a.txt'))).toBe(
      text.replace('≥100%', '=100%'),
    )
  })

  test('writes nothing where nothing is to be fixed, nor over what changed meanwhile', async () => {
    const session = open({ 'a.txt': filing(FIXED, '推广') })
    expect((await session.run('check --fix a.txt')).err).toContain('nothing to fix automatically')
    expect(session.io.written()).toEqual({})
    const changing = open({ 'a.txt': filing(BAD) })
    let reads = 0
    const read: typeof changing.io.files.read = (path, limit) => {
      reads += path.endsWith('a.txt') ? 1 : 0
      return reads > 1 && path.endsWith('a.txt')
        ? new TextEncoder().encode('x')
        : changing.io.files.read(path, limit)
    }
    const part = { files: { ...changing.io.files, read } }
    const { code, err } = await openSession(
      { env: { LANG: 'en_US.UTF-8' }, files: { 'a.txt': filing(BAD) } },
      core,
      part,
    ).run('check --fix a.txt')
    expect(err).toContain('changed while it was being checked')
    expect(code).toBe(2)
  })

  test('leaves standard input alone', async () => {
    const session = open({}, { stdin: filing(BAD) })
    const { out } = await session.run('check --fix --format compact -')
    expect(out).toContain('numbering-gap')
    expect(session.io.written()).toEqual({})
  })
})

describe('pbo check --fix-dry-run', () => {
  test('prints a diff, changes nothing and ends with 1', async () => {
    const session = open({ 'a.txt': filing(BAD) })
    const { code, out, err } = await session.run('check --fix-dry-run a.txt')
    expect(code).toBe(1)
    expect(err).toContain('would fix 6 findings in 1 file')
    const [one, two, three] = filing(BAD).split('\n')
    expect(out).toBe(
      `--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n ${one}\n ${two}\n-${three}\n+${filing(FIXED, '农技 推广').split('\n')[2]}\n`,
    )
    expect(session.io.written()).toEqual({})
  })

  test('keeps the ends of lines, and says where the last one has none', async () => {
    const { out } = await open({ 'a.txt': filing(BAD).trimEnd().replaceAll('\n', '\r\n') }).run(
      'check --fix-dry-run a.txt',
    )
    expect(out.match(/\r\n/g)).toHaveLength(2)
    expect(out.endsWith('\n\\ No newline at end of file\n')).toBe(true)
  })

  test('ends with 0 where there is nothing, with 2 where a file can’t be read, and takes standard input', async () => {
    expect((await open({ 'a.txt': filing(FIXED, '推广') }).run('check --fix-dry-run a.txt')).code).toBe(0)
    expect((await open({ 'a.txt': filing(BAD) }).run('check --fix-dry-run a.txt b.txt')).code).toBe(2)
    expect((await open({}, { stdin: filing(BAD) }).run('check --fix-dry-run -')).out).toContain('+++ b/')
  })

  test('prints nothing of a file that could act on a terminal', async () => {
    const { out } = await open({ 'a.txt': filing(`${BAD}\u001b[31m`) }).run('check --fix-dry-run a.txt')
    expect(out).not.toContain('\u001b')
  })
})

test('reports have the edits of findings', async () => {
  const session = open({ 'a.txt': filing(BAD, '推广') })
  const json = JSON.parse((await session.run('check --format json --level info a.txt')).out)
  const [gap] = json.files[0].findings.filter(({ rule }: { rule: string }) => rule === 'numbering-gap')
  expect(gap.edits.map(({ text }: { text: string }) => text)).toEqual(['2'])
  expect(gap.edits[0].end.offset - gap.edits[0].start.offset).toBe(1)
  const sarif = JSON.parse((await session.run('check --format sarif --level info a.txt')).out)
  const [result] = sarif.runs[0].results.filter(
    ({ ruleId }: { ruleId: string }) => ruleId === 'numbering-gap',
  )
  const { deletedRegion, insertedContent } = result.fixes[0].artifactChanges[0].replacements[0]
  expect(insertedContent).toEqual({ text: '2' })
  expect(deletedRegion.startLine).toBe(3)
})

/** Characters by their bytes in GB18030, for those of two. */
const GB18030: ReadonlyMap<string, readonly number[]> = new Map(
  Array.from({ length: 126 * 191 }, (_, i) => [0x81 + Math.floor(i / 191), 0x40 + (i % 191)]).map((bytes) => [
    new TextDecoder('gb18030').decode(Uint8Array.from(bytes)),
    bytes,
  ]),
)
