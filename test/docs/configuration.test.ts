import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
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

test('the examples of docs/configuration.md do what it says, one after the other', async () => {
  const files: Record<string, Entry> = {
    '2021/menyuan.txt': FILING,
    '2022/menyuan.txt': FILING,
    'drafts/x.txt': FILING,
  }
  let commands = 0
  for (const { groups = {} } of readFileSync('docs/configuration.md', 'utf8').matchAll(STEP)) {
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
  expect(commands).toBe(7)
})
