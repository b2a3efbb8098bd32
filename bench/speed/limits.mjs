// Why a goal that is not met is not, by its name in the table of page.mjs.
export const LIMITS = {
  'one filing, cold, pretty':
    'One filing, cold: about a tenth of what is left is taking up the compiled code, a fifth setting up tables and packages, and most of it grammar and rules in code that runs for the first time, by an interpreter and with patterns yet to be compiled: the same check takes a fraction of it once it is warm (see Parts). A snapshot of the running command would save that, but Node takes one only by a flag, which an installed command cannot give it.',
  'parse + check, warm, one core':
    'Parse and check: nearly all of it is grammar and rules, hardly any is decoding and reading cells (see Parts). The profile there is flat: no function takes more than a fiftieth of the time. A filing makes some 140,000 calls and two and a half megabytes of objects, since every number is read as a quantity with unit, comparator and place, and some fifty rules look at each of 85 indicators; thirty megabytes a second would leave two nanoseconds for each call. Of the first 600 filings whose texts do not repeat, nearly half of the CPU time is V8 making code fast, for 1,100 functions, and of made-up filings of all layouts as much, for 2,700, some of them up to eight times, since they met objects of yet another hidden class.',
  'parse + check beside `cheerio.load` alone':
    'cheerio only makes a tree of the tags in cells; what that compares with is the part “read” below.',
  'filings, cold, one job, beside markdownlint-cli2':
    'markdownlint-cli2 looks at lines; pbo understands what is in them. See parse + check.',
  'one job, all with findings':
    'Folders: reading, comparing and printing take a sixth; the rest is parse + check.',
  'two jobs':
    'Two jobs: each thread makes its own code fast, which takes about a second, and V8 compiles and collects beside a single job on the second core.',
  'memory from filings to filings':
    'A short run ends before the heap has grown to its usual size; what is kept of a filing afterwards is two to three kilobytes, its names and digests to compare it with others.',
  'one large filing: memory':
    'One large filing: its text (as UTF-16) is kept, about as large as the file; goals, indicators and the long texts of cells are read from it project by project and let go again. Three times the file is what else is known of cells and projects, findings, and room for garbage.',
  "docx: the library's own share of reading":
    'DOCX is read by own code over a zip and an XML library, since the library that reads DOCX takes ten times as long.',
}
