// Why a goal that is not met is not, by its name in the table of page.mjs.
export const LIMITS = {
  'one filing, cold, pretty':
    'One filing, cold: some of what is left is Node taking up the compiled code and setting up tables, most is grammar and rules in code that runs for the first time, by an interpreter and with patterns yet to be compiled: the same check takes a fraction of it once it is warm (see Parts).',
  'parse + check, warm, one core':
    'Parse and check: nearly all of it is grammar and rules, hardly any is decoding and reading cells (see Parts). Every number is read as a quantity with unit, comparator and place, and every goal is held against every indicator.',
  'parse + check beside `cheerio.load` alone':
    'cheerio only makes a tree of the tags in cells; what that compares with is the part “read” below.',
  'filings, cold, one job, beside markdownlint-cli2':
    'markdownlint-cli2 looks at lines; pbo understands what is in them. See parse + check.',
  'one job, all with findings':
    'Folders: reading, comparing and printing take a sixth; the rest is parse + check.',
  'memory from filings to filings':
    'A short run ends before the heap has grown to its usual size; what is kept of a filing afterwards is two to three kilobytes, its names and digests to compare it with others.',
  'one large filing: memory':
    'One large filing is read whole: its tree, in which every word knows its place, takes some forty times the file. Memory that stays small would need readers and layouts that hand on one project after another.',
  "docx: the library's own share of reading":
    'DOCX is read by own code over a zip and an XML library, since the library that reads DOCX takes ten times as long.',
}
