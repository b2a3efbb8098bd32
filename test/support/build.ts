import { execFileSync } from 'node:child_process'

/** Builds the command from what stands in `src` now, for tests that start `bin/pbo.js`. */
export const buildCommand = (): void => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--bundle-only'], { stdio: 'inherit' })
}
