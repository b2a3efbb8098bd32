import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { format } from 'node:util'
import { vi } from 'vitest'

/** A piece of code in a page, and what the page says it prints. */
export interface Example {
  readonly code: string
  readonly output: string
}

const EXAMPLE = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g

/** The TypeScript of a page, each with the output that stands below it. */
export const examplesIn = (page: string): readonly Example[] =>
  [...page.matchAll(EXAMPLE)].map(([, code = '', output = '']) => ({ code, output }))

/** The page with the outputs put in, in order. */
export const withOutputs = (page: string, outputs: readonly string[]): string => {
  const left = [...outputs]
  return page.replace(
    EXAMPLE,
    (_, code: string) => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${left.shift()}\`\`\``,
  )
}

/** Runs a module as a reader would, with `pbo` being this library; gives what it prints. */
export const runExample = async (code: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-example-'))
  const path = join(folder, 'example.ts')
  writeFileSync(
    path,
    code.replace(/from 'pbo(?:\/(\w+))?'/g, (_, part = 'index') => `from '${resolve(`src/${part}.ts`)}'`),
  )
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await import(/* @vite-ignore */ path)
    return log.mock.calls.map((values) => `${format(...values)}\n`).join('')
  } finally {
    log.mockRestore()
    rmSync(folder, { recursive: true })
  }
}
