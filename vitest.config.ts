import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    env: { TZ: 'UTC', FORCE_COLOR: '0' },
    allowOnly: process.env['CI'] === undefined,
    testTimeout: 30_000,
    coverage: { include: ['src/**'] },
  },
})
