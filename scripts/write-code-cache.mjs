// Runs the bundled command on a filing, throws the output away and writes down V8's compiled code:
// after a run, it holds the functions that a check needs, and only these.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { Script } from 'node:vm'

const SAMPLE = 'fixtures/text/single-cell/menyuan-2022/input.txt'

const bundle = resolve(process.argv[2])
const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle })
const command = { exports: {} }
script.runInThisContext()(command.exports, createRequire(bundle), command, bundle, dirname(bundle))

const { main, openIo } = command.exports
const silent = { ...openIo() }
silent.stdout = { isTTY: false, columns: undefined, write: () => {}, flush: async () => undefined }
silent.stderr = silent.stdout
for (const language of ['zh', 'en']) {
  await main(['check', SAMPLE, '--lang', language, '--level', 'info'], silent)
}
writeFileSync(`${bundle}.cache`, script.createCachedData())
