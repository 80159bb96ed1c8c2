import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/harness/postgresRun.ts', 'test/harness/appBuildRun.ts'],
    setupFiles: ['test/harness/fixedSeed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
