import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/harness/postgresRun.ts', 'test/harness/appBuildRun.ts'],
    // Tests wait for a database, a browser or a process of theirs more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Beside the code: hundreds of small files, which share what they import instead of reading it anew.
      project('code', 'src/**/*.test.ts', false),
      // Whole servers that are killed, browsers, commands: each in a process of its own.
      project('whole', 'test/**/*.test.ts', true),
    ],
  },
});

function project(name: string, include: string, isolate: boolean) {
  return {
    test: {
      name,
      include: [include],
      isolate,
      setupFiles: ['test/harness/fixedSeed.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}
