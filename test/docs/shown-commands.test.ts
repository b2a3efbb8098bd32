import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { main } from '../../src/cli/main.ts'
import { core } from '../../src/records/core.ts'
import { type Entry, fakeIo } from '../support/fake-io.ts'

// Every command that a page shows is run, in the order of the page, among files that are called as the page calls them.
// What commands print, and what shells make of them, is a matter of the tests of single pages.

/** These have what each command prints beside it (`configuration.test.ts`). */
const WITH_OUTPUTS = ['docs/configuration.md', 'docs/own-rules.md']

const PAGES = ['README.md', 'SECURITY.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
  .filter((path) => path.endsWith('.md') && !WITH_OUTPUTS.includes(path))
  .sort()

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path))

const MENYUAN = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')
const MENDED = MENYUAN.replace('≥90个', '≥80个')

const FILES: Readonly<Record<string, Entry>> = {
  'filings/menyuan.txt': MENYUAN,
  '公开表/menyuan.xlsx': bytesOf('fixtures/office/menyuan-2022.xlsx'),
  '某县2022.txt': MENYUAN,
  '2024-01/menyuan.txt': MENYUAN,
  '2024-02/menyuan.txt': MENDED,
  '第一次报送/menyuan.txt': MENYUAN,
  '第二次报送/menyuan.txt': MENDED,
  '单位名单.xlsx': bytesOf('fixtures/office/menyuan-2022.xlsx'),
  'agencies.xlsx': bytesOf('fixtures/office/menyuan-2022.xlsx'),
  'scan.pdf': bytesOf('fixtures/office/menyuan-2022.pdf'),
}

/** What whoever reads a page puts into the place of a word. */
const FOR: Readonly<Record<string, string>> = {
  '[paths…]': 'filings',
  FILE: '某县2022.txt',
  OLD: '2024-01',
  NEW: '2024-02',
  旧: '第一次报送',
  新: '第二次报送',
  RULE: 'goal-indicator-mismatch',
  SHELL: 'bash',
  FORMAT: 'csv',
  NAME: 'indicators',
}

/** What a page speaks of as something that was made before: by which command. */
const MADE: Readonly<Record<string, string>> = {
  'a.jsonl': 'check filings --shard 1/2 --format jsonl',
  'b.jsonl': 'check filings --shard 2/2 --format jsonl',
  'saved.json': 'check filings --format json',
  'first.json': 'check 2024-01 --format json --level info',
  '第一次.json': 'check 第一次报送 --format json --level info',
  '结果.json': 'check 公开表 --format json',
  lists: 'check 2024-01 --output worklist=lists',
  清单: 'check 第一次报送 --output worklist=清单',
}

/** What is no command to be run: it needs an editor, a shell, or a thousand files, and is run by the test that is named. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^lsp\b/, 'test/cli/lsp.test.ts'],
  [/--files-from -/, 'test/docs/pages.test.ts, test/ecosystem/scale-out.test.ts'],
  [/\bparts\/|shard|all\.jsonl/, 'test/ecosystem/scale-out.test.ts'],
  [/--as datapackage$/, 'test/cli/data-package.test.ts'],
  [/--template/, 'test/handout/template.test.ts'],
]

/** Commands in blocks and between words; a command without anything to do it to is only named (`commands.test.ts`). */
const commandsIn = (page: string): string[] => {
  const text = readFileSync(page, 'utf8').replace(/<!-- generated:[\s\S]*?<!-- \/generated -->/g, '')
  const pieces = [...text.matchAll(/```(\w*)\n([\s\S]*?)```|`([^`\n]+)`/g)]
  return pieces
    .flatMap(([, language = '', block = '', span = '']) =>
      language === 'yaml' ? scriptsIn(parse(block)) : language === '' ? [span] : block.split('\n'),
    )
    .flatMap((line) => /^(?:pbo) (.+?)\s*(?:#.*)?$/.exec(line.trim())?.[1] ?? [])
    .filter((line) => !/^(?:baseline|config) \S+$/.test(line))
    .filter((line) => !ELSEWHERE.some(([pattern]) => pattern.test(line)))
    .filter(
      (line) =>
        /^(?:init|rules)$/.test(line) ||
        wordsOf(line)
          .slice(1)
          .some((word) => !/^-/.test(word)),
    )
}

/** The commands of a workflow. */
const scriptsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.split('\n')
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(scriptsIn)
      : []

const wordsOf = (line: string): readonly string[] => line.split(/\s+/).map((word) => FOR[word] ?? word)

const run = async (line: string, files: Record<string, Entry>): Promise<{ code: number; err: string }> => {
  const [command = '', into] = line.split(/\s+>\s+/)
  const words = wordsOf(command)
  for (const word of words) {
    const name = word.replace(/\/$/, '')
    const isThere = Object.keys(files).some((path) => path === name || path.startsWith(`${name}/`))
    const made = isThere ? undefined : MADE[name]
    if (made !== undefined) await run(made.includes('--output') ? made : `${made} > ${name}`, files)
  }
  const io = fakeIo({ files, isFile: into !== undefined })
  const code = await main(words, io, core)
  Object.assign(files, io.written())
  if (into !== undefined && io.out() !== '') files[into] = io.out()
  return { code, err: io.err() }
}

test.each(PAGES)('the commands of %s do what they are asked', async (page) => {
  const files: Record<string, Entry> = { ...FILES }
  for (const line of commandsIn(page)) {
    const { code, err } = await run(line, files)
    // Folders that are written have to be empty.
    for (const path of Object.keys(files))
      if (path.includes('/') && !Object.hasOwn(FILES, path)) delete files[path]
    expect(`pbo ${line}: ${code > 1 ? `${code}: ${err}` : 'done'}`).toBe(`pbo ${line}: done`)
  }
})

test('commands are found, and those that are run elsewhere are there', () => {
  expect(PAGES.flatMap(commandsIn).length).toBeGreaterThan(40)
  for (const [, tests] of ELSEWHERE) for (const path of tests.split(', ')) expect(bytesOf(path)).toBeDefined()
})
