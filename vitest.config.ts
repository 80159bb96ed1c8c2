import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/harness/postgresRun.ts', 'test/harness/appBuildRun.ts'],
    setupFiles: ['test/harness/fixedSeed.ts'],
    // Tests wait for a database, a browser or a process of theirs more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
