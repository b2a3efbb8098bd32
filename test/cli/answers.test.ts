import { read, utils, type WorkBook, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readBaseline } from '../../src/baseline/read-baseline.ts'
import { filing, projectRow } from '../support/test-rule.ts'
import { openSession, type Session } from './session.ts'

const at = (number: string): string =>
  filing(
    '501\t门源县农业局\t6.00\t\t',
    projectRow({
      goal: '目标1:推广农业技术，培训农民60人。',
      indicators: { 数量: [`培训农民 ≥${number}人`, '推广品种 '] },
    }),
  )

/** A list that was sent, with the answers of a clerk by what the problems say. */
const fillIn = (
  session: Session,
  path: string,
  answers: Readonly<Record<string, string>>,
  change = (book: WorkBook) => book,
) => {
  const book = read(session.io.files.read(path, 1e9), { type: 'array' })
  const sheet = book.Sheets[book.SheetNames[0] as string] as NonNullable<WorkBook['Sheets'][string]>
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
  const head = rows.findIndex((row) => row.includes('整改情况'))
  const [problem, state] = ['问题', '整改情况'].map((name) => (rows[head] as string[]).indexOf(name)) as [
    number,
    number,
  ]
  for (const [r, row] of rows.entries()) {
    const found = Object.entries(answers).find(([words]) => r > head && String(row[problem]).includes(words))
    if (found !== undefined) sheet[utils.encode_cell({ r, c: state })] = { t: 's', v: found[1] }
  }
  session.io.files.write(path, new Uint8Array(write(change(book), { type: 'array', bookType: 'xlsx' })))
}

const LIST = 'lists/整改清单-门源县农业局.xlsx'

const sent = async (answers: Readonly<Record<string, string>>, change?: (book: WorkBook) => WorkBook) => {
  const session = openSession({ files: { 'old/a.txt': at('80'), 'new/b.txt': at('90') } })
  await session.run('check old --format compact --level info --output worklist=lists')
  fillIn(session, LIST, answers, change)
  return session
}

const EXPLAINED = { 绩效目标为: '情况说明：含临时培训，以指标为准', 没有指标值: '已整改' }

describe('--answers', () => {
  test.each([
    ['a file', LIST],
    ['a folder', 'lists'],
  ])('of %s stand beside the problems that they are about', async (_, path) => {
    const session = await sent(EXPLAINED)
    const { code, out, err } = await session.run(`recheck old new --answers ${path} --lang zh`)
    expect(out).toContain('单位填报：情况说明：含临时培训，以指标为准')
    expect(out).toContain('单位填报：已整改')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const json = JSON.parse((await session.run(`recheck old new --answers ${path} --format json`)).out)
    const row = json.findings.find(({ rule }: { rule: string }) => rule === 'goal-indicator-mismatch')
    expect(row.answer).toEqual({ text: '情况说明：含临时培训，以指标为准', accepted: false })
  })

  test('are known by agency, project and sentence where the hidden columns are gone', async () => {
    const session = await sent(EXPLAINED, (book) => {
      const sheet = book.Sheets[book.SheetNames[0] as string] as NonNullable<WorkBook['Sheets'][string]>
      const rows = utils
        .sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
        .map((row) => row.slice(0, 8))
      return { SheetNames: ['清单'], Sheets: { 清单: utils.aoa_to_sheet(rows) } }
    })
    const { out, err } = await session.run(`recheck old new --answers ${LIST} --lang zh`)
    expect(out).toContain('含临时培训，以指标为准')
    expect(err).toBe('')
  })

  test('about nothing that was found are told', async () => {
    const session = await sent(EXPLAINED)
    session.io.files.write('other/b.txt', at('60').replace('推广品种 ', '推广品种 ≥3种'))
    const { err } = await session.run(`recheck other new --answers ${LIST} --lang zh`)
    expect(err).toContain('清单中对不上的一行：门源县农业局 | 绩效目标为')
  })

  test('--accept-answers takes explanations up, and nothing else, and they are not left', async () => {
    const session = await sent(EXPLAINED)
    const line = `recheck old new --answers ${LIST} --only goal-indicator-mismatch,missing-target --fail-on info`
    expect((await session.run(line)).code).toBe(1)
    const { code, out, err } = await session.run(`${line} --accept-answers --lang zh`)
    expect(code).toBe(1)
    expect(err).toContain('按情况说明记入 1 条')
    expect(out).toContain('已认可的说明：含临时培训，以指标为准')
    expect(readBaseline(session.text('pbo-baseline.json'))).toMatchObject([
      { path: 'new/b.txt', rule: 'goal-indicator-mismatch', reason: '含临时培训，以指标为准' },
    ])
    const alone = 'recheck old new --only goal-indicator-mismatch --fail-on info --lang zh'
    expect(await session.run(alone)).toMatchObject({ code: 0, out: expect.stringContaining('已认可的说明') })
    const checked = await session.run('check new --only goal-indicator-mismatch --format json')
    expect(JSON.parse(checked.out).files[0].findings[0].suppressed.reason).toBe('含临时培训，以指标为准')
  })

  test.each([
    ['--answers gone.xlsx', 'gone.xlsx: no such file'],
    ['--answers old/a.txt', 'is not a list of corrections'],
    ['--accept-answers', 'needs --answers'],
    [`--answers ${LIST} --accept-answers --no-baseline`, 'can’t be combined with --no-baseline'],
  ])('%s is 2', async (flags, words) => {
    const session = await sent(EXPLAINED)
    const { code, err } = await session.run(`recheck old new ${flags} --lang en`)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
