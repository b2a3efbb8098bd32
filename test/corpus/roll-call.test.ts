import { describe, expect, test } from 'vitest'
import { callRoll, isAsExpected, readAgencyList } from '../../src/corpus/roll-call.ts'
import type { FiledAgency } from '../../src/model/record.ts'

const filed = (
  path: string,
  agencies: readonly Partial<FiledAgency>[],
  projects: readonly [string, number][] = [],
) => ({
  kind: 'checked' as const,
  path,
  agencies: agencies.map((agency) => ({ name: '', region: '', ...agency })),
  projects: projects.map(([name, agency]) => ({ name, agency })),
})

const failed = (path: string) => ({ kind: 'failed' as const, path, error: { zh: '', en: '' } })

const statusOf = (
  list: readonly string[],
  ...records: Parameters<typeof callRoll>[1] extends Iterable<infer One> ? One[] : never
) => {
  const expected = readAgencyList(list.map((line) => line.split(' ')))
  const call = callRoll(expected, records)
  return [...call.agencies.map(({ is }) => is), ...call.strangers]
}

describe('a list', () => {
  test.each([
    [
      'names alone',
      [['某县教育局'], ['某县财政局']],
      [
        ['', '某县教育局'],
        ['', '某县财政局'],
      ],
    ],
    [
      'codes beside them',
      [
        ['1', '501', '某县教育局'],
        ['2', '502001', '某县财政局'],
      ],
      [
        ['501', '某县教育局'],
        ['502001', '某县财政局'],
      ],
    ],
    [
      'codes glued to them',
      [['501-某县教育局'], ['[502]某县财政局']],
      [
        ['501', '某县教育局'],
        ['502', '某县财政局'],
      ],
    ],
    [
      'codes alone',
      [['501'], ['502']],
      [
        ['501', ''],
        ['502', ''],
      ],
    ],
    [
      'headings, comments, sums and blanks',
      [
        ['序号', '单位编码', '单位名称', '备注'],
        ['# 教育口', ''],
        [''],
        ['合计', '2'],
        ['1', '501', '某县教育局', ''],
      ],
      [['501', '某县教育局']],
    ],
    ['one twice', [['某县教育局'], ['某县教育局']], [['', '某县教育局']]],
  ] as const)('with %s', (_, rows, agencies) => {
    expect(readAgencyList(rows).map(({ code, name }) => [code, name])).toEqual(agencies)
  })
})

describe('an agency', () => {
  test('has filed under its name, another ending of it, its code, or without its place', () => {
    expect(statusOf(['某县教育局'], filed('a', [{ name: '某县教育局(本级)' }]))).toEqual(['filed'])
    expect(statusOf(['501 教育局'], filed('a', [{ code: '501', name: '某县教育体育局' }]))).toEqual(['filed'])
    expect(statusOf(['教育局'], filed('a', [{ name: '门源县教育局', region: '门源县' }]))).toEqual(['filed'])
    expect(
      statusOf(['海北州门源县教育局'], filed('a', [{ name: '门源县教育局', region: '门源县' }])),
    ).toEqual(['filed'])
  })

  test('has not by that of another', () => {
    expect(statusOf(['门源县教育局'], filed('a', [{ name: '祁连县教育局', region: '祁连县' }]))).toEqual([
      'missing',
      'a',
    ])
    expect(statusOf(['第一中学', '第二中学'], filed('a', [{ name: '第二中学' }]))).toEqual([
      'missing',
      'filed',
    ])
    expect(
      statusOf(['教育局'], filed('a', [{ name: '甲县教育局', region: '甲县' }, { name: '乙县教育局' }])),
    ).toEqual(['filed'])
  })

  test('has filed twice where the same project is in two files, not where its projects are divided', () => {
    const agency = [{ name: '某县教育局' }]
    expect(
      statusOf(['某县教育局'], filed('a', agency, [['营养餐', 0]]), filed('b', agency, [['营养餐', 0]])),
    ).toEqual(['twice'])
    expect(
      statusOf(['某县教育局'], filed('a', agency, [['营养餐', 0]]), filed('b', agency, [['校舍', 0]])),
    ).toEqual(['filed'])
  })

  test('whose units file apart has filed once', () => {
    const unit = (code: string, name: string, project: string) =>
      filed(
        code,
        [
          { code: '501', name: '某县教育局' },
          { code, name },
        ],
        [[project, 1]],
      )
    expect(
      statusOf(['501 某县教育局'], unit('501001', '某县一中', '实验室'), unit('501002', '某县二中', '操场')),
    ).toEqual(['filed'])
  })

  test('is known of a file that can’t be read by its name', () => {
    expect(statusOf(['某县教育局', '某县财政局'], failed('报送/某县教育局2024.pdf'))).toEqual([
      'unread',
      'missing',
    ])
    expect(statusOf(['501 教育局'], failed('501.pdf'))).toEqual(['unread'])
    expect(statusOf(['501 教育局'], failed('2501.pdf'))).toEqual(['missing'])
  })

  test('may share a file with others', () => {
    const file = filed('a', [{ name: '某县教育局' }, { name: '某县财政局' }, { name: '某县水利局' }])
    expect(statusOf(['某县教育局', '某县财政局'], file)).toEqual(['filed', 'filed'])
  })
})

test('all is as expected only where everybody filed once and nobody else did', () => {
  const expected = readAgencyList([['某县教育局']])
  const own = filed('a', [{ name: '某县教育局' }])
  expect(isAsExpected(callRoll(expected, [own]))).toBe(true)
  expect(isAsExpected(callRoll(expected, [own, filed('b', [])]))).toBe(false)
  expect(isAsExpected(callRoll(expected, []))).toBe(false)
})
