import { defineConfig } from 'vitest/config'
import { serverFile } from './build.ts'
import { root } from './processes.ts'

export default defineConfig({
  root,
  test: {
    include: ['{apps,packages}/*/src/**/*.spec.{ts,tsx}', '.scripts/**/*.spec.ts'],
    environment: 'node',
    // What specs start as processes: built, if it is built of the sources as they are.
    env: { APPLIANCE_MAIN: serverFile('appliance'), CONSOLE_MAIN: serverFile('bff') },
    // Processes, not threads: tests start servers and native modules.
    pool: 'forks',
    // More of them than there are cores: many wait for processes, and for time to pass, half of their time.
    maxWorkers: 6,
    // Loading the same modules anew for each file took a sixth of all the work.
    isolate: false,
    // Real processes on a busy machine need their time; a test that hangs is still told.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
