import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runHere } from '../ecosystem/run-here.ts'

/** Pages for people, without those that are generated. */
const PAGES = ['README.md', 'SECURITY.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith('.md'),
)

interface Named {
  readonly page: string
  readonly line: string
  readonly command: string
  readonly words: readonly string[]
}

const PLACEHOLDER = /^(?:[A-Z…].*|\S*…)$/

/** Every `pbo …` in code, inline or in blocks, up to what a shell makes of the rest of the line. */
const commandsIn = (page: string): Named[] => {
  const text = readFileSync(page, 'utf8').replace(/<!-- generated:[\s\S]*?<!-- \/generated -->/g, '')
  const blocks = [...text.matchAll(/```(?:sh|yaml|python)\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block.split('\n'),
  )
  const spans = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  return [...blocks, ...spans].flatMap((line) =>
    [...line.matchAll(/(?<![\w/@.-])pbo ([a-z]+)([^|>"';#]*)/g)].map(([, command = '', rest = '']) => ({
      page,
      line: line.trim(),
      command,
      words: rest.split(/\s+/).filter((word) => word !== ''),
    })),
  )
}

/** `pbo help check` is looked up as what it explains. */
const COMMANDS = PAGES.flatMap(commandsIn).filter(({ command }) => command !== 'help')

const helpOf = async (command: string): Promise<string> => {
  const { code, out } = await runHere('help', command)
  return code === 0 ? out : ''
}

describe('the commands in the documentation', () => {
  test('are found', () => {
    expect(COMMANDS.length).toBeGreaterThan(20)
    expect(COMMANDS.map(({ command }) => command)).toContain('merge')
  })

  test.each([...new Set(COMMANDS.map(({ command }) => command))].sort())(
    'pbo %s exists, with its flags',
    async (command) => {
      const help = await helpOf(command)
      expect(help, `pbo ${command}`).not.toBe('')
      const faults = COMMANDS.filter((named) => named.command === command).flatMap(({ page, line, words }) =>
        words.flatMap((word, i) =>
          faultOf(word, words[i + 1], help).map((fault) => `${page}: ${line}: ${fault}`),
        ),
      )
      expect(faults).toEqual([])
    },
  )
})

/** What is wrong with a flag, or the word behind it, by the help of its command. */
const faultOf = (word: string, next: string | undefined, help: string): string[] => {
  if (!word.startsWith('--')) return []
  const [flag = '', glued] = word.split(/[=[\]]/)
  const known = new RegExp(`^ +(?:-\\w, )?${flag}(?![\\w-])(?: <([^>]*)>| \\[[^\\]]*\\])?`, 'm').exec(help)
  if (known === null) return [`no flag ${flag}`]
  const choices = known[1]?.includes('|') === true ? known[1].split('|') : []
  const values = (glued ?? next ?? '').split(/[|\\]+/).filter((value) => value !== '')
  return choices.length === 0
    ? []
    : values
        .filter((value) => !choices.includes(value) && !PLACEHOLDER.test(value))
        .map((value) => `${flag} ${value}`)
}
