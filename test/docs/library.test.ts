import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { examplesIn, runExample, withOutputs } from './examples.ts'

const page = readFileSync('docs/library.md', 'utf8')
const examples = examplesIn(page)

describe('docs/library.md', () => {
  test('has an output below each of its examples', () => {
    expect(examples.length).toBe(page.split('```ts\n').length - 1)
    expect(examples.length).toBeGreaterThan(5)
    for (const { code } of examples) expect(code).toMatch(/from 'pbo(?:\/\w+)?'/)
  })

  test('shows what its examples print', async () => {
    const outputs: string[] = []
    for (const { code } of examples) outputs.push(await runExample(code))
    await expect(withOutputs(page, outputs)).toMatchFileSnapshot(resolve('docs/library.md'))
  })
})
