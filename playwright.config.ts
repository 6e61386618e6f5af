import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './.scripts/chromium.ts'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'test-results',
  // Each story has processes of its own, and waits for them half of its time: so more of them than there are cores.
  fullyParallel: true,
  workers: 4,
  projects: [
    // Each worker that looks at pages has a fleet of its own to look at, which takes as long as three stories.
    { name: 'pages', testMatch: 'accessibility.e2e.ts', workers: 2 },
    { name: 'stories', testIgnore: 'accessibility.e2e.ts' },
  ],
  forbidOnly: true,
  // How long something takes is measured by the benches: here a busy machine may take its time, and what is read on a rhythm its turn.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['./e2e/operations-reporter.ts']],
  use: {
    browserName: 'chromium',
    headless: true,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // One process for all of a worker's pages: each new one would begin by compiling the same code.
    launchOptions: {
      executablePath: findChromium(),
      args: [...chromiumFlags, '--renderer-process-limit=1', '--disable-site-isolation-trials'],
    },
  },
})
