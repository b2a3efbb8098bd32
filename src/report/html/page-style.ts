/** The digest by which the page lets its style sheet in; the test that keeps it true tells the new one. */
export const PAGE_STYLE_HASH = 'sha256-y62jubEGbazj3aJ4MCotGrrD37vQhdrXVxZMjuOjuIw='

/** The look of the page: on screens of any width, in the dark, and on paper. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ground: #f5f4f0; --ink: #22252a; --soft: #646a73; --line: #e0ded7; --wash: #faf9f6;
  --accent: #2b5c8a; --money: #7f9fbd;
  --error: #b3261e; --error-wash: #fbe3e0; --warning: #8a5a00; --warning-wash: #fdf0cd;
  --info: #2f6690; --info-wash: #dfedf7; --ok: #2c7a4b; --ok-wash: #e2f2e7;
  --bar-error: #c8544b; --bar-warning: #dba73c; --bar-info: #6f9dc2;
  --sans: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif;
  --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
  --mono: ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", "Microsoft YaHei", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1f2226; --ground: #16181b; --ink: #e4e3df; --soft: #9aa0a8; --line: #363a40; --wash: #25292e;
    --accent: #8ab8e6; --money: #4d7397;
    --error: #ff9d94; --error-wash: #4a2522; --warning: #f0c264; --warning-wash: #43360f;
    --info: #93c3ea; --info-wash: #203a50; --ok: #85d1a0; --ok-wash: #1d3b29;
    --bar-error: #d0655c; --bar-warning: #b98a2c; --bar-info: #4f7fa6;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
:root[data-lang="zh"] [lang="en"], :root[data-lang="en"] [lang="zh"] { display: none; }
html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.7 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main, header, footer { max-width: 1640px; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 2.5rem); }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.faint, .path, .place, .note { color: var(--soft); font-size: 13px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 9; }
header { display: flex; align-items: center; justify-content: space-between; padding-top: 1.4rem; padding-bottom: 1rem; }
.within header, .within footer, .within #print { display: none; }
.within main { padding: 1rem; }
.brand { font-family: var(--serif); font-weight: 700; font-size: 1.05rem; letter-spacing: .04em; color: var(--soft); }
footer { color: var(--soft); font-size: 12px; padding-top: 2rem; padding-bottom: 3rem; text-align: center; }
button, select, input[type="search"] { font: inherit; font-size: 14px; line-height: 1.4; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 7px; padding: .36rem .75rem; }
button { cursor: pointer; flex: none; white-space: nowrap; }
button:hover { border-color: var(--soft); }

.verdict { display: flex; gap: 1.1rem; align-items: center; background: var(--paper); border: 1px solid var(--line); border-left: 6px solid var(--ok); border-radius: 12px; padding: 1.3rem 1.6rem; margin-bottom: 1.2rem; }
.verdict.error { border-left-color: var(--bar-error); }
.verdict.warning { border-left-color: var(--bar-warning); }
.verdict h1 { font-size: 1.55rem; line-height: 1.35; font-weight: 650; letter-spacing: .01em; }
.verdict p { color: var(--soft); }
.verdict > .sign { flex: none; width: 3rem; height: 3rem; border-radius: 50%; display: grid; place-items: center; font-size: 1.5rem; font-weight: 700; background: var(--ok-wash); color: var(--ok); }
.verdict.error > .sign { background: var(--error-wash); color: var(--error); }
.verdict.warning > .sign { background: var(--warning-wash); color: var(--warning); }

.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.2rem; margin-bottom: 1.2rem; }
.chart { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.3rem; min-width: 0; }
.chart h2, .paper-head h3 { font-size: 14px; font-weight: 650; color: var(--soft); margin-bottom: .5rem; }
.bar { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 1rem; color: inherit; font-size: 13.5px; line-height: 1.5; padding: .22rem .4rem .4rem; margin: 0 -.4rem; border-radius: 6px; }
a.bar:hover { background: var(--wash); text-decoration: none; }
.bar .label { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar .value { color: var(--soft); white-space: nowrap; }
.bar svg { grid-column: 1 / -1; display: block; border-radius: 4px; margin-top: 2px; }
rect.track { fill: var(--wash); } rect.money { fill: var(--money); }
rect.error { fill: var(--bar-error); } rect.warning { fill: var(--bar-warning); } rect.info { fill: var(--bar-info); }

.controls { display: none; position: sticky; top: 0; z-index: 5; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .7rem 0; background: var(--ground); border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
.js .controls { display: flex; }
.controls input { flex: 1 1 9rem; max-width: 24rem; min-width: 9rem; }
.controls select { width: 8rem; }
.controls .space { flex: 1; }
.chips { display: flex; gap: .4rem; }
.chip { border-radius: 99px; }
.chip b { font-weight: 650; }
.chip[aria-pressed="true"].error { background: var(--error-wash); color: var(--error); border-color: transparent; }
.chip[aria-pressed="true"].warning { background: var(--warning-wash); color: var(--warning); border-color: transparent; }
.chip[aria-pressed="true"].info { background: var(--info-wash); color: var(--info); border-color: transparent; }
.chip[aria-pressed="false"] { color: var(--soft); text-decoration: line-through; }
output { color: var(--soft); font-size: 13px; }
.control { display: none; } .js .control { display: inline-block; }

.filing, .plain { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; margin-bottom: .8rem; }
.filing > summary, .plain > summary { cursor: pointer; list-style: none; padding: .8rem 1.3rem; border-radius: 12px; }
summary::-webkit-details-marker { display: none; }
.filing > summary { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; align-items: baseline; justify-content: space-between; }
.filing > summary::before, .plain > summary::before, .others > summary::before { content: "▸"; color: var(--soft); margin-right: .5rem; display: inline-block; transition: transform .12s; }
.filing > summary { position: relative; padding-left: 2.2rem; }
.filing > summary::before { position: absolute; left: 1.1rem; }
details[open] > summary::before { transform: rotate(90deg); }
.filing > summary .name { flex: 1 1 20rem; min-width: 0; }
.filing > summary .path { margin-left: .4rem; }
.facts { display: flex; flex-wrap: wrap; gap: .4rem; align-items: baseline; }
.filing[open] > summary { border-bottom: 1px solid var(--line); border-radius: 12px 12px 0 0; }
.tag { display: inline-block; font-size: 12.5px; line-height: 1.5; padding: .05rem .5rem; border-radius: 5px; white-space: nowrap; font-weight: 600; }
.tag.error { background: var(--error-wash); color: var(--error); }
.tag.warning { background: var(--warning-wash); color: var(--warning); }
.tag.info { background: var(--info-wash); color: var(--info); }
.count { margin-left: .35rem; color: var(--soft); font-weight: 400; font-size: 13px; }
.notes { padding: .6rem 1.3rem 0; color: var(--soft); font-size: 13px; }
.hidden-count { color: var(--soft); font-size: 13px; padding: .4rem 0; }
.plain ul { padding: 0 1.3rem .9rem; }
.plain li { padding: .15rem 0; }
.sign.ok { color: var(--ok); } .sign.error { color: var(--error); }

.panes { display: grid; gap: 1.4rem; padding: 1.2rem 1.3rem; }
.findings { min-width: 0; }
.group + .group { margin-top: 1.6rem; }
.group h3 { font-size: 1rem; font-weight: 650; margin-bottom: .6rem; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--bar-info); border-radius: 9px; padding: .85rem 1rem; margin-bottom: .8rem; background: var(--paper); break-inside: avoid; }
.finding.error { border-left-color: var(--bar-error); } .finding.warning { border-left-color: var(--bar-warning); }
.finding h4 { font-size: 15px; font-weight: 600; line-height: 1.6; }
.finding h4 .tag { margin-right: .35rem; }
.finding .path { margin: .1rem 0; }
.ends { margin: .5rem 0; }
.ends li { padding: .18rem 0; }
.ends .place { display: inline-block; min-width: 3.4rem; color: var(--accent); font-family: var(--mono); font-size: 12.5px; }
.scan { display: block; max-width: 100%; background: #fff; border: 1px solid var(--line); border-radius: 6px; margin: .25rem 0; }
q { display: block; quotes: none; background: var(--wash); border-radius: 6px; padding: .3rem .6rem; font-size: 13.5px; line-height: 1.75; margin-top: .1rem; }
.working { display: grid; gap: .15rem; margin: .5rem 0; padding: .45rem .7rem; border-radius: 6px; background: var(--wash); }
code { font-family: var(--mono); font-size: 12.5px; }
.rule code { white-space: nowrap; }
.working code { font-size: 13px; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem .8rem; font-size: 13.5px; margin-top: .5rem; }
dt { color: var(--soft); }
dt.todo, dd.todo { font-weight: 600; }
dd.rule { color: var(--soft); }
table { border-collapse: separate; border-spacing: 0; }
.sum-box { max-height: 22rem; overflow: auto; margin: .4rem 0; max-width: 26rem; }
.sum { font-size: 13px; width: 100%; }
.filing-table .sum th, .filing-table .sum td { border: 0; width: auto; padding: .1rem 1.2rem .1rem 0; font-weight: 400; }
.filing-table .sum td { padding-right: 0; }
.sum th a { color: inherit; border-bottom: 1px dotted var(--soft); }
.sum th { text-align: left; font-weight: 400; padding: .12rem 1.4rem .12rem 0; }
.sum td, .filing-table .sum td { text-align: right; white-space: nowrap; }
.sum tfoot tr:first-child > *, .filing-table .sum tfoot tr:first-child > * { border-top: 1px solid var(--soft); }
.sum tfoot th, .sum tfoot td { font-weight: 600; }
.sum tfoot { position: sticky; bottom: 0; background: var(--paper); }
.sum .off > * { color: var(--error); }

.m { background: var(--info-wash); color: inherit; border-bottom: 2px solid var(--bar-info); border-radius: 2px; padding: 0 1px; cursor: pointer; }
.m.warning { background: var(--warning-wash); border-bottom-color: var(--bar-warning); }
.m.error { background: var(--error-wash); border-bottom-color: var(--bar-error); }
.m, .finding, .project { scroll-margin-block: 30vh; }
.m.end { border-bottom-style: dashed; }
q .m { cursor: auto; }
.m.hot { box-shadow: 0 0 0 2px var(--accent); }
.m.off { background: none; border-bottom-color: transparent; }
.no.off, .hop.off { opacity: .25; }
.no { display: inline-grid; place-items: center; min-width: 1.45em; height: 1.45em; padding: 0 .3em; margin: 0 .15em; border-radius: 99px; font: 700 11.5px/1 var(--sans); color: #fff; background: #4a7ea8; vertical-align: 1px; }
.no.error { background: #b3392f; } .no.warning { background: #96650a; }
.no:hover { text-decoration: none; filter: brightness(1.15); }
.finding h4 .no { font-size: 13px; margin: 0 .45rem 0 0; }
.hop { font-size: 13px; margin-right: .15em; }
.to, .money { white-space: nowrap; }
.active { background: var(--wash); box-shadow: 0 0 0 2px var(--accent); }
mark.m.active { background: var(--accent); color: var(--paper); }

.paper { min-width: 0; }
.paper-head { display: grid; grid-template-columns: 1fr auto; }
.paper-head p { grid-column: 1 / -1; margin-bottom: .6rem; }
.paper-head label { font-size: 13px; color: var(--soft); }
.scroll { overflow: auto; border: 1px solid var(--line); border-radius: 8px; }
.filing-table { width: 100%; min-width: 46rem; font-size: 13.5px; line-height: 1.7; }
.filing-table caption { font-family: var(--serif); font-weight: 700; font-size: 1.08rem; padding: .9rem 1rem; }
.filing-table th, .filing-table td { border-top: 1px solid var(--line); padding: .5rem .7rem; vertical-align: top; text-align: left; white-space: pre-line; unicode-bidi: isolate; }
.filing-table thead th { background: var(--wash); font-weight: 600; font-size: 13px; white-space: normal; }
.filing-table tbody th { font-weight: 600; width: 18%; }
.filing-table td.amount { text-align: right; width: 11%; }
.filing-table .goals { width: 30%; }
.filing-table .goals p + p { margin-top: .5rem; }
.total, .agency { background: var(--wash); }
.total th, .total .amount { font-weight: 700; }
.d1 th { padding-left: 1.4rem; } .d2 th { padding-left: 2.1rem; } .d3 th { padding-left: 2.8rem; } .d4 th { padding-left: 3.5rem; }
.code { color: var(--soft); font-weight: 400; font-size: 12.5px; display: block; }
.aside { color: var(--soft); font-weight: 400; font-size: 12.5px; white-space: normal; }
.c1 { font-weight: 650; margin-top: .55rem; } .c1:first-child { margin-top: 0; }
.c2 { color: var(--soft); }
.i { display: flex; gap: .8rem; justify-content: space-between; padding: .05rem 0 .05rem .9rem; }
.i > span:first-child { min-width: 0; }
.i .v { flex: none; max-width: 55%; text-align: right; font-weight: 500; }
.evaluated .i { display: grid; grid-template-columns: minmax(0, 1fr) 24% 24% 3rem; }
.evaluated .i .v { max-width: none; }
.i .a { text-align: right; font-weight: 600; } .i .s { text-align: right; color: var(--soft); }
.i.head, .i.head .v, .i.head .a { color: var(--soft); font-weight: 400; font-size: 12.5px; }
.remark { padding-left: .9rem; color: var(--soft); font-size: 12.5px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .8rem; }
.filing-table tr.stages-row > td { border-top: 0; padding-top: 0; }
.stages { font-size: 13px; }
.filing-table .stages th, .filing-table .stages td { width: auto; font-weight: 400; padding: .1rem .8rem; }
.filing-table .stages thead th { background: none; color: var(--soft); text-align: right; } .filing-table .stages td { text-align: right; }
.left { margin-top: .5rem; color: var(--soft); font-size: 12.5px; }
.check summary { cursor: pointer; list-style: none; }
.check { font-weight: 600; }
.check.ok, .check.ok summary { color: var(--ok); } .check.error, .check.error > summary { color: var(--error); }
.check.warning, .check.warning > summary { color: var(--warning); } .check.info, .check.info > summary { color: var(--info); }
.filing-table .check .sum { color: var(--ink); font-weight: 400; }
.others { margin-top: .8rem; font-size: 13px; }
.others summary { cursor: pointer; list-style: none; color: var(--soft); }
.others li { padding: .1rem 0; }
.only-flagged .project:not(.flagged), .only-flagged .project:not(.flagged) + .stages-row { display: none; }
.filing > .chart { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
#tip { position: fixed; z-index: 9; max-width: min(30rem, calc(100vw - 1rem)); background: var(--paper); border: 1px solid var(--soft); border-radius: 8px; padding: .55rem .8rem; font-size: 13px; line-height: 1.6; box-shadow: 0 6px 24px #0003; pointer-events: none; }
#tip p + p { margin-top: .25rem; } #tip .tip-end { color: var(--soft); }
#nothing { padding: 2rem; text-align: center; color: var(--soft); }

@media (min-width: 1180px) {
  .panes { grid-template-columns: minmax(21rem, 5fr) 9fr; align-items: start; }
  .filing-table { min-width: 0; }
  .js .paper { position: sticky; top: 4.4rem; max-height: calc(100vh - 5.4rem); overflow: auto; }
  .js .paper .scroll { overflow: visible; border: 0; }
  .js .filing-table thead th { position: sticky; top: 0; z-index: 1; }
}
@media (max-width: 640px) {
  body { font-size: 14.5px; }
  .verdict { padding: 1rem; } .verdict h1 { font-size: 1.2rem; }
  .panes { padding: .9rem; }
  .controls { position: static; }
  .filing > summary { padding: .8rem .9rem .8rem 1.9rem; }
  .filing > summary::before { left: .8rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .flash { animation: flash 1.4s ease-out; }
  @keyframes flash { from { box-shadow: 0 0 0 6px var(--accent); } to { box-shadow: 0 0 0 2px var(--accent); } }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ground: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #f6f6f6; --accent: #000; --error: #a01c14; --error-wash: #fbe3e0; --warning: #6e4700; --warning-wash: #fdf0cd; --info: #24506f; --info-wash: #e4eff7; --ok: #1e6039; }
  body { font-size: 10.5pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .js .controls, .js .control, .skip, #tip, .hop { display: none; }
  .js .controls:has(#reset:not([hidden])) { display: block; position: static; border: 0; }
  .js .controls:has(#reset:not([hidden])) > :not(output) { display: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .panes { display: block; padding: .6rem 0; }
  .js .paper { position: static; max-height: none; overflow: visible; margin-top: 1rem; }
  .scroll, .sum-box { overflow: visible; max-height: none; }
  .filing-table { min-width: 0; font-size: 9pt; }
  .js .filing-table thead th { position: static; }
  .filing, .plain, .chart, .verdict { border-radius: 0; }
  .filing > summary::before, .plain > summary::before, .others > summary::before { content: none; }
  .charts { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .6rem; }
  .paper-head p { display: none; }
  .filing, .plain { border: 0; border-top: 2px solid var(--soft); }
  .sum tfoot { position: static; }
  .chart, tr.total, tr.agency { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; }
  .filing + .filing { break-before: page; }
}
`
