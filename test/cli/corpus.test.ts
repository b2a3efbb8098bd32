import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { filingOf, ROW } from '../corpus/filings.ts'
import { type Outcome, runPbo } from '../support/run.ts'

const inYear = (year: number, target: string): string =>
  filingOf({
    title: `清河县${year}年部门预算项目支出绩效目标公开表`,
    rows: [ROW.replace('≥3种', target)],
  })

const FILES = {
  'now/a.txt': inYear(2022, '≥2021年实际值'),
  'now/b.txt': inYear(2022, '≥2021年实际值').replace('农业农村局', '农技站'),
  'old/a.txt': inYear(2021, '≥3种'),
}

const check = (flags: string, files: Readonly<Record<string, string>> = FILES): Promise<Outcome> =>
  runPbo(`check ${flags} --lang zh --format compact --level info`, { files }, core)

const ONLY = '--only agency-renamed,copied-across-agencies,duplicate-filing,previous-baseline'

describe('pbo check over several filings', () => {
  test('says where they do not fit together, with both places', async () => {
    const { code, out } = await check(`now ${ONLY}`)
    expect({ code, out }).toEqual({
      code: 0,
      out: 'now/b.txt:3:5: warning agency-renamed 单位编码 501 在这里是“清河县农技站”，在 2022 年的另一份公开表中是“清河县农业农村局”（另见 now/a.txt:3:5）\n',
    })
  })

  test('nothing of one alone', async () => {
    expect((await check(`now/b.txt ${ONLY}`)).out).toBe('')
  })

  test('nothing with --no-corpus', async () => {
    expect((await check(`now ${ONLY}`)).out).not.toBe('')
    expect((await check(`now ${ONLY} --no-corpus`)).out).toBe('')
  })

  test('the same in shards, which compare with what is in the others', async () => {
    const whole = (await check(`now ${ONLY}`)).out
    const shards = [1, 2, 3, 4, 5].map((i) => `now ${ONLY} --shard ${i}/5`)
    const outs = await Promise.all(shards.map((flags) => check(flags)))
    expect(outs.map(({ out }) => out).join('')).toBe(whole)
    expect(outs.filter(({ out }) => out !== '')).toHaveLength(1)
    const alone = await Promise.all(shards.map((flags) => check(`${flags} --no-corpus`)))
    expect(alone.map(({ out }) => out).join('')).toBe('')
  })

  test('--previous gives filings to compare with, which are not checked', async () => {
    const { code, out } = await check(`now/a.txt --previous old ${ONLY}`)
    expect({ code, out }).toEqual({
      code: 0,
      out: 'now/a.txt:4:48: info previous-baseline 指标“推广良种数量”为“≥2021年实际值”；2021 年公开表中计划的指标值是“≥3种”（另见 old/a.txt:4:48）\n',
    })
  })

  test('a --previous that is not there is a failure', async () => {
    const { code, err } = await check(`now/a.txt --previous gone ${ONLY}`)
    expect(code).toBe(2)
    expect(err).toContain('gone: ')
  })

  test('--rule turns one off or makes it an error', async () => {
    expect((await check(`now --only agency-renamed --rule agency-renamed=off`)).out).toBe('')
    const { code, out } = await check(`now ${ONLY} --rule agency-renamed=error`)
    expect(code).toBe(1)
    expect(out).toContain(' error agency-renamed ')
  })

  test('the order of the paths changes nothing', async () => {
    expect(await check(`old now ${ONLY}`)).toEqual(await check(`now old ${ONLY}`))
  })
})

test('pbo rules lists them among the others, and explain shows their examples', async () => {
  const { out } = await runPbo('rules --format json', {}, core)
  const ids = JSON.parse(out).rules.map(({ id }: { id: string }) => id)
  expect(ids).toEqual([...ids].sort())
  expect(ids).toContain('duplicate-filing')
  const explained = await runPbo('explain duplicate-filing --lang zh', {}, core)
  expect(explained.code).toBe(0)
  expect(explained.out).toContain('与“first.txt”内容相同')
  expect(explained.out).toContain('另见 first.txt:1:1  同一份公开表')
})
