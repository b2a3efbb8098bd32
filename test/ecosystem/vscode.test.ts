import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { core } from '../../src/records/core.ts'
import { runPbo } from '../support/run.ts'

const manifest = JSON.parse(readFileSync('editors/vscode/package.json', 'utf8'))

test('the extension of VS Code is packed whole, and holds none of pbo', () => {
  execFileSync(process.execPath, ['scripts/build-vscode.mjs'])
  const files = unzipSync(readFileSync('dist/pbo.vsix'))
  expect(Object.keys(files).sort()).toEqual(
    ['[Content_Types].xml', 'extension.vsixmanifest', 'extension/LICENSE.txt', 'extension/README.md'].concat(
      'extension/extension.cjs',
      'extension/package.json',
      'extension/third-party-notices.txt',
    ),
  )
  const text = (name: string): string => new TextDecoder().decode(files[name])
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(JSON.parse(text('extension/package.json'))).toEqual({ ...manifest, version })
  expect(text('extension.vsixmanifest')).toContain(`Version="${version}"`)
  expect(text(`extension/${manifest.main.replace('./', '')}`)).toContain('require("vscode")')
  expect(text('extension/third-party-notices.txt')).toMatch(
    /^vscode-languageclient [\d.]+ \(MIT\)[\s\S]+?^Permission/m,
  )
  expect(files['extension/extension.cjs']?.length).toBeLessThan(1024 ** 2)
})

test('the problem matcher of the extension takes what pbo prints', async () => {
  const filing = readFileSync('fixtures/text/single-cell/menyuan-2022/input.txt', 'utf8')
  const world = { files: { 'f/menyuan.txt': filing } }
  const { out } = await runPbo('check f/menyuan.txt --format compact --lang en', world, core)
  const [matcher] = manifest.contributes.problemMatchers
  for (const line of out.trimEnd().split('\n')) expect(line).toMatch(new RegExp(matcher.pattern.regexp))
})
