import { execFileSync } from 'node:child_process'

/** Builds the command from what stands in `src` now, once before the tests that start `bin/pbo.js`. */
export const setup = (): void => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--command'], { stdio: 'inherit' })
}
