import { execFileSync } from 'node:child_process'

/** The tests that start `bin/pbo.js` need a build of what stands in `src` now. */
export const setup = (): void => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--bundle-only'], { stdio: 'inherit' })
}
