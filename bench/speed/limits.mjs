// Why a goal that is not met is not, by its name in the table of page.mjs.
export const LIMITS = {
  'one filing, cold, pretty':
    'One filing, cold: of the time that remains, about a tenth goes to loading the compiled code, a fifth to setting up tables and packages, and most of the rest to grammar and rules running for the first time, interpreted and with patterns not yet compiled. Once warm, the same check takes a fraction of that (see Parts). A startup snapshot would avoid this, but Node accepts one only through a flag, which an installed command cannot pass.',
  'parse + check, warm, one core':
    'Parse and check: nearly all of the time goes to grammar and rules, hardly any to decoding and reading cells (see Parts). The profile is flat: no function takes more than a fiftieth of the time. A filing causes some 140,000 calls and allocates 2.5 MB of objects, since every number is read as a quantity with unit, comparator and place, and some fifty rules look at each of 85 indicators; 30 MB/s would leave two nanoseconds per call. Over the first 600 filings with no repeated texts, V8 spends nearly half of the CPU time optimising code, for 1,100 functions. Over made-up filings in all layouts it spends as much, for 2,700 functions, some of them optimised up to eight times because they met objects of yet another hidden class.',
  'parse + check compared with `cheerio.load` alone':
    'cheerio only builds a tree of the tags in cells; the comparable part is “read” below.',
  'filings, cold, one job, compared with markdownlint-cli2':
    'markdownlint-cli2 looks at lines; pbo parses what they mean. See parse + check.',
  'one job, all with findings':
    'Folders: reading, comparing and printing take a sixth of the time; the rest is parse + check.',
  'two jobs':
    'Two jobs: each thread optimises its own code, which takes about a second, and with a single job V8 already uses the second core to compile and collect garbage.',
  'memory from filings to filings':
    'A short run ends before the heap has grown to its usual size. What is kept of each filing afterwards is 2–3 kB: its names and digests, for comparison with other filings.',
  'one large filing: memory':
    'One large filing: its text (as UTF-16) is kept in memory, at about the size of the file; goals, indicators and the long texts of cells are read from it project by project and then released. Another three times the file size goes to other data on cells and projects, findings, and heap room for garbage.',
  "docx: the library's own share of reading":
    "DOCX is read by pbo's own code on top of a zip and an XML library, since the DOCX library takes ten times as long.",
}
