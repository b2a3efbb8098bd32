import path from 'node:path'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'

/**
 * The tests that the mutants of a folder are run against: of single parts, which take texts or values and give others.
 * What comes before layouts need not be asked of those, which take longest, nor of whole filings.
 */
export const testFilesFor = (target) =>
  globSync(
    [
      'test/{check,fixtures,settings}.test.ts',
      'test/{facts,grammar,model,parse,rules,source}/**/*.test.ts',
      ...(target.startsWith('src/layout')
        ? ['test/{blind-layouts,layout}/**/*.test.ts', 'test/digest.test.ts']
        : []),
    ],
    { ignore: LEFT_OUT },
  ).sort()

const LEFT_OUT = [
  // Too long to be asked of every mutant
  'test/grammar/project-content.test.ts',
  'test/layout/narrative-properties.test.ts',
  // A snapshot, which only vitest can compare
  'test/layout/broken-words.test.ts',
]

/** Bundles the tests with the source in the working folder, each beside the file that it is made of. */
export const bundleTests = (files) => {
  const ours = path.resolve('scripts/mutation')
  return build({
    absWorkingDir: process.cwd(),
    entryPoints: ['test/support/setup.ts', ...files],
    outdir: '.',
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    // As deep as the modules in them, which find files from where they are.
    chunkNames: 'test/support/chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { vitest: path.join(ours, 'tests.mjs') },
    plugins: [
      {
        name: 'nothing is remembered',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/remember\.ts$/ }, ({ importer }) =>
            importer.startsWith(ours) ? undefined : { path: path.join(ours, 'remember.ts') },
          ),
      },
    ],
    logLevel: 'error',
  })
}
