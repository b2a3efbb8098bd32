import { expect, test, vi } from 'vitest'
import { runPbo } from '../support/run.ts'

const { load } = vi.hoisted(() => ({ load: vi.fn() }))

vi.mock('zod', async (importOriginal) => {
  load()
  return importOriginal()
})

test('only a config makes the command load zod', async () => {
  expect((await runPbo('check sample.txt')).code).toBe(0)
  const files = {
    'sample.txt': '',
    'package.json': '{}',
    'pbo-baseline.json': '{"version": 1, "entries": []}',
  }
  expect((await runPbo('baseline show', { files })).code).toBe(0)
  expect(load).not.toHaveBeenCalled()
  expect((await runPbo('check', { files: { ...files, 'pbo.config.json': '{' } })).code).toBe(2)
  expect(load).toHaveBeenCalled()
})
