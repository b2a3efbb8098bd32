import { read, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { REPORT_FORMATS } from '../../src/report/index.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { HOSTILE_TEXTS } from '../support/report-files.ts'
import { runPbo } from '../support/run.ts'
import { filing, projectRow } from '../support/test-rule.ts'
import { openSession } from './session.ts'

const of = (code: string, name: string): string => filing(`${code}\t${name}\t6.00\t\t`, projectRow({}))

const files = {
  'f/1.txt': of('501', '门源县农业局'),
  'f/2.txt': of('502', '门源县林业局'),
  'f/3.txt': of('502', '门源县林业局'),
  'f/门源县水利局.pdf': '%PDF-1.4 cut short',
  'f/5.txt': of('509', '门源县档案馆'),
  'list.txt': '# 应报单位\n501\t门源县农业局\n502 门源县林业局\n门源县水利局\n门源县教育局\n',
}

const run = (line: string, more = {}) => runPbo(line, { files: { ...files, ...more } }, core)

describe('--expect', () => {
  test('says who has not filed, who did twice, whose file can’t be read and which file is nobody’s', async () => {
    const { code, out } = await run('check f --expect list.txt --lang zh')
    expect(code).toBe(2)
    expect(out).toContain(
      `报送情况：应报 4 个单位，已报 2 个，未报送 1 个，无法读取 1 个，重复报送 1 个，1 个文件不在名单内
  502 门源县林业局：重复报送（f/2.txt、f/3.txt）
  门源县水利局：文件无法读取或未识别出绩效目标表（f/门源县水利局.pdf）
  门源县教育局：未报送
  f/5.txt：不属于名单中的任何单位
`,
    )
  })

  test.each([
    ['csv', '序号,编码,单位名称\n1,501,门源县农业局\n2,,门源县教育局\n'],
    [
      'xlsx',
      new Uint8Array(
        write(
          {
            SheetNames: ['名单'],
            Sheets: {
              名单: utils.aoa_to_sheet([
                ['单位编码', '单位名称'],
                ['501', '门源县农业局'],
                ['', '门源县教育局'],
              ]),
            },
          },
          { type: 'array', bookType: 'xlsx' },
        ),
      ),
    ],
  ] as const)('reads a list in %s', async (ending, list) => {
    const { out } = await run(`check f/1.txt --expect list.${ending} --lang zh`, { [`list.${ending}`]: list })
    expect(out).toContain('应报 2 个单位，已报 1 个，未报送 1 个')
    expect(out).toContain('门源县教育局：未报送')
  })

  test('exits with 1 where warnings count, and somebody is missing', async () => {
    const only = '--only total-mismatch --expect list.txt'
    expect((await run(`check f/1.txt ${only}`)).code).toBe(0)
    expect((await run(`check f/1.txt ${only} --fail-on warning`)).code).toBe(1)
    expect((await run(`check f/1.txt ${only} --fail-on never`)).code).toBe(0)
    const all = { 'list.txt': '门源县农业局\n' }
    expect((await run(`check f/1.txt ${only} --fail-on warning`, all)).code).toBe(0)
  })

  test.each([
    ['check f --expect gone.txt', 'gone.txt: no such file'],
    ['check f --expect empty.txt', 'empty.txt: names no agency'],
    ['check f --expect list.txt --shard 1/2', 'can’t be used with --shard'],
  ])('%s is 2', async (line, words) => {
    const { code, err } = await run(`${line} --lang en`, { 'empty.txt': '# nobody\n\n合计\n' })
    expect(code).toBe(2)
    expect(err).toContain(words)
  })

  test.each(REPORT_FORMATS)('is in %s', async (format) => {
    const session = openSession({ files })
    await session.run(`check f --expect list.txt --lang zh --format compact --output ${format}=out`)
    const text =
      format === 'xlsx'
        ? JSON.stringify(read(session.io.files.read('out', 1e9), { type: 'array' }).Sheets)
        : session.text('out')
    expect(text).toContain('门源县教育局')
    expect(text).toContain('5.txt')
  })

  test('is in json as the schema says, and what is saved is reported again', async () => {
    const session = openSession({ files })
    for (const format of ['json', 'jsonl']) {
      await session.run(`check f --expect list.txt --format compact --output ${format}=saved`)
      const { out } = await session.run('report saved --format json')
      const { rollCall } = reportSchema.parse(JSON.parse(out))
      expect(rollCall?.agencies.map(({ status }) => status)).toEqual(['filed', 'twice', 'unread', 'missing'])
      expect(rollCall?.strangers).toEqual(['f/5.txt'])
    }
  })

  test('is inert whatever the list says', async () => {
    const list = HOSTILE_TEXTS.map((text) => `县局${text.replace(/\s/g, '')}`).join('\n')
    for (const format of ['pretty', 'compact', 'github'] as const) {
      const { out } = await run(`check f/1.txt --expect list.txt --format ${format}`, { 'list.txt': list })
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
    const html = (await run('check f/1.txt --expect list.txt --format html', { 'list.txt': list })).out
    expect(html).not.toMatch(/<img|<svg|onerror=["']?alert/i)
  })
})

describe('--since', () => {
  const wrong = (number: string): string =>
    filing(
      '501\t门源县农业局\t6.00\t\t',
      projectRow({ goal: '目标1:培训农民60人。', indicators: { 数量: [`培训农民 ≥${number}人`] } }),
    )
  const open = async () => {
    const session = openSession({ files: { 'a.txt': wrong('80'), 'b.txt': wrong('90') } })
    await session.run('check a.txt --format compact --level info --output json=saved.json')
    return session
  }

  test('says beside the check what was mended', async () => {
    const { out } = await (await open()).run('check b.txt --since saved.json --lang zh')
    expect(out).toContain('整改情况核对\n✗ 未整改')
    expect(out).toContain('上次：绩效目标为“60人”，指标“培训农民”为“≥80人”')
  })

  test.each(['txt', 'json', 'csv', 'md', 'html', 'xlsx'])(
    '--output recheck=FILE.%s writes what pbo recheck does',
    async (ending) => {
      const session = await open()
      const format = { txt: 'pretty', md: 'markdown' }[ending] ?? ending
      await session.run(`check b.txt --since saved.json --format compact --output recheck=since.${ending}`)
      await session.run(`recheck saved.json b.txt --format json --output ${format}=direct.${ending}`)
      expect(session.io.files.read(`since.${ending}`, 1e9)).toEqual(
        session.io.files.read(`direct.${ending}`, 1e9),
      )
    },
  )

  test.each([
    ['check b.txt --output recheck=a.xlsx', 'needs --since'],
    ['check b.txt --since saved.json --output recheck=a.pdf', 'tell the format from the name'],
    ['check b.txt --since gone.json', 'gone.json: no such file'],
  ])('%s is 2', async (line, words) => {
    const { code, err } = await (await open()).run(`${line} --lang en`)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
