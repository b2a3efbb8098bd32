// Writes what is generated: the parts of README.md between `<!-- generated:NAME -->` and
// `<!-- /generated -->`, from the real output of the built command, and the JSON Schema of the report.
// Run it after `npm run build`; CI runs it and fails if that changes anything.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const FILING = 'fixtures/text/single-cell/menyuan-2022/input.txt'
const FILING_NAME = 'menyuan-2022.txt'

/** What the command prints in a pipe of 100 columns, whatever the surroundings. */
const pbo = (...args) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/pbo.js', ...args], {
    input: readFileSync(FILING),
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  if (status === null || status > 1) throw new Error(`pbo ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return stdout
}

const example = (language) =>
  ['```text', pbo('check', '-', '--stdin-filename', FILING_NAME, '--lang', language).trimEnd(), '```'].join(
    '\n',
  )

const ruleTable = () => {
  const { rules } = JSON.parse(pbo('rules', '--format', 'json'))
  const cell = (text) => text.replaceAll('|', '\\|')
  return [
    '| rule | level | kind | holds in a correct table |',
    '|---|---|---|---|',
    ...rules.map(
      ({ id, severity, category, docs }) =>
        `| \`${id}\` | ${severity} | ${category} | ${cell(docs.summary.en)}<br>${cell(docs.summary.zh)} |`,
    ),
  ].join('\n')
}

const PARTS = {
  'example-zh': () => example('zh'),
  'example-en': () => example('en'),
  rules: ruleTable,
}

const renewParts = (path) => {
  const text = readFileSync(path, 'utf8')
  const renewed = text.replace(
    /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, open, name, close) => {
      if (!Object.hasOwn(PARTS, name)) throw new Error(`${path}: nobody generates “${name}”`)
      return `${open}\n${PARTS[name]()}\n\n${close}`
    },
  )
  if (renewed !== text) writeFileSync(path, renewed)
}

/** The schema is TypeScript, which Node 20 can't read by itself. */
const writeSchema = async (path) => {
  const module = 'dist/report-schema.mjs'
  await build({
    entryPoints: ['scripts/report-schema.ts'],
    outfile: module,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  const { reportJsonSchema } = await import(pathToFileURL(module))
  rmSync(module)
  mkdirSync('schema', { recursive: true })
  writeFileSync(path, `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`)
}

renewParts('README.md')
await writeSchema('schema/report.schema.json')
