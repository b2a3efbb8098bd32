import { expect, test } from 'vitest'
import { COMMANDS, killAtRandom } from './kill.mjs'

// A sample of what `npm run kill` does.

test.each([
  ['SIGTERM', 0],
  ['SIGINT', 1],
] as const)('a command that %s ends at a random moment leaves nothing half done', async (signal, which) => {
  const commands = COMMANDS.slice(which, which + 1)
  const { faults } = await killAtRandom({ times: 1, seed: 20_220_101, commands, signals: [signal] })
  expect(faults).toEqual([])
})
