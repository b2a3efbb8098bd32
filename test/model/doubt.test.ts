import { describe, expect, test } from 'vitest'
import { withDoubt } from '../../src/model/doubt.ts'
import type { Finding, Severity } from '../../src/model/finding.ts'
import { Scan } from '../../src/source/scan.ts'

const TEXT = '维修路灯 ≥60盏\n更换 灯杆 8根，其余的二十五个字很长很长很长很长很长很长很长很长很长很长很长'
const [NAME, VALUE, OTHER] = [
  { start: 0, end: 4 },
  { start: 5, end: 9 },
  { start: 10, end: 15 },
]
const LONG = { start: 19, end: TEXT.length }

/** What was read of each place surely to so many per cent. */
const scan = (...sure: readonly (readonly [{ start: number; end: number }, number])[]): Scan => {
  const marks = new Uint8Array(TEXT.length)
  for (const [{ start, end }, percent] of sure) marks.fill(percent + 1, start, end)
  return new Scan(TEXT, marks)
}

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'some-rule',
  category: 'structure',
  severity: 'error',
  message: { zh: '有误', en: 'wrong' },
  fix: { zh: '更正', en: 'correct it' },
  path: [],
  at: VALUE,
  ...more,
})

test('a finding on what was surely read, or not read at all, stays as it is', () => {
  const one = finding({ related: [{ at: NAME, note: { zh: '名称', en: 'name' } }] })
  expect(withDoubt(one, scan())).toBe(one)
  expect(withDoubt(one, scan([VALUE, 90], [NAME, 100]))).toBe(one)
  expect(withDoubt(one, scan([OTHER, 20]))).toBe(one)
})

describe('a finding on what was not surely read', () => {
  test.each<[Severity, Severity]>([
    ['error', 'warning'],
    ['warning', 'warning'],
    ['info', 'info'],
  ])('%s is told as %s', (severity, told) => {
    expect(withDoubt(finding({ severity }), scan([VALUE, 89])).severity).toBe(told)
  })

  test('says what was read, the least sure, and why it was believed before', () => {
    const one = finding({
      related: [{ at: OTHER, note: { zh: '另一项', en: 'another' } }],
      because: { zh: '词语相同', en: 'the words are the same' },
      data: { stated: '60' },
    })
    expect(withDoubt(one, scan([VALUE, 70], [OTHER, 40], [NAME, 10]))).toMatchObject({
      severity: 'warning',
      because: {
        zh: '词语相同；由扫描识别，请核对原件：“≥60盏”（把握 70%）、“更换 灯杆”（把握 40%）',
        en: "the words are the same; read by OCR, compare with the paper: '≥60盏' (70% sure), '更换 灯杆' (40% sure)",
      },
      data: { stated: '60', ocrCertainty: '40' },
    })
  })

  test('goes on before the full stop of what was said', () => {
    const one = finding({ because: { zh: '词语相同。', en: 'The words are the same.' } })
    expect(withDoubt(one, scan([VALUE, 70])).because).toEqual({
      zh: '词语相同；由扫描识别，请核对原件：“≥60盏”（把握 70%）。',
      en: "The words are the same; read by OCR, compare with the paper: '≥60盏' (70% sure).",
    })
  })

  test('quotes no more than three places, no line ends, and no long text', () => {
    const [whole, note] = [
      { start: 0, end: 15 },
      { zh: '', en: '' },
    ]
    const one = finding({ at: whole, related: [LONG, NAME, OTHER].map((at) => ({ at, note })) })
    expect(withDoubt(one, scan([{ start: 0, end: TEXT.length }, 50])).because?.zh).toBe(
      `由扫描识别，请核对原件：“维修路灯 ≥60盏 更换 灯杆”（把握 50%）、“${TEXT.slice(19, 43)}…”（把握 50%）、“维修路灯”（把握 50%）`,
    )
  })

  test('is information where another reading of a character leaves nothing of it', () => {
    const undone = scan([VALUE, 50]).undoneBy([
      { rule: 'some-rule', at: VALUE, by: { at: 6, text: '8' } },
      { rule: 'other-rule', at: VALUE, by: { at: 6, text: '9' } },
    ])
    const told = withDoubt(finding(), undone)
    expect(told.severity).toBe('info')
    expect(told.because).toEqual({
      zh: '由扫描识别，请核对原件：“≥60盏”（把握 50%）；其中“6”若为“8”，就没有这个问题',
      en: "read by OCR, compare with the paper: '≥60盏' (50% sure); with '8' for '6' there is no problem",
    })
  })
})
