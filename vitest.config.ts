import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    pool: 'threads',
    maxWorkers: 2,
    isolate: false,
    // A machine that does other things, too, may be five times as slow: what hangs is found in half a minute as well.
    testTimeout: 30_000,
  },
});
