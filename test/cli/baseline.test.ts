import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { type BaselineEntry, renderBaseline } from '../../src/baseline/baseline.ts'
import { readBaseline } from '../../src/baseline/read-baseline.ts'
import { main } from '../../src/cli/main.ts'
import { CHECK_FORMATS } from '../../src/cli/options.ts'
import { core } from '../../src/records/core.ts'
import { REPORT_FORMATS } from '../../src/report/index.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { type Entry, fakeIo, type World } from '../support/fake-io.ts'

const TEXT = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')
const RULES = ['goal-cost-mismatch', 'goal-indicator-mismatch', 'stale-baseline']

const run = async (line: string, files: Readonly<Record<string, Entry>> = {}, world: World = {}) => {
  const io = fakeIo({ env: { LANG: 'en_US.UTF-8' }, ...world, files: { 'menyuan.txt': TEXT, ...files } })
  const code = await main(line.split(' '), io, core)
  return { code, out: io.out(), err: io.err(), written: io.written() }
}

/** The baseline of the filing, by `pbo baseline update`. */
const made = async (
  flags = '',
  files: Readonly<Record<string, Entry>> = {},
): Promise<readonly BaselineEntry[]> => {
  const { written } = await run(`baseline update ${flags}`.trim(), files)
  return readBaseline(String(written['pbo-baseline.json']))
}

const baselineOf = async (change: (entry: BaselineEntry) => BaselineEntry = (entry) => entry) => ({
  'pbo-baseline.json': renderBaseline((await made()).map(change)),
})

describe('pbo baseline add', () => {
  test('a file that can not be read is an entry, and no failure until its day', async () => {
    const files = { 'scan.pdf': 'no PDF', 'gone.txt': { error: 'ENOENT' } }
    const broken = await run(
      'baseline add unreadable scan.pdf menyuan.txt --until 2026-12-31 --reason 扫描件',
      files,
    )
    expect(broken).toMatchObject({ code: 0, err: '' })
    const baseline = { 'pbo-baseline.json': String(broken.written['pbo-baseline.json']) }
    expect(readBaseline(baseline['pbo-baseline.json'])).toEqual([
      {
        path: 'scan.pdf',
        rule: 'unreadable',
        fingerprint: 'unreadable',
        message: expect.stringMatching(/./),
        reason: '扫描件',
        expires: '2026-12-31',
      },
    ])
    const line = 'check --format json --fail-on never scan.pdf menyuan.txt'
    const known = await run(line, { ...files, ...baseline })
    expect(known.code).toBe(0)
    expect(known.err).toContain('1 file is known to be unreadable')
    expect(JSON.stringify(JSON.parse(known.out).skipped)).toContain(
      'known to be unreadable by the baseline (扫描件)',
    )
    const later = await run(line, { ...files, ...baseline }, { today: '2027-01-01' })
    expect(later.code).toBe(2)
    expect(later.err).toContain('expired on 2026-12-31 and is reported again: scan.pdf unreadable')
    const mended = await run(line, { 'scan.pdf': TEXT, ...baseline })
    expect(mended.err).toContain('no longer found: scan.pdf unreadable')
    // What isn't there can't be taken up.
    expect((await run('baseline add unreadable gone.txt menyuan.txt')).code).toBe(2)
  })

  test('takes up single findings by their fingerprints, of any level, and changes what is said of them', async () => {
    const [first, second] = await made('--level info')
    const line = `baseline add ${first?.fingerprint} menyuan.txt --reason 已说明 --until 2026-12-31`
    const { code, out, written } = await run(line)
    expect({ code, out }).toEqual({ code: 0, out: 'pbo-baseline.json: 1 added, 0 removed, 1 in all\n' })
    const baseline = { 'pbo-baseline.json': String(written['pbo-baseline.json']) }
    expect(readBaseline(baseline['pbo-baseline.json'])).toEqual([
      { ...first, reason: '已说明', expires: '2026-12-31' },
    ])
    const more = await run(
      `baseline add ${first?.fingerprint} ${second?.fingerprint} --reason 再核`,
      baseline,
    )
    expect(readBaseline(String(more.written['pbo-baseline.json'])).map(({ reason }) => reason)).toEqual([
      '再核',
      '再核',
    ])
  })

  test.each([
    ['baseline add', 'baseline add needs fingerprints'],
    ['baseline add menyuan.txt', 'baseline add needs fingerprints'],
    [
      'baseline add 0123456789abcdef menyuan.txt',
      'no finding in these files has the fingerprint 0123456789abcdef',
    ],
    ['baseline add 0123456789abcdef --until soon', "--expires needs a date such as 2026-12-31, got 'soon'"],
  ])('%s is refused', async (line, words) => {
    const { code, err, written } = await run(line)
    expect({ code, written }).toEqual({ code: 2, written: {} })
    expect(err).toContain(words)
  })
})

describe('pbo baseline update', () => {
  test('takes up errors and warnings, one per line', async () => {
    const { code, out, written } = await run('baseline update')
    expect({ code, out }).toEqual({ code: 0, out: 'pbo-baseline.json: 3 added, 0 removed, 3 in all\n' })
    const text = String(written['pbo-baseline.json'])
    expect(text.split('\n')).toHaveLength(9)
    const entries = readBaseline(text)
    expect(entries.map(({ rule }) => rule)).toEqual(RULES)
    for (const { path, fingerprint, message, reason, expires } of entries) {
      expect({ path, reason, expires }).toEqual({ path: 'menyuan.txt', reason: '', expires: undefined })
      expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
      expect(message).toMatch(/^[\x20-\x7e“”「」\p{Script=Han}≥×=/·、]+/u)
    }
    expect((await run('baseline update --lang zh')).out).toBe(
      'pbo-baseline.json：新增 3 条，清除 0 条，共 3 条\n',
    )
  })

  test('--level', async () => {
    expect((await made('--level error')).map(({ rule }) => rule)).toEqual(['goal-indicator-mismatch'])
    expect((await made('--level info')).length).toBeGreaterThan(3)
  })

  test('--reason and --expires', async () => {
    const entries = await made('--reason 已说明 --expires 2026-12-31')
    expect(entries.map(({ reason, expires }) => `${reason} ${expires}`)).toEqual(
      Array(3).fill('已说明 2026-12-31'),
    )
    for (const wrong of ['2026-02-30', 'tomorrow', '']) {
      const { code, err } = await run(`baseline update --expires=${wrong}`)
      expect(code).toBe(2)
      expect(err).toContain(`--expires needs a date such as 2026-12-31, got '${wrong}'`)
    }
  })

  test('--only and --rule', async () => {
    expect((await made('--only stale-baseline')).map(({ rule }) => rule)).toEqual(['stale-baseline'])
    expect((await made('--rule stale-baseline=off')).map(({ rule }) => rule)).toEqual(RULES.slice(0, 2))
  })

  test('--baseline, with paths from its own folder', async () => {
    const { written } = await run('baseline update a --baseline b/known.json', { 'a/x.txt': TEXT })
    const entries = readBaseline(String(written['b/known.json']))
    expect(new Set(entries.map(({ path }) => path))).toEqual(new Set(['../a/x.txt']))
    const files = { 'a/x.txt': TEXT, 'b/known.json': renderBaseline(entries) }
    expect((await run('check a --baseline b/known.json', files)).code).toBe(0)
    expect((await run('check /a/x.txt --baseline /b/known.json', files)).code).toBe(0)
  })

  test('the config says where, and what runs', async () => {
    const config = '{"baseline": "k.json", "rules": {"stale-baseline": "off"}, "level": "error"}'
    const { written } = await run('baseline update', { 'pbo.config.json': config })
    expect(readBaseline(String(written['k.json'])).map(({ rule }) => rule)).toEqual([
      'goal-indicator-mismatch',
    ])
    expect(
      Object.keys((await run('baseline update --no-config', { 'pbo.config.json': config })).written),
    ).toEqual(['pbo-baseline.json'])
  })

  test('keeps reasons, and the entries of files that were not checked', async () => {
    const [first, ...rest] = await made()
    const other = { ...(first as BaselineEntry), path: 'other.txt' }
    const files = {
      'pbo-baseline.json': renderBaseline([{ ...(first as BaselineEntry), reason: 'why' }, other]),
    }
    const { out, written } = await run('baseline update', files)
    expect(out).toContain('2 added, 0 removed, 4 in all')
    const entries = readBaseline(String(written['pbo-baseline.json']))
    expect(entries).toEqual([{ ...first, reason: 'why' }, ...rest, other])
  })

  test('an unreadable file ends with 2, and loses nothing', async () => {
    const files = { ...(await baselineOf()), 'menyuan.txt': '' }
    const { code, err, written } = await run('baseline update', files)
    expect(code).toBe(2)
    expect(err).toContain('menyuan.txt: the file is empty')
    expect(readBaseline(String(written['pbo-baseline.json']))).toHaveLength(3)
  })

  test('a signal leaves it as it was', async () => {
    const world: World = { interruptAfter: { turns: 1, signal: 'SIGINT' } }
    expect(await run('baseline update .', { 'a.txt': TEXT }, world)).toMatchObject({ code: 130, written: {} })
  })

  test('says why it can not write', async () => {
    const { code, err } = await run('baseline update', {}, { unwritable: { 'pbo-baseline.json': 'EACCES' } })
    expect({ code, err }).toEqual({ code: 2, err: "pbo: can't write pbo-baseline.json (EACCES)\n" })
  })
})

describe('pbo check with a baseline', () => {
  test('reports what is new only, and says how much is known', async () => {
    const [first, ...rest] = await made()
    const files = { 'pbo-baseline.json': renderBaseline([first as BaselineEntry]) }
    const { code, out, err } = await run('check --format compact', files)
    expect(code).toBe(1)
    expect(
      out
        .split('\n')
        .slice(0, -2)
        .map((line) => line.split(' ')[2]),
    ).toEqual(
      ['stale-baseline', 'goal-indicator-mismatch'].filter((rule) =>
        rest.some((entry) => entry.rule === rule),
      ),
    )
    expect(out).toMatch(/\nmenyuan\.txt: note 1 finding suppressed by the baseline\n$/)
    expect(err).toBe('pbo: pbo-baseline.json: 1 finding suppressed by the baseline\n')
  })

  // An array of issues has no place for it.
  test.each(CHECK_FORMATS.filter((format) => format !== 'gitlab'))('%s says how much', async (format) => {
    const files = await baselineOf()
    const flags = format === 'xlsx' ? 'markdown --output xlsx=a.xlsx' : format
    const { out, written } = await run(`check --format ${flags}`, files)
    expect(out).toContain('3 findings suppressed by the baseline')
    if (format !== 'xlsx') return
    const sheets = await readXlsxFile(Buffer.from(written['a.xlsx'] as Uint8Array))
    expect(JSON.stringify(sheets[1])).toContain('3 findings suppressed by the baseline')
  })

  test('nothing new is no problem', async () => {
    const { code, out, err } = await run('check', await baselineOf())
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('3 findings suppressed by the baseline')
    expect((await run('check --lang zh', await baselineOf())).out).toContain('3 条已知问题按基线不再报告')
    expect((await run('check --max-warnings 0', await baselineOf())).code).toBe(0)
  })

  test('--no-baseline', async () => {
    const { code, out } = await run('check --no-baseline', await baselineOf())
    expect(code).toBe(1)
    expect(out).not.toContain('suppressed')
  })

  test('one that is named and missing ends with 2, one that is not named need not be', async () => {
    const { code, out, err } = await run('check --baseline x.json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('baseline x.json not found; create it with pbo baseline update')
    expect((await run('check')).code).toBe(1)
  })

  test('JSON keeps and marks what is known, and does not count it', async () => {
    const known = await baselineOf((entry) => ({ ...entry, reason: '已说明', expires: '2026-12-31' }))
    const { out } = await run('check --format json', known)
    const report = reportSchema.parse(JSON.parse(out))
    const [file] = report.files
    if (file?.status !== 'checked') throw new Error('not checked')
    expect(report.counts).toMatchObject({ error: 0, warning: 0 })
    expect(file.findings.map(({ rule, suppressed }) => [rule, suppressed])).toEqual(
      ['stale-baseline', 'goal-indicator-mismatch', 'goal-cost-mismatch'].map((rule) => [
        rule,
        { reason: '已说明', expires: '2026-12-31' },
      ]),
    )
    expect(file.notes).toContain('3 findings suppressed by the baseline')
  })

  test('in every other format it is left out, and counted on stderr', async () => {
    const known = await baselineOf()
    const formats = REPORT_FORMATS.filter((name) => !['json', 'jsonl', 'pretty', 'xlsx'].includes(name))
    expect(formats.length).toBeGreaterThan(5)
    for (const format of formats) {
      const { code, out, err } = await run(`check --format ${format}`, known)
      expect({ format, code }).toEqual({ format, code: 0 })
      expect(out).not.toContain('the indicator is stricter than the goal')
      expect(err).toContain('3 findings suppressed by the baseline')
    }
  })

  test('fingerprints are those of a run without it', async () => {
    const prints = async (files: Readonly<Record<string, Entry>>) =>
      reportSchema
        .parse(JSON.parse((await run('check --format json --level info', files)).out))
        .files.flatMap((file) =>
          file.status === 'checked' ? file.findings.map((one) => one.fingerprint) : [],
        )
    expect(await prints(await baselineOf())).toEqual(await prints({}))
  })

  test('stale entries are told, and drop out by prune', async () => {
    const entries = await made()
    const gone = { ...(entries[0] as BaselineEntry), fingerprint: '0123456789abcdef' }
    const files = { 'pbo-baseline.json': renderBaseline([...entries, gone]) }
    const { code, err } = await run('check', files)
    expect(code).toBe(0)
    expect(err).toBe(
      'pbo: pbo-baseline.json: no longer found: menyuan.txt goal-cost-mismatch 0123456789abcdef; remove it with pbo baseline prune\n',
    )
    expect((await run('check --only stale-baseline', files)).err).toBe('')
    const pruned = await run('baseline prune', files)
    expect(pruned).toMatchObject({ code: 0, out: 'pbo-baseline.json: 0 added, 1 removed, 3 in all\n' })
    expect(readBaseline(String(pruned.written['pbo-baseline.json']))).toEqual(entries)
  })

  test('what is found over several filings is known too, and never told to be stale', async () => {
    const files = { '2.txt': TEXT }
    const entries = await made('--only duplicate-filing', files)
    expect(entries.map(({ path, rule }) => `${path} ${rule}`)).toEqual(['menyuan.txt duplicate-filing'])
    const known = { ...files, 'pbo-baseline.json': renderBaseline(entries) }
    expect((await run('check --only duplicate-filing --format compact', known)).out).toBe(
      'menyuan.txt: note 1 finding suppressed by the baseline\n',
    )
    expect((await run('check --only duplicate-filing menyuan.txt', known)).err).toBe('')
  })

  test('more than five are counted', async () => {
    const [entry] = await made()
    const stale = Array.from({ length: 8 }, (_, i) => ({
      ...(entry as BaselineEntry),
      fingerprint: `000${i}`,
    }))
    const { err } = await run('check', { 'pbo-baseline.json': renderBaseline(stale) })
    expect(err.match(/no longer found/g)).toHaveLength(5)
    expect(err).toContain('… and 3 more')
  })

  test('prune drops the entries of files that are gone', async () => {
    const entries = await made()
    const gone = { ...(entries[0] as BaselineEntry), path: 'gone.txt' }
    const files = { 'pbo-baseline.json': renderBaseline([...entries, gone]) }
    expect((await run('baseline prune', files)).out).toContain('1 removed, 3 in all')
    expect((await run('check', files)).err).toBe('')
  })

  test('past its day an entry counts again, and that is said', async () => {
    const files = await baselineOf((entry) => ({ ...entry, expires: '2026-06-15' }))
    expect((await run('check', files, { today: '2026-06-15' })).code).toBe(0)
    const { code, err } = await run('check', files, { today: '2026-06-16' })
    expect(code).toBe(1)
    expect(err).toContain(
      'pbo-baseline.json: expired on 2026-06-15 and is reported again: menyuan.txt stale-baseline\n',
    )
    expect((await run('check --lang zh', files, { today: '2026-06-16' })).err).toContain(
      '已于 2026-06-15 到期，重新计入',
    )
  })

  test.each([
    ['{', 'pbo-baseline.json: not valid JSON'],
    ['[]', 'not a baseline; expected {"version": 1, "entries": […]}'],
    ['{"version": 7, "entries": []}', 'unknown version 7; expected 1'],
    ['{"version": 1, "entires": []}', "there is no key 'entires'. Did you mean 'entries'?"],
    ['{"version": 1, "entries": [{"path": 1}]}', "entry 1: 'path' should be a string"],
  ])('%s ends with 2', async (text, words) => {
    const { code, out, err } = await run('check', { 'pbo-baseline.json': text })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
    expect((await run('check --no-baseline', { 'pbo-baseline.json': text })).code).toBe(1)
  })

  test('hostile entries are shown escaped', async () => {
    const [entry] = await made()
    const hostile = { ...(entry as BaselineEntry), fingerprint: '\x1b[31m\u202e\n::error::x' }
    const { err } = await run('check', { 'pbo-baseline.json': renderBaseline([hostile]) })
    expect(err).toContain('\\x1b[31m\\u202e\\n::error::x')
    expect(err).toMatch(/^[^\p{Cc}\p{Cf}]*\n$/u)
  })
})

describe('pbo baseline show', () => {
  test('lists the entries, of some paths or all', async () => {
    const entries = (await made()).map((entry, i) => ({
      ...entry,
      ...(i === 0 ? { path: 'a/x.txt', reason: 'agreed', expires: '2026-01-01' } : {}),
    }))
    const files = { 'a/x.txt': TEXT, 'pbo-baseline.json': renderBaseline(entries) }
    const all = await run('baseline show', files)
    expect(all.code).toBe(0)
    expect(all.out.split('\n').at(-2)).toBe('3 in all')
    expect(all.out).toMatch(
      /^a\/x\.txt: goal-cost-mismatch [0-9a-f]{16} .* {2}reason: agreed {2}expired on 2026-01-01\n/,
    )
    expect((await run('baseline show a', files)).out).toMatch(/^a\/x\.txt: .*\n1 in all\n$/)
    expect((await run('baseline show --lang zh a', files)).out).toMatch(
      /理由：agreed {2}已于 2026-01-01 到期\n共 1 条\n$/,
    )
  })

  test('there must be one to show or to prune', async () => {
    for (const action of ['show', 'prune']) {
      const { code, err } = await run(`baseline ${action}`)
      expect(code).toBe(2)
      expect(err).toContain('baseline pbo-baseline.json not found')
    }
  })

  test('another word is answered with the one that was meant', async () => {
    const { code, err } = await run('baseline upate')
    expect(code).toBe(2)
    expect(err).toContain("baseline doesn't know 'upate'. Did you mean 'update'?")
  })
})
