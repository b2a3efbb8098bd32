import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface OwnCommand {
  /** `bin/pbo.js`, to be run by Node. */
  readonly path: string
  readonly remove: () => void
}

/** Builds the command in a folder of its own: other tests build theirs in `dist` at the same time. */
export const buildOwnCommand = (): OwnCommand => {
  const folder = mkdtempSync(join(tmpdir(), 'pbo-command-'))
  for (const name of ['src', 'scripts', 'node_modules', 'package.json']) {
    symlinkSync(resolve(name), join(folder, name))
  }
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  execFileSync(process.execPath, ['scripts/build.mjs', '--bundle-only'], { cwd: folder, stdio: 'inherit' })
  return {
    path: join(folder, 'bin', 'pbo.js'),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
