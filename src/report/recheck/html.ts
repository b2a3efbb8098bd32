import type { Message } from '../../model/finding.ts'
import { RECHECK_STATUSES, type RecheckedFinding, recheckAtLevel } from '../../recheck/recheck.ts'
import { GENERATOR } from '../handed-out.ts'
import { html, Markup, NOTHING } from '../html/markup.ts'
import type { ReportOptions } from '../report.ts'
import { SEVERITY_WORDS, say } from '../words.ts'
import {
  agencyWords,
  RECHECK_STATUS_WORDS,
  RECHECK_WORDS,
  type RecheckReport,
  recheckTexts,
} from './recheck-report.ts'

/** One page for people: the totals of each agency, then its findings; boxes above choose what is shown. No script. */
export const renderRecheckHtml = (
  { toolVersion, recheck: all }: RecheckReport,
  { language, level }: ReportOptions,
): string => {
  const { counts, agencies, findings, unread } = recheckAtLevel(all, level)
  const word = (message: Message): string => say(message, language)
  const page = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
${new Markup(GENERATOR)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${word(RECHECK_WORDS.title)}</title>
<style>${new Markup(STYLE)}</style>
</head><body>
<h1>${word(RECHECK_WORDS.title)}</h1>
${RECHECK_STATUSES.map((status) => html`<input type="checkbox" id="${status}" checked>`)}
<p class="boxes">${RECHECK_STATUSES.map(
    (status) =>
      html`<label for="${status}" class="${status}"><b>${counts[status]}</b> ${word(RECHECK_STATUS_WORDS[status])}</label>`,
  )}</p>
${
  unread.length === 0
    ? NOTHING
    : html`<section class="notice"><p>${word(RECHECK_WORDS.incomplete)}</p><ul>${unread.map(
        ({ side, path, reason }) =>
          html`<li>${word(side === 'old' ? RECHECK_WORDS.before : RECHECK_WORDS.now)} <b>${path}</b> ${word(reason)}</li>`,
      )}</ul></section>`
}
${findings.length === 0 ? html`<p>${word(RECHECK_WORDS.nothing)}</p>` : NOTHING}
<main>
${
  agencies.length < 2
    ? NOTHING
    : html`<table class="totals"><thead><tr><th>${word(RECHECK_WORDS.agency)}</th>${RECHECK_STATUSES.map(
        (status) => html`<th>${word(RECHECK_STATUS_WORDS[status])}</th>`,
      )}</tr></thead><tbody>${agencies.map(
        ({ agency, counts: own }, number) =>
          html`<tr><td><a href="#a${number}">${agencyWords(agency, language)}</a></td>${RECHECK_STATUSES.map(
            (status) => html`<td class="number">${own[status] || '–'}</td>`,
          )}</tr>`,
      )}</tbody></table>`
}
${agencies.map(
  ({ agency }, number) => html`<section id="a${number}"><h2>${agencyWords(agency, language)}</h2>
    <table><thead><tr><th>${word(RECHECK_WORDS.status)}</th><th>${word(RECHECK_WORDS.project)}</th><th>${word(RECHECK_WORDS.problem)}</th><th>${word(RECHECK_WORDS.place)}</th></tr></thead>
    <tbody>${findings.filter(({ total }) => total === number).map((row) => renderRow(row, language))}</tbody></table></section>`,
)}
</main>
<footer>pbo ${toolVersion}</footer>
</body></html>
`
  return page.html
}

const renderRow = (row: RecheckedFinding, language: ReportOptions['language']): Markup => {
  const word = (message: Message): string => say(message, language)
  const texts = recheckTexts(row, language)
  const line = (label: Message, text: string): Markup =>
    text === '' ? NOTHING : html`<p class="more"><i>${word(label)}</i> ${text}</p>`
  const isAccepted = row.answer?.isAccepted === true
  return html`<tr class="${row.status}">
    <td><span class="mark">${word(RECHECK_STATUS_WORDS[row.status])}</span><br><small>${word(SEVERITY_WORDS[texts.severity])}</small></td>
    <td>${texts.project}${texts.inside === '' ? NOTHING : html`<p class="more">${texts.inside}</p>`}</td>
    <td><p>${texts.message}</p>${line(RECHECK_WORDS.before, texts.before)}${texts.parts.map((part) =>
      line(RECHECK_WORDS.now, part),
    )}${line(RECHECK_WORDS.why, texts.why)}${line(isAccepted ? RECHECK_WORDS.accepted : RECHECK_WORDS.answer, texts.answer)}${
      row.status === 'mended' ? NOTHING : line(RECHECK_WORDS.fix, texts.fix)
    }</td>
    <td class="place">${texts.newPlace || texts.oldPlace}</td></tr>`
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#e0ded7, #363a40); --soft: light-dark(#646a73, #9aa0a8); --wash: light-dark(#f5f4f0, #25292e);
  --remaining: light-dark(#b3261e, #ff9d94); --added: light-dark(#8a5a00, #f0c264); --unknown: light-dark(#2f6690, #93c3ea); --mended: light-dark(#2c7a4b, #85d1a0); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 3rem; overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
  font: 15px/1.65 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } p { margin: 0; }
input { position: absolute; left: -100rem; }
.boxes { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0 1.5rem; }
.boxes label { flex: 1 1 8rem; border: 1px solid var(--line); border-left: 5px solid; border-radius: 8px; padding: .6rem 1rem; cursor: pointer; opacity: .4; }
.boxes b { display: block; font-size: 1.7rem; line-height: 1.2; }
.boxes .remaining { border-left-color: var(--remaining); } .boxes .added { border-left-color: var(--added); }
.boxes .unknown { border-left-color: var(--unknown); } .boxes .mended { border-left-color: var(--mended); }
${RECHECK_STATUSES.map(
  (status) => `#${status}:checked ~ .boxes .${status} { opacity: 1; }
#${status}:focus-visible ~ .boxes .${status} { outline: 2px solid; }
#${status}:not(:checked) ~ main tr.${status} { display: none; }
tr.${status} .mark { color: var(--${status}); font-weight: 650; }`,
).join('\n')}
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-size: 13px; font-weight: 600; background: var(--wash); white-space: nowrap; }
section td:nth-child(1) { width: 6em; white-space: nowrap; } section td:nth-child(2) { width: 24%; } section td:nth-child(4) { width: 18%; }
.totals { width: auto; } .totals th, .totals td { padding-right: 1.6rem; } .number { text-align: right; }
.more, .place, small, footer { color: var(--soft); font-size: 13px; } i { font-style: normal; border: 1px solid var(--line); border-radius: 4px; padding: 0 .3em; }
a { color: inherit; } .notice { border-left: 5px solid var(--added); background: var(--wash); padding: .6rem 1rem; margin-bottom: 1rem; }
.notice ul { margin: .3rem 0 0; padding-left: 1.2rem; } footer { margin-top: 2rem; text-align: center; }
@media print { .boxes label { break-inside: avoid; } tr { break-inside: avoid; } }
`
