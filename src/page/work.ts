import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { digestSettings } from '../config/digest-settings.ts'
import { callRoll, type RollCall } from '../corpus/roll-call.ts'
import { renderRecheckWorkbook } from '../handout/recheck-workbook.ts'
import { renderWorklist } from '../handout/worklist.ts'
import type { CheckedRecord, FileRecord } from '../model/record.ts'
import { type Recheck, recheck } from '../recheck/recheck.ts'
import type { Round } from '../recheck/round.ts'
import { AgencyListError, openAgencyList } from '../records/agency-list.ts'
import { capFindings } from '../records/cap-findings.ts'
import { type Checker, checkContent } from '../records/check-content.ts'
import { compareFilings } from '../records/compare-filings.ts'
import { core } from '../records/core.ts'
import { tooLarge, unreadableFile } from '../records/file-messages.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { cuttingOut, readOriginals } from '../records/originals.ts'
import { parseContent } from '../records/parse-content.ts'
import { createRanOn } from '../records/ran-rules.ts'
import { RecordStore } from '../records/record-store.ts'
import { Spool } from '../records/spool.ts'
import { asName } from '../report/html/rule-docs.ts'
import { type ReportFormat, renderReport } from '../report/index.ts'
import { renderRecheckCsv } from '../report/recheck/csv.ts'
import { renderRecheckHtml } from '../report/recheck/html.ts'
import { renderRecheckJson } from '../report/recheck/json.ts'
import { renderRecheckMarkdown } from '../report/recheck/markdown.ts'
import type { Report, ReportOptions } from '../report/report.ts'
import { MAX_SAVED_BYTES, roundOfSaved, SavedReportError, SavedReportReader } from '../report/saved-report.ts'
import type { Settings } from '../settings.ts'
import { fromBase64 } from './base64.ts'
import { OCR, pdfFile, VERSION } from './built-in.ts'
import type {
  Asked,
  EarlierRound,
  Outcome,
  PageFile,
  Question,
  ReportTerms,
  Results,
  Said,
} from './protocol.ts'
import { pictureReader, takeForScans } from './scans.ts'
import { inSlices, joined, type Slice } from './slices.ts'

// The page's worker: everything that takes time is done here, and nothing of it is remembered between two questions but
// what was read of scans.

const say = (said: Said): void => postMessage(said)

const hash = (content: string): string => bytesToHex(sha256(utf8ToBytes(content))).slice(0, 16)

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const pdfData = async (name: string): Promise<Uint8Array> => {
  const data = pdfFile(name)
  if (data !== undefined) return data
  const more = OCR?.pdfData[name]
  if (more === undefined) throw new RangeError(`no ${name}`)
  return fromBase64(more)
}

const checker: Checker = {
  core,
  isUtf8,
  pdfData,
  hash,
  place: 'page',
  pictureReader: OCR && pictureReader(OCR, say),
}

const terms = { ...DEFAULT_LIMITS, encoding: undefined }

const bytesOf = async ({ file }: PageFile): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

const check = async ({ files, settings }: Question & { ask: 'check' }): Promise<void> => {
  for (const file of files) {
    say({ is: 'begun', path: file.path })
    say({ is: 'checked', path: file.path, records: await checkFile(file, settings) })
  }
}

const checkFile = async (file: PageFile, settings: Settings): Promise<readonly FileRecord[]> => {
  const { path, isSearched } = file
  if (file.file.size > DEFAULT_LIMITS.maxFileSize)
    return [{ kind: 'failed', path, error: tooLarge(DEFAULT_LIMITS.maxFileSize) }]
  let bytes: Uint8Array
  try {
    bytes = await bytesOf(file)
  } catch (error) {
    return [{ kind: 'failed', path, error: unreadableFile(error instanceof Error ? error.message : '') }]
  }
  // What filings are compared by also tells whose they are.
  const order = { path, isSearched, content: { bytes }, settings, isCompared: true }
  return checkContent(order, terms, checker)
}

/** What came of files, compared with each other. */
const compare = (records: readonly FileRecord[], settings: Settings): RecordStore => {
  const store = new RecordStore(new Spool())
  for (const record of records) store.take(record)
  const corpus = { filings: store.filings, previous: [] }
  compareFilings(store, corpus, { settingsFor: () => settings, rules: core.rules, hash })
  return store
}

const finish = ({ records, settings }: Question & { ask: 'finish' }): Results => {
  const store = compare(records, settings)
  store.revise(
    (_, count) => count > DEFAULT_LIMITS.maxFindings,
    (record) => capFindings(record, DEFAULT_LIMITS.maxFindings),
  )
  const { files, skipped } = store.results(false)
  return { files: [...files], skipped }
}

const reportOf = (
  { files, skipped, rollCall }: Results,
  settings: Settings,
  originals?: Report['originals'],
): Report => {
  const ran = createRanOn(() => settings, core.rules)('')
  return {
    toolVersion: VERSION,
    configHash: () => digestSettings(settings, undefined, hash),
    files,
    skipped,
    rules: core.rules.filter(({ id }) => ran.has(id)),
    ...(originals === undefined ? {} : { originals }),
    ...(rollCall === undefined ? {} : { rollCall }),
  }
}

const roundOf = (records: readonly FileRecord[], settings: Settings): Round => ({
  files: [...compare(records, settings).results(false).files],
  ranOn: createRanOn(() => settings, core.rules),
  level: 'info',
  hasEarlier: false,
})

/** What a person can mend: the wrong file, or a damaged one. */
const outcomeOf = async <Value>(path: string, work: () => Promise<Value>): Promise<Outcome<Value>> => {
  try {
    return { value: await work() }
  } catch (error) {
    if (!(error instanceof SavedReportError || error instanceof AgencyListError)) throw error
    const { zh, en } = error.reason
    return { fault: { zh: `${path}：${zh}`, en: `${path}: ${en}` } }
  }
}

const earlierRound = async (earlier: EarlierRound, settings: Settings): Promise<Outcome<Round>> => {
  if ('records' in earlier) return { value: roundOf(earlier.records, settings) }
  const reader = new SavedReportReader()
  for (const { path, file } of earlier.saved) {
    const { fault } = await outcomeOf(path, async () => {
      if (file.size > MAX_SAVED_BYTES) throw new SavedReportError(tooLarge(MAX_SAVED_BYTES))
      reader.read(await file.text())
    })
    if (fault !== undefined) return { fault }
  }
  return outcomeOf(earlier.saved[0]?.path ?? '', async () => roundOfSaved(reader.report))
}

const compareRounds = async ({
  earlier,
  records,
  settings,
}: Question & { ask: 'recheck' }): Promise<Outcome<Recheck>> => {
  const { value, fault } = await earlierRound(earlier, settings)
  return value === undefined ? { fault } : { value: recheck(value, roundOf(records, settings)) }
}

const renderRecheck = ({ format, recheck, terms }: Question & { ask: 'export-recheck' }) => {
  const report = { toolVersion: VERSION, recheck }
  const options = optionsOf(terms)
  switch (format) {
    case 'xlsx':
      return renderRecheckWorkbook(report, options)
    case 'html':
      return renderRecheckHtml(report, options)
    case 'csv':
      return renderRecheckCsv(report, options)
    case 'markdown':
      return renderRecheckMarkdown(report, options)
    case 'json':
      return renderRecheckJson(report, options)
  }
}

const callRollOf = ({ list, results }: Question & { ask: 'roll-call' }): Promise<Outcome<RollCall>> =>
  outcomeOf(list.path, async () => {
    if (list.file.size > DEFAULT_LIMITS.maxFileSize)
      throw new AgencyListError(tooLarge(DEFAULT_LIMITS.maxFileSize))
    const expected = await openAgencyList(await bytesOf(list), core, { isUtf8, pdfData })
    return callRoll(expected, [...results.files, ...results.skipped])
  })

const optionsOf = ({ language, level }: ReportTerms): ReportOptions => {
  const plain = (text: string): string => text
  const paint = { error: plain, warning: plain, info: plain, strong: plain, faint: plain, good: plain }
  return { language, level, hash, wrap: undefined, width: 100, ambiguousWidth: 1, paint }
}

/** The filings themselves, read once more: nobody keeps thousands of trees. */
const readAgain = (records: readonly CheckedRecord[], files: readonly PageFile[]) =>
  readOriginals(records, files, async (file, wanted) => {
    say({ is: 'begun', path: file.path })
    const reader = { ...checker, pictureReader: cuttingOut(wanted, checker.pictureReader) }
    return parseContent({ bytes: await bytesOf(file) }, file, reader, terms)
  })

const render = async (
  results: Results,
  format: ReportFormat | 'worklist',
  reportTerms: ReportTerms,
  files: readonly PageFile[],
): Promise<readonly (string | Uint8Array)[]> => {
  const checked = results.files.filter((file): file is CheckedRecord => file.kind === 'checked')
  const originals = format === 'html' ? await readAgain(checked, files) : undefined
  const report = reportOf(results, reportTerms.settings, originals)
  const options = optionsOf(reportTerms)
  return format === 'worklist'
    ? [await renderWorklist(report, options)]
    : [...(await renderReport(report, format, options))]
}

const answer = async (question: Question): Promise<unknown> => {
  switch (question.ask) {
    case 'check':
      return check(question)
    case 'finish':
      return finish(question)
    case 'view':
      return render({ files: [question.record], skipped: [] }, 'html', question.terms, [question.file])
    case 'export':
      return render(question.results, question.format, question.terms, question.files)
    case 'recheck':
      return compareRounds(question)
    case 'export-recheck':
      return [await renderRecheck(question)]
    case 'roll-call':
      return callRollOf(question)
  }
}

/** What came ahead of the next question. */
let ahead: Slice[] = []

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.ask === 'know' || data.ask === 'engine') {
    takeForScans(data)
    return
  }
  if (data.ask === 'more') {
    ahead.push(data.slice)
    return
  }
  const question = joined(data, ahead)
  ahead = []
  answer(question).then(
    (value) => {
      const { rest, slices } = inSlices(value)
      for (const slice of slices) say({ is: 'more', slice })
      say({ is: 'done', value: rest })
    },
    (error: unknown) => say({ is: 'failed', reason: String(error) }),
  )
})

say({
  is: 'ready',
  rules: core.rules.map(({ id, severity, docs }) => ({ id, severity, name: asName(docs.summary) })),
})
