import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import { renderGithub, withoutCommands } from '../../src/report/github.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'
import { ADDRESSED, FAILED, HOSTILE_TEXTS, hostileReport, REPORT } from '../support/report-files.ts'
import { checkedFile, MISMATCH, plainFinding, SAMPLE_TEXT } from '../support/samples.ts'

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads a log as GitHub's runner does: `::name key=value,…::data`, at the start of a line. */
const readCommands = (log: string): Command[] =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^::([\w-]+)(?: (.*?))?::(.*)$/.exec(line)
      if (parts === null) throw new Error(`not a command: ${line}`)
      const list = (parts[2] ?? '').split(',').filter((pair) => pair !== '')
      return {
        name: parts[1] as string,
        properties: Object.fromEntries(
          list.map((pair) => {
            const at = pair.indexOf('=')
            return [
              pair.slice(0, at),
              decode(
                pair
                  .slice(at + 1)
                  .replaceAll('%3A', ':')
                  .replaceAll('%2C', ','),
              ),
            ]
          }),
        ),
        message: decode(parts[3] as string),
      }
    })

const decode = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const read = (report: Report, options = reportOptions()): Command[] =>
  readCommands(renderGithub(report, options))

const reportOf = (findings: readonly Finding[]): Report => ({
  toolVersion: '0',
  files: [checkedFile(findings)],
})

const times = (count: number, severity: Finding['severity']): Finding[] =>
  Array.from({ length: count }, () => plainFinding('176人', { severity }))

describe('the annotations for GitHub', () => {
  test('are commands with all places, unreadable files first', () => {
    expect(read(REPORT)).toEqual([
      {
        name: 'error',
        properties: { file: 'data/gone.txt', title: 'unreadable-file' },
        message: '文件不存在',
      },
      {
        name: 'error',
        properties: {
          file: 'data/sample.txt',
          line: '5',
          endLine: '5',
          col: '71',
          endColumn: '76',
          title: 'goal-indicator-mismatch',
        },
        message: [
          '年内新增岗位：绩效目标为 80人以上，指标值为 ≥90个',
          '“三支一扶”补贴 › 绩效目标 1',
          '另见 5:171 数量指标 2',
          '80 < 90',
          '依据：两处都说“三支一扶”岗位',
          '建议：使目标与指标一致，或说明差异',
        ].join('\n'),
      },
      {
        name: 'warning',
        properties: {
          file: 'data/sample.txt',
          line: '5',
          endLine: '5',
          col: '146',
          endColumn: '150',
          title: 'missing-unit',
        },
        message: '176人 没有单位\n建议：补上单位',
      },
    ])
  })

  test('are written to the letter', () => {
    const finding = plainFinding('176人', {
      message: { zh: '100%：a,b\nc', en: '' },
      rule: 'a:b,c',
    })
    const file = checkedFile([finding], { path: 'x:y,z%.txt' })
    expect(renderGithub({ toolVersion: '0', files: [file] }, reportOptions())).toBe(
      '::warning file=x%3Ay%2Cz%25.txt,line=5,endLine=5,col=146,endColumn=150,title=a%3Ab%2Cc::' +
        '100%25：a,b\\nc%0A建议：补上单位\n',
    )
  })

  test('infos are notices', () => {
    expect(read(reportOf(times(1, 'info')), reportOptions({ level: 'info' }))[0]?.name).toBe('notice')
  })

  test('have columns only within one line', () => {
    const at = { start: SAMPLE_TEXT.indexOf('合计'), end: SAMPLE_TEXT.indexOf('501001') + 6 }
    const [command] = read(reportOf([{ ...MISMATCH, at }]))
    expect(command?.properties).toEqual({
      file: 'data/sample.txt',
      line: '3',
      endLine: '4',
      title: 'goal-indicator-mismatch',
    })
  })

  test('have no line where the format has none, but the address', () => {
    const [command] = read({ toolVersion: '0', files: [ADDRESSED] })
    expect(command?.properties).toEqual({ file: 'data/table.xlsx', title: 'missing-unit' })
    expect(command?.message).toMatch(/^Sheet1!D5：/)
    expect(command?.message).toContain('另见 Sheet1!C5 合计')
  })

  test.each([
    { found: [10, 10, 9], shown: [10, 10, 9], left: 0 },
    { found: [11, 0, 0], shown: [10, 0, 1], left: 1 },
    { found: [12, 25, 0], shown: [10, 10, 1], left: 17 },
    { found: [0, 0, 10], shown: [0, 0, 10], left: 0 },
    { found: [0, 0, 11], shown: [0, 0, 10], left: 2 },
    { found: [11, 0, 10], shown: [10, 0, 10], left: 2 },
  ])('of $found there are never more than GitHub shows, and $left are counted', ({ found, shown, left }) => {
    const [errors = 0, warnings = 0, infos = 0] = found
    const all = [...times(infos, 'info'), ...times(warnings, 'warning'), ...times(errors, 'error')]
    const commands = read(reportOf(all), reportOptions({ level: 'info', language: 'en' }))
    const count = (name: string): number => commands.filter((command) => command.name === name).length
    expect([count('error'), count('warning'), count('notice')]).toEqual(shown)
    const last = commands.at(-1)?.message ?? ''
    if (left === 0) expect(last).not.toMatch(/not shown/)
    else expect(last).toMatch(new RegExp(`^${left} more (is|are) not shown here`))
  })

  test('unreadable files count among the errors', () => {
    const files = [...Array.from({ length: 4 }, () => FAILED), checkedFile(times(8, 'error'))]
    const commands = read({ toolVersion: '0', files })
    expect(commands.filter(({ name }) => name === 'error')).toHaveLength(10)
    expect(commands.at(-1)?.message).toMatch(/^另有 2 条/)
  })

  test('of nothing are nothing', () => {
    expect(renderGithub({ toolVersion: '0', files: [checkedFile([])] }, reportOptions())).toBe('')
  })

  test.each(HOSTILE_TEXTS)('every line is one of our commands: hostile text %#', (words) => {
    const log = renderGithub(hostileReport(words), reportOptions())
    expect(log.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    expect(log).not.toMatch(/##\w*\[/)
    const commands = readCommands(log)
    expect(commands.map(({ name }) => name)).toEqual(['error', 'error'])
    expect(commands.map(({ properties }) => Object.keys(properties))).toEqual([
      ['file', 'title'],
      ['file', 'line', 'endLine', 'col', 'endColumn', 'title'],
    ])
  })

  test('come back whole from what the runner decodes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'%0AD25:,=a#[]'), maxLength: 12 }), (words) => {
        const [failed] = read(hostileReport(words))
        expect(failed?.properties['file']).toBe(`a/${words.replace(/##(?=\w*\[)/g, '##\\')}`)
        expect(failed?.message).toBe(words.replace(/##(?=\w*\[)/g, '##\\'))
      }),
      { numRuns: 300 },
    )
  })
})

describe('text without commands', () => {
  const TOKEN = '0123456789abcdef'

  test.each([
    ['', ''],
    ['a', 'a\n'],
    ['::error::x\n', '::error::x\n'],
  ])('%j stands between the stop and its end', (text, inner) => {
    expect(withoutCommands(text, TOKEN)).toBe(`::stop-commands::${TOKEN}\n${inner}::${TOKEN}::\n`)
  })

  test.each([
    ['x', 'short'],
    ['x', 'pause-logging-pause-logging'],
    [`::${TOKEN}::`, TOKEN],
  ])('%j is refused with the token %j', (text, token) => {
    expect(() => withoutCommands(text, token)).toThrow(RangeError)
  })
})
