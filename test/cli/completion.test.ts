import { describe, expect, test } from 'vitest'
import { CHECK_FORMATS } from '../../src/cli/options.ts'
import { runPbo } from '../support/run.ts'

const complete = async (...words: readonly string[]): Promise<{ words: string[]; files: boolean }> => {
  const { code, out, err } = await runPbo(['complete', '--', ...words])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const lines = out.trimEnd().split('\n')
  const directive = lines.pop()
  expect([':0', ':4']).toContain(directive)
  return { words: lines.map((line) => line.split('\t')[0] as string), files: directive === ':0' }
}

describe('what a shell is told', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['commands', ['ch'], ['check']],
    ['nothing where no command begins so', ['zz'], []],
    ['flags of a command', ['check', '--max-f'], ['--max-file-size', '--max-files', '--max-findings']],
    ['flags after paths', ['check', 'a.txt', '--wat'], ['--watch']],
    ['flags of the command itself', ['--ver'], ['--version']],
    ['the words of a flag', ['check', '--format', ''], CHECK_FORMATS],
    ['the words of a flag with =', ['check', '--format=s'], ['--format=statistics', '--format=sarif']],
    ['rules', ['explain', 'tot'], ['total-mismatch']],
    ['rules of a flag', ['check', '--only', 'tot'], ['total-mismatch']],
    ['levels of a rule', ['check', '--rule', 'total-mismatch=o'], ['total-mismatch=off']],
    ['what a command does', ['baseline', ''], ['update', 'add', 'prune', 'show']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish', 'powershell']],
  ])('%s', async (_, words, expected) => {
    expect(await complete(...words)).toEqual({ words: [...expected], files: false })
  })

  test.each<[readonly string[]]>([
    [['check', '']],
    [['check', 'data/a']],
    [['check', '--format', 'json', '']],
    [['check', '--files-from', '']],
    [['merge', 'a.json', '']],
  ])('files, for %j', async (words) => {
    expect(await complete(...words)).toEqual({ words: [], files: true })
  })

  test('a rule that its level comes behind, in the same word', async () => {
    expect((await runPbo(['complete', '--', 'check', '--rule', 'tot'])).out).toBe('total-mismatch=\t\n:6\n')
  })

  test('with what each means, in the language of the terminal', async () => {
    expect((await runPbo(['complete', '--', 'expl'])).out).toBe(
      'explain\t解释一条规则：为什么、怎么办、依据、例子\n:4\n',
    )
  })
})

test('a shell that there is no script for is refused', async () => {
  const { code, err } = await runPbo('completion bsh')
  expect(code).toBe(2)
  expect(err).toContain('是不是“bash”？')
})
