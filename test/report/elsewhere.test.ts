import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import type { ReportFormat } from '../../src/report/index.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOptions } from '../support/options.ts'
import { render as renderAs } from '../support/render.ts'
import { HOSTILE_TEXTS } from '../support/report-files.ts'
import { checkedFile, plainFinding } from '../support/samples.ts'

const found = (file: string, part: Partial<NonNullable<Finding['elsewhere']>[number]> = {}): Report => ({
  toolVersion: '1.2.3',
  files: [
    checkedFile([
      plainFinding('176人', {
        elsewhere: [
          {
            file,
            start: { line: 7, column: 3, offset: 90 },
            end: { line: 7, column: 8, offset: 95 },
            note: { zh: '上年', en: 'the year before' },
            ...part,
          },
        ],
      }),
    ]),
  ],
})

const render = async (format: ReportFormat, report: Report): Promise<string> =>
  String(await renderAs(format, report, reportOptions()))

const address = { zh: '表1第2行', en: 'table 1, row 2' }

describe('a related place in another file', () => {
  test('pretty names it below the own place', async () => {
    expect(await render('pretty', found('old/a.txt'))).toContain('\n  另见 old/a.txt:7:3  上年\n')
    expect(await render('pretty', found('old/a.docx', { address }))).toContain(
      '\n  另见 old/a.docx:表1第2行  上年\n',
    )
  })

  test('compact names it at the end of the line', async () => {
    expect(await render('compact', found('old/a.txt'))).toBe(
      'data/sample.txt:5:146: warning missing-unit 176人 没有单位（另见 old/a.txt:7:3）\n',
    )
  })

  test('json has both ends of it', async () => {
    const { files } = JSON.parse(await render('json', found('old/a.txt', { address })))
    expect(files[0].findings[0].elsewhere).toEqual([
      {
        file: 'old/a.txt',
        start: { line: 7, column: 3, offset: 90 },
        end: { line: 7, column: 8, offset: 95 },
        address: '表1第2行',
        message: '上年',
      },
    ])
  })

  test('sarif has it as a location in that file, linked from the message', async () => {
    const { runs } = JSON.parse(await render('sarif', found('old/a.txt')))
    const [result] = runs[0].results
    expect(result.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'old/a.txt', uriBaseId: '%SRCROOT%' },
          region: { startLine: 7, startColumn: 3, endLine: 7, endColumn: 8 },
        },
        message: { text: '上年' },
      },
    ])
    expect(result.message.text).toContain('[上年](1)')
  })

  test.each(['csv', 'markdown', 'junit'] as const)('%s tells of it', async (format) => {
    const text = (await render(format, found('old/a.txt'))).replaceAll('\\', '')
    expect(text).toContain('另见 old/a.txt:7:3 上年')
  })

  test.each(['pretty', 'compact', 'json', 'sarif', 'csv', 'markdown', 'junit'] as const)(
    '%s lets nothing of it act on a terminal',
    async (format) => {
      for (const words of HOSTILE_TEXTS) {
        const note = { zh: words, en: words }
        const text = await render(format, found(words, { note, address: note }))
        expect(text.replace(/^\ufeff/, '').replace(/[\n\r]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }
    },
  )
})
