import type { Message, Severity } from '../model/finding.ts'
import type { CheckedRecord, FileRecord, RecordedFinding, SeverityCounts } from '../model/record.ts'
import { renderTallies } from '../report/html/charts.ts'
import { both, html, type Markup, NOTHING } from '../report/html/markup.ts'
import { renderVerdictBox } from '../report/html/overview.ts'
import { inBoth } from '../report/html/page-words.ts'
import { placeName } from '../report/listing.ts'
import { countAll, headOf, isAtLeast, listedFindings, tallyOf } from '../report/verdict.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../report/words.ts'
import { type Choices, RULE_LEVELS } from './choices.ts'
import type { Results, RuleName } from './protocol.ts'
import * as words from './words.ts'

const { WORDS } = words

/** A file as the list shows it. */
export interface ListedFile {
  readonly record: FileRecord
  readonly agencies: readonly string[]
  readonly findings: readonly RecordedFinding[]
}

/** What became of a file, for the filter. */
export type FileState = 'found' | 'none' | 'failed' | 'other'

export const stateOf = ({ record, findings }: ListedFile): FileState => {
  if (record.kind === 'failed') return 'failed'
  if (record.kind === 'skipped') return 'other'
  return findings.length > 0 ? 'found' : 'none'
}

/** A finding as the list shows it; `index` counts the findings that are listed of its file. */
export interface ListedRow {
  readonly file: CheckedRecord
  readonly agencies: readonly string[]
  readonly finding: RecordedFinding
  readonly index: number
}

export const listedFile = (record: FileRecord, agencies: readonly string[], level: Severity): ListedFile => ({
  record,
  agencies,
  findings: record.kind === 'checked' ? listedFindings(record, level) : [],
})

export const rowsOf = (files: readonly ListedFile[]): readonly ListedRow[] =>
  files.flatMap(({ record, agencies, findings }) =>
    record.kind === 'checked'
      ? findings.map((finding, index) => ({ file: record, agencies, finding, index }))
      : [],
  )

/** The verdict on all files, as the report begins with. */
export const renderVerdict = ({ files, skipped }: Results, level: Severity, remark?: Message): Markup => {
  const { counts, failed } = tallyOf(files.map(headOf))
  const hidden = SEVERITIES.filter((severity) => !isAtLeast(severity, level)).reduce(
    (sum, severity) => sum + counts[severity],
    0,
  )
  const remarks = [
    words.countOfFiles(files.length + skipped.length, files.length + skipped.length),
    ...(hidden > 0 ? [words.countOfLower(hidden)] : []),
    ...(remark === undefined ? [] : [remark]),
  ]
  const below = html`${remarks.map((one, i) => html`${i === 0 ? '' : ' · '}${both(one)}`)}`
  return renderVerdictBox(listedCounts(counts, level), failed, below)
}

/** One file: a row that opens its filing, or says why there is none. */
export const renderFile = (listed: ListedFile, at: number, level: Severity): Markup => {
  const { record, agencies } = listed
  const name = html`<span class="path">${record.path}</span>`
  if (record.kind !== 'checked') {
    const [sign, why] =
      record.kind === 'failed'
        ? [html`<span class="tag error">${both(WORDS.failed)}</span>`, record.error]
        : [
            html`<span class="tag">${both(record.isUnread === true ? WORDS.unread : WORDS.other)}</span>`,
            record.reason,
          ]
    return html`<tr class="${record.kind}"><th scope="row">${name}</th><td>${sign}</td><td colspan="3" class="why">${both(why)}</td></tr>`
  }
  const result =
    countAll(record.counts) === 0 || listed.findings.length === 0
      ? html`<span class="sign ok">✓</span> ${both(WORDS.none)}`
      : renderTallies(listedCounts(record.counts, level))
  return html`<tr class="checked"><th scope="row"><button type="button" class="link" data-open="${at}">${name}</button></th>
    <td class="result">${result}</td><td class="whose">${agencies.join('、')}</td>
    <td class="number">${record.size.projects}</td><td class="number">${record.size.indicators}</td></tr>`
}

const listedCounts = (counts: SeverityCounts, level: Severity): SeverityCounts => {
  const listed = (severity: Severity): number => (isAtLeast(severity, level) ? counts[severity] : 0)
  return { error: listed('error'), warning: listed('warning'), info: listed('info') }
}

/** The head of the table of files. */
export const FILE_HEAD = html`<tr><th scope="col">${both(WORDS.file)}</th><th scope="col">${both(WORDS.result)}</th>
  <th scope="col">${both(WORDS.agency)}</th><th scope="col" class="number">${both(WORDS.projects)}</th>
  <th scope="col" class="number">${both(WORDS.indicators)}</th></tr>`

/** One finding of the list over all files. */
export const renderRow = ({ file, finding, index }: ListedRow, at: number): Markup => {
  const { severity, message, path, fix } = finding
  const place = inBoth((language) => placeName(finding.at, language))
  const where = path.length === 0 ? [WORDS.wholeTable] : path
  return html`<li class="finding ${severity}"><h4><span class="tag ${severity}">${both(SEVERITY_WORDS[severity])}</span>
    <button type="button" class="link words" data-open="${at}" data-finding="${index}">${both(message)}</button></h4>
    <p class="path">${file.path} · ${both(place)} · ${where.map((step, i) => html`${i === 0 ? '' : ' › '}${both(step)}`)}</p>
    <p class="fix">${both(fix)}</p></li>`
}

/** The rules with their severities, to be chosen. */
export const renderRules = (rules: readonly RuleName[], chosen: Choices['rules']): Markup =>
  html`${rules.map(({ id, name, severity }) => {
    const usual = inBoth((language) => `${SEVERITY_WORDS[severity][language]}（${WORDS.usual[language]}）`)
    const options = RULE_LEVELS.filter((level) => level !== severity).map((level) =>
      renderOption(level, level === 'off' ? WORDS.off : SEVERITY_WORDS[level], chosen[id]),
    )
    return html`<li><label><span class="name">${both(name)} <code>${id}</code></span>
      <select data-rule="${id}">${renderOption('', usual, chosen[id] ?? '')}${options}</select></label></li>`
  })}`

/** An option in both languages; which one shows, the page's language says. */
export const renderOption = (value: string, label: Message, chosen: string | undefined): Markup =>
  html`<option value="${value}" data-zh="${label.zh}" data-en="${label.en}"${value === chosen ? html` selected` : NOTHING}>${label.zh}</option>`
