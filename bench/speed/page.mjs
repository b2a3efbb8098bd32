// What was measured, as the page docs/speed.md.
import { cpus, loadavg, totalmem } from 'node:os'
import { filingBytes } from './commands.mjs'
import { LIMITS } from './limits.mjs'

export const writePage = (measured) =>
  [
    '# Speed',
    '',
    'Made by `npm run bench`: whole processes, in turns in one run, medians. Every filing is that of Menyuan',
    `(${kilobytes(filingBytes())} kB of UTF-8, 7 projects, 85 indicators) with a number of its own.`,
    '',
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0]?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB. Load of the last quarter of an hour: ${loadavg()[2].toFixed(1)};`,
    'where that is more than the number of cores, others had most of the machine: only ratios count then.',
    '',
    '## Goals',
    '',
    '| | goal | measured | |',
    '|---|---|---|---|',
    ...goals(measured).map(
      ({ what, goal, value, isMet }) => `| ${what} | ${goal} | ${value} | ${isMet ? 'met' : 'not met'} |`,
    ),
    '',
    ...goals(measured).flatMap(({ isMet, why }) => (isMet || why === undefined ? [] : [`* ${why}`])),
    '',
    '## Parts',
    '',
    'Milliseconds a filing, warm, in one process.',
    '',
    ...table(
      ['part', 'ms'],
      Object.entries(measured.parts).map(([name, ms]) => [name, ms.toFixed(3)]),
    ),
    '',
    ...profileSection(measured.profile),
    '## Start to exit',
    '',
    ...table(
      ['command', 'ms', '× `node -e 0`'],
      Object.entries(measured.start).map(([name, ms]) => [
        COMMANDS[name],
        ms.toFixed(0),
        (ms / measured.start.bare).toFixed(2),
      ]),
    ),
    '',
    '## Folders',
    '',
    ...folderTable(measured),
    '',
    '## Formats',
    '',
    `What a report of ${measured.sizes.folder} filings takes from start to exit, and one filing of another format.`,
    '',
    ...table(
      ['report', 's'],
      Object.entries(measured.outputs).map(([name, ms]) => [name, (ms / 1000).toFixed(2)]),
    ),
    '',
    ...table(
      ['filing', 'ms', 'of reading, the work of libraries'],
      Object.entries(measured.inputs).map(([name, ms]) => [
        name,
        ms.toFixed(0),
        measured.readers?.[name] === undefined ? '' : percent(measured.readers[name]),
      ]),
    ),
    '',
    '## Memory and size',
    '',
    ...table(
      ['', 's', 'peak memory, MB'],
      [
        ...measured.memory.map(({ count, megabytes }) => [`${count} filings`, '', megabytes.toFixed(0)]),
        ...measured.large.map(({ size, ms, megabytes }) => [
          `one filing of ${size} MB`,
          ms === undefined ? 'not enough memory' : (ms / 1000).toFixed(2),
          megabytes?.toFixed(0) ?? '',
        ]),
      ],
    ),
    '',
    ...peersSection(measured),
  ].join('\n')

/** Where the time of parse + check goes. */
export const profileSection = ({ stages, functions }) => [
  'Of the time of parse + check, by the folder of `src/` whose own code it is:',
  '',
  ...table(
    ['stage', 'share'],
    stages
      .filter(([, share]) => share >= 0.005)
      .map(([name, share]) => [name, `${(100 * share).toFixed(1)} %`]),
  ),
  '',
  `The five functions that take most: ${functions
    .slice(0, 5)
    .map(([name, share]) => `${name} ${(100 * share).toFixed(1)} %`)
    .join('; ')}.`,
  '',
]

const COMMANDS = {
  bare: '`node -e 0`',
  version: '`pbo --version`',
  pretty: '`pbo check`',
  json: '`pbo check --format json`',
  show: '`pbo show`',
}

const RUNS = {
  one: 'one job',
  two: 'two jobs',
  clean: 'one job, nothing to find',
  cold: 'one job, cold cache',
  warm: 'one job, warm cache',
}

/** The goals, what was measured of each, and why one is not met. */
const goals = ({ start, parts, cheerio, folder, many, memory, large, peers, readers, sizes }) => {
  const most = many ?? folder
  const count = many === undefined ? sizes.folder : sizes.many
  const whole = parts['parse + check']
  const rate = filingBytes() / 1e6 / (whole / 1000)
  const [small, big] = memory
  const steps = large.filter(({ ms }) => ms !== undefined)
  const [before, last] = steps.slice(-2)
  const office = Object.entries(readers ?? {}).filter(([name]) => ['xlsx', 'docx', 'pdf'].includes(name))
  const goal = (what, text, value, isMet) => ({
    what,
    goal: text,
    value,
    isMet,
    why: LIMITS[what.replace(/[\d,]+ filings/g, 'filings')],
  })
  return [
    goal(
      'one filing, cold, pretty',
      '≤ 1.5 × `node -e 0`',
      `× ${(start.pretty / start.bare).toFixed(2)}`,
      start.pretty <= 1.5 * start.bare,
    ),
    goal(
      'parse + check, warm, one core',
      '≥ 30 MB/s',
      `${rate.toFixed(1)} MB/s, ${Math.round(1000 / whole)} filings/s`,
      rate >= 30,
    ),
    goal(
      'parse + check beside `cheerio.load` alone',
      '≥ 3 × faster',
      `× ${(cheerio / whole).toFixed(2)}`,
      cheerio >= 3 * whole,
    ),
    ...(peers === undefined
      ? []
      : [
          goal(
            `${Math.min(1000, sizes.folder)} filings, cold, one job, beside markdownlint-cli2`,
            '≥ 8 × faster',
            `× ${(peers['markdownlint-cli2'] / peers.pbo).toFixed(2)}`,
            peers['markdownlint-cli2'] >= 8 * peers.pbo,
          ),
        ]),
    goal(
      'one job, all with findings',
      '≥ 2,500 filings/s',
      `${Math.round((1000 * count) / most.one)} filings/s`,
      (1000 * count) / most.one >= 2500,
    ),
    goal('two jobs', '≥ 1.5 × one', `× ${(most.one / most.two).toFixed(2)}`, most.one >= 1.5 * most.two),
    goal(
      'warm cache, all with findings',
      '≥ 5 × cold',
      `× ${(most.cold / most.warm).toFixed(2)}`,
      most.cold >= 5 * most.warm,
    ),
    goal(
      `peak memory, ${big.count} filings`,
      '≤ 200 MB',
      `${big.megabytes.toFixed(0)} MB`,
      big.megabytes <= 200,
    ),
    goal(
      `memory from ${small.count} to ${big.count} filings`,
      'flat',
      `× ${(big.megabytes / small.megabytes).toFixed(2)}`,
      big.megabytes <= 1.15 * small.megabytes,
    ),
    ...(before === undefined
      ? []
      : [
          goal(
            'one large filing: ten times the size',
            '≤ 11 × the time',
            `× ${(last.ms / before.ms).toFixed(1)} from ${before.size} to ${last.size} MB`,
            last.ms / before.ms <= 1.1 * (last.size / before.size),
          ),
        ]),
    ...(last === undefined
      ? []
      : [
          goal(
            'one large filing: memory',
            '≤ 6 × the file',
            `× ${(last.megabytes / last.size).toFixed(0)} at ${last.size} MB`,
            last.megabytes <= 6 * last.size,
          ),
        ]),
    ...office.map(([name, share]) =>
      goal(`${name}: the library's own share of reading`, '≥ 80 %', percent(share), share >= 0.8),
    ),
  ]
}

const folderTable = ({ folder, many, sizes }) => {
  const columns = [[sizes.folder, folder], ...(many === undefined ? [] : [[sizes.many, many]])]
  return table(
    ['', ...columns.flatMap(([count]) => [`${count} filings, s`, 'filings/s'])],
    Object.entries(RUNS).map(([name, words]) => [
      words,
      ...columns.flatMap(([count, times]) => [
        (times[name] / 1000).toFixed(2),
        String(Math.round((1000 * count) / times[name])),
      ]),
    ]),
  )
}

const peersSection = ({ peers, recognizers, cheerio, parts, sizes }) => [
  '## Others',
  '',
  ...(peers === undefined
    ? ['The others could not be installed.', '']
    : table(
        [`${Math.min(1000, sizes.folder)} filings, one process`, 's'],
        Object.entries(peers).map(([name, ms]) => [name, (ms / 1000).toFixed(2)]),
      )),
  '',
  ...table(
    ['one filing, warm, in process', 'ms'],
    [
      ['pbo, parse and check', parts['parse + check'].toFixed(2)],
      ['`cheerio.load` on the cells, nothing else', cheerio.toFixed(2)],
      ...(recognizers === undefined
        ? []
        : [['recognizers-text: numbers, units, dates', recognizers.toFixed(0)]]),
    ],
  ),
  '',
]

const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
]

const percent = (share) => `${(100 * share).toFixed(0)} %`
const kilobytes = (bytes) => (bytes / 1000).toFixed(1)
