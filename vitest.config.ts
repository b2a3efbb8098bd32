import { configDefaults, defineConfig } from 'vitest/config'

/**
 * What takes longest, and fails only where something that is tested elsewhere does: thousands of made-up filings, real
 * browsers and offices, whole benches. `npm run test:all` runs them too, and so does whoever names one.
 */
const LONG = [
  'test/annotate/everywhere.test.ts',
  'test/annotate/fixtures.test.ts',
  'test/annotate/pdf.test.ts',
  'test/blind/blind.test.ts',
  'test/browser/page.test.ts',
  'test/detection.test.ts',
  'test/docs/speed.test.ts',
  'test/ecosystem/libreoffice.test.ts',
  'test/ecosystem/scale-out.test.ts',
  'test/grammar/project-content.test.ts',
  'test/layout/narrative-properties.test.ts',
  'test/read/pdf-characters.test.ts',
  'test/reading-score.test.ts',
  'test/recheck/rounds.test.ts',
]
const isNamed = process.argv.slice(2).some((argument) => argument.includes('test/'))

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: mode === 'all' || isNamed ? configDefaults.exclude : [...configDefaults.exclude, ...LONG],
    setupFiles: ['test/support/setup.ts'],
    env: { TZ: 'UTC', FORCE_COLOR: '0' },
    allowOnly: process.env['CI'] === undefined,
    testTimeout: 30_000,
    coverage: { include: ['src/**'] },
  },
}))
