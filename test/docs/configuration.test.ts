import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { core } from '../../src/records/core.ts'
import { type Entry, fakeIo } from '../support/fake-io.ts'

const FILING = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')

/** A file to be written, or commands with what they print and, behind `run:`, the code that each ends with. */
const STEP = /<!-- (?:file: (?<name>\S+)|run(?:: (?<code>\d))?) -->\n\n```\w+\n(?<text>[\s\S]*?)```/g

const run = async (line: string, files: Record<string, Entry>) => {
  const io = fakeIo({ files, env: { LANG: 'en_US.UTF-8' } })
  const code = await main(line.split(' ').slice(1), io, core)
  Object.assign(files, io.written())
  return { code, printed: io.out() + io.err() }
}

const PAGES: readonly (readonly [string, number])[] = [
  ['docs/configuration.md', 7],
  ['docs/own-rules.md', 2],
]

test.each(PAGES)('the examples of %s do what it says, one after the other', async (page, count) => {
  const files: Record<string, Entry> = {
    '2021/menyuan.txt': FILING,
    '2022/menyuan.txt': FILING,
    'drafts/x.txt': FILING,
  }
  let commands = 0
  for (const { groups = {} } of readFileSync(page, 'utf8').matchAll(STEP)) {
    const { name, code, text = '' } = groups
    if (name !== undefined) {
      files[name] = text
      continue
    }
    for (const [, line = '', output] of text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
      commands += 1
      const done = await run(line, files)
      expect(`$ ${line}\n${done.printed}`).toBe(`$ ${line}\n${output}`)
      if (code !== undefined) expect(done.code).toBe(Number(code))
    }
  }
  expect(commands).toBe(count)
})

test('the test in docs/own-rules.md tests the rule there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-own-rules-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const { groups = {} } of readFileSync('docs/own-rules.md', 'utf8').matchAll(STEP)) {
    if (groups['name']?.endsWith('.mjs') !== true) continue
    const text = (groups['text'] ?? '')
      .replace("from 'pbo'", `from '${resolve('src/index.ts')}'`)
      .replace(
        "import { test } from 'node:test'",
        'const test = (name, body) => { globalThis.ran.push(name); body() }',
      )
    writeFileSync(join(folder, basename(groups['name'])), text)
  }
  const ran: string[] = []
  Object.assign(globalThis, { ran })
  await import(/* @vite-ignore */ join(folder, 'short-name.test.mjs'))
  expect(ran).toEqual([
    'the cases are complete',
    'finds nothing in a name that says what is done',
    'finds a short name',
  ])
})
