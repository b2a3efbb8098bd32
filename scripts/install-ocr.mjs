// Installs the optional package that reads scans (packages/ocr) with what it depends on, builds it, and puts it where
// the command of this clone finds it. `npm ci` takes it away again.
import { execFileSync } from 'node:child_process'
import { rmSync, symlinkSync } from 'node:fs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
execFileSync(npm, ci, { cwd: 'packages/ocr', stdio: 'inherit' })
await import('../packages/ocr/build.mjs')
rmSync('node_modules/pbo-ocr', { recursive: true, force: true })
symlinkSync('../packages/ocr', 'node_modules/pbo-ocr', 'junction')
