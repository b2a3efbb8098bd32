import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportJsonSchema } from '../../scripts/report-schema.ts'
import type { SkippedRecord } from '../../src/model/record.ts'
import type { FileResult } from '../../src/report/report.ts'
import { SavedReportError, SavedReportReader } from '../../src/report/saved-report.ts'
import { reportOptions } from '../support/options.ts'
import { renderJson, renderJsonLines } from '../support/render.ts'
import { FAILED, REPORT, SKIPPED } from '../support/report-files.ts'
import { checkedFile, MISMATCH, plainFinding } from '../support/samples.ts'

const linesOf = (text: string): readonly Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('the jsonl report', () => {
  test('is a head, the files of the JSON report, and counts', () => {
    const [head, ...rest] = linesOf(renderJsonLines(REPORT, reportOptions()))
    expect(head).toEqual({ schemaVersion: 1, tool: { name: 'pbo', version: '1.2.3' }, language: 'zh' })
    expect(rest.at(-1)).toEqual({
      complete: false,
      counts: { error: 1, warning: 1, info: 1 },
      files: 2,
      failed: 1,
      skipped: 0,
      rules: REPORT.rules?.map(({ id }) => id),
    })
    expect(rest.slice(0, -1)).toEqual(JSON.parse(renderJson(REPORT, reportOptions())).files)
  })

  test('has files that are no filings behind the others', () => {
    const lines = linesOf(
      renderJsonLines({ ...REPORT, skipped: [SKIPPED] }, reportOptions({ language: 'en' })),
    )
    expect(lines[3]).toEqual({
      path: 'data/notes.txt',
      status: 'skipped',
      reason: 'there is no table',
      reasons: SKIPPED.reason,
    })
    expect(lines[4]).toMatchObject({ files: 2, failed: 1, skipped: 1 })
  })

  test('ends every line, and a run without files has two', () => {
    const text = renderJsonLines({ toolVersion: '0', files: [] }, reportOptions())
    expect(text.split('\n')).toHaveLength(3)
    expect(text.endsWith('\n')).toBe(true)
  })

  test('its lines put together keep the published schema', () => {
    const validate = new Ajv2020().compile(reportJsonSchema())
    const lines = linesOf(renderJsonLines(REPORT, reportOptions({ level: 'info', language: 'en' })))
    const whole = {
      ...lines[0],
      complete: lines.at(-1)?.['complete'],
      counts: lines.at(-1)?.['counts'],
      rules: lines.at(-1)?.['rules'],
      files: lines.slice(1, -1),
      skipped: [],
    }
    expect(validate(whole), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...whole, files: [{ path: 'x' }] })).toBe(false)
  })
})

/** What a run over all files of some reports would have written. */
const merge = (text: string): string => {
  const reader = new SavedReportReader()
  reader.read(text)
  const { configHash, language, ...report } = reader.report
  return renderJsonLines(
    { ...report, ...(configHash === undefined ? {} : { configHash: () => configHash }) },
    reportOptions({ language, level: 'info' }),
  )
}

describe('shards of it', () => {
  const file: fc.Arbitrary<FileResult | SkippedRecord> = fc
    .tuple(fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,3})?$/), fc.nat(4))
    .map(([path, kind]) => {
      if (kind === 0) return { ...FAILED, path }
      if (kind === 1) return { ...SKIPPED, path }
      return checkedFile([MISMATCH, plainFinding('176人'), plainFinding('≥95%')].slice(0, kind - 2), { path })
    })

  const render = (inputs: readonly (FileResult | SkippedRecord)[]): string =>
    renderJsonLines(
      {
        toolVersion: '1.2.3',
        files: inputs.filter((input) => input.kind !== 'skipped'),
        skipped: inputs.filter((input) => input.kind === 'skipped'),
      },
      reportOptions(),
    )

  test('merge to what one run writes, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(file, fc.nat(2)), { selector: ([{ path }]) => path, maxLength: 8 }),
        (drawn) => {
          const sorted = drawn.toSorted(([a], [b]) => (a.path < b.path ? -1 : 1))
          const shards = [2, 0, 1].map((n) =>
            render(sorted.filter(([, shard]) => shard === n).map(([input]) => input)),
          )
          expect(merge(shards.join(''))).toBe(render(sorted.map(([input]) => input)))
        },
      ),
      { numRuns: 60 },
    )
  })

  const whole = renderJsonLines(REPORT, reportOptions())
  const [head = '', ...others] = whole.split(/(?<=\n)/)

  test.each([
    ['nothing', '', 1, 'the report ends before its last line'],
    [
      'a report cut short',
      [head, ...others.slice(0, -1)].join(''),
      3,
      'the report ends before its last line',
    ],
    ['a report cut short before another', head + whole, 2, 'the report ends before its last line'],
    ['a file before any head', others.join(''), 1, 'this line has no report header before it'],
    [
      'another version of the tool',
      whole + whole.replace('1.2.3', '1.2.4'),
      5,
      /another version of the tool/,
    ],
    ['another shape', whole.replace('"schemaVersion":1', '"schemaVersion":2'), 1, 'an unknown schemaVersion'],
    ['text', `${head}oops\n`, 2, /not a line/],
    ['other JSON', `${head}{"complete":true,"counts":{"error":1}}\n`, 2, /'counts.warning' is missing/],
    ['a list', `${head}null\n`, 2, /not a line/],
  ])('are refused: %s', (_, text, line, reason) => {
    const caught = catchError(() => merge(text))
    expect(caught).toBeInstanceOf(SavedReportError)
    const { reason: words, line: at } = caught as SavedReportError
    expect(words.en).toMatch(reason)
    expect(words.zh).toMatch(/\p{Script=Han}/u)
    expect(at).toBe(line)
  })

  test('may have come through a system with other line ends', () => {
    expect(merge(whole.replaceAll('\n', '\r\n'))).toBe(whole)
  })
})

const catchError = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
