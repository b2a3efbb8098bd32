import { resolve } from 'node:path'
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
  'test/browser/*.test.ts',
  'test/detection.test.ts',
  'test/digest.test.ts',
  'test/docs/speed.test.ts',
  'test/ecosystem/libreoffice.test.ts',
  'test/ecosystem/packed.test.ts',
  'test/ecosystem/scale-out.test.ts',
  'test/grammar/project-content.test.ts',
  'test/layout/narrative-properties.test.ts',
  'test/long-cells.test.ts',
  'test/ocr/scans.test.ts',
  'test/read/pdf-characters.test.ts',
  'test/reading-score.test.ts',
  'test/recheck/rounds.test.ts',
]

/** What changes the process it runs in, by mocks, the environment or counters of V8: each file has one of its own. */
const APART = [
  'test/breakage/failing-io.test.ts',
  'test/cli/config-lazy.test.ts',
  'test/growth/*.test.ts',
  'test/patterns.test.ts',
]

/** What starts the command as it is built. */
const COMMAND = [
  'test/breakage/kill.test.ts',
  'test/browser/{firefox,page,scans}.test.ts',
  'test/cli/bin.test.ts',
  'test/cli/folders-bin.test.ts',
  'test/cli/lsp.test.ts',
  'test/cli/own-rules.test.ts',
  'test/docs/speed.test.ts',
  'test/ecosystem/{action,pre-commit,scale-out}.test.ts',
]

/** What takes texts or values and gives others. */
const UNIT = [
  'test/{baseline,blind-layouts,config,corpus,diff,facts,grammar,model,parse,recheck,rules,source}/**/*.test.ts',
]

const isNamed = process.argv.slice(2).some((argument) => argument.includes('test/'))

export default defineConfig(({ mode }) => {
  const left = [...configDefaults.exclude, ...(mode === 'all' || isNamed ? [] : LONG)]
  // All files of a project that a process takes share one import of the source, which takes longer than most tests.
  const project = (name: string, include: readonly string[], others: readonly string[], more = {}) => ({
    extends: true as const,
    test: { name, include: [...include], exclude: [...left, ...others], isolate: false, ...more },
  })
  return {
    test: {
      setupFiles: ['test/support/setup.ts'],
      env: {
        TZ: 'UTC',
        FORCE_COLOR: '0',
        PBO_THOROUGH: mode === 'all' ? '1' : '',
        // What the command keeps of itself stays out of the folders of whoever tests it.
        XDG_CACHE_HOME: resolve('node_modules/.cache'),
      },
      allowOnly: process.env['CI'] === undefined,
      // On a busy machine the longest tests take five times as long as on a quiet one.
      testTimeout: 120_000,
      maxWorkers: '100%',
      coverage: { include: ['src/**'] },
      projects: [
        project('unit', UNIT, []),
        project('whole', ['test/**/*.test.ts'], [...UNIT, ...COMMAND, ...APART]),
        project('command', COMMAND, [], { globalSetup: ['test/support/build.ts'] }),
        project('apart', APART, [], { isolate: true }),
      ],
    },
  }
})
