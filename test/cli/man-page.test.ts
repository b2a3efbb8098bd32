import { describe, expect, test } from 'vitest'
import { renderManPage } from '../../scripts/man-page.ts'
import { createProgram } from '../../src/cli/program.ts'
import { core } from '../../src/records/core.ts'
import { fakeIo } from '../support/fake-io.ts'

const page = renderManPage().split('\n')
const program = createProgram(fakeIo(), core, 'en', () => undefined)

describe('the man page', () => {
  test.each(program.commands.map((command) => [command.name(), command] as const))(
    'has all flags of pbo %s, as its help has them',
    (name, command) => {
      const start = page.findIndex((line) => line.startsWith(`.SS pbo ${name} `))
      const rest = page.slice(start + 1)
      const section = rest.slice(
        0,
        rest.findIndex((line) => line.startsWith('.S')),
      )
      const flags = command
        .createHelp()
        .visibleOptions(command)
        .map((option) => option.flags)
      const terms = section
        .filter((line) => line.startsWith('.B '))
        .map((line) => line.slice(3).replaceAll('\\-', '-'))
      expect(terms.filter((term) => term.startsWith('-'))).toEqual(flags)
    },
  )

  test('has no line that troff takes for a command of its own', () => {
    for (const line of page) expect(line).toMatch(/^(\.(?:TH|SH|SS|TP|B|br)\b|[^.']|$)/)
  })

  test('has the exit codes', () => {
    expect(page).toContain('.B 130, 143')
    const at = page.indexOf('.SH EXIT STATUS')
    expect(page.slice(at + 1, at + 4)).toEqual([
      '.TP',
      '.B 0',
      'The run completed with no findings at or above \\-\\-fail\\-on.',
    ])
  })
})
