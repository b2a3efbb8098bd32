// Runs the built command on the other versions of Node that it is for: the same bytes on stdout and stderr, and the same code.
import { spawnSync } from 'node:child_process'

const VERSIONS = ['22.23.3', '24.21.0']

/** Texts, and formats that threads read; so many files that the engine is set for long work. */
const COMMANDS = [
  'check fixtures/text fixtures/office --jobs 2 --format json',
  'show fixtures/office/row-per-indicator.xlsx --as csv',
]

const run = (program, args, line) => {
  const { status, stdout, stderr } = spawnSync(
    program,
    [...args, 'bin/pbo.js', ...line.split(' '), '--lang', 'en'],
    {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 ** 2,
    },
  )
  return { status, stdout, stderr }
}

for (const line of COMMANDS) {
  const expected = run(process.execPath, [], line)
  for (const version of VERSIONS) {
    const got = run('npx', ['--yes', `--package=node@${version}`, '--', 'node'], line)
    for (const part of ['status', 'stdout', 'stderr']) {
      if (got[part] === expected[part]) continue
      console.error(`Node ${version}: pbo ${line} has another ${part}: ${String(got[part]).slice(0, 500)}`)
      process.exitCode = 1
    }
  }
  console.log(
    `pbo ${line}: code ${expected.status}, ${expected.stdout.length} characters, the same on Node ${VERSIONS.join(' and ')}`,
  )
}
