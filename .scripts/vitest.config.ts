import { defineConfig } from 'vitest/config'
import { root } from './processes.ts'

export default defineConfig({
  root,
  test: {
    include: ['{apps,packages}/*/src/**/*.spec.{ts,tsx}', '.scripts/**/*.spec.ts'],
    environment: 'node',
    // Processes, not threads: tests start servers and native modules.
    pool: 'forks',
    maxWorkers: 4,
    // Loading the same modules anew for each file took a sixth of all the work.
    isolate: false,
    // Real processes on a busy machine need their time; a test that hangs is still told.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
