import { defineConfig } from '@playwright/test';

/** Several checkouts can run their journeys side by side, each on a port of its own. */
const port = process.env['JOURNEYS_PORT'] ?? '4173';

/** Journeys run against the production build, in the system's Chromium. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'build/journeys.json' }]],
  use: {
    // What cannot be clicked is told at once, not when the whole journey is over.
    actionTimeout: 30_000,
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    // Only the journeys about them want what service workers do.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node src/node/start.mjs',
    env: { PORT: port },
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
    timeout: 180_000,
  },
});
