// What scripts/build-page.mjs takes of the report: its look, and the digests by which the page lets it in.

export { PAGE_SCRIPT_HASH } from '../report/html/page-script.ts'
export { PAGE_STYLE, PAGE_STYLE_HASH } from '../report/html/page-style.ts'
